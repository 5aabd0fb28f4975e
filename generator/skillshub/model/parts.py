"""What entries are made of: texts, moments, prices, places, sources."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

Text = Mapping[str, str]
"""A text by language code, in the order in which it was written; never empty."""

Level = Literal["awareness", "practitioner", "expert"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A day, a local time, or (for what lies long ago) only a month or a year."""

    text: str  # ISO 8601, as written: 2027-03-15T09:00, 2027-03-15, 2024-06 or 2024
    first: date  # the first and the last day that it may mean: the same but for a month or a year
    last: date
    at: datetime | None = None  # with its time zone, when a time is given


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillAtLevel:
    skill: str
    level: Level
    need: Literal["essential", "optional"] = "essential"  # only job roles say otherwise


@dataclass(frozen=True, slots=True, kw_only=True)
class Price:
    category: str
    amount: float | None = None
    currency: str | None = None
    note: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where something takes place: a postal address."""

    city: str
    country: str
    name: Text | None = None
    street: str | None = None
    postal_code: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    name: str
    role: Text | None = None
    email: str | None = None
    phone: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """The source of a fact."""

    title: Text
    url: str | None = None
    date: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    start: Moment
    end: Moment
    place: Spot | None = None
    virtual_url: str | None = None
    registration_deadline: date | None = None
    registration_url: str | None = None
    capacity: int | None = None
    status: str = "scheduled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Credential:
    type: str
    name: Text | None = None
    awarding_body: Text | None = None
    stackable: bool | None = None
    supervision: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    network: str
    source: Origin
    role: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    label: Text
    value: str
    source: Origin
    year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    demand: str
    source: Origin
    skill: str | None = None
    job_role: str | None = None
    level: Level | None = None
    note: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    direction: str
    source: Origin
