"""Stems, stop words and the terms made of them."""

from __future__ import annotations

import pytest
from lunr.pipeline import Pipeline
from lunr.token import Token

from skillshub.words import cut, fold, stem, stop_words, term_pipeline, terms
from skillshub.words.stemming import ALGORITHMS


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "course courses"),
        ("de", "Prüfung Prüfungen Pruefung prufungen"),
        ("fr", "formation formations"),
        ("it", "corso corsi"),
        ("cs", "kurzy kurzu"),
        ("no", "bedriften bedrifter"),
        ("tr", "kurslar kurs"),
        ("de-AT", "Schulung Schulungen"),
        ("bg", "батерия батерии"),
        ("bs", "baterija baterije"),
        ("gl", "curso cursos"),
        ("hr", "zavarivanje zavarivanja"),
        ("lb", "Batterie Batterien"),
        ("lv", "baterija baterijas"),
        ("ms", "kenderaan kenderaannya"),
        ("sk", "kurzy kurzov"),
        ("sl", "baterija baterije"),
        ("uk", "навчання навчанням"),
    ],
)
def test_inflections_have_one_stem(language: str, words: str) -> None:
    """Who searches for one form of a word finds the others."""
    assert len({stem(word, language) for word in cut(words)}) == 1


@pytest.mark.parametrize(("word", "language"), [("26262s", "en"), ("courses", "xx"), ("本語", "en"), ("kurse", "ja")])
def test_some_words_are_left_whole(word: str, language: str) -> None:
    """Words with digits, scripts without spaces and languages unknown to Snowball are folded only."""
    assert stem(word, language) == fold(word)


@pytest.mark.parametrize(
    ("language", "word"),
    [
        ("en", "the"),
        ("de", "für"),
        ("de-AT", "über"),
        ("nb", "på"),
        ("cs", "který"),
        ("pl", "się"),
        ("fr", "à"),
        ("hi", "की"),
    ],
)
def test_stop_words_are_known_by_their_key(language: str, word: str) -> None:
    """The list of a language holds its commonest words, folded."""
    assert fold(word) in stop_words(language)


@pytest.mark.parametrize("language", ["el", "xx", "../de", ""])
def test_a_language_without_a_list_has_no_stop_words(language: str) -> None:
    """No list is no mistake."""
    assert stop_words(language) == frozenset()


@pytest.mark.parametrize("language", [*ALGORITHMS, "xx"])
def test_terms_are_those_of_a_pipeline_of_lunr(language: str) -> None:
    """The quick way and lunr.py's own pipeline make the same terms, in the same order."""
    text = "The courses für Prüfungen, la formation à qu’il der Kurs; който 26262 日本語 żółć"
    ran = term_pipeline(language).run([Token(word) for word in cut(text)])
    assert [str(token) for token in ran] == terms(text, language)


def test_the_pipeline_can_be_written_down() -> None:
    """lunr.py can load the pipeline again by the names of its steps, as a serialised index asks for."""
    names = term_pipeline("de").serialize()
    assert names == ["skillshub-stop-de", "skillshub-stem-de"]
    assert Pipeline.load(names).run_string("Prüfungen") == [stem("prüfungen", "de")]
