"""Where a text's words begin and end.

A word is a run of letters, marks and digits. ``C++`` and ``C#`` keep their sign, ``4.0`` its point. ``l’auto`` is
``auto``, ``Anna's`` is ``anna``. Where a script has no spaces, each two neighbours are a word: a search for any part of
a sentence finds it.

``cut`` and ``joined`` give the same words as the functions of those names in ``theme/scripts/search/words.js``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from skillshub.words.letters import APOSTROPHES, LATIN, NON_JOINER, UNSEEN, UNSPACED, marks

LONGEST = 60  # characters of a word; what is longer is no word that anybody types

COMPOUNDING = frozenset({"da", "de", "et", "fi", "hu", "is", "lb", "nb", "nl", "nn", "no", "sv"})
"""Languages that write what a thing is and what it is for as one word: "Schweißtechnik"."""

_NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)+")
_SIGNED = re.compile(r"[a-z]{1,2}[+#]+")
_UNSEEN = re.compile(f"[{UNSEEN}]+")
_APOSTROPHE = re.compile(f"[{APOSTROPHES}]")
_LATIN = re.compile(f"[{LATIN}]")
_BETWEEN = re.compile("[-.‐‑]")
_SCRIPTS = re.compile(f"([{UNSPACED}]+)")


@cache
def _token() -> re.Pattern[str]:
    """A number, a letter or two with a sign, or a run of letters with apostrophes and joiners inside.

    Three letters and more end before a number with a point: ``Industry4.0`` is what ``Industry 4.0`` is.
    """
    run = rf"[^\W_]|[{marks()}]"
    many = rf"(?:[^\W_]++|[{marks()}]++)++"  # ``run`` many times, some five times faster
    number = rf"[0-9]+(?:[.,][0-9]+)+(?!{run})"
    inside = f"[{UNSEEN}{NON_JOINER}{APOSTROPHES}]"
    return re.compile(
        rf"{number}|[A-Za-z]{{1,2}}(?:\+\+?|#)(?!{run}|[+#])|(?:(?![0-9])(?:{run})){{3,}}(?={number})"
        rf"|{many}(?:{inside}+{many})*"
    )


@cache
def _unit() -> re.Pattern[str]:
    """A character with the marks that belong to it."""
    return re.compile(f".[{marks()}]*", re.DOTALL)


def cut(text: str) -> list[str]:
    """The words of a text in their order, in lower case and in Unicode's plainest form (NFKC), not folded."""
    if text.isascii() and text.isalnum():  # what nearly every word is
        return [text.lower()[:LONGEST]]
    return [word[:LONGEST] for token in _token().findall(text) for word in _words(token)]


def joined(text: str) -> list[str]:
    """``emobility`` for ``e-mobility``, ``nodejs`` for ``Node.js``: what hyphens or points join, as one word.

    So is what was cut before a number: ``Python3.11`` is ``python3.11``, too, which ``python3`` begins.
    """
    if text.isalnum():
        return []
    return [glued for chain in _chains(text) if (glued := _glued(chain))]


def _chains(text: str) -> Iterator[list[str]]:
    """The tokens of each run of tokens with nothing but a hyphen or a point between them, or nothing at all."""
    chain: list[str] = []
    end = -1
    for token in _token().finditer(text):
        if token.start() != end and (token.start() != end + 1 or not _BETWEEN.match(text, end)):
            yield chain
            chain = []
        chain.append(token[0])
        end = token.end()
    yield chain


def _glued(chain: list[str]) -> str:
    """The words of a chain as one, or nothing: numbers are not glued, nor scripts without spaces, nor "e.V."."""
    words = [word for token in chain for word in _words(token)]
    glued = "".join(words)
    if len(chain) < 2 or len(words) < 2 or len(glued) < 3 or not any(map(str.isalpha, glued)) or _SCRIPTS.search(glued):
        return ""
    return glued[:LONGEST]


def _words(token: str) -> tuple[str, ...]:
    if token.isascii() and token.isalnum():
        return (token.lower(),)
    plain = _UNSEEN.sub("", unicodedata.normalize("NFKC", _APOSTROPHE.sub("'", token))).replace("İ", "i").lower()
    if _NUMBER.fullmatch(plain):
        return _number(plain)
    if _SIGNED.fullmatch(plain):
        return (plain,)
    return tuple(word for run in _token().findall(plain) for part in _elided(run) for word in _spaced(part))


def _number(digits: str) -> tuple[str, ...]:
    """``4,0`` is 4.0; a date or a list of numbers is several words."""
    parts = re.split("[.,]", digits)
    return (".".join(parts),) if len(parts) == 2 else tuple(parts)


def _elided(run: str) -> list[str]:
    """The words around apostrophes without what is left of an article (l’, d’, qu’) or of a verb (’s, ’t).

    Only where letters are Latin: elsewhere an apostrophe is part of a word, as in Ukrainian.
    """
    parts = [part for part in _APOSTROPHE.split(run) if part]
    if len(parts) < 2 or not _LATIN.match(run):
        return ["".join(parts)]
    *before, last = parts
    kept = [part for part in before if len(part) > 2]
    return kept if kept and len(last) == 1 else [*kept, last]


def _spaced(part: str) -> Iterator[str]:
    """A word as it is; of a script without spaces, its neighbours two by two."""
    for number, piece in enumerate(_SCRIPTS.split(part)):
        if number % 2:
            yield from _pairs(_unit().findall(piece))
        elif re.search(r"[^\W_]", piece):
            yield piece


def _pairs(units: list[str]) -> list[str]:
    return [one + other for one, other in pairwise(units)] or units
