"""Rows and cells, whatever they were read from. Values only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from skillshub.importing.refusals import CannotImport

MOST_ROWS = 50_000
MOST_COLUMNS = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A value and where it stands."""

    value: object  # text, number, true or false, a day or a moment
    where: str  # as one finds it again: "Courses!B7"
    row: int = 1
    column: int = 1

    @property
    def shown(self) -> str:
        return " ".join(str(self.value).split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    cells: Mapping[str, Cell]  # by heading, the empty ones too
    first: Cell


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    name: str  # of the sheet; "" where there are no sheets
    headings: Mapping[str, Cell]
    rows: Sequence[Row]


def table_of(name: str, lines: Sequence[Sequence[object]]) -> Table:
    """The table whose first line that is not empty holds the headings."""
    if len(lines) > MOST_ROWS + 1:
        raise CannotImport(f"There are {len(lines) - 1:,} rows; {MOST_ROWS:,} can be imported at once. Split the file.")
    start = next((number for number, line in enumerate(lines) if any(map(_is_there, line))), None)
    if start is None:
        return Table(name=name, headings={}, rows=())
    headings: dict[str, Cell] = {}
    places: dict[int, str] = {}
    for place, value in enumerate(lines[start]):
        if _is_there(value):
            cell = _cell(name, value, start, place)
            if cell.shown in headings:
                raise CannotImport(
                    f"The heading '{cell.shown}' stands twice: {headings[cell.shown].where}, {cell.where}."
                )
            headings[cell.shown], places[place] = cell, cell.shown
    return Table(name=name, headings=headings, rows=tuple(_rows(name, lines, start, places)))


def _rows(name: str, lines: Sequence[Sequence[object]], start: int, places: Mapping[int, str]) -> Iterator[Row]:
    for number in range(start + 1, len(lines)):
        line = lines[number]
        if any(map(_is_there, line)):
            cells = {
                heading: _cell(name, line[place] if place < len(line) else "", number, place)
                for place, heading in places.items()
            }
            yield Row(cells=cells, first=next(iter(cells.values()), _cell(name, "", number, 0)))


def _is_there(value: object) -> bool:
    return value is not None and bool(str(value).strip())


def _cell(sheet: str, value: object, row: int, column: int) -> Cell:
    name = f"{letters(column)}{row + 1}"
    return Cell(value=value, where=f"{sheet}!{name}" if sheet else name, row=row + 1, column=column + 1)


def letters(column: int) -> str:
    """The name of a column, counted from 0: A, B … Z, AA."""
    name = ""
    column += 1
    while column:
        column, digit = divmod(column - 1, 26)
        name = chr(65 + digit) + name
    return name
