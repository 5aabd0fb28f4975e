"""The slow search in Python and the one that visitors have find the same, in the same order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pytest

from skillshub.outputs.search.documents import Handbook
from tests.search.asking import answers
from tests.search.queries import Asked, queries
from tests.search.reference import Reference
from tests.search.world import Tongue, World

pytestmark = pytest.mark.xdist_group("search")

EACH = 250  # queries in each of two languages


@dataclass(frozen=True, kw_only=True, repr=False)
class Round:
    """Queries of one language, and what the browser's engine found."""

    tongue: Tongue
    every: Sequence[Asked]
    found: Sequence[Mapping[str, Any]]


@pytest.fixture(scope="module", params=["en", "de"])
def asked(request: pytest.FixtureRequest, world: World) -> Round:
    tongue = world.tongues[request.param]
    every = list(queries(tongue, EACH))
    return Round(tongue=tongue, every=every, found=answers(world, tongue, every))


def test_both_find_the_same_ten(asked: Round, references: Mapping[str, Reference]) -> None:
    """For any query the browser's engine gives the ten documents of the slow search, in its order."""
    reference = references[asked.tongue.code]
    unlike = [
        told(asked.tongue, one, wanted, answer)
        for one, answer in zip(asked.every, asked.found, strict=True)
        if (wanted := reference.find(**one)) != answer["documents"]
    ]
    assert not unlike, f"{len(unlike)} of {EACH} queries:\n" + "\n".join(unlike[:10])


def test_most_queries_find_something(asked: Round) -> None:
    """The law above is no agreement about nothing: nine queries of ten find documents, most of them ten."""
    sizes = [len(answer["documents"]) for answer in asked.found]
    assert sum(map(bool, sizes)) > 0.9 * EACH
    assert sizes.count(10) > 0.6 * EACH


def told(tongue: Tongue, asked: Asked, wanted: Sequence[int], answer: Mapping[str, Any]) -> str:
    """A query, and where the two part ways."""
    if answer.get("failed"):
        return f"{asked}: {answer['failed']}"
    got = answer["documents"]
    place = next(
        (at for at, pair in enumerate(zip(wanted, got, strict=False)) if pair[0] != pair[1]), min(len(wanted), len(got))
    )
    names = [_name(tongue, numbers, place) for numbers in (wanted, got)]
    return f"{asked}: at place {place + 1} {names[0]} is expected, {names[1]} is found"


def _name(tongue: Tongue, numbers: Sequence[int], place: int) -> str:
    if place >= len(numbers):
        return "nothing"
    one = tongue.documents[numbers[place]]
    return f"{numbers[place]} ({one.address if isinstance(one, Handbook) else one.slug})"
