"""Spreadsheets of all sorts for the tests of import: sound, of other programs, and made to do harm."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]  # it has no types

COURSE: Mapping[str, Any] = {
    "id": "",
    "title": "Welding",
    "title.de": "Schweißen",
    "summary": "What it is about.",
    "url": "https://school.example.org/welding",
    "provider": "school",
    "type": "Course",
    "mode": "On site",
    "languages": "German; en",
    "regions": "Tyrol",
    "skills": "welding: practitioner",
    "outcomes": "Weld a seam that holds; Know, when to stop",
    "isced_f": 715,
    "price.category": "paid",
    "price.amount": 390.5,
    "price.currency": "EUR",
    "workload_hours": 24,
    "sessions.1.start": datetime(2027, 5, 3, 9, 0),  # noqa: DTZ001 - a cell knows no time zone
    "sessions.1.end": date(2027, 5, 4),
    "sessions.1.timezone": "Vienna",
    "sessions.1.place": "Innsbruck: AT",
}
"""A row as a person fills it in: labels, names, numbers as numbers."""


def a_row(**fields: Any) -> dict[str, Any]:
    return {**COURSE, **{name.replace("__", "."): value for name, value in fields.items()}}


def workbook(rows: Sequence[Mapping[str, Any]], sheet: str = "Courses") -> bytes:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True, "default_date_format": "dd.mm.yyyy hh:mm"}) as book:
        page = book.add_worksheet(sheet)
        for column, heading in enumerate(rows[0]):
            page.write_string(0, column, heading)
            for number, row in enumerate(rows, start=1):
                page.write(number, column, row[heading])
    return stream.getvalue()


def csv_text(rows: Sequence[Mapping[str, Any]], delimiter: str = ",") -> str:
    def cell(value: Any) -> str:
        text = value.strftime("%Y-%m-%dT%H:%M") if isinstance(value, datetime) else str(value)
        return '"' + text.replace('"', '""') + '"'

    lines = [list(rows[0]), *([cell(value) for value in row.values()] for row in rows)]
    return "\r\n".join(delimiter.join(line) for line in lines) + "\r\n"


def repacked(content: bytes, **parts: bytes) -> bytes:
    """The workbook with some of its parts replaced or added; ``__`` in a name is ``/``, ``_`` is a dot."""
    stream = io.BytesIO()
    own = {name.replace("__", "/").replace("_", "."): text for name, text in parts.items()}
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in own:
                new.writestr(name, old.read(name))
        for name, text in own.items():
            new.writestr(name, text)
    return stream.getvalue()
