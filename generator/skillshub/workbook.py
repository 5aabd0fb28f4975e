"""The workbook that partners fill in: a sheet for each kind, a column for each field, lists to choose from.

As a value: the bytes of an XLSX file, the same for the same hub. What is written in it is what ``import`` reads.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from skillshub.forms import Form
from skillshub.importing import EXAMPLE, LISTS
from skillshub.model import FOLDERS, Kind
from skillshub.schemas import Schemas

_ROWS = 2000  # rows for which cells offer their choices
_LONGEST = 250  # characters of a help text that spreadsheet programs show

Column = tuple[str, Form]
"""A heading (``price.amount``) and the field below it."""


def workbook(kinds: Sequence[Kind], schemas: Schemas, names: Mapping[str, Sequence[str]]) -> bytes:
    """The file for these kinds; ``names`` are the names of the hub's entries, by kind."""
    import xlsxwriter  # type: ignore[import-untyped]  # noqa: PLC0415 - only this command needs it

    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_formulas": False}) as book:
        book.set_properties({"created": datetime(2026, 1, 1, tzinfo=UTC)})  # the same bytes for the same hub
        sheets = {kind: book.add_worksheet(FOLDERS[kind].capitalize()) for kind in kinds}
        lists = _Lists(book)
        for kind, sheet in sheets.items():
            _fill(book, sheet, list(columns(schemas.fields(kind))), lists, names)
    return stream.getvalue()


def columns(form: Form) -> Iterator[Column]:
    """The id, then the fields that must be there, then all others; two sessions of each list of groups."""
    yield "id", Form(title="Id", description=_ABOUT_ID)
    every = [column for name, field in form.fields.items() for column in _columns(name, field)]
    yield from sorted(every, key=lambda column: not column[1].required)


_ABOUT_ID = (
    "The name of the entry's file: small letters, digits and hyphens. Leave it empty, and it is made of the title. "
    "A row that begins with EXAMPLE is not imported"
)


def _columns(heading: str, form: Form) -> Iterator[Column]:
    """A group has a column for each of its fields, a list of groups too large for one cell has those of one item."""
    inner = form.items
    if inner and inner.fields and sum(field.required for field in inner.fields.values()) < len(inner.fields):
        heading, form = f"{heading}.1", inner
    if form.fields and "string" not in form.types:
        for name, field in form.fields.items():
            yield from ((below, _when_required(form, one)) for below, one in _columns(f"{heading}.{name}", field))
        return
    yield heading, form


def _when_required(outer: Form, inner: Form) -> Form:
    """What must be in a group need not be in the row, where the group itself need not be."""
    return inner if outer.required or not inner.required else replace(inner, required=False)


class _Lists:
    """The sheet with what cells can be chosen from, each list in a column of its own, once."""

    def __init__(self, book: Any) -> None:
        self._sheet = book.add_worksheet(LISTS)
        self._places: dict[tuple[str, ...], str] = {}

    def place_of(self, words: Sequence[str]) -> str:
        """Where the list stands, as a formula: the same words are the same list."""
        key = tuple(words)
        if key not in self._places:
            column = len(self._places)
            self._sheet.write_column(0, column, key)
            self._places[key] = f"={LISTS}!${_letters(column)}$1:${_letters(column)}${len(key)}"
        return self._places[key]


def _letters(column: int) -> str:
    return _letters(column // 26 - 1) + chr(65 + column % 26) if column >= 26 else chr(65 + column)


def _fill(book: Any, sheet: Any, fields: list[Column], lists: _Lists, names: Mapping[str, Sequence[str]]) -> None:
    needed, other = book.add_format({"bold": True, "bg_color": "#d7eef0"}), book.add_format({"italic": True})
    grey = book.add_format({"font_color": "#777777", "italic": True})
    sheet.freeze_panes(1, 1)
    for column, (heading, form) in enumerate(fields):
        sheet.write_string(0, column, heading, needed if form.required else other)
        sheet.write_comment(0, column, _help(form), {"x_scale": 2, "author": "Skills Hub"})
        sheet.set_column(column, column, max(12, min(40, len(heading) + 4)))
        example = f"{EXAMPLE}: not imported" if heading == "id" else _example(form)
        sheet.write_string(1, column, example, grey)
        if words := _choices(form, names):
            _offer(sheet, column, lists.place_of(words), form)


def _help(form: Form) -> str:
    about = (form.description or form.title).rstrip(".")
    several = " Several: with a ; between them." if "array" in form.types else ""
    return f"{'Required. ' if form.required else ''}{about}.{several}"[:_LONGEST]


def _example(form: Form) -> str:
    """The example of the schema, as one types it into a cell."""
    inner = form.items or form
    example = next(iter(form.examples or inner.examples), "")
    items = example if isinstance(example, list | tuple) else [example]
    return "; ".join(_typed(item) for item in items)


def _typed(value: object) -> str:
    if isinstance(value, Mapping):
        return ": ".join(map(str, value.values()))
    return str(value).lower() if isinstance(value, bool) else str(value)


def _choices(form: Form, names: Mapping[str, Sequence[str]]) -> Sequence[str]:
    """What a cell can hold: names of entries, or labels; of a list, what each of its items can be."""
    inner = form.items or form
    if inner.refers_to:
        return list(names.get(inner.refers_to, ()))
    if "boolean" in form.types:
        return ["true", "false"]
    return list(inner.choices.values())


def _offer(sheet: Any, column: int, place: str, form: Form) -> None:
    """A drop-down; where several may stand in one cell, it offers but does not insist."""
    is_list = "array" in form.types
    sheet.data_validation(
        2,
        column,
        _ROWS,
        column,
        {
            "validate": "list",
            "source": place,
            "error_type": "information" if is_list else "stop",
            "show_error": not is_list,
            "error_title": "Not on the list",
            "error_message": "Choose from the list, or leave the cell empty.",
        },
    )
