"""The hub's own search, as a visitor meets it: the page /find/ of the built site.

What the bench relies on, and what is to be adapted when the engine lands otherwise:
  start      ``find/`` below the root of the site of a language
  results    ``#hub-results a.hub-result__link``, whose address ends with courses/<slug>/ and so on
  settled    ``#hub-results`` has ``data-settled`` when a page of results is complete, and ``data-query``, the words
             that they answer
  the field  ``#hub-find-q``; typing is an ``input`` event
  filters    ``#hub-facets input``; a click on one chooses it, and the results settle again
  cost       ``COST``: what making the index adds to a build
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.bench.measure import Cost
from tests.bench.search.documents import Document
from tests.bench.search.engine import PAGES, Made

RESULTS = "#hub-results"

COST: Callable[[Path], Cost] | None = None
"""Given a hub's folder, what its index costs: a build with the output less a build without. None until it lands."""


@dataclass(frozen=True, slots=True)
class _Ours:
    name: str = "skillshub"
    most: int = 100_000

    def make(self, documents: Sequence[Document], site: Path, folder: Path, language: str) -> Made:  # noqa: ARG002
        """Nothing: the built site is the folder."""
        prepare = (PAGES / "ours.js").read_text(encoding="utf-8")
        start = "find/" if language == "en" else f"{language}/find/"
        hub = site.parent.parent / "hub"
        cost = COST(hub) if COST and hub.is_dir() else None
        return Made(folder=site, start=start, cost=cost, settles=RESULTS, prepare=prepare)


OURS = _Ours()


def has_landed(site: Path) -> bool:
    """Whether the built site holds a page of results at all."""
    page = site / "find" / "index.html"
    return page.is_file() and 'id="hub-results"' in page.read_text(encoding="utf-8")
