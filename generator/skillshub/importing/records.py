"""A record of another system as a draft: each field with the place it came from. Shared by calendars and web data."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from skillshub.importing.columns import nested
from skillshub.importing.drafts import Draft
from skillshub.importing.tables import Cell
from skillshub.problems import Field
from skillshub.wording.names import folded
from skillshub.wording.other_names import OTHER_NAMES

Fields = Iterable[tuple[Field, object, str]]
"""The way to a field, its value, and what the value is called where it comes from."""

_SUMMARY = 300
_LINK = re.compile(r"https://[^\s<>\"')\]]+")


def draft_from(kind: str, fields: Fields, where: str, number: int, name: str = "") -> Draft:
    """The draft with all fields that have a value; ``where`` is how its reader finds the record again."""
    given: dict[Field, Cell] = {}
    for way, value, called in fields:
        if value not in (None, "", [], {}):
            given[way] = Cell(value=value, where=f"{where}.{called}" if called else where, row=number)
    values, cells = nested(given)
    return Draft(kind=kind, id=name, fields=values, cells=cells, first=Cell(value="", where=where, row=number))


def summary_of(text: str, title: str) -> str:
    """The first sentences that fit; without any, the title."""
    plain = " ".join(text.split())
    if len(plain) <= _SUMMARY:
        return plain or title
    sentences = re.match(rf"(.{{40,{_SUMMARY - 1}}}[.!?])(?=\s)", plain)
    return sentences[1] if sentences else plain[: _SUMMARY - 2].rsplit(" ", 1)[0].rstrip(" ,;:–-") + " …"


def first_link(text: str) -> str:
    found = _LINK.search(text)
    return found[0].rstrip(".,;") if found else ""


def plain_text(text: str) -> str:
    """Without the markup that calendars and web pages put into descriptions."""
    lines = re.sub(r"(?i)<br\s*/?>|</p>|</li>", "\n", text)
    return re.sub(r"<[^<>]{1,2000}>", "", lines).replace("\xa0", " ").strip()


def country_of(word: object, countries: Mapping[str, str]) -> str:
    """The code of a country that is given by its code or its name."""
    text = str(word or "").strip()
    if text.upper() in countries:
        return text.upper()
    labels = {folded(label): code for code, label in countries.items()}
    key = folded(text)
    return labels.get(key) or OTHER_NAMES.get("country", {}).get(key) or ""


def place_in(text: str, countries: Mapping[str, str]) -> dict[str, Any]:
    """'Hall 3, Marktplatz 1, 70173 Stuttgart, Germany' as a place; nothing where city or country are not plain."""
    parts = [part.strip() for part in re.split(r"[,\n]", text) if part.strip()]
    country = country_of(parts[-1], countries) if len(parts) > 1 else ""
    if not country:
        return {}
    post = re.fullmatch(r"(?:[A-Z]{1,2}-)?(\d{4,5}(?: ?[A-Z]{2})?)\s+(.+)", parts[-2])
    place: dict[str, Any] = {"postal_code": post[1], "city": post[2]} if post else {"city": parts[-2]}
    others = parts[:-2]
    if others and re.search(r"\d", others[-1]):
        place["street"] = others.pop()
    return {**({"name": others[0]} if others else {}), **place, "country": country}
