"""The index cut into small files: slices of the terms in their order, with what is said of them in heads; and parcels.

A query loads the slice of each of its terms; a parcel, where the bodies of frequent terms lie, only if the heads do not
lead to enough. Files are named for what they are made from, so one that did not change keeps its name. Where to cut is
told by the terms themselves, so that a new one moves no other cut than its own. ``theme/scripts/search/lexicon.js``
reads what is written here.
"""

from __future__ import annotations

import zlib
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from math import log2
from os.path import commonprefix

from skillshub.outputs.search.packing import digest, number, shared_letters, text
from skillshub.outputs.search.postings import Postings, in_order
from skillshub.outputs.search.rows import Rows

INLINE = 8  # rows of the bodies of a term that stand in the slice itself
PARCEL = 500  # rows, about, from which a parcel takes no further term: some kilobyte
_ALONE = 250  # rows of a term that begin a parcel of their own: nobody who asks for another term wants them

SLICE = 420  # weight from which a slice may end; more in a large index, whose root would name too many
_SMALL = 80_000  # weight of an index up to which that is so
_ONE_IN = 16  # terms end a slice by their own checksum


@dataclass(slots=True)
class Parcel:
    """A file of postings in the making: the bodies of some terms."""

    terms: list[int]
    rows: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Slice:
    """Some terms in their order, with all that belongs to them."""

    key: str  # every word from here to the next slice's key is looked for here
    name: str
    parcels: Sequence[tuple[str, Callable[[], bytes]]]  # names and contents
    content: Callable[[], bytes]


def slices(postings: Postings) -> Iterator[Slice]:
    """Every slice, in the order of the terms."""
    cuts = list(_cuts(postings))
    keys = list(_keys(postings, cuts))
    laid_out = lru_cache(maxsize=1)(partial(Rows, postings))  # the files of a slice are written one after another
    for key, cut, strays in zip(keys, cuts, _strays(postings, cuts, keys), strict=True):
        yield _slice(postings, key, cut, strays, partial(laid_out, *cut))


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
    return 8 + 3 * (body - start) // 2 + (5 * (end - body) // 2 if end - body <= INLINE else 0)


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
    postings: Postings, key: str, cut: tuple[int, int], strays: Sequence[tuple[str, str]], rows: Callable[[], Rows]
) -> Slice:
    first, last = cut
    places, parcels = _shared_out(postings, first, last)
    files = [(_name(postings, one), partial(_parcel, rows, one)) for one in parcels]
    notes = "\n".join(f"{form}\t{term}" for form, term in strays)
    told = _lines(postings, first, last), notes, "".join(name for name, _ in files)
    name = digest(*(part.encode() for part in told), postings.source(2 * first, 2 * last))
    return Slice(key=key, name=name, parcels=files, content=partial(_written, postings, rows, first, places, told))


def _name(postings: Postings, parcel: Parcel) -> str:
    """A digest of what the parcel is made from; its bytes are worked out when they are written."""
    sources = (postings.source(2 * term + 1, 2 * term + 2) for term in parcel.terms)
    return digest(bytes(map(postings.has_several_forms, parcel.terms)), *sources)


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


def _shared_out(postings: Postings, first: int, last: int) -> tuple[list[int], list[Parcel]]:
    """Which parcel the bodies of each term go into, counted from 1: 0 is the slice itself."""
    places, parcels = list[int](), list[Parcel]()
    for term in range(first, last):
        _, body, end = postings.rows(term)
        if end - body <= INLINE:
            places.append(0)
            continue
        if not parcels or parcels[-1].rows >= PARCEL or end - body >= _ALONE:
            parcels.append(Parcel([]))
        parcels[-1].terms.append(term)
        parcels[-1].rows += end - body
        places.append(len(parcels))
    return places, parcels


def _parcel(rows: Callable[[], Rows], parcel: Parcel) -> bytes:
    streams = [rows().of(2 * term + 1) for term in parcel.terms]
    return b"".join((number(len(streams)), *(number(len(one)) for one in streams), *streams))


def _written(
    postings: Postings, rows: Callable[[], Rows], first: int, places: Sequence[int], told: Sequence[str]
) -> bytes:
    out, laid_out = [text(part) for part in told], rows()
    for term, place in enumerate(places, start=first):
        start, body, end = postings.rows(term)
        out += (number(body - start), number(end - body), number(place))
    for term, place in enumerate(places, start=first):
        out.append(laid_out.of(2 * term))
        if not place:
            out.append(laid_out.of(2 * term + 1))
    return b"".join(out)
