"""Every file of a hub is read and judged; no file and no name can stop, hide or crash the rest."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from skillshub.build import build, schema_folder
from skillshub.checking import Checked, check
from skillshub.memory import Memory
from skillshub.schemas import Schemas
from tests.unit import hubs
from tests.unit.effort import lines_run


def checked(hub: Path, memory: Memory | None = None) -> Checked:
    return check(hub, Schemas.load(schema_folder()), hubs.TODAY, memory)[0]


def codes(hub: Path) -> dict[str, str]:
    """What is wrong, by path (the first of each)."""
    return {problem.path: problem.code for problem in reversed(checked(hub).problems)}


@pytest.fixture
def hub(tmp_path: Path) -> Path:
    return hubs.lay_out(tmp_path / "hub")


def test_a_sound_hub_has_no_problems(hub: Path) -> None:
    """And every entry is in its catalogue."""
    found = checked(hub)
    assert found.problems == ()
    assert len(found.catalogue) == len(found.sound()) == len(hubs.entries())
    assert found.files[0] == "mkdocs.yml"


def test_one_broken_entry_hides_no_other(hub: Path) -> None:
    """All problems of all files at once, and the sound entries are sound still."""
    hubs.put(hub, "content/courses/advice.yml", "title: What: now?\n")
    hubs.write_entry(hub, "events/meeting", hubs.an_event(start="2027-05-01T09:00", end="2027-04-01T09:00"))
    hubs.write_entry(hub, "courses/welding-2", hubs.a_course(provider="nobody"))
    found = checked(hub)
    assert {problem.path for problem in found.errors} == {
        "content/courses/advice.yml",
        "content/courses/welding-2.yml",
        "content/events/meeting.yml",
    }
    assert len(found.sound()) == len(hubs.entries()) - 3


def test_who_names_a_broken_entry_is_not_broken(hub: Path) -> None:
    """A provider with a mistake has no page, but its courses are not blamed for it."""
    hubs.put(hub, "content/providers/school.yml", "legal_name: What: now?\n")
    assert {problem.path for problem in checked(hub).problems} == {"content/providers/school.yml"}


def test_memory_changes_nothing(hub: Path, tmp_path: Path) -> None:
    """What is remembered is judged as what is read; an edit is seen, a mistake is told every time."""
    memory = Memory(tmp_path / "memory", "x")
    hubs.put(hub, "content/courses/advice.yml", "title: What: now?\n")
    for _ in range(3):
        found = checked(hub, memory)
        assert found.problems == checked(hub).problems != ()
        assert list(found.catalogue) != []
    hubs.write_entry(hub, "courses/advice", hubs.a_course(title="Advice"))
    assert checked(hub, memory).problems == ()


def test_what_rules_found_is_remembered_with_its_line(hub: Path, tmp_path: Path) -> None:
    """As long as neither the file nor what is found in it is another."""
    memory = Memory(tmp_path / "memory", "x")
    hubs.write_entry(hub, "courses/advice", hubs.a_course(provider="nobody"))
    (first,) = checked(hub, memory).problems
    assert checked(hub, memory).problems == (first,)
    path = hub / "content/courses/advice.yml"
    path.write_text("# moved down\n" + path.read_text("utf-8"), "utf-8")
    (moved,) = checked(hub, memory).problems
    assert moved.place.line == first.place.line + 1
    hubs.write_entry(hub, "providers/nobody", {**hubs.entries()["providers/school"], "legal_name": "Nobody Ltd"})
    assert checked(hub, memory).problems == ()


def test_many_findings(hub: Path, tmp_path: Path) -> None:
    """Shared among processes, they are the same; the next check places none of them again."""
    for number in range(200):
        hubs.write_entry(hub, f"courses/one-{number}", hubs.a_course(title=f"One {number}", provider="nobody"))
    memory = Memory(tmp_path / "memory", "x")
    schemas = Schemas.load(schema_folder())
    found, _ = check(hub, schemas, hubs.TODAY, memory, hands=2)
    assert len(found.problems) == 200
    assert found.problems == checked(hub).problems
    cold = lines_run(lambda: checked(hub))
    assert lines_run(lambda: checked(hub, memory)) < cold / 3
    assert checked(hub, memory).problems == found.problems


def test_a_file_that_goes_while_it_is_read(hub: Path, tmp_path: Path) -> None:
    """Remembered, then gone: the next check knows it no longer."""
    memory = Memory(tmp_path / "memory", "x")
    checked(hub, memory)
    (hub / "content/courses/welding-3.yml").unlink()
    assert "welding-3" not in checked(hub, memory).catalogue.courses


def test_another_file_of_the_same_size_and_time(hub: Path, tmp_path: Path) -> None:
    """An archive gives every file the same time: a change is noticed all the same."""
    memory = Memory(tmp_path / "memory", "x")
    path = hub / "content/courses/welding-3.yml"
    os.utime(path, (1, 1))
    checked(hub, memory)
    path.write_text(path.read_text("utf-8").replace("Welding 3", "Wedding 3"), "utf-8")
    os.utime(path, (1, 1))
    assert checked(hub, memory).catalogue.courses["welding-3"].title == {"en": "Wedding 3"}


def link(path: Path, to: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.symlink_to(to)


def test_only_regular_files_are_read(hub: Path) -> None:
    """A link, a pipe, a folder, a device where an entry should be is named and never opened: nothing hangs."""
    link(hub / "content/courses/secrets.yml", "/etc/passwd")
    link(hub / "content/courses/nowhere.yml", "nowhere")
    link(hub / "content/courses/itself.yml", "itself.yml")
    link(hub / "content/courses/sibling.yml", "welding.yml")
    os.mkfifo(hub / "content/courses/pipe.yml")
    (hub / "content/courses/folder.yml").mkdir()
    names = ("secrets", "nowhere", "itself", "sibling", "pipe", "folder")
    assert codes(hub) == {f"content/courses/{name}.yml": "not-a-file" for name in names}


def test_folders_that_are_links(hub: Path) -> None:
    """A whole folder cannot come from elsewhere either."""
    (hub / "content/events").rename(hub / "elsewhere")
    link(hub / "content/events", "../elsewhere")
    link(hub / "content/loop", ".")
    assert codes(hub) == {"content/events": "stray-file", "content/loop": "stray-file"}
    assert not checked(hub).catalogue.events


def test_twins_of_an_address(hub: Path) -> None:
    """Names that some system takes for one are refused before anything is written."""
    one = (hub / "content/courses/welding.yml").read_bytes()
    for name in ("Welding.yml", "welding.yaml", "WELDING.YML", "u\u0308ben.yml", "\u00fcben.yml"):
        hubs.put(hub, f"content/courses/{name}", one)
    assert set(codes(hub).values()) == {"twin-name"}
    assert len(codes(hub)) == 5


@pytest.mark.parametrize(
    "name", ["page_2", "by_start", "in_tyrol", "..", ".hidden", "con", "a" * 81, "-a", "a--b", "a.b", "ä"]
)
def test_names_that_are_no_addresses(hub: Path, name: str) -> None:
    """No entry can take the place of a list, of a device, or of nothing at all."""
    hubs.put(hub, f"content/courses/{name}.yml", (hub / "content/courses/welding.yml").read_bytes())
    found = checked(hub)
    assert len(found.catalogue) == len(hubs.entries())
    assert name.startswith(".") or [problem.path for problem in found.errors] == [f"content/courses/{name}.yml"]


@pytest.mark.parametrize("name", ["index", "page-2", "404", "assets", "de", "0", "robots", "sitemap"])
def test_names_that_only_look_odd(hub: Path, name: str) -> None:
    """They are addresses like any other, and take nobody's place."""
    hubs.write_entry(hub, f"courses/{name}", hubs.a_course(title="An odd name"))
    built = build(hub, hub / "site", hubs.TODAY, memory=None)
    assert built.problems == ()
    assert "An odd name" in (hub / f"site/courses/{name}/index.html").read_text("utf-8")
    assert "An odd name" not in (hub / "site/index.html").read_text("utf-8").partition("<main")[0]


