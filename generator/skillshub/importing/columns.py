"""A row whose columns are called as the fields are: ``price.amount``, ``title.de``, ``sessions.1.start``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from skillshub.forms import Form
from skillshub.importing.drafts import Draft
from skillshub.importing.tables import Cell, Row
from skillshub.problems import Field
from skillshub.wording.names import folded

ID = ("id", "slug", "file")
_STEP = re.compile(r"\[([0-9]+)\]|\.?([^.\[\]]+)")


def field_of(heading: str, form: Form) -> Field | None:
    """The way that a heading names, by names of fields or by their titles; None for one that is no field."""
    way: list[str | int] = []
    here = form
    for index, word in _STEP.findall(heading.strip()):
        step = _step(index, word.strip(), here)
        if step is None:
            return None
        way.append(step)
        here = here.at((step,))
    return tuple(way) or None


def _step(index: str, word: str, form: Form) -> str | int | None:
    """``[0]`` counts as programs do, ``.1`` as people do."""
    if "array" in form.types and (index or word.isdecimal()):
        number = int(index) if index else int(word) - 1
        return number if 0 <= number < 200 else None
    names = {folded(name): name for name in form.fields}
    titles = {folded(below.title): name for name, below in form.fields.items()}
    name = names.get(folded(word)) or titles.get(folded(word))
    if name or form.fields:
        return name
    return word if form.keys and word in form.keys.choices else None


def draft_of(kind: str, row: Row, ways: Mapping[str, Field | None]) -> Draft:
    """The draft in a row; ``ways`` says which field each column holds."""
    given: dict[Field, Cell] = {}
    empty: dict[str, Cell] = {}
    for heading, way in ways.items():
        cell = row.cells[heading]
        if way and cell.shown:
            given[way] = cell
        elif way:
            empty[".".join(map(str, way))] = cell
    fields, cells = nested(given)
    id_cell = next((cell for heading, cell in row.cells.items() if folded(heading) in ID), None)
    name = id_cell.shown if id_cell else ""
    return Draft(kind=kind, id=name, fields=fields, cells=cells, first=row.first, id_cell=id_cell, empty=empty)


def nested(given: Mapping[Field, Cell]) -> tuple[dict[str, Any], dict[Field, Cell]]:
    """The values as groups and lists; items that are left out leave no gap."""
    cells = {_without_gaps(way, given): cell for way, cell in given.items()}
    root: dict[str, Any] = {}
    for way, cell in sorted(cells.items(), key=lambda one: tuple(map(str, one[0]))):
        _put(root, way, cell.value)
    return {name: _listed(value) for name, value in root.items()}, cells


def _without_gaps(way: Field, given: Mapping[Field, Cell]) -> Field:
    out: list[str | int] = []
    for depth, step in enumerate(way):
        if isinstance(step, int):
            others = {other[depth] for other in given if len(other) > depth and other[:depth] == way[:depth]}
            numbers = sorted(number for number in others if isinstance(number, int))
            out.append(numbers.index(step))
        else:
            out.append(step)
    return tuple(out)


def _put(root: dict[Any, Any], way: Field, value: object) -> None:
    here = root
    for step in way[:-1]:
        below = here.setdefault(step, {})
        if not isinstance(below, dict):  # a text, and the same text per language: the text is that of no language
            below = here[step] = {"": below}
        here = below
    if isinstance(here.get(way[-1]), dict):
        here[way[-1]][""] = value
    else:
        here[way[-1]] = value


def _listed(value: object) -> object:
    if not isinstance(value, dict):
        return value
    inner = {name: _listed(below) for name, below in value.items()}
    if inner and all(isinstance(name, int) for name in inner):
        return [inner[number] for number in sorted(inner)]
    return inner


def unknown_headings(headings: Mapping[str, Cell], ways: Mapping[str, Field | None]) -> Iterator[tuple[str, Cell]]:
    for heading, way in ways.items():
        if way is None and folded(heading) not in ID:
            yield heading, headings[heading]
