"""A table from a CSV file, in whatever a spreadsheet program wrote: commas, semicolons or tabs; UTF-8 or older."""

from __future__ import annotations

import codecs
import csv
import io
from itertools import islice

from skillshub.importing.refusals import CannotImport
from skillshub.importing.tables import MOST_ROWS, Table, table_of

_DELIMITERS = ",;\t|"
_LONGEST = 1 << 20  # characters of one cell


def table_in(content: bytes) -> tuple[Table, str]:
    """The table, and a sentence about how it was read where that was a guess."""
    text, note = _decoded(content)
    csv.field_size_limit(_LONGEST)
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
        lines = list(islice(reader, MOST_ROWS + 2))
    except csv.Error as broken:
        raise CannotImport(f"The file is no sound CSV: {broken}. Save it again from your spreadsheet.") from broken
    return table_of("", lines), note


def _decoded(content: bytes) -> tuple[str, str]:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16", "replace"), ""
    if b"\0" in content:
        raise CannotImport("The file holds bytes that no text has: save the table as CSV (UTF-8), or as .xlsx.")
    try:
        return content.decode("utf-8-sig"), ""
    except UnicodeDecodeError:
        note = "The file is not saved as UTF-8; it was read as Windows-1252: look at letters such as ä, é, š."
        return content.decode("cp1252", "replace"), note


def _delimiter(text: str) -> str:
    """The sign that parts the headings: the one of which the first line has most, outside of quotes."""
    first = ""
    is_quoted = False
    for sign in text.lstrip("\r\n")[:20_000]:
        is_quoted ^= sign == '"'
        if sign in "\r\n" and not is_quoted:
            break
        first += "" if is_quoted else sign
    return max(_DELIMITERS, key=first.count)
