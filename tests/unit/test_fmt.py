"""fmt: the command puts files in order, or only says that they are not."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from skillshub.cli import main
from tests.unit import hubs

MESSY = "title:   'Welding'\r\nstatus: draft # for now\r\n"
TIDY = "# yaml-language-server: $schema=../../schema/course.schema.json\nstatus: draft # for now\ntitle: Welding\n"


@pytest.fixture
def hub(tmp_path: Path) -> Path:
    hub = hubs.lay_out(tmp_path / "hub", {})
    hubs.put(hub, "content/courses/messy.yml", MESSY)
    hubs.put(hub, "content/courses/tidy.yml", TIDY)
    return hub


def fmt(hub: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["-C", str(hub), "fmt", *words])


def test_files_are_put_in_order(hub: Path) -> None:
    """0; a file that was in order is not touched, and the second time there is nothing to do."""
    before = (hub / "content/courses/tidy.yml").stat().st_mtime_ns
    ran = fmt(hub)
    assert (ran.exit_code, ran.stderr) == (0, "content/courses/messy.yml: put in order\n")
    assert (hub / "content/courses/messy.yml").read_bytes() == TIDY.encode()
    assert (hub / "content/courses/tidy.yml").stat().st_mtime_ns == before
    assert fmt(hub).stderr == "Everything is in good order.\n"


def test_check_and_diff_change_nothing(hub: Path) -> None:
    """--check exits 1 where something is to be done; --diff shows what."""
    checked = fmt(hub, "--check")
    assert (checked.exit_code, checked.stderr) == (1, "content/courses/messy.yml: not in good order\n")
    shown = fmt(hub, "--diff", "content/courses/messy.yml")
    assert shown.exit_code == 0
    assert "+title: Welding" in shown.stdout
    assert (hub / "content/courses/messy.yml").read_bytes() == MESSY.encode()
    assert fmt(hub, "--check", "content/courses/tidy.yml").exit_code == 0


def test_what_cannot_be_read_is_left_alone(hub: Path) -> None:
    """1, and a sentence: mistakes come first."""
    for name, text in (("broken", b"title: What: now?\n"), ("foreign", b"title: \xe4\n")):
        path = hubs.put(hub, f"content/courses/{name}.yml", text)
        ran = fmt(hub, f"content/courses/{name}.yml")
        assert (ran.exit_code, "left as it is" in ran.stderr) == (1, True)
        assert path.read_bytes() == text


def test_only_entries_are_put_in_order(hub: Path) -> None:
    """A path that holds no entry is a wrong call."""
    assert fmt(hub, "mkdocs.yml").exit_code == 2
    assert fmt(hub, "nowhere").exit_code == 2
