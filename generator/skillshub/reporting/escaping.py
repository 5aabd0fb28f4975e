"""Text from strangers that can do nothing to a terminal, a log or the order in which a line is read."""

from __future__ import annotations

import unicodedata

_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_LINE_BREAKS = {"\n": "\\n", "\r": "\\r", "\t": " "}


def visible(character: str) -> str:
    """The character, or how it is written in a program when it would be seen as nothing or do something."""
    if character.isascii() and character.isprintable():
        return character
    if character in _LINE_BREAKS:
        return _LINE_BREAKS[character]
    if unicodedata.category(character) not in _HIDDEN:
        return character
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def one_line(text: str, longest: int = 400) -> str:
    """The text with everything in it visible, on one line, cut."""
    if not (text.isascii() and text.isprintable()):
        text = "".join(map(visible, text[: longest + 1]))
    return text if len(text) <= longest else f"{text[: longest - 1]}…"


def columns(shown: str) -> int:
    """How many columns of a terminal a visible text takes."""
    return len(shown) if shown.isascii() else sum(map(_columns, shown))


def _columns(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in {"Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1
