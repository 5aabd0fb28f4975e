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
from dataclasses import dataclass
from typing import Any

from skillshub.importing.refusals import CannotImport
from skillshub.importing.steps import CLEANINGS, OF_A_TABLE, STEPS
from skillshub.importing.tables import Table
from skillshub.model import FOLDERS
from skillshub.wording.names import nearest

COLUMN = re.compile(r"\{([^{}]+)\}")
_RULE = frozenset({"from", "one_of", "when", "unless", *STEPS})
_TOP = frozenset({"clean", "skip", "entries"})
_ENTRY = frozenset({"kind", "id", "shared", "when", "fields"})


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
        if is_rule(rule):
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


def is_rule(rule: Mapping[str, Any]) -> bool:
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
        yield from COLUMN.findall(value)
    if isinstance(value, list | tuple):
        for item in value:
            yield from _columns(item)
    if isinstance(value, Mapping):
        for name, below in value.items():
            if name not in OF_A_TABLE:
                yield from below if name in ("when", "unless") else _columns(below)
