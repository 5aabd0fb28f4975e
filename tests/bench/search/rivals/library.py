"""MiniSearch, FlexSearch and lunr.js: libraries that load the whole index, made by Node and read in Chromium.

Each is set up as its own documentation advises for a search as one types; its adapter (``pages/<name>.mjs``) says how.
An index is written in the library's own form, and is the one file that the page loads beside the library.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.bench.measure import cost_of
from tests.bench.search.documents import Document, write_documents
from tests.bench.search.engine import PAGES, Made, begin

PACKAGES = Path(os.environ.get("SKILLSHUB_NODE") or Path(sys.prefix) / "node") / "node_modules"
_AS_MODULE = "const module = {{ exports: {{}} }}, exports = module.exports;\n{}\nexport default module.exports;\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Library:
    name: str
    adapter: str
    script: str  # below node_modules
    most: int = 10_000

    def make(self, documents: Sequence[Document], site: Path, folder: Path, language: str) -> Made:  # noqa: ARG002
        begin(folder, self.adapter, language)
        (folder / "library.mjs").write_text(self._script(), encoding="utf-8")
        written = folder.parent / "documents.json"
        write_documents(documents, written)
        node = ["node", "--max-old-space-size=6000", str(shutil.copy(PAGES / "make.mjs", folder))]
        cost = cost_of([*node, str(written), str(folder), language])
        return Made(folder=folder, start="", cost=cost, visits=2)

    def _script(self) -> str:
        """The library as its package brings it (MiniSearch's has comments in it: 12 kB of the half megabyte)."""
        script = (PACKAGES / self.script).read_text(encoding="utf-8")
        return script if self.name != "lunr.js" else _AS_MODULE.format(script)


MINISEARCH = _Library(name="MiniSearch", adapter="minisearch.mjs", script="minisearch/dist/es/index.js")
FLEXSEARCH = _Library(
    name="FlexSearch", adapter="flexsearch.mjs", script="flexsearch/dist/flexsearch.bundle.module.min.mjs"
)
LUNR = _Library(name="lunr.js", adapter="lunr.mjs", script="lunr/lunr.min.js")


def missing() -> str:
    """What to say when the libraries are not here."""
    lacking = [one.name for one in (MINISEARCH, FLEXSEARCH, LUNR) if not (PACKAGES / one.script).is_file()]
    if shutil.which("node") is None:
        return "This machine has no Node, so MiniSearch, FlexSearch and lunr.js are left out."
    return f"Left out, since npm could not install them: {', '.join(lacking)}." if lacking else ""
