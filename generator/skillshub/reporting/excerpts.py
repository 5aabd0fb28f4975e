"""The line of a file as its writer knows it, with what is wrong underlined, however long, wide or odd it is."""

from __future__ import annotations

from typing import NamedTuple

from skillshub.problems import Place
from skillshub.reporting.escaping import columns, visible

WIDEST = 100  # columns for the line itself
_TAB = "    "
_BEFORE = 30  # columns kept before what is wrong, when the line has to be cut


class Excerpt(NamedTuple):
    line: str
    mark: str  # spaces, then carets, to stand below the line


def excerpt_of(place: Place) -> Excerpt:
    """The line and its mark; both are cut to the part around what is wrong."""
    text = place.excerpt
    start = min(place.column - 1, len(text))
    stop = min(start + place.length, len(text))
    left, cut_left = _tail(_shown(text[max(0, start - WIDEST) : start]), WIDEST - _BEFORE if _fits(text) else _BEFORE)
    cut_left = cut_left or start > WIDEST
    room = WIDEST - columns(left)
    middle, cut_middle = _head(_shown(text[start : min(stop, start + WIDEST)]), room)
    right, cut_right = _head(_shown(text[stop : stop + WIDEST]), room - columns(middle))
    before = f"…{left}" if cut_left else left
    goes_on = cut_middle or cut_right or len(text) > max(stop, start) + WIDEST
    after = ("" if cut_middle else right) + ("…" if goes_on else "")
    return Excerpt(f"{before}{middle}{after}", " " * columns(before) + "^" * max(1, columns(middle)))


def _fits(text: str) -> bool:
    return len(text) <= WIDEST // 2


def _shown(text: str) -> list[str]:
    return [_TAB if character == "\t" else visible(character) for character in text]


def _head(pieces: list[str], room: int) -> tuple[str, bool]:
    """As many pieces from the front as fit, and whether some did not."""
    kept: list[str] = []
    for piece in pieces:
        room -= columns(piece)
        if room < 0:
            return "".join(kept), True
        kept.append(piece)
    return "".join(kept), False


def _tail(pieces: list[str], room: int) -> tuple[str, bool]:
    kept, is_cut = _head([piece[::-1] for piece in reversed(pieces)], room)
    return kept[::-1], is_cut