@pytest.mark.parametrize(
    "page", ["docs/courses/welding.md", "docs/courses/welding/index.md", "docs/courses/welding.de.md"]
)
def test_the_address_of_a_hand_written_page(hub: Path, page: str) -> None:
    """An entry there is told so when it is checked, before it could stop a build."""
    hubs.put(hub, page, "# A page about welding\n")
    assert codes(hub) == {"content/courses/welding.yml": "address-taken"}


def test_a_huge_file(hub: Path) -> None:
    """A terabyte is refused by its size: nobody could read it."""
    with (hub / "content/courses/huge.yml").open("wb") as file:
        file.truncate(1 << 40)
    assert codes(hub) == {"content/courses/huge.yml": "too-large"}


def test_ten_thousand_names(hub: Path) -> None:
    """A folder of rubbish is told name by name, with an effort that grows with their number and no faster."""
    folder = hub / "content/skills"

    def effort(names: range) -> int:
        for number in names:
            (folder / f"{number:014b}".replace("0", "a").replace("1", "A")).with_suffix(".yml").touch()
        found: list[Checked] = []
        lines = lines_run(lambda: found.append(checked(hub)))
        assert len(found[0].problems) >= len(names) - 1
        assert len(found[0].catalogue) == len(hubs.entries())
        return lines

    few = effort(range(5_000))
    assert effort(range(10_000)) < 2.2 * few


def test_names_that_are_no_text(hub: Path) -> None:
    """Bytes that are no UTF-8 in a name are named, not choked on."""
    with Path(os.fsdecode(os.fsencode(hub / "content/courses") + b"/\xff\xfe.yml")).open("w", encoding="utf-8") as file:
        file.write("title: x\n")
    (found,) = checked(hub).problems
    assert found.path.isprintable()
    assert found.code == "file-name"


@pytest.mark.parametrize(
    "content",
    [
        b"", b"\0", b"\xff\xfe", b"&a [*a]", b"a: &x 1\nb: *x", b"- 1", b"[" * 30_000, b"{a: " * 9_000, b"~", b"1e999",
        b"!!python/object:os.system x", b"a: 1\n---\nb: 2", b"? [a]\n: b", b"%YAML 9.9\n---\na: 1", b"a: 'x",
        b"\xef\xbb\xbfa: 1", b"a: 1\ra: 2", b"a: " + b"9" * 60_000,
    ],
)  # fmt: skip
def test_content_of_any_sort(hub: Path, content: bytes) -> None:
    """Whatever is in a file, it is told about that file, and the rest of the hub is read."""
    hubs.put(hub, "content/courses/odd.yml", content)
    found = checked(hub)
    assert {problem.path for problem in found.errors} == {"content/courses/odd.yml"}
    assert len(found.catalogue) == len(hubs.entries())
