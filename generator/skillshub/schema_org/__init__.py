"""What a page says to machines: entries, lists and the way to a page in the vocabulary of https://schema.org/.

Plain JSON values, for a ``<script type="application/ld+json">`` through ``tojson``: nothing is escaped here. A property
that is not known is left out, never empty. The values share parts with each other: whoever gets one does not change it.
Courses also follow the Bioschemas profiles 1.0 and the rules of Google's rich results.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, cast

from skillshub.addresses import absolute, address, in_language
from skillshub.catalogue import Catalogue
from skillshub.languages import Language
from skillshub.model import Entry, Kind
from skillshub.schema_org import courses, events, organisations, references, stories
from skillshub.schema_org.parts import Thing, View, said
from skillshub.settings import Settings
from skillshub.texts import spoken

__all__ = ["Thing", "breadcrumbs", "item_list", "thing", "web_site"]

CONTEXT = "https://schema.org"


def thing(
    entry: Entry, catalogue: Catalogue, language: Language, site_url: str, today: date, *, otherwise: str = ""
) -> Thing:
    """What an entry is. ``site_url`` ends with a slash, or is empty where the hub has not said.

    Texts are in the page's language, else in ``otherwise`` (the site's first), else in the one they were written in.
    """
    view = View(catalogue, language.code, otherwise or language.code, language, today)
    url = _page(entry, language, site_url)
    return said(
        {
            "@context": CONTEXT,
            "@type": None,  # keeps its place: the kind says it
            "@id": url,
            "name": view.text(entry.title),
            "description": view.text(entry.summary),
            "disambiguatingDescription": language.gettext("Sample") if entry.sample else None,
            **_KINDS[entry.kind](entry, view),
            "mainEntityOfPage": url,
        }
    )


def breadcrumbs(steps: Sequence[tuple[str, str]]) -> Thing:
    """The way to a page: name and whole address of each step, the page itself last. Half an address is left out."""
    found = enumerate(steps, start=1)
    return {
        "@context": CONTEXT,
        "@type": "BreadcrumbList",
        "itemListElement": [_step(position, name, url) for position, (name, url) in found],
    }


def _step(position: int, name: str, url: str) -> Thing:
    return said({"@type": "ListItem", "position": position, "name": name, "item": url if "://" in url else None})


def item_list(entries: Iterable[Entry], language: Language, site_url: str, *, otherwise: str = "") -> Thing:
    """The entries of a list in its order: Google's form for a summary page, where each item is only its address.

    Without an address of the site an item is its name.
    """

    def item(entry: Entry) -> Mapping[str, str]:
        if site_url:
            return {"url": _page(entry, language, site_url)}
        return {"name": spoken(entry.title, language.code, otherwise)[0]}

    items = [{"@type": "ListItem", "position": number, **item(one)} for number, one in enumerate(entries, start=1)]
    return said(
        {"@context": CONTEXT, "@type": "ItemList", "numberOfItems": len(items), "itemListElement": items},
    )


def web_site(settings: Settings, language: Language) -> Thing:
    """The hub itself, on its first page in a language."""
    otherwise = settings.languages[0]
    return said(
        {
            "@context": CONTEXT,
            "@type": "WebSite",
            "name": spoken(settings.name, language.code, otherwise)[0],
            "description": spoken(settings.tagline, language.code, otherwise)[0] if settings.tagline else None,
            "url": absolute(settings.url, language.prefix) if settings.url else None,
            "inLanguage": language.code,
            "license": settings.licence.url if settings.licence else None,
        }
    )


def _page(entry: Entry, language: Language, site_url: str) -> str:
    return absolute(site_url, in_language(address(entry), language.prefix)) if site_url else ""


_KINDS = cast(
    "Mapping[Kind, Callable[[Any, View], Thing]]",
    {
        "course": courses.course,
        "event": events.event,
        "region": organisations.region,
        "provider": organisations.provider,
        "funding": stories.funding,
        "practice": stories.practice,
        "skill": references.skill,
        "job-role": references.job_role,
    },
)
