"""The parts of a file: fields and list items, each with its value and its comments. Values only."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Scalar:
    """A text, number or nothing as YAML: its first line, and further ones as far in as they stand below the first."""

    lines: tuple[str, ...]
    is_block: bool = False  # written below ``|`` or ``>``

    @property
    def is_one_line(self) -> bool:
        return len(self.lines) == 1 and not self.is_block


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A list, or a group of fields."""

    parts: tuple[Part, ...]
    is_list: bool
    is_inline: bool  # stands in brackets as long as it fits into its line


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A field with its value, or an item of a list (which has no name)."""

    name: str
    value: Scalar | Group
    before: tuple[str, ...] = ()  # comments above it, each with its "#"; "" is an empty line
    beside: str = ""
    after: tuple[str, ...] = ()  # comments below it that stand as far in as it does

    @property
    def has_comments(self) -> bool:
        return any(self.before) or bool(self.beside) or bool(self.after)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    root: Group
    head: tuple[str, ...] = ()  # comments about the whole file
    tail: tuple[str, ...] = ()


def below(group: Group) -> Iterator[Part]:
    """Every part of the group and of the groups in it."""
    for part in group.parts:
        yield part
        if isinstance(part.value, Group):
            yield from below(part.value)


def comments_of(document: Document) -> Iterator[str]:
    """Every comment of the file."""
    parts = below(document.root)
    inside = (text for part in parts for text in (*part.before, part.beside, *part.after))
    yield from filter(None, (*document.head, *inside, *document.tail))
