"""What can be chosen in the form: names of the catalogue's entries, groups of skills, time zones, currencies."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import blake2b
from typing import Any

from skillshub.addresses import file_forms
from skillshub.formats import CURRENCIES, FIELDS_OF_EDUCATION, YEARS, timezones
from skillshub.languages import Language
from skillshub.model import FOLDERS, Entry, Kind, Provider
from skillshub.outputs.form.stacks import stack_count
from skillshub.rules.geography import NUTS_PREFIXES
from skillshub.site import Site
from skillshub.texts import spoken


def lists(site: Site) -> Mapping[str, Any]:
    """What is the same in every language."""
    forge = site.settings.forge
    return {
        "folders": FOLDERS,
        "languages": site.settings.languages,
        "groups": site.settings.skill_groups,
        "years": [YEARS.start, YEARS.stop - 1],
        "timezones": sorted(timezones()),
        "currencies": sorted(CURRENCIES),
        "educationFields": sorted(FIELDS_OF_EDUCATION),
        "nutsPrefixes": NUTS_PREFIXES,
        "stacks": {kind: stack_count(len(site.catalogue.shelf(kind))) for kind in FOLDERS},
        "forge": {"kind": forge.kind, **file_forms(forge.kind, forge.url, forge.branch)._asdict()} if forge else None,
    }


def names(site: Site, language: Language, kind: Kind) -> Mapping[str, Any]:
    """Name of an entry -> its title and marks; null for a draft or a broken one, whose name is taken all the same."""
    shelf = site.catalogue.shelf(kind)
    first = site.settings.languages[0]
    known = sorted({*shelf, *site.catalogue.known[kind]})
    return {slug: _named(shelf[slug], language.code, first) if slug in shelf else None for slug in known}


def _named(entry: Entry, code: str, first: str) -> list[str]:
    title, _ = spoken(entry.title, code, first)
    marks = "".join(mark for mark, holds in _MARKS.items() if holds(entry))
    return [title, marks] if marks else [title]


_MARKS: Mapping[str, Any] = {
    "archived ": lambda entry: entry.status == "archived",
    "sample ": lambda entry: entry.sample,
    "place ": lambda entry: isinstance(entry, Provider) and entry.place is not None,
}
"""What a rule of the form asks about an entry that another one names."""


def lists_key(site: Site) -> str:
    """Changes with the settings, and with the number of stacks."""
    counts = (str(stack_count(len(site.catalogue.shelf(kind)))) for kind in FOLDERS)
    return _digest(site.made_from, "lists", *counts)


def names_key(site: Site, kind: Kind) -> str:
    """Changes when a name or a title of the kind may have changed."""
    digests = (f"{slug} {entry.digest}" for slug, entry in site.catalogue.shelf(kind).items())
    return _digest(site.made_from, kind, *sorted(site.catalogue.known[kind]), *digests)


def _digest(*parts: str) -> str:
    return blake2b("\n".join(parts).encode(), digest_size=12).hexdigest()
