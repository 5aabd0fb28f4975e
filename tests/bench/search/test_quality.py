"""The quality set is what it says: its entries exist, its typos are typos, its inflections are new to their entry."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from rapidfuzz.distance import OSA

from tests.bench.search.corpus import Entries, at_hand, entries_of
from tests.bench.search.queries import KINDS, Query, queries

ALL = tuple(queries())
WORD = re.compile(r"[^\W_]+(?:['’+#]\w*)?")


def of_kind(*kinds: str) -> tuple[Query, ...]:
    return tuple(query for query in ALL if query.kind in kinds and query.corpus in at_hand())


@pytest.fixture(scope="module")
def corpora() -> Mapping[str, Entries]:
    return {corpus: entries_of(corpus) for corpus in at_hand()}


def words(text: str) -> list[str]:
    return [word.casefold() for word in WORD.findall(text)]


def texts(value: Any) -> Iterator[str]:
    """Every text of an entry, in every language that it has."""
    if isinstance(value, Mapping):
        value = list(value.values())
    if isinstance(value, list | tuple):
        for one in value:
            yield from texts(one)
        return
    yield str(value)


def words_of(query: Query, corpora: Mapping[str, Entries]) -> list[set[str]]:
    """The words of each entry that answers a query, and of the titles that it names."""
    entries = corpora[query.corpus]
    return [{word for text in texts(entries[name]) for word in words(text)} for name in query.expected]


def titles_of(query: Query, corpora: Mapping[str, Entries]) -> list[str]:
    fields = ("title", "label", "name", "legal_name")
    entries = [corpora[query.corpus][name] for name in query.expected]
    return [text for entry in entries for field in fields for text in texts(entry.get(field, ()))]


def edits(written: str, meant: str) -> int:
    """Letters added, left out, changed or swapped with their neighbour."""
    return OSA.distance(written.casefold(), meant.casefold())


def edits_allowed(meant: str) -> int:
    return 1 if len(meant) <= 7 else 2


def test_there_is_enough_of_everything() -> None:
    """At least 220 queries, 30 of each kind, and half of each is held out: every second one."""
    kinds = Counter(query.kind for query in ALL)
    assert set(kinds) == set(KINDS)
    assert min(kinds.values()) >= 30
    assert len(ALL) >= 220
    for corpus in ("hub", "nj-etpl"):
        for kind in KINDS:
            marks = [query.held_out for query in ALL if query.kind == kind and query.corpus == corpus]
            assert marks == [place % 2 == 1 for place in range(len(marks))], (corpus, kind)


def test_nothing_is_asked_twice() -> None:
    """No query stands in the set twice, so none counts twice or is both tuned for and held out."""
    asked = Counter((query.corpus, query.site, " ".join(words(query.text))) for query in ALL)
    assert [one for one, times in asked.items() if times > 1] == []


@pytest.mark.parametrize("query", of_kind(*KINDS), ids=lambda query: f"{query.site}: {query.text}")
def test_what_is_expected_exists(query: Query, corpora: Mapping[str, Entries]) -> None:
    """Each expected name is a published entry of its corpus."""
    assert query.expected
    for name in query.expected:
        assert corpora[query.corpus][name]["status"] == "published"


@pytest.mark.parametrize("query", of_kind("exact"), ids=lambda query: query.text)
def test_exact_queries_are_words_of_the_title(query: Query, corpora: Mapping[str, Entries]) -> None:
    """The words stand in the title, in this order."""
    asked = " ".join(words(query.text))
    assert any(asked in " ".join(words(title)) for title in titles_of(query, corpora))


@pytest.mark.parametrize("query", of_kind("prefix"), ids=lambda query: query.text)
def test_prefix_queries_break_off_in_a_word(query: Query, corpora: Mapping[str, Entries]) -> None:
    """The last word is the beginning of one of the title, but not itself one of the title; the others are."""
    *whole, broken = words(query.text)
    own = [set(words(title)) for title in titles_of(query, corpora)]
    assert any(set(whole) <= title and any(word.startswith(broken) for word in title) for title in own)
    assert not any(set(whole) <= title and broken in title for title in own)


@pytest.mark.parametrize("query", of_kind("typo"), ids=lambda query: query.text)
def test_typos_are_near_what_is_meant(query: Query, corpora: Mapping[str, Entries]) -> None:
    """A mistyped word stands in no answer, and lies within one edit of its word, two where that has eight letters."""
    for own in words_of(query, corpora):
        wrong = [word for word in words(query.text) if word not in own]
        assert len(wrong) >= len(query.meant) > 0
    for meant in query.meant:
        assert any(meant.casefold() in own for own in words_of(query, corpora))
        nearest = min(edits(word, meant) for word in words(query.text))
        assert len(meant) >= 4
        assert 1 <= nearest <= edits_allowed(meant)


def named_words(query: Query, corpora: Mapping[str, Entries]) -> set[str]:
    """The words of what the answers name: their providers, regions, skills, job roles."""
    entries = corpora[query.corpus]
    slugs = {text for name in query.expected for text in texts(entries[name])}
    named = [entry for name, entry in entries.items() if name.partition("/")[2] in slugs]
    return {word for entry in named for text in texts(entry) for word in words(text)}


@pytest.mark.parametrize("query", of_kind("topic", "other-language"), ids=lambda query: query.text)
def test_topics_are_words_of_the_entry(query: Query, corpora: Mapping[str, Entries]) -> None:
    """Each word stands in every answer, accents aside, or in what it names; a topic has two to four words of weight."""
    named = named_words(query, corpora)
    for own in words_of(query, corpora):
        assert {plain(word) for word in words(query.text)} <= {plain(word) for word in own | named}
    if query.kind == "topic":
        assert 2 <= len(words(query.text)) <= 6


def plain(word: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFKD", word) if not unicodedata.combining(letter))


@pytest.mark.parametrize("query", of_kind("inflected"), ids=lambda query: query.text)
def test_inflected_forms_are_new_to_the_entry(query: Query, corpora: Mapping[str, Entries]) -> None:
    """One word of the query at least stands in no answer, though another form of it does."""
    for own in words_of(query, corpora):
        assert set(words(query.text)) - own
    for meant in query.meant:
        assert meant.casefold() not in words(query.text)
        assert any(meant.casefold() in own for own in words_of(query, corpora))
