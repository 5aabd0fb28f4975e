"""How each part of an entry is given its shape: written value, language of its plain texts, whole entry -> value."""

from __future__ import annotations

import calendar
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from skillshub.model import (
    EVERYWHERE,
    Contact,
    Credential,
    Fact,
    Membership,
    Moment,
    Need,
    Origin,
    Price,
    Session,
    SkillAtLevel,
    Spot,
    Text,
    Trend,
)

Value = Mapping[str, Any]
Give = Callable[[Any, str, Value], Any]

_zone = lru_cache(maxsize=512)(ZoneInfo)


@lru_cache(maxsize=4096)
def day(written: str) -> date:
    return date.fromisoformat(written)


@lru_cache(maxsize=16384)
def moment(text: str, zone: str | None) -> Moment:
    """The moment that an ISO 8601 text means in a time zone (IANA); without one, in UTC."""
    if "T" in text:
        written, clock = text.split("T")
        first = date.fromisoformat(written)
        at = datetime.combine(first, time.fromisoformat(clock), _zone(zone or "UTC"))
        return Moment(text=text, first=first, last=first, at=at)
    year, month, day_of_month = (*map(int, text.split("-")), 0, 0)[:3]
    if day_of_month:
        only = date(year, month, day_of_month)
        return Moment(text=text, first=only, last=only)
    last_month = month or 12
    last = date(year, last_month, calendar.monthrange(year, last_month)[1])
    return Moment(text=text, first=date(year, month or 1, 1), last=last)


def say(written: Any, own: str) -> Text:
    """A text by language; ``own`` is the language of a plain one."""
    return {own: written} if type(written) is str else written


def text(written: Any, own: str, _entry: Value) -> Text:
    return {own: written} if type(written) is str else written


def texts(written: Any, own: str, _entry: Value) -> tuple[Text, ...]:
    return tuple([say(one, own) for one in written])


def words(written: Any, _own: str, _entry: Value) -> tuple[str, ...]:
    return tuple(written)


def when(written: Any, _own: str, _entry: Value) -> date:
    return day(written)


def at(written: Any, _own: str, entry: Value) -> Moment:
    return moment(written, entry["timezone"])


def price(written: Value, own: str, _entry: Value) -> Price:
    if "note" in written:
        return Price(**{**written, "note": say(written["note"], own)})
    return Price(**written)


def spot(written: Value, own: str, _entry: Value) -> Spot:
    return Spot(**{**written, "name": say(written["name"], own)}) if "name" in written else Spot(**written)


def contacts(written: Any, own: str, _entry: Value) -> tuple[Contact, ...]:
    return tuple(Contact(**{**one, "role": say(one["role"], own)} if "role" in one else one) for one in written)


def origin(written: Value, own: str, _entry: Value) -> Origin:
    published = day(written["date"]) if "date" in written else None
    return Origin(title=say(written["title"], own), url=written.get("url"), date=published)


def skills(written: Any, _own: str, _entry: Value) -> tuple[SkillAtLevel, ...]:
    return tuple([_skill(one["skill"], one["level"], one.get("need", "essential")) for one in written])


@lru_cache(maxsize=16384)
def _skill(name: str, level: Any, need: Any) -> SkillAtLevel:
    return SkillAtLevel(skill=name, level=level, need=need)


def regions(written: Any, _own: str, _entry: Value) -> tuple[str, ...]:
    return () if written == EVERYWHERE else tuple(written)


def credential(written: Value, own: str, _entry: Value) -> Credential:
    spoken = {name: say(written[name], own) for name in ("name", "awarding_body") if name in written}
    return Credential(**{**written, **spoken})


def sessions(written: Any, own: str, entry: Value) -> tuple[Session, ...]:
    held = [_session(one, own, entry) for one in written]
    return tuple(sorted(held, key=lambda one: (one.start.first, one.start.text)))


def _session(written: Value, own: str, entry: Value) -> Session:
    fields = dict(written)
    zone = fields.pop("timezone", None)
    fields["start"], fields["end"] = moment(written["start"], zone), moment(written["end"], zone)
    if "place" in written:
        fields["place"] = spot(written["place"], own, entry)
    if "registration_deadline" in written:
        fields["registration_deadline"] = day(written["registration_deadline"])
    return Session(**fields)


def memberships(written: Any, own: str, entry: Value) -> tuple[Membership, ...]:
    return tuple(Membership(**_sourced(one, own, entry, "role")) for one in written)


def facts(written: Any, own: str, entry: Value) -> tuple[Fact, ...]:
    return tuple(Fact(**{**_sourced(one, own, entry, "label"), "value": str(one["value"])}) for one in written)


def needs(written: Any, own: str, entry: Value) -> tuple[Need, ...]:
    return tuple(Need(**_sourced(one, own, entry, "note")) for one in written)


def trend(written: Value, own: str, entry: Value) -> Trend:
    return Trend(**_sourced(written, own, entry))


def _sourced(written: Value, own: str, entry: Value, *spoken: str) -> dict[str, Any]:
    """The fields of something with a source, its texts by language."""
    said = {name: say(written[name], own) for name in spoken if name in written}
    return {**written, **said, "source": origin(written["source"], own, entry)}


def synonyms(written: Value, _own: str, _entry: Value) -> Mapping[str, tuple[str, ...]]:
    return {language: tuple(those) for language, those in written.items()}
