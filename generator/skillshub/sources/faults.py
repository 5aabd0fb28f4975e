"""A finding inside one file before it is a ``Problem``, with positions from 0 as the parser counts; and small words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from skillshub.problems import Mend, Place, Problem

MOST = 10  # findings of one kind that are worth reading; a file in the wrong encoding has hundreds


class Fault(NamedTuple):
    line: int
    column: int
    length: int
    code: str
    message: str
    hint: str = ""
    example: str = ""
    mend: Mend | None = None


def lines_of(text: str) -> list[str]:
    """The lines as an editor shows them, ended by LF or CRLF and by nothing else; and an empty one.

    The parser stops in the line after the last even where the file does not end its last line.
    """
    return [*text.replace("\r\n", "\n").removesuffix("\n").split("\n"), ""]


def place_at(lines: Sequence[str], line: int, column: int, length: int) -> Place:
    """The place of a stretch of one line; whatever lies beyond the line is cut off."""
    excerpt = lines[line] if line < len(lines) else ""
    room = max(1, len(excerpt) - column)
    return Place(line=line + 1, column=column + 1, length=max(1, min(length, room)), excerpt=excerpt)


def as_problems(path: str, lines: list[str], faults: Iterable[Fault]) -> tuple[Problem, ...]:
    problems = (
        Problem(
            path=path,
            code=fault.code,
            message=fault.message,
            hint=fault.hint,
            example=fault.example,
            place=place_at(lines, fault.line, fault.column, fault.length),
            mend=fault.mend,
        )
        for fault in faults
    )
    return tuple(sorted(dict.fromkeys(problems), key=lambda problem: problem.order))


def quoted(text: str) -> str:
    """The text as YAML that keeps every character of it."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def instead(line: int, column: int, length: int, text: str) -> Mend:
    """A mend from positions as the parser counts them."""
    return Mend(line=line + 1, column=column + 1, length=length, text=text)


_FIELD_AND_TEXT = re.compile(r"[ \t]*((?:- +)*(?:[\w-]+:[ \t]+)?)(.*)")


def line_quoted(line: str) -> str:
    """The line with its text in quotes: how it should have been written."""
    match = _FIELD_AND_TEXT.match(line[:200])
    return f"{match[1]}{quoted(match[2].strip())}" if match and match[2].strip() else ""


def quoting(line: int, lines: list[str], *, may_begin_with: str = "") -> Mend | None:
    """Quotes around the whole text of a line; None where a comment, a list or other quotes may be meant."""
    match = _FIELD_AND_TEXT.match(lines[line].rstrip())
    if match is None or not match[2] or " #" in match[2] or "\t#" in match[2]:
        return None
    if match[2][0] in "[{'\"|>" and match[2][0] != may_begin_with:
        return None
    return instead(line, match.start(2), len(match[2]), quoted(match[2]))
