"""Entries, catalogues and sites for tests: ``a_course(region="bavaria")`` is a whole course of which only that matters.

Every builder takes the fields of its kind (see ``skillshub.model``) and fills in the rest with sensible, sound values.
A text may be given as a plain string, and is English then. Nothing here is a mock: the values are the hub's own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from skillshub.catalogue import Catalogue, shelve
from skillshub.docs_engine import DocsSite, Landing, Page
from skillshub.entries import moment
from skillshub.labels import Labels, labels_of
from skillshub.languages import Language, load
from skillshub.model import (
    FOLDERS,
    Contact,
    Course,
    Credential,
    Entry,
    Event,
    Funding,
    JobRole,
    Moment,
    Origin,
    Practice,
    Price,
    Provider,
    Region,
    Session,
    Skill,
    SkillAtLevel,
    Spot,
)
from skillshub.schemas import Schemas
from skillshub.settings import Settings
from skillshub.shell import Shell
from skillshub.site import Site

TODAY = date(2027, 1, 15)
"""The day on which tests are built, unless they say otherwise."""

_TEXTS = frozenset(
    "title summary description prerequisites quality_assurance motivation funder problem actions results"
    " transferability name role label note awarding_body tagline".split()
)
_LISTS_OF_TEXTS = frozenset({"outcomes", "industries", "offers", "looking_for", "accreditation", "purposes"})
_MOMENTS = frozenset({"start", "end", "previous_start"})


def a_moment(text: str, zone: str = "Europe/Berlin") -> Moment:
    """``2027-03-15T09:00``, ``2027-03-15``, ``2027-03`` or ``2027``."""
    return moment(text, zone)


def a_price(category: str = "paid", **fields: Any) -> Price:
    amount = {"amount": 480, "currency": "EUR"} if category == "paid" else {}
    return Price(**_shaped({"category": category, **amount, **fields}))


def a_spot(city: str = "Wolfsburg", country: str = "DE", **fields: Any) -> Spot:
    return Spot(**_shaped({"city": city, "country": country, **fields}))


def an_origin(title: str = "Regional labour market report", **fields: Any) -> Origin:
    return Origin(**_shaped({"title": title, **fields}))


def a_contact(name: str = "Course office", **fields: Any) -> Contact:
    return Contact(name=name, **_shaped(fields))


def a_session(start: str = "2027-03-15T09:00", end: str = "2027-03-16T17:00", **fields: Any) -> Session:
    zone = fields.pop("timezone", "Europe/Berlin")
    return Session(**_shaped({"start": a_moment(start, zone), "end": a_moment(end, zone), **fields}))


def a_credential(type: str = "certificate", **fields: Any) -> Credential:  # noqa: A002 - the field is called so
    return Credential(**_shaped({"type": type, **fields}))


def a_course(**fields: Any) -> Course:
    """``region="bavaria"`` is short for ``regions=("bavaria",)``, ``skill="welding"`` for one skill as practitioner."""
    own: dict[str, Any] = {
        "slug": "hv-safety",
        "title": "High-voltage safety",
        "summary": "Two days at a real vehicle: switch off, secure, measure.",
        "url": "https://academy.example.org/hv-safety",
        "provider": "academy",
        "type": "course",
        "mode": "onsite",
        "languages": ("en",),
        "regions": ("bavaria",),
        "skills": ("electrical-safety",),
        "outcomes": ("Switch off and secure a high-voltage vehicle",),
        "isced_f": ("0713",),
        "price": a_price(),
        "workload_hours": 22,
    }
    return Course(**_entry(own, fields))


def an_event(**fields: Any) -> Event:
    own: dict[str, Any] = {
        "slug": "battery-day",
        "title": "Battery day",
        "summary": "A day about batteries, for everybody who builds them.",
        "url": "https://academy.example.org/battery-day",
        "type": "workshop",
        "start": "2027-04-20T09:00",
        "end": "2027-04-20T17:00",
        "timezone": "Europe/Berlin",
        "attendance": "onsite",
        "organiser": "academy",
        "place": a_spot(),
        "languages": ("en",),
        "regions": ("bavaria",),
    }
    return Event(**_entry(own, fields))


def a_region(**fields: Any) -> Region:
    own: dict[str, Any] = {
        "slug": "bavaria",
        "title": {"en": "Bavaria", "de": "Bayern"},
        "summary": {"en": "Cars, suppliers and a lot of research.", "de": "Autos, Zulieferer und viel Forschung."},
        "country": "DE",
        "nuts": "DE2",
        "lon": 11.4,
        "lat": 48.9,
    }
    return Region(**_entry(own, fields))


def a_provider(**fields: Any) -> Provider:
    own: dict[str, Any] = {
        "slug": "academy",
        "title": "Sample Academy",
        "legal_name": "Sample Academy gGmbH",
        "summary": "Teaches what workshops need.",
        "type": "training-provider",
        "country": "DE",
        "region": "bavaria",
        "homepage": "https://academy.example.org/",
    }
    return Provider(**_entry(own, fields))


def a_funding(**fields: Any) -> Funding:
    own: dict[str, Any] = {
        "slug": "retraining-grant",
        "title": "Retraining grant",
        "summary": "Pays for the retraining of workers whose job is at risk.",
        "url": "https://funding.example.org/retraining",
        "funder": "European Commission",
        "level": "EU",
        "audience": ("companies",),
    }
    return Funding(**_entry(own, fields))


def a_practice(**fields: Any) -> Practice:
    own: dict[str, Any] = {
        "slug": "one-stop-shop",
        "title": "One stop shop",
        "summary": "One desk for every question about retraining.",
        "region": "bavaria",
        "organisation": "academy",
        "problem": "Nobody knew whom to ask.",
        "actions": "A desk was opened.",
        "results": "Four hundred people came in a year.",
    }
    return Practice(**_entry(own, fields))


def a_skill(**fields: Any) -> Skill:
    own: dict[str, Any] = {
        "slug": "electrical-safety",
        "title": {"en": "Electrical safety", "de": "Elektrische Sicherheit"},
        "summary": {"en": "Work on live parts without harm.", "de": "Gefahrlos an spannungsführenden Teilen arbeiten."},
        "group": "battery",
        "nature": "skill",
        "synonyms": {},
    }
    return Skill(**_entry(own, fields))


def a_job_role(**fields: Any) -> JobRole:
    own: dict[str, Any] = {
        "slug": "battery-technician",
        "title": {"en": "Battery technician", "de": "Batterietechniker"},
        "summary": "Assembles, tests and repairs batteries.",
        "skills": ("electrical-safety",),
        "synonyms": {},
    }
    return JobRole(**_entry(own, fields))


BUILDERS: Mapping[str, Any] = {
    "course": a_course,
    "event": an_event,
    "region": a_region,
    "provider": a_provider,
    "funding": a_funding,
    "practice": a_practice,
    "skill": a_skill,
    "job-role": a_job_role,
}
"""Kind -> its builder, to try a law on every kind."""


def a_catalogue(*entries: Entry) -> Catalogue:
    return shelve(entries)


def a_hub_catalogue(*more: Entry) -> Catalogue:
    """One entry of every kind, which refer to each other as they should, and any more."""
    return shelve((*(build() for build in BUILDERS.values()), *more))


def some_settings(**fields: Any) -> Settings:
    own: dict[str, Any] = {
        "name": "Sample Hub",
        "languages": ("en", "de"),
        "url": "https://hub.example.org/skills/",
        "skill_groups": {"battery": {"en": "Batteries", "de": "Batterien"}},
    }
    return Settings(**_shaped({**own, **fields}))


def some_languages(*codes: str) -> tuple[Language, ...]:
    return load(codes or ("en", "de"))


def a_landing(name: str, language: str = "en", html: str = "<title>HUB-SLOT-TITLE</title>HUB-SLOT-BODY") -> Landing:
    return Landing(
        name=name,
        path="index.html" if name == "home" else f"{name}/index.html",
        shell=Shell.cut(html),
        title=name.capitalize(),
        intro="",
        description="",
        written_in=language,
    )


def a_page(path: str, language: str = "en", html: str = "<title>A page</title>") -> Page:
    return Page(path=path, shell=Shell.cut(html), title="A page", description="", written_in=language)


def a_docs_site(
    languages: Iterable[str] = ("en", "de"),
    landings: Iterable[str] = ("home", *FOLDERS.values(), "find", "shortlist"),
    pages: Iterable[str] = ("about/index.html", "404.html"),
) -> DocsSite:
    codes, names, paths = tuple(languages), tuple(landings), tuple(pages)
    return DocsSite(
        landings={(code, name): a_landing(name, code) for code in codes for name in names},
        pages={(code, path): a_page(path, code) for code in codes for path in paths},
        assets={},
        problems=(),
    )


@cache
def some_labels() -> Labels:
    """What the words of the files are called: those of our own schemas."""
    schemas = Schemas.load(Path(__file__).parents[2] / "schema")
    return labels_of({kind: schemas.fields(kind) for kind in FOLDERS})


def a_site(*entries: Entry, **fields: Any) -> Site:
    """A site of these entries, or of one of every kind; ``settings`` and ``docs`` decide its languages."""
    settings = fields.pop("settings", None) or some_settings()
    own: dict[str, Any] = {
        "today": TODAY,
        "settings": settings,
        "languages": load(settings.languages),
        "catalogue": a_catalogue(*entries) if entries else a_hub_catalogue(),
        "labels": some_labels(),
        "docs": a_docs_site(settings.languages),
        "made_from": "0" * 32,
    }
    return Site(**{**own, **fields})


_COMMON: Mapping[str, Any] = {
    "digest": "0" * 32,
    "status": "published",
    "updated": date(2026, 11, 23),
    "language": "en",
}


def _entry(own: dict[str, Any], fields: dict[str, Any]) -> dict[str, Any]:
    """All fields of an entry: the given ones before our own before those of every entry."""
    if "region" in fields and "regions" in own:
        fields["regions"] = (fields.pop("region"),)
    if "skill" in fields:
        fields["skills"] = (fields.pop("skill"),)
    shaped = {**_COMMON, **own, **fields}
    zone = shaped.get("timezone", "UTC")
    for name in _MOMENTS & shaped.keys():
        shaped[name] = a_moment(shaped[name], zone) if isinstance(shaped[name], str) else shaped[name]
    if "skills" in shaped:
        shaped["skills"] = tuple(_skill(one) for one in shaped["skills"])
    return _shaped(shaped)


def _skill(one: str | SkillAtLevel) -> SkillAtLevel:
    return SkillAtLevel(skill=one, level="practitioner") if isinstance(one, str) else one


def _shaped(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _text(name, value) for name, value in fields.items()}


def _text(name: str, value: Any) -> Any:
    """A plain string where a text by language belongs becomes English."""
    if name in _TEXTS and isinstance(value, str):
        return {"en": value}
    if name in _LISTS_OF_TEXTS and isinstance(value, tuple):
        return tuple({"en": one} if isinstance(one, str) else one for one in value)
    return {"en": value} if name == "outcomes" and isinstance(value, str) else value
