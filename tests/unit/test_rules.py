"""Rules: what each of them leaves alone. What each of them finds is shown by a file in tests/examples/bad."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from skillshub import rules
from skillshub.catalogue import shelve
from skillshub.findings import Finding
from skillshub.model import FOLDERS, Entry, Kind, Need, SkillAtLevel
from skillshub.rules import Ground, as_written, judge
from skillshub.rules.references import WAYS
from skillshub.schemas import Schemas
from tests.conftest import REPO
from tests.unit.builders import (
    BUILDERS,
    TODAY,
    a_catalogue,
    a_course,
    a_credential,
    a_funding,
    a_hub_catalogue,
    a_practice,
    a_price,
    a_provider,
    a_region,
    a_session,
    a_skill,
    a_spot,
    an_event,
    an_origin,
    some_settings,
)
from tests.unit.effort import lines_run


def ground(*more: Entry, today: date = TODAY, **settings: Any) -> Ground:
    """A hub in which everything that entries name is there, and these entries."""
    return Ground(catalogue=a_hub_catalogue(*more), settings=some_settings(**settings), today=today)


def codes(*more: Entry, today: date = TODAY) -> list[str]:
    """What speaks against these entries."""
    return [finding.code for entry, finding in judge(ground(*more, today=today)) if entry in more]


def test_the_sample_hub_of_the_tests_is_sound() -> None:
    """One entry of every kind, and nothing against any of them."""
    assert list(judge(ground())) == []


def test_the_list_of_rules_is_complete() -> None:
    """Every rule has a code of its own, a severity and a manual that is a sentence."""
    assert len({rules.code_of(rule) for rule in rules.RULES}) == len(rules.RULES) == len(rules.MANUAL)
    assert not set(rules.ERRORS) & set(rules.WARNINGS)
    assert all(manual.endswith((".", "?")) and len(manual) > 30 for manual in rules.MANUAL.values())


def test_every_rule_that_is_written_is_listed() -> None:
    """None is forgotten in the lists of its room."""
    rooms = (REPO / "generator" / "skillshub" / "rules").glob("*.py")
    written = {
        line.split("(")[0].removeprefix("def ")
        for room in rooms
        for line in room.read_text("utf-8").splitlines()
        if line.startswith("def ") and "(ground: Ground) -> Iterator[Against]" in line and not line.startswith("def _")
    }
    assert written == {rule.__name__ for rule in rules.RULES}


# References


def test_references_are_those_of_the_schemas() -> None:
    """Wherever a schema says that a field names an entry, the rules look."""
    schemas = Schemas.load(REPO / "schema")
    annotated = {kind: dict(schemas.references(kind)) for kind in FOLDERS if schemas.references(kind)}
    assert {kind: dict(ways) for kind, ways in WAYS.items()} == annotated


@pytest.mark.parametrize(("kind", "way"), [(kind, way) for kind, ways in WAYS.items() for way in ways])
def test_a_name_without_a_file_is_found_wherever_it_stands(kind: Kind, way: tuple[str, ...]) -> None:
    """In each field of each kind that names another entry, at its place."""
    names: Any = {way[-1]: "nobody"} if way[0] == "needs" else {}
    values: dict[str, Any] = {
        "provider": "nobody",
        "organiser": "nobody",
        "organisation": "nobody",
        "region": "nobody",
        "regions": ("bavaria", "nobody"),
        "neighbours": ("nobody",),
        "job_roles": ("battery-technician", "nobody"),
        "funding": ("nobody",),
        "skills": (SkillAtLevel(skill="nobody", level="expert"),),
        "needs": (Need(demand="high", source=an_origin(), **names),),
    }
    entry = replace(BUILDERS[kind](slug="newcomer"), **{way[0]: values[way[0]]})
    found = [finding for one, finding in judge(ground(entry)) if one is entry and finding.code.startswith("unknown-")]
    assert [finding.code for finding in found] == [f"unknown-{WAYS[kind][way]}"]
    assert [step if isinstance(step, str) else "*" for step in found[0].field] == list(way)
    assert "'nobody'" in found[0].message


def test_a_broken_file_is_still_a_file() -> None:
    """What names an entry that has an error of its own is not told that it does not exist."""
    catalogue = shelve([a_course()], {**a_hub_catalogue().known, "provider": frozenset({"academy"})})
    found = judge(Ground(catalogue=catalogue, settings=some_settings(), today=TODAY))
    assert "unknown-provider" not in [finding.code for _, finding in found]


def test_the_nearest_name_is_proposed() -> None:
    """With the line as it should be written."""
    found = [one for _, one in judge(ground(a_course(slug="b", provider="acadmy")))]
    assert found[0].hint.startswith("Did you mean 'academy'?")
    assert found[0].example == "provider: academy"


def test_drafts_and_archived_entries_may_name_what_is_archived() -> None:
    """Only what visitors see is warned about."""
    old = a_provider(slug="old", status="archived")
    assert codes(old, a_course(slug="b", provider="old")) == ["archived-reference"]
    assert codes(old, a_course(slug="b", provider="old", status="archived")) == []
    assert codes(old, a_course(slug="b", provider="old", status="draft")) == []


def test_a_hub_without_groups_takes_any_group() -> None:
    """The groups are a setting, and may be left out."""
    entry = a_skill(slug="b", group="anything")
    catalogue = a_catalogue(entry)
    assert not list(judge(Ground(catalogue=catalogue, settings=some_settings(skill_groups={}), today=TODAY)))
    assert list(judge(Ground(catalogue=catalogue, settings=some_settings(), today=TODAY)))


# Days


@pytest.mark.parametrize(
    ("start", "end", "is_wrong"),
    [
        ("2027-03-15", "2027-03-15", False),
        ("2027-03-15T09:00", "2027-03-15", False),
        ("2027-03-15T17:00", "2027-03-15T09:00", True),
        ("2027-03", "2027-03-02", False),
        ("2024", "2024-06", False),
        ("2024-06", "2024", False),
        ("2024-06", "2024-05", True),
        ("2027-03-16", "2027-03-15", True),
    ],
)
def test_a_start_and_an_end_may_touch(start: str, end: str, is_wrong: bool) -> None:
    """The same day is fine, and a month or a year is given the benefit of the doubt."""
    event = an_event(slug="b", title="Another day", start=start, end=end)
    assert ("ends-before-it-starts" in codes(event)) is is_wrong


def test_one_may_register_until_the_first_day() -> None:
    """The day itself included, but no later one."""
    sessions = [a_session(place=a_spot(), registration_deadline=date(2027, 3, day)) for day in (15, 16)]
    on_the_day, late = (a_course(slug="b", title="B", sessions=(session,)) for session in sessions)
    assert codes(on_the_day) == []
    assert codes(late) == ["deadline-after-start"]


def test_tomorrow_is_today_somewhere() -> None:
    """An entry may be a day ahead of the machine that checks it."""
    assert codes(a_course(slug="b", title="B", updated=date(2027, 1, 16))) == []
    assert codes(a_course(slug="b", title="B", updated=date(2027, 1, 17))) == ["updated-in-the-future"]


def test_what_was_confirmed_is_not_stale() -> None:
    """Nor is a sample, a draft, or a course that is archived."""
    old = date(2025, 1, 1)
    assert codes(a_course(slug="b", title="B", updated=old)) == ["stale"]
    assert codes(a_course(slug="b", title="B", updated=old, verified=date(2027, 1, 1))) == []
    for fields in ({"sample": True}, {"status": "archived"}, {"status": "draft"}):
        assert codes(a_course(slug="b", title="B", updated=old, **fields)) == []
    assert codes(an_event(slug="b", title="B", updated=old, start="2025-02-01", end="2025-02-01")) == []


# Twins


def test_the_same_title_elsewhere_is_another_course() -> None:
    """Another provider, region or mode, or an archived forerunner."""
    for fields in ({"provider": "other"}, {"regions": ("other",)}, {"mode": "online"}, {"status": "archived"}):
        assert "same-course-twice" not in codes(a_course(slug="z", **fields))
    assert codes(a_course(slug="z", title="HIGH-voltage   safety")) == ["same-course-twice"]


# Wholeness


def test_a_whole_micro_credential() -> None:
    """With awarding body, assessment, quality assurance and level nothing is missing."""
    credential = a_credential("micro-credential", awarding_body="Sample University")
    whole = {"assessment": ("practical",), "quality_assurance": {"en": "Accredited."}, "eqf": 5}
    assert codes(a_course(slug="b", title="B", credential=credential, **whole)) == []
    for name in whole:
        less = {field: value for field, value in whole.items() if field != name}
        found = codes(a_course(slug="b", title="B", credential=credential, **less))
        assert found == ["incomplete-micro-credential"]


def test_prices_that_say_enough() -> None:
    """An amount with its currency, or a note on what it depends; nothing for what is free."""
    for price in (a_price(), a_price(amount=None, currency=None, note="On request"), a_price("free")):
        assert codes(a_course(slug="b", title="B", price=price)) == []


def test_who_needs_no_place() -> None:
    """What is over, what is cancelled, and a session at a provider whose address is known."""
    assert codes(an_event(slug="b", title="B", place=None)) == ["missing-place"]
    assert codes(an_event(slug="b", title="B", place=None, event_status="cancelled")) == []
    assert codes(an_event(slug="b", title="B", place=None, start="2024", end="2024")) == []
    at_home = a_provider(slug="at-home", place=a_spot())
    assert codes(at_home, a_course(slug="b", title="B", provider="at-home", sessions=(a_session(),))) == []
    assert codes(a_course(slug="b", title="B", sessions=(a_session(),))) == ["missing-place"]


def test_an_online_event_may_send_its_address_later() -> None:
    """A page to register is enough; a hybrid event needs a place too."""
    online = {"attendance": "online", "place": None}
    assert codes(an_event(slug="b", title="B", registration_url="https://example.org/r", **online)) == []
    assert codes(an_event(slug="b", title="B", **online)) == ["missing-online-address"]
    assert codes(an_event(slug="b", title="B", attendance="hybrid", place=None)) == [
        "missing-place",
        "missing-online-address",
    ]


def test_samples_of_a_sample_provider_are_fine() -> None:
    """Only what counts as real needs a real provider."""
    sample = a_provider(slug="s", sample=True)
    assert codes(sample, a_course(slug="b", title="B", provider="s", sample=True)) == []
    assert codes(sample, a_practice(slug="b", organisation="s")) == ["real-entry-of-a-sample-provider"]


def test_a_cap_needs_its_currency() -> None:
    """As every amount does."""
    assert codes(a_funding(slug="b", cap=5000.0, currency="EUR")) == []
    assert codes(a_funding(slug="b", cap=5000.0)) == ["amount-without-currency"]


def test_a_text_in_the_language_of_the_entry_is_enough() -> None:
    """Or one in the first language of the hub."""
    assert codes(a_skill(slug="b", title={"fr": "A"}, summary={"fr": "B"}, language="fr")) == []
    assert codes(a_skill(slug="b", title={"fr": "A", "en": "B"})) == []
    assert codes(a_skill(slug="b", title={"fr": "A"})) == ["missing-language"]


# Geography


@pytest.mark.parametrize(
    ("country", "nuts", "found"),
    [
        ("GR", "EL5", []),
        ("GB", "UKD", []),
        ("GR", "GR5", ["nuts-and-country-disagree"]),
        ("GB", "GB1", ["nuts-and-country-disagree"]),
        ("DE", "FR1", ["nuts-and-country-disagree"]),
        ("DE", None, ["missing-nuts"]),
        ("CH", None, ["missing-nuts"]),
        ("US", None, []),
        ("UA", None, []),
    ],
)
def test_codes_of_regions(country: str, nuts: str | None, found: list[str]) -> None:
    """Greece and the United Kingdom have letters of their own; countries without NUTS need no code."""
    assert codes(a_region(slug="b", country=country, nuts=nuts)) == found


def test_a_far_away_region_of_europe_is_left_alone() -> None:
    """Coordinates are only called swapped when they are in Europe the other way round."""
    assert codes(a_region(slug="reunion", country="FR", nuts="FRY4", lon=55.5, lat=-21.1)) == []
    assert codes(a_region(slug="canaries", country="ES", nuts="ES7", lon=-15.6, lat=28.1)) == []
    assert codes(a_region(slug="b", nuts="DE9", lon=52.7, lat=9.1)) == ["swapped-coordinates"]


@pytest.mark.parametrize(
    ("country", "zone", "found"),
    [
        ("DE", "Europe/Vienna", []),
        ("PT", "Atlantic/Azores", []),
        ("ES", "Atlantic/Canary", []),
        ("DE", "Europe/London", ["timezone-and-country-disagree"]),
        ("PT", "Europe/Madrid", ["timezone-and-country-disagree"]),
    ],
)
def test_clocks_that_show_the_same(country: str, zone: str, found: list[str]) -> None:
    """Only the hours count, not which city gave the time zone its name."""
    assert codes(an_event(slug="b", title="B", timezone=zone, place=a_spot(country=country))) == found


# All together


def test_a_session_is_found_where_it_is_written() -> None:
    """The catalogue keeps sessions by start; a finding leads to the line in the file."""
    value = {
        "sessions": [{"start": "2027-09-06"}, {"start": "2027-03"}, {"start": "2027-03-15T09:00"}, {"start": "2026"}]
    }
    finding = Finding(field=("sessions", 2, "end"), code="x", message="X.")
    assert as_written(finding, value).field == ("sessions", 2, "end")
    assert as_written(replace(finding, field=("sessions", 0)), value).field == ("sessions", 3)
    assert as_written(replace(finding, field=("sessions", 3, "end")), value).field == ("sessions", 0, "end")
    assert as_written(replace(finding, field=("title",)), value).field == ("title",)


def test_one_order_whatever_the_order_of_the_entries() -> None:
    """The same entries give the same findings."""
    entries = [*(build() for build in BUILDERS.values()), a_course(slug="b"), a_course(slug="c", provider="nobody")]

    def found(some: Iterable[Entry]) -> list[tuple[str, Finding]]:
        there = Ground(catalogue=shelve(some), settings=some_settings(), today=TODAY)
        return [(entry.slug, finding) for entry, finding in judge(there)]

    assert found(entries) == found(reversed(entries))


def effort_for(number: int) -> int:
    """Lines of Python run for so many courses that all have something wrong, each its own thing."""
    some = (a_course(slug=f"course-{count}", title="Same", provider=f"nobody-{count}") for count in range(number))
    there = Ground(catalogue=a_hub_catalogue(*some), settings=some_settings(), today=TODAY)
    found: list[tuple[Entry, Finding]] = []
    lines = lines_run(lambda: found.extend(judge(there)))
    assert len(found) >= number
    return lines


def test_rules_take_effort_in_proportion_to_the_entries() -> None:
    """No rule compares every entry with every other: another thousand takes no more than the first thousand did."""
    assert effort_for(2_000) < 2.2 * effort_for(1_000)


def test_there_is_an_example_of_every_rule() -> None:
    """A file in tests/examples/bad, named after it."""
    names = {path.stem for path in (Path(__file__).parents[1] / "examples" / "bad").rglob("*.yml")}
    assert set(rules.MANUAL) <= names
