"""An event, and how it repeats."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from skillshub.model import Event
from skillshub.schema_org.parts import FREE_OF_CHARGE, VOCABULARY, Thing, View, iso, offer, one_or_all, said

STATUSES = {
    "scheduled": "EventScheduled",
    "cancelled": "EventCancelled",
    "postponed": "EventPostponed",
    "rescheduled": "EventRescheduled",
    "moved-online": "EventMovedOnline",
}
ATTENDANCE = {
    "onsite": "OfflineEventAttendanceMode",
    "online": "OnlineEventAttendanceMode",
    "hybrid": "MixedEventAttendanceMode",
}


def event(entry: Event, view: View) -> Thing:
    skills = view.skills(entry.skills)
    return {
        "@type": "EducationEvent",
        "url": entry.url,
        "startDate": iso(entry.start),
        "endDate": iso(entry.end),
        "previousStartDate": iso(entry.previous_start) if entry.previous_start else None,
        "eventStatus": VOCABULARY + STATUSES[entry.event_status],
        "eventAttendanceMode": VOCABULARY + ATTENDANCE[entry.attendance],
        "location": one_or_all(_locations(entry, view)),
        "organizer": view.organisation(entry.organiser),
        "keywords": ", ".join(dict.fromkeys((*entry.tags, *(term["name"] for term in skills)))),
        "inLanguage": one_or_all(entry.languages),
        "teaches": skills,
        "isAccessibleForFree": FREE_OF_CHARGE[entry.price.category] if entry.price else None,
        "offers": _seats(entry),
        "maximumAttendeeCapacity": entry.capacity,
        "eventSchedule": _schedule(entry) if entry.recurrence else None,
    }


def _locations(entry: Event, view: View) -> list[Thing]:
    """On site, online, or both."""
    online = [{"@type": "VirtualLocation", "url": entry.virtual_url or entry.url}]
    if entry.attendance == "online":
        return online
    place = view.place(entry.place) if entry.place else view.somewhere(entry.regions, entry.organiser)
    return [place, *(online if entry.attendance == "hybrid" else ())]


def _seats(entry: Event) -> Thing | None:
    """How one gets in, where the entry says so."""
    deadline = entry.registration_deadline
    ends = {"validThrough": deadline.isoformat() if deadline else None}
    url = entry.registration_url or entry.url
    if entry.price:
        return offer(entry.price, url=url, **ends)
    return said({"@type": "Offer", "url": url, **ends}) if entry.registration_url or deadline else None


def _schedule(entry: Event) -> Thing:
    """An iCalendar rule (FREQ=MONTHLY;COUNT=6) as a Schedule; a part that Schedule has no word for is left out."""
    rule = dict(part.split("=", 1) for part in (entry.recurrence or "").split(";"))
    parts = {name: value for part, (name, read) in _PARTS.items() if (value := read(rule.get(part, "")))}
    every = rule.get("INTERVAL", "")
    return said(
        {
            "@type": "Schedule",
            "repeatFrequency": f"P{every if every.isdigit() else 1}{rule['FREQ'][0]}",  # P1D, P2W, P1M, P1Y
            "startDate": entry.start.first.isoformat(),
            "startTime": entry.start.at.time().isoformat() if entry.start.at else None,
            "endTime": entry.end.at.time().isoformat() if entry.end.at else None,
            "scheduleTimezone": entry.timezone,
            **parts,
        }
    )


def _numbers(listed: str) -> Any:
    return one_or_all(int(number) for number in listed.split(",") if number.lstrip("+-").isdigit())


def _days(listed: str) -> Any:
    return one_or_all(day for day in listed.split(",") if day)


def _last_day(until: str) -> str:
    """20271231T230000Z: 2027-12-31"""
    return f"{until[:4]}-{until[4:6]}-{until[6:8]}" if until[:8].isdecimal() and len(until) >= 8 else ""


_PARTS: Mapping[str, tuple[str, Callable[[str], Any]]] = {
    "COUNT": ("repeatCount", _numbers),
    "UNTIL": ("endDate", _last_day),
    "BYDAY": ("byDay", _days),
    "BYMONTHDAY": ("byMonthDay", _numbers),
    "BYMONTH": ("byMonth", _numbers),
}
