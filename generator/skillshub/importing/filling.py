"""A row by a mapping: the drafts that it becomes, with the cell that each of their values comes from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from skillshub.importing.drafts import Draft
from skillshub.importing.mapping import COLUMN, Mapped, is_rule
from skillshub.importing.steps import CLEANINGS, STEPS
from skillshub.importing.tables import Cell, Row
from skillshub.problems import Field


class Found(NamedTuple):
    value: Any  # "" and empty lists are no value
    cells: Mapping[Field, Cell]


NOTHING = Found("", {})


def drafts_of(mapping: Mapped, row: Row) -> Iterator[Draft]:
    """What a row becomes: nothing, if it is skipped."""
    clean = _cleaned(mapping, row)
    if any(_holds(rule["when"], clean) for rule in mapping.skip):
        return
    for entry in mapping.entries:
        if "when" not in entry or _holds(entry["when"], clean):
            found = _group(entry["fields"], clean)
            name = _found(entry.get("id", ""), clean)
            yield Draft(
                kind=entry["kind"],
                id=str(name.value),
                fields=found.value or {},
                cells=found.cells,
                first=row.first,
                id_cell=name.cells.get(()),
                is_shared=entry.get("shared") is True,
            )


def _cleaned(mapping: Mapped, row: Row) -> Row:
    cells = {}
    for heading, cell in row.cells.items():
        value = cell.value
        for name in mapping.clean:
            value = CLEANINGS[name](value) if isinstance(value, str) else value
        cells[heading] = replace(cell, value=value)
    return replace(row, cells=cells)


def _holds(condition: Mapping[str, object], row: Row) -> bool:
    """Whether each of the columns holds one of the words that stand beside its name."""
    for column, words in condition.items():
        listed = words if isinstance(words, list) else [words]
        if _text(row.cells[column]).casefold() not in {str(word).casefold() for word in listed}:
            return False
    return True


def _found(rule: Any, row: Row) -> Found:
    if isinstance(rule, str):
        return _filled(rule, row)
    if isinstance(rule, list):
        return _list(rule, row)
    if isinstance(rule, Mapping):
        return _by_steps(rule, row) if is_rule(rule) else _group(rule, row)
    return Found(rule, {})


def _filled(template: str, row: Row) -> Found:
    """The template with what its columns hold; no value, if none of them holds anything."""
    columns = COLUMN.findall(template)
    if not columns:
        return Found(template, {})
    texts = {column: _text(row.cells[column]) for column in columns}
    value = COLUMN.sub(lambda hit: texts[hit[1]], template) if any(texts.values()) else ""
    return Found(value, {(): row.cells[columns[0]]})


def _text(cell: Cell) -> str:
    value = cell.value
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return "" if value is None else str(value).strip()


def _by_steps(rule: Mapping[str, Any], row: Row) -> Found:
    if ("when" in rule and not _holds(rule["when"], row)) or ("unless" in rule and _holds(rule["unless"], row)):
        return NOTHING
    found = _filled(str(rule["from"]), row) if "from" in rule else _first(rule["one_of"], row)
    value = found.value
    for name, argument in rule.items():
        if name in STEPS and isinstance(value, str) and value:
            value = STEPS[name](value, argument)
    return Found(value, found.cells)


def _first(rules: Sequence[Any], row: Row) -> Found:
    """The first that gives a value; else where the first one looked."""
    found = [_found(rule, row) for rule in rules]
    return next((one for one in found if one.value not in ("", [], {})), found[0] if found else NOTHING)


def _list(rules: Sequence[Any], row: Row) -> Found:
    values: list[Any] = []
    cells: dict[Field, Cell] = {}
    for rule in rules:
        found = _found(rule, row)
        if found.value not in ("", [], {}):
            cells |= {(len(values), *way): cell for way, cell in found.cells.items()}
            values.append(found.value)
    return Found(values, cells)


def _group(rules: Mapping[str, Any], row: Row) -> Found:
    values: dict[str, Any] = {}
    cells: dict[Field, Cell] = {}
    for name, rule in rules.items():
        found = _found(rule, row)
        cells |= {(name, *way): cell for way, cell in found.cells.items()}
        if found.value not in ("", [], {}):
            values[name] = found.value
    return Found(values, cells)
