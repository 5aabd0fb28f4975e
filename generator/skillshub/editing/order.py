"""Fields in the order of their schema; what the schema does not know comes last, in the order in which it stood."""

from __future__ import annotations

from dataclasses import replace

from skillshub.editing.parts import Document, Group, Part
from skillshub.forms import Form


def in_order(document: Document, form: Form) -> Document:
    return replace(document, root=_ordered(document.root, form))


def _ordered(group: Group, form: Form) -> Group:
    parts = tuple(_inside(part, form.at((0 if group.is_list else _name(part),))) for part in group.parts)
    if group.is_list or not form.fields:
        return replace(group, parts=parts)
    rank = {name: number for number, name in enumerate(form.fields)}
    return replace(group, parts=tuple(sorted(parts, key=lambda part: rank.get(_name(part), len(rank)))))


def _inside(part: Part, form: Form) -> Part:
    return replace(part, value=_ordered(part.value, form)) if isinstance(part.value, Group) else part


def _name(part: Part) -> str:
    return part.name.strip("\"'")
