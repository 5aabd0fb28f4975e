"""Problems as text for whoever reads them: a person at a terminal, a log, a program, a pull request.

Words nothing: the sentences come with the problems. Everything that strangers wrote is escaped, cut and kept to its
line.

``escaping``  text that can do nothing to its reader    ``excerpts``  a line of a file, with what is wrong underlined
``people``    text and concise                          ``machines``  json and github
``results``   gitlab and sarif                          ``testcases`` junit
``comments``  markdown                                  ``papers``    what every style is made from
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import IO

from skillshub.problems import Problem
from skillshub.reporting.comments import as_markdown
from skillshub.reporting.comments import plain as plain_markdown
from skillshub.reporting.escaping import one_line as plain_line
from skillshub.reporting.machines import as_github, as_json
from skillshub.reporting.papers import Paper
from skillshub.reporting.people import as_concise, as_text
from skillshub.reporting.results import as_gitlab, as_sarif
from skillshub.reporting.testcases import as_junit

__all__ = ["STYLES", "plain_line", "plain_markdown", "report", "summary", "wants_colour"]

STYLES: Mapping[str, Callable[[Paper], str]] = {
    "text": as_text,
    "concise": as_concise,
    "json": as_json,
    "github": as_github,
    "gitlab": as_gitlab,
    "junit": as_junit,
    "sarif": as_sarif,
    "markdown": as_markdown,
}


def report(
    problems: Iterable[Problem],
    style: str = "text",
    *,
    site_url: str = "",
    colour: bool = False,
    checked: int = 0,
    names: Iterable[str] = (),
    day: date = date(1970, 1, 1),
) -> str:
    """The problems in one of the ``STYLES``, in the order given; ``checked`` is how many files were looked at."""
    paper = Paper(
        problems=tuple(problems), site_url=site_url, colour=colour, checked=checked, names=tuple(names), day=day
    )
    return STYLES[style](paper)


def summary(problems: Iterable[Problem], checked: int = 0) -> str:
    """The last line: "2 errors and 1 warning in 2 of 40 files"."""
    return Paper(problems=tuple(problems), checked=checked).summary


def wants_colour(stream: IO[str], environment: Mapping[str, str]) -> bool:
    """Colours only for a person who has not declined them (https://no-color.org)."""
    return stream.isatty() and not environment.get("NO_COLOR") and environment.get("TERM") != "dumb"
