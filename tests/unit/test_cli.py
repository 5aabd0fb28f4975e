"""The commands: what they say, and the exit codes that other programs rely on (0 well, 1 content, 2 cannot)."""

from __future__ import annotations

import json
import os
import pty
import select
import subprocess
import sys
from pathlib import Path

import click
import pytest

from skillshub.cli import doors, main
from skillshub.cli.clock import day
from skillshub.cli.doors import ROOMS
from tests.unit import hubs
from tests.unit.commands import environment, skillshub

TODAY = "2027-01-15"


@pytest.fixture
def hub(tmp_path: Path) -> Path:
    """A small sound hub of its own."""
    return hubs.lay_out(tmp_path / "hub")


@pytest.fixture
def broken(hub: Path) -> Path:
    """The same with two broken entries: one is no YAML, one lacks a field and names a provider that is not there."""
    hubs.put(hub, "content/courses/advice.yml", "title: What: now?\n")
    fields = hubs.a_course(provider="nobody")
    del fields["summary"]
    hubs.write_entry(hub, "courses/welding-2", fields)
    return hub


def test_a_sound_hub(hub: Path) -> None:
    """0, and one line that says so."""
    ran = skillshub("check", "--today", TODAY, folder=hub)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "No problems in 27 files\n", "")


def test_every_broken_entry_is_named(broken: Path) -> None:
    """1, and no broken entry hides another."""
    ran = skillshub("check", "--today", TODAY, folder=broken)
    assert ran.returncode == 1
    assert "content/courses/advice.yml:1:" in ran.stdout
    assert "missing-field" in ran.stdout
    assert ran.stdout.endswith("in 2 of 27 files\n")


def test_styles(broken: Path) -> None:
    """The same problems for a person, a log, a program and a pull request; another style is a wrong call."""
    texts = {
        style: skillshub("check", "--format", style, folder=broken) for style in ("text", "concise", "json", "github")
    }
    assert {ran.returncode for ran in texts.values()} == {1}
    problems = json.loads(texts["json"].stdout)
    assert problems
    assert "::error file=content/courses/advice.yml,line=1" in texts["github"].stdout
    assert texts["concise"].stdout.startswith("content/courses/advice.yml:1:12: error")
    assert skillshub("check", "--format", "loud", folder=broken).returncode == 2


def test_a_forge_is_told_in_its_own_style(broken: Path) -> None:
    """Where the forge runs the check, annotations are the style unless another is asked for."""
    assert skillshub("check", folder=broken, GITHUB_ACTIONS="true").stdout.startswith("::error")
    asked = skillshub("check", "--format", "text", folder=broken, GITHUB_ACTIONS="true")
    assert asked.stdout.startswith("error ")


@pytest.mark.parametrize(
    ("paths", "code", "count"),
    [
        (["content/courses/advice.yml"], 1, 1),
        (["content/courses"], 1, 14),
        (["."], 1, 27),
        (["content/regions"], 0, 2),
        (["content/regions/tyrol.yml", "mkdocs.yml"], 0, 2),
        (["content/nothing.yml"], 2, 0),
        (["/"], 2, 0),
        (["../hub/../.."], 2, 0),
    ],
)
def test_paths_limit_what_is_told(broken: Path, paths: list[str], code: int, count: int) -> None:
    """A file, a folder, several; one that is not there, or not in the hub, is a wrong call."""
    ran = skillshub("check", "--today", TODAY, *paths, folder=broken)
    assert ran.returncode == code, ran.stdout + ran.stderr
    if code < 2:
        assert f"{count} file" in ran.stdout.splitlines()[-1]
    else:
        assert ran.stderr.startswith("Error: There is no ")


def test_paths_from_another_folder(broken: Path) -> None:
    """With -C a path is taken from where one stands, else from the hub."""
    for path in ("hub/content/courses/advice.yml", "content/courses/advice.yml"):
        ran = skillshub("-C", "hub", "check", path, folder=broken.parent)
        assert (ran.returncode, "1 of 1 file" in ran.stdout or "in 1 file" in ran.stdout) == (1, True), ran.stdout


def test_a_broken_entry_stops_a_build(broken: Path) -> None:
    """1, nothing is written, and the entry is named."""
    ran = skillshub("build", folder=broken)
    assert ran.returncode == 1
    assert "content/courses/advice.yml:1:" in ran.stdout
    assert "Nothing was built" in ran.stderr
    assert not (broken / "site").exists()


