"""Everything we know, ordered and grouped, ready to be read by any rule and any output.

Nothing is judged here: a reference that leads nowhere is left out of its group, and ``rules`` says so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import TypeVar, cast

from skillshub.model import (
    FOLDERS,
    Course,
    Entry,
    Event,
    Funding,
    JobRole,
    Kind,
    Practice,
    Provider,
    Region,
    Skill,
)

E = TypeVar("E", bound=Entry)


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """Each shelf by slug, in slug order; each group by the slug of what its entries have in common, in slug order."""

    courses: Mapping[str, Course]
    events: Mapping[str, Event]
    regions: Mapping[str, Region]
    providers: Mapping[str, Provider]
    funding: Mapping[str, Funding]
    practices: Mapping[str, Practice]
    skills: Mapping[str, Skill]
    job_roles: Mapping[str, JobRole]

    known: Mapping[Kind, frozenset[str]]  # every slug that has a file, sound or not

    places: Mapping[str, tuple[str, ...]]  # by region: itself, and the larger ones that it lies in, by their NUTS codes

    courses_by: Mapping[str, tuple[Course, ...]]  # by provider
    courses_in: Mapping[str, tuple[Course, ...]]  # by region; what is in a region is in the larger one, too
    courses_everywhere: tuple[Course, ...]
    courses_teaching: Mapping[str, tuple[Course, ...]]  # by skill
    courses_for: Mapping[str, tuple[Course, ...]]  # by job role
    courses_paid_by: Mapping[str, tuple[Course, ...]]  # by funding
    events_by: Mapping[str, tuple[Event, ...]]  # by organiser
    events_in: Mapping[str, tuple[Event, ...]]  # by region
    events_about: Mapping[str, tuple[Event, ...]]  # by skill
    providers_in: Mapping[str, tuple[Provider, ...]]  # by region
    practices_in: Mapping[str, tuple[Practice, ...]]  # by region
    practices_by: Mapping[str, tuple[Practice, ...]]  # by organisation
    practices_about: Mapping[str, tuple[Practice, ...]]  # by skill
    job_roles_needing: Mapping[str, tuple[JobRole, ...]]  # by skill
    regions_needing: Mapping[str, tuple[Region, ...]]  # by skill
    regions_seeking: Mapping[str, tuple[Region, ...]]  # by job role
    skills_in_group: Mapping[str, tuple[Skill, ...]]  # by group

    def within(self, regions: Iterable[str]) -> tuple[str, ...]:
        """These regions and the larger ones around them, once each."""
        return _within(self.places, regions)

    def shelf(self, kind: Kind) -> Mapping[str, Entry]:
        return cast("Mapping[str, Entry]", getattr(self, SHELVES[kind]))

    def __iter__(self) -> Iterator[Entry]:
        for kind in FOLDERS:
            yield from self.shelf(kind).values()

    def __len__(self) -> int:
        return sum(len(self.shelf(kind)) for kind in FOLDERS)


SHELVES: Mapping[Kind, str] = {kind: folder.replace("-", "_") for kind, folder in FOLDERS.items()}


def shelve(entries: Iterable[Entry], known: Mapping[Kind, frozenset[str]] | None = None) -> Catalogue:
    """Put every entry where rules and outputs will look for it."""
    shelves: dict[Kind, dict[str, Entry]] = {kind: {} for kind in FOLDERS}
    for entry in sorted(entries, key=lambda entry: entry.slug):
        shelves[entry.kind][entry.slug] = entry
    courses = tuple(cast("dict[str, Course]", shelves["course"]).values())
    events = tuple(cast("dict[str, Event]", shelves["event"]).values())
    regions = tuple(cast("dict[str, Region]", shelves["region"]).values())
    providers = tuple(cast("dict[str, Provider]", shelves["provider"]).values())
    practices = tuple(cast("dict[str, Practice]", shelves["practice"]).values())
    skills = tuple(cast("dict[str, Skill]", shelves["skill"]).values())
    job_roles = tuple(cast("dict[str, JobRole]", shelves["job-role"]).values())
    places = _places(regions)
    within = partial(_within, places)
    return Catalogue(
        **{SHELVES[kind]: shelf for kind, shelf in shelves.items()},  # type: ignore[arg-type]  # a shelf holds its kind
        known=known or {kind: frozenset(shelf) for kind, shelf in shelves.items()},
        places=places,
        courses_by=_grouped(courses, lambda course: (course.provider,)),
        courses_in=_grouped(courses, lambda course: within(course.regions)),
        courses_everywhere=tuple(course for course in courses if not course.regions),
        courses_teaching=_grouped(courses, lambda course: (one.skill for one in course.skills)),
        courses_for=_grouped(courses, lambda course: course.job_roles),
        courses_paid_by=_grouped(courses, lambda course: course.funding),
        events_by=_grouped(events, lambda event: (event.organiser,)),
        events_in=_grouped(events, lambda event: within(event.regions)),
        events_about=_grouped(events, lambda event: (one.skill for one in event.skills)),
        providers_in=_grouped(providers, lambda provider: within((provider.region,))),
        practices_in=_grouped(practices, lambda practice: within((practice.region,))),
        practices_by=_grouped(practices, lambda practice: (practice.organisation,)),
        practices_about=_grouped(practices, lambda practice: (one.skill for one in practice.skills)),
        job_roles_needing=_grouped(job_roles, lambda role: (one.skill for one in role.skills)),
        regions_needing=_grouped(regions, lambda region: (need.skill for need in region.needs if need.skill)),
        regions_seeking=_grouped(regions, lambda region: (need.job_role for need in region.needs if need.job_role)),
        skills_in_group=_grouped(skills, lambda skill: (skill.group,)),
    )


def _places(regions: Sequence[Region]) -> Mapping[str, tuple[str, ...]]:
    """A NUTS code begins with that of the region around it: DE11 lies in DE1. Nothing lies in an archived one."""
    coded = {region.nuts: region.slug for region in regions if region.nuts and region.status != "archived"}

    def around(region: Region) -> Iterator[str]:
        yield region.slug
        codes = ((region.nuts or "")[:length] for length in (4, 3))
        yield from (coded[code] for code in codes if code in coded and code != region.nuts)

    return {region.slug: tuple(around(region)) for region in regions}


def _within(places: Mapping[str, tuple[str, ...]], regions: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(chain.from_iterable(places.get(slug, (slug,)) for slug in regions)))


def _grouped(entries: Iterable[E], keys: Callable[[E], Iterable[str]]) -> Mapping[str, tuple[E, ...]]:
    """The entries under each of their keys, once each, in the order given."""
    groups: dict[str, dict[E, None]] = defaultdict(dict)
    for entry in entries:
        for key in keys(entry):
            groups[key][entry] = None
    return {key: tuple(group) for key, group in groups.items()}
