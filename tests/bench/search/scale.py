"""Made-up hubs of a size, their sites and documents, and the two-word queries that a visitor might ask there.

The same size and seed give the same words and queries; only the dates move with the day. Knows no engine.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from tests.bench.entries import entries
from tests.bench.hub import write_hub
from tests.bench.search.corpus import build_site
from tests.bench.search.documents import Document

_WORD = re.compile(r"[^\W\d_]{3,}")


def site_of_size(number: int, folder: Path) -> Path:
    hub = folder / "hub"
    write_hub(hub, entries(number, date.today()))  # noqa: DTZ011 - any day will do
    return build_site(hub, folder / "out" / "site")


def two_words(documents: Sequence[Document], number: int, seed: int = 7) -> list[str]:
    """Two words of the title of one entry each, in its order."""
    chance = random.Random(seed)
    return [next(_pairs(documents, chance)) for _ in range(number)]


def _pairs(documents: Sequence[Document], chance: random.Random) -> Iterator[str]:
    while True:
        words = list(dict.fromkeys(_WORD.findall(chance.choice(documents).title.lower())))
        if len(words) >= 2:
            first, second = sorted(chance.sample(range(len(words)), 2))
            yield f"{words[first]} {words[second]}"
