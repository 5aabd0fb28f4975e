"""The key under which a word is found."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillshub.words import fold


@pytest.mark.parametrize(
    "spellings",
    [
        "Prüfung Pruefung PRÜFUNG prufung pru\u0308fung",
        "Straße Strasse STRAẞE",
        "ışık IŞIK işik isik",
        "İstanbul istanbul ISTANBUL",
        "ΟΔΟΣ οδός οδος οδοσ",
        "Łódź lodz",
        "smørrebrød smorrebrod",
        "œuvre oeuvre ŒUVRE",
        "Þórður thordur",
        "Москвой москвои",
        "l’auto l'auto lauto",
        "ﬁnance finance",
        "ｆｕｌｌ full",
        "مُدَرِّس مدرس",
    ],
)
def test_spellings_of_a_word_have_one_key(spellings: str) -> None:
    """Capitals, accents, umlauts written with an e, ligatures and widths make no other word."""
    assert len({fold(word) for word in spellings.split()}) == 1


@pytest.mark.parametrize("words", ["quelle qulle", "की का", "がか", "bar par"])
def test_words_that_differ_keep_their_keys(words: str) -> None:
    """What is no accent stays: the e after qu, the vowel signs of Indian scripts, the voice of a kana."""
    parts = words.split() if " " in words else list(words)
    assert len({fold(word) for word in parts}) == len(parts)


def test_every_character_is_folded_once() -> None:
    """Folding a folded character changes nothing, whichever it is."""
    known = [each for each in map(chr, range(sys.maxunicode + 1)) if unicodedata.category(each) not in {"Cn", "Co"}]
    assert not [each for each in known if fold(key := fold(each)) != key]


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    """Keys may be folded again without a thought."""
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet="aeouqAEOU\u0308\u0301ßæœ"))
def test_folding_umlauts_twice_is_folding_once(text: str) -> None:
    """Nor do vowels in a row make new umlauts."""
    assert fold(fold(text)) == fold(text)
