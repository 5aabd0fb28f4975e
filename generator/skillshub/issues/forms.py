"""The questions as issue forms: YAML for ``.github/ISSUE_TEMPLATE``, which Forgejo reads as well.

Form: https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-pull-requests
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from skillshub.forms import Form
from skillshub.issues.questions import KINDS, Question, questions
from skillshub.model import Kind

LABEL = "entry"
"""Marks an issue whose answers are to become an entry; a second label names the kind."""

_HEAD = "# Made from schema/ by: skillshub issue-forms. Not to be changed by hand."

_FIRST = {
    "course": "Propose a course",
    "event": "Propose an event",
    "provider": "Propose your organisation",
}

_WELCOME = (
    "Answer what you can: a check reads your answers, says what is missing or wrong, and makes a proposal of them that "
    "the people of this hub look at. What you write here can be seen by everybody, and so will the entry; please name "
    "no private address or telephone number."
)


def issue_forms(form_of: Callable[[Kind], Form]) -> Mapping[str, bytes]:
    """Each form by the name of its file."""
    forms = {f"{kind}.yml": "\n".join(_form(kind, form_of(kind))).encode() + b"\n" for kind in KINDS}
    return {**forms, "config.yml": f"{_HEAD}\nblank_issues_enabled: true\n".encode()}


def _form(kind: Kind, form: Form) -> Iterator[str]:
    yield _HEAD
    yield from _field("", "name", _FIRST[kind])
    yield from _field("", "description", f"{form.description}.")
    yield from _field("", "title", f"{form.title}: ")
    yield from _field("", "labels", [LABEL, f"{LABEL}: {kind}"])
    yield "body:"
    yield from _item("markdown", "", {"value": _WELCOME}, required=False)
    for question in questions(form):
        yield from _item(_type(question), "-".join(question.way), _asked(question), required=question.required)


def _item(kind: str, name: str, attributes: Mapping[str, Any], *, required: bool) -> Iterator[str]:
    yield f"  - type: {kind}"
    if name:
        yield f"    id: {name.replace('_', '-')}"
    yield "    attributes:"
    for key, value in attributes.items():
        yield from _field("      ", key, value)
    if required:
        yield from ("    validations:", "      required: true")


def _field(indent: str, name: str, value: object) -> Iterator[str]:
    """A field of the form; JSON is YAML."""
    if isinstance(value, list):
        yield f"{indent}{name}:"
        yield from (f"{indent}  - {json.dumps(one, ensure_ascii=False)}" for one in value)
    else:
        yield f"{indent}{name}: {json.dumps(value, ensure_ascii=False)}"


def _type(question: Question) -> str:
    if question.choices:
        return "dropdown"
    return "textarea" if question.is_long else "input"


def _asked(question: Question) -> dict[str, Any]:
    asked: dict[str, Any] = {"label": question.label, "description": " ".join(_help(question))}
    if question.choices:
        asked["options"] = list(question.choices.values())
    elif example := _example(question):
        asked["placeholder"] = example
    return asked


def _help(question: Question) -> Iterator[str]:
    form = question.form
    yield f"{(form.description or form.title).rstrip('.')}."
    if question.columns:
        yield f"One a line: {', '.join(_titles(question))}."
    elif question.has_lines:
        yield "One a line."


def _titles(question: Question) -> Iterator[str]:
    for way in question.columns:
        found = (question.form.items or Form()).at(way)
        yield (found.title or way[-1]).lower()


def _example(question: Question) -> str:
    """What an answer could look like, from the examples of the schema."""
    if question.columns:
        return "\n".join([_LINES_SHOWN[question.way[0]]])
    given = question.form.examples or (question.form.items.examples if question.form.items else ())
    example = given[0] if given else ""
    return "\n".join(map(str, example)) if isinstance(example, list) else str(example)


_LINES_SHOWN = {
    "skills": "electrical-safety, practitioner",
    "sessions": "2027-03-15T09:00, 2027-03-16T17:00, Europe/Berlin, Wolfsburg, DE",
}
