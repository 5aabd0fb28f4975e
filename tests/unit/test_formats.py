"""Formats: each one that the schemas name says yes to what is right and no to what is not."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from babel.core import get_global
from hypothesis import given
from hypothesis import strategies as st

from skillshub.formats import CURRENCIES, FIELDS_OF_EDUCATION, FORMATS, YEARS, is_date, is_moment, timezones
from tests.conftest import REPO

RIGHT = {
    "date": ("2027-03-15", "2028-02-29", "1900-01-01"),
    "moment": ("2027-03-15", "2027-03-15T09:00", "2027-03-15T23:59", "2024", "2024-06"),
    "timezone": ("Europe/Berlin", "America/Argentina/Buenos_Aires", "UTC"),
    "web-address": ("https://example.org/", "https://www.example.org/a?b=c#d"),
    "email": ("courses@example.org", "a.b+c@mail.example.co.uk"),
    "currency": ("EUR", "CZK", "GBP"),
    "isced-f": ("0716", "0713", "0011"),
}
WRONG = {
    "date": (
        "2027-02-29",
        "2027-13-01",
        "15.03.2027",
        "2027-3-5",
        "20270315",
        "2027-W10-1",
        "0207-03-15",
        "2027-03-15\n",
    ),
    "moment": (
        "2027-03-15 09:00",
        "2027-03-15T9:00",
        "2027-03-15T24:00",
        "2027-03-15T09:00Z",
        "2027-13",
        "24",
        "T09:00",
    ),
    "timezone": ("CET", "Berlin", "europe/berlin", "Etc/GMT+1", "GMT", "", "Europe/Berlin\n"),
    "web-address": ("http://example.org/", "javascript:alert(1)", "https://192.0.2.7/", "https://a@example.org/", ""),
    "email": ("courses", "a@b", "mailto:a@example.org", "a b@example.org", "a@example.org\n", ""),
    "currency": ("eur", "€", "DEM", "EURO", "", "EUR\n"),
    "isced-f": ("716", "7160", "07", "0716\n", ""),
}


def formats_in(schema: Any) -> Iterator[str]:
    if isinstance(schema, dict):
        yield from ([schema["format"]] if isinstance(schema.get("format"), str) else [])
        yield from (name for inner in schema.values() for name in formats_in(inner))
    if isinstance(schema, list):
        yield from (name for inner in schema for name in formats_in(inner))


def test_every_format_that_a_schema_names_is_checked() -> None:
    """None is skipped in silence, and none is kept that no schema names."""
    named = {name for path in (REPO / "schema").glob("*.json") for name in formats_in(json.loads(path.read_bytes()))}
    assert named == set(FORMATS) == set(RIGHT) == set(WRONG)


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, texts in RIGHT.items() for text in texts])
def test_what_is_right_passes(name: str, text: str) -> None:
    """Yes to every way of writing it that we promise."""
    assert FORMATS[name](text)


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, texts in WRONG.items() for text in texts])
def test_what_is_wrong_does_not_pass(name: str, text: str) -> None:
    """No to the ways that people write it otherwise, and to a line break at the end."""
    assert not FORMATS[name](text)


@given(st.dates(min_value=date(YEARS[0], 1, 1), max_value=date(YEARS[-1], 12, 31)))
def test_every_day_is_a_date_and_a_moment(day: date) -> None:
    """What Python writes as a day is one."""
    assert is_date(day.isoformat())
    assert is_moment(day.isoformat())
    assert is_moment(f"{day:%Y-%m}")


@given(st.text(max_size=12) | st.from_regex(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2})?", fullmatch=True))
def test_a_moment_that_passes_can_be_read(text: str) -> None:
    """Nothing passes on which ``entries`` would stumble."""
    if is_date(text):
        assert date.fromisoformat(text)
    if is_moment(text) and "T" in text:
        assert datetime.fromisoformat(text).tzinfo is None


@given(st.text(max_size=40))
def test_no_text_is_too_odd_to_judge(text: str) -> None:
    """Every format answers every text."""
    assert {holds(text) for holds in FORMATS.values()} <= {True, False}


def test_every_time_zone_is_one() -> None:
    """Each name that passes is known to Python."""
    assert len(timezones()) > 400
    for name in timezones():
        assert ZoneInfo(name).key == name


def test_currencies_are_those_of_today() -> None:
    """Our list is the one that Babel has of legal tender."""
    territories = get_global("territory_currencies").values()
    assert {code for rows in territories for code, _, end, tender in rows if tender and end is None} == CURRENCIES


def test_fields_of_education_are_those_of_the_european_list() -> None:
    """150 detailed fields, those of reference entries among them."""
    assert len(FIELDS_OF_EDUCATION) == 150
    assert {
        "0716",
        "0713",
        "0714",
        "0715",
        "0711",
        "0712",
        "0612",
        "0613",
        "0788",
        "1022",
        "0413",
    } <= FIELDS_OF_EDUCATION
