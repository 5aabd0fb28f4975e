"""One value as YAML: without quotes where every reader of YAML takes it for the same text, else in quotes.

Quotes that somebody wrote around ``"NO"``, ``"on"``, ``"12:30"`` or ``"0716"`` stay: other programs read YAML by
older rules, by which these are no texts.
"""

from __future__ import annotations

import json
import re

_OTHER_READERS = frozenset(
    "y yes n no on off true false null nan inf".split()  # whatever the case: words of YAML 1.1
)
_PLAIN = re.compile(r"[^\W\d_](?:[\w .()/+&;'’“”„‘«»–—…!?%€@=°·|*~^$-]|,|:(?=[^\s,\[\]{}])|(?<=\S)#)*")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}(-[0-9]{2}(T[0-9]{2}:[0-9]{2})?)?")
_HIDDEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]")


def is_plain(text: str, *, in_brackets: bool = False) -> bool:
    """Whether a text may stand without quotes."""
    if _DAY.fullmatch(text):
        return True
    if not _PLAIN.fullmatch(text) or text != text.strip() or text.casefold() in _OTHER_READERS:
        return False
    return not in_brackets or "," not in text


def quoted(text: str) -> str:
    """A text of one line in quotes: in double ones if nothing in it needs a backslash there."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def escaped(text: str) -> str:
    """Any text in double quotes, on one line: its line breaks and what cannot be seen as JSON, and YAML, has them."""
    return json.dumps(text, ensure_ascii=False)


def is_quotable(text: str) -> bool:
    """Whether quotes alone keep the text as it is: no line break, nothing that cannot be seen."""
    return not _HIDDEN.search(text)


def text_scalar(text: str, *, in_brackets: bool = False) -> str:
    """A text of one line as YAML."""
    return text if is_plain(text, in_brackets=in_brackets) else quoted(text)


def value_scalar(value: object, *, in_brackets: bool = False) -> str:
    """A value of one line as YAML."""
    if isinstance(value, str):
        return text_scalar(value, in_brackets=in_brackets)
    if value is None:
        return "null"
    return str(value).lower() if isinstance(value, bool) else _number(value)


def _number(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.15f}".rstrip("0").rstrip(".") if "e" in repr(value) else repr(value)
    return str(value)
