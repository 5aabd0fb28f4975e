"""The scripts that are made of Snowball's stemmers."""

from __future__ import annotations

import ast
import gzip
import re
from pathlib import Path

import minify  # type: ignore[import-untyped]  # it has no types
import pytest
import snowballstemmer  # type: ignore[import-untyped]  # it has no types

from skillshub.words.browser import STEMMED, stemmer_script
from skillshub.words.browser.statements import block, literal
from skillshub.words.stemming import ALGORITHMS
from tests.unit.running_js import SCRIPTS

SNOWBALL = (SCRIPTS / "search" / "snowball.js").read_text("utf-8")


def sent(script: str) -> int:
    """Bytes that a visitor loads."""
    return len(gzip.compress(script.encode(), 9))


def test_every_language_of_snowball_has_a_script() -> None:
    """All of its algorithms but the two that are there for the sake of old indexes."""
    known = set(snowballstemmer.algorithms()) - {"porter", "dutch_porter"}
    assert {ALGORITHMS[language] for language in STEMMED} == known


@pytest.mark.parametrize("language", ["cs", "de", "en", "es", "fr", "it", "pl"])
def test_a_stemmer_is_small(language: str) -> None:
    """A visitor on a phone loads a language in a moment: it has a budget of 3 kB."""
    assert 500 < sent(stemmer_script(language)) < 3000


def test_what_all_stemmers_share_is_small() -> None:
    """The moves of Snowball have a budget of 1.2 kB."""
    assert 500 < sent(minify.string("text/javascript", SNOWBALL)) < 1200


def test_no_ending_is_longer_than_the_script_looks_for() -> None:
    """snowball.js tries texts up to so many letters: the longest of all tables, and no more."""
    sources = Path(snowballstemmer.__file__).parent.glob("*_stemmer.py")
    texts = (text for path in sources for text in re.findall(r'Among\(("[^"]*")', path.read_text("utf-8")))
    assert f"const LONGEST = {max(len(ast.literal_eval(text)) for text in texts)};" in SNOWBALL


def test_a_script_is_told_where_the_shared_one_lies() -> None:
    """The site may give its scripts other names."""
    assert stemmer_script("de", "./snowball.1a2b.js").startswith('import{snowball}from"./snowball.1a2b.js";')


@pytest.mark.parametrize(
    ("python", "script"),
    [
        ("if self.limit - 3 < self.cursor:\n    return False", "if(s.l-3<s.c)return 0;"),
        ("try:\n    raise lab0()\nexcept lab0: pass", "a:{break a;}"),
        ("self.cursor = self.limit - (self.bra - 1)", "s.c=s.l-(s.x-1);"),
        ("self.cursor += 2", "s.c+=2;"),
        ("if not self.eq_s_b('x'):\n    self.slice_del()\nelse:\n    self.slice_from('y')",
         'if(!s.eqB("x"))s.del();else s.set("y");'),
        ("if self.cursor == self.limit or self.current[self.cursor] != 'u':\n    return False\nself.cursor += 1",
         'if(!s.eq("u"))return 0;'),
        ("if self.cursor == self.limit or self.current[self.cursor] != 'u':\n    return False\nself.cursor += 2",
         'if(s.c==s.l||s.w[s.c]!="u")return 0;s.c+=2;'),
    ],
)  # fmt: skip
def test_a_statement_is_said_in_few_letters(python: str, script: str) -> None:
    """What Snowball's generated Python says, in the browser's language; a test of one letter becomes a move."""
    assert block(ast.parse(python).body, {}) == script


@pytest.mark.parametrize(
    "python", ["with a: pass", "lambda: 1", "try:\n    pass\nexcept lab0:\n    a()", "while 1: pass"]
)
def test_what_is_new_in_snowball_is_noticed(python: str) -> None:
    """A later snowballstemmer that says something unknown stops the build: no script is made by guessing."""
    with pytest.raises((KeyError, AssertionError)):
        block(ast.parse(python).body, {})


def test_what_cannot_be_seen_is_written_as_a_number() -> None:
    """A joiner in a script would be lost on whoever reads it, or in a tool that tidies."""
    assert literal('a\u200c"ä') == '"a\\u200c\\"ä"'
