"""An answer as the value of its field, as a person meant it: labels become words, lines become lists, numbers numbers.

What cannot be meant so stays as it was written, and the check says what is wrong with it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from skillshub.forms import Form
from skillshub.issues.questions import Question, Way
from skillshub.sources import slug_of

_NUMBER = re.compile(r"-?\d{1,9}(?:[.,]\d{1,4})?")


def value_of(question: Question, answer: str) -> Any:
    if not question.has_lines:
        return single(question.form, answer if question.is_long else " ".join(answer.split()))
    lines = [line for line in (_bare(line) for line in answer.splitlines()) if line]
    if question.columns:
        return [_grouped(question, line) for line in lines]
    if "string" in question.form.types and lines[:1] == ["everywhere"]:
        return "everywhere"
    item = question.form.items or Form()
    if item.refers_to or item.choices:
        lines = [word for line in lines for word in _parted(line)]
    return list(dict.fromkeys(single(item, line) for line in lines))


def _bare(line: str) -> str:
    """Without the dash of somebody's list, and the space around it."""
    return re.sub(r"^\s*[-*•]\s+", "", line).strip()


def _parted(line: str) -> list[str]:
    return [word for word in (part.strip() for part in line.split(",")) if word]


def single(form: Form, text: str) -> Any:
    """A text, a number, a word of a list, the name of an entry."""
    if form.choices:
        return _chosen(form.choices, text)
    if form.refers_to:
        return slug_of(text) or text
    if {"number", "integer"} & set(form.types) and _NUMBER.fullmatch(text):
        number = float(text.replace(",", "."))
        return int(number) if number.is_integer() else number
    return text


def _chosen(choices: Mapping[str, str], text: str) -> str:
    """The word, its label, or either in other letters; else the text itself."""
    folded = text.casefold()
    every = {
        **{label.casefold(): word for word, label in choices.items()},
        **{word.casefold(): word for word in choices},
    }
    return every.get(folded, text)


def _grouped(question: Question, line: str) -> dict[str, Any]:
    """A group from the parts of a line. What is left over at its end is kept, so that it is not lost without a word."""
    form = question.form.items or Form()
    parts = line.split(",", len(question.columns) - 1)
    group: dict[str, Any] = {}
    for way, part in zip(question.columns, parts, strict=False):
        if part.strip():
            put(group, way, single(form.at(way), part.strip()))
    return group


def put(group: dict[str, Any], way: Way, value: Any) -> None:
    for step in way[:-1]:
        group = group.setdefault(step, {})
    group[way[-1]] = value
