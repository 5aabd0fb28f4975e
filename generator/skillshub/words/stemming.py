"""Words by their stem, as Snowball has it: ``courses`` and ``course`` are one word to who searches.

A build uses the stemmers in C (PyStemmer); ``browser`` makes the same ones for a visitor.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

import Stemmer  # type: ignore[import-not-found]  # compiled, without types

from skillshub.words.folding import fold
from skillshub.words.letters import UNSPACED

ALGORITHMS = {  # ISO 639-1 -> Snowball's name
    "ar": "arabic",
    "ca": "catalan",
    "cs": "czech",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "eo": "esperanto",
    "es": "spanish",
    "et": "estonian",
    "eu": "basque",
    "fa": "persian",
    "fi": "finnish",
    "fr": "french",
    "ga": "irish",
    "hi": "hindi",
    "hu": "hungarian",
    "hy": "armenian",
    "id": "indonesian",
    "it": "italian",
    "lt": "lithuanian",
    "nb": "norwegian",
    "ne": "nepali",
    "nl": "dutch",
    "nn": "norwegian",
    "no": "norwegian",
    "pl": "polish",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sr": "serbian",
    "st": "sesotho",
    "sv": "swedish",
    "ta": "tamil",
    "tr": "turkish",
    "yi": "yiddish",
    # Languages without an algorithm: that of a near relative. Else no two forms of a word would meet; so a quarter of
    # the pairs (Slovak, Bulgarian) to a half and more do (Croatian, Slovene, Luxembourgish, Malay).
    "bg": "russian",
    "bs": "serbian",
    "gl": "spanish",
    "hr": "serbian",
    "lb": "german",
    "lv": "lithuanian",
    "ms": "indonesian",
    "sk": "czech",
    "sl": "serbian",
    "uk": "russian",
}
_NOT_STEMMED = re.compile(f"[0-9{UNSPACED}\U00010000-\U0010ffff]")  # the last: two letters to a browser


def stem(word: str, language: str) -> str:
    """The folded stem of a word as ``cut`` gives it; where Snowball has no such language, the folded word.

    A word with a digit has no grammar, and the pairs of a script without spaces are no words.
    """
    return _stem_in(language.partition("-")[0])(word)


@cache
def _stem_in(language: str) -> Callable[[str], str]:
    algorithm = ALGORITHMS.get(language)
    if not algorithm:
        return fold
    stemmed = Stemmer.Stemmer(algorithm, 0).stemWord  # 0: it keeps no words of its own; an index does

    def stem_in(word: str) -> str:
        if not (word.isascii() and word.isalpha()) and _NOT_STEMMED.search(word):
            return fold(word)
        return fold(stemmed(word)) or fold(word)

    return stem_in
