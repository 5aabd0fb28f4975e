"""A small hub on disk, for laws about whole builds: eight kinds, two languages, and few hand-written pages.

Entries are dicts here and JSON on disk, which is YAML too. Nothing is a mock: it is checked and built as any other hub.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from skillshub.model import FOLDERS

TODAY = date(2027, 1, 15)
"""The day on which the small hub is built, unless a test says otherwise."""

Fields = dict[str, Any]
Entries = dict[str, Fields]  # by "courses/welding"

SETTINGS: Mapping[str, Any] = {
    "name": "Small Hub",
    "languages": ["en", "de"],
    "skill_groups": {"energy": {"en": "Energy", "de": "Energie"}},
    "thresholds": {"page_size": 6},
}

_TITLES = {
    "index": "Home",
    "find": "Find",
    "shortlist": "Shortlist",
    **{folder: folder.replace("-", " ").title() for folder in FOLDERS.values()},
}


def _entry(**fields: Any) -> Fields:
    return {"status": "published", "updated": "2026-11-23", "summary": "What it is about, in a sentence.", **fields}


def a_course(**fields: Any) -> Fields:
    own = {
        "title": "Welding",
        "url": "https://school.example.org/welding",
        "provider": "school",
        "type": "course",
        "mode": "onsite",
        "languages": ["en"],
        "regions": ["tyrol"],
        "skills": [{"skill": "welding", "level": "practitioner"}],
        "outcomes": ["Weld a seam that holds"],
        "isced_f": ["0715"],
        "price": {"category": "paid", "amount": 390, "currency": "EUR"},
        "workload_hours": 24,
    }
    return _entry(**{**own, **fields})


def a_session(start: str, end: str, **fields: Any) -> Fields:
    place = {"city": "Innsbruck", "country": "AT"}
    return {"start": start, "end": end, "timezone": "Europe/Vienna", "place": place, **fields}


def an_event(**fields: Any) -> Fields:
    own = {
        "title": "Partners meet",
        "url": "https://school.example.org/meet",
        "type": "group-meeting",
        "start": "2027-02-10T14:00",
        "end": "2027-02-10T16:00",
        "timezone": "Europe/Vienna",
        "attendance": "onsite",
        "place": {"city": "Innsbruck", "country": "AT"},
        "organiser": "school",
        "languages": ["de"],
        "regions": ["tyrol"],
    }
    return _entry(**{**own, **fields})


def entries() -> Entries:
    """A whole hub, in which every kind refers to others and some things are over, some to come."""
    return {
        "courses/advice": a_course(
            title={"en": "Talking", "de": "Reden"}, regions="everywhere", mode="online", provider="cluster",
            skills=[{"skill": "advice", "level": "awareness"}], price={"category": "free"}, workload_hours=6,
        ),
        "courses/welding": a_course(
            job_roles=["welder"], funding=["voucher"],
            sessions=[
                a_session("2027-01-10T09:00", "2027-01-12T17:00"),
                a_session("2027-02-01T09:00", "2027-02-03T17:00", registration_deadline="2027-01-20"),
                a_session("2027-03-01T09:00", "2027-03-03T17:00", registration_deadline="2027-02-18", capacity=12),
            ],
        ),
        **{f"courses/welding-{number}": a_course(title=f"Welding {number}") for number in range(2, 14)},
        "events/meeting": an_event(),
        "events/visit": an_event(
            title="Visit", type="study-visit", start="2027-01-14T09:00", end="2027-01-14T15:00",
            skills=[{"skill": "welding", "level": "awareness"}],
        ),
        "events/webinar": an_event(
            title="Webinar", type="webinar", attendance="online", registration_deadline="2027-02-01",
            start="2027-02-20T09:00", end="2027-02-20T10:00", virtual_url="https://school.example.org/webinar",
        ),
        "regions/tyrol": _entry(
            name={"en": "Tyrol", "de": "Tirol"}, official_name="Tirol", country="AT", nuts="AT33",
            lon=11.404, lat=47.268,
            needs=[
                {"skill": "welding", "level": "expert", "demand": "high", "source": {"title": "Survey"}},
                {"job_role": "welder", "demand": "medium", "source": {"title": "Survey"}},
            ],
        ),
        "regions/salzburg": _entry(
            name="Salzburg", official_name="Salzburg", country="AT", nuts="AT32", lon=13.055, lat=47.8,
            neighbours=["tyrol"],
        ),
        "providers/school": _entry(
            legal_name="Sample School", type="school", country="AT", region="tyrol", homepage="https://school.example.org/"
        ),
        "providers/cluster": _entry(
            legal_name="Sample Cluster", type="cluster", country="AT", region="salzburg",
            homepage="https://cluster.example.org/",
        ),
        "funding/voucher": _entry(
            title="Training voucher", url="https://funding.example.org/voucher", funder="Sample Fund", level="regional",
            audience=["workers"], regions=["tyrol"], rate=50, cap=500, currency="EUR",
            opens="2027-01-20", closes="2027-03-10",
        ),
        "practices/yard": _entry(
            title="A workshop in the yard", region="tyrol", organisation="school", problem="Nobody came.",
            actions="The doors were opened.", results="Now they come.",
            skills=[{"skill": "welding", "level": "practitioner"}],
        ),
        "skills/welding": _entry(
            label={"en": "Welding", "de": "Schweißen"}, group="energy", kind="skill", reuse_level="sector-specific"
        ),
        "skills/advice": _entry(label="Advice", group="energy", kind="skill", reuse_level="transversal"),
        "job-roles/welder": _entry(
            label="Welder", skills=[{"skill": "welding", "level": "expert", "need": "essential"}]
        ),
    }  # fmt: skip


def lay_out(hub: Path, content: Mapping[str, Fields] | None = None, **settings: Any) -> Path:
    """Write the small hub, or one with other entries and settings, into a folder."""
    write_settings(hub, **settings)
    for name, title in _TITLES.items():
        page = f"docs/{name}.md" if name == "index" else f"docs/{name}/index.md"
        put(hub, page, f"---\ntemplate: shell.html\n---\n# {title}\n\nWhat there is.\n")
    put(hub, "docs/contribute/index.md", "# Contribute\n\nHow one adds an entry.\n")
    put(hub, "docs/about.md", "# About\n\nWho we are.\n")
    put(hub, "docs/about.de.md", "# Über uns\n\nWer wir sind.\n")
    for path, fields in (entries() if content is None else content).items():
        write_entry(hub, path, fields)
    return hub


def write_settings(hub: Path, **settings: Any) -> None:
    mkdocs = {
        "site_name": "Small Hub",
        "site_url": "https://hub.example.org/skills/",
        "theme": {"name": "material", "font": False},
        "plugins": [],
        "extra": {"skillshub": {**SETTINGS, **settings}},
    }
    put(hub, "mkdocs.yml", json.dumps(mkdocs, indent=1, ensure_ascii=False))


def write_entry(hub: Path, path: str, fields: Fields) -> None:
    put(hub, f"content/{path}.yml", json.dumps(fields, indent=1, ensure_ascii=False))


def put(hub: Path, path: str, text: str | bytes) -> Path:
    file = hub / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return file


def tree(site: Path) -> dict[str, bytes]:
    """Every file of a site by its path."""
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in sorted(site.rglob("*")) if path.is_file()}


def digest(site: Path) -> str:
    """The same for the same files with the same bytes; "" where there is no site."""
    whole = hashlib.sha256()
    for path, content in tree(site).items():
        whole.update(f"{path}\0{len(content)}\0".encode() + content)
    return whole.hexdigest() if site.is_dir() else ""
