"""What was typed, as words to look for: the rules of ``query.js``, told again."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from skillshub import words
from skillshub.outputs.search.fields import FIELDS

MOST_LETTERS, MOST_WORDS = 300, 12
_PART = re.compile(
    r'(?P<sign>(?:\+|-(?!\d))?)(?:(?P<field>[a-zA-Z]{2,12}):(?=[^\s/]))?(?:"(?P<quoted>[^"]*)"|(?P<plain>[^\s"]+))'
)
_ENDED = re.compile(r"(?<=[^\W\d_]{3})[:*_/]in(?:nen)?(?![^\W_])", re.IGNORECASE)
_QUOTES = str.maketrans(dict.fromkeys("“”„«»", '"'))
_NAMES = {one.name for one in FIELDS}


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """A word to look for; ``field``: only there; ``quoted``: just as it is."""

    word: str
    form: str
    field: str = ""
    quoted: bool = False
    before: tuple[str, ...] = ()  # the two words before a year, the nearest first


@dataclass(frozen=True, kw_only=True)
class Barring:
    """What bars an entry that has all these words; in a row, where they were written as one."""

    words: Sequence[Wanted]
    phrase: str


@dataclass(kw_only=True)
class Query:
    words: list[Wanted] = field(default_factory=list)
    glued: list[str] = field(default_factory=list)  # what hyphens join
    without: list[Barring] = field(default_factory=list)
    phrases: list[str] = field(default_factory=list)
    typing: bool = False


def query_of(typed: str, language: str, *, typing: bool) -> Query:
    text = unicodedata.normalize("NFC", typed)[:MOST_LETTERS].translate(_QUOTES)
    text = _ENDED.sub("", text)
    query = Query(typing=typing and unicodedata.category(text[-1:] or " ")[0] in "LMN")
    for part in _PART.finditer(text):
        _add(query, part)
    stops = words.stop_words(language)
    query.words = [
        replace(one, before=tuple(two.form for two in reversed(query.words[max(0, at - 2) : at])))
        if re.fullmatch("[0-9]{4}", one.form)
        else one
        for at, one in enumerate(query.words)
    ]
    query.words = _telling(query.words, stops)[:MOST_WORDS]
    query.without = [replace(one, words=_telling(one.words, stops)[:MOST_WORDS]) for one in query.without[:MOST_WORDS]]
    return query


def _add(query: Query, part: re.Match[str]) -> None:
    name = (part["field"] or "").lower()
    known = name if name in _NAMES else ""
    is_quoted = part["quoted"] is not None
    text = part["quoted"] if is_quoted else part["plain"]
    parts, glued = words.cut(text), words.joined(text)
    if glued and not is_quoted and all(len(one) == 1 and one <= "\uffff" for one in parts):  # "C.N.A." is CNA
        parts, glued = glued, []
    found = _wanted(parts, known, quoted=is_quoted)
    plain = _wanted(words.cut("" if known else name), "", quoted=False)
    phrase = " ".join(one.form for one in found) if (is_quoted or part["sign"] == "-") and len(found) > 1 else ""
    if part["sign"] == "-":
        bars = [Barring(words=plain, phrase=""), Barring(words=found, phrase=phrase)]
        query.without += [one for one in bars if one.words]
        return
    query.words += [*plain, *found]
    query.glued += map(words.fold, glued)
    if phrase:
        query.phrases.append(phrase)


def _wanted(parts: Iterable[str], name: str, *, quoted: bool) -> list[Wanted]:
    every = (Wanted(word=word, form=words.fold(word), field=name, quoted=quoted) for word in parts)
    return [one for one in every if one.form]


def _telling(every: Sequence[Wanted], stops: frozenset[str]) -> list[Wanted]:
    """Without stop words, unless there is nothing else; each word once in each field."""
    kept = [one for one in every if one.form not in stops] or every
    first: dict[tuple[str, str], Wanted] = {}
    for one in kept:
        first.setdefault((one.form, one.field), one)
    return list(first.values())
