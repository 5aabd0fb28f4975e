"""Which characters are what: the classes that folding and cutting lean on, as the inside of a regular expression's [].

``theme/scripts/search/words.js`` holds the same classes. Both know the characters of Unicode 14; a character that is
younger may be a letter to the browser and none to an older Python.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from itertools import chain

# Letters and digits that need no space between words: Thai, Lao, Myanmar, Khmer, kana, Han.
UNSPACED = (
    "\u0e01-\u0e3a\u0e40-\u0e4e\u0e81-\u0ece\u0edc-\u0edf\u1000-\u103f\u1050-\u109d\u1780-\u17d3"
    "\u3005-\u3007\u3031-\u3035\u3041-\u309f\u30a1-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U000323af"
)
# Marks without which a word is still the same word to whoever searches: accents, Hebrew points, Arabic vowels.
# The marks of Indian scripts are vowels and stay.
ACCENTS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u1ab0-\u1ace\u1dc0-\u1dff\u20d0-\u20f0\ufe20-\ufe2f"
)
APOSTROPHES = "'’ʼ´＇"
LATIN = "a-z\u00c0-\u024f\u1e00-\u1eff"
UNSEEN = "\u00ad\u200d\ufe00-\ufe0f\U000e0100-\U000e01ef"  # soft hyphen, joiner, variants of one picture
NON_JOINER = "\u200c"  # inside a Persian word; the stemmer reads it
TATWEEL = "\u0640"  # stretches an Arabic word


def marks() -> str:
    """All characters that change the one before them (category M); ``\\w`` holds the letters and digits only."""
    planes = chain(range(0x300, 0x20000), range(0xE0100, 0xE01F0))
    found = (code for code in planes if unicodedata.category(chr(code))[0] == "M")
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in _runs(found))


def _runs(codes: Iterable[int]) -> Iterator[tuple[int, int]]:
    """First and last of each run of neighbours."""
    first = last = next(iterator := iter(codes))
    for code in iterator:
        if code != last + 1:
            yield first, last
            first = code
        last = code
    yield first, last
