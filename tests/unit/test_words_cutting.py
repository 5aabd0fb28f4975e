"""How text becomes words."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillshub.words import cut, fold, joined


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Grundlagen der Prüfung", ["grundlagen", "der", "prüfung"]),
        ("C, C++, C# and F#; .NET", ["c", "c++", "c#", "and", "f#", "net"]),
        ("a+b", ["a", "b"]),
        ("ISO 26262-3, version 4.0 or 4,0", ["iso", "26262", "3", "version", "4.0", "or", "4.0"]),
        ("Industry4.0, Przemysł4,0; B2.1 Python3", ["industry", "4.0", "przemysł", "4.0", "b2", "1", "python3"]),
        ("2026.11.25 and 1,2,3", ["2026", "11", "25", "and", "1", "2", "3"]),
        ("l’auto, dell'arte, qu´il", ["auto", "dell", "arte", "il"]),
        ("Anna's don't l's", ["anna", "don", "s"]),
        ("об'єкт п’ять", ["обєкт", "пять"]),
        ("snake_case and/or (co)work", ["snake", "case", "and", "or", "co", "work"]),
        ("Straf\u00adrecht \u00ad", ["strafrecht"]),
        ("CO₂ ﬁnance ½", ["co2", "finance", "1", "2"]),
        ("İstanbul ΟΔΟΣ", ["istanbul", "οδος"]),
        ("日本語のPython講座", ["日本", "本語", "語の", "python", "講座"]),
        ("水 ภาษา", ["水", "ภา", "าษ", "ษา"]),
        ("한국어 강좌", ["한국어", "강좌"]),
        ("❤️ \u0301", []),
        ("x" * 70, ["x" * 60]),
    ],
)
def test_words_are_cut_where_a_reader_would(text: str, words: list[str]) -> None:
    """Letters, marks and digits make words; signs of programming languages and decimals stay; elisions go."""
    assert cut(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("an e-mobility course", ["emobility"]),
        ("CO2‑neutral, state-of-the-art", ["co2neutral", "stateoftheart"]),
        ("Aus- und Weiterbildung - heute", []),
        ("2026-11-25", []),
        ("日-本", []),
        ("R.G.P.D. with Node.js. And 4.0.", ["rgpd", "nodejs"]),
        ("Bildung e.V., USB3.0 and Industry4.0-days", ["usb3.0", "industry4.0days"]),
        ("no hyphen", []),
    ],
)
def test_what_hyphens_join_is_one_word_too(text: str, words: list[str]) -> None:
    """A word with hyphens is found when it is written without them; dates and dashes are not glued."""
    assert joined(text) == words


@given(st.text())
def test_a_folded_word_is_a_word(text: str) -> None:
    """The key of a word holds letters, marks, digits and the few signs of a word: it may stand in a list of keys."""
    for key in map(fold, [*cut(text), *joined(text)]):
        assert all(each in "+#." or unicodedata.category(each)[0] in "LMN" for each in key)