def test_a_broken_entry_leaves_the_old_site(hub: Path) -> None:
    """What is published stays as it is."""
    skillshub("build", "--today", TODAY, folder=hub)
    before = hubs.digest(hub / "site")
    hubs.put(hub, "content/courses/advice.yml", "title: What: now?\n")
    assert skillshub("build", "--today", "2027-06-15", folder=hub).returncode == 1
    assert hubs.digest(hub / "site") == before


def test_keep_going(broken: Path) -> None:
    """The sound entries are published, the broken ones named and left out, and the exit code still says 1."""
    ran = skillshub("build", "--keep-going", "--today", TODAY, folder=broken)
    assert ran.returncode == 1
    assert "content/courses/advice.yml" in ran.stdout
    assert "12 courses" in ran.stderr
    assert (broken / "site/courses/welding/index.html").is_file()
    assert not (broken / "site/courses/advice").exists()
    assert not (broken / "site/courses/welding-2").exists()


def test_the_last_lines_of_a_build(hub: Path) -> None:
    """Entries by kind, files, warnings and seconds; the second build says that nothing changed."""
    first = skillshub("build", "--today", TODAY, folder=hub).stderr.splitlines()
    again = skillshub("build", "--today", TODAY, folder=hub).stderr.splitlines()
    assert first[0] == "14 courses, 3 events, 2 regions, 2 providers, 1 funding, 1 practices, 2 skills, 1 job roles"
    assert "(0 new, " in again[1]
    assert "0 warnings, " in again[1]
    assert again[1].endswith(" s")


def test_the_clock(hub: Path) -> None:
    """--today before SOURCE_DATE_EPOCH before the clock, and all three mean the same day in the same way."""
    epoch = "1800000000"  # 2027-01-15
    skillshub("build", "--site", "given", "--today", TODAY, folder=hub)
    skillshub("build", "--site", "epoch", folder=hub, SOURCE_DATE_EPOCH=epoch)
    skillshub("build", "--site", "other", "--today", "2027-02-11", folder=hub, SOURCE_DATE_EPOCH=epoch)
    assert hubs.digest(hub / "given") == hubs.digest(hub / "epoch") != hubs.digest(hub / "other")
    assert day(None, {}).year >= 2026


@pytest.mark.parametrize("day", ["tomorrow", "2027-02-30", "15.1.2027", "", "1800000000"])
def test_noday(hub: Path, day: str) -> None:
    """What is no day is a wrong call, told in a sentence that shows how to write one."""
    ran = skillshub("build", "--today", day, folder=hub)
    assert (ran.returncode, "2027-03-15" in ran.stderr) == (2, True), ran.stderr


@pytest.mark.parametrize("epoch", ["soon", "99999999999999999999", "1e9"])
def test_no_epoch(hub: Path, epoch: str) -> None:
    """The same for the clock of a reproducible build."""
    ran = skillshub("check", folder=hub, SOURCE_DATE_EPOCH=epoch)
    assert (ran.returncode, "Traceback" in ran.stderr) == (2, False), ran.stderr


@pytest.mark.parametrize("command", ["check", "build", "serve"])
def test_no_hub(tmp_path: Path, command: str) -> None:
    """In a folder without mkdocs.yml every command says where it looked."""
    ran = skillshub(command, folder=tmp_path)
    assert ran.returncode == 2
    assert ran.stderr.startswith("Error: There is no mkdocs.yml in ")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("site_name: What: now?\n", 1),
        ("site_name: Hub\nextra:\n  skillshub:\n    name: Hub\n    langages: [en]\n", 5),
        ("site_name: Hub\nextra:\n  skillshub:\n    name: Hub\n    languages: [xx-yy]\n", 5),
        ("site_name: Hub\n", 1),
        ("\tsite_name: Hub\n", 1),
        ("site_name: Hub\nsite_name: Hub\n", 2),
    ],
)
def test_broken_settings(hub: Path, text: str, line: int) -> None:
    """A mistake in mkdocs.yml is told with its line as one in an entry is, and nothing is built."""
    hubs.put(hub, "mkdocs.yml", text)
    ran = skillshub("build", "--format", "concise", folder=hub)
    assert ran.returncode == 1, ran.stderr
    assert f"mkdocs.yml:{line}:" in ran.stdout
    assert not (hub / "site").exists()


