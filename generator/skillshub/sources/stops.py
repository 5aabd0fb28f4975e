"""Where and why the parser stopped, with what a person needs to see what went wrong. Words nothing."""

from __future__ import annotations

from dataclasses import dataclass

from yaml.error import MarkedYAMLError
from yaml.events import ScalarEvent

from skillshub.sources.walking import Piece, events_of, piece_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """Where and why the parser stopped; lines and columns from 0."""

    lines: list[str]
    reason: str
    line: int
    column: int
    within: str  # what the parser was busy with, "" if it does not say
    start_line: int  # where that began; the line of the stop if it does not say
    start_column: int
    text: Piece | None  # the last text that was read

    @property
    def here(self) -> str:
        return self.lines[self.line]

    def near(self) -> range:
        """The lines in which the mistake may be: from the beginning of the text that went wrong to the stop."""
        is_in_text = self.within.endswith(("key", "plain scalar"))
        first = self.start_line if is_in_text else self.line
        if self.text and self.reason.startswith("mapping values"):
            first = self.text.line
        return range(max(first, self.line - 20), self.line + 1)


def stop_in(content: bytes, lines: list[str]) -> Stop | None:
    """The parser's stop, if it does not reach the end."""
    text = None
    try:
        for event in events_of(content):
            text = piece_of(event) if type(event) is ScalarEvent else text
    except MarkedYAMLError as error:
        return _stop(error, text, lines)
    return None


def _stop(error: MarkedYAMLError, text: Piece | None, lines: list[str]) -> Stop:
    mark, start = error.problem_mark, error.context_mark
    line = min(mark.line, len(lines) - 1) if mark else 0
    column = min(mark.column, len(lines[line])) if mark else 0
    return Stop(
        lines=lines,
        reason=error.problem or "",
        line=line,
        column=column,
        within=error.context or "",
        start_line=min(start.line, line) if start else line,
        start_column=start.column if start else column,
        text=text,
    )


def indentation_of(line: str) -> int:
    return len(line) - len(line.lstrip())
