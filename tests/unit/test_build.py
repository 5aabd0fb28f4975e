"""The same hub gives the same bytes: wherever it lies, whoever builds it, with however many hands."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from skillshub.build import build, program, schema_folder
from skillshub.memory import Memory
from skillshub.model import FOLDERS
from tests.unit import hubs
from tests.unit.commands import environment

BUILD = """
import sys
from datetime import date
from pathlib import Path
from skillshub.build import build
hub, site, hands = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
built = build(hub, site, date(2027, 1, 15), memory=None, hands=hands)
assert built.outcome, built.problems
"""


def test_twice_the_same_bytes(tmp_path: Path) -> None:
    """Other folders, other working folders, other seeds of hashing, another umask of names, one or two processes."""
    digests = set()
    for number, (name, seed, hands) in enumerate([("a", "0", 1), ("another folder", "1", 2), ("ä/b/c", "4242", 2)]):
        hub = hubs.lay_out(tmp_path / name / "hub")
        site = tmp_path / name / "site"
        here = environment(
            tmp_path / "cache", PYTHONHASHSEED=seed, LANG=("C", "de_DE.UTF-8", "C.UTF-8")[number], TZ="Asia/Tokyo"
        )
        asked = [sys.executable, "-c", BUILD, str(hub), str(site), str(hands)]
        subprocess.run(asked, cwd=(tmp_path, hub, "/")[number], env=here, check=True, timeout=120)
        digests.add(hubs.digest(site))
    assert len(digests) == 1


def test_the_order_of_files_does_not_matter(tmp_path: Path) -> None:
    """Entries written in another order, and touched since, are the same hub."""
    entries = hubs.entries()
    one = hubs.lay_out(tmp_path / "one", entries)
    other = hubs.lay_out(tmp_path / "other", dict(reversed(entries.items())))
    for hub in (one, other):
        build(hub, hub / "site", hubs.TODAY, memory=None)
    assert hubs.digest(one / "site") == hubs.digest(other / "site")


def test_what_was_built(tmp_path: Path) -> None:
    """The outcome counts entries by kind, and each has its page in each language."""
    hub = hubs.lay_out(tmp_path / "hub")
    built = build(hub, tmp_path / "site", hubs.TODAY, memory=None)
    for kind, folder in FOLDERS.items():
        own = [path for path in hubs.entries() if path.startswith(f"{folder}/")]
        assert built.entries[kind] == len(own)
        for path in own:
            assert (tmp_path / "site" / path / "index.html").is_file()
            assert (tmp_path / "site" / "de" / path / "index.html").is_file()


def test_a_draft_is_nowhere(tmp_path: Path) -> None:
    """A draft is checked but not published: no file of the site holds a word of it."""
    entries = {**hubs.entries(), "courses/secret": hubs.a_course(title="Not yet known", status="draft")}
    hub = hubs.lay_out(tmp_path / "hub", entries)
    build(hub, tmp_path / "site", hubs.TODAY, memory=None)
    assert not [path for path, content in hubs.tree(tmp_path / "site").items() if b"Not yet known" in content]
    assert not [path for path, content in hubs.tree(tmp_path / "site").items() if b"courses/secret" in content]


def test_an_output_that_fails_leaves_the_old_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Our mistakes are exceptions, and cost nobody a site."""
    hub = hubs.lay_out(tmp_path / "hub")
    build(hub, tmp_path / "site", hubs.TODAY, memory=None)
    before = hubs.digest(tmp_path / "site")
    monkeypatch.setattr("skillshub.outputs.robots.absolute", lambda *_: 1 // 0)
    with pytest.raises(ZeroDivisionError):
        build(hub, tmp_path / "site", hubs.TODAY, memory=None)
    assert hubs.digest(tmp_path / "site") == before


def test_no_word_of_this_machine(tmp_path: Path) -> None:
    """No file of the site names the folder that it was built in, or the program's."""
    hub = hubs.lay_out(tmp_path / "hub")
    build(hub, tmp_path / "site", hubs.TODAY, memory=Memory(tmp_path / "memory", "x"))
    names = (str(tmp_path).encode(), str(schema_folder()).encode(), str(Path.home()).encode() + b"/")
    assert not [
        path for path, content in hubs.tree(tmp_path / "site").items() if any(name in content for name in names)
    ]


def test_the_program_has_a_digest() -> None:
    """The same while nobody edits it: memory is good for one state of the program."""
    assert program() == program()
