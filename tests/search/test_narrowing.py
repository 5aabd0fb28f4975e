"""Filters, counts and orders are those that one gets by looking at every entry."""

from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache, cached_property
from typing import Any

import pytest

from skillshub import languages, words
from skillshub.model import Course, Entry, Event, Funding, Kind, Price, Region
from skillshub.outputs.search.documents import Handbook
from skillshub.outputs.search.facets import FACETS
from skillshub.outputs.search.measures import MEASURES
from skillshub.states import Standing
from tests.search.asking import answers, asked
from tests.search.queries import Asker
from tests.search.world import Tongue, World
from tests.unit.builders import a_funding, an_event

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
        dated = {"from", "until"} & filters.keys()
        return (not dated or self._is_then(entry, filters)) and all(
            self._passes(entry, name, chosen) for name, chosen in filters.items() if name not in ("from", "until")
        )

    def days(self, entry: Entry, filters: Filters) -> Sequence[date]:
        """The days between those that are asked for on which it begins or began."""
        first, last = (
            date.fromisoformat(filters[name][0]) if name in filters else bound
            for name, bound in (("from", date.min), ("until", date.max))
        )
        stand = self.tongue.folios.stage.around.standings[entry]
        return [day for day in stand.days or stand.past if first <= day <= last]

    def _is_then(self, entry: Entry, filters: Filters) -> bool:
        """Who may begin at any time may do so until the last day that is asked for, unless that is over."""
        if isinstance(entry, Course) and not entry.sessions and not self.is_over(entry):
            return "until" not in filters or date.fromisoformat(filters["until"][0]) >= datetime.now(UTC).date()
        return bool(self.days(entry, filters))

    def _passes(self, entry: Entry, name: str, chosen: Sequence[str]) -> bool:
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
        """Numbers in an order: what is over last, the latest of it first, then what has no value."""
        keys = {
            number: (self.is_over(entry), math.inf if (found := value(entry)) is None else found, number)
            for number, entry in enumerate(self.entries)
            if self.passes(entry, filters)
        }
        return sorted(keys, key=keys.__getitem__)

    def by_measure(self, name: str, filters: Filters) -> Callable[[Entry], float | None]:
        def value(entry: Entry) -> float | None:
            if name == "title":
                return self.tongue.folios.titles[entry]
            if name == "start":
                first = min((day.toordinal() for day in self.days(entry, filters)), default=None)
                return -first if first and self.is_over(entry) else first
            found = MEASURES[name](entry, self.tongue.folios.stage.around.standings[entry])
            return None if found is None else round(max(0, found))

        return value

    def from_region(self, slug: str) -> Callable[[Entry], float | None]:
        """Kilometres to the nearest region of an entry; what is held everywhere comes after what one may drive to."""

        def value(entry: Entry) -> float | None:
            nearest = min((self._away(slug, word) for word in self.words("region", entry)), default=math.inf)
            return None if nearest == math.inf else nearest

        return value

    @cache  # noqa: B019 - the same
    def _away(self, here: str, there: str) -> float:
        if there == "everywhere":
            return 100
        points = [FACETS["region"].label(self.tongue.folios.stage, word)[2:4] for word in (here, there)]
        if not all(points):
            return math.inf
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
    every = list(requests(shelf, 80))
    found = asked(world, tongue, "narrowed", requests=every)
    return Narrowed(shelf=shelf, requests=every, counts=[one for one, _ in found], orders=[one for _, one in found])


def test_counts_are_those_of_the_entries(narrowed: Narrowed) -> None:
    """Each choice and each group is counted under all filters but its own: OR within a facet, AND between them."""
    for request, counts in zip(narrowed.requests, narrowed.counts, strict=True):
        for name, facet in counts["facets"].items():
            words, groups = narrowed.shelf.count(name, request["filters"])
            words = Counter({word: count for word, count in words.items() if not word.startswith("~")})
            assert {one["word"]: one["count"] for one in facet["choices"] if one["count"]} == words, (request, name)
            assert {one["word"]: one["count"] for one in facet["groups"] if one["count"]} == groups, (request, name)


