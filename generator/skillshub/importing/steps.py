"""What a mapping file can do to a value, step by step, in the order in which the steps are written.

A step is a function from a text and what the mapping file says beside its name to another text. "" is no value.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping

from skillshub.importing.refusals import CannotImport
from skillshub.sources import is_number, slug_of

Step = Callable[[str, object], object]


def _map(text: str, table: object) -> object:
    """Other words for those of the table, from left to right; a text that is not in it stays."""
    assert isinstance(table, Mapping)
    return table.get(text, text)


def _lookup(text: str, table: object) -> object:
    """As map, but a text that is not in the table is no value."""
    assert isinstance(table, Mapping)
    return table.get(text, "")


def _replace(text: str, table: object) -> str:
    """Each regular expression of the table by what stands beside it."""
    assert isinstance(table, Mapping)
    for pattern, instead in table.items():
        text = re.sub(str(pattern), str(instead), text)
    return text


def _begin(text: str, count: object) -> str:
    """The first characters."""
    return text[: _count(count)]


def _fill(text: str, count: object) -> str:
    """Zeros before it, up to so many characters."""
    return text.zfill(_count(count)) if text else ""


def _cut(text: str, count: object) -> str:
    """At most so many characters, cut at a word."""
    most = _count(count)
    if len(text) <= most:
        return text
    return text[: most - 2].rsplit(" ", 1)[0].rstrip(" ,;:-–\n") + " …"


def _slug(text: str, _yes: object) -> str:
    """The text as the name of an entry."""
    return slug_of(text)


def _number(text: str, _yes: object) -> object:
    """The number in a text: 1,234.50 or $480."""
    digits = re.sub(r"[^0-9.-]", "", text)
    if not is_number(digits):
        return text
    number = float(digits)
    return int(number) if number.is_integer() else number


def _split(text: str, mark: object) -> object:
    """A list: the parts between the marks."""
    return [part.strip() for part in text.split(str(mark)) if part.strip()]


def _without(text: str, words: object) -> str:
    """No value, if it is one of these words; their case does not matter."""
    listed = words if isinstance(words, list) else [words]
    return "" if text.casefold() in {str(word).casefold() for word in listed} else text


def _count(count: object) -> int:
    if not isinstance(count, int) or isinstance(count, bool) or count < 1:
        raise CannotImport(f"The mapping file says '{count}' where a whole number is needed.")
    return count


STEPS: Mapping[str, Step] = {
    "map": _map,
    "lookup": _lookup,
    "replace": _replace,
    "begin": _begin,
    "fill": _fill,
    "cut": _cut,
    "slug": _slug,
    "number": _number,
    "split": _split,
    "without": _without,
}
OF_A_TABLE = frozenset({"map", "lookup", "replace"})


def unquoted(text: str) -> str:
    """A text that was quoted twice over: the pair around it goes, and each doubled quote inside is one."""
    if len(text) > 1 and text.startswith('"') and text.endswith('"'):
        text = text[1:-1]
    return re.sub(r'"{2,}', '"', text).strip()


def spaced(text: str) -> str:
    """One space between words, and no space at the ends of lines."""
    lines = (" ".join(line.split()) for line in text.replace("\r\n", "\n").split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


CLEANINGS: Mapping[str, Callable[[str], str]] = {"quotes": unquoted, "entities": html.unescape, "spaces": spaced}
"""What a mapping file can have done to every cell."""
