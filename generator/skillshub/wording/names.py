"""Did you mean: the known word that is nearest to what somebody wrote, and always the same one."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

from skillshub.forms import Form
from skillshub.wording.showing import type_of

_NEAR = 70.0  # of 100: two slips in a word of seven letters
_SURE, _APART = 76.0, 8.0  # near enough to be certain, if the next one is so much further away


Find = Callable[[str], str | None]


def nearest(word: str, choices: Iterable[str]) -> str | None:
    """The choice that is nearest to the word, if one is near."""
    return _finder(tuple(sorted(choices)))(word)


def only_near(word: str, choices: Iterable[str]) -> str | None:
    """The nearest choice, if no other one comes close: what a program may take for meant without asking."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415  # only a mistake pays for the import

    by_folded = {folded(choice): choice for choice in sorted(choices, reverse=True)}
    best = process.extract(folded(word), sorted(by_folded), scorer=fuzz.ratio, score_cutoff=_SURE - _APART, limit=2)
    if not best or best[0][1] < _SURE or (len(best) > 1 and best[1][1] > best[0][1] - _APART):
        return None
    return by_folded[best[0][0]]


@lru_cache(maxsize=256)
def _finder(choices: tuple[str, ...]) -> Find:
    return finder(choices, most=1_000_000)


def finder(choices: Iterable[str], most: int) -> Find:
    """``nearest`` for many words among the same many choices, each of which takes time in proportion to the choices:
    after so many different words it stops looking, because nobody reads that far."""
    by_folded = {folded(choice): choice for choice in sorted(choices, reverse=True)}
    sorted_folded = sorted(by_folded)
    found: dict[str, str | None] = {}

    def find(word: str) -> str | None:
        key = folded(word)
        if key not in found and len(found) < most:
            near = _best(key, sorted_folded)
            found[key] = by_folded[near] if near else None
        return found.get(key)

    return find


def _best(word: str, choices: list[str]) -> str | None:
    from rapidfuzz import fuzz, process  # noqa: PLC0415  # only a mistake pays for the import

    best = process.extractOne(word, choices, scorer=fuzz.ratio, score_cutoff=_NEAR)
    return best[0] if best else None


def folded(word: str) -> str:
    """The word without what people get wrong first: case, accents, spaces and underscores."""
    plain = unicodedata.normalize("NFKD", word[:200]).encode("ascii", "ignore").decode() or word[:200]
    return plain.casefold().strip().replace("_", "-").replace(" ", "-")


_OTHER_WORDS: Mapping[str, tuple[str, ...]] = {
    "name": ("title", "legal_name", "label", "name"),
    "titel": ("title", "label"),
    "label": ("title", "name"),
    "link": ("url", "homepage"),
    "website": ("url", "homepage"),
    "web": ("url", "homepage"),
    "lang": ("languages", "language"),
    "location": ("place",),
    "venue": ("place",),
    "address": ("place", "street"),
    "organizer": ("organiser",),
    "host": ("organiser",),
    "date": ("start", "updated"),
    "start-date": ("start",),
    "end-date": ("end",),
    "from": ("start",),
    "to": ("end",),
    "until": ("end", "closes"),
    "deadline": ("registration_deadline", "closes"),
    "hours": ("workload_hours",),
    "duration": ("workload_hours",),
    "cost": ("price",),
    "costs": ("price",),
    "fee": ("price",),
    "isced": ("isced_f",),
    "zip": ("postal_code",),
    "postcode": ("postal_code",),
    "phone-number": ("phone",),
    "mail": ("email",),
    "last-updated": ("updated",),
    "modified": ("updated",),
    "abstract": ("summary",),
    "keywords": ("tags",),
    "longitude": ("lon",),
    "latitude": ("lat",),
    "esco": ("esco_uri",),
    "format": ("mode", "attendance"),
}
"""What partners call fields that have another name here; each is a real word, too far off to be a slip."""


def field_meant(word: str, value: object, form: Form, present: Iterable[str]) -> str | None:
    """The field that somebody meant: one that may hold what they wrote; none if that one is there already."""
    absent = {name: field for name, field in form.fields.items() if name not in present}
    fitting = {name for name, field in absent.items() if _may_hold(field, value)}
    for name in _OTHER_WORDS.get(folded(word), ()):
        if name in absent:
            return name
    there = {name for name, field in form.fields.items() if name in present and _may_hold(field, value)}
    return nearest(word, fitting) if nearest(word, fitting | there) not in there else None


def only_field_meant(word: str, value: object, form: Form) -> str | None:
    """The one field that looks like the word and may hold the value, if no other one does."""
    return only_near(word, [name for name, field in form.fields.items() if _may_hold(field, value)])


def _may_hold(form: Form, value: object) -> bool:
    kind = type_of(value)
    return kind in form.types or kind == "null" or (kind == "integer" and "number" in form.types)
