"""What every engine is to the bench: it makes a folder to be hosted, from documents or from a hub, and says the cost.

In that folder, the page ``start`` has a function ``seek`` once it is ready: ``seek("two words")`` promises the ids of
the first ten results, when a visitor would see them. With ``?q=two+words`` the page looks for that by itself, and says
so with ``data-settled`` on the element ``settles``.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from tests.bench.measure import Cost
from tests.bench.search.documents import Document

PAGES = Path(__file__).parent / "pages"


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A folder to be hosted, and what its index cost."""

    folder: Path
    start: str  # address of the page, below the folder
    cost: Cost | None  # None where nobody can tell
    visits: int | None = None  # how many tell what a visit loads, where every visit loads the same
    settles: str = "#results"
    everywhere: frozenset[str] = frozenset()  # scripts that every page of the site loads, whether one searches or not
    prepare: str = ""  # script that gives the page its ``seek``, where it has none


class Engine(Protocol):
    @property
    def name(self) -> str: ...

    @property
    def most(self) -> int:
        """Of how many documents it can reasonably be given an index."""

    def make(self, documents: Sequence[Document], site: Path, folder: Path, language: str) -> Made:
        """The site of these documents is there for who works on pages; the folder is there and empty."""


def rounds(documents: Sequence[Document]) -> int:
    """How often an index of so many documents is made, to take the middle: a machine's own moods are seconds."""
    return 5 if len(documents) <= 11_000 else 1


def begin(folder: Path, adapter: str, language: str) -> None:
    """The page of a rival: a field, a list, and the adapter that looks things up."""
    page = (PAGES / "index.html").read_text(encoding="utf-8").replace("LANGUAGE", language)
    (folder / "index.html").write_text(page, encoding="utf-8")
    shutil.copy(PAGES / "page.mjs", folder)
    shutil.copy(PAGES / adapter, folder / "adapter.mjs")
