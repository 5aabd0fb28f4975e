"""Providers and regions: who they are and where."""

from __future__ import annotations

from skillshub.languages import country
from skillshub.model import Contact, Provider, Region
from skillshub.schema_org.parts import ORGANISATIONS, Thing, View, postal_address, said


def provider(entry: Provider, view: View) -> Thing:
    return {
        "@type": ORGANISATIONS.get(entry.type, "Organization"),
        "legalName": entry.legal_name,
        "url": entry.homepage,
        "address": postal_address(entry.place) if entry.place else _only_country(entry.country),
        "areaServed": view.region(entry.region),
        "vatID": entry.vat_id,
        "keywords": ", ".join(entry.tags),
        "makesOffer": [{"@type": "Offer", "name": name} for name in view.texts(entry.offers)],
        "seeks": [{"@type": "Demand", "name": name} for name in view.texts(entry.looking_for)],
        "contactPoint": [_contact(one, view) for one in entry.contacts],
    }


def _only_country(code: str) -> Thing:
    return {"@type": "PostalAddress", "addressCountry": code}


def _contact(contact: Contact, view: View) -> Thing:
    return said(
        {
            "@type": "ContactPoint",
            "name": contact.name,
            "contactType": view.text(contact.role),
            "email": contact.email,
            "telephone": contact.phone,
            "url": contact.url,
        }
    )


def region(entry: Region, view: View) -> Thing:
    nuts = {"@type": "PropertyValue", "propertyID": "NUTS 2024", "value": entry.nuts} if entry.nuts else None
    return {
        "@type": "AdministrativeArea",
        "alternateName": entry.official_name if entry.official_name != view.text(entry.title) else None,
        "url": entry.url,
        "identifier": nuts,
        "geo": {"@type": "GeoCoordinates", "latitude": entry.lat, "longitude": entry.lon},
        "containedInPlace": {
            "@type": "Country",
            "name": country(entry.country, view.spoken_in),
            "identifier": entry.country,
        },
        "keywords": ", ".join(dict.fromkeys((*entry.tags, *view.texts(entry.industries)))),
        "additionalProperty": [
            {"@type": "PropertyValue", "name": view.text(fact.label), "value": fact.value} for fact in entry.facts
        ],
    }
