"""Pagefind: its own command over the smallest pages that say what the documents say, read as its own script reads."""

from __future__ import annotations

import importlib.util
import shutil
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from tests.bench.measure import Cost, cost_of
from tests.bench.search.documents import Document
from tests.bench.search.engine import Made, begin, rounds


@dataclass(frozen=True, slots=True)
class _Pagefind:
    name: str = "Pagefind"
    most: int = 100_000

    def make(self, documents: Sequence[Document], site: Path, folder: Path, language: str) -> Made:  # noqa: ARG002
        begin(folder, "pagefind.mjs", language)
        pages = folder / "pages"
        write_pages(documents, pages, language)
        costs = [_cost(pages, folder / "pagefind") for _ in range(rounds(documents))]
        return Made(folder=folder, start="", cost=Cost.middle(costs))


PAGEFIND = _Pagefind()


def _cost(pages: Path, index: Path) -> Cost:
    shutil.rmtree(index, ignore_errors=True)  # over an index that is there already it takes two thirds of the time
    return cost_of([_binary(), "--site", str(pages), "--output-path", str(index), "--silent"])


def write_pages(documents: Iterable[Document], folder: Path, language: str) -> None:
    for one in documents:
        page = folder / one.id / "index.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(_page(one, language), encoding="utf-8")


def _page(one: Document, language: str) -> str:
    body = f"<h1>{escape(one.title)}</h1><p>{escape(one.summary)}</p><p>{escape(one.text)}</p>"
    return f'<!doctype html><html lang="{language}"><title>{escape(one.title)}</title><body>{body}</body></html>'


def _binary() -> str:
    """The program itself: the start of its Python package is no part of what it takes."""
    found = importlib.util.find_spec("pagefind_bin")
    inside = [Path(place) / "pagefind" for place in (found and found.submodule_search_locations) or ()]
    return next((str(path) for path in inside if path.exists()), None) or sys.exit("no Pagefind: make bench-search")
