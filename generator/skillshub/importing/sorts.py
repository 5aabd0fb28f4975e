"""Values as the sort that their field wants: a list from a text with semicolons, a day from a cell that is a day.

Only what is certain: the rest stays as it is, for the check to say what is wrong with it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from skillshub.forms import Form
from skillshub.sources import is_number, is_slug, slug_of, without_refused
from skillshub.wording.names import folded
from skillshub.wording.other_names import OTHER_NAMES

_LINES = re.compile(r"[;\n]")
_CODES = re.compile(r"[;,\n]")
_FIRST = datetime(1899, 12, 30)  # noqa: DTZ001 - a spreadsheet counts days, and knows no time zone
_PAIR = re.compile(r"\s*[:=]\s*")


def sorted_out(value: object, form: Form, language: str) -> Any:
    """The value in the sort that the form wants."""
    if isinstance(value, Mapping):
        inner = {name or language: sorted_out(below, form.at((name,)), language) for name, below in value.items()}
        return {name: below for name, below in inner.items() if below not in ("", None)}
    if isinstance(value, list):
        return [sorted_out(item, form.items or Form(), language) for item in value]
    return _single(value, form, language)


def _single(value: object, form: Form, language: str) -> Any:
    if isinstance(value, str):
        text = without_refused(value.replace("\r\n", "\n").replace("\r", "\n")).strip()
        return _from_text(text, form, language)
    if isinstance(value, date | time):
        return _from_day(value, form)
    if isinstance(value, int | float) and form.format in ("date", "moment") and 20_000 < value < 80_000:
        return _from_day(_FIRST + timedelta(minutes=round(value * 1440)), form)
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, int) and not isinstance(value, bool) and form.format == "isced-f":
        return str(value).zfill(4)  # a number that lost its first zero
    if isinstance(value, int | float) and not isinstance(value, bool) and _wants_text(form):
        return str(value)
    return [_single(value, form.items or Form(), language)] if form.types == ("array",) else value


def _wants_text(form: Form) -> bool:
    return "string" in form.types and "number" not in form.types


def _from_day(value: date | time, form: Form) -> object:
    if isinstance(value, datetime):
        is_day = form.format == "date" or (value.hour, value.minute) == (0, 0)
        return value.date().isoformat() if is_day else value.strftime("%Y-%m-%dT%H:%M")
    return value.isoformat() if isinstance(value, date) else value.strftime("%H:%M")


def _from_text(text: str, form: Form, language: str) -> object:
    if "array" in form.types and not (form.types != ("array",) and text == "everywhere"):
        return _items(text, form, language)
    if form.fields and "string" not in form.types:
        return _pair(text, form)
    if form.choices:
        return _choice(text, form)
    if form.refers_to and not is_slug(text):
        return slug_of(text) or text
    wants_number = {"number", "integer"} & set(form.types)
    if wants_number and is_number(text):
        return float(text) if "." in text else int(text)
    return " ".join(text.split("\n")) if form.part == "line" else text


def _choice(text: str, form: Form) -> str:
    by_word = {word.casefold(): value for value, label in form.choices.items() for word in (label, value)}
    return by_word.get(text.casefold()) or OTHER_NAMES.get(form.part, {}).get(folded(text), text)


def _items(text: str, form: Form, language: str) -> list[Any]:
    inner = form.items or Form()
    is_code = bool(inner.choices or inner.refers_to or inner.format)
    parts = (part.strip().removeprefix("- ").strip() for part in (_CODES if is_code else _LINES).split(text))
    return [_single(part, inner, language) for part in parts if part]


def _pair(text: str, form: Form) -> object:
    """``welding: expert`` for a skill and its level: the fields that must be there, in their order."""
    needed = [name for name, field in form.fields.items() if field.required]
    values = _PAIR.split(text)
    if not needed or len(values) != len(needed):
        return text
    return {name: _from_text(value, form.fields[name], "") for name, value in zip(needed, values, strict=True)}
