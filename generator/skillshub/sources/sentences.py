"""Sentences for mistakes that YAML sometimes notices and sometimes swallows: one wording, whoever finds them."""

from __future__ import annotations

import re

from skillshub.sources.faults import Fault, instead, line_quoted, quoted

SMART_QUOTES = "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2018\u2019\u201a\u201b"
ODD_SPACES = "\u00a0\u2007\u202f\u3000"

FIELD = re.compile(r"[ \t]*(?:- +)*[\w-]+:(?:\s|$)")
_FLOW = re.compile(r"[ \t]*(?:- +)*(?:[\w-]+:[ \t]+)?[\[{]")
NO_SPACE_AFTER_COLON = re.compile(r"[ \t]*(?:- +)*([A-Za-z_][\w-]*):([^\s/:])")
NO_SPACE_AFTER_DASH = re.compile(r"[ \t]*(-)[^\s\-0-9]")
_ADDRESSES = frozenset({"http", "https", "mailto", "tel", "urn", "doi", "ftp"})
_INDENTATION = re.compile(rf"[ \t{ODD_SPACES}]*")
_STRAIGHT = str.maketrans(
    {**dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb", '"'), **dict.fromkeys("\u2018\u2019\u201a\u201b", "'")}
)


def tab(line: int, lines: list[str]) -> Fault | None:
    """A line indented by a tab."""
    text = lines[line]
    blank = text[: len(text) - len(text.lstrip(" \t"))]
    if "\t" not in blank:
        return None
    message = "The line is indented with a tab; YAML takes only spaces."
    example = "  " * max(1, blank.count("\t")) + text.strip()[:80]
    hint = "Replace each tab by two spaces."
    mend = instead(line, 0, len(blank), blank.replace("\t", "  "))
    return Fault(line, blank.index("\t"), blank.count("\t"), "tab", message, hint, example, mend)


def odd_space(line: int, lines: list[str]) -> Fault | None:
    """A line indented by spaces that are none, or with one right after a colon or a dash."""
    text = lines[line]
    blank = _INDENTATION.match(text)
    end = blank.end() if blank else 0
    columns = [column for column, sign in enumerate(text[:end]) if sign in ODD_SPACES]
    after = re.search(rf"[A-Za-z0-9_\-:](?=[{ODD_SPACES}])", text)
    if not columns and not after:
        return None
    where = columns[0] if columns else after.end() if after else 0
    message = "The line holds a non-breaking space, as Word and web pages make them, where YAML needs an ordinary one."
    example = re.sub(f"[{ODD_SPACES}]", " ", text)[:80]
    hint = "Type the spaces of this line again."
    mend = instead(line, where, 1, " ")
    return Fault(line, where, max(1, len(columns)), "odd-space", message, hint, example, mend)


def smart_quotes(line: int, column: int, length: int, lines: list[str]) -> Fault:
    message = "The text stands in typographic quotes, which are letters to YAML, not quotes."
    example = lines[line].strip()[:120].translate(_STRAIGHT)
    hint = "Use straight quotes (\" or '), or none."
    text = lines[line][column : column + length]
    is_whole = len(text) > 1 and text[0] in SMART_QUOTES and text[-1] in SMART_QUOTES
    mend = instead(line, column, len(text), quoted(text[1:-1])) if is_whole else None
    return Fault(line, column, length, "smart-quotes", message, hint, example, mend)


def missing_space_after_colon(line: int, lines: list[str]) -> Fault | None:
    match = NO_SPACE_AFTER_COLON.match(lines[line])
    if match is None or match[1] in _ADDRESSES:
        return None
    text = lines[line][:200]
    message = f"There is no space between '{match[1][:40]}:' and its value."
    example = f"{text[: match.start(2)].lstrip()} {text[match.start(2) :]}"
    length = match.end(2) - match.start(1)
    mend = instead(line, match.start(2), 0, " ")
    return Fault(line, match.start(1), length, "missing-space", message, "Put a space after the colon.", example, mend)


def missing_space_after_dash(line: int, lines: list[str]) -> Fault | None:
    match = NO_SPACE_AFTER_DASH.match(lines[line])
    if match is None:
        return None
    text = lines[line][:120]
    message = "There is no space between the '-' and the list item after it."
    example = f"{text[: match.end(1)].lstrip()} {text[match.end(1) :]}"
    mend = instead(line, match.end(1), 0, " ")
    return Fault(line, match.start(1), 1, "missing-space", message, "Put a space after the dash.", example, mend)


def hash_sign(line: int, column: int, lines: list[str], *, is_empty: bool) -> Fault:
    text = lines[line]
    lost = text[column:].strip()[:40]
    message = f"The text ends before the '#': YAML takes '{lost}' for a comment."
    if is_empty:
        message = f"The value is empty: YAML takes '{lost}' for a comment."
    hint = "Put the whole text in quotes; if it is meant as a comment, put a space after the '#'."
    example = "" if _FLOW.match(text) else line_quoted(text)
    return Fault(line, column, len(text) - column, "hash-sign", message, hint, example)


def swallowed(line: int, lines: list[str]) -> Fault:
    """A list item or field that became part of the text in the line above."""
    text = lines[line]
    column = len(text) - len(text.lstrip())
    kind = "list item" if text.lstrip().startswith("-") else "field"
    message = f"This {kind} is indented too far: YAML reads it as more of the text in the line above."
    hint = f"Let it begin in the same column as the other {kind}s of its group."
    return Fault(line, 0, max(1, column), "indentation", message, hint)
