"""Shape entries from values that have passed their schema: dates become dates, plain texts get their language.

Nothing is judged here and nothing is looked up: a value that does not fit is our mistake, not the contributor's.
"""

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
    Course,
    Credential,
    Entry,
    Event,
    Fact,
    Funding,
    JobRole,
    Kind,
    Membership,
    Moment,
    Need,
    Origin,
    Practice,
    Price,
    Provider,
    Region,
    Session,
    Skill,
    SkillAtLevel,
    Spot,
    Text,
    Trend,
)

Value = Mapping[str, Any]
Say = Callable[[Any], Text]  # a text as written -> a text by language


def shape(kind: Kind, slug: str, value: Value, *, digest: str, language: str) -> Entry:
    """The entry that a value of this kind stands for; ``language`` is the hub's own, where the file names none."""
    own = value.get("language", language)

    def say(text: Any) -> Text:
        return {own: text} if isinstance(text, str) else text

    fields: dict[str, Any] = {
        "slug": slug,
        "digest": digest,
        "status": value["status"],
        "updated": _day(value["updated"]),
        "language": own,
        "title": say(value[TITLES.get(kind, "title")]),
        "summary": say(value["summary"]),
        "sample": value.get("sample", False),
    }
    for name, give in _COMMON.items():
        if name in value:
            fields[name] = give(value[name], say)
    entry, own_fields = _KINDS[kind]
    for name, give in own_fields.items():
        if name in value:
            fields[name] = give(value[name], say)
    return entry(**_finished(kind, fields, value))


TITLES: Mapping[str, str] = {"region": "name", "provider": "legal_name", "skill": "label", "job-role": "label"}
"""What a kind calls its title, where it does not call it title."""


def _finished(kind: Kind, fields: dict[str, Any], value: Value) -> dict[str, Any]:
    """What cannot be said field by field."""
    if kind == "provider" and "short_name" in value:
        fields["title"] = {fields["language"]: value["short_name"]}
    if kind in ("skill", "job-role"):
        fields.setdefault("synonyms", {})
    if kind == "skill":
        fields["nature"] = value["kind"]
    if kind == "event":
        zone = value["timezone"]
        for name in ("start", "end", "previous_start"):
            if name in value:
                fields[name] = moment(value[name], zone)
    return fields


def _plain(value: Any, _say: Say) -> Any:
    return value


def _text(value: Any, say: Say) -> Text:
    return say(value)


def _texts(value: Any, say: Say) -> tuple[Text, ...]:
    return tuple(map(say, value))


def _names(value: Any, _say: Say) -> tuple[str, ...]:
    return tuple(value)


@lru_cache(maxsize=4096)
def _day(value: str) -> date:
    return date.fromisoformat(value)


def _date(value: Any, _say: Say) -> date:
    return _day(value)


@lru_cache(maxsize=16384)
def moment(text: str, zone: str | None) -> Moment:
    """The moment that an ISO 8601 text means in a time zone (IANA); without one, in UTC."""
    if "T" in text:
        day, clock = text.split("T")
        first = date.fromisoformat(day)
        at = datetime.combine(first, time.fromisoformat(clock), ZoneInfo(zone or "UTC"))
        return Moment(text=text, first=first, last=first, at=at)
    year, month, *days = (*map(int, text.split("-")), *(() if len(text) > 4 else (0,)))
    if days:
        only = date(year, month, days[0])
        return Moment(text=text, first=only, last=only)
    last_month = month or 12
    last = date(year, last_month, calendar.monthrange(year, last_month)[1])
    return Moment(text=text, first=date(year, month or 1, 1), last=last)


def _price(value: Value, say: Say) -> Price:
    note = say(value["note"]) if "note" in value else None
    return Price(category=value["category"], amount=value.get("amount"), currency=value.get("currency"), note=note)


def _spot(value: Value, say: Say) -> Spot:
    return Spot(**{**value, "name": say(value["name"])}) if "name" in value else Spot(**value)


def _contacts(value: Any, say: Say) -> tuple[Contact, ...]:
    return tuple(Contact(**{**one, "role": say(one["role"])} if "role" in one else one) for one in value)


def _origin(value: Value, say: Say) -> Origin:
    day = _day(value["date"]) if "date" in value else None
    return Origin(title=say(value["title"]), url=value.get("url"), date=day)


def _skills(value: Any, _say: Say) -> tuple[SkillAtLevel, ...]:
    return tuple(SkillAtLevel(**one) for one in value)


def _regions(value: Any, _say: Say) -> tuple[str, ...]:
    return () if value == EVERYWHERE else tuple(value)


def _credential(value: Value, say: Say) -> Credential:
    texts = {name: say(value[name]) for name in ("name", "awarding_body") if name in value}
    return Credential(**{**value, **texts})


