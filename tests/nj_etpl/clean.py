"""Text of the list, as its writers meant it: out of twice-quoted fields, lost characters and old line breaks.

Nothing is reworded. ``[e-mail removed]`` and ``[phone removed]`` stay: the list itself says so.
"""

from __future__ import annotations

import html
import re
import unicodedata

_LOST = "\xbf"  # what an old export left for each character that it did not know: quotes, dashes, dots, ligatures
_WORDS = {f"Certi{_LOST}ed": "Certified", f"{_LOST}rst ": "first ", f"{_LOST}u vaccine": "flu vaccine"}
_REPAIRS = (
    (re.compile(rf"(?<=\w)[{_LOST}\xc2](?=(?:s|t|re|ll|ve|d|m)\b)"), "’"),
    (re.compile(rf"^[ \t]*(?:{_LOST}|·|•|--?|\*+)[ \t]*(?=\S)", re.MULTILINE), "- "),
    (re.compile(rf"(?<=\s){_LOST}(?=\S)([^{_LOST}\n]+)(?<=\S){_LOST}(?=\W)"), r'"\1"'),
    (re.compile(rf"(?<=s){_LOST}(?=\s)"), "’"),
    (re.compile(rf"(?<=\s){_LOST}[ \t]*(?=\S)"), "– "),
    (re.compile(_LOST), ""),
)
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]")
_MARKDOWN = re.compile(r"([\\`*_\[\]<>])")
_ITEM = re.compile(r"- |\d{1,2}[.)] ")


def clean(field: str) -> str:
    """The field without its dirt; lines keep their ends."""
    text = unicodedata.normalize("NFC", _unquoted(html.unescape(field).strip()))
    text = _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n").replace("\xa0", " "))
    for broken, whole in _WORDS.items():
        text = text.replace(broken, whole)
    for pattern, repair in _REPAIRS:
        text = pattern.sub(repair, text)
    return "\n".join(" ".join(line.split()) for line in text.split("\n")).strip()


def line(field: str, most: int = 160) -> str:
    """The field as one line, cut at a word."""
    text = " ".join(clean(field).split())
    return text if len(text) <= most else text[: most - 2].rsplit(" ", 1)[0].rstrip(" ,;:-–") + " …"


def markdown(field: str) -> str:
    """The field as Markdown that reads as the text does: nothing in it is markup but its lists."""
    lines: list[str] = []
    for one in clean(field).split("\n"):
        escaped = _MARKDOWN.sub(r"\\\1", one)
        starts_list = bool(_ITEM.match(one)) and bool(lines) and not _ITEM.match(lines[-1])
        lines += ["", escaped] if starts_list and lines[-1] else [_not_a_heading(escaped)]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _not_a_heading(text: str) -> str:
    return f"\\{text}" if re.match(r"#|=+$|-+$|\+|~~~", text) else text


def _unquoted(text: str) -> str:
    """A field that was quoted twice over: the pair around it, then each doubled quote inside."""
    if len(text) > 1 and text.startswith('"') and text.endswith('"'):
        text = text[1:-1]
    text = re.sub(r'"{2,}', '"', text).strip()
    if text.count('"') == 2 and text.startswith('"') and text.endswith('"'):
        return text[1:-1].strip()
    return text.replace('"', "", 1) if text.count('"') == 1 else text
