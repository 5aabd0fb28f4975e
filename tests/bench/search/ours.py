"""The hub's own search, as a visitor meets it: the page /find/ of the built site.

What the bench relies on, and what is to be adapted when the engine lands otherwise:
  start      ``find/`` below the root of the site of a language
  results    ``#hub-results a.hub-result__link``, whose address ends with courses/<slug>/ and so on
  settled    ``#hub-results`` has ``data-settled`` when a page of results is complete, and ``data-query``, the words
             that they answer
  the field  ``#hub-find-q``; typing is an ``input`` event
  filters    the worker, asked as ``theme/scripts/filters/panel.js`` asks it
  cost       what the index adds to a build: one with it less one without, and the most memory of the one with it
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.bench.hub import SKILLSHUB
from tests.bench.measure import Cost, cost_of
from tests.bench.search.corpus import REPO
from tests.bench.search.documents import Document
from tests.bench.search.engine import PAGES, Made, rounds

RESULTS = "#hub-results"
EVERYWHERE = frozenset({"assets/hub.js", "assets/hub-early.js"})  # colours, menus; loads the search once it is touched

SURROUNDINGS = {"PYTHONPATH": f"{REPO / 'generator'}:{REPO}"}
WITH, WITHOUT = SKILLSHUB, (sys.executable, "-m", "tests.bench.search.indexless")


def cost_of_index(hub: Path, folder: Path, times: int = 1) -> Cost:
    """Two cold builds, so many times; the middle of their differences. ``largest`` is the memory of the whole one in
    all its processes, pages included; ``together`` is how much more that is than without the index.
    """
    costs = Cost.middle([_difference(hub, folder) for _ in range(times)])
    shutil.rmtree(folder / "again")  # at 100,000 entries it is some gigabytes, of memory if that is where we work
    return costs


def _difference(hub: Path, folder: Path) -> Cost:
    whole, bare = (cost_of(_building(command, hub, folder), SURROUNDINGS, watch=True) for command in (WITH, WITHOUT))
    return Cost(
        wall=whole.wall - bare.wall,
        cpu=whole.cpu - bare.cpu,
        largest=whole.together,
        together=max(0.0, whole.together - bare.together),
    )


def _building(command: Sequence[str], hub: Path, folder: Path) -> list[str]:
    return [*command, "-C", str(hub), "build", "--cold", "--site", str(folder / "again")]


@dataclass(frozen=True, slots=True)
class _Ours:
    name: str = "skillshub"
    most: int = 100_000

    def make(self, documents: Sequence[Document], site: Path, folder: Path, language: str) -> Made:
        """Nothing: the built site is the folder."""
        prepare = (PAGES / "ours.js").read_text(encoding="utf-8")
        start = "find/" if language == "en" else f"{language}/find/"
        hub = site.parent.parent / "hub"
        cost = cost_of_index(hub, folder, rounds(documents)) if hub.is_dir() else None
        return Made(folder=site, start=start, cost=cost, settles=RESULTS, prepare=prepare, everywhere=EVERYWHERE)


OURS = _Ours()


def has_landed(site: Path) -> bool:
    """Whether the built site holds a page of results at all."""
    page = site / "find" / "index.html"
    return page.is_file() and 'id="hub-results"' in page.read_text(encoding="utf-8")
