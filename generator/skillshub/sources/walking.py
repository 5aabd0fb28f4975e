"""The slow way through a file: every value with its field and its marks. Only for files that have a problem.

Ends quietly where the file cannot be parsed or nests too deep: what was seen until then is still true.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from yaml._yaml import CParser
from yaml.error import YAMLError
from yaml.events import (
    AliasEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from skillshub.problems import Field

DEEPEST = 12
"""Levels of fields within fields; real entries need four."""


NAMELESS = -1
"""Stands in a Field for a name that is no text; no list has such an item."""


TO_THE_END = 65536
"""A length that reaches the end of any line."""


class Piece(NamedTuple):
    """A value or a name as it stands in the file; lines and columns from 0. Of a mapping or list, its beginning."""

    kind: type[Event]
    value: str  # "" for all but texts
    style: str  # of a text: "" plain, ' " | >
    is_named: bool  # has an anchor, or is an alias
    is_tagged: bool
    line: int
    column: int
    end_line: int
    end_column: int

    @property
    def is_text(self) -> bool:
        return self.kind is ScalarEvent

    @property
    def is_plain(self) -> bool:
        return self.kind is ScalarEvent and self.style == ""

    @property
    def is_mapping(self) -> bool:
        return self.kind is MappingStartEvent

    @property
    def is_alias(self) -> bool:
        return self.kind is AliasEvent

    @property
    def length(self) -> int:
        """Characters in the first line: a mapping or list, or a text of several lines, takes the rest of its line."""
        if not (self.is_text or self.is_alias) or self.line != self.end_line:
            return 1 if self.is_plain and not self.value else TO_THE_END
        return max(1, self.end_column - self.column)


def piece_of(event: Any) -> Piece:
    start, end = event.start_mark, event.end_mark
    is_text = type(event) is ScalarEvent
    return Piece(
        type(event),
        event.value if is_text else "",
        event.style or "" if is_text else "",
        event.anchor is not None,
        getattr(event, "tag", None) is not None,
        start.line,
        start.column,
        end.line,
        end.column,
    )


class Node(NamedTuple):
    """A value and where it stands. An odd key (a list, a reference) is a Node of its own, marked ``is_key``."""

    field: Field
    piece: Piece
    key: Piece | None = None
    is_key: bool = False
    is_too_deep: bool = False


@dataclass(slots=True)
class _Level:
    """One open mapping or list."""

    field: Field
    is_mapping: bool
    is_root: bool = False
    key: Piece | None = None
    awaits_key: bool = True
    items: int = 0


def events_of(content: bytes) -> Iterator[Any]:
    """The parser's events, one by one; raises a ``YAMLError`` where the file cannot be parsed."""
    next_event = CParser(content).get_event
    while True:
        event = next_event()
        yield event
        if type(event) is StreamEndEvent:
            return


def walk(content: bytes) -> Iterator[Node]:
    """Every value of the file, outer ones first. Never raises."""
    try:
        yield from _nodes(content)
    except YAMLError:
        return


def _nodes(content: bytes) -> Iterator[Node]:
    levels = [_Level(field=(), is_mapping=False, is_root=True)]
    for event in events_of(content):
        if type(event) in (MappingEndEvent, SequenceEndEvent):
            levels.pop()
        elif isinstance(event, NodeEvent):
            node = _node(levels[-1], event, is_too_deep=len(levels) > DEEPEST and not _is_single(event))
            if node:
                yield node
            if node and node.is_too_deep:
                return
            if not _is_single(event):
                field = node.field if node else ()
                levels.append(_Level(field=field, is_mapping=type(event) is MappingStartEvent))


def _is_single(event: object) -> bool:
    return type(event) in (ScalarEvent, AliasEvent)


def _node(level: _Level, event: Any, *, is_too_deep: bool) -> Node | None:
    """The event as a value at its field; None for an ordinary key, which waits for its value."""
    if level.is_mapping and level.awaits_key:
        level.awaits_key = False
        level.key = piece_of(event) if type(event) is ScalarEvent else None
        if level.key:
            return None
        return Node(field=(*level.field, NAMELESS), piece=piece_of(event), is_key=True, is_too_deep=is_too_deep)
    level.awaits_key = True
    level.items += 1
    return Node(field=_field_of(level), piece=piece_of(event), key=level.key, is_too_deep=is_too_deep)


def _field_of(level: _Level) -> Field:
    if level.is_mapping:
        return (*level.field, key_text(level.key.value) if level.key else NAMELESS)
    return () if level.is_root else (*level.field, level.items - 1)


def key_text(key: str) -> str:
    """A field's name, composed: the two ways of typing an accent are one name."""
    return key if key.isascii() else unicodedata.normalize("NFC", key)
