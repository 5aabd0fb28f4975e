"""What stands around an entry: all that its page shows of others, gathered from the catalogue.

A page may show its own entry, what that entry names (``references``) and what is gathered here; nothing else. So the
faces of these are all that a page can depend on, and a build knows which pages an edit touches.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from math import asin, cos, radians, sin, sqrt
from typing import Any, TypeVar

from skillshub.catalogue import Catalogue
from skillshub.model import (
    EVERYWHERE,
    Course,
    Entry,
    Event,
    Funding,
    JobRole,
    Kind,
    Need,
    Practice,
    Provider,
    Region,
    Skill,
)
from skillshub.states import Standing

E = TypeVar("E", bound=Entry)

RELATED = 3  # entries of its own kind that a page proposes
SHOWN = 12  # entries of one group that a page shows as cards; the rest are counted and linked
_WINDOW = 4  # neighbours on a shelf that are looked at: keeps a page's work the same however large the catalogue
_EARTH_KM = 6371.0


@dataclass(frozen=True, slots=True)
class Group:
    """Some entries of a kind that belong to a page, and how many there are in all."""

    entries: tuple[Entry, ...] = ()
    total: int = 0

    def __bool__(self) -> bool:
        return bool(self.entries)


Around = Mapping[str, Group]


@dataclass(frozen=True, kw_only=True)
class Surroundings:
    """Gathers what stands around each entry of one catalogue on one day."""

    catalogue: Catalogue
    standings: Mapping[Entry, Standing]
    neighbour_km: int
    _places: dict[str, Mapping[str, int]] = field(default_factory=dict, repr=False)
    _open: dict[tuple[Kind, str], Counter[str]] = field(default_factory=dict, repr=False)
    _taught: dict[Course, frozenset[str]] = field(default_factory=dict, repr=False)

    def of(self, entry: Entry) -> Around:
        return _GATHER[entry.kind](self, entry)

    def shown(self, entries: Iterable[Entry], most: int = SHOWN) -> Group:
        """The entries with what is coming first, and what is over last."""
        every = sorted(entries, key=self._ranks.__getitem__)
        return Group(tuple(every[:most]), len(every))

    @cached_property
    def _ranks(self) -> Mapping[Entry, int]:
        """The place of every entry: first what comes next, last what is over."""

        def when(entry: Entry) -> tuple[bool, bool, str, str]:
            stand = self.standings[entry]
            return stand.over, stand.starts is None, str(stand.starts or ""), entry.slug

        return {entry: rank for rank, entry in enumerate(sorted(self.catalogue, key=when))}

    def coming(self, entries: Iterable[E]) -> Iterator[E]:
        return (entry for entry in entries if not self.standings[entry].over)

    def open_courses(self, kind: Kind, slug: str, region: str = "") -> int:
        """How many courses for a skill or a job role are not over; with a region, those that someone there can take."""
        counts = self._open.get((kind, slug))
        if counts is None:
            shelf = self.catalogue.courses_teaching if kind == "skill" else self.catalogue.courses_for
            open_ones = list(self.coming(shelf.get(slug, ())))
            within = self.catalogue.within
            places = (place for one in open_ones for place in (within(one.regions) or (EVERYWHERE,)))
            counts = self._open[kind, slug] = Counter({**Counter(places), "": len(open_ones)})
        return counts[region] + counts[EVERYWHERE] if region else counts[""]

    @cached_property
    def open_everywhere(self) -> Group:
        return self.shown(self.coming(self.catalogue.courses_everywhere), 6)

    @cached_property
    def open_funding(self) -> tuple[Funding, ...]:
        return tuple(self.coming(self.catalogue.funding.values()))

    def beside(self, entry: Entry, shelf: str, group: Mapping[str, tuple[E, ...]], key: str) -> Iterator[E]:
        """The next few on the shelf of one key after the entry, round the end: each entry is near some others."""
        there = group.get(key, ())
        name = f"{shelf}/{key}"
        places = self._places.get(name)
        if places is None:
            places = self._places[name] = {one.slug: at for at, one in enumerate(there)}
        start = places.get(entry.slug, -1) + 1
        for step in range(min(_WINDOW, len(there))):
            one = there[(start + step) % len(there)]
            if one is not entry:
                yield one

    def related_courses(self, course: Course) -> Group:
        """A few courses that teach the same and are held near: from the neighbourhood of its rarest skills."""
        teaching = self.catalogue.courses_teaching
        skills = sorted((one.skill for one in course.skills), key=lambda skill: (len(teaching.get(skill, ())), skill))
        near = {one: None for skill in skills[:2] for one in self.beside(course, "teaching", teaching, skill)}
        own, regions = self._taught_by(course), set(course.regions)

        def distance(other: Course) -> tuple[bool, int, bool, str]:
            shared = len(own & self._taught_by(other))
            return self.standings[other].over, -shared, regions.isdisjoint(other.regions), other.slug

        best = sorted(near, key=distance)[:RELATED]
        return Group(tuple(best), len(best))

    def _taught_by(self, course: Course) -> frozenset[str]:
        taught = self._taught.get(course)
        if taught is None:
            taught = self._taught[course] = frozenset([one.skill for one in course.skills])
        return taught

    def reach(self, need: Need, region: Region) -> Group:
        """How many courses answer a need of a region, there or everywhere."""
        if need.skill:
            return Group((), self.open_courses("skill", need.skill, region.slug))
        return Group((), self.open_courses("job-role", need.job_role or "", region.slug))

    def near(self, region: Region) -> Group:
        """The regions next to it: those it names, else the nearest within the hub's distance."""
        regions = self.catalogue.regions
        if region.neighbours:
            named = tuple(regions[slug] for slug in region.neighbours if slug in regions)
            return Group(named, len(named))
        away = ((kilometres(region, other), other.slug) for other in regions.values() if other is not region)
        nearest = sorted(pair for pair in away if pair[0] <= self.neighbour_km)[:5]
        return Group(tuple(regions[slug] for _, slug in nearest), len(nearest))

    def funding_for(self, region: Region) -> Iterator[Funding]:
        """What can be used in a region: what names it, a larger one or its country, and what names no place at all."""
        here = frozenset(self.catalogue.places[region.slug])
        for one in self.open_funding:
            if (
                not here.isdisjoint(one.regions)
                or region.country in one.countries
                or not (one.regions or one.countries)
            ):
                yield one


