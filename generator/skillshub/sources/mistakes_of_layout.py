"""Lines that YAML cannot parse: tabs, columns that fit nowhere, a colon or a space that is missing.

Each function knows one mistake that people really make, and is silent about all others.
"""

from __future__ import annotations

import re

from skillshub.sources import sentences
from skillshub.sources.faults import Fault
from skillshub.sources.sentences import FIELD, ODD_SPACES
from skillshub.sources.stops import Stop, indentation_of
from skillshub.sources.walking import TO_THE_END


def tab(stop: Stop) -> Fault | None:
    found = (fault for line in stop.near() if (fault := sentences.tab(line, stop.lines)))
    return next(found, None)


def odd_space(stop: Stop) -> Fault | None:
    lines = (*stop.near(), *((stop.text.line,) if stop.text else ()))
    odd = (line for line in lines if _has_odd_space(stop.lines[line]))
    return next((fault for line in odd if (fault := sentences.odd_space(line, stop.lines))), None)


def _has_odd_space(line: str) -> bool:
    """Where it would be indentation, or stand for the space after a colon or a dash."""
    return re.match(rf"[ \t]*(?:[{ODD_SPACES}]|-[{ODD_SPACES}]|[\w-]+:[{ODD_SPACES}])", line) is not None


def missing_space(stop: Stop) -> Fault | None:
    for line in stop.near():
        if fault := sentences.missing_space_after_dash(line, stop.lines):
            return fault
        if fault := sentences.missing_space_after_colon(line, stop.lines):
            return fault
    return None


def list_beside_its_field(stop: Stop) -> Fault | None:
    if not stop.reason.startswith("block sequence entries"):
        return None
    message = "A list cannot begin in the line of its field."
    hint = "Begin the list in the next line; a text that begins with '-' needs quotes."
    example = f"{stop.here[: stop.column].strip()}\n  {stop.here[stop.column :].strip()[:80]}"
    return Fault(stop.line, stop.column, TO_THE_END, "list-beside-field", message, hint, example)


def missing_name(stop: Stop) -> Fault | None:
    """A line that begins with a colon."""
    if not stop.here.lstrip().startswith(":"):
        return None
    column = indentation_of(stop.here)
    message = "There is no name before the colon."
    hint = "Write the field's name before the colon."
    return Fault(stop.line, column, 1, "name-is-no-text", message, hint, "title: Data basics")


def missing_colon(stop: Stop) -> Fault | None:
    """A line that is neither a field nor part of the text above."""
    line = stop.start_line
    if stop.reason.startswith("mapping values") and stop.text:
        line = stop.text.line
        if ":" in stop.lines[line][: stop.text.column] or line == stop.line:
            return None
    elif not stop.reason.startswith("could not find expected ':'"):
        return None
    name = stop.lines[line].strip()[:40]
    message = f"There is no colon after the name of a field in '{name}'."
    hint = "Write the name, a colon, a space and the value; if the line belongs to the text above, indent it."
    return Fault(
        line, indentation_of(stop.lines[line]), TO_THE_END, "missing-colon", message, hint, "title: Data basics"
    )


def after_the_end(stop: Stop) -> Fault | None:
    """Text after a line '...', which ends the entry."""
    if not stop.reason.startswith("did not find expected <") or "..." not in stop.lines[: stop.line]:
        return None
    message = "The entry ended with the line '...'; nothing may follow."
    return Fault(stop.line, 0, TO_THE_END, "second-document", message, "Remove the line '...'.")


def swallowed_field(stop: Stop) -> Fault | None:
    """A field that became part of the text above it."""
    is_swallowed = stop.reason.startswith("mapping values") and stop.text and stop.text.line < stop.line
    return sentences.swallowed(stop.line, stop.lines) if is_swallowed else None


def mixed_group(stop: Stop) -> Fault | None:
    """A list item among fields, or a field among list items."""
    if not stop.reason.startswith("did not find expected") or indentation_of(stop.here) != stop.start_column:
        return None
    expected, found = ("list items", "field") if "'-'" in stop.reason else ("fields", "list item")
    if found == "list item" and not stop.here.lstrip().startswith("- "):
        return None
    message = f"A {found} stands in a group of {expected}."
    hint = f"Indent it as far as the {found}s it belongs to, or make it one of the {expected}."
    return Fault(stop.line, stop.start_column, TO_THE_END, "indentation", message, hint)


def indentation(stop: Stop) -> Fault | None:
    """A line that begins in a column where nothing begins."""
    if not stop.reason.startswith("did not find expected"):
        return None
    width = indentation_of(stop.here)
    what = _kind_of(stop.here)
    message = f"This {what} begins in column {width + 1}, where nothing of the lines above it begins."
    if not width and next((indentation_of(line) for line in stop.lines if FIELD.match(line)), 0):
        message = f"This {what} begins in column 1, but the first field of the file begins further to the right."
    hint = f"Let it begin in the same column as the {what}s it belongs to; use two spaces for each level."
    if what == "line":
        hint = "Indent it further if it belongs to the text above; else write a name and a colon before it."
    return Fault(stop.line, 0, max(1, width), "indentation", message, hint)


def _kind_of(line: str) -> str:
    if line.lstrip().startswith("-"):
        return "list item"
    return "field" if FIELD.match(line) else "line"
