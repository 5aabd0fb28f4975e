"""Funding and best practices."""

from __future__ import annotations

from skillshub.model import Funding, Practice
from skillshub.schema_org.parts import Thing, View, said


def funding(entry: Funding, view: View) -> Thing:
    """A MonetaryGrant. A FinancialProduct would be what a bank sells; nothing here is.

    A grant has no dates of its own: they belong to the act of applying for it.
    """
    return {
        "@type": "MonetaryGrant",
        "url": entry.url,
        "funder": {"@type": "Organization", "name": view.text(entry.funder)},
        "amount": _amount(entry),
        "potentialAction": _application(entry),
    }


def _amount(entry: Funding) -> Thing | None:
    if entry.cap is None:
        return None
    return said({"@type": "MonetaryAmount", "maxValue": entry.cap, "currency": entry.currency})


def _application(entry: Funding) -> Thing | None:
    if not (entry.opens or entry.closes):
        return None
    return said(
        {
            "@type": "ApplyAction",
            "target": entry.url,
            "startTime": entry.opens.isoformat() if entry.opens else None,
            "endTime": entry.closes.isoformat() if entry.closes else None,
        }
    )


def practice(entry: Practice, view: View) -> Thing:
    return {
        "@type": "Article",
        "headline": view.text(entry.title),
        "inLanguage": view.language_of(entry.title),
        "author": view.organisation(entry.organisation),
        "contentLocation": view.region(entry.region),
        "about": view.skills(entry.skills),
        "keywords": ", ".join(entry.tags),
        "citation": entry.evidence_url,
        "dateModified": entry.updated.isoformat(),
    }
