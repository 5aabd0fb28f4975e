"""Markdown that strangers' words cannot leave, and a text that knows how long it may be.

A forge reads a comment twice: first as Markdown, then it looks through the words for names, numbers and addresses that
it could link. ``reporting`` stops the first and most of the second; the rest of the second is stopped here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from skillshub.reporting.comments import plain

LONGEST = 60_000
"""GitHub takes 65,536 characters; a forge may add some of its own."""

_CUT = "<!-- -->"
_NUMBERS = re.compile(r"\bGH(?=\\?-\d)", re.IGNORECASE)  # GH-12 is #12
_MARKS = re.compile(r"(\\[!~$^\[]|%|&amp;)(?=\w)")  # with a word they name things: !12 ~label %milestone $snippet &epic


def harmless(text: str, longest: int = 300) -> str:
    """A stranger's text on one line, read as it was written: no markup, no link, no picture, no mention."""
    once = plain(" ".join(text.split()), longest)
    return _MARKS.sub(rf"\1{_CUT}", _NUMBERS.sub(rf"GH{_CUT}", once))


def code(path: str) -> str:
    """The name of a file; a backtick or a line break in it could end the code, so such a name is text instead."""
    return f"`{path}`" if re.fullmatch(r"[\w./-]+", path, re.ASCII) else harmless(path)


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """The lines of a table whose cells are Markdown that escapes its bars."""
    yield f"| {' | '.join(head)} |"
    yield f"|{' --- |' * len(head)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Some pieces below a heading; what does not fit is counted, not shown."""

    title: str
    pieces: tuple[str, ...]
    rest: str = "more did not fit here"  # after the number of those that are left out
    above: str = ""  # stands between the title and the pieces, like the head of a table
    gap: str = "\n"  # between two pieces

    def fitting(self, room: int) -> str:
        """The section, in at most so many characters; empty where it has nothing to say."""
        if not self.pieces:
            return ""
        shown = [f"### {self.title}\n", *([self.above] if self.above else [])]
        left = room - sum(len(line) + 1 for line in shown) - len(self.rest) - 20
        kept = list(_as_many(self.pieces, left, len(self.gap)))
        more = len(self.pieces) - len(kept)
        return "\n".join([*shown, self.gap.join(kept), *([f"\n{more:,} {self.rest}."] if more else [])]) + "\n"


def _as_many(pieces: Iterable[str], room: int, gap: int) -> Iterator[str]:
    for piece in pieces:
        room -= len(piece) + gap
        if room < 0:
            return
        yield piece


def together(opening: str, sections: Iterable[Section], longest: int = LONGEST) -> str:
    """All sections that have something to say. Each may take half of what the ones before it have left."""
    text = opening
    for section in sections:
        fitted = section.fitting((longest - len(text)) // 2)
        text += f"\n{fitted}" if fitted else ""
    return text
