"""The key under which a word is found, however it was typed: without capitals, accents and other ways of writing it.

``fold`` is the same function as the one in ``theme/scripts/search/words.js``: what the index was made with must be what
a visitor's word becomes.
"""

from __future__ import annotations

import re
import unicodedata

from skillshub.words.letters import ACCENTS, APOSTROPHES, NON_JOINER, TATWEEL, UNSEEN

_DROPPED = re.compile(f"[{ACCENTS}{UNSEEN}{APOSTROPHES}{NON_JOINER}{TATWEEL}]+")
_LETTERS = {
    "ß": "ss",
    "ı": "i",  # Turkish has two i; who types on another keyboard has one
    "ς": "σ",
    "ø": "o",
    "đ": "d",
    "ð": "d",
    "ħ": "h",
    "ł": "l",
    "ŧ": "t",
    "æ": "ae",
    "œ": "oe",
    "þ": "th",
}
_MAPPED = str.maketrans(_LETTERS)
_DIGRAPH = re.compile(r"(que)|([aou])e+")


def fold(text: str) -> str:
    """The key of a word: ``Prüfung``, ``Pruefung`` and ``PRUFUNG`` are all ``prufung``.

    Written ae, oe and ue lose their e, for this is how a German writes an umlaut without one; not after a q (Quelle).
    Other languages lose the same e, which does no harm: both sides lose it.
    """
    if text.isascii() and text.isalnum():  # what nearly every word is
        return _without_digraphs(text.lower())
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text)
    key = _DROPPED.sub("", text).lower()
    if not key.isascii():
        key = unicodedata.normalize("NFC", key.translate(_MAPPED))
    return _without_digraphs(key)


def _without_digraphs(key: str) -> str:
    return _DIGRAPH.sub(r"\1\2", key) if "ae" in key or "oe" in key or "ue" in key else key
