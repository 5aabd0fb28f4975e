"""Which entry says which word in which field, how often, and in which forms: the inverted index, as sorted columns.

A *term* is what a stemmer leaves of a word, a *form* is a word as it was written (folded): "batteri" of "battery" and
"batteries". What lunr calls a posting is a row here. Nothing is weighted: weights depend on the whole collection, and
the browser puts them together.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
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

Kept = tuple[Sequence[tuple[str, str]], Mapping[str, tuple[bytes, bytes]]]
"""Pairs of term and form by their number, and the words of each document by its face."""

Texts = Mapping[str, Iterable[Piece]]
"""The texts of a document, by the name of the field they stand in."""


def _lengths() -> list[int]:
    lengths = [0, 1]
    while lengths[-1] < 1 << 20:
        lengths.append(max(lengths[-1] + 1, lengths[-1] * 9 // 8))
    return lengths


LENGTHS = _lengths()
"""Lengths of fields that are told apart: exact up to 16 words, then within an eighth, so that a small edit of a long
text changes no other posting than those of its own words. ``rank.js`` makes the same list."""


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
        shouted = set(filter(str.isupper, text.split()))
        if not (every or shouted):
            return []
        pairs = ((word, words.fold(word)) for word in words.cut(text) if every or word.upper() in shouted)
        return [self.number(word, form) for word, form in pairs if form in self._stops]


class Tokens:
    """The words of all documents as numbers, a block for each document. What was read before is not read again."""

    def __init__(self, kept: Kept | None = None) -> None:
        self.vocabulary = Vocabulary()
        self._blocks: list[tuple[str, bytes, bytes]] = []
        self._cut: dict[Piece, array[int]] = {}
        pairs, blocks = kept or ((), {})
        for term, form in pairs:
            self.vocabulary.number(term, form)
        self._known = blocks

    def add(self, face: str, texts: Callable[[], Texts]) -> None:
        """The next document; ``face`` changes when its texts may have changed."""
        block = self._known.get(face) or self._block(texts())
        self._blocks.append((face, *block))

    def _block(self, texts: Texts) -> tuple[bytes, bytes]:
        pairs, fields = array("i"), bytearray()
        for name, number in NUMBER_OF.items():
            before = len(pairs)
            for piece in texts.get(name, ()):
                pairs.extend(self._numbers(piece, name))
            fields += bytes((number,)) * (len(pairs) - before)
        return bytes(fields), pairs.tobytes()

    def _numbers(self, piece: Piece, field: str) -> array[int]:
        if field in ("body", "summary", "title"):
            return numbers_of(self.vocabulary, piece, field)
        if piece not in self._cut:  # names come again with every entry that refers to them
            self._cut[piece] = numbers_of(self.vocabulary, piece, field)
        return self._cut[piece]

    def columns(self) -> tuple[Numbers, Numbers, Numbers]:
        """Document, field and pair of every word."""
        sizes = [len(fields) for _, fields, _ in self._blocks]
        documents = np.repeat(np.arange(len(sizes), dtype=np.int32), sizes)
        fields = np.frombuffer(b"".join(fields for _, fields, _ in self._blocks), np.uint8)
        pairs = np.frombuffer(b"".join(pairs for _, _, pairs in self._blocks), np.int32)
        return documents, fields, pairs

    def kept(self) -> Kept:
        """What the next build may begin with."""
        pairs = list(zip(self.vocabulary.terms, self.vocabulary.forms, strict=True))
        return pairs, {face: (fields, numbers) for face, fields, numbers in self._blocks}


def numbers_of(vocabulary: Vocabulary, piece: Piece, field: str) -> array[int]:
    """The pairs of a text; stop words only where a name has nothing else, or where it shouts them."""
    text, language = piece
    read = vocabulary.of(language)
    found = array("i", chain.from_iterable(map(read.__getitem__, text.split())))
    if NUMBER_OF[field] < HEAD:
        found.extend(read.stopped(text, every=not found))
    return found


@dataclass(frozen=True, kw_only=True)
class Postings:
    """Rows sorted by term, then head before body, then field, times and length, then document."""

    documents: int
    terms: Sequence[str]  # sorted; a term's number is its place here
    forms: Sequence[Sequence[str]]  # of each term, the commonest first
    of_forms: Mapping[str, int]  # form -> in how many documents a head field has it
    halves: Numbers  # where the heads of each term end, and then its bodies
    document: Numbers
    code: Numbers  # see MARK and LENGTH
    averages: Sequence[float]  # length of each field

    def rows(self, term: int) -> tuple[int, int, int]:
        """Where the rows of a term begin, where those of the body do, where they end."""
        start, body, end = self._bounds[2 * term : 2 * term + 3]
        return start, body, end

    @cached_property
    def _bounds(self) -> Sequence[int]:
        return [0, *self.halves.tolist()]

    @cached_property
    def term_numbers(self) -> Mapping[str, int]:
        return {term: number for number, term in enumerate(self.terms)}


MARK, LENGTH = 0x7F, 0x7F80
"""Bits of a row's code: field (3) and times (4); the place of its field's length in LENGTHS (8). Above: which forms."""


def gathered(tokens: Tokens, documents: int) -> Postings:
    """The postings of all words. There may be tens of millions: what is as long as they are is kept narrow."""
    document, field, pair = tokens.columns()
    counts = np.bincount(pair, minlength=len(tokens.vocabulary.terms))
    used = np.flatnonzero(counts)
    pair = (np.cumsum(counts > 0, dtype=np.int32) - 1)[pair]
    written = [tokens.vocabulary.forms[number] for number in used]
    terms, term_of = _numbered([tokens.vocabulary.terms[number] for number in used])
    forms, form_of = _forms(len(terms), term_of, written, counts[used])
    cells = np.bincount(document * len(FIELDS) + field, minlength=documents * len(FIELDS))
    lengths = cells.reshape(documents, len(FIELDS))
    order = _by_term(term_of[pair] * 2 + (field >= HEAD))
    document, field, pair = document[order], field[order], pair[order]
    half = term_of[pair] * 2 + (field >= HEAD)
    first = np.flatnonzero(changes(half) | changes(document) | changes(field))
    times = np.minimum(np.diff(first, append=len(half)), MOST_TIMES).astype(np.uint8)
    bits = np.left_shift(np.int32(1), form_of[pair])
    masks = np.bitwise_or.reduceat(bits, first) if len(first) else bits
    document, field, half = document[first], field[first], half[first]
    of_forms = _heads(forms, half, document, masks)
    length = (np.searchsorted(LENGTHS, lengths, side="right") - 1).astype(np.uint8)[document, field]
    order = _by_run(field, times, length)
    order = order[_by_term(half[order])]
    return Postings(
        documents=documents,
        terms=terms,
        forms=forms,
        of_forms=of_forms,
        halves=np.searchsorted(half, np.arange(len(terms) * 2), side="right"),
        document=document[order],
        code=(((masks.astype(np.int64) * 256 + length) * 16 + times) * 8 + field)[order],
        averages=[float(each) for each in lengths.sum(axis=0) / max(1, documents)],
    )


def _numbered(terms: Sequence[str]) -> tuple[Sequence[str], Numbers]:
    """The terms in order, and of each pair the number of its term."""
    ordered = sorted(set(terms), key=in_order)
    numbers = {term: number for number, term in enumerate(ordered)}
    return ordered, np.array([numbers[term] for term in terms], np.int32)


def _forms(
    terms: int, term_of: Numbers, forms: Sequence[str], counts: npt.NDArray[np.intp]
) -> tuple[Sequence[Sequence[str]], Numbers]:
    """The forms of each term, and of each pair the place of its form among them."""
    every: list[list[str]] = [[] for _ in range(terms)]
    place = np.zeros(len(forms), np.int32)
    common = np.array(sorted(range(len(forms)), key=lambda pair: (-counts[pair], forms[pair])), np.int64)
    for pair in common:
        own = every[term_of[pair]]
        place[pair] = min(len(own), MOST_FORMS - 1)
        own.append(forms[pair])
    return every, place


def _by_term(half: Numbers) -> npt.NDArray[np.intp]:
    """The order by term, head before body, else as it was: two sorts by 16 bits are a tenth of one by 64."""
    low = np.argsort((half & 0xFFFF).astype(np.uint16), kind="stable")
    return low[np.argsort((half[low] >> 16).astype(np.uint16), kind="stable")]


def changes(values: Numbers) -> npt.NDArray[np.bool_]:
    """Where a value is another than the one before."""
    found = np.ones(len(values), np.bool_)
    np.not_equal(values[1:], values[:-1], out=found[1:])
    return found


def _by_run(field: Numbers, times: Numbers, length: Numbers) -> npt.NDArray[np.intp]:
    """The order by field, times and length, fifteen bits together, else as it was."""
    return np.argsort((field.astype(np.uint16) * 16 + times) * 256 + length, kind="stable")


def _heads(forms: Sequence[Sequence[str]], half: Numbers, document: Numbers, masks: Numbers) -> Mapping[str, int]:
    """In how many documents each form stands in a head field, each term's counted; 0 for those only bodies have."""
    heads = half % 2 == 0
    term, document, masks = half[heads] >> 1, document[heads], masks[heads]
    first = np.flatnonzero((np.diff(term, prepend=-1) != 0) | (np.diff(document, prepend=-1) != 0))
    term, masks = term[first], np.bitwise_or.reduceat(masks, first) if len(first) else masks
    found = {form: 0 for own in forms for form in own}
    for place in range(MOST_FORMS):
        counts = np.bincount(term[masks & 1 > 0], minlength=len(forms))
        for number in np.flatnonzero(counts).tolist():
            found[forms[number][place]] += int(counts[number])
        term, masks = term[masks > 1], masks[masks > 1] >> 1
    return found


def in_order(word: str) -> bytes:
    """What to sort words by, so that JavaScript, which compares them unit by unit, finds them in order."""
    return word.encode("utf-16-be")
