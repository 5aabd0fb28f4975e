"""The words of texts as numbers: quick ways to them lead to the same words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from skillshub import words
from skillshub.outputs.search.tokens import Vocabulary, groups_of

CHUNKS = st.text(st.sampled_from("aeuqBßÄéİ中ก'’-‐_.,;:!?()[]{}<>*`~\"“”„«»…|/=+#40\u00ad"), min_size=1, max_size=12)


@given(CHUNKS, st.sampled_from(("en", "de", "ja")))
def test_signs_around_words_change_none(chunk: str, language: str) -> None:
    """Full stops, brackets and Markdown's signs are left off before a word is looked up: it is the same word."""
    vocabulary, stops = Vocabulary(language), words.stop_words(language)
    group = vocabulary.groups[vocabulary.of(language)[chunk]]
    whole = ((words.stem(word, language), words.fold(word)) for word in (*words.cut(chunk), *words.joined(chunk)))
    expected = [(term, form) for term, form in whole if form and form not in stops]
    assert [(vocabulary.terms[pair], vocabulary.forms[pair]) for pair in group] == expected


def test_only_what_a_query_leaves_out_is_left_out() -> None:
    """Who asks on an English page for "Werkzeug für Kataloge" asks for all three words; on a German one, for two."""
    assert _said("Werkzeug für Kataloge", "de", asked="en") == ["werkzeug", "fur", "kataloge"]
    assert _said("Werkzeug für Kataloge", "de", asked="de") == ["werkzeug", "kataloge"]
    assert _said("tools for lists", "en", asked="en") == ["tools", "lists"]
    assert _said("mode d'emploi or but", "fr", asked="en") == ["mode", "emploi", "or", "but"]


def test_a_name_keeps_the_stop_words_that_it_shouts() -> None:
    """IT is no "it", also in brackets or beside a stroke."""
    for title in ("IT basics", "Basics (IT)", "IT/OT basics", "IT, basics"):
        assert "it" in _said(title, "en", asked="en"), title
    assert "it" not in _said("it is basic", "en", asked="en")


def _said(text: str, language: str, asked: str) -> list[str]:
    vocabulary = Vocabulary(asked)
    groups = groups_of(vocabulary, (text, language), named=True)
    return [vocabulary.forms[pair] for group in groups for pair in vocabulary.groups[group]]
