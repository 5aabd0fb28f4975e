"""Completions and corrections are those that one finds by looking at every word there is."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from skillshub.outputs.search.spelling import back, front
from tests.search.asking import asked, asked_of
from tests.search.reference import Reference
from tests.search.spelling_rules import Words
from tests.search.tiny import index_of, write
from tests.search.world import World

pytestmark = pytest.mark.xdist_group("search")

Typed = tuple[str, bool, int]  # a word, whether it may go on, how many slips are forgiven


def typed(words: Words, number: int) -> Iterator[Typed]:
    """Beginnings, slips, swapped letters, and words that nobody says."""
    chance = random.Random(7)
    forms = sorted(words.counts)
    for _ in range(number):
        word = chance.choice(forms)
        for _ in range(chance.randrange(3)):
            word = _slipped(word, chance)
        yield word[: chance.choice((2, 3, 4, 6, 9, 60))], chance.random() < 0.4, chance.choice((1, 2))


def _slipped(word: str, chance: random.Random) -> str:
    at, other = chance.randrange(len(word) + 1), chance.choice("aeinrstz")
    return chance.choice(
        (word[:at] + other + word[at:], word[:at] + word[at + 1 :], word[:at] + other + word[at + 1 :])
    )


@pytest.mark.parametrize("code", ["en", "de"])
def test_what_was_meant_is_found(world: World, references: Mapping[str, Reference], code: str) -> None:
    """The pages of words from the front and from the back give what all words together give."""
    words = references[code].corpus.words
    every = [*typed(words, 200), ("", False, 2), ("x", True, 2), ("qqqqqqqq", True, 2), ("2026", False, 2)]
    found = asked(world, world.tongues[code], "spelled", words=every)
    wanted = [[words.completions(word), words.corrections(word, typing=on, slips=slips)] for word, on, slips in every]
    unlike = [(one, want, got) for one, want, got in zip(every, wanted, found, strict=True) if want != got]
    assert not unlike, unlike[:5]
    assert sum(bool(corrected) for _, corrected in found) > 60


@pytest.mark.parametrize("typed", ["datascience", "iso26262", "unr155", "hv2", "redhat"])
def test_two_words_written_as_one_are_two(world: World, tmp_path: Path, typed: str) -> None:
    """The first has three letters at the least, two before a number."""
    titles = ["UN R155", "Level 2 HV", "ISO 26262", "Data science", "Red Hat", "Science", "R155", "HV"]
    folder = write(index_of([{"title": title} for title in titles]), tmp_path)
    found = asked_of(folder, world.folder / "assets", "full", typed=typed)
    assert found == [["unr155", "hv2", "iso26262", "datascience", "redhat"].index(typed)]


def test_two_words_that_a_text_once_wrote_as_one_are_two(world: World, tmp_path: Path) -> None:
    """What nobody is called is perhaps two words, though a body says it."""
    texts = [{"title": "Office", "body": "realestate"}, {"title": "Real estate law"}, {"title": "Real life"}]
    folder = write(index_of(texts), tmp_path)
    found = asked_of(folder, world.folder / "assets", "full", typed="realestate")
    assert sorted(found) == [0, 1]


@pytest.mark.parametrize("typed", ["C.N.A. training", "training c.n.a", "(C.N.A.) training"])
def test_initials_are_one_word(world: World, tmp_path: Path, typed: str) -> None:
    """Letters with points between them are what is written without."""
    titles = ["CNA training", "N. A. training", "C# training"]
    folder = write(index_of([{"title": title} for title in titles]), tmp_path)
    assert asked_of(folder, world.folder / "assets", "full", typed=typed) == [0]


def test_half_a_word_may_end_with_a_sign(world: World, tmp_path: Path) -> None:
    """Where vowels are signs on letters, a word may go on after one, too."""
    folder = write(index_of([{"title": "प्रशिक्षण"}, {"title": "प्रबंधन"}]), tmp_path)
    assert asked_of(folder, world.folder / "assets", "full", typed="प्रशि", typing=True) == [0]


def test_pages_hold_every_word_once(references: Mapping[str, Reference]) -> None:
    """All words from the front; from the back those that have a spelling: numbers have none."""
    counts = references["en"].corpus.words.counts
    assert sum(page.content().count(b"\n") + 1 for page in front(counts)) == len(counts)
    assert sum(page.content().count(b"\n") + 1 for page in back(counts)) == sum(map(str.isalpha, counts))


def test_a_new_word_changes_its_own_page(references: Mapping[str, Reference]) -> None:
    """One word more is told on one page; others keep their names, but where a full page hands its last word on."""
    counts = references["en"].corpus.words.counts
    for side in (front, back):
        before = {page.name for page in side(counts)}
        assert len({page.name for page in side({**counts, "mmmmmm": 1})} - before) <= 6
