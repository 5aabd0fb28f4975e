"""What is asked for a kind of entry: its fields, but for those that the hub knows better or that need an editor."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from skillshub.forms import Form
from skillshub.model import Kind

Way = tuple[str, ...]

KINDS: tuple[Kind, ...] = ("course", "event", "provider")
"""What people propose who write no files. Regions, skills and job roles are settled by the hub."""

_LEFT_OUT = frozenset(
    {
        "status", "updated", "verified", "sample", "source",  # the hub says these itself
        "contacts", "maintainers",  # about people, who would have to be asked
        "previous_start", "recurrence", "virtual_url", "event_status", "offers", "looking_for", "standards",
    }
)  # fmt: skip

_PARTS: Mapping[str, tuple[str, ...]] = {
    "price": ("category", "amount", "currency"),
    "place": ("city", "country"),
    "credential": ("type", "name"),
}
"""Of a group of fields, those that are asked, each as a question of its own."""

_LINES: Mapping[str, tuple[Way, ...]] = {
    "skills": (("skill",), ("level",)),
    "sessions": (("start",), ("end",), ("timezone",), ("place", "city"), ("place", "country")),
}
"""Of a list of groups, what stands on a line, with commas between."""

_MANY = 12  # choices; of more than these nobody reads a list, and they are written instead


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Question:
    """One question of a form, and the field that its answer goes to."""

    way: Way
    label: str  # as the issue repeats it above the answer: one of its own within a form
    form: Form
    required: bool
    columns: tuple[Way, ...] = ()  # of a line of the answer, for a list of groups

    @property
    def choices(self) -> Mapping[str, str]:
        """Value -> label, where one is to be chosen from a short list. Who means "none" chooses nothing."""
        if len(self.form.choices) > _MANY:
            return {}
        return {word: label for word, label in self.form.choices.items() if word != "none"}

    @property
    def has_lines(self) -> bool:
        return "array" in self.form.types

    @property
    def is_long(self) -> bool:
        return self.has_lines or self.form.part in ("summary", "paragraph", "markdown")


def questions(form: Form) -> Sequence[Question]:
    """The required ones first, each in the order of the schema."""
    every = list(_questions(form))
    return tuple(sorted(every, key=lambda question: not question.required))


def _questions(form: Form) -> Iterator[Question]:
    for name, field in form.fields.items():
        if name in _LEFT_OUT:
            continue
        if name in _PARTS:
            yield from _of_parts(name, field)
        elif "object" not in field.types or "string" in field.types:
            columns = _LINES.get(name, ())
            yield Question(way=(name,), label=field.title, form=field, required=field.required, columns=columns)


def _of_parts(name: str, field: Form) -> Iterator[Question]:
    for part in _PARTS[name]:
        inner = field.fields[part]
        needed = field.required and inner.required
        yield Question(way=(name, part), label=f"{field.title}: {inner.title}", form=inner, required=needed)
