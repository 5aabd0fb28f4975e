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
from skillshub.texts import spoken

__all__ = ["Thing", "breadcrumbs", "item_list", "thing"]

CONTEXT = "https://schema.org"


def thing(  # noqa: PLR0913 - an entry, and the page that it is shown on
    entry: Entry, catalogue: Catalogue, language: Language, url: str, today: date, *, otherwise: str = ""
) -> Thing:
    """What an entry is. ``url`` is the absolute address of its page, or empty where the hub has not said.

    Texts are in the page's language, else in ``otherwise`` (the site's first), else in the one they were written in.
    """
    view = View(catalogue, language.code, otherwise or language.code, language.locale, today)
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


def breadcrumbs(steps: Sequence[tuple[str, str]], site_url: str) -> Thing:
    """The way to a page: (name, address below the site's root) of each step, the page itself last."""
    return {
        "@context": CONTEXT,
        "@type": "BreadcrumbList",
        "itemListElement": [
            _step(position, name, absolute(site_url, where) if site_url else "")
            for position, (name, where) in enumerate(steps, start=1)
        ],
    }


def _step(position: int, name: str, url: str) -> Thing:
    return said({"@type": "ListItem", "position": position, "name": name, "item": url})


def item_list(entries: Iterable[Entry], language: Language, site_url: str, *, otherwise: str = "") -> Thing:
    """The entries of a list in its order: Google's form for a summary page, where each item is only its address.

    Without an address of the site an item is its name.
    """

    def item(entry: Entry) -> Mapping[str, str]:
        if site_url:
            return {"url": absolute(site_url, in_language(address(entry), language.prefix))}
        return {"name": spoken(entry.title, language.code, otherwise)[0]}

    items = [{"@type": "ListItem", "position": number, **item(one)} for number, one in enumerate(entries, start=1)]
    return said(
        {"@context": CONTEXT, "@type": "ItemList", "numberOfItems": len(items), "itemListElement": items},
    )


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
