"""An entry that is not yet one: its fields, and where each of them comes from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, cast

from skillshub.findings import Finding
from skillshub.importing.tables import Cell
from skillshub.model import FOLDERS, Kind
from skillshub.problems import Field


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    kind: str
    id: str  # as it was given; "" when nothing was
    fields: Mapping[str, object]
    cells: Mapping[Field, Cell]  # where values come from
    first: Cell  # of the whole draft
    id_cell: Cell | None = None
    is_shared: bool = False  # several rows may speak of it: the first one counts
    empty: Mapping[str, Cell] = field(default_factory=dict)  # columns without a value, by field

    def cell_of(self, way: Field, missing: str = "") -> Cell:
        """The cell to look at for a field: its own, that of the nearest one around it or in it, else the first."""
        if missing and (cell := self.empty.get(".".join(map(str, (*way, missing))))):
            return cell
        for length in range(len(way), 0, -1):
            if cell := self.cells.get(way[:length]):
                return cell
            inner = (at for at in self.cells if at[:length] == way[:length])
            if found := next(inner, None):
                return self.cells[found]
        return self.first


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A draft with its id and its value, and what is wrong with them."""

    draft: Draft
    slug: str
    value: Mapping[str, Any]
    findings: tuple[Finding, ...]

    @property
    def path(self) -> str:
        return f"content/{FOLDERS[cast('Kind', self.draft.kind)]}/{self.slug}.yml"
