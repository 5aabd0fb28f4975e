"""The eight kinds of entry."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar, Literal

from skillshub.model.parts import (
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

Kind = Literal["course", "event", "region", "provider", "funding", "practice", "skill", "job-role"]
Status = Literal["draft", "published", "archived"]

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
    synonyms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    reuse_level: str | None = None
    digcomp: tuple[str, ...] = ()
    greencomp: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class JobRole(Entry):
    kind: ClassVar[Kind] = "job-role"

    skills: tuple[SkillAtLevel, ...]
    esco_uri: str | None = None
    isco: str | None = None
    synonyms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    trend: Trend | None = None