@pytest.mark.parametrize(
    "mistake",
    [
        "site_url: 7\n",
        "theme: readthedocs\n",
        "theme: {name: material, custom_dir: missing}\n",
        "markdown_extensions: [nonexistent]\n",
        "nav: 5\n",
        "INHERIT: nowhere.yml\n",
        "docs_dir: 3\n",
        "theme: [material]\n",
        "extra_css: 5\n",
    ],
)
def test_settings_that_the_docs_engine_refuses(hub: Path, mistake: str) -> None:
    """What MkDocs says no to is told in a sentence, and is no traceback."""
    own = "extra: {skillshub: {name: Hub, languages: [en]}}\nsite_name: Hub\n"
    theme = "" if mistake.startswith("theme") else "theme: {name: material, font: false}\n"
    hubs.put(hub, "mkdocs.yml", own + theme + mistake)
    ran = skillshub("build", folder=hub)
    assert "Traceback" not in ran.stderr
    assert ran.returncode in (0, 1, 2)
    assert ran.returncode == 0 or "mkdocs.yml" in ran.stdout + ran.stderr


def test_init(tmp_path: Path) -> None:
    """A new hub has its files in a new or empty folder, and never in one where something lies."""
    assert skillshub("init", "our-hub", folder=tmp_path).stdout.startswith("Our Hub: ")
    again = skillshub("init", "our-hub", folder=tmp_path)
    assert (again.returncode, "is not empty" in again.stderr) == (2, True)
    (tmp_path / "empty").mkdir()
    assert skillshub("init", "empty", "--languages", "de", "--name", "Leer", folder=tmp_path).returncode == 0
    assert skillshub("check", folder=tmp_path / "empty").returncode == 0
    hubs.put(tmp_path, "a-file", "text")
    for wrong in (["a-file"], ["a-file/below"], ["other", "--languages", "english"], ["other", "--languages", ""]):
        ran = skillshub("init", *wrong, folder=tmp_path)
        assert (ran.returncode, "Traceback" in ran.stderr) == (2, False), (wrong, ran.stderr)
    assert not (tmp_path / "other").exists()


def test_a_log_gets_plain_lines(hub: Path) -> None:
    """Nothing moves in a log: no carriage return, no colour."""
    ran = skillshub("build", "--today", TODAY, folder=hub)
    assert "\r" not in ran.stderr
    assert "\x1b" not in ran.stdout + ran.stderr


def test_a_terminal_gets_a_bar(hub: Path) -> None:
    """A person sees how far the build is; the bar is gone at the end."""
    leader, follower = pty.openpty()
    command = [sys.executable, "-c", "from skillshub.cli import main; main()", "build", "--today", TODAY]
    running = subprocess.Popen(
        command, cwd=hub, env=environment(hub.parent / "cache", TERM="xterm"), stderr=follower, stdout=follower
    )
    os.close(follower)
    seen = b""
    while select.select([leader], [], [], 60)[0]:
        try:
            piece = os.read(leader, 65536)
        except OSError:  # the other side has closed it
            break
        seen += piece
    os.close(leader)
    assert running.wait() == 0
    assert b"\r\x1b[Kread " in seen
    assert b"write " in seen
    assert seen.rindex(b"\r\x1b[K") < seen.index(b"14 courses")
    assert seen.split(b"\r\x1b[K")[-1].startswith((b"No problems", b"14 courses", b"\x1b"))


def test_the_version() -> None:
    """--version and --help answer without a hub."""
    assert skillshub("--version", folder=Path.cwd()).stdout.startswith("skillshub, version ")
    assert "build" in skillshub("-h", folder=Path.cwd()).stdout


def test_every_command_is_in_the_room_that_is_said_to_have_it() -> None:
    """Help lists them all before any is loaded; each is loaded from its own room."""
    command = click.Context(main)
    named = {name: room for room, names in ROOMS.items() for name in names}
    found = {name: main.get_command(command, name) for name in main.list_commands(command)}
    assert {name: one.callback.__module__ for name, one in found.items() if one and one.callback} == {
        name: f"skillshub.cli.{room}" for name, room in named.items()
    }
    rooms = {one.stem for one in Path(doors.__file__).parent.glob("*.py") if "@main.command" in one.read_text("utf-8")}
    assert rooms == set(ROOMS)
