"""What an entry names: the other entries that its file refers to, by kind and name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from skillshub.model import Course, Entry, Event, Funding, JobRole, Kind, Practice, Provider, Region

Reference = tuple[Kind, str]


def references(entry: Entry) -> Iterator[Reference]:
    """Everything that an entry names, as it names it."""
    return _REFERENCES[entry.kind](entry)


def _course_names(course: Course) -> Iterator[Reference]:
    yield "provider", course.provider
    yield from (("region", slug) for slug in course.regions)
    yield from (("skill", one.skill) for one in course.skills)
    yield from (("job-role", slug) for slug in course.job_roles)
    yield from (("funding", slug) for slug in course.funding)


def _event_names(event: Event) -> Iterator[Reference]:
    yield "provider", event.organiser
    yield from (("region", slug) for slug in event.regions)
    yield from (("skill", one.skill) for one in event.skills)


def _region_names(region: Region) -> Iterator[Reference]:
    yield from (("skill", need.skill) for need in region.needs if need.skill)
    yield from (("job-role", need.job_role) for need in region.needs if need.job_role)
    yield from (("region", slug) for slug in region.neighbours)


def _practice_names(practice: Practice) -> Iterator[Reference]:
    yield "region", practice.region
    yield "provider", practice.organisation
    yield from (("skill", one.skill) for one in practice.skills)


def _provider_names(provider: Provider) -> Iterator[Reference]:
    yield "region", provider.region


def _funding_names(funding: Funding) -> Iterator[Reference]:
    yield from (("region", slug) for slug in funding.regions)


def _job_role_names(role: JobRole) -> Iterator[Reference]:
    yield from (("skill", one.skill) for one in role.skills)


_REFERENCES: Mapping[Kind, Callable[[Any], Iterator[Reference]]] = {
    "course": _course_names,
    "event": _event_names,
    "region": _region_names,
    "provider": _provider_names,
    "funding": _funding_names,
    "practice": _practice_names,
    "skill": lambda _skill: iter(()),
    "job-role": _job_role_names,
}
