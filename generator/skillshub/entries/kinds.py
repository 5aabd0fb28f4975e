"""Which field of a file becomes which field of an entry, and how."""

from __future__ import annotations

from collections.abc import Mapping

from skillshub.entries import parts
from skillshub.entries.parts import Give
from skillshub.model import Course, Entry, Event, Funding, JobRole, Kind, Practice, Provider, Region, Skill

Given = Mapping[str, tuple[str, Give | None]]
"""Field of the file -> field of the entry, and how it is given its shape; None keeps what was written."""

_EVERY: Mapping[Give | None, str] = {
    None: "status language sample",
    parts.when: "updated verified",
    parts.text: "summary description",
    parts.words: "tags",
    parts.contacts: "contacts",
    parts.origin: "source",
}


def _given(own: Mapping[Give | None, str], named: Mapping[str, str] | None = None) -> Given:
    """A table of fields; ``named``: what some are called in the model, which calls each title a title."""
    shapes = {name: give for table in (_EVERY, own) for give, names in table.items() for name in names.split()}
    return {name: ((named or {}).get(name, name), give) for name, give in shapes.items()}


_COURSE = _given(
    {
        None: "url provider type mode workload_hours eqf ects cefr setting schedule",
        parts.text: "title prerequisites quality_assurance",
        parts.texts: "outcomes",
        parts.words: "languages isced_f job_roles target_groups assessment funding standards",
        parts.regions: "regions",
        parts.skills: "skills",
        parts.price: "price",
        parts.credential: "credential",
        parts.sessions: "sessions",
    }
)
_EVENT = _given(
    {
        None: "url type timezone attendance organiser virtual_url event_status capacity registration_url recurrence",
        parts.text: "title outcomes",
        parts.at: "start end previous_start",
        parts.when: "registration_deadline",
        parts.words: "languages regions",
        parts.spot: "place",
        parts.skills: "skills",
        parts.price: "price",
    }
)
_REGION = _given(
    {
        None: "country lon lat nuts official_name url",
        parts.text: "name motivation",
        parts.texts: "industries",
        parts.words: "neighbours",
        parts.memberships: "memberships",
        parts.facts: "facts",
        parts.needs: "needs",
    },
    named={"name": "title"},
)
_PROVIDER = _given(
    {
        None: "legal_name type country region homepage vat_id",
        parts.text: "short_name",
        parts.texts: "offers looking_for accreditation",
        parts.words: "maintainers",
        parts.spot: "place",
    },
    named={"short_name": "title"},
)
_FUNDING = _given(
    {
        None: "url level rate cap currency",
        parts.text: "title funder",
        parts.texts: "purposes",
        parts.words: "audience regions countries",
        parts.when: "opens closes",
    }
)
_PRACTICE = _given(
    {
        None: "region organisation evidence_url",
        parts.text: "title problem actions results transferability",
        parts.skills: "skills",
    }
)
_SKILL = _given(
    {
        None: "group kind esco_uri reuse_level",
        parts.text: "label",
        parts.words: "digcomp greencomp",
        parts.synonyms: "synonyms",
    },
    named={"label": "title", "kind": "nature"},
)
_JOB_ROLE = _given(
    {
        None: "esco_uri isco",
        parts.text: "label",
        parts.skills: "skills",
        parts.synonyms: "synonyms",
        parts.trend: "trend",
    },
    named={"label": "title"},
)

KINDS: Mapping[Kind, tuple[type[Entry], Given]] = {
    "course": (Course, _COURSE),
    "event": (Event, _EVENT),
    "region": (Region, _REGION),
    "provider": (Provider, _PROVIDER),
    "funding": (Funding, _FUNDING),
    "practice": (Practice, _PRACTICE),
    "skill": (Skill, _SKILL),
    "job-role": (JobRole, _JOB_ROLE),
}
