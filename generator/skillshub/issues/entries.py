"""The entry that the answers of an issue make: its name, and the text of its file."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from skillshub.editing import text_of
from skillshub.forms import Form
from skillshub.issues.answers import answers
from skillshub.issues.questions import questions
from skillshub.issues.values import put, value_of
from skillshub.model import FOLDERS, Kind
from skillshub.sources.names import is_slug, slug_of

_TITLES = ("title", "legal_name")


class NoAnswers(Exception):
    """The text is not that of an issue that was written with the form."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A file for the hub, which may have mistakes."""

    path: str  # content/courses/solar-roofs.yml
    text: str


def asked(kind: Kind, form: Form, body: str, today: date, taken: Collection[str], number: int) -> Asked:
    """The entry in an issue of that number. ``taken`` are the names that entries of this kind have already."""
    found = answers(_visible(body), questions(form))
    if not found:
        raise NoAnswers("The text has no answers to the questions of the form.")
    value: dict[str, Any] = {"status": "published", "updated": today.isoformat()}
    for question, answer in found.items():
        put(value, question.way, value_of(question, answer))
    slug = _name(value, kind, taken, number)
    return Asked(path=f"content/{FOLDERS[kind]}/{slug}.yml", text=text_of(kind, form, value))


def _visible(body: str) -> str:
    """Without signs that no file of an entry may hold; tabs and line breaks are kept."""
    return "".join(sign for sign in body if sign in "\n\r" or sign.isprintable() or sign == "\t").replace("\t", " ")


def _name(value: dict[str, Any], kind: Kind, taken: Collection[str], number: int) -> str:
    """From the title; with the number of the issue where that is taken, so that no entry is overwritten."""
    slug = slug_of(next((str(value[one]) for one in _TITLES if one in value), ""))
    if not is_slug(slug):
        return f"{kind}-{number}"
    return slug if slug not in taken else slug_of(f"{slug[:60]}-{number}")
