"""A tree as text: two spaces a level, lists under their field, short groups in brackets where they stood in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from skillshub.editing.parts import Document, Group, Part, Scalar, below

_WIDEST = 120
_STEP = "  "


def text_of(document: Document) -> str:
    """The whole file, with one line break at its end."""
    lines = [*document.head, *_without_first_gap(_group(document.root, "")), *document.tail]
    return "\n".join(line.rstrip(" ") for line in lines) + "\n"


def _without_first_gap(lines: Iterable[str]) -> Iterator[str]:
    """Nothing opens with an empty line."""
    begun = False
    for line in lines:
        begun = begun or bool(line)
        if begun:
            yield line


def _group(group: Group, indent: str) -> Iterator[str]:
    is_open = False
    for part in group.parts:
        lines = _part(part, indent)
        yield from _without_first_gap(lines) if is_open else lines
        is_open = _ends_open(part)


def _ends_open(part: Part) -> bool:
    """Whether an empty line below would become a part of its text."""
    if isinstance(part.value, Group):
        return bool(part.value.parts) and _ends_open(part.value.parts[-1])
    return part.value.is_block and "+" in part.value.lines[0]


def _part(part: Part, indent: str) -> Iterator[str]:
    mark = f"{part.name}:" if part.name else "-"
    for comment in _all_before(part):
        yield f"{indent}{comment}" if comment else ""
    yield from _value(part, f"{indent}{mark}", indent)
    yield from (f"{indent}{comment}" for comment in part.after)


def _all_before(part: Part) -> Iterator[str]:
    """What stands above a list item's first field stands above the item."""
    yield from part.before
    if not part.name and isinstance(part.value, Group) and not _is_in_brackets(part.value) and part.value.parts:
        yield from _all_before(part.value.parts[0])


def _value(part: Part, opening: str, indent: str) -> Iterator[str]:
    beside = f" {part.beside}" if part.beside else ""
    if isinstance(part.value, Scalar):
        yield from _scalar(part.value, opening, indent, beside)
        return
    line = f"{opening} {in_brackets(part.value)}"
    if not part.value.parts or (_is_in_brackets(part.value) and len(line) <= _WIDEST):
        yield line + beside
    elif part.name or part.beside:
        yield opening + beside
        yield from _without_first_gap(_group(part.value, indent + _STEP))
    else:
        yield from _after_a_hyphen(part.value, opening, indent)


def _after_a_hyphen(group: Group, opening: str, indent: str) -> Iterator[str]:
    """The first field of an item stands in the line of its hyphen."""
    first, *others = group.parts
    inner = indent + _STEP
    lines = list(_part(_bare(first), inner))
    yield f"{opening} {lines[0].lstrip()}"
    yield from lines[1:]
    yield from _group(Group(parts=tuple(others), is_list=group.is_list, is_inline=False), inner)


def _bare(part: Part) -> Part:
    """Without the comments above it, and above what it begins with, which were written already."""
    value = part.value
    if not part.name and isinstance(value, Group) and not _is_in_brackets(value) and value.parts:
        first, *others = value.parts
        value = Group(parts=(_bare(first), *others), is_list=value.is_list, is_inline=value.is_inline)
    return Part(name=part.name, value=value, beside=part.beside, after=part.after)


def _scalar(scalar: Scalar, opening: str, indent: str, beside: str) -> Iterator[str]:
    first, *others = scalar.lines
    lines = [f"{opening} {first}".rstrip(), *(f"{indent}{_STEP}{line}" if line else "" for line in others)]
    where = 0 if scalar.is_block else -1
    lines[where] += beside
    yield from lines


def _is_in_brackets(group: Group) -> bool:
    return group.is_inline and all(
        not part.has_comments and (isinstance(part.value, Group) or part.value.is_one_line) for part in below(group)
    )


def in_brackets(group: Group) -> str:
    """The group on one line."""
    inner = ", ".join(_in_brackets(part) for part in group.parts)
    return f"[{inner}]" if group.is_list else f"{{{inner}}}"


def _in_brackets(part: Part) -> str:
    value = in_brackets(part.value) if isinstance(part.value, Group) else part.value.lines[0]
    return f"{part.name}: {value}".rstrip() if part.name else value
