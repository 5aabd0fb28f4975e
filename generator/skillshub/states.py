"""How an entry stands today: its states in words that pages, lists and cards show, and the date that decides.

Pure: ``today`` comes from outside. Nothing here knows how a state looks or what it is called in a language.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from skillshub.model import Course, Entry, Event, Funding, Kind, Session
from skillshub.settings import Thresholds

OPEN = ("scheduled", "full")
"""The states of a session that will take place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How an entry stands on one day."""

    states: tuple[str, ...] = ()  # sample, archived, cancelled, postponed, past, closed, closing ...; gravest first
    session: Session | None = None  # of a course: the next one that one can join, or that will take place at all
    days: tuple[date, ...] = ()  # what is coming: the first day of the event, or of each session like that one
    past: tuple[date, ...] = ()  # of what has taken place: those on which it began
    deadline: date | None = None  # that of the event, the session or the programme, while it has not passed
    progress: str = ""  # of a course: how many sessions and deadlines are over, how many sessions are still to begin

    over: bool = False  # nobody can take part any more: lists put it last

    @property
    def starts(self) -> date | None:
        """The first day of what comes next."""
        return self.days[0] if self.days else None


LEFT = frozenset({"archived", "past", "closed"})
"""What left the list of its kind: it has taken place or is no longer offered. What is cancelled stays until then."""

_OVER = frozenset({"archived", "cancelled", "past", "closed"})


def standing(entry: Entry, today: date, thresholds: Thresholds) -> Standing:
    states = tuple(_of_any(entry, today, thresholds))
    look = _LOOKS.get(entry.kind)
    return look(entry, states, today, thresholds) if look else _stand(states)


def with_a_broken_link(stand: Standing) -> Standing:
    """The same, for an entry with a link that failed again and again: nothing is over, but one is told."""
    return replace(stand, states=(*stand.states, "link-broken"))


def _stand(states: tuple[str, ...], **more: Any) -> Standing:
    if "archived" in states:  # which says all that these would
        states = tuple(state for state in states if state not in ("past", "no-dates", "deadline-over", "closing"))
    return Standing(states=states, over=not _OVER.isdisjoint(states), **more)


def _of_any(entry: Entry, today: date, thresholds: Thresholds) -> Iterator[str]:
    if entry.status == "archived":
        yield "archived"
    if entry.sample:
        yield "sample"
    seen = max(entry.updated, entry.verified or entry.updated)
    if seen + timedelta(days=thresholds.unverified_days) < today:
        yield "unverified"


def _deadline(day: date | None, today: date, thresholds: Thresholds) -> Iterator[str]:
    if day is None:
        return
    if day < today:
        yield "deadline-over"
    elif day <= today + timedelta(days=thresholds.closing_soon_days):
        yield "closing"


def _course(course: Course, common: tuple[str, ...], today: date, thresholds: Thresholds) -> Standing:
    coming = [one for one in course.sessions if one.start.last >= today and one.status in OPEN]
    free = [one for one in coming if one.status == "scheduled"] or coming
    joinable = [one for one in free if one.registration_deadline is None or one.registration_deadline >= today] or free
    due = joinable[0].registration_deadline if joinable else None
    states = (
        *common,
        *_of_sessions(course.sessions, coming, today),
        *_deadline(due, today, thresholds),
    )
    return _stand(
        states,
        session=joinable[0] if joinable else None,
        days=tuple(one.start.first for one in joinable),
        past=tuple(one.start.first for one in course.sessions) if "past" in states else (),
        deadline=due if due and due >= today else None,
        progress=f"{_progress(course.sessions, today)} {len(coming)}",
    )


def _of_sessions(sessions: tuple[Session, ...], coming: list[Session], today: date) -> tuple[str, ...]:
    if not sessions:
        return ()  # one can start at any time
    if coming:
        return ("full",) if all(one.status == "full" for one in coming) else ()
    return ("past",) if all(one.end.last < today for one in sessions) else ("no-dates",)


def _progress(sessions: tuple[Session, ...], today: date) -> str:
    over = sum(one.end.last < today for one in sessions)
    closed = sum(one.registration_deadline is not None and one.registration_deadline < today for one in sessions)
    return f"{over} {closed}"


def _event(event: Event, common: tuple[str, ...], today: date, thresholds: Thresholds) -> Standing:
    states = list(common)
    past = event.end.last < today
    if event.event_status != "scheduled":
        states.insert(0, event.event_status)
    if past:
        states.append("past")
    due = event.registration_deadline
    if not past and event.event_status != "cancelled":
        states += _deadline(due, today, thresholds)
    return _stand(
        tuple(states),
        days=() if past or event.event_status in ("cancelled", "postponed") else (_known_day(event),),
        past=(_known_day(event),) if past else (),
        deadline=due if due and due >= today and not past and event.event_status != "cancelled" else None,
    )


def _known_day(event: Event) -> date:
    """The first day; where only a month or a year is known, its last day, so that nobody is told too early a date."""
    return event.start.last


def _funding(funding: Funding, common: tuple[str, ...], today: date, thresholds: Thresholds) -> Standing:
    states = list(common)
    if funding.closes and funding.closes < today:
        states.append("closed")
    elif funding.closes:
        states += _deadline(funding.closes, today, thresholds)
    if funding.opens and funding.opens > today:
        states.append("not-open-yet")
    ahead = funding.closes if funding.closes and funding.closes >= today else None
    return _stand(tuple(states), deadline=ahead)


_LOOKS: Mapping[Kind, Callable[[Any, tuple[str, ...], date, Thresholds], Standing]] = {
    "course": _course,
    "event": _event,
    "funding": _funding,
}
