"""The index cut into small files: slices of the terms in their order, and parcels of the postings that are too many.

A query loads the slice of each of its terms, and a parcel where the term is frequent. Files are named for what they are
made from, so one that did not change keeps its name. Where to cut is told by the terms themselves, so that a new one
moves no other cut than its own. ``theme/scripts/search/lexicon.js`` reads what is written here.
"""

from __future__ import annotations

import zlib
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from math import log2
from os.path import commonprefix

import numpy as np

from skillshub.outputs.search.fields import NUMBER_OF
from skillshub.outputs.search.packing import digest, gaps, number, numbers, shared_letters, text
from skillshub.outputs.search.postings import Postings, in_order

INLINE = 8  # rows of a term that stand in the slice itself
PARCEL = 250  # rows, about, from which a parcel takes no further term: some kilobyte
ALONE = 120  # rows of a term that begin a parcel of their own: nobody who asks for another term wants them
LARGE = 2_500  # rows of a body that get a parcel of their own: most queries never need them
SLICE = 700  # weight from which a slice may end; more in a large index, whose root would name too many
_SMALL = 150_000  # weight of an index up to which that is so
_ONE_IN = 16  # terms end a slice by their own checksum

_FIELD, _TIMES, _RUN = 7, 120, (1 << 15) - 1  # bits of a code (postings.py): the field, the times, both and the length

CARDS = 20  # of the entries with a term in their title, that lie beside its postings
_TITLES = 48  # entries with a term in their title, beyond which that would rarely help


@dataclass(frozen=True, slots=True, kw_only=True)
class Cards:
    """What results look like: how to tell whether a document's card has changed, and how to make some."""

    face: Callable[[int], str]
    blob: Callable[[Iterable[int]], bytes]


@dataclass(slots=True)
class Parcel:
    """A file of postings in the making: rows of some terms (from, to), and cards."""

    streams: list[tuple[int, int, bool]] = field(default_factory=list)  # first row, last row, with forms
    cards: list[tuple[int, list[int]]] = field(default_factory=list)  # after which stream, of which documents
    rows: int = 0

    @property
    def is_full(self) -> bool:
        return self.rows >= PARCEL or bool(self.cards)

    def take(self, first: int, last: int, forms: bool) -> None:
        self.streams.append((first, last, forms))
        self.rows += last - first


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where the postings of a term are: numbers of parcels of its slice, from 1; 0 is the slice itself."""

    head: int = 0
    body: int = 0
    cards: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Slice:
    """Some terms in their order, with all that belongs to them."""

    key: str  # every word from here to the next slice's key is looked for here
    name: str
    parcels: Sequence[tuple[str, Callable[[], bytes]]]  # names and contents
    content: Callable[[], bytes]


def slices(postings: Postings, cards: Cards) -> Iterator[Slice]:
    """Every slice, in the order of the terms."""
    cuts = list(_cuts(postings))
    keys = list(_keys(postings, cuts))
    for key, (first, last), strays in zip(keys, cuts, _strays(postings, cuts, keys), strict=True):
        yield _slice(postings, cards, key, (first, last), strays)


def _cuts(postings: Postings) -> Iterator[tuple[int, int]]:
    weights = [_weight(postings, term) for term in range(len(postings.terms))]
    least = _least(sum(weights))
    first, weight = 0, 0
    for term, word in enumerate(postings.terms):
        weight += weights[term]
        if weight >= 2 * least or (weight >= least and zlib.crc32(word.encode()) % _ONE_IN == 0):
            yield first, term + 1
            first, weight = term + 1, 0
    if first < len(postings.terms):
        yield first, len(postings.terms)


def _weight(postings: Postings, term: int) -> int:
    """About how many bytes of a slice a term takes."""
    start, _, end = postings.rows(term)
    return 8 + (5 * (end - start) if end - start <= INLINE else 0)


def _least(weight: int) -> int:
    """Half as much again for each doubling of the index, in steps: root and slices then grow alike."""
    return int(SLICE * 2 ** (max(0, round(log2(max(weight, 1) / _SMALL))) / 2))


def _keys(postings: Postings, cuts: Sequence[tuple[int, int]]) -> Iterator[str]:
    """Where each slice begins: as much of its first term as tells it from the one before."""
    before = ""
    for first, last in cuts:
        word = postings.terms[first]
        yield word[: len(commonprefix((before, word))) + 1] if first else ""  # noqa: RUF071 - letters, not folders
        before = postings.terms[last - 1]


def _strays(
    postings: Postings, cuts: Sequence[tuple[int, int]], keys: Sequence[str]
) -> Sequence[list[tuple[str, str]]]:
    """Forms that one would look for in another slice than that of their term: there a note says where to go."""
    ordered = [in_order(key) for key in keys]
    strays: list[list[tuple[str, str]]] = [[] for _ in cuts]
    for here, (first, last) in enumerate(cuts):
        for term in range(first, last):
            for form in postings.forms[term]:
                if (there := bisect_right(ordered, in_order(form)) - 1) != here:
                    strays[there].append((form, postings.terms[term]))
    return [sorted(pairs) for pairs in strays]


def _slice(
    postings: Postings, cards: Cards, key: str, cut: tuple[int, int], strays: Sequence[tuple[str, str]]
) -> Slice:
    first, last = cut
    places, parcels = _shared_out(postings, first, last)
    files = [(_parcel_name(postings, cards, one), partial(_parcel, postings, cards, one)) for one in parcels]
    names = "".join(name for name, _ in files)
    lines = _lines(postings, first, last)
    notes = "\n".join(f"{form}\t{term}" for form, term in strays)
    start, end = postings.rows(first)[0], postings.rows(last - 1)[2]
    inline = [postings.code[start:end].tobytes(), postings.document[start:end].tobytes()]
    name = digest(lines.encode(), notes.encode(), names.encode(), *inline)
    content = partial(_written, postings, first, places, (lines, notes, names))
    return Slice(key=key, name=name, parcels=files, content=content)


def _lines(postings: Postings, first: int, last: int) -> str:
    """Each term on a line, told by what it adds to the one before, then its forms, by what they add to it."""
    lines, before = [], ""
    for term in range(first, last):
        word = postings.terms[term]
        forms = (_after(word, form) for form in postings.forms[term])
        lines.append("\t".join((_after(before, word), *forms)))
        before = word
    return "\n".join(lines)


def _after(before: str, word: str) -> str:
    """How many letters both begin with, as a letter from "0" on, and what follows."""
    shared = shared_letters(before, word)
    return chr(48 + shared) + word[shared:]


def _shared_out(postings: Postings, first: int, last: int) -> tuple[list[Place], list[Parcel]]:
    """Which parcel each term's rows go into."""
    parcels: list[Parcel] = []
    small: int | None = None  # the parcel that smaller terms share

    def opened() -> int:
        parcels.append(Parcel())
        return len(parcels)

    places = []
    for term in range(first, last):
        start, body, end = postings.rows(term)
        forms = len(postings.forms[term]) > 1
        if end - start <= INLINE:
            places.append(Place())
            continue
        if small is None or parcels[small - 1].is_full or end - start >= ALONE:
            small = opened()
        head = small
        parcels[head - 1].take(start, body, forms)
        best = _best(postings, start, body)
        if best:
            parcels[head - 1].cards.append((len(parcels[head - 1].streams), best))
        apart = opened() if end - body > LARGE else head
        parcels[apart - 1].take(body, end, forms)
        places.append(Place(head=head, body=apart, cards=bool(best)))
    return places, parcels


