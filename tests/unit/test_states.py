"""How an entry stands on a day: what has passed, what is coming, and what decides."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skillshub.model import Entry
from skillshub.settings import Thresholds
from skillshub.states import Standing, standing
from tests.unit.builders import BUILDERS, a_course, a_funding, a_session, an_event

TODAY = date(2027, 1, 15)
THRESHOLDS = Thresholds(closing_soon_days=10, unverified_days=365)


def stands(entry: Entry, today: date = TODAY) -> Standing:
    return standing(entry, today, THRESHOLDS)


def days(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize("kind", BUILDERS)
def test_every_kind_can_be_sample_archived_unverified(kind: str) -> None:
    """Whatever an entry is; a confirmation counts as an update."""
    old = {"updated": days("2025-01-01")}
    assert stands(BUILDERS[kind](updated=TODAY)).states == ()
    assert stands(BUILDERS[kind](updated=TODAY, sample=True)).states == ("sample",)
    assert stands(BUILDERS[kind](updated=TODAY, status="archived")).over
    assert stands(BUILDERS[kind](**old)).states == ("unverified",)
    assert stands(BUILDERS[kind](**old, verified=TODAY)).states == ()


def test_a_course_without_dates_can_be_begun_at_any_time() -> None:
    """It is neither past nor without dates."""
    assert stands(a_course()) == Standing(states=(), progress="0 0 0")


FIRST = a_session("2027-01-10", "2027-01-12")
NEXT = a_session("2027-02-01", "2027-02-03", registration_deadline=days("2027-01-20"))
LAST = a_session("2027-03-01", "2027-03-03", registration_deadline=days("2027-02-18"))


@pytest.mark.parametrize(
    ("today", "session", "states"),
    [
        ("2027-01-09", FIRST, ()),
        ("2027-01-10", FIRST, ()),
        ("2027-01-11", NEXT, ("closing",)),
        ("2027-01-20", NEXT, ("closing",)),
        ("2027-01-21", LAST, ()),
        ("2027-02-01", LAST, ()),
        ("2027-02-08", LAST, ("closing",)),
        ("2027-02-19", LAST, ("deadline-over",)),
        ("2027-03-02", None, ("no-dates",)),
        ("2027-03-04", None, ("past",)),
    ],
)
def test_the_next_session(today: str, session: Any, states: tuple[str, ...]) -> None:
    """The next one that can still be joined decides; its deadline comes near; the last day ends it all."""
    found = stands(a_course(sessions=(FIRST, NEXT, LAST), updated=TODAY), days(today))
    assert (found.session, found.states) == (session, states)
    assert found.over == (states == ("past",))


def test_its_days_are_those_on_which_one_can_begin() -> None:
    """Each with a deadline that has not passed; those that are fully booked only where all are."""
    full = a_session("2027-02-20", "2027-02-21", status="full")
    course = a_course(sessions=(FIRST, NEXT, full, LAST), updated=TODAY)
    assert stands(course, days("2027-01-20")).days == (days("2027-02-01"), days("2027-03-01"))
    assert stands(course, days("2027-01-21")).days == (days("2027-03-01"),)
    assert stands(course, days("2027-02-19")).days == (days("2027-03-01"),)
    assert stands(a_course(sessions=(full,), updated=TODAY)).days == (days("2027-02-20"),)


def test_the_deadline_is_that_of_the_session_beside_which_it_stands() -> None:
    """Not that of a later one, though it be the earliest that has not passed."""
    free = a_session("2027-02-01", "2027-02-03")
    found = stands(a_course(sessions=(free, LAST), updated=TODAY), days("2027-01-21"))
    assert (found.session, found.deadline) == (free, None)


@pytest.mark.parametrize(
    ("status", "states"), [("full", ("full",)), ("cancelled", ("no-dates",)), ("postponed", ("no-dates",))]
)
def test_a_course_of_which_nothing_is_free(status: str, states: tuple[str, ...]) -> None:
    """All sessions fully booked, or none of them takes place: the course says so, and is not over."""
    found = stands(a_course(sessions=(a_session("2027-05-01", "2027-05-02", status=status),), updated=TODAY))
    assert found.states == states
    assert not found.over


@pytest.mark.parametrize("status", ["scheduled", "cancelled", "postponed", "rescheduled", "moved-online"])
def test_events_say_what_became_of_them(status: str) -> None:
    """The status comes first; what is cancelled or postponed has no day to look forward to."""
    found = stands(an_event(event_status=status, updated=TODAY))
    assert found.states == (() if status == "scheduled" else (status,))
    assert (found.starts is None) == (status in ("cancelled", "postponed"))
    assert found.over == (status == "cancelled")


def test_an_event_is_past_on_the_day_after_its_last() -> None:
    """On its last day one can still go."""
    event = an_event(start="2027-04-20T09:00", end="2027-04-21T17:00", updated=TODAY)
    assert "past" not in stands(event, days("2027-04-21")).states
    assert "past" in stands(event, days("2027-04-22")).states


def test_where_only_the_month_is_known_it_lasts_to_its_end() -> None:
    """Nobody is told that something is over which may be to come."""
    event = an_event(start="2027-04", end="2027-04", updated=TODAY)
    assert "past" not in stands(event, days("2027-04-30")).states
    assert "past" in stands(event, days("2027-05-01")).states


@pytest.mark.parametrize(
    ("today", "states"),
    [
        ("2027-01-31", ("not-open-yet",)),
        ("2027-02-01", ()),
        ("2027-02-18", ("closing",)),
        ("2027-02-28", ("closing",)),
        ("2027-03-01", ("closed",)),
    ],
)
def test_funding_opens_and_closes(today: str, states: tuple[str, ...]) -> None:
    """One can apply from the first day to the last."""
    funding = a_funding(opens=days("2027-02-01"), closes=days("2027-02-28"), updated=TODAY)
    assert stands(funding, days(today)).states == states


SPANS = ("2027-02-01", "2027-02-03", "2027-02", "2027-03-01", "2027-03")
SESSIONS = st.builds(
    lambda start, end, status, due: a_session(
        start, max(start, end), status=status, registration_deadline=days(due) if due else None
    ),
    st.sampled_from(SPANS),
    st.sampled_from(SPANS),
    st.sampled_from(["scheduled", "full", "cancelled", "postponed"]),
    st.sampled_from([None, "2027-01-20", "2027-02-02", "2027-02-20"]),
)


@settings(max_examples=300, deadline=None)
@given(st.lists(SESSIONS, max_size=4), st.integers(0, 70), st.integers(0, 70))
def test_what_a_page_is_known_by_tells_days_apart(sessions: list[Any], one: int, other: int) -> None:
    """States, first day, deadline and progress are what a page's key is made of: where they are the same on two days,
    so is the session that the page shows, and so is each session's own state.
    """
    course = a_course(sessions=tuple(sessions), updated=TODAY)
    first, second = (TODAY + timedelta(days=number) for number in (one, other))
    left, right = stands(course, first), stands(course, second)
    if (left.states, left.starts, left.deadline, left.progress) != (
        right.states,
        right.starts,
        right.deadline,
        right.progress,
    ):
        return
    assert left.session is right.session
    for session in course.sessions:
        assert (session.end.last < first) == (session.end.last < second)
        due = session.registration_deadline
        assert due is None or (due < first) == (due < second)
