"""Which entries lie together in one file, so that a form can find one of them without a list of all.

The stack of an entry follows from its name alone: a new entry changes one file, as it would if each had its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b

from skillshub.model import Entry, Kind
from skillshub.site import Site

_MOST = 64  # entries to a stack, or a few more
_PRIME = 65521


def stack_count(entries: int) -> int:
    """How many stacks: a power of two, so that a hub that grows moves its entries seldom."""
    count = 1
    while count * _MOST < entries:
        count *= 2
    return count


def stack_of(slug: str, count: int) -> int:
    """The number of the stack that an entry lies in; ``opening.js`` works it out in the same way."""
    number = 0
    for letter in slug:
        number = (number * 31 + ord(letter)) % _PRIME
    return number % count


def stacks_of(site: Site, kind: Kind) -> Mapping[int, Sequence[Entry]]:
    shelf = site.catalogue.shelf(kind)
    count = stack_count(len(shelf))
    stacks: dict[int, list[Entry]] = defaultdict(list)
    for slug, entry in shelf.items():
        stacks[stack_of(slug, count)].append(entry)
    return stacks


def stack_key(site: Site, stack: Iterable[Entry]) -> str:
    """Two stacks with one key hold the same: the file of each entry speaks for itself."""
    parts = [site.made_from, *(f"{entry.slug} {entry.digest}" for entry in stack)]
    return blake2b("\n".join(parts).encode(), digest_size=12).hexdigest()
