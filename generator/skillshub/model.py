"""The nouns of the catalogue: eight kinds of entry and what they are made of.

Values only, frozen; ``entries`` shapes them from what contributors wrote. Fields are named as in ``schema/``, where each is
explained; the one exception is ``title``, which every entry has here, whatever its kind calls it (name, legal name, label).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar, Literal

Text = Mapping[str, str]
"""A text by language code, in the order in which it was written; never empty."""

Kind = Literal["course", "event", "region", "provider", "funding", "practice", "skill", "job-role"]
Status = Literal["draft", "published", "archived"]
Level = Literal["awareness", "practitioner", "expert"]

FOLDERS: Mapping[Kind, str] = {
    "course": "courses",
    "event": "events",
    "region": "regions",
    "provider": "providers",
    "funding": "funding",
    "practice": "practices",
    "skill": "skills",
    "job-role": "job-roles",
}
"""Kind -> its plural: the folder below ``content/``, the address below ``/`` and the name of its list."""

EVERYWHERE = "everywhere"
"""What an online course writes in place of its regions."""


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


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Entry:
    """What every entry has. Two entries are one only if they are the same object: a file is one entry."""

    kind: ClassVar[Kind]

    slug: str  # the file name without .yml; its id, for ever
    digest: str  # of the file's bytes: two entries with one digest are one text
    status: Status
    updated: date
    language: str  # of the texts that are not given per language
    title: Text
    summary: Text
    description: Text | None = None
    tags: tuple[str, ...] = ()
    contacts: tuple[Contact, ...] = ()
    verified: date | None = None
    source: Origin | None = None
    sample: bool = False

    @property
    def path(self) -> str:
        """The file that it stands in, relative to the hub."""
        return f"content/{FOLDERS[self.kind]}/{self.slug}.yml"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Course(Entry):
    kind: ClassVar[Kind] = "course"

    url: str
    provider: str
    type: str
    mode: str
    languages: tuple[str, ...]
    regions: tuple[str, ...]  # empty when it is taught everywhere
    skills: tuple[SkillAtLevel, ...]
    outcomes: tuple[Text, ...]
    isced_f: tuple[str, ...]
    price: Price
    workload_hours: float
    job_roles: tuple[str, ...] = ()
    target_groups: tuple[str, ...] = ()
    prerequisites: Text | None = None
    assessment: tuple[str, ...] = ()
    quality_assurance: Text | None = None
    credential: Credential | None = None
    eqf: int | None = None
    ects: float | None = None
    cefr: str | None = None
    setting: str | None = None
    schedule: str | None = None
    funding: tuple[str, ...] = ()
    standards: tuple[str, ...] = ()
    sessions: tuple[Session, ...] = ()  # by start


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Event(Entry):
    kind: ClassVar[Kind] = "event"

    url: str
    type: str
    start: Moment
    end: Moment
    timezone: str
    attendance: str
    organiser: str
    place: Spot | None = None
    virtual_url: str | None = None
    event_status: str = "scheduled"
    previous_start: Moment | None = None
    languages: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    skills: tuple[SkillAtLevel, ...] = ()
    price: Price | None = None
    capacity: int | None = None
    registration_deadline: date | None = None
    registration_url: str | None = None
    recurrence: str | None = None
    outcomes: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Region(Entry):
    kind: ClassVar[Kind] = "region"

    country: str
    lon: float
    lat: float
    nuts: str | None = None
    official_name: str | None = None
    url: str | None = None
    industries: tuple[Text, ...] = ()
    memberships: tuple[Membership, ...] = ()
    facts: tuple[Fact, ...] = ()
    needs: tuple[Need, ...] = ()
    motivation: Text | None = None
    neighbours: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Provider(Entry):
    kind: ClassVar[Kind] = "provider"

    legal_name: str
    type: str
    country: str
    region: str
    homepage: str
    place: Spot | None = None
    offers: tuple[Text, ...] = ()
    looking_for: tuple[Text, ...] = ()
    maintainers: tuple[str, ...] = ()
    accreditation: tuple[Text, ...] = ()
    vat_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Funding(Entry):
    kind: ClassVar[Kind] = "funding"

    url: str
    funder: Text
    level: str
    audience: tuple[str, ...]
    regions: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    purposes: tuple[Text, ...] = ()
    rate: float | None = None
    cap: float | None = None
    currency: str | None = None
    opens: date | None = None
    closes: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Practice(Entry):
    kind: ClassVar[Kind] = "practice"

    region: str
    organisation: str
    problem: Text
    actions: Text
    results: Text
    transferability: Text | None = None
    evidence_url: str | None = None
    skills: tuple[SkillAtLevel, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Skill(Entry):
    kind: ClassVar[Kind] = "skill"

    group: str
    nature: str  # "skill" or "knowledge": the file calls it kind
    esco_uri: str | None = None
    synonyms: Mapping[str, tuple[str, ...]]
    reuse_level: str | None = None
    digcomp: tuple[str, ...] = ()
    greencomp: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    direction: str
    source: Origin


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class JobRole(Entry):
    kind: ClassVar[Kind] = "job-role"

    skills: tuple[SkillAtLevel, ...]
    esco_uri: str | None = None
    isco: str | None = None
    synonyms: Mapping[str, tuple[str, ...]]
    trend: Trend | None = None
