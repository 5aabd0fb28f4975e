"""What the words of the files are called on a page: "short-programme" is "Short programme".

The labels stand in the schema, beside the words (``enumDescriptions``); ``languages`` translates them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from skillshub.forms import Form
from skillshub.model import Kind

Labels = Mapping[str, Mapping[str, str]]
"""Way to a field ("course.credential.type"; "level" and "price.category" for what all kinds share) -> word -> label."""


def labels_of(forms: Mapping[Kind, Form]) -> Labels:
    found: dict[str, Mapping[str, str]] = {}
    for kind, form in forms.items():
        found.update(_below(kind, form))
    return found


def _below(way: str, form: Form) -> Iterator[tuple[str, Mapping[str, str]]]:
    for name in (way, form.part) if form.part else (way,):
        if form.choices:
            yield name, form.choices
        for field, inner in form.fields.items():
            yield from _below(f"{name}.{field}", inner)
    if form.items:
        yield from _below(way, form.items)
