"""The words of texts as numbers: quick ways to them lead to the same words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from skillshub import words
from skillshub.outputs.search.tokens import Vocabulary

CHUNKS = st.text(st.sampled_from("aeuqBßÄéİ中ก'’-‐_.,;:!?()[]{}<>*`~\"“”„«»…|/=+#40\u00ad"), min_size=1, max_size=12)


@given(CHUNKS, st.sampled_from(("en", "de", "ja")))
def test_signs_around_words_change_none(chunk: str, language: str) -> None:
    """Full stops, brackets and Markdown's signs are left off before a word is looked up: it is the same word."""
    vocabulary, stops = Vocabulary(), words.stop_words(language)
    group = vocabulary.groups[vocabulary.of(language)[chunk]]
    whole = ((words.stem(word, language), words.fold(word)) for word in (*words.cut(chunk), *words.joined(chunk)))
    expected = [(term, form) for term, form in whole if form and form not in stops]
    assert [(vocabulary.terms[pair], vocabulary.forms[pair]) for pair in group] == expected