def test_each_filter_tells_what_there_would_be_without_it(narrowed: Narrowed) -> None:
    """Beside the number of what is left stands, for each filter, how many it would be without that one, without any,
    and how many of them are held everywhere, where regions are chosen."""
    for request, counts in zip(narrowed.requests, narrowed.counts, strict=True):
        filters = request["filters"]
        assert counts["total"] == _left(narrowed.shelf, filters)
        without = {name: {other: filters[other] for other in filters if other != name} for name in filters}
        assert {one["name"]: one["count"] for one in counts["without"]} == {
            name: _left(narrowed.shelf, others) for name, others in without.items()
        }
        assert counts["all"] == len(narrowed.shelf.entries)
        bound = "region" in filters and "everywhere" not in filters["region"]
        assert counts["elsewhere"] == (_left(narrowed.shelf, {**filters, "region": ["everywhere"]}) if bound else 0)
    assert sum(counts["elsewhere"] > 0 for counts in narrowed.counts) > 2


def _left(shelf: Shelf, filters: Filters) -> int:
    return sum(shelf.passes(entry, filters) for entry in shelf.entries)


def test_orders_are_those_of_the_entries(narrowed: Narrowed) -> None:
    """By date, deadline, price, hours, title or distance: what is over comes last, then what has no value."""
    shelf = narrowed.shelf
    for request, order in zip(narrowed.requests, narrowed.orders, strict=True):
        value = _value_asked_for(shelf, request["sort"], request["filters"])
        assert order == shelf.sorted(value, request["filters"]), request


def _value_asked_for(shelf: Shelf, sort: str, filters: Filters) -> Callable[[Entry], float | None]:
    by, _, region = sort.partition(":")
    if by == "near":
        return shelf.from_region(region)
    return shelf.by_measure(by, filters) if by else lambda _entry: 0


def test_choices_stand_in_an_order_that_can_be_read(narrowed: Narrowed) -> None:
    """That of the schema where it means something (levels, prices), else that of their labels on the page."""
    for name in OPEN:
        choices = narrowed.counts[0]["facets"][name]["choices"]
        labels = [one["label"] for one in choices]
        assert all(labels)
        if not (FACETS[name].ways or FACETS[name].order):
            assert labels == sorted(labels, key=languages.alphabetical)
    levels = [one["word"] for one in narrowed.counts[0]["facets"]["level"]["choices"]]
    assert levels == [word for word in ("awareness", "practitioner", "expert") if word in levels]


def test_choices_tell_their_language_where_it_is_another(world: World) -> None:
    """What is called something in English only is English on the German page, to who listens."""
    tongue = world.tongues["de"]
    kinds: tuple[Kind, ...] = ("provider", "skill")
    (told,) = asked(world, tongue, "narrowed", requests=[{"typed": "", "filters": {}, "open": kinds, "sort": ""}])
    choices = [(kind, one) for kind in kinds for one in told[0]["facets"][kind]["choices"]]
    shelves = {kind: world.site.catalogue.shelf(kind) for kind in kinds}
    own = [tongue.folios.stage.say(shelves[kind][one["word"]].title).language for kind, one in choices]
    assert set(own) >= {None, "en"}
    assert [one["language"] or None for _, one in choices] == own


