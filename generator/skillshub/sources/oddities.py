"""YAML that is valid and still refused: what no entry needs, and what makes a file mean more than it shows.

Each law is a function from a value to the fault it finds; ``reader`` refuses a file by the same laws, only faster.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import islice

from skillshub.problems import Field
from skillshub.sources import sentences
from skillshub.sources.faults import MOST, Fault
from skillshub.sources.rawtext import REFUSED, refused_character
from skillshub.sources.walking import DEEPEST, NAMELESS, Node, Piece, walk

WORDS: Mapping[str, object] = {"": None, "~": None, "null": None, "true": True, "false": False}
NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,15})(?:\.[0-9]{1,16})?")
"""Whole numbers and decimals that a computer keeps exactly enough; anything longer is an identifier: a text."""


def is_number(text: str) -> bool:
    """Whether a text without quotes is a number."""
    return NUMBER.fullmatch(text) is not None


OF_THE_FILE = frozenset({"empty-file", "not-fields", "second-document"})
"""Codes about the file as a whole: of no use where the file cannot be read to its end."""

_IN_FULL = "Write the value out in full; if the sign belongs to a text, put the text in quotes."


def oddities_in(content: bytes, lines: list[str], *, tags_allowed: bool = False) -> Iterator[Fault]:
    """Everything refused in a file that the parser accepts, or in the part of it that the parser reached."""
    nodes = tuple(walk(content))
    if not nodes:
        yield Fault(0, 0, 1, "empty-file", *_words_for_empty(content))
        return
    first = next((place for place, node in enumerate(nodes) if place and not node.field), len(nodes))
    yield from _about_the_file(nodes, first, lines)
    yield from islice(_odd(nodes[:first], tags_allowed), MOST)
    yield from islice(_doubles(nodes[:first]), MOST)


def _odd(nodes: tuple[Node, ...], tags_allowed: bool) -> Iterator[Fault]:
    for node in nodes:
        laws = LAWS if not tags_allowed or not node.field else [law for law in LAWS if law is not tag]
        yield from (fault for law in laws if (fault := law(node)))


def _words_for_empty(content: bytes) -> tuple[str, str]:
    if content.strip():
        return "The file holds only comments.", "Remove the '#' before the lines that are meant, or delete the file."
    return "The file is empty.", "Fill it, or delete it."


def _about_the_file(nodes: tuple[Node, ...], first: int, lines: list[str]) -> Iterator[Fault]:
    if not nodes[0].piece.is_mapping:
        yield _not_fields(nodes[0], lines)
    if first < len(nodes):
        message = "A second entry begins here, after the line '---'."
        yield _at(nodes[first].piece, "second-document", message, "Put each entry in a file of its own.")


def _not_fields(node: Node, lines: list[str]) -> Fault:
    if node.piece.is_text and (fault := sentences.missing_space_after_colon(node.piece.line, lines)):
        return fault
    what = "a text" if node.piece.is_text else "a list"
    message = f"The file holds {what}, not fields with a name and a value."
    return _at(node.piece, "not-fields", message, "Begin each field with its name and a colon.", "title: Data basics")


def too_deep(node: Node) -> Fault | None:
    """Fields within fields within fields, more than twelve levels."""
    if not node.is_too_deep:
        return None
    message = f"The values are nested more than {DEEPEST} levels deep."
    return _at(node.piece, "too-deep", message, "Entries need four levels at most.")


def reference(node: Node) -> Fault | None:
    """A name given to a value (&), a value taken from elsewhere (*), or fields merged in (<<)."""
    if node.piece.is_alias:
        return _at(node.piece, "reference", "'*' takes a value from another place, which entries do not do.", _IN_FULL)
    if node.key and node.key.value == "<<":
        return _at(node.key, "reference", "'<<' takes fields from another place, which entries do not do.", _IN_FULL)
    for piece in (node.key, node.piece):
        if piece and piece.is_named:
            return _at(piece, "reference", "'&' gives a value a name, which entries do not do.", _IN_FULL)
    return None


def tag(node: Node) -> Fault | None:
    """A value that begins with '!', which tells a program what to make of it."""
    return _tagged(node.piece)


def tagged_name(node: Node) -> Fault | None:
    """A field's name that begins with '!'."""
    return _tagged(node.key) or (_tagged(node.piece) if node.is_key else None)


def _tagged(piece: Piece | None) -> Fault | None:
    if piece is None or not piece.is_tagged:
        return None
    return _at(piece, "tag", "'!' at the beginning of a value is an instruction to a program.", _IN_FULL)


def name_is_no_text(node: Node) -> Fault | None:
    """A field whose name is a number, true, false, nothing, or a list."""
    if node.is_key:
        message = "A list or a group of fields stands where a field's name should be."
        return _at(node.piece, "name-is-no-text", message, "If brackets or braces belong to a text, put it in quotes.")
    if node.key is None or not node.key.is_plain or not _is_no_text(node.key.value):
        return None
    message = f"'{node.key.value}' stands where a field's name should be." if node.key.value else "A field has no name."
    return _at(node.key, "name-is-no-text", message, "Write the field's name before the colon.", "title: Data basics")


def _is_no_text(value: str) -> bool:
    return value in WORDS or NUMBER.fullmatch(value) is not None


def hidden_by_an_escape(node: Node) -> Fault | None:
    """A character that is refused in a file, written as an escape in double quotes."""
    for piece in (node.key, node.piece):
        refused = REFUSED.search(piece.value) if piece else None
        if piece and refused:
            return refused_character(refused[0], piece.line, piece.column)._replace(length=piece.length, mend=None)
    return None


def _doubles(nodes: tuple[Node, ...]) -> Iterator[Fault]:
    """Fields given twice; not the fields inside them, which are then doubled too."""
    lines: dict[Field, int] = {}
    doubled: set[Field] = set()
    for node in nodes:
        if node.key is None or NAMELESS in node.field:
            continue
        if any(node.field[:length] in doubled for length in range(len(node.field))):
            continue
        if node.field in lines:
            yield _double(node.key, lines[node.field])
            doubled.add(node.field)
        lines.setdefault(node.field, node.key.line)


def _double(key: Piece, first: int) -> Fault:
    message = f"The field '{key.value}' is given twice; the first time in line {first + 1}."
    return _at(key, "duplicate-field", message, "Keep one of the two.")


def _at(piece: Piece, code: str, message: str, hint: str = "", example: str = "") -> Fault:
    return Fault(piece.line, piece.column, piece.length, code, message, hint, example)


LAWS: tuple[Callable[[Node], Fault | None], ...] = (
    too_deep,
    reference,
    tag,
    tagged_name,
    name_is_no_text,
    hidden_by_an_escape,
)
