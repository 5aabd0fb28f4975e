"""A problem in the content: where it is, what is wrong, what to do.

A contributor's mistake is a value of this kind; our own mistake is an exception. This room words nothing and prints
nothing: see ``wording`` and ``reporting``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Field = tuple[str | int, ...]
"""The way to a value inside an entry: ``("sessions", 0, "start")``; ``()`` is the whole file."""

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where something stands in a file, as an editor counts: lines and columns from 1, in characters."""

    line: int = 1
    column: int = 1
    length: int = 1  # characters to underline, at least 1
    excerpt: str = ""  # the line as the contributor wrote it, without its end
    name: str = ""  # what it is called where there are no lines: "Courses!B7"
    is_whole: bool = False  # the stretch is all of a name or a value, and nothing else


@dataclass(frozen=True, slots=True, kw_only=True)
class Mend:
    """The one change that is certainly right, as an editor would make it."""

    line: int
    column: int = 1
    length: int = 0  # characters that go
    text: str | None  # what comes in their place; None: the whole line goes


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing that is wrong in one file. Its texts are raw: ``reporting`` escapes and cuts them for each reader."""

    path: str  # content/courses/data-basics.yml: relative to the hub, with forward slashes
    code: str  # "unknown-region": stable, searchable, explained at contribute/rules/#unknown-region
    message: str  # what is wrong, one sentence in the partner's words
    hint: str = ""  # what to do about it: "Did you mean 'bavaria'?"
    example: str = ""  # YAML that would be right: "languages: [it, en]"
    place: Place = Place()
    severity: Severity = "error"
    mend: Mend | None = None  # None where only a person can know what is right

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        return (self.path, self.place.line, self.place.column, self.code, self.message)


def in_order(problems: list[Problem]) -> tuple[Problem, ...]:
    """Sorted by file, line and column, each problem once."""
    return tuple(sorted(dict.fromkeys(problems), key=lambda problem: problem.order))
