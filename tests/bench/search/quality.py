"""How well an engine finds: hit@1, hit@10 and mean reciprocal rank over the quality set, by kind of query."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tests.bench.search.queries import Query

FIRST_PAGE = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    number: int
    first: float  # share of queries whose first result answers them
    page: float  # share with an answer among the first ten
    rank: float  # mean of 1 / place of the first answer, 0 where the first ten hold none


Found = Sequence[tuple[Query, int]]
"""Each query with the place of its first answer, 0 for none."""


def place_of(query: Query, results: Sequence[str]) -> int:
    for place, name in enumerate(results[:FIRST_PAGE], start=1):
        if name in query.expected:
            return place
    return 0


def score(places: Iterable[int]) -> Score:
    all_places = list(places)
    number = len(all_places)
    return Score(
        number=number,
        first=sum(place == 1 for place in all_places) / max(1, number),
        page=sum(place > 0 for place in all_places) / max(1, number),
        rank=sum(1 / place for place in all_places if place) / max(1, number),
    )


def scores(found: Found) -> Mapping[str, Score]:
    """By kind of query, and of all."""
    kinds = dict.fromkeys(query.kind for query, _ in found)
    each = {kind: score(place for query, place in found if query.kind == kind) for kind in kinds}
    return each | {"all": score(place for _, place in found)}
