"""The parts that things of several kinds are made of: organisations, places, skills, offers.

Parts that many entries share are made once and kept, which is what makes a course cost microseconds.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from skillshub.catalogue import Catalogue
from skillshub.languages import Language
from skillshub.model import Entry, Moment, Price, Provider, Region, Skill, SkillAtLevel, Spot, Text
from skillshub.texts import spoken

Thing = dict[str, Any]

VOCABULARY = "https://schema.org/"
ESCO = {"@type": "DefinedTermSet", "name": "ESCO", "url": "https://esco.ec.europa.eu/"}


class View(NamedTuple):
    """From where an entry is looked at: its neighbours, the language and the day of the page."""

    catalogue: Catalogue
    language: str
    otherwise: str  # the language of a text that is not there in the first
    spoken_in: Language
    today: date

    def text(self, text: Text | None) -> str | None:
        return spoken(text, self.language, self.otherwise)[0] if text else None

    def language_of(self, text: Text) -> str:
        return spoken(text, self.language, self.otherwise)[1]

    def texts(self, texts: Iterable[Text]) -> list[str]:
        return [spoken(text, self.language, self.otherwise)[0] for text in texts]

    def organisation(self, slug: str) -> Thing | None:
        """A provider in brief: who it is and where to find it."""
        found = self.catalogue.providers.get(slug)
        return _organisation(found, self.language, self.otherwise) if found else None

    def skills(self, skills: Iterable[SkillAtLevel]) -> list[Thing]:
        known = self.catalogue.skills
        return [_term(known[one.skill], self.language, self.otherwise) for one in skills if one.skill in known]

    def region(self, slug: str) -> Thing | None:
        found = self.catalogue.regions.get(slug)
        return _area(found, self.language, self.otherwise) if found else None

    def place(self, spot: Spot) -> Thing:
        name = self.text(spot.name) or spot.city
        return {"@type": "Place", "name": name, "address": postal_address(spot)}

    def somewhere(self, regions: Iterable[str], host: str) -> Thing:
        """Where something takes place that says only its regions, or nothing: then it is where its host is."""
        for slug in regions:
            if region := self.catalogue.regions.get(slug):
                return _somewhere(region, self.language, self.otherwise)
        provider = self.catalogue.providers.get(host)
        if provider and provider.place:
            return self.place(provider.place)
        country = {"addressCountry": provider.country} if provider else {}
        return {"@type": "Place", "address": {"@type": "PostalAddress", **country}}


def said(fields: Mapping[str, Any]) -> Thing:
    """Only what there is something to say about; zero and false are something."""
    return {name: value for name, value in fields.items() if value or value == 0}


def one_or_all(values: Iterable[Any]) -> Any:
    """A single value stands alone, several are a list, none is nothing."""
    several = list(values)
    return several[0] if len(several) == 1 else several


def postal_address(spot: Spot) -> Thing:
    return said(
        {
            "@type": "PostalAddress",
            "streetAddress": spot.street,
            "postalCode": spot.postal_code,
            "addressLocality": spot.city,
            "addressCountry": spot.country,
        }
    )


def iso(moment: Moment) -> str:
    """A day as it is, a time with its distance from UTC: 2027-03-15T09:00:00+01:00."""
    return moment.at.isoformat() if moment.at else moment.text


CATEGORIES = {"free": "Free", "partially-free": "Partially Free", "subscription": "Subscription", "paid": "Paid"}
FREE_OF_CHARGE = {"free": True, "partially-free": None, "subscription": False, "paid": False}


def offer(price: Price, **more: Any) -> Thing:
    return said(
        {
            "@type": "Offer",
            "category": CATEGORIES[price.category],
            "price": 0 if price.category == "free" else price.amount,
            "priceCurrency": price.currency,
            **more,
        }
    )


ORGANISATIONS = {
    "training-provider": "EducationalOrganization",
    "university": "CollegeOrUniversity",
    "school": "School",
    "public-body": "GovernmentOrganization",
}
"""Types of provider that have a word of their own; every other is an Organization."""


@lru_cache(maxsize=16384)
def _organisation(provider: Provider, language: str, otherwise: str) -> Thing:
    return {
        "@type": ORGANISATIONS.get(provider.type, "Organization"),
        "name": _title(provider, language, otherwise),
        "url": provider.homepage,
    }


@lru_cache(maxsize=16384)
def _term(skill: Skill, language: str, otherwise: str) -> Thing:
    esco = {"inDefinedTermSet": ESCO, "sameAs": skill.esco_uri} if skill.esco_uri else {}
    return {"@type": "DefinedTerm", "name": _title(skill, language, otherwise), **esco}


@lru_cache(maxsize=16384)
def _area(region: Region, language: str, otherwise: str) -> Thing:
    return {"@type": "AdministrativeArea", "name": _title(region, language, otherwise)}


@lru_cache(maxsize=16384)
def _somewhere(region: Region, language: str, otherwise: str) -> Thing:
    name = _title(region, language, otherwise)
    address = {"@type": "PostalAddress", "addressRegion": name, "addressCountry": region.country}
    return {"@type": "Place", "name": name, "address": address}


def _title(entry: Entry, language: str, otherwise: str) -> str:
    return spoken(entry.title, language, otherwise)[0]
