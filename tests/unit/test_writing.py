"""A site is written whole or not at all, and nothing that is not ours is ever replaced."""

from __future__ import annotations

import errno
import fcntl
import os
import random
import resource
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from skillshub.site import SiteFile
from skillshub.writing import MARK, CannotWrite, SiteIsBeingWritten, TwoFilesOneAddress, keep, swapping, write
from tests.unit import hubs
from tests.unit.commands import skillshub, start


def a_file(path: str, text: str = "text", key: str | None = None) -> SiteFile:
    return SiteFile(path, key or text, text.encode)


def files_in(site: Path) -> dict[str, str]:
    return {path: content.decode() for path, content in hubs.tree(site).items() if path != MARK}


def left_beside(site: Path) -> list[str]:
    return sorted(path.name for path in site.parent.iterdir() if path != site)


def test_the_folder_holds_exactly_the_files(tmp_path: Path) -> None:
    """What is planned is there, in its folders; what was there before and is not planned is gone."""
    site = tmp_path / "deep" / "site"
    first = write([a_file("a.html"), a_file("b/c/d.html"), a_file("old/e.html")], site, {})
    write([a_file("a.html", "other"), a_file("b/c/d.html")], site, first.memory)
    assert files_in(site) == {"a.html": "other", "b/c/d.html": "text"}
    assert left_beside(site) == []


def test_the_same_key_is_not_worked_out_again(tmp_path: Path) -> None:
    """A file with the key that it was written with is taken over; it is the same file on disk."""
    site = tmp_path / "site"
    first = write([a_file("a.html", key="1")], site, {})
    inode = (site / "a.html").stat().st_ino
    again = write([SiteFile("a.html", "1", lambda: b"never asked for")], site, first.memory)
    assert (again.rendered, files_in(site)) == (0, {"a.html": "text"})
    assert (site / "a.html").stat().st_ino == inode


def test_what_cannot_be_linked_is_written_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Some disks know no links, and another user's files may not be linked: the site is the same."""
    site = tmp_path / "site"
    first = write([a_file("a.html")], site, {})
    monkeypatch.setattr(os, "link", lambda *_paths: (_ for _ in ()).throw(PermissionError(errno.EPERM, "no")))
    again = write([a_file("a.html")], site, first.memory)
    assert (again.kept, files_in(site)) == (0, {"a.html": "text"})


@pytest.mark.parametrize(
    ("one", "other"),
    [("a.html", "a.html"), ("a.html", "A.html"), ("é.html", "e\u0301.html"), ("courses", "courses/index.html")],
)
def test_two_files_never_share_an_address(tmp_path: Path, one: str, other: str) -> None:
    """Neither the same path nor twins that some disk takes for one; nothing is written then."""
    with pytest.raises(TwoFilesOneAddress, match="one address"):
        write([a_file(one), a_file(other)], tmp_path / "site", {})
    assert list(tmp_path.iterdir()) == []


