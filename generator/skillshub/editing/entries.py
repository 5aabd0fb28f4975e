"""The text of an entry's file, from its value or from the text that it had: never one that says something else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from skillshub.editing import layout
from skillshub.editing.order import in_order
from skillshub.editing.parts import Document, comments_of
from skillshub.editing.tree import document_of
from skillshub.editing.values import document_from
from skillshub.forms import Form
from skillshub.sources import judge

_EDITORS = "# yaml-language-server: $schema="


class CannotFormat(Exception):
    """The file would not say the same in another layout; one sentence says so."""


def text_of(kind: str, form: Form, value: Mapping[str, object]) -> str:
    """The file of a new entry, with the line by which an editor finds its fields."""
    document = in_order(document_from(value, [_for_editors(kind)]), form)
    text = layout.text_of(document)
    if judge("", text.encode()) != value:
        raise AssertionError(f"a text of this {kind} would say something else than it should")
    return text


def formatted(kind: str, form: Form, text: str) -> str:
    """The same entry in good order: fields as in the schema, two spaces a level, quotes where they are needed."""
    lines = text.replace("\r\n", "\n")
    before = judge("", lines.encode())
    if not isinstance(before, Mapping):
        raise CannotFormat("The file has mistakes that must be mended first: see skillshub check.")
    document = in_order(document_of(lines), form)
    after = layout.text_of(_for_editors_too(document, kind))
    if judge("", after.encode()) != before or not _holds_all(document_of(after), document):
        raise CannotFormat("The file is written in a way that cannot be put in order without losing something of it.")
    return after


def _for_editors(kind: str) -> str:
    return f"{_EDITORS}../../schema/{kind}.schema.json"


def _for_editors_too(document: Document, kind: str) -> Document:
    if any(line.startswith(_EDITORS) for line in document.head):
        return document
    return replace(document, head=(_for_editors(kind), *document.head))


def _holds_all(after: Document, before: Document) -> bool:
    """Whether no comment was lost."""
    return not Counter(comments_of(before)) - Counter(comments_of(after))
