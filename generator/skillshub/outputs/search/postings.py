"""Which entry says which word in which field, how often, and in which forms: the inverted index, as sorted columns.

A *term* is what a stemmer leaves of a word, a *form* is a word as it was written (folded): "batteri" of "battery" and
"batteries". What lunr calls a posting is a row here. Nothing is weighted: weights depend on the whole collection, and
the browser puts them together.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

import numpy as np
import numpy.typing as npt

from skillshub import words
from skillshub.outputs.search.fields import FIELDS, HEAD, NUMBER_OF, Piece
from skillshub.outputs.search.packing import Numbers

MOST_FORMS = 24  # of a term, that are told apart; those beyond count as its last one
MOST_TIMES = 15  # that a word is counted in one field

Texts = Mapping[str, Iterable[Piece]]
"""The texts of a document, by the name of the field they stand in."""


def _lengths() -> list[int]:
    lengths = [0, 1]
    while lengths[-1] < 1 << 20:
        lengths.append(max(lengths[-1] + 1, lengths[-1] * 9 // 8))
    return lengths


LENGTHS = _lengths()
"""Lengths of fields that are told apart: exact up to 16 words, then within an eighth, so that a small edit of a long text
changes no other posting than those of its own words. ``rank.js`` makes the same list."""


class Vocabulary:
    """Every pair of term and form that was met, by number."""

    def __init__(self) -> None:
        self.terms: list[str] = []
        self.forms: list[str] = []
        self._numbers: dict[tuple[str, str], int] = {}
        self._read: dict[str, _Read] = {}

    def of(self, language: str) -> _Read:
        """How texts of a language are read."""
        if language not in self._read:
            self._read[language] = _Read(self, language)
        return self._read[language]

    def number(self, term: str, form: str) -> int:
        pair = (term, form)
        if pair not in self._numbers:
            self._numbers[pair] = len(self.terms)
            self.terms.append(term)
            self.forms.append(form)
        return self._numbers[pair]


class _Read(dict[str, tuple[int, ...]]):
    """What stands between two spaces -> the numbers of its words, worked out when it is first met; no stop words."""

    def __init__(self, vocabulary: Vocabulary, language: str) -> None:
        super().__init__()
        self._vocabulary, self._language = vocabulary, language
        self._stops = words.stop_words(language)

    def __missing__(self, chunk: str) -> tuple[int, ...]:
        pairs = ((word, words.fold(word)) for word in (*words.cut(chunk), *words.joined(chunk)))
        found = tuple(self.number(word, form) for word, form in pairs if form and form not in self._stops)
        self[chunk] = found
        return found

    def number(self, word: str, form: str) -> int:
        return self._vocabulary.number(words.stem(word, self._language), form)

    def stopped(self, text: str, *, every: bool) -> list[int]:
        """The stop words of a text: those that it shouts ("IT"), or all."""
        shouted = set(text.split())
        pairs = ((word, words.fold(word)) for word in words.cut(text) if every or word.upper() in shouted)
        return [self.number(word, form) for word, form in pairs if form in self._stops]


class Tokens:
    """The words of all documents as numbers, in the order in which they were read."""

    def __init__(self) -> None:
        self.vocabulary = Vocabulary()
        self._pairs, self._fields, self._sizes, self._documents = array("i"), array("i"), array("i"), array("i")
        self._cut: dict[Piece, array[int]] = {}

    def add(self, document: int, texts: Texts) -> None:
        for name, pieces in texts.items():
            before = len(self._pairs)
            for piece in pieces:
                self._pairs.extend(self._numbers(piece, name))
            if size := len(self._pairs) - before:
                self._fields.append(NUMBER_OF[name])
                self._sizes.append(size)
                self._documents.append(document)

    def _numbers(self, piece: Piece, field: str) -> Sequence[int]:
        if field in ("body", "summary", "title"):
            return numbers_of(self.vocabulary, piece, field)
        if piece not in self._cut:  # names come again with every entry that refers to them
            self._cut[piece] = array("i", numbers_of(self.vocabulary, piece, field))
        return self._cut[piece]

    def columns(self) -> tuple[Numbers, Numbers, Numbers]:
        """Document, field and pair of every word."""
        sizes = np.frombuffer(self._sizes, np.int32)
        documents = np.repeat(np.frombuffer(self._documents, np.int32), sizes)
        fields = np.repeat(np.frombuffer(self._fields, np.int32), sizes)
        return documents.astype(np.int64), fields.astype(np.int64), np.frombuffer(self._pairs, np.int32).astype(np.int64)


def numbers_of(vocabulary: Vocabulary, piece: Piece, field: str) -> list[int]:
    """The pairs of a text; stop words only where a name has nothing else, or where it shouts them."""
    text, language = piece
    read = vocabulary.of(language)
    found = list(chain.from_iterable(map(read.__getitem__, text.split())))
    if NUMBER_OF[field] < HEAD:
        found += read.stopped(text, every=not found)
    return found


@dataclass(frozen=True, kw_only=True)
class Postings:
    """Rows sorted by term, then head before body, then document, then field."""

    documents: int
    terms: Sequence[str]  # sorted; a term's number is its place here
    forms: Sequence[Sequence[str]]  # of each term, the commonest first
    of_forms: Mapping[str, int]  # form -> in how many documents a head field has it
    ends: Numbers  # of each term: where its rows end
    bodies: Numbers  # of each term: where its rows of the body begin
    document: Numbers
    code: Numbers  # (forms, length, times, field) of a row as one number
    averages: Sequence[float]  # length of each field

    def rows(self, term: int) -> tuple[int, int, int]:
        """Where the rows of a term begin, where those of the body do, where they end."""
        return int(self.ends[term - 1]) if term else 0, int(self.bodies[term]), int(self.ends[term])

    @cached_property
    def term_numbers(self) -> Mapping[str, int]:
        return {term: number for number, term in enumerate(self.terms)}


def code_of(forms: int, length: int, times: int, field: int) -> int:
    """A row's payload: which forms (bits), the place of its field's length in LENGTHS, how often, the field."""
    return ((forms * 256 + length) * 16 + times) * 8 + field


def gathered(tokens: Tokens, documents: int) -> Postings:
    """The postings of all words."""
    document, field, pair = tokens.columns()
    vocabulary = tokens.vocabulary
    terms, term_of = _numbered(vocabulary.terms)
    forms, form_of = _forms(len(terms), term_of, vocabulary.forms, np.bincount(pair, minlength=len(term_of)))
    cells = np.bincount(document * len(FIELDS) + field, minlength=documents * len(FIELDS))
    lengths = cells.reshape(documents, len(FIELDS))
    body = (field >= HEAD).astype(np.int64)
    key = ((term_of[pair] * 2 + body) * documents + document) * len(FIELDS) + field
    order = np.argsort(key, kind="stable")
    key, pair = key[order], pair[order]
    first = np.flatnonzero(np.diff(key, prepend=-1))
    times = np.minimum(np.diff(first, append=len(key)), MOST_TIMES)
    bits = np.left_shift(1, form_of[pair])
    masks = np.bitwise_or.reduceat(bits, first) if len(first) else bits
    rows = key[first]
    at_field, rows = rows % len(FIELDS), rows // len(FIELDS)
    at_document, rows = rows % documents, rows // documents
    buckets = np.searchsorted(LENGTHS, lengths, side="right") - 1
    length = buckets[at_document, at_field]
    halves = np.searchsorted(rows, np.arange(len(terms) * 2), side="right")
    return Postings(
        documents=documents,
        terms=terms,
        forms=forms,
        of_forms=_heads(vocabulary.forms, pair, document[order], body[order]),
        ends=halves[1::2],
        bodies=halves[0::2],
        document=at_document,
        code=((masks * 256 + length) * 16 + times) * 8 + at_field,
        averages=[float(each) for each in lengths.sum(axis=0) / max(1, documents)],
    )


def _numbered(terms: Sequence[str]) -> tuple[Sequence[str], Numbers]:
    """The terms in order, and of each pair the number of its term."""
    ordered = sorted(set(terms), key=in_order)
    numbers = {term: number for number, term in enumerate(ordered)}
    return ordered, np.array([numbers[term] for term in terms], np.int64)


def _forms(
    terms: int, term_of: Numbers, forms: Sequence[str], counts: npt.NDArray[np.intp]
) -> tuple[Sequence[Sequence[str]], Numbers]:
    """The forms of each term, and of each pair the place of its form among them."""
    every: list[list[str]] = [[] for _ in range(terms)]
    place = np.zeros(len(forms), np.int64)
    common = np.array(sorted(range(len(forms)), key=lambda pair: (-counts[pair], forms[pair])), np.int64)
    for pair in common:
        own = every[term_of[pair]]
        place[pair] = min(len(own), MOST_FORMS - 1)
        own.append(forms[pair])
    return every, place


def _heads(forms: Sequence[str], pair: Numbers, document: Numbers, body: Numbers) -> Mapping[str, int]:
    """How many documents have each form in a head field; 0 for those that only bodies have."""
    names = sorted(set(forms))
    numbers = {form: number for number, form in enumerate(names)}
    form_of = np.array([numbers[form] for form in forms], np.int64)
    keys = np.unique(form_of[pair[body == 0]] * (1 << 32) + document[body == 0])
    counts = np.bincount(keys >> 32, minlength=len(names))
    return {form: int(count) for form, count in zip(names, counts, strict=True)}


def in_order(word: str) -> bytes:
    """What to sort words by, so that JavaScript, which compares them unit by unit, finds them in order."""
    return word.encode("utf-16-be")
