"""Which entry says which word in which field, how often, and in which forms: the inverted index, as sorted columns.

What lunr calls a posting is a row here. Nothing is weighted: weights depend on the whole collection, and the browser
puts them together.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from skillshub.outputs.search.fields import FIELDS, HEAD, NUMBER_OF
from skillshub.outputs.search.packing import Numbers
from skillshub.outputs.search.tokens import Tokens

MOST_FORMS = 24  # of a term, that are told apart; those beyond count as its last one
MOST_TIMES = 15  # that a word is counted in one field


def _lengths() -> list[int]:
    lengths = [0, 1]
    while lengths[-1] < 1 << 20:
        lengths.append(max(lengths[-1] + 1, lengths[-1] * 9 // 8))
    return lengths


LENGTHS = _lengths()
"""Lengths of fields that are told apart: exact up to 16 words, then within an eighth, so that a small edit of a long
text changes no other posting than those of its own words. ``rank.js`` makes the same list."""


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
        start, body, end = self.bounds[2 * term : 2 * term + 3]
        return start, body, end

    def has_several_forms(self, term: int) -> bool:
        return len(self.forms[term]) > 1

    def source(self, first: int, last: int) -> bytes:
        """All that is told in the rows of these halves: other bytes wherever they say anything else."""
        start, end = self.bounds[first], self.bounds[last]
        ends = self.halves[first:last] - start
        return b"".join(column.tobytes() for column in (ends, self.document[start:end], self.code[start:end]))

    @cached_property
    def bounds(self) -> Sequence[int]:
        """Where each half begins, and the last one ends."""
        return [0, *self.halves.tolist()]

    @cached_property
    def titled(self) -> Sequence[int]:
        """How many rows of each term are titles: the first ones, those of the shortest titles before others."""
        titles = np.concatenate(([0], np.cumsum(self.code % 8 == NUMBER_OF["title"])))[self.bounds]
        counts: list[int] = np.diff(titles)[::2].tolist()
        return counts


MARK, LENGTH = 0x7F, 0x7F80
"""Bits of a row's code: field (3) and times (4); the place of its field's length in LENGTHS (8). Above: which forms."""


def gathered(tokens: Tokens, documents: int) -> Postings:
    """The postings of all words. There may be tens of millions: what is as long as they are is kept narrow."""
    document, field, pair = tokens.columns()
    vocabulary = tokens.vocabulary
    del tokens  # who calls us needs them no longer, and they are as much again
    counts = np.bincount(pair, minlength=len(vocabulary.terms))
    used = np.flatnonzero(counts)
    pair = (np.cumsum(counts > 0, dtype=np.int32) - 1)[pair]
    written = [vocabulary.forms[number] for number in used]
    terms, term_of = _numbered([vocabulary.terms[number] for number in used])
    forms, form_of = _forms(len(terms), term_of, written, counts[used])
    cells = np.bincount(document * len(FIELDS) + field, minlength=documents * len(FIELDS))
    lengths = cells.reshape(documents, len(FIELDS))
    order = _by_term(term_of[pair] * 2 + (field >= HEAD))
    document, field, pair = document[order], field[order], pair[order]
    half = term_of[pair] * 2 + (field >= HEAD)
    first, times, masks = _rows(document, field, half, np.left_shift(np.int32(1), form_of[pair]))
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


def _rows(document: Numbers, field: Numbers, half: Numbers, bits: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """Where each row begins, how many words it has, and in which forms, a bit for each."""
    first = np.flatnonzero(changes(half) | changes(document) | changes(field))
    times = np.minimum(np.diff(first, append=len(half)), MOST_TIMES).astype(np.uint8)
    return first, times, np.bitwise_or.reduceat(bits, first) if len(first) else bits


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
    high = (half[low] >> 16).astype(np.uint16)
    return low[np.argsort(high, kind="stable")] if high.any() else low


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
