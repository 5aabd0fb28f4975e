"""Snowball's stemmers for the browser, made of the same package's Python, so that both halves stem alike.

A language's script is an ES module with one export, ``stem(word)``, which gives the stem not folded, as Snowball does.
It imports ``theme/scripts/search/snowball.js``, on which all languages stand. Nothing is written here.
"""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import snowballstemmer  # type: ignore[import-untyped]  # it has no types

from skillshub.words.browser.members import module
from skillshub.words.stemming import ALGORITHMS

STEMMED: tuple[str, ...] = tuple(ALGORITHMS)  # codes of the languages that have a script


def stemmer_script(language: str, snowball: str = "./snowball.js") -> str:
    """The module for one language of ``STEMMED``; ``snowball`` is where it finds what all languages share."""
    return f'import{{snowball}}from"{snowball}";\n{_module(ALGORITHMS[language])}'


@cache
def _module(algorithm: str) -> str:
    source = Path(snowballstemmer.__file__).with_name(f"{algorithm}_stemmer.py").read_text("utf-8")
    stemmer = next(node for node in ast.parse(source).body if isinstance(node, ast.ClassDef))
    return module(stemmer)
