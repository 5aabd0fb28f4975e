"""Whatever is typed or pasted is a query: read up to a limit, answered, and never an error."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from skillshub.words import stem
from tests.search.asking import answers, asked
from tests.search.hostile_queries import HOSTILE
from tests.search.reference import Reference
from tests.search.world import World

pytestmark = pytest.mark.xdist_group("search")

MOST_LETTERS, MOST_WORDS, LONGEST = 300, 12, 60

Answers = Mapping[str, list[dict[str, Any]]]


@pytest.fixture(scope="module")
def found(world: World) -> Answers:
    """What each query finds: once it is typed, while it is, and with a filter and an order."""
    ways: tuple[dict[str, Any], ...] = (
        {"cards": True},
        {"typing": True},
        {"filters": {"kind": ["course"], "language": ["__proto__", "en"]}, "sort": "near:constructor"},
    )
    requests = [{"typed": typed, **way} for typed in HOSTILE.values() for way in ways]
    every = answers(world, world.tongues["en"], requests)
    return {name: every[len(ways) * at : len(ways) * (at + 1)] for at, name in enumerate(HOSTILE)}


def test_there_are_enough_of_them() -> None:
    """At least the sixty-two that were asked for."""
    assert len(set(HOSTILE.values())) >= 62


def test_nothing_throws(found: Answers) -> None:
    """Every query is answered, however it is put."""
    failed = {name: answer["failed"] for name, every in found.items() for answer in every if "failed" in answer}
    assert not failed, failed


def test_no_more_is_read_than_the_limits_allow(world: World) -> None:
    """Three hundred letters, twelve words to look for and twelve to leave out, of sixty letters each."""
    reads = asked(world, world.tongues["en"], "read", typed=list(HOSTILE.values()))
    for name, read in zip(HOSTILE, reads, strict=True):
        assert read["words"] <= MOST_WORDS, name
        assert read["without"] <= MOST_WORDS, name
        assert read["letters"] <= 2 * MOST_WORDS * LONGEST, name
        assert read["phrases"] <= 20 * MOST_LETTERS, name  # a ligature may become eighteen letters


def test_no_more_is_found_than_was_asked_for(found: Answers) -> None:
    """Ten at most, each once, and at least as many in all."""
    for name, every in found.items():
        for answer in every:
            numbers = answer["documents"]
            assert len(numbers) == len(set(numbers)) <= 10, name
            assert answer["some"] >= len(numbers), name


SAYS_BATTERY = (
    "null bytes",
    "control characters",
    "separators of the index",
    "a quote that opens",
    "a quote that closes",
    "nothing in quotes",
    "curled quotes",
    "a boost that is none",
    "a field that is none",
    "right to left",
    "lone low surrogate",
    "letters beyond the plane",
    "a script",
    "lines",
)


@pytest.mark.parametrize("name", SAYS_BATTERY)
def test_the_plain_words_in_it_are_found(references: Mapping[str, Reference], found: Answers, name: str) -> None:
    """Where a query says battery, so does its first result: what cannot be read otherwise is plain words."""
    terms = references["en"].corpus.terms[found[name][0]["documents"][0]]
    assert stem("battery", "en") in terms


def test_what_is_barred_is_not_found(references: Mapping[str, Reference], found: Answers) -> None:
    """One minus before a word or two hundred: no result has it."""
    for name in ("everything barred", "many minuses"):
        assert found[name][0]["documents"]
        own = [references["en"].corpus.terms[one] for one in found[name][0]["documents"]]
        assert not any(stem("battery", "en") in terms for terms in own), name


def test_what_is_barred_twice_is_let_in_at_once(world: World) -> None:
    """Beside what was barred stands the query without it, wherever it stood."""
    (told,) = answers(world, world.tongues["en"], [{"typed": "-recycling battery -recycling"}])
    assert told["barred"] == [{"words": "recycling", "piece": "-recycling", "instead": "battery"}]


@pytest.mark.parametrize(
    "name", ["nothing", "one space", "all sorts of space", "only signs", "signs without words", "stars", "slashes"]
)
def test_a_query_without_words_finds_everything(world: World, found: Answers, name: str) -> None:
    """What holds no word asks for nothing in particular."""
    tongue = world.tongues["en"]
    assert found[name][0]["full"] == len(tongue.documents) - sum(not hasattr(one, "slug") for one in tongue.documents)


@pytest.mark.parametrize("name", ["one emoji", "marks alone", "ten thousand quotes"])
def test_what_are_no_letters_are_no_words(found: Answers, name: str) -> None:
    """Emoji, marks and quotes alone are not looked for."""
    assert found[name][0]["full"] == found["nothing"][0]["full"]
