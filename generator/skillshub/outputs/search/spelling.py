"""All forms in order of their letters, once from the front and once from the back, in small files.

From the front, to complete what is being typed; from both sides, to find what was meant: whoever makes a mistake in a
word gets its beginning right, or its end. ``theme/scripts/search/spelling.js`` reads what is written here.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from skillshub.outputs.search.packing import as_json, digest, shared_letters
from skillshub.outputs.search.postings import in_order

_ONE_IN = 500  # words end a file by their own checksum
_MOST = 900

Counted = tuple[str, int]
"""A form, and how many entries have it in what they are called, teach, or where they are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A file of words."""

    key: str  # its first word
    name: str
    content: Callable[[], bytes]


def front(forms: Mapping[str, int]) -> Iterator[Page]:
    """All forms in order."""
    return _pages(forms.items())


def back(forms: Mapping[str, int]) -> Iterator[Page]:
    """All forms in order of their last letters: each is written backwards. Numbers have no spelling."""
    return _pages((form[::-1], count) for form, count in forms.items() if form.isalpha())


def directory(fronts: Sequence[Page], backs: Sequence[Page]) -> bytes:
    """Where which words are spelled: a file of its own, which the root names."""
    told = {
        "front": "\n".join(page.key for page in fronts),
        "fronts": "".join(page.name for page in fronts),
        "back": "\n".join(page.key for page in backs),
        "backs": "".join(page.name for page in backs),
    }
    return as_json(told).encode()


def _pages(counted: Iterable[Counted]) -> Iterator[Page]:
    ordered = sorted(counted, key=lambda one: in_order(one[0]))
    first = 0
    for at, (word, _) in enumerate(ordered, start=1):
        if at - first >= _MOST or zlib.crc32(word.encode()) % _ONE_IN == 0:
            yield _page(ordered[first:at])
            first = at
    if first < len(ordered):
        yield _page(ordered[first:])


def _page(words: Sequence[Counted]) -> Page:
    lines = "\n".join(_lines(words))
    return Page(key=words[0][0], name=digest(lines.encode()), content=lines.encode)


def _lines(words: Sequence[Counted]) -> Iterator[str]:
    """How many letters a word shares with the one before, how common it is (each as a letter from "0" on), the rest."""
    before = ""
    for word, count in words:
        shared = shared_letters(before, word)
        yield f"{chr(48 + shared)}{chr(48 + min(15, count.bit_length()))}{word[shared:]}"
        before = word
