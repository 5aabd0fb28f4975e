"""One strict pass over a file: its value, or everything that is wrong with it as YAML.

YAML 1.2 in spirit, though the parser speaks 1.1: only ``null true false``, plain whole numbers and plain decimals are
anything but text, so ``NO``, ``on``, ``12:30``, ``010``, ``1_000``, ``1e5`` and dates stay what the partner wrote. The
value is built straight from the parser's events, so nothing dangerous is ever constructed. A sound file costs one pass;
whatever is odd ends that pass, and the slow rooms (``oddities``, ``mistakes``) say what it was.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from yaml._yaml import CParser
from yaml.error import YAMLError
from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from skillshub.problems import Problem
from skillshub.sources.doubts import doubts_in, looks_doubtful
from skillshub.sources.faults import Fault, as_problems, lines_of
from skillshub.sources.mistakes import mistake_in
from skillshub.sources.oddities import NUMBER, OF_THE_FILE, WORDS, oddities_in
from skillshub.sources.rawtext import REFUSED, text_of
from skillshub.sources.walking import DEEPEST, key_text

_BEGINNINGS = frozenset({"", *"-0123456789", *(word[:1] for word in WORDS)})
"""What a plain value that is no text begins with."""


class Unexplained(Exception):
    """Our mistake: the reader refused a file in which no other room finds anything wrong."""


def judge(path: str, content: bytes, *, tags_allowed: bool = False) -> Mapping[str, object] | tuple[Problem, ...]:
    """The file's fields, or everything that is wrong with it; ``path`` only names it. Never raises for any content.

    ``tags_allowed`` is for mkdocs.yml: a value with a tag (``!ENV``, ``!!python/name:``) reads as ``None``.
    """
    text, faults = text_of(content)
    if faults:
        return as_problems(path, lines_of(text), faults)
    value = _value(content, tags_allowed)
    if value is not None and not looks_doubtful(content, text):
        return value
    lines = lines_of(text)
    found = tuple(doubts_in(content, lines)) if value is not None else _faults(content, lines, tags_allowed)
    if found:
        return as_problems(path, lines, found)
    if value is None:
        raise Unexplained(path)
    return value


def _faults(content: bytes, lines: list[str], tags_allowed: bool) -> tuple[Fault, ...]:
    """What is wrong with a file that ``_value`` refused."""
    found = tuple(oddities_in(content, lines, tags_allowed=tags_allowed))
    if any(fault.code == "too-deep" for fault in found):
        return found
    if mistake := mistake_in(content, lines):  # its own line holds one mistake, not two; the whole file is not judged
        return (*(fault for fault in found if fault.line != mistake.line and fault.code not in OF_THE_FILE), mistake)
    return (*found, *doubts_in(content, lines))


def _value(content: bytes, tags_allowed: bool) -> dict[str, object] | None:
    """The fields of a sound file; None when anything at all is odd or cannot be parsed."""
    try:
        return _built(content, tags_allowed)
    except YAMLError:
        return None


# Long and flat on purpose: it sees each value of each entry, and a call in it is paid for a million times a build.
def _built(content: bytes, tags_allowed: bool) -> dict[str, object] | None:  # noqa: C901, PLR0911, PLR0912
    """The fields of a sound file, None for any other; raises a ``YAMLError`` where it cannot be parsed."""
    next_event = CParser(content).get_event
    has_escapes = b"\\" in content
    here: Any = {}  # the mapping or list that is being filled
    in_mapping = _begins_with_fields(next_event)
    key: str | None = None  # in a mapping: the field whose value comes next
    outer: list[tuple[Any, bool]] = []
    while in_mapping or outer:
        event: Any = next_event()
        kind = type(event)
        if kind is MappingEndEvent or kind is SequenceEndEvent:
            if not outer:
                return here if _ends_well(next_event) else None
            here, in_mapping = outer.pop()
            continue
        if kind is AliasEvent or event.anchor is not None or (event.tag is not None and not tags_allowed):
            return None
        value: Any = {} if kind is MappingStartEvent else []
        if kind is ScalarEvent:
            value = event.value
            if event.style == "":
                value = _plain(value) if value[:1] in _BEGINNINGS else value
            elif has_escapes and REFUSED.search(value):
                return None
        if in_mapping and key is None:
            if type(value) is not str or value == "<<" or event.tag is not None:
                return None
            key = value if value.isascii() else key_text(value)
            if key in here:
                return None
            continue
        if in_mapping:
            here[key] = value if event.tag is None else None
            key = None
        else:
            here.append(value if event.tag is None else None)
        if kind is not ScalarEvent:
            if len(outer) + 1 >= DEEPEST:
                return None
            outer.append((here, in_mapping))
            here, in_mapping = value, kind is MappingStartEvent
    return None


def _begins_with_fields(next_event: Callable[[], Any]) -> bool:
    """Whether the file holds a mapping; the parser then stands at its first field."""
    next_event()
    if type(next_event()) is not DocumentStartEvent:
        return False
    event = next_event()
    return type(event) is MappingStartEvent and event.anchor is None and event.tag is None


def _ends_well(next_event: Callable[[], Any]) -> bool:
    """Whether nothing follows the mapping."""
    return type(next_event()) is DocumentEndEvent and type(next_event()) is StreamEndEvent


def _plain(written: str) -> object:
    """What a text without quotes stands for."""
    if written in WORDS:
        return WORDS[written]
    if NUMBER.fullmatch(written):
        return float(written) if "." in written else int(written)
    return written
