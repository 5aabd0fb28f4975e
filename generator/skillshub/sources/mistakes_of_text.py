"""Texts that YAML cannot parse: quotes, brackets, backslashes and signs that mean something else to it.

Each function knows one mistake that people really make, and is silent about all others.
"""

from __future__ import annotations

import re

from skillshub.problems import Mend
from skillshub.sources import sentences
from skillshub.sources.faults import Fault, instead, line_quoted, quoting
from skillshub.sources.sentences import FIELD, SMART_QUOTES
from skillshub.sources.stops import Stop
from skillshub.sources.walking import TO_THE_END

_VALUE = re.compile(r"([ \t]*(?:- +)*(?:[^\s:#][^:#]*:[ \t]+)?)(.*)")
_HASH = re.compile(r"[ \t]+(#)")


def smart_quotes(stop: Stop) -> Fault | None:
    for line in (stop.line, stop.start_line):
        match = _VALUE.match(stop.lines[line])
        if match and match[2][:1] in SMART_QUOTES and match[2]:
            return sentences.smart_quotes(line, match.start(2), len(match[2]), stop.lines)
    return None


def unclosed_quote(stop: Stop) -> Fault | None:
    if not stop.within.endswith("a quoted scalar") or not stop.reason.startswith("found unexpected"):
        return None
    return _unclosed(stop.lines, stop.start_line, stop.start_column)


def _unclosed(lines: list[str], line: int, column: int) -> Fault:
    quote = lines[line][column : column + 1]
    message = f"The text begins with a quote ({quote}) but does not end with one."
    hint = f"Put a {quote} at the end of the text, or remove the one at its beginning."
    return Fault(line, column, TO_THE_END, "unclosed-quote", message, hint, f"{lines[line].strip()[:120]}{quote}")


def text_after_quote(stop: Stop) -> Fault | None:
    """A quoted text that ends too early, or one that ended only where the next began."""
    text = stop.text
    if text is None or text.style not in ("'", '"') or text.end_line != stop.line or not stop.reason.startswith("did"):
        return None
    if any(FIELD.match(line) for line in stop.lines[text.line + 1 : text.end_line + 1]):
        return _unclosed(stop.lines, text.line, text.column)
    if not stop.here[text.end_column :].strip():
        return None
    message = f"The text goes on after its closing quote ({text.style})."
    hint = "Put the whole text in quotes, or none of it."
    if text.style == "'":
        hint = "An apostrophe within '...' is written twice ('')."
    return Fault(
        stop.line, text.end_column, TO_THE_END, "text-after-quote", message, hint, _quoted_whole(stop.lines[text.line])
    )


def _quoted_whole(line: str) -> str:
    match = _VALUE.match(line[:200])
    if match is None:
        return ""
    text = match[2].strip()
    inner = text[1:-1] if text[:1] == text[-1:] else text.replace(text[:1], "")
    return line_quoted(f"{match[1]}{inner}")


def backslash(stop: Stop) -> Fault | None:
    if "escape" not in stop.reason and "hexdecimal" not in stop.reason:
        return None
    message = "A backslash within double quotes begins a special character, and there is none of this name."
    hint = "Use single quotes, or write the backslash twice."
    column = max(0, stop.column - 1)
    return Fault(stop.line, column, 2, "backslash", message, hint, _single_quoted(stop.here), _in_single(stop))


def _in_single(stop: Stop) -> Mend | None:
    """Single quotes, in which a backslash is a backslash; None where other backslashes may be meant as signs."""
    match = _VALUE.match(stop.here.rstrip())
    text = match[2] if match else ""
    if match is None or not re.fullmatch(r'"[^"]*"', text) or re.search(r'\\["\\ntr]', text):
        return None
    inner = text[1:-1].replace("'", "''")
    return instead(stop.line, match.start(2), len(text), f"'{inner}'")


def _single_quoted(line: str) -> str:
    match = _VALUE.match(line[:200])
    text = match[2].strip().strip('"').replace("'", "''") if match else ""
    return f"{match[1].lstrip()}'{text}'" if match and text else ""


def hash_sign(stop: Stop) -> Fault | None:
    """A text of several lines that a '#' cut in the line above."""
    text = stop.text
    if text is None or text.style != "" or text.end_line != stop.line - 1 or not stop.reason.startswith("did"):
        return None
    cut = _HASH.match(stop.lines[stop.line - 1], text.end_column)
    return cut and sentences.hash_sign(stop.line - 1, cut.start(1), stop.lines, is_empty=False)


def special_character(stop: Stop) -> Fault | None:
    """A text that begins with a sign which means something else to YAML."""
    line, column = (stop.line, stop.column)
    if stop.within.endswith(("alias", "anchor", "tag", "block scalar", "directive")):
        line, column = (stop.start_line, stop.start_column)
    elif not stop.reason.startswith(("found character that cannot", "did not find expected node", "mapping keys")):
        return None
    sign = stop.lines[line][column : column + 1]
    if not sign.strip():
        return None
    return _special(stop.lines, line, column, sign)


def text_after_bracket(stop: Stop) -> Fault | None:
    """'[draft] Battery': the bracket at the beginning made it a list."""
    match = _VALUE.match(stop.here)
    sign = match[2][:1] if match else ""
    if match is None or sign not in ("[", "{") or not stop.reason.startswith("did not find expected key"):
        return None
    return _special(stop.lines, stop.line, match.start(2), sign)


def _special(lines: list[str], line: int, column: int, sign: str) -> Fault:
    message = f"A text cannot begin with '{sign}', which has a meaning of its own in YAML."
    hint = "Put the text in quotes."
    example = line_quoted(lines[line])
    mend = quoting(line, lines, may_begin_with=sign)
    return Fault(line, column, TO_THE_END, "special-character", message, hint, example, mend)


def unclosed_bracket(stop: Stop) -> Fault | None:
    closing = {"while parsing a flow sequence": "]", "while parsing a flow mapping": "}"}.get(stop.within)
    if closing is None:
        return None
    sign = stop.lines[stop.start_line][stop.start_column : stop.start_column + 1]
    message = f"The list that begins with '{sign}' does not end with '{closing}', or a comma is missing in it."
    hint = f"Put commas between the items and '{closing}' at the end; a text that begins with '{sign}' needs quotes."
    return Fault(
        stop.start_line, stop.start_column, TO_THE_END, "unclosed-bracket", message, hint, "languages: [en, de]"
    )


def unquoted_colon(stop: Stop) -> Fault | None:
    text = stop.text
    if not stop.reason.startswith("mapping values") or text is None or text.line != stop.line:
        return None
    if not stop.here[: text.column].strip():
        return None
    message = "The text holds a colon followed by a space, which begins a new value in YAML."
    hint = "Put the whole text in quotes."
    mend = quoting(stop.line, stop.lines)
    return Fault(stop.line, stop.column, 1, "unquoted-colon", message, hint, line_quoted(stop.here), mend)
