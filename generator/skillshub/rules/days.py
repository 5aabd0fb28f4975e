"""Days and times: what cannot lie before or after something else, and what is getting old."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from skillshub.model import Course, Entry, Event, Moment, Session
from skillshub.problems import Field
from skillshub.rules.ground import Against, Ground, Rule
from skillshub.rules.sentences import said

Dated = tuple[Course | Event, Field, Session | Event]


def held(ground: Ground) -> Iterator[Dated]:
    """Everything that has a start: each session of a course and each event, with the way to it."""
    for course in ground.catalogue.courses.values():
        for number, session in enumerate(course.sessions):
            yield course, ("sessions", number), session
    for event in ground.catalogue.events.values():
        yield event, (), event


def _ends_too_early(start: Moment, end: Moment) -> bool:
    if start.at and end.at:
        return end.at < start.at
    return end.last < start.first


def ends_before_it_starts(ground: Ground) -> Iterator[Against]:
    """An event or a session of a course ends before it starts. Mostly two digits of a date are swapped."""
    for entry, way, one in held(ground):
        if _ends_too_early(one.start, one.end):
            message = said("ends-before-it-starts", end=one.end.text, start=one.start.text)
            yield Against(entry, (*way, "end"), message, "Look at both days again: which of them is wrong?")


def deadline_after_start(ground: Ground) -> Iterator[Against]:
    """One can register until a day on which the event or the session has already begun."""
    for entry, way, one in held(ground):
        last_day = one.registration_deadline
        if last_day and last_day > one.start.last:
            message = said("deadline-after-start", deadline=last_day, start=one.start.text)
            yield Against(
                entry, (*way, "registration_deadline"), message, "The deadline is the start or a day before it."
            )


def closes_before_it_opens(ground: Ground) -> Iterator[Against]:
    """The last day to apply for a funding opportunity comes before the first."""
    for funding in ground.catalogue.funding.values():
        if funding.opens and funding.closes and funding.closes < funding.opens:
            message = said("closes-before-it-opens", closes=funding.closes, opens=funding.opens)
            yield Against(funding, ("closes",), message, "Look at both days again: which of them is wrong?")


def updated_in_the_future(ground: Ground) -> Iterator[Against]:
    """An entry says that it was brought up to date, or confirmed, on a day that has not come yet."""
    tomorrow = ground.today + timedelta(days=1)  # where the day begins earlier, it is tomorrow already
    for entry in ground.catalogue:
        if entry.updated > tomorrow:
            yield _not_yet(entry, "updated", entry.updated, ground.today)
        if entry.verified and entry.verified > tomorrow:
            yield _not_yet(entry, "verified", entry.verified, ground.today)


def _not_yet(entry: Entry, field: str, day: date, today: date) -> Against:
    message = said("updated-in-the-future", field=field, day=day)
    return Against(entry, (field,), message, f"Write the day on which you change the entry: today is {today}.")


def missing_previous_start(ground: Ground) -> Iterator[Against]:
    """An event is postponed or rescheduled, but does not say when it was to start before: calendars need it to replace
    the old date, and people to recognise the event."""
    for event in ground.catalogue.events.values():
        if event.event_status in {"postponed", "rescheduled"} and not event.previous_start:
            message = f"The event is {event.event_status}, but nothing says when it was to start before."
            hint = "Add the old day as 'previous_start'."
            yield Against(event, ("event_status",), message, hint, f"previous_start: {event.start.text}")


def stale(ground: Ground) -> Iterator[Against]:
    """A course, an event to come, a funding opportunity or a provider was neither updated nor confirmed for a long
    time (the setting `stale_days`). Look whether everything is still right, then set `verified` to the day on which you
    looked."""
    oldest = ground.today - timedelta(days=ground.settings.thresholds.stale_days)
    for entry in _getting_old(ground):
        if entry.updated < oldest and (not entry.verified or entry.verified < oldest):
            seen = max(entry.updated, entry.verified or entry.updated)
            message = f"Nobody has looked at this entry since {seen}."
            if entry.status == "published" and not entry.sample:
                hint = "Is everything still right? Then say so."
                yield Against(entry, ("updated",), message, hint, f"verified: {ground.today}")


def _getting_old(ground: Ground) -> Iterator[Entry]:
    """What is about the future; regions, skills, job roles and practices stay true for longer."""
    catalogue = ground.catalogue
    yield from catalogue.courses.values()
    yield from (event for event in catalogue.events.values() if event.end.last >= ground.today)
    yield from catalogue.funding.values()
    yield from catalogue.providers.values()


DAY_ERRORS: tuple[Rule, ...] = (
    ends_before_it_starts,
    deadline_after_start,
    closes_before_it_opens,
    updated_in_the_future,
)
DAY_WARNINGS: tuple[Rule, ...] = (missing_previous_start, stale)
