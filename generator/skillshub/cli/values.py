"""Fields given on the command line: ``--set price.amount=480``, read as strictly as in a file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from skillshub.cli.doors import Refused
from skillshub.sources import judge


def assigned(given: Iterable[str]) -> dict[str, Any]:
    """The fields as a group; dots lead into groups within it."""
    root: dict[str, Any] = {}
    for one in given:
        name, sign, text = one.partition("=")
        if not sign or not name.strip():
            raise Refused(f"'{one}' is no field with its value. Write it like --set languages='[en, de]'.")
        _put(root, name.strip().split("."), value_of(text))
    return root


def value_of(text: str) -> Any:
    """What a text stands for in a file: a number, a list in brackets, a group in braces; else the text itself."""
    read = judge("", f"value: {text.strip()}".encode())
    if isinstance(read, Mapping) and len(read) == 1 and "value" in read:
        return text if read["value"] is None else read["value"]
    return text


def _put(root: dict[str, Any], way: list[str], value: object) -> None:
    *outer, last = way
    for step in outer:
        below = root.setdefault(step, {})
        if not isinstance(below, dict):
            raise Refused(f"'{step}' has a value already, so '{'.'.join(way)}' has no place.")
        root = below
    root[last] = value
