"""An exact id, or an address, leads to its entry: names and links as numbers, in small files by their remainder.

``theme/scripts/search/identities.js`` makes the same numbers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from skillshub.model import Course, Entry, Event, Funding, Provider, Region
from skillshub.outputs.search.documents import Document, Handbook
from skillshub.outputs.search.packing import gaps, numbers

_A_FILE = 300  # entries


def files(names: Sequence[Sequence[int]]) -> int:
    """How many files there are for so many documents."""
    return max(1, len(names) // _A_FILE)


def shared_out(names: Sequence[Sequence[int]]) -> Sequence[Sequence[tuple[int, int]]]:
    """The names of each document as one list a file: (name, document), in order."""
    found: list[set[tuple[int, int]]] = [set() for _ in range(files(names))]
    for document, own in enumerate(names):
        for name in own:
            found[name % len(found)].add((name, document))
    return [sorted(pairs) for pairs in found]


def file(pairs: Sequence[tuple[int, int]]) -> bytes:
    """How many names the file holds, then their numbers as gaps, then the documents."""
    table = np.array(pairs, np.int64).reshape(-1, 2)
    return numbers(np.array([len(pairs)])) + numbers(gaps(table[:, 0])) + numbers(table[:, 1])


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
        case _:
            return getattr(entry, "esco_uri", None)
