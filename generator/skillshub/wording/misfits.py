"""A value that does not fit its form: what a validator found, before it is put into words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from skillshub.findings import Finding
from skillshub.forms import Form
from skillshub.problems import Field
from skillshub.wording.showing import written


@dataclass(frozen=True, slots=True, kw_only=True)
class Misfit:
    field: Field
    keyword: str  # of the schema: "required", "enum" ...
    limit: Any  # what the schema says there
    value: Any  # what the entry holds there
    form: Form
    owner: str  # the kind of entry, as people call it: "course"

    @property
    def name(self) -> str:
        """The nearest name above the value, as it is written in the file."""
        return next((step for step in reversed(self.field) if isinstance(step, str)), "")

    def as_written(self, value: object) -> str:
        """The field with another value, as one would write it; an item within its list."""
        is_item = bool(self.field) and isinstance(self.field[-1], int)
        return written(self.name, [value] if is_item else value)

    @property
    def example(self) -> str:
        """The example of the field, as one would write it; empty when its schema gives none."""
        return self.as_written(self.form.examples[0]) if self.form.examples else ""


Say = Callable[[Misfit], Finding]


def example_of(form: Form) -> str:
    """The example of a field that is not there yet."""
    return written(form.name, form.examples[0]) if form.examples else ""


def help_of(form: Form) -> str:
    """What the field is for, as the end of a sentence."""
    text = form.description or form.title
    if not text:
        return ""
    return text if text[1:2].isupper() else text[0].lower() + text[1:]
