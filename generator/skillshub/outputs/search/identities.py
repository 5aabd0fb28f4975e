"""An exact id, or an address, leads to its entry: names and links as numbers, in small files by their remainder.

``theme/scripts/search/identities.js`` makes the same numbers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

import numpy as np

from skillshub.model import Course, Entry, Event, Funding, Practice, Provider, Region
from skillshub.outputs.search.documents import Document, Handbook
from skillshub.outputs.search.packing import Numbers, gaps, number, numbers

_A_FILE = 300  # entries


def files(names: Sequence[Sequence[int]]) -> int:
    """How many files there are for so many documents."""
    return max(1, len(names) // _A_FILE)


def shared_out(names: Sequence[Sequence[int]]) -> Sequence[Numbers]:
    """The names of each document as one table a file: name and document, in order."""
    flat = np.fromiter(chain.from_iterable(names), np.uint64)
    documents = np.repeat(np.arange(len(names), dtype=np.uint64), list(map(len, names)))
    both = np.unique(flat << np.uint64(32) | documents)
    pairs = np.stack((both >> np.uint64(32), both & np.uint64(0xFFFFFFFF)), axis=1).astype(np.int64)
    remainders = pairs[:, 0] % files(names)
    return [pairs[remainders == one] for one in range(files(names))]


def file(pairs: Numbers) -> bytes:
    """How many names the file holds, then their numbers as gaps, then the documents."""
    return number(len(pairs)) + numbers(gaps(pairs[:, 0])) + numbers(pairs[:, 1])


def mark(name: str) -> int:
    """FNV-1a, 32 bits."""
    value = 0x811C9DC5
    for byte in name.encode():
        value = (value ^ byte) * 0x01000193 & 0xFFFFFFFF
    return value


def bare(address: str) -> str:
    """An address without what one may leave out."""
    return address.lower().removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")


def names_of(document: Document) -> Iterator[str]:
    if isinstance(document, Handbook):
        return
    yield document.slug
    if link := link_of(document):
        yield bare(link)


def link_of(entry: Entry) -> str | None:
    match entry:
        case Course() | Event() | Funding() | Region():
            return entry.url
        case Provider():
            return entry.homepage
        case Practice():
            return entry.evidence_url
        case _:
            return getattr(entry, "esco_uri", None)
