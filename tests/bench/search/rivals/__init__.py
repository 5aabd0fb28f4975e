"""The search engines that ours is measured beside, each on its own page with a function ``seek``, in Chromium.

Every rival makes a folder that any static host could serve: a page ``index.html?q=two+words`` that shows the first ten
results, the rival's own script as its package brings it, and its index. What a rival is given are ``Document``s.
"""

from __future__ import annotations

from tests.bench.search.engine import Engine
from tests.bench.search.rivals import library, pagefind

RIVALS: tuple[Engine, ...] = (
    pagefind.PAGEFIND,
    library.MINISEARCH,
    library.FLEXSEARCH,
    library.LUNR,
)
