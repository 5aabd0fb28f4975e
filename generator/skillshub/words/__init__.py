"""How text becomes words: what a search index and a visitor's query have in common.

Nothing here knows of entries or of an index. The browser's half is ``theme/scripts/search/words.js`` with the stemmers
of ``words.browser``; tests hold the two halves to each other.
"""

from __future__ import annotations

from skillshub.words.cutting import COMPOUNDING, cut, joined
from skillshub.words.folding import fold
from skillshub.words.stemming import ALGORITHMS, stem
from skillshub.words.stopping import stop_words

__all__ = ["ALGORITHMS", "COMPOUNDING", "cut", "fold", "joined", "stem", "stop_words"]
