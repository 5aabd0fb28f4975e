"""Tables from an XLSX file, of which nobody knows who made it. Nothing in it runs; formulas are their last values.

A workbook is a ZIP of XML: a few kilobytes can stand for gigabytes, or for a sheet with a cell in its last corner. So
its parts are measured, as they really are, before the library that reads them sees a byte.
"""

from __future__ import annotations

import re
import zlib
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from python_calamine import CalamineError, CalamineWorkbook, PasswordError

from skillshub.importing.refusals import CannotImport
from skillshub.importing.tables import MOST_COLUMNS, MOST_ROWS, Table, table_of

_UNPACKED = 150 * 1024 * 1024
_RATIO = 200
_SMALL = 10 * 1024 * 1024  # what unpacks to this much is no danger, however well it was packed
_PARTS = 2_000
_OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0"
_REFERENCE = re.compile(rb"""<(?:\w+:)?(?:c|row)\b[^<>]*?\sr\s*=\s*["']([A-Za-z]{0,4})([0-9]{1,9})["']""")


def tables_in(content: bytes, without: frozenset[str] = frozenset()) -> tuple[Table, ...]:
    """Each sheet of the workbook but those of these names."""
    _refuse_what_is_unsafe(content)
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(content))
        return tuple(table_of(name, _lines(book, name)) for name in book.sheet_names if name not in without)
    except PasswordError as locked:
        raise CannotImport("The workbook is protected by a password: save it without one.") from locked
    except (CalamineError, OSError, ValueError) as broken:
        raise CannotImport("The workbook is damaged: open it, and save it again as .xlsx.") from broken


def _lines(book: CalamineWorkbook, name: str) -> list[list[object]]:
    sheet = book.get_sheet_by_name(name)
    return [list(line) for line in sheet.to_python(skip_empty_area=False)]


def _refuse_what_is_unsafe(content: bytes) -> None:
    if content.startswith(_OLD_OR_LOCKED):
        raise CannotImport("The workbook has a password, or it is of the old kind .xls: save it as .xlsx without one.")
    try:
        with ZipFile(BytesIO(content)) as archive:
            _measure(archive, len(content))
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError) as broken:
        raise CannotImport("This is no workbook, or it is damaged: open it, and save it again as .xlsx.") from broken


def _measure(archive: ZipFile, packed: int) -> None:
    parts = archive.infolist()
    names = [part.filename.casefold() for part in parts]
    if any(name.endswith("vbaproject.bin") for name in names):
        raise CannotImport("The workbook holds macros, which are programs: save it as .xlsx, which has none.")
    if len(parts) > _PARTS or len(set(names)) < len(names):
        raise CannotImport("The workbook is made of too many parts: copy its cells into a new one.")
    if "[content_types].xml" not in names:
        raise CannotImport("This is a ZIP file but no workbook: save the table as .xlsx.")
    left = _UNPACKED
    for part in parts:
        left -= _measure_part(archive, part, left, packed)


def _measure_part(archive: ZipFile, part: ZipInfo, left: int, packed: int) -> int:
    """The real size of a part, which may be another one than it claims."""
    if part.file_size > left:
        raise _too_large()
    text, size = b"", 0
    with archive.open(part) as stream:
        while piece := stream.read(1 << 20):
            size += len(piece)
            if size > left or (size > _SMALL and size > _RATIO * packed):
                raise _too_large()
            if part.filename.casefold().startswith("xl/worksheets/"):
                _refuse_far_cells(text[-200:] + piece)
                text = piece
    return size


def _too_large() -> CannotImport:
    return CannotImport("The workbook unpacks to far more than a table needs; it may be made to do harm.")


def _refuse_far_cells(text: bytes) -> None:
    for column, row in _REFERENCE.findall(text):
        if int(row) > MOST_ROWS + 1:
            raise CannotImport(f"The workbook has a cell in row {int(row):,}; {MOST_ROWS:,} rows can be imported.")
        if _number(column) > MOST_COLUMNS:
            raise CannotImport(f"The workbook has a cell in column {column.decode()}; {MOST_COLUMNS} can be imported.")


def _number(column: bytes) -> int:
    number = 0
    for letter in column.upper():
        number = number * 26 + letter - 64
    return number
