"""The links of an entry that lead out of the site; and which entries a report about them marks. Goes nowhere."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from skillshub.model import Entry
from skillshub.problems import Field

Outside = tuple[Field, str]

_SENDING = frozenset({"url", "homepage", "registration_url", "virtual_url"})


def links_of(entry: Entry) -> Iterator[Outside]:
    """Every web address that stands in a field of its own; those inside texts are left to their writers."""
    yield from _links((), entry)


def visitors_are_sent_to(entry: Entry) -> Iterator[Outside]:
    """Where the buttons of a page lead: to the course, to the organisation, to the registration."""
    for field, url in links_of(entry):
        if field[-1] in _SENDING and field[0] in _SENDING | {"sessions"}:
            yield field, url


def _links(way: Field, value: object) -> Iterator[Outside]:
    if isinstance(value, str) and value.startswith("https://"):
        yield way, value
    for step, one in _parts(value):
        yield from _links((*way, step), one)


def _parts(value: object) -> Iterator[tuple[str | int, object]]:
    if isinstance(value, tuple):
        yield from enumerate(value)
    elif is_dataclass(value):
        yield from ((field.name, getattr(value, field.name)) for field in fields(value))


def broken_in(content: bytes) -> frozenset[str]:
    """The files of the entries that a report marks; nothing, if it is none."""
    try:
        told = json.loads(content)
    except ValueError:
        return frozenset()
    marked = told.get("broken") if isinstance(told, dict) else None
    return frozenset(map(str, marked)) if isinstance(marked, list) else frozenset()