def test_a_failing_page_leaves_the_old_site(tmp_path: Path) -> None:
    """An output that raises is our mistake: it is raised, the old site stands and nothing lies about."""
    site = tmp_path / "site"
    first = write([a_file("a.html")], site, {})
    broken = SiteFile("b.html", "1", lambda: b"%d" % (1 // 0))
    for hands in (1, 2):
        with pytest.raises(ZeroDivisionError):
            write(
                [a_file("a.html", "new"), *(a_file(f"{n}.html") for n in range(99)), broken],
                site,
                first.memory,
                hands=hands,
            )
        assert files_in(site) == {"a.html": "text"}
        assert left_beside(site) == []


@contextmanager
def a_foreign_folder(site: Path) -> Iterator[None]:
    site.mkdir()
    (site / "thesis.odt").write_text("three years of work", "utf-8")
    yield
    assert (site / "thesis.odt").read_text("utf-8") == "three years of work"


@contextmanager
def a_file_in_its_place(site: Path) -> Iterator[None]:
    site.write_text("a file", "utf-8")
    yield
    assert site.read_text("utf-8") == "a file"


@contextmanager
def a_link_elsewhere(site: Path) -> Iterator[None]:
    """Even where it leads to a site of ours: a hub must not choose the folder that is replaced."""
    write([a_file("a.html")], site.parent / "elsewhere", {})
    site.symlink_to("elsewhere")
    yield
    assert site.is_symlink()
    assert files_in(site.parent / "elsewhere") == {"a.html": "text"}


@contextmanager
def a_dead_link(site: Path) -> Iterator[None]:
    site.symlink_to("nowhere")
    yield
    assert site.is_symlink()


@pytest.mark.parametrize("there", [a_foreign_folder, a_file_in_its_place, a_link_elsewhere, a_dead_link])
def test_what_is_not_ours_is_never_replaced(
    tmp_path: Path, there: Callable[[Path], AbstractContextManager[None]]
) -> None:
    """A folder is replaced only when it is empty or bears our mark."""
    site = tmp_path / "site"
    with there(site), pytest.raises(CannotWrite, match="--site"):
        write([a_file("new.html")], site, {})
    assert not (tmp_path / ".site.growing").exists()


@pytest.mark.parametrize("folder", [Path("/"), Path.home(), Path(__file__).parents[2], Path(__file__).parent, Path()])
def test_folders_that_somebody_lives_in(folder: Path) -> None:
    """``--site ~`` is a slip, not an order to remove a home."""
    with pytest.raises(CannotWrite):
        write([a_file("new.html")], folder, {})


def test_an_empty_folder_may_be_filled(tmp_path: Path) -> None:
    """Somebody has made the folder already; that is no reason to refuse."""
    (tmp_path / "site").mkdir()
    write([a_file("a.html")], tmp_path / "site", {})
    assert files_in(tmp_path / "site") == {"a.html": "text"}


@pytest.mark.parametrize("leftover", [".site.growing", ".site.aside"])
def test_a_planted_leftover_leads_nowhere(tmp_path: Path, leftover: str) -> None:
    """A link where we keep a half-grown site is removed, not followed."""
    precious = tmp_path / "precious"
    hubs.put(precious, "index.html", "mine")
    (tmp_path / leftover).symlink_to(precious)
    for text in ("one", "two"):
        write([a_file("index.html", text)], tmp_path / "site", {})
    assert files_in(precious) == {"index.html": "mine"}


def test_systems_without_the_one_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where two folders cannot be exchanged in one step, two do it."""
    monkeypatch.setattr(swapping, "_exchanged", lambda _new, _old: False)
    first = write([a_file("a.html")], tmp_path / "site", {})
    write([a_file("a.html", "new")], tmp_path / "site", first.memory)
    assert files_in(tmp_path / "site") == {"a.html": "new"}
    assert left_beside(tmp_path / "site") == []


def test_two_at_once(tmp_path: Path) -> None:
    """While one build writes, another is told so; the lock goes with the process that holds it."""
    handle = os.open(tmp_path, os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_EX)
    with pytest.raises(SiteIsBeingWritten, match="Another build"):
        write([a_file("a.html")], tmp_path / "site", {})
    os.close(handle)
    write([a_file("a.html")], tmp_path / "site", {})


def test_a_single_file_is_whole_or_not_there(tmp_path: Path) -> None:
    """What cannot be written is told in a sentence, and leaves no half of it behind."""
    keep(tmp_path / "deep" / "file", b"one")
    assert (tmp_path / "deep" / "file").read_bytes() == b"one"
    with pytest.raises(CannotWrite, match="cannot be written"):
        keep(tmp_path / "deep" / "file" / "below", b"two")
    assert left_beside(tmp_path / "deep" / "file") == []


# From here on with the whole command, killed, starved and locked out.


@pytest.fixture(scope="module")
def two_sites(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, tuple[str, str]]:
    """A hub, and the digests of the sites that it builds to on two days that differ on many pages."""
    root = tmp_path_factory.mktemp("killed")
    hub = hubs.lay_out(root / "hub")
    found = []
    for today in DAYS:
        ran = skillshub("build", "--today", today, folder=hub)
        assert ran.returncode == 0, ran.stderr
        found.append(hubs.digest(hub / "site"))
    assert found[0] != found[1]
    return hub, (found[0], found[1])


DAYS = ("2027-01-15", "2027-06-15")


def test_killed_at_any_moment(two_sites: tuple[Path, tuple[str, str]]) -> None:
    """Twenty builds are killed, each at another moment: the site is all of the old one or all of the new one, and the
    next build works and leaves nothing else behind.
    """
    hub, wholes = two_sites
    began = time.monotonic()
    skillshub("build", "--cold", "--today", DAYS[0], folder=hub)
    whole_build = time.monotonic() - began
    moments = random.Random(1)
    for number in range(20):
        running = start("build", "--cold", "--today", DAYS[number % 2], folder=hub, cache=hub.parent / "cache")
        time.sleep(whole_build * (0.2 + 0.8 * moments.random()))
        os.killpg(running.pid, signal.SIGKILL)
        running.communicate()
        assert hubs.digest(hub / "site") in wholes
    ran = skillshub("build", "--today", DAYS[0], folder=hub)
    assert (ran.returncode, hubs.digest(hub / "site")) == (0, wholes[0]), ran.stderr
    assert not [path.name for path in hub.iterdir() if path.name.startswith(".")]


def test_killed_while_it_writes(two_sites: tuple[Path, tuple[str, str]]) -> None:
    """The same in the short while when files are being written and the two sites change places."""
    hub, wholes = two_sites
    seen = 0
    for number in range(10):
        running = start("build", "--cold", "--today", DAYS[number % 2], folder=hub, cache=hub.parent / "cache")
        while running.poll() is None and not (hub / ".site.growing" / "robots.txt").exists():
            time.sleep(0.001)
        time.sleep(0.002 * number)
        seen += running.poll() is None
        os.killpg(running.pid, signal.SIGKILL)
        running.communicate()
        assert hubs.digest(hub / "site") in wholes
    assert seen
    assert skillshub("build", folder=hub).returncode == 0


def test_interrupted_by_hand(two_sites: tuple[Path, tuple[str, str]]) -> None:
    """Ctrl+C ends a build with one word, not with the insides of a program."""
    hub, wholes = two_sites
    skillshub("build", "--today", DAYS[0], folder=hub)
    running = start("build", "--cold", "--today", DAYS[1], folder=hub, cache=hub.parent / "cache")
    while running.poll() is None and not (hub / ".site.growing").exists():
        time.sleep(0.001)
    os.killpg(running.pid, signal.SIGINT)
    _, said = running.communicate()
    assert hubs.digest(hub / "site") in wholes
    assert running.returncode in (0, 130)
    assert "Traceback" not in said
    assert not (hub / ".site.growing").exists()


def refused(hub: Path, *words: str | Path) -> str:
    """What the command says when it cannot do its work here: exit 2, and one sentence."""
    ran = skillshub("build", "--today", DAYS[0], *words, folder=hub)
    assert ran.returncode == 2, ran.stdout + ran.stderr
    assert "Traceback" not in ran.stderr
    return ran.stderr.strip().splitlines()[-1]


def test_a_full_disk(two_sites: tuple[Path, tuple[str, str]]) -> None:
    """A disk that takes no more (here: no file beyond 4 kB) is told in one sentence, and the old site stands."""
    hub, _ = two_sites
    before = hubs.digest(hub / "site")
    most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, most[1]))
    try:
        said = refused(hub, "--cold")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, most)
    assert said == "Error: The site cannot be written to site: file too large."
    assert hubs.digest(hub / "site") == before
    assert not (hub / ".site.growing").exists()


def test_a_cache_that_takes_nothing(two_sites: tuple[Path, tuple[str, str]]) -> None:
    """Nothing can be remembered: the site is built all the same."""
    hub, wholes = two_sites
    ran = skillshub("build", "--today", DAYS[0], folder=hub, cache=Path("/dev/null/cache"))
    assert ran.returncode == 0, ran.stderr
    assert hubs.digest(hub / "site") == wholes[0]


def test_a_place_where_nothing_can_be(two_sites: tuple[Path, tuple[str, str]]) -> None:
    """A folder that nobody can make, a file, a folder of somebody else: one sentence each."""
    hub, _ = two_sites
    assert "cannot be written to /proc/site" in refused(hub, "--site", "/proc/site")
    assert "is a file" in refused(hub, "--site", "mkdocs.yml")
    assert "holds files that are no site" in refused(hub, "--site", "docs")
    assert (hub / "docs" / "index.md").exists()
