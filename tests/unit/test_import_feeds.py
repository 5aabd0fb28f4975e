"""Import of calendars and of other systems' data: real files' oddities included."""

from __future__ import annotations

import json
import warnings
from contextlib import suppress
from pathlib import Path
from typing import Any

import icalendar
import pytest
from click.testing import CliRunner, Result

from skillshub.cli import main
from skillshub.importing import CannotImport
from skillshub.importing.sources_of import drafts_in
from skillshub.schemas import Schemas
from skillshub.sources import judge
from tests.unit import hubs
from tests.unit.commands import REPO

SCHEMAS = Schemas.load(REPO / "schema")
REAL = sorted((Path(icalendar.__file__).parent / "tests").rglob("*.ics"))
"""Calendars that real programs wrote, and broken ones, as they come with the library that reads them."""

CALENDAR = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Google Inc//Google Calendar 70.9054//EN
X-WR-TIMEZONE:Europe/Vienna
BEGIN:VEVENT
UID:1@example.org
SUMMARY:Workshop: laser welding\\, part 1
DESCRIPTION:Bring shoes\\; gloves are there.\\nSign up: https://school.example.org/laser
LOCATION:Hall 3\\, Marktplatz 1\\, 6020 Innsbruck\\, Austria
DTSTART;TZID=Europe/Vienna:20270503T090000
DURATION:PT8H
RRULE:COUNT=6;FREQ=WEEKLY
STATUS:CONFIRMED
END:VEVENT
BEGIN:VEVENT
UID:2@example.org
SUMMARY:Konferenz «Schweißen» 焊接
URL:https://school.example.org/konferenz
CATEGORIES:Conference,Metal
LOCATION:Congress\\, 6020 Innsbruck\\, Austria
DTSTART;VALUE=DATE:20270610
DTEND;VALUE=DATE:20270612
STATUS:CANCELLED
END:VEVENT
BEGIN:VEVENT
UID:3@example.org
SUMMARY:Webinar on seams
URL:https://school.example.org/webinar
LOCATION:https://meet.example.org/seams
DTSTART:20270701T080000Z
DTEND:20270701T093000Z
LAST-MODIFIED:20261201T101500Z
END:VEVENT
BEGIN:VEVENT
UID:1@example.org
RECURRENCE-ID;TZID=Europe/Vienna:20270510T090000
SUMMARY:Workshop: laser welding\\, part 1
DTSTART;TZID=Europe/Vienna:20270511T090000
END:VEVENT
END:VCALENDAR
""".replace("\n", "\r\n")


@pytest.fixture
def hub(tmp_path: Path) -> Path:
    return hubs.lay_out(tmp_path / "hub")


def bring(hub: Path, name: str, content: str, *words: str) -> Result:
    file = hubs.put(hub.parent, name, content)
    return CliRunner().invoke(main, ["-C", str(hub), "import", str(file), "--today", "2027-01-15", *words])


def made(hub: Path, path: str) -> dict[str, Any]:
    value = judge(path, (hub / "content" / f"{path}.yml").read_bytes())
    assert isinstance(value, dict)
    return value


def test_a_calendar(hub: Path) -> None:
    """Time zones, whole days, rules, lengths, escaped commas, cancelled events; single changes of a series are told."""
    ran = bring(hub, "events.ics", CALENDAR, "--set", "organiser=school")
    assert ran.exit_code == 0, ran.output
    assert ran.stderr.endswith("events.ics: 3 new\n")
    assert "1 changes of single days" in ran.stderr
    workshop = made(hub, "events/workshop-laser-welding-part-1")
    assert (workshop["start"], workshop["end"]) == ("2027-05-03T09:00", "2027-05-03T17:00")
    assert (workshop["type"], workshop["recurrence"]) == ("workshop", "FREQ=WEEKLY;COUNT=6")
    assert workshop["url"] == "https://school.example.org/laser"
    assert workshop["place"] == {
        "name": "Hall 3", "street": "Marktplatz 1", "postal_code": "6020", "city": "Innsbruck", "country": "AT",
    }  # fmt: skip
    conference = made(hub, "events/konferenz-schweissen")
    assert (conference["start"], conference["end"]) == ("2027-06-10", "2027-06-11")
    assert (conference["event_status"], conference["type"]) == ("cancelled", "conference")
    webinar = made(hub, "events/webinar-on-seams")
    assert (webinar["start"], webinar["timezone"]) == ("2027-07-01T10:00", "Europe/Vienna")
    assert (webinar["attendance"], webinar["updated"]) == ("online", "2026-12-01")
    assert CliRunner().invoke(main, ["-C", str(hub), "check", "--today", "2027-01-15"]).exit_code == 0
    before = hubs.digest(hub)
    assert bring(hub, "events.ics", CALENDAR, "--set", "organiser=school").stderr.endswith("3 unchanged\n")
    assert hubs.digest(hub) == before


def test_what_a_calendar_does_not_say_is_told(hub: Path) -> None:
    """At the event and its property, in the words of the check."""
    ran = bring(hub, "events.ics", CALENDAR)
    assert ran.exit_code == 1
    assert "the field 'organiser' is missing for an event\n  --> events.ics event 1 'Workshop" in ran.stdout


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
def test_no_calendar_breaks_the_import(path: Path) -> None:
    """Each of the calendars, sound or not, is read or refused with a sentence, and without a warning."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with suppress(CannotImport):
            read = drafts_in(path.name, path.read_bytes(), "", None, SCHEMAS)
            assert all(draft.kind == "event" for draft in read.drafts)


