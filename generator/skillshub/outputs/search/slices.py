"""The index cut into small files: slices of the terms in their order, and parcels of the postings that are too many.

A query loads the slice of each of its terms, and a parcel where the term is frequent. The heads of the most frequent
stand in slices again: they mostly lead to enough, and that is one request less. Files are named for what they are made
from, so one that did not change keeps its name. Where to cut is told by the terms themselves: a new one moves no
other cut than its own. ``theme/scripts/search/lexicon.js`` reads what is written here.
"""

from __future__ import annotations

import zlib
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, partial
from math import log2
from os.path import commonprefix

from skillshub.outputs.search.packing import digest, number, shared_letters, text
from skillshub.outputs.search.postings import Postings, in_order
from skillshub.outputs.search.rows import Rows

INLINE = 8  # rows of a term that stand in the slice itself
HEADED = 1_000  # rows of heads that stand there, too: who asks for them mostly needs nothing else
PARCEL = 250  # rows, about, from which a parcel takes no further term: some kilobyte
ALONE = 120  # rows of a term that begin a parcel of their own: nobody who asks for another term wants them
LARGE = 2_500  # rows of a body that get a parcel of their own: most queries never need them
SLICE = 520  # weight from which a slice may end; more in a large index, whose root would name too many
_SMALL = 300_000  # weight of an index up to which that is so
_ONE_IN = 16  # terms end a slice by their own checksum

CARDS = 20  # of the entries with a term in their title, that lie beside its postings
_CARD = 25  # rows, of which a parcel might hold so many for one card
_TITLES = 48  # entries with a term in their title, beyond which that would rarely help


Cards = Callable[[Iterable[int]], bytes]
"""What results look like: makes the cards of some documents."""


@dataclass(slots=True)
class Parcel:
    """A file of postings in the making: halves of terms, and cards."""

    halves: list[int] = field(default_factory=list)
    cards: list[tuple[int, list[int]]] = field(default_factory=list)  # after which half, of which documents
    rows: int = 0

    @property
    def is_full(self) -> bool:
        return self.rows + _CARD * sum(len(best) for _, best in self.cards) >= PARCEL

    def take(self, half: int, rows: int) -> None:
        self.halves.append(half)
        self.rows += rows


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
    laid_out = lru_cache(maxsize=1)(partial(Rows, postings))  # the files of a slice are written one after another
    for key, cut, strays in zip(keys, cuts, _strays(postings, cuts, keys), strict=True):
        yield _slice(postings, cards, key, cut, strays, partial(laid_out, *cut))


def _cuts(postings: Postings) -> Iterator[tuple[int, int]]:
    weights = [_weight(postings, term) for term in range(len(postings.terms))]
    least = _least(sum(weights))
    first, weight = 0, 0
    for term, word in enumerate(postings.terms):
        if weights[term] >= least and 4 * weight >= least:  # who asks for those before does not want this one
            yield first, term
            first, weight = term, 0
        weight += weights[term]
        if weight >= 2 * least or (weight >= least and zlib.crc32(word.encode()) % _ONE_IN == 0):
            yield first, term + 1
            first, weight = term + 1, 0
    if first < len(postings.terms):
        yield first, len(postings.terms)


def _weight(postings: Postings, term: int) -> int:
    """About how many bytes of a slice a term takes."""
    start, body, end = postings.rows(term)
    if end - start <= INLINE:
        return 8 + 5 * (end - start)
    return 8 + 2 * (body - start) if body - start >= HEADED else 8


def _least(weight: int) -> int:
    """Twice as much for an index four times as large, in steps: root and slices then grow alike."""
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
    postings: Postings,
    cards: Cards,
    key: str,
    cut: tuple[int, int],
    strays: Sequence[tuple[str, str]],
    rows: Callable[[], Rows],
) -> Slice:
    first, last = cut
    places, parcels = _shared_out(postings, first, last)
    files = [(_name(postings, cards, one), partial(_parcel, rows, cards, one)) for one in parcels]
    notes = "\n".join(f"{form}\t{term}" for form, term in strays)
    told = _lines(postings, first, last), notes, "".join(name for name, _ in files)
    name = digest(*(part.encode() for part in told), postings.source(2 * first, 2 * last))
    return Slice(key=key, name=name, parcels=files, content=partial(_written, postings, rows, first, places, told))


def _name(postings: Postings, cards: Cards, parcel: Parcel) -> str:
    """A digest of what the parcel is made from; its bytes are worked out when they are written."""
    sources = [postings.source(first, last) for first, last in _runs(parcel.halves)]
    several = bytes(postings.has_several_forms(half // 2) for half in parcel.halves)
    return digest(several, *sources, *(cards(best) for _, best in parcel.cards))


def _runs(rising: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Where each run of neighbours among the numbers begins, and where it ends."""
    begins = [number for number, before in zip(rising, (-2, *rising), strict=False) if number != before + 1]
    ends = [number + 1 for number, after in zip(rising, (*rising[1:], -2), strict=True) if number + 1 != after]
    return zip(begins, ends, strict=True)


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
        heads, bodies = body - start, end - body
        if heads + bodies <= INLINE or (heads >= HEADED and not bodies):
            places.append(Place())
            continue
        if heads < HEADED:
            if small is None or parcels[small - 1].is_full or heads + bodies >= ALONE:
                small = opened()
            head, best = small, _best(postings, term)
            parcels[head - 1].take(2 * term, heads)
            if best:
                parcels[head - 1].cards.append((len(parcels[head - 1].halves), best))
        else:
            head, best = 0, []
        apart = head if head and bodies <= LARGE else opened()
        parcels[apart - 1].take(2 * term + 1, bodies)
        places.append(Place(head=head, body=apart, cards=bool(best)))
    return places, parcels


def _best(postings: Postings, term: int) -> list[int]:
    """The documents whose title has the term, the shortest titles first: the likeliest results, where there are few."""
    start, titled = postings.rows(term)[0], postings.titled[term]
    return postings.document[start : start + min(titled, CARDS)].tolist() if titled <= _TITLES else []


def _parcel(rows: Callable[[], Rows], cards: Cards, parcel: Parcel) -> bytes:
    beside, laid_out = dict(parcel.cards), rows()
    streams: list[bytes] = []
    for place, half in enumerate(parcel.halves, start=1):
        streams.append(laid_out.of(half))
        if place in beside:
            streams.append(cards(beside[place]))
    return b"".join((number(len(streams)), *(number(len(one)) for one in streams), *streams))


def _written(
    postings: Postings, rows: Callable[[], Rows], first: int, places: Sequence[Place], told: Sequence[str]
) -> bytes:
    out, laid_out = [text(part) for part in told], rows()
    for term, place in enumerate(places, start=first):
        start, body, end = postings.rows(term)
        out += (number(body - start), number(end - body), number(place.head), number(place.body), number(place.cards))
    for term, place in enumerate(places, start=first):
        if not place.head:
            out.append(laid_out.of(2 * term))
        if not place.body:
            out.append(laid_out.of(2 * term + 1))
    return b"".join(out)
