"""The root of an index: what the browser must know before it can look for anything. One small file at a fixed address.

Everything else is named here, or in a file that is named here, by what it is made from; so old and new never mix.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from skillshub import words
from skillshub.outputs.pages.folios import Folios
from skillshub.outputs.search.documents import Document, Handbook
from skillshub.outputs.search.fields import FIELDS
from skillshub.outputs.search.packing import as_json, packed
from skillshub.outputs.search.postings import Postings
from skillshub.outputs.search.shown import dictionary
from skillshub.outputs.search.slices import Slice
from skillshub.outputs.search.weights import WEIGHTS

FORMAT = 4
"""Changes when files of older sites can no longer be read; ``store.js`` knows which one it reads."""


_TONGUES = 16  # languages in which a word that nothing else explains is stemmed
_SPOKEN = 200  # one title in so many, at the least, is in each of them


class Where(NamedTuple):
    """Where the other files lie."""

    edition: str  # the folder of those that speak of documents by number
    identities: int  # how many of these tell names
    shelf: str  # the folder of those that are called what they are made from
    words: str  # one of these: the directory


def root(folios: Folios, every: Sequence[Document], postings: Postings, cut: Sequence[Slice], where: Where) -> bytes:
    language = folios.stage.language.code
    value = {
        "format": FORMAT,
        "documents": len(every),
        "pages": sum(isinstance(one, Handbook) for one in every),
        "fields": [
            [field.name, field.boost, float(f"{mean:.5g}")]
            for field, mean in zip(FIELDS, postings.averages, strict=True)
        ],
        "weights": WEIGHTS,
        "stops": " ".join(sorted(words.stop_words(language))),
        "stemmers": spoken(folios, every),
        "compounds": language in words.COMPOUNDING,
        "over": as_letters(_over(folios, every)),
        "keys": "\n".join(one.key for one in cut),
        "names": "".join(one.name for one in cut),
        "dictionary": dictionary(folios.stage).decode(),
        **where._asdict(),
    }
    return packed(as_json(value).encode())


def spoken(folios: Folios, every: Sequence[Document]) -> list[str]:
    """The languages of the titles, the site's own first, then the commonest, one for each stemmer: in this order words
    are stemmed."""
    own = folios.stage.language.code
    counts = Counter(
        code for one in every if not isinstance(one, Handbook) for code in {folios.stage.say(one.title).language or own}
    )
    counts[own] += len(every)
    common = (code for code, count in counts.most_common() if count * _SPOKEN >= len(every))
    stemmers: dict[str, str] = {}
    for code in common:
        if algorithm := words.ALGORITHMS.get(code):
            stemmers.setdefault(algorithm, code)
    return list(stemmers.values())[:_TONGUES]


def _over(folios: Folios, every: Sequence[Document]) -> list[int]:
    stands = folios.stage.around.standings
    return [at for at, one in enumerate(every) if not isinstance(one, Handbook) and stands[one].over]


def as_letters(rising: Sequence[int]) -> str:
    """Numbers, each as a letter from "0" on that tells how far it is from the one before; "v" is 70, and goes on."""
    apart = (at - before for before, at in pairwise([0, *rising]))
    return "".join("v" * (gap // 70) + chr(48 + gap % 70) for gap in apart)
