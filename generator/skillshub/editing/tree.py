"""A text of YAML as a tree of parts, each with its comments: what is needed to write it anew and lose nothing.

Only for texts that the strict reader accepts: no references, tags, second documents or fields given twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from ruamel.yaml import YAML
from ruamel.yaml.nodes import MappingNode, ScalarNode, SequenceNode

from skillshub.editing.comments import Spot, belonging, comments_in
from skillshub.editing.parts import Document, Group, Part, Scalar
from skillshub.editing.scalars import is_plain, is_quotable, quoted

_BLOCK = ("|", ">")
_TIGHT = re.compile(r"#+[^\s#]")  # beside a text without quotes, the strict reader would take it for a part of the text
_BETWEEN = re.compile(r"(?:\s|#[^\n]*)*")  # what may stand between two items: space and comments


class _Leaf(NamedTuple):
    key: Any  # the node of its name; None for an item of a list
    node: Any
    spot: Spot
    inner: tuple[Any, ...]  # leaves


def document_of(text: str) -> Document:
    """The parts of a file whose lines end with LF."""
    root = YAML(typ="safe", pure=True).compose(text)
    leaves = _leaves(root, text, None)
    spots = list(_spots(leaves))
    scalars = sorted(_scalars(root), key=lambda node: node.start_mark.index)
    spans = [(node.start_mark.index, _end(text, node)) for node in scalars]
    headers = [_header(text, node) for node in scalars if node.style in _BLOCK]
    ends = belonging(comments_in(text, spans, headers), spots)
    return Document(root=_group(root, leaves, text), head=tuple(ends.head), tail=tuple(ends.tail))


def _scalars(node: Any) -> Iterator[Any]:
    if isinstance(node, ScalarNode):
        yield node
        return
    for below in node.value:
        for each in below if isinstance(below, tuple) else (below,):
            yield from _scalars(each)


def _end(text: str, node: Any) -> int:
    """Where a text ends; empty lines below ``|`` are part of it only if it says so."""
    start: int = node.start_mark.index
    end: int = node.end_mark.index
    if node.style not in _BLOCK or node.value.endswith("\n\n"):
        return end
    return start + len(text[start:end].rstrip())


def _header(text: str, node: Any) -> tuple[int, int]:
    start = node.start_mark.index
    end = text.find("\n", start)
    return start, len(text) if end < 0 else end


def _leaves(node: Any, text: str, above: Spot | None) -> tuple[_Leaf, ...]:
    if isinstance(node, MappingNode):
        return tuple(_leaf(key, value, text, key.start_mark.index, above) for key, value in node.value)
    if isinstance(node, SequenceNode):
        return tuple(_items(node, text, above))
    return ()


def _items(node: Any, text: str, above: Spot | None) -> Iterator[_Leaf]:
    """Each with its hyphen, which stands behind the item before it; in brackets, an item begins with itself."""
    after = node.start_mark.index
    for item in node.value:
        start = item.start_mark.index if node.flow_style else _BETWEEN.match(text, after).end()  # type: ignore[union-attr]
        yield _leaf(None, item, text, start, above)
        after = item.end_mark.index


def _leaf(key: Any, node: Any, text: str, start: int, above: Spot | None) -> _Leaf:
    spot = Spot(line=text.count("\n", 0, start), column=start - text.rfind("\n", 0, start) - 1, above=above)
    return _Leaf(key, node, spot, _leaves(node, text, spot))


def _spots(leaves: tuple[_Leaf, ...]) -> Iterator[Spot]:
    """Every part that can have a comment: not what stands in brackets within one line."""
    for leaf in leaves:
        yield leaf.spot
        if not (leaf.inner and leaf.node.flow_style and leaf.node.start_mark.line == leaf.node.end_mark.line):
            yield from _spots(leaf.inner)


def _group(node: Any, leaves: tuple[_Leaf, ...], text: str) -> Group:
    return Group(
        parts=tuple(_part(leaf, text, in_brackets=bool(node.flow_style)) for leaf in leaves),
        is_list=isinstance(node, SequenceNode),
        is_inline=bool(node.flow_style),
    )


def _part(leaf: _Leaf, text: str, *, in_brackets: bool) -> Part:
    spot = leaf.spot
    keeps_quotes = _TIGHT.match(spot.beside) is not None
    value: Scalar | Group
    if isinstance(leaf.node, ScalarNode):
        value = _scalar(leaf.node, text, in_brackets=in_brackets, keeps_quotes=keeps_quotes)
    else:
        value = _group(leaf.node, leaf.inner, text)
    return Part(
        name=_scalar(leaf.key, text, in_brackets=in_brackets).lines[0] if leaf.key else "",
        value=value,
        before=_gaps_once(spot.before),
        beside=spot.beside,
        after=tuple(spot.after),
    )


def _gaps_once(comments: list[str]) -> tuple[str, ...]:
    """Several empty lines are one."""
    return tuple(text for text, above in zip(comments, ["#", *comments], strict=False) if text or above)


def _scalar(node: Any, text: str, *, in_brackets: bool, keeps_quotes: bool = False) -> Scalar:
    if node.style in _BLOCK:
        return _block(node, text)
    raw = text[node.start_mark.index : node.end_mark.index]
    if node.style and "\n" not in raw and is_quotable(node.value):
        may_be_plain = not keeps_quotes and is_plain(node.value, in_brackets=in_brackets)
        return Scalar(lines=(node.value if may_be_plain else quoted(node.value),))
    return Scalar(lines=tuple(line.strip(" \t") for line in raw.split("\n")))


def _block(node: Any, text: str) -> Scalar:
    start, end = _header(text, node)
    header = text[start:end].split(" #", 1)[0].strip()
    if node.style == "|":
        return literal(node.value)
    lines = text[end + 1 : node.end_mark.index].removesuffix("\n").split("\n")
    while lines and not lines[-1].strip() and "+" not in header:
        lines.pop()
    if not node.value.endswith("\n"):
        header = f"{header.rstrip('+-')}-"
    width = min((len(line) - len(line.lstrip(" ")) for line in lines if line.strip()), default=0)
    return Scalar(lines=(header, *(line[width:] for line in lines)), is_block=True)


def literal(value: str) -> Scalar:
    """A text below ``|``, line for line; the sign after it says how the text ends."""
    ending = "-"
    if value.endswith("\n"):
        ending = "+" if value.endswith("\n\n") or not value.strip("\n") else ""
    body = value.removesuffix("\n").split("\n")
    first = next((line for line in body if line), "")
    depth = "2" if first.startswith((" ", "\t")) or not first else ""
    return Scalar(lines=(f"|{depth}{ending}", *body), is_block=True)
