"""Which parts of an entry are searched, and how much each counts: the one table, which the root tells the browser."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    name: str
    boost: float
    head: bool  # says what the entry is, not what is told about it


FIELDS: tuple[Field, ...] = (
    Field(name="title", boost=10, head=True),
    Field(name="names", boost=8, head=True),  # what it is called otherwise: almost a title
    Field(name="skills", boost=4, head=True),  # what is taught or needed
    Field(name="place", boost=4, head=True),  # who and where
    Field(name="tags", boost=3, head=True),  # what the contributor, or a choice, calls it
    Field(name="summary", boost=2, head=False),  # one sentence that was chosen with care
    Field(name="body", boost=1, head=False),
)
NUMBER_OF = {field.name: number for number, field in enumerate(FIELDS)}
HEAD = sum(field.head for field in FIELDS)
"""So many fields, from the first on, say what an entry is: their postings lie apart and are looked at first."""

Piece = tuple[str, str]
"""A text and the language it is in."""
