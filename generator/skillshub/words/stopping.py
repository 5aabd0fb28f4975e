"""Words that every text is full of, so that nobody can look for them.

English ones come with lunr.py; others are read from the lists of lunr-languages, which mkdocs carries (it is not
imported: only where its files lie is asked). Where there is no list, a short one of ours, or none: a language without
one loses nothing but a little speed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from lunr.stop_word_filter import WORDS  # type: ignore[import-untyped]  # lunr.py has no types

from skillshub.words.folding import fold

_LIST = re.compile(r"""generateStopWordFilter\(\s*(["'])(?P<words>[^"']*)\1\s*\.split\(""")
_SAME = {"nb": "no", "nn": "no"}
_NAMED = re.compile(r"[a-z]{2}")
_OURS = {
    "cs": "a aby ale ani až bez by být co či do ho i jak jako je jeho její jejich jen jsem jsou k kde která které "
    "který ke na nad nebo o od po pod pro při s se si tak také tím to ve v z za ze že",
    "pl": "a albo ale aby bez być by co czy dla do gdy i ich ja jak jako jego jej jest jeszcze już która które który "
    "lub ma mu na nad nie o od oraz po pod przez przy się są ta tak to tym w we z za ze że",
    "sk": "a aby ale ani až bez by byť čo či do ho i jeho jej ich je k kde ktorá ktoré ktorý ku na nad alebo o od po "
    "pod pre pri s sa si so som sú tak tiež to ve v z za zo že",
}


@cache
def stop_words(language: str) -> frozenset[str]:
    """The stop words of a language, folded; none where we know of none."""
    code = language.partition("-")[0]
    if code == "en":
        return _folded(WORDS)
    if code in _OURS:
        return _folded(_OURS[code].split())
    return _folded(_carried(_SAME.get(code, code)))


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(word) for word in words) - {""}


def _carried(code: str) -> list[str]:
    """The list for a language among the files that mkdocs carries for its own search."""
    if not _NAMED.fullmatch(code):
        return []
    script = _mkdocs() / "contrib" / "search" / "lunr-language" / f"lunr.{code}.js"
    found = _LIST.search(script.read_text("utf-8")) if script.is_file() else None
    return found["words"].split() if found else []


def _mkdocs() -> Path:
    spec = find_spec("mkdocs")
    assert spec
    assert spec.origin
    return Path(spec.origin).parent