def _session(value: Value, say: Say) -> Session:
    fields = dict(value)
    zone = fields.pop("timezone", None)
    fields["start"], fields["end"] = moment(value["start"], zone), moment(value["end"], zone)
    if "place" in value:
        fields["place"] = _spot(value["place"], say)
    if "registration_deadline" in value:
        fields["registration_deadline"] = _day(value["registration_deadline"])
    return Session(**fields)


def _sessions(value: Any, say: Say) -> tuple[Session, ...]:
    return tuple(sorted((_session(one, say) for one in value), key=lambda one: (one.start.first, one.start.text)))


def _memberships(value: Any, say: Say) -> tuple[Membership, ...]:
    return tuple(
        Membership(
            network=one["network"],
            source=_origin(one["source"], say),
            role=say(one["role"]) if "role" in one else None,
        )
        for one in value
    )


def _facts(value: Any, say: Say) -> tuple[Fact, ...]:
    return tuple(
        Fact(
            label=say(one["label"]),
            value=str(one["value"]),
            source=_origin(one["source"], say),
            year=one.get("year"),
        )
        for one in value
    )


def _needs(value: Any, say: Say) -> tuple[Need, ...]:
    return tuple(
        Need(
            **{
                **one,
                "source": _origin(one["source"], say),
                "note": say(one["note"]) if "note" in one else None,
            }
        )
        for one in value
    )


def _synonyms(value: Value, _say: Say) -> Mapping[str, tuple[str, ...]]:
    return {language: tuple(words) for language, words in value.items()}


def _trend(value: Value, say: Say) -> Trend:
    return Trend(direction=value["direction"], source=_origin(value["source"], say))


Give = Callable[[Any, Say], Any]

_COMMON: Mapping[str, Give] = {
    "description": _text,
    "tags": _names,
    "contacts": _contacts,
    "verified": _date,
    "source": _origin,
}

_KINDS: Mapping[Kind, tuple[type[Entry], Mapping[str, Give]]] = {
    "course": (
        Course,
        {
            **dict.fromkeys(("url", "provider", "type", "mode", "workload_hours"), _plain),
            **dict.fromkeys(("eqf", "ects", "cefr", "setting", "schedule"), _plain),
            **dict.fromkeys(("languages", "isced_f", "job_roles", "target_groups"), _names),
            **dict.fromkeys(("assessment", "funding", "standards"), _names),
            **dict.fromkeys(("prerequisites", "quality_assurance"), _text),
            "outcomes": _texts,
            "regions": _regions,
            "skills": _skills,
            "price": _price,
            "credential": _credential,
            "sessions": _sessions,
        },
    ),
    "event": (
        Event,
        {
            **dict.fromkeys(("url", "type", "timezone", "attendance", "organiser", "virtual_url"), _plain),
            **dict.fromkeys(("event_status", "capacity", "registration_url", "recurrence"), _plain),
            **dict.fromkeys(("languages", "regions"), _names),
            "registration_deadline": _date,
            "place": _spot,
            "skills": _skills,
            "price": _price,
            "outcomes": _text,
        },
    ),
    "region": (
        Region,
        {
            **dict.fromkeys(("country", "lon", "lat", "nuts", "official_name", "url"), _plain),
            "industries": _texts,
            "memberships": _memberships,
            "facts": _facts,
            "needs": _needs,
            "motivation": _text,
            "neighbours": _names,
        },
    ),
    "provider": (
        Provider,
        {
            **dict.fromkeys(("legal_name", "type", "country", "region", "homepage", "vat_id"), _plain),
            **dict.fromkeys(("offers", "looking_for", "accreditation"), _texts),
            "maintainers": _names,
            "place": _spot,
        },
    ),
    "funding": (
        Funding,
        {
            **dict.fromkeys(("url", "level", "rate", "cap", "currency"), _plain),
            **dict.fromkeys(("audience", "regions", "countries"), _names),
            **dict.fromkeys(("opens", "closes"), _date),
            "funder": _text,
            "purposes": _texts,
        },
    ),
    "practice": (
        Practice,
        {
            **dict.fromkeys(("region", "organisation", "evidence_url"), _plain),
            **dict.fromkeys(("problem", "actions", "results", "transferability"), _text),
            "skills": _skills,
        },
    ),
    "skill": (
        Skill,
        {
            **dict.fromkeys(("group", "esco_uri", "reuse_level"), _plain),
            **dict.fromkeys(("digcomp", "greencomp"), _names),
            "synonyms": _synonyms,
        },
    ),
    "job-role": (
        JobRole,
        {
            **dict.fromkeys(("esco_uri", "isco"), _plain),
            "skills": _skills,
            "synonyms": _synonyms,
            "trend": _trend,
        },
    ),
}
