"""new: every kind of entry can be made, from flags or from answers, and passes the check as it is."""

from __future__ import annotations

import os
import pty
import select
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from skillshub.cli import main
from skillshub.editing import formatted
from skillshub.model import FOLDERS, Kind
from skillshub.questions import questions
from skillshub.schemas import Schemas
from tests.unit import hubs
from tests.unit.commands import REPO, environment

SCHEMAS = Schemas.load(REPO / "schema")

ANSWERS: Mapping[str, str | Mapping[str, str]] = {
    "title": "焊接 · Σεμινάριο · Naïve: „ja“", "label": "焊接 · Σεμινάριο", "legal_name": "Школа ООО", "name": "Ελλάδα",
    "summary": "日本語: の要約 # kein Kommentar", "url": "https://school.example.org/new", "provider": "school",
    "type": {"course": "Course", "event": "Workshop", "provider": "school"}, "mode": "On site",
    "languages": "German; en", "regions": "tyrol", "region": "tyrol", "skills.skill": "welding",
    "skills.level": "Expert", "skills.need": "essential", "outcomes": "Weld, and stop; 日本語", "isced_f": "0715",
    "price.category": "paid", "price.amount": "480", "price.currency": "eur", "workload_hours": "16.5",
    "start": "2027-05-03T09:00", "end": "2027-05-03T17:00", "timezone": "Europe/Vienna", "attendance": "onsite",
    "place.city": "Αθήνα", "place.country": "Austria", "nuts": "AT31", "organiser": "cluster", "country": "AT",
    "lon": "11.4", "lat": "47.3", "homepage": "https://new.example.org/", "funder": "基金", "level": "regional",
    "audience": "workers",
    "organisation": "school", "problem": "Проблема", "actions": "Действия", "results": "نتائج", "group": "energy",
    "kind": "skill",
}  # fmt: skip
"""What a person may answer to each question of each kind: labels, names, and texts in other scripts."""


def answer(kind: str, flag: str) -> str:
    given = ANSWERS[flag]
    return given if isinstance(given, str) else given[kind]


_MORE = {
    "course": ["price.amount", "price.currency"],
    "event": ["place.city", "place.country"],
    "region": ["nuts"],  # because other regions of the country have one
}


def flags(kind: str) -> list[str]:
    asked = [question.flag for question in questions(SCHEMAS.fields(kind))]
    more = _MORE.get(kind, [])
    return [word for flag in (*asked, *more) for word in ("--set", f"{flag}={answer(kind, flag)}")]


@pytest.fixture
def hub(tmp_path: Path) -> Path:
    return hubs.lay_out(tmp_path / "hub")


def new(hub: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["-C", str(hub), "new", *words, "--today", "2027-01-15"])


@pytest.mark.parametrize("kind", FOLDERS)
def test_every_kind_can_be_made(hub: Path, kind: Kind) -> None:
    """From flags, with text in any script; the check finds nothing, and the file is in good order."""
    ran = new(hub, kind, "--id", "made", *flags(kind))
    path = f"content/{FOLDERS[kind]}/made.yml"
    assert (ran.exit_code, ran.output.splitlines()[0]) == (0, f"Written: {path}"), ran.output
    text = (hub / path).read_text("utf-8")
    assert text.startswith(f"# yaml-language-server: $schema=../../schema/{kind}.schema.json\n")
    assert formatted(kind, SCHEMAS.fields(kind), text) == text
    checked = CliRunner().invoke(main, ["-C", str(hub), "check", path, "--today", "2027-01-15"])
    assert checked.output == "No problems in 1 file\n"


def test_what_is_missing_is_one_error(hub: Path) -> None:
    """Not in a terminal: every flag that is still needed, with help, and nothing is written."""
    before = hubs.digest(hub)
    ran = new(hub, "course", "--title", "Welding", "--set", "price.category=paid")
    assert ran.exit_code == 2
    for flag in ("summary", "provider", "skills.skill", "price.amount"):
        assert f"\n  --set {flag}=…  is needed: " in ran.stderr
    assert "--set title=" not in ran.stderr
    assert hubs.digest(hub) == before


@pytest.mark.parametrize(
    ("flag", "says"),
    [
        ("provider=scholl", "There is no provider 'scholl'. Did you mean 'school'?"),
        ("type=curse-of-it", "type: "),
        ("colour=red", "colour: There is no field 'colour' for a course."),
        ("title", "is no field with its value"),
        ("title.de.x=y", "title"),
    ],
)
def test_what_is_wrong_is_told(hub: Path, flag: str, says: str) -> None:
    """2, nothing is written, and the sentence is that of the check."""
    before = hubs.digest(hub)
    ran = new(hub, "course", "--id", "made", *flags("course"), "--set", flag)
    assert (ran.exit_code, says in ran.stderr) == (2, True), ran.output
    assert hubs.digest(hub) == before


def test_nothing_is_overwritten(hub: Path) -> None:
    """An entry that is there stays as it is."""
    before = hubs.digest(hub)
    ran = new(hub, "provider", "--id", "school", *flags("provider"))
    assert (ran.exit_code, "is there already" in ran.stderr) == (2, True)
    assert hubs.digest(hub) == before
    assert new(hub, "provider", "--id", "../../evil", *flags("provider")).exit_code == 2


def test_the_name_is_made_of_the_title(hub: Path) -> None:
    """And --title is the name of whatever the kind calls it."""
    assert new(hub, "provider", *flags("provider"), "--title", "Grüne Brücken").exit_code == 0
    assert (hub / "content/providers/gruene-bruecken.yml").is_file()


def test_questions_in_a_terminal(hub: Path) -> None:
    """One question for each field, asked again after an answer that cannot stand; Tab completes a name."""
    asked = [question.flag for question in questions(SCHEMAS.fields("provider"))]
    said = {flag: [answer("provider", flag)] for flag in asked}
    said["country"] = ["Atlantis", "Austria"]
    said["region"] = ["tyrrol", "tyr\t"]
    seen = converse(hub, [line for flag in asked for line in said[flag]])
    assert "Did you mean 'tyrol'?" in seen
    assert "Written: content/providers/" in seen
    (made,) = [path for path in (hub / "content/providers").glob("*.yml") if path.stem not in ("school", "cluster")]
    text = made.read_text("utf-8")
    assert "\ncountry: AT\n" in text
    assert "\nregion: tyrol\n" in text
    assert "\nlegal_name: Школа ООО\n" in text


def converse(hub: Path, answers: list[str]) -> str:
    """Run it in a terminal of its own, and answer whenever it asks."""
    leader, follower = pty.openpty()
    command = [sys.executable, "-c", "from skillshub.cli import main; main()", "new", "provider"]
    here = environment(hub.parent / "cache", TERM="xterm", LANG="C.UTF-8")
    running = subprocess.Popen(command, cwd=hub, env=here, stdin=follower, stdout=follower, stderr=follower)
    os.close(follower)
    seen, left = b"", list(answers)
    while select.select([leader], [], [], 60)[0]:
        try:
            piece = os.read(leader, 65536)
        except OSError:  # the other side has closed it
            break
        seen += piece
        if seen.endswith(b": ") and left:
            os.write(leader, left.pop(0).encode() + b"\n")
    os.close(leader)
    assert running.wait() == 0, seen.decode()
    return seen.decode()
