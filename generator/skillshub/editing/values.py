"""A tree from a value: how an entry is written that no person has written before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from skillshub.editing.parts import Document, Group, Part, Scalar
from skillshub.editing.scalars import escaped, is_quotable, value_scalar
from skillshub.editing.tree import literal

_SHORT = 32  # characters of an item that may stand in brackets with others
_LINE = 88


def document_from(value: Mapping[str, object], head: Sequence[str]) -> Document:
    root = _node(value, is_item=False)
    assert isinstance(root, Group)
    return Document(root=Group(parts=root.parts, is_list=False, is_inline=False), head=tuple(head))


def _node(value: object, *, is_item: bool) -> Scalar | Group:
    if isinstance(value, Mapping):
        inline = is_item and _is_short(value.values())
        parts = tuple(
            Part(name=_name(name, in_brackets=inline), value=_inner(below, inline)) for name, below in value.items()
        )
        return Group(parts=parts, is_list=False, is_inline=inline)
    if isinstance(value, Sequence) and not isinstance(value, str):
        inline = _is_short(value)
        parts = tuple(Part(name="", value=_inner(below, inline, is_item=True)) for below in value)
        return Group(parts=parts, is_list=True, is_inline=inline)
    return _scalar(value, in_brackets=False)


def _inner(value: object, inline: bool, *, is_item: bool = False) -> Scalar | Group:
    return _scalar(value, in_brackets=True) if inline else _node(value, is_item=is_item)


def _name(name: str, *, in_brackets: bool) -> str:
    return value_scalar(name, in_brackets=in_brackets) if is_quotable(name) else escaped(name)


def _is_short(values: object) -> bool:
    """A few short single values."""
    assert isinstance(values, Sequence) or hasattr(values, "__iter__")
    those = list(values)
    single = all(value is None or isinstance(value, str | int | float) for value in those)
    if not single or not all(is_quotable(str(value)) and len(str(value)) <= _SHORT for value in those):
        return False
    return sum(len(str(value)) + 2 for value in those) <= _LINE


def _scalar(value: object, *, in_brackets: bool) -> Scalar:
    if isinstance(value, str) and not is_quotable(value):
        return literal(value) if _is_lines(value) else Scalar(lines=(escaped(value),))
    return Scalar(lines=(value_scalar(value, in_brackets=in_brackets),))


def _is_lines(text: str) -> bool:
    """Lines of which each can be seen as it is."""
    return all(is_quotable(line) and line == line.rstrip() for line in text.split("\n")) and bool(text.strip())