def test_a_filter_only_takes_away(world: World, narrowed: Narrowed) -> None:
    """As many are listed under it as were told before, also where words were taken in further senses."""
    asker = Asker(narrowed.shelf.tongue, random.Random(5))
    pairs, slips = ([ask() for _ in range(8)] for ask in (asker.pair, asker.slip))
    plain = [
        {"typed": one, "filters": {}, "open": ["kind"], "sort": ""}
        for one in ("cyber security", "elektromobilität", *pairs, *slips)
    ]
    told = asked(world, narrowed.shelf.tongue, "narrowed", requests=plain)
    under = [
        ({**request, "filters": {"kind": [choice["word"]]}}, choice["count"])
        for request, (counts, _) in zip(plain, told, strict=True)
        for choice in counts["facets"]["kind"]["choices"]
        if choice["count"]
    ]
    assert len(under) > len(plain)
    requests = [request for request, _ in under]
    listed = asked(world, narrowed.shelf.tongue, "answers", requests=[{**one, "size": 1000} for one in requests])
    assert [answer["full"] or answer["some"] for answer in listed] == [count for _, count in under]
    counted = asked(world, narrowed.shelf.tongue, "narrowed", requests=requests)
    assert [counts["total"] for counts, _ in counted] == [count for _, count in under]
    before = {
        request["typed"]: counts["facets"]["kind"]["choices"] for request, (counts, _) in zip(plain, told, strict=True)
    }
    after = [
        (request["typed"], counts["facets"]["kind"]["choices"])
        for request, (counts, _) in zip(requests, counted, strict=True)
    ]
    assert [typed for typed, choices in after if choices != before[typed]] == []


def test_numbers_mean_the_same_whatever_is_chosen(world: World) -> None:
    """Where no entry with all words is left, the list has some with a part of them; numbers still tell of all words."""
    tongue = world.tongues["en"]
    plain = {"typed": "welding safety", "filters": {}, "open": ["price", "kind"], "sort": ""}
    [(told, _)] = asked(world, tongue, "narrowed", requests=[plain])
    none = [one["word"] for one in told["facets"]["price"]["choices"] if not one["count"]]
    some = [one for one in told["facets"]["price"]["choices"] if one["count"]]
    assert none
    assert some
    under = [{**plain, "filters": {"price": [word]}} for word in none]
    listed = asked(world, tongue, "answers", requests=under)
    assert any(answer["some"] and not answer["full"] for answer in listed)
    for (counts, _), answer in zip(asked(world, tongue, "narrowed", requests=under), listed, strict=True):
        assert counts["facets"]["price"] == told["facets"]["price"]
        assert not any(one["count"] for one in counts["facets"]["kind"]["choices"])
        assert counts["total"] == answer["some"]


@pytest.mark.parametrize(
    ("price", "number"),
    [
        (None, None),
        (Price(category="paid"), None),
        (Price(category="free"), 0),
        (Price(category="paid", amount=0), 0),
        (Price(category="paid", amount=1490, currency="EUR"), 1490),
        (Price(category="paid", amount=10**12, currency="EUR"), 10**9 - 1),
        (Price(category="paid", amount=2, currency="CHF"), int("CHF", 36) * 10**9 + 2),
        (Price(category="paid", amount=1, currency="CZK"), int("CZK", 36) * 10**9 + 1),
    ],
)
def test_prices_of_one_currency_lie_together(price: Price | None, number: float | None) -> None:
    """What is free comes first, then euros: a thousand koruny are not more than a hundred of them."""
    assert MEASURES["amount"](an_event(price=price), Standing()) == number


def test_what_is_for_a_whole_country_is_for_each_region_of_it(narrowed: Narrowed) -> None:
    """National funding is found under the country and under its regions; a place without a region under the country."""
    shelf = narrowed.shelf
    at = {one.slug: shelf.words("region", one) for one in shelf.entries if one.kind in ("funding", "event")}
    germany = {one.slug for one in shelf.entries if isinstance(one, Region) and one.country == "DE"}
    assert germany
    national = [one for one in shelf.entries if isinstance(one, Funding) and one.countries == ("DE",)]
    assert national
    assert all(at[one.slug] >= {"~DE", *germany} for one in national)
    placed = [one for one in shelf.entries if isinstance(one, Event) and one.place and not one.regions]
    assert placed
    assert all(at[one.slug] == {f"~{one.place.country}"} for one in placed if one.place)


def test_what_is_in_a_region_is_in_the_larger_one(narrowed: Narrowed) -> None:
    """Whoever looks in Baden-Württemberg finds what is in Stuttgart; what is for all of it is for Stuttgart, too."""
    shelf, tongue = narrowed.shelf, narrowed.shelf.tongue
    places = tongue.folios.site.catalogue.places
    inner, outer = next(places[slug] for slug in sorted(places) if len(places[slug]) == 2)
    there = [one for one in shelf.entries if isinstance(one, Course) and inner in one.regions]
    assert there
    assert all({inner, outer} <= shelf.words("region", one) for one in there)
    reached = FACETS["region"].of(tongue.folios.stage, a_funding(regions=(outer,)), Standing())
    assert {inner, outer} <= set(reached)
    assert outer not in set(FACETS["region"].of(tongue.folios.stage, a_funding(regions=(inner,)), Standing()))


