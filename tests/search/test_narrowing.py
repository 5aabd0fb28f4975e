"""Filters, counts and orders are those that one gets by looking at every entry."""

from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from typing import Any

import pytest

from skillshub.model import Entry
from skillshub.outputs.search.documents import Handbook
from skillshub.outputs.search.facets import FACETS
from skillshub.outputs.search.measures import DAY_ZERO, MEASURES
from tests.search.asking import asked
from tests.search.world import Tongue, World

pytestmark = pytest.mark.xdist_group("search")

Filters = Mapping[str, Sequence[str]]
OPEN = ("kind", "region", "skill", "level", "status", "open", "provider")
SORTS = ("start", "deadline", "amount", "hours", "title")


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Shelf:
    """All entries of a hub, looked at one by one."""

    tongue: Tongue

    @cached_property
    def entries(self) -> Sequence[Entry]:
        return [one for one in self.tongue.documents if not isinstance(one, Handbook)]

    @cache  # noqa: B019 - it lives as long as the tests
    def words(self, name: str, entry: Entry) -> set[str]:
        """The choices of a facet that an entry has."""
        stage = self.tongue.folios.stage
        return set(FACETS[name].of(stage, entry, stage.around.standings[entry]))

    @cache  # noqa: B019 - the same
    def group(self, name: str, word: str) -> str:
        """What a region or a skill has in common with others."""
        label = FACETS[name].label(self.tongue.folios.stage, word)
        return label[1] if len(label) > 1 else ""

    def passes(self, entry: Entry, filters: Filters) -> bool:
        return all(self._passes(entry, name, chosen) for name, chosen in filters.items())

    def _passes(self, entry: Entry, name: str, chosen: Sequence[str]) -> bool:
        if name in ("from", "until"):
            starts, day = self.tongue.folios.stage.around.standings[entry].starts, date.fromisoformat(chosen[0])
            return starts is not None and (starts >= day if name == "from" else starts <= day)
        words = self.words(name, entry)
        return bool({*words, *(f"~{group}" for word in words if (group := self.group(name, word)))} & set(chosen))

    def count(self, name: str, filters: Filters) -> tuple[Counter[str], Counter[str]]:
        """How many have each choice and each group, under all other filters."""
        others = {other: chosen for other, chosen in filters.items() if other != name}
        left = [self.words(name, entry) for entry in self.entries if self.passes(entry, others)]
        groups = ({self.group(name, word) for word in words} - {""} for words in left)
        return Counter(word for words in left for word in words), Counter(one for own in groups for one in own)

    def is_over(self, entry: Entry) -> bool:
        return self.tongue.folios.stage.around.standings[entry].over

    def sorted(self, value: Callable[[Entry], float | None], filters: Filters) -> list[int]:
        """Numbers in an order: what is over last, then what has no value."""
        keys = {
            number: (self.is_over(entry), math.inf if (found := value(entry)) is None else found, number)
            for number, entry in enumerate(self.entries)
            if self.passes(entry, filters)
        }
        return sorted(keys, key=keys.__getitem__)

    def by_measure(self, name: str) -> Callable[[Entry], float | None]:
        def value(entry: Entry) -> float | None:
            if name == "title":
                return self.tongue.folios.titles[entry]
            found = MEASURES[name](entry, self.tongue.folios.stage.around.standings[entry])
            return None if found is None else round(max(0, found))

        return value

    def from_region(self, slug: str) -> Callable[[Entry], float | None]:
        """Kilometres to the nearest region of an entry; what is held everywhere is at hand."""

        def value(entry: Entry) -> float | None:
            return min((self._away(slug, word) for word in self.words("region", entry)), default=None)

        return value

    @cache  # noqa: B019 - the same
    def _away(self, here: str, there: str) -> float:
        if there == "everywhere":
            return 0
        points = [FACETS["region"].label(self.tongue.folios.stage, word)[2:4] for word in (here, there)]
        (lat, lon), (lat2, lon2) = [(math.radians(one), math.radians(other)) for one, other in points]
        cosine = math.sin(lat) * math.sin(lat2) + math.cos(lat) * math.cos(lat2) * math.cos(lon - lon2)
        return round(6371 * math.acos(min(1, cosine)))


@dataclass(frozen=True, kw_only=True, repr=False)
class Narrowed:
    """Requests, and what the browser's engine says to them."""

    shelf: Shelf
    requests: Sequence[Mapping[str, Any]]
    counts: Sequence[Mapping[str, Any]]
    orders: Sequence[Sequence[int]]


