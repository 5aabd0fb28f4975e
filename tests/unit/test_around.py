"""What stands around an entry: neighbours, what is taught and held there, and how much of it."""

from __future__ import annotations

from typing import Any

import pytest

from skillshub.around import RELATED, SHOWN, Around, Surroundings, kilometres
from skillshub.catalogue import shelve
from skillshub.model import Entry, Kind, Need
from skillshub.settings import Thresholds
from skillshub.states import standing
from tests.unit.builders import (
    BUILDERS,
    TODAY,
    a_course,
    a_funding,
    a_hub_catalogue,
    a_region,
    a_session,
    a_skill,
    an_event,
    an_origin,
)

OVER = (a_session("2026-01-01", "2026-01-02"),)


def around(entry: Entry, *others: Entry, km: int = 350) -> Around:
    catalogue = shelve([entry, *others])
    standings = {one: standing(one, TODAY, Thresholds()) for one in catalogue}
    return Surroundings(catalogue=catalogue, standings=standings, neighbour_km=km).of(entry)


def slugs(found: Around, group: str) -> list[str]:
    return [one.slug for one in found[group].entries]


@pytest.mark.parametrize("kind", BUILDERS)
def test_alone_in_the_world(kind: str) -> None:
    """An entry without others has empty surroundings, and is never its own neighbour."""
    entry = BUILDERS[kind]()
    found = around(entry)
    assert not [name for name, group in found.items() if entry in group.entries]


@pytest.mark.parametrize("kind", BUILDERS)
def test_in_a_whole_hub(kind: Kind) -> None:
    """Nobody stands beside itself, and a group never shows more than it counts where it counts."""
    catalogue = a_hub_catalogue()
    (entry,) = catalogue.shelf(kind).values()
    found = around(entry, *(one for one in catalogue if one is not entry))
    assert all(entry not in group.entries for group in found.values())
    assert all(len(group.entries) <= group.total for name, group in found.items() if name != "related")


def test_what_is_coming_comes_first() -> None:
    """A region shows what one can still go to before what is over, and counts both."""
    courses = [
        a_course(slug="a-over", sessions=OVER),
        a_course(slug="b-any-time"),
        a_course(slug="c-later", sessions=(a_session("2027-06-01", "2027-06-02"),)),
        a_course(slug="d-soon", sessions=(a_session("2027-02-01", "2027-02-02"),)),
    ]
    found = around(a_region(), *courses)
    assert slugs(found, "courses") == ["d-soon", "c-later", "b-any-time", "a-over"]


def test_a_long_list_is_cut_and_counted() -> None:
    """A page shows the first few and says how many there are."""
    found = around(a_region(), *(a_course(slug=f"c-{number:02}") for number in range(40)))
    assert (len(found["courses"].entries), found["courses"].total) == (SHOWN, 40)


def need(**fields: Any) -> Need:
    return Need(source=an_origin(), demand="high", **fields)


def test_needs_count_what_someone_there_can_take() -> None:
    """Courses in the region and those everywhere; not those elsewhere, not those that are over."""
    region = a_region(needs=(need(skill="electrical-safety", level="expert"), need(job_role="welder")))
    courses = [
        a_course(slug="here"),
        a_course(slug="everywhere", regions=(), job_roles=("welder",)),
        a_course(slug="elsewhere", region="tyrol"),
        a_course(slug="over", sessions=OVER),
    ]
    found = around(region, *courses)
    assert found["skill-electrical-safety"].total == 2
    assert found["job-role-welder"].total == 1


def test_neighbours_are_named_or_near() -> None:
    """Those that a region names; else those within the hub's distance, the nearest first."""
    vienna, graz, linz = (
        a_region(slug=slug, lon=lon, lat=lat)
        for slug, lon, lat in (("vienna", 16.37, 48.2), ("graz", 15.44, 47.07), ("linz", 14.29, 48.3))
    )
    far = a_region(slug="lisbon", lon=-9.14, lat=38.7)
    assert 140 < kilometres(vienna, graz) < 150
    assert slugs(around(vienna, graz, linz, far), "neighbours") == ["graz", "linz"]
    assert slugs(around(vienna, graz, linz, far, km=148), "neighbours") == ["graz"]
    named = a_region(slug="vienna", neighbours=("lisbon", "gone"))
    assert slugs(around(named, graz, far), "neighbours") == ["lisbon"]


def test_funding_reaches_a_region() -> None:
    """By the name of it, of a larger one or of its country, or by none; what is closed reaches nobody."""
    ones = [
        a_funding(slug="by-country", countries=("DE",)),
        a_funding(slug="by-region", regions=("bavaria",)),
        a_funding(slug="elsewhere", regions=("tyrol",)),
        a_funding(slug="for-all"),
        a_funding(slug="closed", closes=TODAY.replace(year=2026)),
    ]
    assert slugs(around(a_region(), *ones), "funding") == ["by-country", "by-region", "for-all"]
    within = a_region(slug="munich", nuts="DE21")
    assert slugs(around(within, a_region(), *ones), "funding") == ["by-country", "by-region", "for-all"]


def test_related_courses_teach_the_same() -> None:
    """At the most a few, none that is unrelated, and what is over only where there is nothing else."""
    others = [a_course(slug=f"same-{number}") for number in range(9)]
    stranger = a_course(slug="stranger", skills=("baking",))
    found = slugs(around(a_course(), *others, stranger), "related")
    assert len(found) == RELATED
    assert "stranger" not in found
    assert slugs(around(a_course(), a_course(slug="over", sessions=OVER)), "related") == ["over"]


def test_other_events_are_to_come() -> None:
    """Nobody is sent to what is over or cancelled."""
    others = [
        an_event(slug="over", start="2026-01-01", end="2026-01-01"),
        an_event(slug="cancelled", event_status="cancelled"),
        an_event(slug="coming"),
    ]
    assert slugs(around(an_event(), *others), "related") == ["coming"]


def test_a_skill_knows_who_teaches_and_needs_it() -> None:
    """Courses, job roles and regions, from their own words about it."""
    catalogue = a_hub_catalogue(a_region(slug="needy", needs=(need(skill="electrical-safety", level="expert"),)))
    found = around(a_skill(), *(one for one in catalogue if one.kind != "skill"))
    assert slugs(found, "courses") == ["hv-safety"]
    assert slugs(found, "job_roles") == ["battery-technician"]
    assert slugs(found, "regions") == ["needy"]
