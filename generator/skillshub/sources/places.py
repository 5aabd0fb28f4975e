"""Where the values and the names of a file's fields stand, for the problems that are found in them later."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from skillshub.problems import Field, Place
from skillshub.sources.faults import lines_of, place_at
from skillshub.sources.rawtext import LARGEST
from skillshub.sources.walking import walk


def places(content: bytes) -> Mapping[Field, Place]:
    """Where each value of the file begins; ``()`` is the first field. Of a value given twice, the first."""
    return _places(content, keys=False)


def key_places(content: bytes) -> Mapping[Field, Place]:
    """Where each field's name stands: ``("sessions", 0, "start")`` is the word ``start``. List items have none."""
    return _places(content, keys=True)


def place_of(field: Field, positions: Mapping[Field, Place]) -> Place:
    """The place of a field, or of the nearest value around it: that is where a missing field is missing."""
    for length in range(len(field), -1, -1):
        if place := positions.get(field[:length]):
            return place
    return Place()


def _places(content: bytes, *, keys: bool) -> Mapping[Field, Place]:
    text = content.decode("utf-8-sig", "replace")
    if len(content) > LARGEST:
        return {}
    lines = lines_of(text)
    found: dict[Field, Place] = {}
    for node in walk(text.encode()):
        piece = node.key if keys else node.piece
        if piece:
            place = place_at(lines, piece.line, piece.column, piece.length)
            found.setdefault(node.field, replace(place, is_whole=piece.is_text and piece.line == piece.end_line))
    return found
