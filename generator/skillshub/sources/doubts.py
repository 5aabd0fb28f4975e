"""YAML that is valid but says something else than its writer meant: a text cut at '#', quotes that quote nothing.

A quick look at the text decides whether a file deserves the slow look at its values; most never do.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import islice

from skillshub.sources import sentences
from skillshub.sources.faults import MOST, Fault
from skillshub.sources.sentences import ODD_SPACES, SMART_QUOTES
from skillshub.sources.walking import Node, Piece, walk

_HASH = re.compile(r"[ \t]#+[^\s#]")
_ODD_LINE = re.compile(r"\n *(?:-[^\s\-0-9]| [A-Za-z_][\w-]*:[^\s/:])")
_ITEM = re.compile(r"\n( +)- ")
_ODD_BYTES = (b"\xe2\x80", b"\xc2\xa0", b"\xc2\xab", b"\xc2\xbb", b"\xe3\x80\x80")  # all that _ODD_SIGN looks for
_ODD_SIGN = re.compile(
    rf"(?:\A|[\n:\[,{{?\-]) *[{SMART_QUOTES}]|(?:\A|\n)[ \t]*[{ODD_SPACES}]|[:\-][{ODD_SPACES}]"
    rf"|[{ODD_SPACES}][^\n]{{0,1100}}:(?:\s|\Z)|\? [^\n]{{0,1100}}[{ODD_SPACES}]"  # no name is longer than 1024
)
_CUT = re.compile(r"[ \t]+(#+[^\s#])")
_DOUBLE = frozenset("\u201c\u201d\u201e\u201f\u00ab\u00bb")

Doubt = Callable[[Node, list[str]], Fault | None]


def looks_doubtful(content: bytes, text: str) -> bool:
    """Whether a closer look is worth its time; says yes too often, never no where a doubt would be found."""
    if (" #" in text or "\t#" in text) and _HASH.search(text):
        return True
    if not text.isascii() and any(sign in content for sign in _ODD_BYTES) and _ODD_SIGN.search(text):
        return True
    return _ODD_LINE.search(text) is not None or _has_item_too_deep(text)


def _has_item_too_deep(text: str) -> bool:
    """A list item that is indented further than the last words above it, which open no list."""
    for item in _ITEM.finditer(text):
        end = item.start()
        while end and text[end - 1] in " \n":
            end -= 1
        above = text[text.rfind("\n", 0, end) + 1 : end]
        if above[-1:] != ":" and len(item[1]) > len(above) - len(above.lstrip(" ")):
            return True
    return False


def doubts_in(content: bytes, lines: list[str]) -> Iterator[Fault]:
    """At most one doubt for each value, and ten in all."""
    found = (fault for node in walk(content) if (fault := _doubt(node, lines)))
    return islice(found, MOST)


def _doubt(node: Node, lines: list[str]) -> Fault | None:
    return next((fault for doubt in DOUBTS if (fault := doubt(node, lines))), None)


def _plain(node: Node) -> Piece | None:
    """The value if it is a text, number or nothing without quotes."""
    return node.piece if node.piece.is_plain else None


def cut_at_hash(node: Node, lines: list[str]) -> Fault | None:
    """'Module #3': everything from the '#' on is lost."""
    text = _plain(node)
    if text is None:
        return None
    cut = _CUT.match(lines[text.end_line], text.end_column)
    return cut and sentences.hash_sign(text.end_line, cut.start(1), lines, is_empty=not text.value)


def odd_space(node: Node, lines: list[str]) -> Fault | None:
    """A non-breaking space in a field's name or at the beginning of a line."""
    key = node.key
    if key and key.is_plain and any(sign in ODD_SPACES for sign in key.value):
        return sentences.odd_space(key.line, lines)
    text = _plain(node)
    if text and text.value[:1] == "-" and text.value[1:2] in tuple(ODD_SPACES):
        return sentences.odd_space(text.line, lines)
    further = (line for line in _further_lines(text) if lines[line].lstrip(" ")[:1] in tuple(ODD_SPACES))
    return next((fault for line in further if (fault := sentences.odd_space(line, lines))), None)


def smart_quotes(node: Node, lines: list[str]) -> Fault | None:
    """A text or a name in typographic quotes."""
    for piece in (node.key, node.piece):
        if piece and piece.is_plain and _is_in_smart_quotes(piece.value):
            return sentences.smart_quotes(piece.line, piece.column, piece.length, lines)
    return None


def _is_in_smart_quotes(text: str) -> bool:
    """Around the whole text; “A” and “B” is a text that happens to begin and end with quotes."""
    is_around = len(text) > 1 and text[0] in SMART_QUOTES and text[-1] in SMART_QUOTES
    return is_around and _DOUBLE.isdisjoint(text[1:-1])


def missing_space(node: Node, lines: list[str]) -> Fault | None:
    """'-en' for '- en', or 'en:Battery' for 'en: Battery', on a line of its own."""
    text = _plain(node)
    if text is None or not text.value or lines[text.line][: text.column].strip():
        return None
    fault = sentences.missing_space_after_dash(text.line, lines)
    return fault or sentences.missing_space_after_colon(text.line, lines)


def swallowed_item(node: Node, lines: list[str]) -> Fault | None:
    """A list item that became part of the text above it."""
    for line in _further_lines(_plain(node)):
        if re.match(r"[ \t]*- ", lines[line]):
            return sentences.swallowed(line, lines)
        if fault := sentences.missing_space_after_dash(line, lines):
            return fault
    return None


def _further_lines(text: Piece | None) -> range:
    """The lines of a text after its first."""
    return range(text.line + 1, text.end_line + 1) if text else range(0)


DOUBTS: tuple[Doubt, ...] = (odd_space, smart_quotes, cut_at_hash, missing_space, swallowed_item)
