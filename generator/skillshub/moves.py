"""Names live for ever: ``content/moved.yml`` says where an address of the past leads, or why nothing is there any more.

    courses/hv-safety-2: {to: courses/hv-safety, date: 2027-01-15}
    events/visit-2026: {gone: The visit was cancelled for good., date: 2027-01-15}

Nothing is ever taken off the list, and no name on it is given to another entry.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, cast

from skillshub.findings import Finding
from skillshub.model import FOLDERS, Kind, Text
from skillshub.placing import placed
from skillshub.problems import Problem
from skillshub.schemas import Schemas
from skillshub.sources import MOVED, contents, judge

Known = Mapping[Kind, frozenset[str]]
_KINDS: Mapping[str, Kind] = {folder: kind for kind, folder in FOLDERS.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """An address that was published, and what became of it."""

    old: str  # "courses/hv-safety-2"
    on: date
    to: str = ""  # "courses/hv-safety", or empty when nothing took its place
    gone: Text | None = None  # why

    @property
    def kind(self) -> Kind:
        return _KINDS[self.old.partition("/")[0]]


Moves = Mapping[str, Move]  # by old address


def read_moves(hub: Path, schemas: Schemas, known: Known, language: str) -> tuple[Moves, tuple[Problem, ...]]:
    """What became of the entries that are no longer there, and what is wrong with the list of them."""
    if not (hub / MOVED).exists() and not (hub / MOVED).is_symlink():
        return {}, ()
    content = contents(hub, MOVED)
    if isinstance(content, Problem):
        return {}, (content,)
    value = judge(MOVED, content)
    if not isinstance(value, Mapping):
        return {}, value
    if misfits := schemas.problems_in(MOVED, "moved", value):
        return {}, tuple(placed(MOVED, content, misfits))
    moves = {old: _move(old, cast("Mapping[str, Any]", one), language) for old, one in value.items()}
    return moves, tuple(placed(MOVED, content, faults_in(moves, known)))


def _move(old: str, written: Mapping[str, Any], language: str) -> Move:
    gone = written.get("gone")
    return Move(
        old=old,
        on=date.fromisoformat(written["date"]),
        to=written.get("to", ""),
        gone={language: gone} if isinstance(gone, str) else gone,
    )


def end_of(moves: Moves, old: str) -> str:
    """Where an old address leads in the end; empty when nothing is there any more, or when it leads in a circle."""
    seen = set[str]()
    while old in moves and old not in seen:
        seen.add(old)
        old = moves[old].to
    return "" if old in seen else old


def is_there(known: Known, address: str) -> bool:
    folder, _, slug = address.partition("/")
    return slug in known[_KINDS[folder]]


Rule = Callable[[Moves, Known], Iterator[Finding]]


def faults_in(moves: Moves, known: Known) -> Iterator[Finding]:
    for rule in RULES:
        yield from rule(moves, known)


def _moved_nowhere(moves: Moves, _known: Known) -> Iterator[Finding]:
    for move in moves.values():
        if bool(move.to) == bool(move.gone):
            yield Finding(
                field=(move.old,),
                code="moved-nowhere",
                message="A moved entry either leads somewhere or is gone.",
                hint="Write 'to' with the new address, or 'gone' with the reason.",
                example=f"{move.old}: {{gone: No longer offered, date: {move.on}}}",
            )


def _moved_to_nothing(moves: Moves, known: Known) -> Iterator[Finding]:
    for move in moves.values():
        if move.to and move.to not in moves and not is_there(known, move.to):
            yield Finding(
                field=(move.old, "to"),
                code="moved-to-nothing",
                message=f"There is no entry '{move.to}'.",
                hint="Write the address of an entry that is there, or 'gone' and why.",
            )


def _moved_in_a_circle(moves: Moves, _known: Known) -> Iterator[Finding]:
    for move in moves.values():
        if move.to and not end_of(moves, move.old) and _circles(moves, move.old):
            yield Finding(
                field=(move.old, "to"),
                code="moved-in-a-circle",
                message=f"'{move.old}' leads back to itself.",
                hint="Write the address at which the entry is now.",
            )


def _circles(moves: Moves, start: str) -> bool:
    seen, at = {start}, moves[start].to
    while at in moves and at not in seen:
        seen.add(at)
        at = moves[at].to
    return at == start


def _reused_name(moves: Moves, known: Known) -> Iterator[Finding]:
    for move in moves.values():
        if is_there(known, move.old):
            yield Finding(
                field=(move.old,),
                code="reused-name",
                message=f"There is an entry '{move.old}', but the list says that it has moved.",
                hint="A name that was given once is not given again: call the new file otherwise.",
                at="key",
            )


RULES: tuple[Rule, ...] = (_moved_nowhere, _moved_to_nothing, _moved_in_a_circle, _reused_name)
