"""What in a text is a comment, and which part of the file each belongs to.

A comment beside something belongs to it, one on a line of its own to what follows; but where it stands further in than
what follows, it belongs to what stands above it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

Span = tuple[int, int]


class Comment(NamedTuple):
    line: int
    column: int
    text: str  # with its "#"; "" for an empty line
    is_alone: bool  # on a line of its own


@dataclass(slots=True)
class Spot:
    """Where a part begins; what belongs to it is gathered here."""

    line: int
    column: int
    above: Spot | None  # the part that it is part of
    before: list[str] = field(default_factory=list)
    beside: str = ""
    after: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Ends:
    """Comments of the file itself: those at its beginning and at its end."""

    head: list[str] = field(default_factory=list)
    tail: list[str] = field(default_factory=list)


def comments_in(text: str, spans: Sequence[Span], headers: Iterable[Span]) -> tuple[Comment, ...]:
    """Every comment and empty line outside the texts, in order; ``headers`` are lines like ``|  # comment``."""
    found = []
    start = 0
    for number, line in enumerate(text.split("\n")):
        here = _comment(line, number, start, spans)
        if here:
            found.append(here)
        start += len(line) + 1
    return tuple(sorted([*found, *_in_headers(text, headers)]))


def _comment(line: str, number: int, start: int, spans: Sequence[Span]) -> Comment | None:
    if not line.strip():
        inside = _is_inside(start, spans)
        return None if inside else Comment(number, 0, "", True)
    for column, sign in enumerate(line):
        if sign == "#" and line[column - 1 : column] in ("", " ", "\t") and not _is_inside(start + column, spans):
            return Comment(number, column, line[column:].rstrip(), not line[:column].strip())
    return None


def _is_inside(place: int, spans: Sequence[Span]) -> bool:
    before = bisect_right(spans, (place, 1 << 40)) - 1
    return before >= 0 and spans[before][0] <= place < spans[before][1]


def _in_headers(text: str, headers: Iterable[Span]) -> Iterator[Comment]:
    for start, end in headers:
        at = text.find(" #", start, end)
        if at >= 0:
            begin = text.rfind("\n", 0, start) + 1
            yield Comment(text.count("\n", 0, start), at + 1 - begin, text[at + 1 : end].rstrip(), False)


def belonging(comments: Iterable[Comment], spots: Sequence[Spot]) -> Ends:
    """Give each comment to its spot, or to the file."""
    ends = Ends()
    for comment in comments:
        following = next((number for number, spot in enumerate(spots) if spot.line > comment.line), len(spots))
        if not comment.is_alone:
            _beside(spots[following - 1], comment)
        else:
            _place_alone(comment, spots, following, ends)
    if spots:
        _split_head(spots[0], ends)
    return ends


def _beside(spot: Spot, comment: Comment) -> None:
    if spot.beside:
        spot.after.append(comment.text)
    else:
        spot.beside = comment.text


def _place_alone(comment: Comment, spots: Sequence[Spot], following: int, ends: Ends) -> None:
    previous = spots[following - 1] if following else None
    column = spots[following].column if following < len(spots) else 0
    owner = _above(comment, previous, column) if comment.text and previous else None
    if owner:
        owner.after.append(comment.text)
        return
    if following < len(spots):
        spots[following].before.append(comment.text)
    elif comment.text:
        ends.tail.append(comment.text)


def _above(comment: Comment, previous: Spot, column: int) -> Spot | None:
    """The part above that a comment further in than ``column`` belongs to."""
    deep = [spot for spot in _up(previous) if spot.column > column]
    if comment.column <= column or not deep:
        return None
    return next((spot for spot in deep if spot.column <= comment.column), deep[-1])


def _up(spot: Spot | None) -> Iterator[Spot]:
    while spot:
        yield spot
        spot = spot.above


_OF_THE_FILE = ("# yaml-language-server:", "# imported from ")


def _split_head(first: Spot, ends: Ends) -> None:
    """What opens the file and is followed by an empty line is about the file, and so are two lines of our own."""
    own = [text for text in first.before if text.startswith(_OF_THE_FILE)]
    others = [text for text in first.before if not text.startswith(_OF_THE_FILE)]
    cut = next((number + 1 for number, text in enumerate(others) if not text), 0)
    opening = [text for text in others[:cut] if text]
    ends.head = [*own, *opening, *([""] if opening else [])]
    first.before = others[cut:]
