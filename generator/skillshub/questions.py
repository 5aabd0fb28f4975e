"""What somebody is asked who adds an entry: the fields that it must have, in the order of its schema. Values only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from skillshub.forms import Form
from skillshub.problems import Field

_KNOWN = frozenset({"status", "updated"})  # an entry is published, today
_MOST = 24  # choices that are listed


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One field that is asked for."""

    way: Field
    form: Form

    @property
    def flag(self) -> str:
        """How it is given on the command line."""
        return ".".join(str(step) for step in self.way if isinstance(step, str))

    @property
    def names(self) -> str:
        """The kind of the entries that it names; "" where it names none."""
        return self.form.refers_to or (self.form.items.refers_to if self.form.items else "")

    @property
    def choices(self) -> Mapping[str, str]:
        return self.form.choices or (self.form.items.choices if self.form.items else {})

    @property
    def is_list(self) -> bool:
        return "array" in self.form.types

    @property
    def help(self) -> str:
        """What the field is for, what it can be, and an example."""
        about = (self.form.description or self.form.title).rstrip(".")
        several = " (several with a ; between them)" if self.is_list else ""
        few = self.choices if len(self.choices) <= _MOST else {}
        choices = f": {', '.join(few)}" if few else ""
        return f"{about}{several}{choices}{self._example}"

    @property
    def _example(self) -> str:
        examples = self.form.examples or (self.form.items.examples if self.form.items else ())
        if not examples or (self.choices and len(self.choices) <= _MOST) or self.names:
            return ""
        first = examples[0]
        shown = "; ".join(map(str, first)) if isinstance(first, list | tuple) else first
        if isinstance(shown, Mapping):
            shown = next(iter(shown.values()))
        return f". For example: {shown}"


def questions(form: Form) -> Iterator[Question]:
    """Every field that an entry must have and that nobody knows yet."""
    for name, field in form.fields.items():
        if field.required and name not in _KNOWN:
            yield from _within(field, (name,))


def _within(form: Form, way: Field) -> Iterator[Question]:
    """A group is asked for field by field, and so is the one item that a list of groups begins with."""
    inner = form.items if form.items and form.items.fields else None
    if not inner and not (form.fields and "string" not in form.types):
        yield Question(way=way, form=form)
        return
    for name, field in (inner or form).fields.items():
        if field.required:
            yield from _within(field, (*way, 0, name) if inner else (*way, name))


_PLACE: tuple[Field, ...] = (("place", "city"), ("place", "country"))
_MONEY: tuple[Field, ...] = (("price", "amount"), ("price", "currency"))
_FOLLOWING: tuple[tuple[Field, frozenset[str], tuple[Field, ...]], ...] = (
    (("price", "category"), frozenset({"paid", "partially-free", "subscription"}), _MONEY),
    (("attendance",), frozenset({"onsite", "hybrid"}), _PLACE),
    (("attendance",), frozenset({"online"}), (("virtual_url",),)),
)
"""Field, its values, and what an entry with one of them must say too."""


def following(form: Form, value: Mapping[str, Any]) -> Iterator[Question]:
    """What the answers so far lead to: who asks money says how much."""
    for way, values, others in _FOLLOWING:
        if at(value, way) in values:
            yield from (Question(way=other, form=form.at(other)) for other in others if form.at(other).title)


def at(value: Any, way: Field) -> Any:
    """What a value holds at the end of a way; None where it holds nothing."""
    for step in way:
        if isinstance(value, Mapping):
            value = value.get(str(step))
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            return None
    return value
