"""What people look for, and which entries answer it: the quality set, written by hand before any engine was tuned.

``quality/*.csv``: one query a line, with the language of the site that is searched, what kind of query it is, and
every entry that answers it equally well. The entries of ``hub.csv`` are those of this repository's ``content/``;
those of ``nj-etpl.csv`` are New Jersey's list of training programmes (``tests/nj_etpl``). Every second query of a
kind is held out: it is looked at when tuning is over. ``of`` names the words of the entry that a mistyped or
inflected query means. Knows no engine.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "quality"
KINDS = ("exact", "prefix", "typo", "inflected", "topic", "other-language")


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    corpus: str
    kind: str
    site: str  # language of the site that is searched
    text: str
    meant: tuple[str, ...]  # words of the entry that the query misspells or inflects
    expected: tuple[str, ...]  # courses/welding and so on: each answers it equally well
    held_out: bool

    @property
    def order(self) -> int:
        """In which a report names the kinds."""
        return KINDS.index(self.kind)


def queries() -> Iterator[Query]:
    for path in sorted(FOLDER.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            yield from (_query(path.stem, row) for row in csv.DictReader(file))


def _query(corpus: str, row: dict[str, str]) -> Query:
    return Query(
        corpus=corpus,
        kind=row["class"],
        site=row["site"],
        text=row["query"],
        meant=tuple(row["of"].split()),
        expected=tuple(row["expected"].split()),
        held_out=row["held_out"] == "true",
    )