def _best(postings: Postings, start: int, body: int) -> list[int]:
    """The documents whose title has the term, the shortest titles first: the likeliest results, where there are few."""
    codes = postings.code[start:body]
    titled = np.flatnonzero(codes % 8 == NUMBER_OF["title"])
    if not 0 < len(titled) <= _TITLES:
        return []
    lengths, documents = (codes[titled] >> 7) % 256, postings.document[start:body][titled]
    return [int(one) for one in documents[np.lexsort((documents, lengths))][:CARDS]]


def _parcel_name(postings: Postings, cards: Cards, parcel: Parcel) -> str:
    rows = [column[a:b].tobytes() for a, b, _ in parcel.streams for column in (postings.document, postings.code)]
    faces = "".join(cards.face(document) for _, documents in parcel.cards for document in documents)
    return digest(*rows, faces.encode())


def _parcel(postings: Postings, cards: Cards, parcel: Parcel) -> bytes:
    beside = dict(parcel.cards)
    streams: list[bytes] = []
    for place, (first, last, forms) in enumerate(parcel.streams, start=1):
        streams.append(_rows(postings, first, last, forms))
        if place in beside:
            streams.append(cards.blob(beside[place]))
    return b"".join((number(len(streams)), *(number(len(one)) for one in streams), *streams))


def _rows(postings: Postings, first: int, last: int, forms: bool) -> bytes:
    """Rows as runs that have field, times and length in common: these, and how many rows each has; then the documents
    as gaps, which begin anew with each run; then the forms, where a term has several."""
    codes, documents = postings.code[first:last], postings.document[first:last]
    marks, lengths = codes & 127, (codes >> 7) & 255
    order = np.lexsort((documents, lengths, marks & _TIMES, marks & _FIELD))
    codes, documents = codes[order], documents[order]
    begins = np.flatnonzero(np.diff(codes & _RUN, prepend=-1))
    apart = gaps(documents)
    apart[begins] = documents[begins]
    runs = (marks[order][begins], lengths[order][begins], np.diff(begins, append=len(codes)))
    return number(len(begins)) + b"".join(numbers(one) for one in (*runs, apart, *((codes >> 15,) if forms else ())))


def _written(postings: Postings, first: int, places: Sequence[Place], told: tuple[str, str, str]) -> bytes:
    out = [text(part) for part in told]
    for term, place in enumerate(places, start=first):
        start, body, end = postings.rows(term)
        out += (number(body - start), number(end - body), number(place.head))
        if place.head:
            out += (number(place.body), number(place.cards))
    for term, place in enumerate(places, start=first):
        if not place.head:
            start, body, end = postings.rows(term)
            forms = len(postings.forms[term]) > 1
            out += (_rows(postings, start, body, forms), _rows(postings, body, end, forms))
    return b"".join(out)
