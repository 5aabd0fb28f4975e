"""Where the values and names of a file stand."""

from __future__ import annotations

from skillshub.problems import Place
from skillshub.sources import places

ENTRY = b"""\
# a comment
title: Data basics
languages: [en, "de"]
sessions:
  - start: 2027-03-01
    place:
  - {start: x}
description: |
  Some words.
"""


def whole(line: int, column: int, length: int, excerpt: str) -> Place:
    """The stretch of a name or value, all of it on its line."""
    return Place(line=line, column=column, length=length, excerpt=excerpt, is_whole=True)


def test_a_value_is_placed_as_an_editor_counts() -> None:
    """Lines and columns from 1, the length as written, quotes included."""
    found = places(ENTRY)
    assert found.of(("title",)) == whole(line=2, column=8, length=11, excerpt="title: Data basics")
    assert found.of(("languages", 1)) == whole(line=3, column=17, length=4, excerpt='languages: [en, "de"]')
    assert found.of(("sessions", 0, "start")) == whole(line=5, column=12, length=10, excerpt="  - start: 2027-03-01")
    assert found.of(("sessions", 1, "start")).column == 13


def test_a_group_is_placed_at_its_first_line() -> None:
    """What is missing in a group is missing there."""
    found = places(ENTRY)
    assert found.of(()) == Place(line=2, column=1, length=18, excerpt="title: Data basics")
    assert found.of(("sessions", 0)) == Place(line=5, column=5, length=17, excerpt="  - start: 2027-03-01")
    assert found.of(("languages",)).length == len('[en, "de"]')


def test_an_empty_value_and_a_long_one_have_a_place() -> None:
    """Right after the colon; and where the text begins."""
    found = places(ENTRY)
    assert (found.of(("sessions", 0, "place")).line, found.of(("sessions", 0, "place")).length) == (6, 1)
    assert (found.of(("description",)).line, found.of(("description",)).column) == (8, 14)
    assert not found.of(("description",)).is_whole


def test_a_name_has_a_place_of_its_own() -> None:
    """For a field that should not be there at all."""
    found = places(ENTRY)
    assert found.of_name(("languages",)) == whole(line=3, column=1, length=9, excerpt='languages: [en, "de"]')
    assert found.of_name(("sessions", 0, "place")) == whole(line=6, column=5, length=5, excerpt="    place:")
    assert found.of_name(("sessions", 0)) == found.of(("sessions", 0))


def test_a_missing_field_is_placed_at_what_surrounds_it() -> None:
    """The nearest value around it that exists."""
    found = places(ENTRY)
    assert found.of(("sessions", 0, "end")) == found.of(("sessions", 0))
    assert found.of(("url",)) == found.of(())
    assert places(b"").of(("url",)) == Place()


def test_columns_count_characters() -> None:
    """An umlaut is one column, and CRLF is no part of the line."""
    found = places("ü: [ö, x]\r\nb: c\r\n".encode())
    assert found.of(("ü", 1)) == whole(line=1, column=8, length=1, excerpt="ü: [ö, x]")
    assert found.of(("b",)) == whole(line=2, column=4, length=1, excerpt="b: c")


def test_a_broken_file_has_the_places_before_the_break() -> None:
    """And nothing raises."""
    assert ("a",) in places(b"a: b\nc: 'd\n").values
    assert not places(b"").values
    assert not places(b"a: b\0").values
    assert not places(b"a" * 70000).values