def test_nothing_is_shown_instead_where_nothing_is_shown(world: World) -> None:
    """Words that a slip may have meant are told where results for them are there to be seen."""
    requests = [{"typed": "robotcs", "filters": filters} for filters in ({}, {"region": ["nowhere"]})]
    some, none = answers(world, world.tongues["en"], requests)
    assert (some["corrected"], none["corrected"]) == ("robots", "")


def test_page_by_page_one_sees_all(world: World) -> None:
    """What is shown ten by ten is what there is, also where exactly ten say it in their title, and for quotations."""
    tongue = world.tongues["en"]
    asker = Asker(tongue, random.Random(8))
    words = [asker.word() for _ in range(60)]
    typed = [*words, *(f"{one} -{words[0]}" for one in words[:10]), *(asker.quoted() for _ in range(20))]
    whole = asked(world, tongue, "answers", requests=[{"typed": one, "size": 10_000} for one in typed])
    seen: list[set[int]] = [set() for _ in typed]
    left = {number: 0 for number, answer in enumerate(whole) if 0 < len(answer["documents"]) < 200}
    assert len(left) > 40
    while left:
        pages = [{"typed": typed[number], "from": first} for number, first in left.items()]
        answers = asked(world, tongue, "answers", requests=pages)
        for (number, first), answer in zip(list(left.items()), answers, strict=True):
            seen[number].update(answer["documents"])
            left[number] = first + 10
            if answer["some"] <= first + 10:  # there is no button for more
                del left[number]
    every = zip(typed, seen, whole, strict=True)
    assert [one for one, own, all_ in every if own and own != set(all_["documents"])] == []


def test_pages_do_not_change_what_words_mean(world: World, narrowed: Narrowed) -> None:
    """The handbook says a word in ten of its pages: the same entries are found with it and without."""
    tongue = narrowed.shelf.tongue
    entries = len(narrowed.shelf.entries)
    texts = (one.texts for one in tongue.documents if isinstance(one, Handbook))
    said = {word for text in texts for pieces in text.values() for words_, _ in pieces for word in words.cut(words_)}
    typed = [*sorted(said)[::9], "ford", "wer"]
    asked_ = [{"typed": one, "size": 10_000, "pages": pages} for one in typed for pages in (False, True)]
    found = asked(world, tongue, "answers", requests=asked_)
    assert len(found) > 60
    assert sum(max(answer["documents"], default=0) >= entries for answer in found) > 20
    without = [answer["documents"] for answer in found[::2]]
    assert [[one for one in answer["documents"] if one < entries] for answer in found[1::2]] == without


def test_what_is_over_is_in_the_order_of_its_last_days(world: World, narrowed: Narrowed) -> None:
    """Of several days on which a past entry began, the last one counts."""
    tongue = narrowed.shelf.tongue
    [answer] = asked(world, tongue, "answers", requests=[{"typed": "", "sort": "start", "size": 10_000}])
    every = [tongue.documents[at] for at in answer["documents"]]
    past = [one for one in every if not isinstance(one, Handbook) and narrowed.shelf.is_over(one)]
    days = [max(found) for one in past if (found := narrowed.shelf.days(one, {}))]
    assert len(days) > 10
    assert days == sorted(days, reverse=True)


def test_a_letter_is_no_beginning_of_half_the_index(world: World) -> None:
    """Letters among the words do not have every word loaded that begins so."""
    tongue = world.tongues["en"]
    typed = ["c", "vitamin c", "p xq s", "b d f g h", "c e"]
    read = asked(world, tongue, "files", requests=[{"typed": one, "typing": False} for one in typed])
    assert all(1 <= count <= 30 for count in read), read
