"""Everything on its shelf: in order, grouped, and complete."""

from __future__ import annotations

import random

import pytest

from skillshub.catalogue import shelve
from skillshub.model import FOLDERS
from tests.unit.builders import BUILDERS, a_course, a_hub_catalogue, a_job_role, a_provider, a_region, an_event


@pytest.mark.parametrize("kind", BUILDERS)
def test_every_kind_has_a_shelf(kind: str) -> None:
    """An entry is found on the shelf of its kind under its slug, and nowhere else."""
    entry = BUILDERS[kind](slug="a-name")
    catalogue = shelve([entry])
    assert list(catalogue) == [entry]
    assert catalogue.shelf(entry.kind) == {"a-name": entry}
    assert len(catalogue) == 1


def test_the_order_of_arrival_does_not_matter() -> None:
    """Shelves and groups are in the order of slugs."""
    entries = [a_course(slug=f"c-{number}") for number in range(9)]
    shuffled = random.Random(1).sample(entries, len(entries))
    catalogue = shelve(shuffled)
    assert list(catalogue.courses.values()) == entries
    assert list(catalogue.courses_by["academy"]) == entries


def test_groups_hold_each_entry_once() -> None:
    """However often it names the key, and under every key that it names."""
    course = a_course(skills=("welding", "welding", "glue"), regions=("a", "b"))
    catalogue = shelve([course])
    assert catalogue.courses_teaching == {"welding": (course,), "glue": (course,)}
    assert catalogue.courses_in == {"a": (course,), "b": (course,)}
    assert catalogue.courses_everywhere == ()
    assert shelve([a_course(regions=())]).courses_everywhere


def test_what_is_in_a_region_is_in_the_larger_one() -> None:
    """NUTS codes tell which lies in which: DE21 in DE2, in which neither DE1 nor DE lies."""
    regions = [
        a_region(slug=slug, nuts=nuts) for slug, nuts in (("bavaria", "DE2"), ("munich", "DE21"), ("else", "DE1"))
    ]
    regions += [a_region(slug="old-bavaria", nuts="DE2", status="archived")]
    course, provider = a_course(regions=("munich", "bavaria")), a_provider(region="munich")
    catalogue = shelve([*regions, a_region(slug="abroad", nuts=None), course, provider])
    assert catalogue.places == {
        "abroad": ("abroad",),
        "bavaria": ("bavaria",),
        "else": ("else",),
        "munich": ("munich", "bavaria"),
        "old-bavaria": ("old-bavaria",),
    }
    assert catalogue.courses_in == {"munich": (course,), "bavaria": (course,)}
    assert catalogue.providers_in == {"munich": (provider,), "bavaria": (provider,)}


def test_what_leads_nowhere_is_grouped_all_the_same() -> None:
    """The shelf judges nothing: a group of a region that is not there is simply not asked for."""
    assert shelve([an_event(regions=("nowhere",))]).events_in["nowhere"]


def test_what_is_known_is_what_has_a_file() -> None:
    """Given from outside, since a broken entry has a file and no place on a shelf."""
    known = {kind: frozenset({"broken"}) for kind in FOLDERS}
    assert shelve([a_job_role()], known).known == known
    assert shelve([a_job_role()]).known["job-role"] == {"battery-technician"}


def test_a_whole_hub() -> None:
    """One of each kind, in the order of the kinds."""
    assert [entry.kind for entry in a_hub_catalogue()] == list(FOLDERS)
