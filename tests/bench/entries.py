"""Made-up entries of a hub: the same number, seed and day give the same entries, on every machine.

Of N entries 80 % are courses, a fiftieth are providers, and regions, skills, job roles, funding and practices stand in
proportion; events are the rest. N is at least 200. So every list that a page can hold stays as long when the hub grows.
Knows neither YAML nor Hugo: an entry is a mapping as its file would give it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from tests.bench.vocabulary import Writer

Entry = Mapping[str, Any]

FOLDERS = {
    "course": "courses",
    "event": "events",
    "region": "regions",
    "provider": "providers",
    "funding": "funding",
    "practice": "practices",
    "skill": "skills",
    "job-role": "job-roles",
}
GROUPS = ("battery", "digital", "production", "green")

_ZONES = {  # countries without NUTS codes, which the hub would look up
    "US": "America/New_York",
    "CA": "America/Toronto",
    "JP": "Asia/Tokyo",
    "KR": "Asia/Seoul",
    "MX": "America/Mexico_City",
    "BR": "America/Sao_Paulo",
}
_LEVELS = ("awareness", "practitioner", "expert")
_FIELDS = ("0716", "0714", "0715", "0713", "0613", "0712")


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The file names of everything that an entry may refer to, and the day around which its dates lie."""

    today: date
    region: list[str]
    provider: list[str]
    skill: list[str]
    job_role: list[str]
    funding: list[str]