def kilometres(one: Region, other: Region) -> float:
    """The great-circle distance between two regions' points, in km."""
    lat, lat2 = radians(one.lat), radians(other.lat)
    half = sin((lat2 - lat) / 2) ** 2 + cos(lat) * cos(lat2) * sin(radians(other.lon - one.lon) / 2) ** 2
    return 2 * _EARTH_KM * asin(sqrt(half))


def _around_course(here: Surroundings, course: Course) -> Around:
    return {"related": here.related_courses(course)}


def _around_event(here: Surroundings, event: Event) -> Around:
    own = here.catalogue.events_by.get(event.organiser, ())
    near = dict.fromkeys(here.beside(event, "organiser", here.catalogue.events_by, event.organiser))
    for skill in [one.skill for one in event.skills][:2]:
        near.update(dict.fromkeys(here.beside(event, "about", here.catalogue.events_about, skill)))
    best = here.shown(here.coming(near), RELATED)
    return {"related": best, "by": Group((), len(own))}


def _around_region(here: Surroundings, region: Region) -> Around:
    shelf = here.catalogue
    return {
        "courses": here.shown(shelf.courses_in.get(region.slug, ())),
        "online": here.open_everywhere,
        "events": here.shown(shelf.events_in.get(region.slug, ())),
        "providers": here.shown(shelf.providers_in.get(region.slug, ())),
        "funding": here.shown(here.funding_for(region), 6),
        "practices": here.shown(shelf.practices_in.get(region.slug, ())),
        "neighbours": here.near(region),
        **{f"skill-{need.skill}": here.reach(need, region) for need in region.needs if need.skill},
        **{f"job-role-{need.job_role}": here.reach(need, region) for need in region.needs if need.job_role},
    }


def _around_provider(here: Surroundings, provider: Provider) -> Around:
    shelf = here.catalogue
    return {
        "courses": here.shown(shelf.courses_by.get(provider.slug, ())),
        "events": here.shown(shelf.events_by.get(provider.slug, ())),
        "practices": here.shown(shelf.practices_by.get(provider.slug, ())),
    }


def _around_funding(here: Surroundings, funding: Funding) -> Around:
    return {"courses": here.shown(here.catalogue.courses_paid_by.get(funding.slug, ()))}


def _around_practice(here: Surroundings, practice: Practice) -> Around:
    shelf = here.catalogue
    near = dict.fromkeys(here.beside(practice, "region", shelf.practices_in, practice.region))
    for skill in [one.skill for one in practice.skills][:2]:
        near.update(dict.fromkeys(here.beside(practice, "about", shelf.practices_about, skill)))
    return {"related": here.shown(near, RELATED)}


def _around_skill(here: Surroundings, skill: Skill) -> Around:
    shelf = here.catalogue
    return {
        "courses": here.shown(shelf.courses_teaching.get(skill.slug, ())),
        "events": here.shown(here.coming(shelf.events_about.get(skill.slug, ())), RELATED),
        "practices": here.shown(shelf.practices_about.get(skill.slug, ()), RELATED),
        "job_roles": here.shown(shelf.job_roles_needing.get(skill.slug, ()), 24),
        "regions": here.shown(shelf.regions_needing.get(skill.slug, ()), 24),
        "related": Group(tuple(here.beside(skill, "group", shelf.skills_in_group, skill.group)), 0),
    }


def _around_job_role(here: Surroundings, role: JobRole) -> Around:
    shelf = here.catalogue
    return {
        "courses": here.shown(shelf.courses_for.get(role.slug, ())),
        "regions": here.shown(shelf.regions_seeking.get(role.slug, ()), 24),
        **{f"teach-{one.skill}": Group((), here.open_courses("skill", one.skill)) for one in role.skills},
    }


_GATHER: Mapping[Kind, Callable[[Surroundings, Any], Around]] = {
    "course": _around_course,
    "event": _around_event,
    "region": _around_region,
    "provider": _around_provider,
    "funding": _around_funding,
    "practice": _around_practice,
    "skill": _around_skill,
    "job-role": _around_job_role,
}