COURSE = {
    "@context": "https://schema.org",
    "@type": "Course",
    "name": "Laser welding",
    "description": "<p>Two days at the machine.</p>",
    "url": "https://school.example.org/laser",
    "provider": {"@type": "Organization", "name": "School"},
    "inLanguage": ["de-AT", "en"],
    "teaches": ["Weld with a laser"],
    "timeRequired": "PT16H",
    "offers": {"@type": "Offer", "price": "480.00", "priceCurrency": "EUR"},
    "hasCourseInstance": [
        {
            "@type": "CourseInstance",
            "courseMode": "onsite",
            "startDate": "2027-05-03T09:00:00+02:00",
            "endDate": "2027-05-04",
            "location": {
                "@type": "Place",
                "name": "Hall",
                "address": {"addressLocality": "Innsbruck", "postalCode": "6020", "addressCountry": "Austria"},
            },
        }
    ],
}
EVENT = {
    "@type": ["EducationEvent"],
    "name": "Open day",
    "description": "Doors are open.",
    "url": "https://school.example.org/open",
    "startDate": "2027-06-01T10:00",
    "organizer": {"name": "School"},
    "eventStatus": "https://schema.org/EventCancelled",
    "eventAttendanceMode": "https://schema.org/OnlineEventAttendanceMode",
    "location": {"@type": "VirtualLocation", "url": "https://meet.example.org/open"},
}


def a_page(*nodes: object) -> str:
    scripts = (f'<script type="application/ld+json">{json.dumps(node)}</script>' for node in nodes)
    return f'<html><script>var x = "<p>";</script>{"".join(scripts)}</html>'


REST = (
    *("--set", "isced_f=0715", "--set", "regions=tyrol", "--set", "skills=welding: expert"),
    *("--set", "type=workshop", "--set", "timezone=Europe/Vienna"),
)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("data.json", json.dumps([{**COURSE}, EVENT])),
        ("data.jsonld", json.dumps({"@context": "https://schema.org", "@graph": [COURSE, EVENT]})),
        ("page.html", a_page(COURSE, {"@type": "ItemList", "itemListElement": [EVENT]})),
    ],
)
def test_schema_org(hub: Path, name: str, content: str) -> None:
    """A list, a graph, the scripts of a page: courses with their instances, and events; --set gives the rest."""
    ran = bring(hub, name, content, *REST)
    assert (ran.exit_code, ran.stderr) == (0, f"{name}: 2 new\n"), ran.output
    course = made(hub, "courses/laser-welding")
    assert (course["summary"], course["languages"], course["provider"]) == (
        "Two days at the machine.", ["de", "en"], "school",
    )  # fmt: skip
    assert (course["workload_hours"], course["mode"], course["price"]["amount"]) == (16, "onsite", 480)
    assert course["sessions"][0]["place"]["country"] == "AT"
    assert course["sessions"][0]["start"] == "2027-05-03T09:00"
    event = made(hub, "events/open-day")
    assert (event["event_status"], event["attendance"]) == ("cancelled", "online")
    assert event["virtual_url"] == "https://meet.example.org/open"


TESS = {
    "title": "RNA workshop",
    "url": "https://school.example.org/rna",
    "description": "What RNA is.",
    "start": "2027-05-03T09:00:00.000Z",
    "end": "2027-05-04T17:00:00.000Z",
    "timezone": "Europe/Vienna",
    "organizer": "School",
    "city": "Innsbruck",
    "country": "Austria",
    "event_types": ["workshop"],
    "keywords": ["rna"],
    "presence": "onsite",
}


@pytest.mark.parametrize("content", [{"data": [{"type": "events", "attributes": TESS}]}, [TESS]])
def test_tess(hub: Path, content: object) -> None:
    """JSON:API and the plain list say the same."""
    ran = bring(hub, "events.json", json.dumps(content))
    assert (ran.exit_code, ran.stderr) == (0, "events.json: 1 new\n"), ran.output
    event = made(hub, "events/rna-workshop")
    assert (event["start"], event["end"], event["tags"]) == ("2027-05-03T09:00", "2027-05-04T17:00", ["rna"])
    assert event["place"] == {"city": "Innsbruck", "country": "AT"}


def test_material_of_tess_is_a_course(hub: Path) -> None:
    """What it does not say is told: nothing is invented."""
    material = {"title": "RNA alone", "url": "https://school.example.org/rna-alone", "description": "Read."}
    ran = bring(hub, "materials.json", json.dumps({"data": [{"type": "materials", "attributes": material}]}))
    assert ran.exit_code == 1
    assert "the field 'workload_hours' is missing for a course" in ran.stdout
