"""The hub's own search, as a visitor meets it: the page /find/ of the built site.

What the bench relies on, and what is to be adapted when the engine lands otherwise:
  start      ``find/`` below the root of the site of a language
  results    ``#hub-results a.hub-result__link``, whose address ends with courses/<slug>/ and so on
  settled    ``#hub-results`` has ``data-settled`` when a page of results is complete, and ``data-query``, the words
             that they answer
  the field  ``#hub-find-q``; typing is an ``input`` event
  filters    the worker, asked as ``theme/scripts/filters/panel.js`` asks it
  cost       what the index takes of a build (``alone``), and the memory that it adds to one
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tests.bench.hub import SKILLSHUB
from tests.bench.measure import Cost, Failed, cost_of
from tests.bench.search.corpus import REPO
from tests.bench.search.documents import Document
from tests.bench.search.engine import PAGES, Made, rounds

RESULTS = "#hub-results"
EVERYWHERE = frozenset({"assets/hub.js", "assets/hub-early.js"})  # colours, menus; loads the search once it is touched

SURROUNDINGS = {"PYTHONPATH": f"{REPO / 'generator'}:{REPO}"}
WITH, WITHOUT = SKILLSHUB, (sys.executable, "-m", "tests.bench.search.indexless")


def cost_of_index(hub: Path, folder: Path, times: int = 1) -> Cost:
    """The middle of so many times alone. ``largest`` is the memory of a whole cold build in all its processes, pages
    included; ``together`` is how much more that is than without the index.
    """
    again = folder / "again"
    times_of = Cost.middle([_alone(hub, again) for _ in range(times)])
    whole, bare = (_memory(command, hub, again) for command in (WITH, WITHOUT))
    shutil.rmtree(again)  # at 100,000 entries it is some gigabytes, of memory if that is where we work
    return replace(times_of, largest=whole, together=max(0.0, whole - bare))


def _alone(hub: Path, site: Path) -> Cost:
    command = [sys.executable, "-m", "tests.bench.search.alone", str(hub), str(site)]
    told = subprocess.run(command, env={**os.environ, **SURROUNDINGS}, capture_output=True, text=True, check=False)
    if told.returncode:
        raise Failed(f"the index alone: {told.stderr[-3000:]}")
    return Cost(**json.loads(told.stdout))


def _memory(command: Sequence[str], hub: Path, site: Path) -> float:
    """Of a cold build, in MB."""
    build = [*command, "-C", str(hub), "build", "--cold", "--site", str(site)]
    return cost_of(build, SURROUNDINGS, watch=True).together


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
