"""Where the values and the names of a file's fields stand, for the problems that are found in them later."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from skillshub.problems import Field, Place
from skillshub.sources.faults import lines_of, place_at
from skillshub.sources.rawtext import LARGEST
from skillshub.sources.walking import Piece, walk


@dataclass(frozen=True, slots=True)
class Places:
    """``()`` is the first field. Of a field given twice, the first; list items have no name."""

    lines: Sequence[str]
    values: Mapping[Field, Piece]
    names: Mapping[Field, Piece]

    def of(self, field: Field) -> Place:
        """The place of a value, or of the nearest one around it: that is where a missing field is missing."""
        for length in range(len(field), -1, -1):
            if piece := self.values.get(field[:length]):
                return self._place(piece)
        return Place()

    def of_name(self, field: Field) -> Place:
        """Of ``("sessions", 0, "start")`` the word ``start``; what stands there where it has none."""
        piece = self.names.get(field)
        return self._place(piece) if piece else self.of(field)

    def _place(self, piece: Piece) -> Place:
        place = place_at(self.lines, piece.line, piece.column, piece.length)
        return replace(place, is_whole=piece.is_text and piece.line == piece.end_line)


def places(content: bytes) -> Places:
    """The places of a file, or of what comes before the parser gives up."""
    values: dict[Field, Piece] = {}
    names: dict[Field, Piece] = {}
    text = content.decode("utf-8-sig", "replace") if len(content) <= LARGEST else ""
    for node in walk(text.encode()):
        values.setdefault(node.field, node.piece)
        if node.key:
            names.setdefault(node.field, node.key)
    return Places(lines_of(text), values, names)