def requests(shelf: Shelf, number: int) -> Iterator[Mapping[str, Any]]:
    chance = random.Random(3)
    for at in range(number):
        names = chance.sample([*FACETS, "from", "until"], chance.randrange(4))
        filters = {name: list(_chosen(shelf, name, chance)) for name in names}
        yield {"typed": "", "filters": filters, "open": OPEN, "sort": ("", *SORTS)[at % 6]}
    for slug in ("catalonia", "baden-wuerttemberg"):
        regions = [one.slug for one in shelf.entries if one.kind == "region"]
        yield {"typed": "", "filters": {}, "open": [], "sort": f"near:{slug if slug in regions else regions[0]}"}


def _chosen(shelf: Shelf, name: str, chance: random.Random) -> Iterator[str]:
    if name in ("from", "until"):
        yield date.fromordinal(date(2026, 11, 23).toordinal() + chance.randrange(60)).isoformat()
        return
    words = sorted({word for entry in shelf.entries for word in shelf.words(name, entry)})
    yield from chance.sample(words, min(len(words), chance.randrange(1, 4)))
    groups = sorted({group for word in words if (group := shelf.group(name, word))})
    if groups and chance.random() < 0.5:
        yield f"~{chance.choice(groups)}"


@pytest.fixture(scope="module")
def narrowed(world: World) -> Narrowed:
    tongue = world.tongues["de"]
    shelf = Shelf(tongue=tongue)
    every = list(requests(shelf, 60))
    found = asked(world, tongue, "narrowed", requests=every)
    return Narrowed(shelf=shelf, requests=every, counts=[one for one, _ in found], orders=[one for _, one in found])


def test_counts_are_those_of_the_entries(narrowed: Narrowed) -> None:
    """Each choice and each group is counted under all filters but its own: OR within a facet, AND between them."""
    for request, counts in zip(narrowed.requests, narrowed.counts, strict=True):
        for name, facet in counts["facets"].items():
            words, groups = narrowed.shelf.count(name, request["filters"])
            assert {one["word"]: one["count"] for one in facet["choices"] if one["count"]} == words, (request, name)
            assert {one["word"]: one["count"] for one in facet["groups"] if one["count"]} == groups, (request, name)


def test_each_filter_tells_what_there_would_be_without_it(narrowed: Narrowed) -> None:
    """Beside the number of what is left stands, for each filter, how many it would be without that one."""
    for request, counts in zip(narrowed.requests, narrowed.counts, strict=True):
        filters = request["filters"]
        assert counts["total"] == _left(narrowed.shelf, filters)
        without = {name: {other: filters[other] for other in filters if other != name} for name in filters}
        assert {one["name"]: one["count"] for one in counts["without"]} == {
            name: _left(narrowed.shelf, others) for name, others in without.items()
        }


def _left(shelf: Shelf, filters: Filters) -> int:
    return sum(shelf.passes(entry, filters) for entry in shelf.entries)


def test_orders_are_those_of_the_entries(narrowed: Narrowed) -> None:
    """By date, deadline, price, hours, title or distance: what is over comes last, then what has no value."""
    shelf = narrowed.shelf
    for request, order in zip(narrowed.requests, narrowed.orders, strict=True):
        by, _, region = request["sort"].partition(":")
        ways = {"": lambda: lambda _entry: 0, "near": lambda region=region: shelf.from_region(region)}
        value = ways.get(by, lambda by=by: shelf.by_measure(by))()
        assert order == shelf.sorted(value, request["filters"]), request


def test_choices_stand_in_an_order_that_can_be_read(narrowed: Narrowed) -> None:
    """That of the schema where it means something (levels, prices), else that of their labels on the page."""
    for name in OPEN:
        choices = narrowed.counts[0]["facets"][name]["choices"]
        labels = [one["label"] for one in choices]
        assert all(labels)
        if not (FACETS[name].ways or FACETS[name].order):
            assert labels == sorted(labels, key=str.casefold)
    levels = [one["word"] for one in narrowed.counts[0]["facets"]["level"]["choices"]]
    assert levels == [word for word in ("awareness", "practitioner", "expert") if word in levels]


def test_days_are_counted_from_the_year_2000() -> None:
    """``further.js`` counts from the same day."""
    assert date.fromordinal(DAY_ZERO) == date(2000, 1, 1)