def entries(number: int, today: date, seed: int = 1) -> Iterator[tuple[str, str, Entry]]:
    """Kind, file name and fields of so many entries, those first that others refer to."""
    shares = {
        "region": max(4, number // 200),
        "skill": max(8, number // 100),
        "job-role": max(4, number // 200),
        "provider": max(4, number // 50),
        "funding": max(2, number // 500),
        "practice": max(2, number // 500),
        "course": number * 8 // 10,
    }
    shares["event"] = number - sum(shares.values())
    names = Names(
        today=today,
        region=_numbered("region", shares["region"]),
        provider=_numbered("provider", shares["provider"]),
        skill=_numbered("skill", shares["skill"]),
        job_role=_numbered("job-role", shares["job-role"]),
        funding=_numbered("funding", shares["funding"]),
    )
    writer = Writer(seed)
    for kind, share in shares.items():
        for index, slug in enumerate(_numbered(kind, share)):
            yield kind, slug, _opening(writer, names) | _MAKERS[kind](writer, names, index)


def _numbered(kind: str, number: int) -> list[str]:
    return [f"{kind}-{index:05d}" for index in range(number)]


def _opening(writer: Writer, names: Names) -> dict[str, Any]:
    return {"status": "published", "updated": str(_day(writer, names, -150)), "summary": writer.sentence(18)}


def _day(writer: Writer, names: Names, first: int) -> date:
    """One of 150 days, the first of which lies so many days from today."""
    return names.today + timedelta(days=first + writer.chance.randrange(150))


def _skills(writer: Writer, names: Names, number: int) -> list[dict[str, str]]:
    return [{"skill": skill, "level": writer.one(_LEVELS)} for skill in writer.some(names.skill, number)]


def _country_of(region: str) -> str:
    return tuple(_ZONES)[int(region.rsplit("-", 1)[1]) % len(_ZONES)]


def _home_of(names: Names, provider: str) -> str:
    return names.region[int(provider.rsplit("-", 1)[1]) % len(names.region)]


def _place(writer: Writer, region: str) -> dict[str, str]:
    return {
        "name": f"{writer.title(1)} Centre",
        "street": f"{writer.title(1)} street {writer.chance.randrange(1, 200)}",
        "postal_code": f"{writer.chance.randrange(10000, 99999)} A",
        "city": writer.title(1),
        "country": _country_of(region),
    }


def _course(writer: Writer, names: Names, index: int) -> dict[str, Any]:
    provider = names.provider[index % len(names.provider)]
    region = _home_of(names, provider)
    return {
        "title": f"{writer.title()} {index}",
        "description": writer.description(),
        "url": f"https://example.org/courses/{index}",
        "provider": provider,
        "type": writer.one(("course", "module", "short-programme", "class")),
        "mode": writer.one(("onsite", "blended", "online", "lab")),
        "languages": ["en"],
        "regions": [region],
        "skills": _skills(writer, names, 3),
        "outcomes": [writer.sentence(8) for _ in range(2)],
        "isced_f": [writer.one(_FIELDS)],
        "price": {"category": "paid", "amount": writer.chance.randrange(50, 3000), "currency": "EUR"},
        "workload_hours": writer.chance.randrange(2, 200),
        "job_roles": writer.some(names.job_role, 2),
        "target_groups": ["employees", "jobseekers"],
        "prerequisites": writer.sentence(10),
        "assessment": ["practical"],
        "credential": {"type": "certificate", "awarding_body": f"{writer.title(2)} board"},
        "eqf": writer.chance.randrange(3, 8),
        "sessions": [_session(writer, names, region) for _ in range(1 + (index % 4 == 0))],
        "tags": [writer.title(1)],
    }


def _session(writer: Writer, names: Names, region: str) -> dict[str, Any]:
    start = _day(writer, names, 20)
    return {
        "start": f"{start}T09:00",
        "end": f"{start + timedelta(days=2)}T17:00",
        "timezone": _ZONES[_country_of(region)],
        "place": _place(writer, region),
        "registration_deadline": (start - timedelta(days=14)).isoformat(),
        "capacity": writer.chance.randrange(8, 40),
    }


def _event(writer: Writer, names: Names, index: int) -> dict[str, Any]:
    organiser = names.provider[index % len(names.provider)]
    region = _home_of(names, organiser)
    start = _day(writer, names, -40)
    return {
        "title": f"{writer.title()} {index}",
        "description": writer.description(),
        "url": f"https://example.org/events/{index}",
        "type": writer.one(("workshop", "conference", "webinar", "round-table")),
        "start": f"{start}T10:00",
        "end": f"{start}T16:00",
        "timezone": _ZONES[_country_of(region)],
        "attendance": "onsite",
        "place": _place(writer, region),
        "organiser": organiser,
        "languages": ["en"],
        "regions": [region],
        "skills": _skills(writer, names, 2),
        "price": {"category": "free"},
        "capacity": writer.chance.randrange(20, 300),
        "registration_deadline": (start - timedelta(days=7)).isoformat(),
    }


def _region(writer: Writer, names: Names, index: int) -> dict[str, Any]:
    source = {"title": "Made up", "url": "https://example.org/source", "date": str(_day(writer, names, -150))}
    number = writer.chance.randrange
    return {
        "name": f"{writer.title(2)} {index}",
        "description": writer.description(),
        "country": _country_of(names.region[index]),
        "lon": round(-120 + (index * 1.7) % 240, 4),
        "lat": round(-50 + (index * 0.9) % 100, 4),
        "url": f"https://example.org/regions/{index}",
        "industries": [writer.title(2) for _ in range(3)],
        "facts": [{"label": writer.title(3), "value": number(1000), "year": 2025, "source": source} for _ in range(4)],
        "needs": [
            {"skill": skill, "level": writer.one(_LEVELS), "demand": writer.one(("high", "medium")), "source": source}
            for skill in writer.some(names.skill, 5)
        ],
    }


def _provider(writer: Writer, names: Names, index: int) -> dict[str, Any]:
    region = _home_of(names, names.provider[index])
    return {
        "legal_name": f"{writer.title(2)} academy {index}",
        "description": writer.description(),
        "type": writer.one(("training-provider", "university", "company")),
        "country": _country_of(region),
        "region": region,
        "homepage": f"https://example.org/providers/{index}",
        "place": _place(writer, region),
        "offers": [writer.sentence(6) for _ in range(3)],
        "looking_for": [writer.sentence(6) for _ in range(2)],
    }


def _skill(writer: Writer, _names: Names, index: int) -> dict[str, Any]:
    return {
        "label": f"{writer.title(3)} {index}",
        "description": writer.description(),
        "group": GROUPS[index % len(GROUPS)],
        "kind": ("skill", "knowledge")[index % 2],
        "synonyms": {"en": [writer.title(2)]},
    }


def _job_role(writer: Writer, names: Names, index: int) -> dict[str, Any]:
    return {
        "label": f"{writer.title(2)} technician {index}",
        "description": writer.description(),
        "skills": [skill | {"need": "essential"} for skill in _skills(writer, names, 6)],
        "isco": "7231",
    }


def _funding(writer: Writer, names: Names, index: int) -> dict[str, Any]:
    return {
        "title": f"{writer.title(3)} programme {index}",
        "description": writer.description(),
        "url": f"https://example.org/funding/{index}",
        "funder": f"{writer.title(2)} fund",
        "level": "regional",
        "audience": ["companies", "training-providers"],
        "regions": writer.some(names.region, 2),
        "purposes": [writer.sentence(6)],
        "rate": 50,
        "opens": str(_day(writer, names, -150)),
        "closes": str(_day(writer, names, 20)),
    }


def _practice(writer: Writer, names: Names, index: int) -> dict[str, Any]:
    organisation = names.provider[index % len(names.provider)]
    return {
        "title": f"{writer.title(4)} {index}",
        "region": _home_of(names, organisation),
        "organisation": organisation,
        "problem": writer.sentence(30),
        "actions": writer.description(),
        "results": writer.sentence(30),
        "transferability": writer.sentence(30),
        "evidence_url": f"https://example.org/practices/{index}",
    }


_MAKERS = {
    "course": _course,
    "event": _event,
    "region": _region,
    "provider": _provider,
    "funding": _funding,
    "practice": _practice,
    "skill": _skill,
    "job-role": _job_role,
}
