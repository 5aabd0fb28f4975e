"""What a result looks like: hostile titles arrive as they are, hits are marked, a snippet lies around its hit."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from skillshub import words
from skillshub.outputs.pages.folios import all_folios
from skillshub.outputs.search.documents import documents
from skillshub.outputs.search.traits import cut
from tests.search.world import display_of
from tests.unit.builders import a_course, a_provider, a_region, a_site, a_skill
from tests.unit.running_js import SCRIPTS, in_node

CARDS = SCRIPTS / "search" / "cards.js"
AROUND = 150  # letters of a snippet

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "{{ title }} {% raw %} ${title} `title`",
    "&lt;b&gt; &amp; \\u003c",
    "right \u200fto left שלום עולم",
    "👩‍🔧 emoji 🇪🇺 and e\u0301 and 𝒻𝒶𝓃𝒸𝓎",
    "__proto__ constructor toString",
    "C++ / C# — 4.0, “quotes”, l’auto",
    "x" * 150,
)


def shown(*titles: str) -> list[list[str]]:
    """The cards of courses with these titles, as the browser reads them."""
    entries = [a_course(slug=f"course-{at}", title=title) for at, title in enumerate(titles)]
    site = a_site(*entries, a_region(), a_provider(), a_skill())
    folios = all_folios(site)[0]
    every = documents(site, folios.stage.language)
    display = display_of(folios, every)
    files = [display.cards((number,)).decode() for number in range(len(titles))]
    expression = (
        "((cards) => { given.forEach((file) => cards.take(file));"
        " return [...cards.kept].sort(([one], [other]) => one - other).map(([, told]) => told); })"
        "(new cards.Cards(null, { edition: '' }))"
    )
    cards: list[list[str]] = in_node(expression, files, cards=CARDS)
    return cards[: len(titles)]


def test_hostile_titles_arrive_as_they_are() -> None:
    """Nothing in a title is markup, a separator or a name of the language to a card."""
    cards = shown(*HOSTILE)
    assert [card[1] for card in cards] == list(HOSTILE)
    assert {len(card) for card in cards} == {8}
    assert [card[0] for card in cards] == [f"courses/course-{at}/" for at in range(len(HOSTILE))]


def told(texts: list[str], forms: list[str], beginnings: list[str] | None = None) -> list[tuple[list[str], list[str]]]:
    """Each text marked, and its snippet."""
    expression = (
        "((hits) => given.texts.map((text) => [hits.marked(text), hits.around(text)]))"
        "(new cards.Hits(given.forms, given.beginnings))"
    )
    given_: dict[str, Any] = {"texts": texts, "forms": forms, "beginnings": beginnings or []}
    return [(marked, around) for marked, around in in_node(expression, given_, cards=CARDS)]


def test_what_was_asked_for_is_marked() -> None:
    """Every second piece is a word that was asked for, as it stands there, accents and capitals included."""
    ((marked, _),) = told(["Prüfung: pruefung, PRUFUNGEN (l’prüfung)"], ["prufung"])
    assert marked[:4] == ["", "Prüfung", ": ", "pruefung"]
    assert [hit.removeprefix("l’") for hit in marked[1::2]] == ["Prüfung", "pruefung", "prüfung"]


def test_a_beginning_is_marked_as_the_whole_word() -> None:
    """While one types, words that begin so are marked."""
    ((marked, _),) = told(["Battery and batteries, a bat"], [], ["batt"])
    assert marked[1::2] == ["Battery", "batteries"]


WORDS = st.sampled_from(
    ("welding", "Schweißen", "電池工場", "a", "👩‍🔧", "e-mobility", "x" * 90, "<b>", "l’auto", "שלום", "mid")
)


@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.lists(WORDS, max_size=60).map(" ".join), min_size=40, max_size=40))
def test_marking_loses_nothing(texts: list[str]) -> None:
    """The pieces together are the text; every second is a hit; a snippet is a part of the text with its first hit."""
    for text, (marked, around) in zip(texts, told(texts, ["welding", words.fold("schweißen"), "電池"]), strict=True):
        assert "".join(marked) == text
        hits = marked[1::2]
        assert all(re.fullmatch("welding|Schweißen|電池", hit) for hit in hits), hits
        plain = "".join(around).removeprefix("… ").removesuffix(" …")
        assert plain in text
        assert len(plain.encode("utf-16-be")) // 2 <= AROUND
        assert bool(hits) == bool(around[1::2])


@pytest.mark.parametrize("hit", [0, 10, 35, 59])
def test_a_snippet_is_cut_between_words(hit: int) -> None:
    """It begins and ends with whole words, some before the hit, and says where something is left out."""
    said = [f"word{at:02}" for at in range(60)]
    said[hit] = "needle"
    ((_, around),) = told([" ".join(said)], ["needle"])
    assert around[1] == "needle"
    pieces = "".join(around).split()
    assert set(pieces) <= {*said, "…"}
    assert (pieces[0] == "…") == (hit > 6)
    assert (pieces[-1] == "…") == (hit < 40)


@pytest.mark.parametrize(
    "text", ["電" * 400 + "針線" + "池" * 400, "x" * 300 + "-針線-" + "y" * 300, "a " + "針線" + "𐌰" * 500]
)
def test_a_text_without_spaces_has_a_snippet_too(text: str) -> None:
    """Where no space stands to cut at, it is cut between letters: with its hit, not longer than others."""
    ((_, around),) = told([text], ["針線"])
    assert "針線" in around[1::2]
    assert len("".join(around)) <= AROUND + 4
    assert "\ufffd" not in "".join(around).encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def test_a_long_summary_without_spaces_is_cut_between_letters() -> None:
    """Chinese has no spaces to cut at."""
    assert cut("電" * 200) == "電" * 96 + " …"
    assert cut("word " * 30).endswith("word …")
    assert cut("short") == "short"


def test_all_of_a_long_text_is_there_for_quotations() -> None:
    """An entry may tell a lot: what it says last can be quoted, too."""
    course = a_course(description="word " * 3_000 + "narwhal wrench method", outcomes=("the last",))
    site = a_site(course, a_region(), a_provider(), a_skill())
    folios = all_folios(site)[0]
    every = documents(site, folios.stage.language)
    told = display_of(folios, every).text(every.index(course)).decode()
    assert "narwhal wrench method" in told
    assert "the last" in told
