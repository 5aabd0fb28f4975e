"""The same thing twice: two entries for one course or event, one skill twice in a list."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping

from skillshub.model import Course, Entry, Event, JobRole, Practice, SkillAtLevel
from skillshub.rules.ground import Against, Ground, Rule
from skillshub.rules.sentences import said


def same_course_twice(ground: Ground) -> Iterator[Against]:
    """Two courses have the same title, provider, place and mode: one course in two files. Further dates of a course are
    `sessions` of one entry."""
    courses = (course for course in ground.catalogue.courses.values() if course.status != "archived")
    keys = ((course, (course.provider, course.regions, course.mode, plain_title(course))) for course in courses)
    for course, other in _again(keys):
        message = f"The course stands in {other.path} already: same title, provider, place and mode."
        yield Against(course, ("title",), message, "Keep one of the two; further dates go into its 'sessions'.")


def same_event_twice(ground: Ground) -> Iterator[Against]:
    """Two events have the same title, start and organiser: one event in two files."""
    events = (event for event in ground.catalogue.events.values() if event.status != "archived")
    keys = ((event, (event.organiser, event.start.text, plain_title(event))) for event in events)
    for event, other in _again(keys):
        message = f"The event stands in {other.path} already: same title, start and organiser."
        yield Against(event, ("title",), message, "Keep one of the two.")


def _again(keys: Iterable[tuple[Entry, Hashable]]) -> Iterator[tuple[Entry, Entry]]:
    """Every entry whose key an earlier one has, with that one."""
    first: dict[Hashable, Entry] = {}
    for entry, key in keys:
        other = first.setdefault(key, entry)
        if other is not entry:
            yield entry, other


def plain_title(entry: Entry) -> str:
    """The title in the entry's own language, without what two people would write differently."""
    title = entry.title.get(entry.language) or next(iter(entry.title.values()))
    return " ".join(title.casefold().split())


def skill_twice(ground: Ground) -> Iterator[Against]:
    """A list names one skill twice, at two levels: which of them holds?"""
    catalogue = ground.catalogue
    shelves: tuple[Mapping[str, Course | Event | Practice | JobRole], ...] = (
        catalogue.courses,
        catalogue.events,
        catalogue.practices,
        catalogue.job_roles,
    )
    for shelf in shelves:
        for entry in shelf.values():
            if len({one.skill for one in entry.skills}) < len(entry.skills):
                yield from _repeated(entry, entry.skills)


def _repeated(entry: Entry, skills: tuple[SkillAtLevel, ...]) -> Iterator[Against]:
    seen: set[str] = set()
    for number, one in enumerate(skills):
        if one.skill in seen:
            message = said("skill-twice", name=one.skill)
            yield Against(entry, ("skills", number, "skill"), message, "Keep the higher level.")
        seen.add(one.skill)


TWIN_ERRORS: tuple[Rule, ...] = (same_course_twice, same_event_twice, skill_twice)
