"""One strict pass over a file: its value, or everything that is wrong with it as YAML.

YAML 1.2 in spirit, though the parser speaks 1.1: only ``null true false``, plain whole numbers and plain decimals are
anything but text, so ``NO``, ``on``, ``12:30``, ``010``, ``1_000``, ``1e5`` and dates stay what the partner wrote. The
value is built straight from the parser's events, so nothing dangerous is ever constructed. A sound file costs one pass;
whatever is odd ends that pass, and the slow rooms (``oddities``, ``mistakes``) say what it was.
"""

from __future__ import annotations

from collections.abc import Mapping
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


def _built(content: bytes, tags_allowed: bool) -> dict[str, object] | None:  # noqa: C901, PLR0911, PLR0912
    """The fields of a sound file, None for any other; raises a ``YAMLError`` where it cannot be parsed.

    Long and flat on purpose: it sees each value of each entry, and a call here is paid for a million times a build.
    """
    next_event = CParser(content).get_event
    next_event()
    if type(next_event()) is not DocumentStartEvent:
        return None
    event: Any = next_event()
    if type(event) is not MappingStartEvent or event.anchor is not None or event.tag is not None:
        return None
    has_escapes = b"\\" in content
    here: Any = {}  # the mapping or list that is being filled
    in_mapping = True
    key: str | None = None  # in a mapping: the field whose value comes next
    outer: list[tuple[Any, bool]] = []
    value: Any
    while True:
        event = next_event()
        kind = type(event)
        if kind is MappingEndEvent or kind is SequenceEndEvent:
            if not outer:
                break
            here, in_mapping = outer.pop()
            continue
        if kind is AliasEvent or event.anchor is not None:
            return None
        is_tagged = event.tag is not None
        if is_tagged and not tags_allowed:
            return None
        if kind is ScalarEvent:
            value = event.value
            if event.style == "":
                if value in WORDS:
                    value = WORDS[value]
                elif value[0] in "-0123456789" and NUMBER.fullmatch(value):
                    value = float(value) if "." in value else int(value)
            elif has_escapes and REFUSED.search(value):
                return None
            if in_mapping and key is None:
                if type(value) is not str or value == "<<" or is_tagged:
                    return None
                key = value if value.isascii() else key_text(value)
                if key in here:
                    return None
                continue
        else:
            if len(outer) + 1 >= DEEPEST or (in_mapping and key is None):
                return None
            value = {} if kind is MappingStartEvent else []
        if in_mapping:
            here[key] = None if is_tagged else value
            key = None
        else:
            here.append(None if is_tagged else value)
        if kind is not ScalarEvent:
            outer.append((here, in_mapping))
            here = value
            in_mapping = kind is MappingStartEvent
    ends_well = type(next_event()) is DocumentEndEvent and type(next_event()) is StreamEndEvent
    return here if ends_well else None
