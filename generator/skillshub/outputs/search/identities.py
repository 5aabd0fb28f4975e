"""An exact id, or an address, leads to its entry: names and links as numbers, in small files by their remainder.

``theme/scripts/search/identities.js`` makes the same numbers.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from skillshub.model import Course, Entry, Event, Funding, Provider, Region
from skillshub.outputs.search.documents import Document, Handbook
from skillshub.outputs.search.packing import gaps, numbers

_A_FILE = 300  # entries


def files(every: Sequence[Document]) -> int:
    """How many files there are."""
    return max(1, len(every) // _A_FILE)


@dataclass(frozen=True, eq=False)
class Marks:
    """The names of all documents as numbers, worked out when the first file is written."""

    every: Sequence[Document]

    @cached_property
    def by_remainder(self) -> Mapping[int, Sequence[tuple[int, int]]]:
        count = files(self.every)
        found: dict[int, set[tuple[int, int]]] = {}
        for document, one in enumerate(self.every):
            for name in names_of(one):
                found.setdefault(mark(name) % count, set()).add((mark(name), document))
        return {remainder: sorted(pairs) for remainder, pairs in found.items()}

    def file(self, remainder: int) -> bytes:
        """How many names the file holds, then their numbers as gaps, then the documents."""
        own = self.by_remainder.get(remainder, ())
        table = np.array(own, np.int64).reshape(-1, 2)
        return numbers(np.array([len(own)])) + numbers(gaps(table[:, 0])) + numbers(table[:, 1])


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
