"""How values and fields are put into sentences: values short and as YAML would have them, fields by their names.

Escaping for terminals and for the web is not done here: see ``reporting``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import reduce
from typing import Any

from skillshub.problems import Field
from skillshub.wording.sentences import said

_LONGEST = 60
_PLAIN = re.compile(r"[A-Za-zÀ-ɏ][\w ./@()+-]*(:[\w/][\w ./@()+-]*)*")
_READ_AS_SOMETHING_ELSE = frozenset({"true", "True", "TRUE", "false", "False", "FALSE", "null", "Null", "NULL"})

TYPE_WORDS: Mapping[str, str] = {
    "string": "text",
    "number": "a number",
    "integer": "a whole number",
    "boolean": "true or false",
    "array": "a list",
    "object": "a group of fields",
    "null": "nothing",
}


def type_of(value: object) -> str:
    """The JSON type of a value, as ``TYPE_WORDS`` names it; a number without a fraction is an integer."""
    for kind, name in _TYPES:
        if isinstance(value, kind):
            return name
    return "null"


_TYPES: tuple[tuple[type, str], ...] = (
    (str, "string"),
    (bool, "boolean"),
    (int, "integer"),
    (float, "number"),
    (Mapping, "object"),
    (Sequence, "array"),
)


def cut(text: str, longest: int = _LONGEST) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1]}…"


def shown(value: object) -> str:
    """The value as one recognises it in a sentence."""
    if isinstance(value, str):
        return f"'{cut(value)}'"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return cut(str(value))
    return TYPE_WORDS[type_of(value)]


def named(field: Field) -> str:
    """The field by its name, within the one that holds it: "'amount' in 'price'", "item 2 of 'languages'"."""
    names = [f"'{cut(step)}'" for step in field if isinstance(step, str)]
    if not field:
        return said("entry")
    if isinstance(field[-1], int):
        number = field[-1] + 1
        return said("item-of", number=number, list=names[-1]) if names else said("item", number=number)
    return reduce(lambda outer, inner: said("inside", inner=inner, outer=outer), names[-2:])


def sentence(text: str) -> str:
    """With a capital letter and a full stop; a question in it is followed by a capital letter too."""
    if not text:
        return ""
    text = re.sub(r"(?<=\? )[a-z]", lambda letter: letter[0].upper(), text[0].upper() + text[1:])
    return text if text[-1] in ".?!" else f"{text}."


def listed(words: Iterable[str], most: int = 12) -> str:
    """The words with commas between them, and how many more there are."""
    words = tuple(words)
    more = f" and {len(words) - most} more" if len(words) > most else ""
    return ", ".join(words[:most]) + more


def written(name: str, value: Any) -> str:
    """The field as one would write it: "languages: [it, en]"."""
    return f"{name}: {flow(value)}" if name else flow(value)


def flow(value: Any) -> str:
    """The value as YAML on one line."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{name}: {flow(one)}" for name, one in value.items()) + "}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return f"[{', '.join(map(flow, value))}]"
    return _text(value) if isinstance(value, str) else shown(value)


def _text(text: str) -> str:
    """Without quotes where YAML reads the same text either way."""
    if _PLAIN.fullmatch(text) and text not in _READ_AS_SOMETHING_ELSE and text == text.strip():
        return text
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9:]+)?", text):
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
