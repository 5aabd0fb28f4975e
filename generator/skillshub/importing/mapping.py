"""A mapping file: which columns of a table become which fields of which entries. Judged whole before any row is read.

skip:                                    # rows that are no entries
  - {when: {status: [Closed]}}
entries:
  - kind: course
    id: {from: "{title}-{number}", slug: true}
    fields:
      status: published                  # a text without braces is meant as it stands
      title: "{officialname}"            # what a column holds
      price: {amount: {from: "{cost}", number: true}, currency: USD}
      languages: [en]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from skillshub.importing.drafts import Draft
from skillshub.importing.refusals import CannotImport
from skillshub.importing.steps import CLEANINGS, OF_A_TABLE, STEPS
from skillshub.importing.tables import Cell, Row, Table
from skillshub.model import FOLDERS
from skillshub.problems import Field
from skillshub.wording.names import nearest

_COLUMN = re.compile(r"\{([^{}]+)\}")
_RULE = frozenset({"from", "one_of", "when", "unless", *STEPS})
_TOP = frozenset({"clean", "skip", "entries"})
_ENTRY = frozenset({"kind", "id", "shared", "when", "fields"})


class Found(NamedTuple):
    value: Any  # "" and empty lists are no value
    cells: Mapping[Field, Cell]


NOTHING = Found("", {})


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapped:
    """The mapping file, as it was read."""

    clean: Sequence[str]
    skip: Sequence[Mapping[str, Any]]
    entries: Sequence[Mapping[str, Any]]


def mapped(value: Mapping[str, Any]) -> Mapped:
    """The mapping that a file describes."""
    _only(value, _TOP, "The mapping file")
    entries = value.get("entries")
    if not isinstance(entries, list) or not entries:
        raise CannotImport("The mapping file needs 'entries': a list of what each row becomes.")
    clean = value.get("clean", [])
    _only(dict.fromkeys(clean), frozenset(CLEANINGS), "'clean' of the mapping file")
    for number, entry in enumerate(entries):
        _judge_entry(entry, f"entry {number + 1} of the mapping file")
    return Mapped(clean=clean, skip=value.get("skip", []), entries=entries)


def _judge_entry(entry: object, where: str) -> None:
    if not isinstance(entry, Mapping) or not isinstance(entry.get("fields"), Mapping):
        raise CannotImport(f"In {where}: 'kind' and 'fields' are needed.")
    _only(entry, _ENTRY, where)
    if entry.get("kind") not in FOLDERS:
        raise CannotImport(f"In {where}: 'kind' is one of {', '.join(FOLDERS)}.")
    for name, rule in entry["fields"].items():
        _judge_rule(rule, f"'{name}' in {where}")


def _judge_rule(rule: object, where: str) -> None:
    inner: list[tuple[object, str]] = []
    if isinstance(rule, list):
        inner = [(item, where) for item in rule]
    if isinstance(rule, Mapping):
        if _is_rule(rule):
            _judge_steps(rule, where)
            inner = [(item, where) for item in rule.get("one_of", [])]
        else:
            inner = [(below, f"'{name}' in {where}") for name, below in rule.items()]
    for item, place in inner:
        _judge_rule(item, place)


def _judge_steps(rule: Mapping[str, Any], where: str) -> None:
    _only(rule, _RULE, where)
    for name in OF_A_TABLE & set(rule):
        if not isinstance(rule[name], Mapping):
            raise CannotImport(f"In {where}: '{name}' needs a table, word: other word.")


def _is_rule(rule: Mapping[str, Any]) -> bool:
    return "from" in rule or "one_of" in rule


def _only(given: Mapping[str, Any], known: frozenset[str], where: str) -> None:
    for word in given:
        if word not in known:
            meant = nearest(str(word), known)
            ask = f" Did you mean '{meant}'?" if meant else f" It can be {', '.join(sorted(known))}."
            raise CannotImport(f"{where[0].upper()}{where[1:]}: there is no '{word}' here.{ask}")


def refuse_unknown_columns(mapping: Mapped, table: Table) -> None:
    """Every column that the mapping names must be there."""
    for column in _columns([mapping.skip, mapping.entries]):
        if column not in table.headings:
            meant = nearest(column, table.headings)
            ask = f" Did you mean '{meant}'?" if meant else ""
            raise CannotImport(f"The mapping file names a column '{column}', which the table does not have.{ask}")


def _columns(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield from _COLUMN.findall(value)
    if isinstance(value, list | tuple):
        for item in value:
            yield from _columns(item)
    if isinstance(value, Mapping):
        for name, below in value.items():
            if name not in OF_A_TABLE:
                yield from below if name in ("when", "unless") else _columns(below)


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
        return _by_steps(rule, row) if _is_rule(rule) else _group(rule, row)
    return Found(rule, {})


def _filled(template: str, row: Row) -> Found:
    """The template with what its columns hold; no value, if none of them holds anything."""
    columns = _COLUMN.findall(template)
    if not columns:
        return Found(template, {})
    texts = {column: _text(row.cells[column]) for column in columns}
    value = _COLUMN.sub(lambda hit: texts[hit[1]], template) if any(texts.values()) else ""
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
