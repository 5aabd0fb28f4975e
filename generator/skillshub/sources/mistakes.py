"""YAML that cannot be parsed, in a person's words: one sentence for the one place where the parser stopped.

The parser says where it gave up and why in its own terms; the mistake is often a line above. Of all mistakes known
here the first that recognises itself speaks.
"""

from __future__ import annotations

from collections.abc import Callable

from skillshub.sources import mistakes_of_layout, mistakes_of_text
from skillshub.sources.faults import Fault
from skillshub.sources.stops import Stop, stop_in


def mistake_in(content: bytes, lines: list[str]) -> Fault | None:
    """The mistake that stops the parser, if one does."""
    stop = stop_in(content, lines)
    return next(fault for mistake in MISTAKES if (fault := mistake(stop))) if stop else None


def anything_else(stop: Stop) -> Fault:
    message = "The file cannot be read from here on."
    hint = "Look for a quote, a bracket or a space that is missing here or in the line above."
    return Fault(stop.line, stop.column, 1, "yaml", message, hint)


MISTAKES: tuple[Callable[[Stop], Fault | None], ...] = (
    mistakes_of_layout.tab,
    mistakes_of_layout.odd_space,
    mistakes_of_text.smart_quotes,
    mistakes_of_text.unclosed_quote,
    mistakes_of_text.text_after_quote,
    mistakes_of_text.backslash,
    mistakes_of_text.hash_sign,
    mistakes_of_text.special_character,
    mistakes_of_text.text_after_bracket,
    mistakes_of_layout.missing_space,
    mistakes_of_text.unclosed_bracket,
    mistakes_of_layout.list_beside_its_field,
    mistakes_of_text.unquoted_colon,
    mistakes_of_layout.missing_name,
    mistakes_of_layout.missing_colon,
    mistakes_of_layout.after_the_end,
    mistakes_of_layout.swallowed_field,
    mistakes_of_layout.mixed_group,
    mistakes_of_layout.indentation,
    anything_else,
)
