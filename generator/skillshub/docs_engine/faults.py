"""What MkDocs grumbles about while it works, heard instead of printed, and put into words as Problems."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager

from mkdocs.utils.meta import get_data

from skillshub.docs_engine.manuscripts import Manuscript
from skillshub.problems import Place, Problem

_LINK = re.compile(r"Doc file '(?P<page>[^']+)' contains a link '(?P<link>[^']*)', but (?P<rest>.*)", re.DOTALL)
_HEAD = re.compile(r"---\n(.+)\n")
_NAV = re.compile(r"A reference to '(?P<page>[^']+)' is included in the 'nav'")


class _Ear(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(record.getMessage())


@contextmanager
def listening() -> Iterator[list[str]]:
    """Everything that MkDocs would have printed as a warning; nothing reaches the terminal."""
    log, ear = logging.getLogger("mkdocs"), _Ear()
    level, propagates = log.level, log.propagate
    log.addHandler(ear)
    log.setLevel(logging.WARNING)
    log.propagate = False
    try:
        yield ear.heard
    finally:
        log.removeHandler(ear)
        log.setLevel(level)
        log.propagate = propagates


def problem_of(message: str, sheets: Mapping[str, Manuscript]) -> Problem:
    """The Problem behind one warning. ``sheets`` are the pages of the language that was being built."""
    for pattern, word in _WORDINGS:
        if found := pattern.match(message):
            return word(found, sheets)
    return Problem(path="mkdocs.yml", code="docs-warning", message=message, severity="warning")


def unreadable_heads(sheets: Iterable[Manuscript]) -> Iterator[Problem]:
    """Pages whose first lines, between two ``---``, MkDocs would silently take for text."""
    for sheet in sheets:
        head = _HEAD.match(sheet.text)
        if head and not get_data(sheet.text)[1]:
            yield Problem(
                path=sheet.file or f"docs/{sheet.page}",
                code="docs-unreadable-head",
                message="The lines between the two --- at the top of the page cannot be read.",
                hint="A text that contains a colon must stand in quotation marks.",
                example='description: "Funding: who pays for what"',
                place=Place(line=2, excerpt=head[1]),
            )


def _broken_link(found: re.Match[str], sheets: Mapping[str, Manuscript]) -> Problem:
    sheet, link = sheets.get(found["page"]), found["link"]
    missing_heading = "anchor" in found["rest"]
    what = "whose heading does not exist" if missing_heading else "but there is no such page or file"
    return Problem(
        path=sheet.file if sheet and sheet.file else f"docs/{found['page']}",
        code="docs-broken-link",
        message=f"The page links to '{link}', {what}.",
        hint="Links between pages name the file, counted from the page itself: ../about.md",
        place=_place_of(link, sheet.text if sheet else ""),
    )


def _missing_page(found: re.Match[str], _sheets: Mapping[str, Manuscript]) -> Problem:
    return Problem(
        path="mkdocs.yml",
        code="docs-missing-page",
        message=f"The menu (nav) names '{found['page']}', but there is no such page in docs/.",
        hint="Write the page, or take it out of the menu.",
    )


def _place_of(link: str, text: str) -> Place:
    for number, line in enumerate(text.splitlines(), 1):
        if link and link in line:
            return Place(line=number, column=line.index(link) + 1, length=len(link), excerpt=line)
    return Place()


_WORDINGS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], Mapping[str, Manuscript]], Problem]], ...] = (
    (_LINK, _broken_link),
    (_NAV, _missing_page),
)
