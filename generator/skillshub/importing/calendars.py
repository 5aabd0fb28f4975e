"""Events from a calendar (iCalendar, RFC 5545): what a calendar program exports, with its time zones and rules."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import Calendar
from icalendar.error import BrokenCalendarProperty

from skillshub.formats import timezones
from skillshub.importing.drafts import Draft
from skillshub.importing.records import Fields, draft_from, first_link, place_in, plain_text, summary_of
from skillshub.importing.refusals import CannotImport
from skillshub.problems import Field
from skillshub.sources import slug_of
from skillshub.wording.names import folded

_STATUS: Mapping[str, str] = {"CANCELLED": "cancelled", "CONFIRMED": "scheduled", "TENTATIVE": "scheduled"}
_ONLINE = ("online", "zoom", "teams", "webex", "http", "virtual", "bigbluebutton", "meet.")


def drafts_in(content: bytes, types: Mapping[str, str], countries: Mapping[str, str]) -> tuple[list[Draft], str]:
    """Each event of the calendar, and a sentence about what was left out."""
    try:
        with warnings.catch_warnings(action="ignore"):  # about names of time zones, which are judged here
            calendars = Calendar.from_ical(content, multiple=True)
        events = [(event, _zone_of(calendar)) for calendar in calendars for event in calendar.walk("VEVENT")]
    except (ValueError, KeyError, IndexError, TypeError, AttributeError) as broken:
        raise CannotImport("This is no calendar, or it is damaged: export it again as .ics.") from broken
    if not events:
        raise CannotImport("The calendar holds no event.")
    drafts = []
    single = [(event, zone) for event, zone in events if "RECURRENCE-ID" not in event]
    for number, (event, zone) in enumerate(single, start=1):
        where = f"event {number} '{_text(event, 'SUMMARY')[:40]}'"
        drafts.append(draft_from("event", _fields(event, zone, types, countries), where, number))
    moved = len(events) - len(single)
    return drafts, f"{moved} changes of single days of a series were left out" if moved else ""


def _zone_of(calendar: Any) -> str:
    """The time zone in which its owner reads the calendar."""
    return str(calendar.get("X-WR-TIMEZONE", ""))


def _text(event: Any, name: str) -> str:
    value = event.get(name)
    value = value[0] if isinstance(value, list) else value
    return "" if value is None else str(value).strip()


def _fields(event: Any, zone: str, types: Mapping[str, str], countries: Mapping[str, str]) -> Fields:
    title, about = _text(event, "SUMMARY"), plain_text(_text(event, "DESCRIPTION"))
    location = _text(event, "LOCATION")
    yield ("title",), title, "SUMMARY"
    yield ("summary",), summary_of(about, title), "DESCRIPTION" if about else "SUMMARY"
    yield ("description",), about if len(about) > 300 else "", "DESCRIPTION"
    yield ("url",), _text(event, "URL") or first_link(about), "URL"
    yield ("type",), _type(event, types), "CATEGORIES"
    yield from _times(event, zone)
    yield ("event_status",), _STATUS.get(_text(event, "STATUS").upper(), ""), "STATUS"
    yield ("recurrence",), _rule(event), "RRULE"
    yield ("updated",), _updated(event), "LAST-MODIFIED"
    yield from _where(location, countries)


def _times(event: Any, zone: str) -> Iterator[tuple[Field, object, str]]:
    start, end = _moment(event, "DTSTART"), _end(event)
    if start is None:
        return
    name = _name_of_zone(start, zone)
    yield ("start",), _written(start, name), "DTSTART"
    yield ("end",), _written(end or start, name), "DTEND"
    yield ("timezone",), name, "DTSTART"


def _moment(event: Any, name: str) -> date | None:
    found = _plain(event.get(name))
    return found if isinstance(found, date) else None


def _plain(value: Any) -> object:
    """The day, moment or length in a property; None for one that is broken."""
    with suppress(BrokenCalendarProperty, AttributeError, ValueError):
        return getattr(value, "dt", None)
    return None


def _end(event: Any) -> date | None:
    """The last moment; the end of whole days is the day after the last one."""
    start, end = _moment(event, "DTSTART"), _moment(event, "DTEND")
    length = _plain(event.get("DURATION"))
    if end is None and start is not None and isinstance(length, timedelta):
        end = start + length
    if end is not None and not isinstance(end, datetime) and start is not None:
        return max(start, end - timedelta(days=1))
    return end


def _name_of_zone(moment: date, zone: str) -> str:
    zones = timezones()
    if isinstance(moment, datetime) and moment.tzinfo is not None:
        own = str(getattr(moment.tzinfo, "key", ""))
        if own in zones and own != "UTC":
            return own
        return zone if zone in zones else "UTC"
    return zone if zone in zones else ""


def _written(moment: date, zone: str) -> str:
    if not isinstance(moment, datetime):
        return moment.isoformat()
    local = moment.astimezone(ZoneInfo(zone)) if moment.tzinfo is not None and zone else moment
    return local.strftime("%Y-%m-%dT%H:%M")


def _rule(event: Any) -> str:
    """The rule by which it comes again, its frequency first."""
    rule = event.get("RRULE")
    if rule is None or isinstance(rule, list):
        return ""
    parts = rule.to_ical().decode().upper().split(";")
    return ";".join(sorted(parts, key=lambda part: not part.startswith("FREQ=")))


def _updated(event: Any) -> str:
    changed = _moment(event, "LAST-MODIFIED")
    return changed.isoformat()[:10] if changed else ""


def _type(event: Any, types: Mapping[str, str]) -> str:
    """The first of its categories, or the first word of its title, that is a type of event."""
    value = event.get("CATEGORIES")
    lists = value if isinstance(value, list) else [value] if value is not None else []
    words = [str(word) for each in lists for word in getattr(each, "cats", [each])]
    known = {**{folded(label): kind for kind, label in types.items()}, **{folded(kind): kind for kind in types}}
    named = (kind for word in words if (kind := known.get(folded(word))))
    title = f"-{slug_of(_text(event, 'SUMMARY'))}-"
    return next(named, "") or next((kind for word, kind in known.items() if f"-{word}-" in title), "")


def _where(location: str, countries: Mapping[str, str]) -> Iterator[tuple[Field, object, str]]:
    is_online = any(word in location.casefold() for word in _ONLINE)
    place = {} if is_online else place_in(location, countries)
    yield ("attendance",), "online" if is_online else "onsite" if location else "", "LOCATION"
    yield ("virtual_url",), first_link(location), "LOCATION"
    yield from ((("place", name), value, "LOCATION") for name, value in place.items())
