"""Which reader reads which file, and what it makes of it: drafts, and what is wrong before there are any."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from skillshub.importing import calendars, delimited, webdata, workbooks
from skillshub.importing.columns import draft_of, field_of, unknown_headings
from skillshub.importing.drafts import Draft
from skillshub.importing.filling import drafts_of
from skillshub.importing.mapping import mapped, refuse_unknown_columns
from skillshub.importing.refusals import CannotImport
from skillshub.importing.tables import Cell, Table
from skillshub.model import FOLDERS
from skillshub.problems import Place, Problem
from skillshub.schemas import Schemas
from skillshub.wording.names import folded, nearest

LARGEST = 20 * 1024 * 1024
EXAMPLE = "EXAMPLE"
"""A row whose id begins with this word is there to show how it looks."""
LISTS = "Lists"
"""The sheet of a template with what its cells can be chosen from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    drafts: tuple[Draft, ...]
    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the readers are told beside the bytes."""

    source: str
    kind: str
    mapping: Mapping[str, Any] | None
    schemas: Schemas


Reader = Callable[[bytes, Asked], Read]


def drafts_in(source: str, content: bytes, kind: str, mapping: Mapping[str, Any] | None, schemas: Schemas) -> Read:
    """What the file holds; refuses one that cannot be read, or is not safe to."""
    ending = PurePath(source).suffix.casefold()
    if ending in (".xlsm", ".xlsb", ".xltm", ".xls"):
        raise CannotImport(
            f"A workbook of the kind {ending} may hold programs, or is of the old kind: save it as .xlsx."
        )
    if ending not in READERS:
        raise CannotImport(f"Files ending in '{ending}' cannot be imported, only {', '.join(READERS)}.")
    if len(content) > LARGEST:
        raise CannotImport(
            f"The file has {len(content) >> 20} MB; {LARGEST >> 20} MB can be imported at once. Split it."
        )
    if not content.strip():
        raise CannotImport("The file is empty.")
    return READERS[ending](content, Asked(source=source, kind=kind, mapping=mapping, schemas=schemas))


def _from_workbook(content: bytes, asked: Asked) -> Read:
    tables = [table for table in workbooks.tables_in(content, frozenset({LISTS})) if table.headings]
    known = [table for table in tables if _kind_of(table, asked) or asked.mapping]
    if not known:
        raise CannotImport(
            "No sheet is called as a kind of entry is (courses, events …): rename it, or say --kind course."
        )
    return _of_tables(known, asked, ())


def _from_delimited(content: bytes, asked: Asked) -> Read:
    table, note = delimited.table_in(content)
    if not table.headings:
        raise CannotImport("The file holds no table: its first line must hold the names of the columns.")
    if not asked.mapping and not _kind_of(table, asked):
        raise CannotImport("Nobody knows what the rows are: say it with --kind, for example --kind course.")
    return _of_tables([table], asked, (note,) if note else ())


def _kind_of(table: Table, asked: Asked) -> str:
    """The kind that was asked for, or that the sheet or the file is called by."""
    if asked.kind:
        return asked.kind
    words = {**{folded(kind): kind for kind in FOLDERS}, **{folded(folder): kind for kind, folder in FOLDERS.items()}}
    return words.get(folded(table.name or PurePath(asked.source).stem), "")


def _of_tables(tables: Iterable[Table], asked: Asked, notes: tuple[str, ...]) -> Read:
    drafts: list[Draft] = []
    problems: list[Problem] = []
    for table in tables:
        if asked.mapping is not None:
            mapping = mapped(asked.mapping)
            refuse_unknown_columns(mapping, table)
            drafts += (draft for row in table.rows for draft in drafts_of(mapping, row))
        else:
            drafts += _by_columns(table, asked, problems)
    return Read(drafts=tuple(drafts), problems=tuple(problems), notes=notes)


def _by_columns(table: Table, asked: Asked, problems: list[Problem]) -> Iterator[Draft]:
    kind = _kind_of(table, asked)
    form = asked.schemas.fields(kind)
    ways = {heading: field_of(heading, form) for heading in table.headings}
    problems += (
        _unknown(asked, heading, cell, form.fields) for heading, cell in unknown_headings(table.headings, ways)
    )
    for row in table.rows:
        draft = draft_of(kind, row, ways)
        if not draft.id.startswith(EXAMPLE):
            yield draft


def _unknown(asked: Asked, heading: str, cell: Cell, fields: Iterable[str]) -> Problem:
    meant = nearest(heading, fields)
    return Problem(
        path=asked.source,
        code="unknown-field",
        message=f"There is no field '{heading}'; the column is not imported.",
        hint=f"Did you mean '{meant}'?" if meant else "",
        place=Place(line=cell.row, length=len(heading), excerpt=heading, name=cell.where),
        severity="warning",
    )


def _from_calendar(content: bytes, asked: Asked) -> Read:
    form = asked.schemas.fields("event")
    types, countries = form.at(("type",)).choices, form.at(("place", "country")).choices
    drafts, note = calendars.drafts_in(content, types, countries)
    return Read(drafts=tuple(drafts), notes=(note,) if note else ())


def _from_json(content: bytes, asked: Asked) -> Read:
    return Read(drafts=tuple(webdata.drafts_in_json(content, asked.kind, asked.schemas)))


def _from_page(content: bytes, asked: Asked) -> Read:
    return Read(drafts=tuple(webdata.drafts_in_page(content, asked.kind, asked.schemas)))


READERS: Mapping[str, Reader] = {
    ".xlsx": _from_workbook,
    ".csv": _from_delimited,
    ".tsv": _from_delimited,
    ".ics": _from_calendar,
    ".json": _from_json,
    ".jsonld": _from_json,
    ".html": _from_page,
}
