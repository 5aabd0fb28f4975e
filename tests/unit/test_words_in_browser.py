"""A visitor's browser and the build make the same words of a text."""

from __future__ import annotations

import ast
import random
import re
import sys
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import chain
from pathlib import Path

import pytest
import snowballstemmer  # type: ignore[import-untyped]  # it has no types
from babel import Locale
from babel.core import UnknownLocaleError
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from skillshub.words import cut, fold, joined, stem
from skillshub.words.browser import STEMMED, stemmer_script
from skillshub.words.stemming import ALGORITHMS
from tests.unit.running_js import SCRIPTS, in_node

REPO = Path(__file__).parents[2]
ALIKE = ("CJK UNIFIED", "HANGUL SYLLABLE", "TANGUT", "NUSHU", "CUNEIFORM", "EGYPTIAN", "ANATOLIAN", "KHITAN", "BAMUM")
WORDS = SCRIPTS / "search" / "words.js"
SNOWBALL = SCRIPTS / "search" / "snowball.js"

ALL = (
    "given.map((text) => [words.fold(text), words.cut(text).map((w) => w.text), words.joined(text).map((w) => w.text)])"
)
STEMMED_THERE = """
  Promise.all(
    given.map(async ([script, list]) => {
      const { stem } = await import(script);
      return list.map((word) => words.term(word, stem));
    })
  )
"""


def here(texts: list[str]) -> list[object]:
    """The key, the words and the joined words of each text, as Python has them."""
    return [[fold(text), cut(text), joined(text)] for text in texts]


def there(texts: list[str]) -> list[object]:
    """The same as the browser has them."""
    found: list[object] = in_node(ALL, texts, words=WORDS)
    return found


def differences(texts: list[str]) -> list[tuple[str, object, object]]:
    pairs = zip(texts, here(texts), there(texts), strict=True)
    return [(text, python, browser) for text, python, browser in pairs if python != browser]


@cache
def written() -> list[str]:
    """Every line of the entries and of the translations of this repository."""
    files = chain((REPO / "content").rglob("*.yml"), (REPO / "generator").rglob("*.po"))
    return sorted({line for path in files for line in path.read_text("utf-8").splitlines()})


@cache
def spoken(language: str) -> list[str]:
    """Real words of a language: Unicode's names of countries, languages, currencies, months and days in it."""
    try:
        locale = Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        return []
    lists = [locale.territories, locale.languages, locale.currencies, locale.scripts]
    lists += [widths["wide"] for kind in (locale.months, locale.days) for widths in kind.values()]
    return sorted({word for names in lists for name in names.values() for word in cut(name)})


@cache
def everywhere() -> list[str]:
    return sorted({word for line in written() for word in cut(line)})


def endings(language: str) -> set[str]:
    """All texts of the tables of a language's stemmer."""
    module = Path(snowballstemmer.__file__).with_name(f"{ALGORITHMS[language]}_stemmer.py")
    return set(map(ast.literal_eval, re.findall(r'Among\(("[^"]+")', module.read_text("utf-8"))))


def inflected(language: str, count: int = 1500) -> list[str]:
    """Words that might be: beginnings of real words with what the stemmer takes away, once or twice."""
    chance = random.Random(language)
    stems = spoken(language) or everywhere()
    ends = ["", *sorted(endings(language))]
    made = (
        chance.choice(stems)[: chance.randint(1, 9)] + chance.choice(ends) + chance.choice(ends) for _ in range(count)
    )
    return [unicodedata.normalize("NFC", word) for word in made]


def words_in(language: str) -> list[str]:
    """Some thousand words of which a stemmer must make the same in both halves."""
    foreign = random.Random(language).sample(everywhere(), 500)
    return [*spoken(language), *foreign, *inflected(language)]


@pytest.fixture(scope="module")
def stemmers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the scripts of all languages, as a site has them."""
    folder = tmp_path_factory.mktemp("stemmers")
    (folder / "snowball.js").write_bytes(SNOWBALL.read_bytes())
    for language in STEMMED:
        (folder / f"{language}.js").write_text(stemmer_script(language), "utf-8")
    return folder


def test_entries_have_the_same_words_in_the_browser() -> None:
    """Every line of the entries and translations of this repository."""
    assert len(written()) > 1000
    assert not differences(written())


def characters() -> Iterator[str]:
    """All that Python knows of; of the long rows of ideographs and syllables, which are all alike, one in fifty."""
    for code in range(sys.maxunicode + 1):
        name = unicodedata.name(chr(code), "")
        if (name or code < 0xA0) and (code % 50 == 0 or not name.startswith(ALIKE)):
            yield chr(code)


def test_every_character_is_the_same_in_the_browser() -> None:
    """Whether it is a letter, whether it goes with its neighbours, what its key is."""
    texts = [f"{each} a{each}b-2 ab{each}4.0 abc{each}4,0" for each in characters()]
    assert len(texts) > 30_000
    assert not differences(texts)


def assigned(most: int = 30) -> st.SearchStrategy[str]:
    """Texts of the characters that Python and the browser both know, with those that matter more often."""
    any_letter = st.characters(exclude_categories=["Cn", "Cs", "Co"])
    mattering = st.sampled_from("aeouqAEIiıİ'’-‐.,+#_ 09ßÆςΣΟ\u0301\u0308\u00ad\u200c\ufe0f水ภาカか\u3099½ﷺ")
    return st.text(st.one_of(mattering, any_letter), max_size=most)


@settings(max_examples=15, deadline=None, phases=(Phase.explicit, Phase.generate))  # to shrink takes minutes
@given(st.lists(assigned(), min_size=100, max_size=300))
def test_any_text_has_the_same_words_in_the_browser(texts: list[str]) -> None:
    """Whatever is typed, both halves cut and fold it alike."""
    assert not differences(texts)


def test_a_word_stands_where_the_browser_says() -> None:
    """The places of words are those of the text as written, in UTF-16: what is between them is marked as found."""
    text = "😀 L’Été à l’école: C++, 4,0, 日本語, Straf\u00adrecht, e-mobility"
    say = "[words.cut, words.joined].flatMap((way) => way(given).map((w) => given.slice(w.start, w.end)))"
    assert in_node(say, text, words=WORDS) == [
        "Été", "à", "école", "C++", "4,0", "日本", "本語", "Straf\u00adrecht", "e", "mobility", "e-mobility",
    ]  # fmt: skip


def test_every_language_is_stemmed_the_same_in_the_browser(stemmers: Path) -> None:
    """The script made of a stemmer gives what the stemmer in C gives, for real and for possible words."""
    asked = [(language, words_in(language)) for language in STEMMED]
    sent = [((stemmers / f"{language}.js").as_uri(), words) for language, words in asked]
    answers = in_node(STEMMED_THERE, sent, words=WORDS)
    wrong = [
        (language, word, stem(word, language), answer)
        for (language, words), found in zip(asked, answers, strict=True)
        for word, answer in zip(words, found, strict=True)
        if answer != stem(word, language)
    ]
    assert not wrong, (len(wrong), wrong[:20])
