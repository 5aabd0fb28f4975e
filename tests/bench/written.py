"""An entry as a partner would type it: block YAML, plain words plain, long text as it stands.

Does one thing that a YAML library would not: the same bytes for everybody, quickly, and in the order of the fields.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

_PLAIN = re.compile(r"(?!(?:true|false|null|yes|no|on|off)$)[A-Za-z](?:[\w .,'()/-]|:(?=/))*(?<![ :])", re.IGNORECASE)


def yaml_of(entry: Mapping[str, Any]) -> str:
    return "\n".join(_mapping(entry, "")) + "\n"


def _mapping(mapping: Mapping[str, Any], indent: str) -> Iterator[str]:
    for key, value in mapping.items():
        yield from _under(f"{indent}{key}:", value, indent)


def _under(opening: str, value: Any, indent: str) -> Iterator[str]:
    if isinstance(value, Mapping):
        yield opening
        yield from _mapping(value, indent + "  ")
    elif isinstance(value, str) and "\n" in value:
        yield f"{opening} |"
        yield from (f"{indent}  {line}".rstrip() for line in value.splitlines())
    elif isinstance(value, Sequence) and not isinstance(value, str):
        yield opening
        yield from _sequence(value, indent)
    else:
        yield f"{opening} {_scalar(value)}"


def _sequence(items: Sequence[Any], indent: str) -> Iterator[str]:
    for item in items:
        if not isinstance(item, Mapping):
            yield f"{indent}- {_scalar(item)}"
            continue
        lines = list(_mapping(item, indent + "  "))
        yield f"{indent}- {lines[0].lstrip()}"
        yield from lines[1:]


def _scalar(value: Any) -> str:
    if isinstance(value, str) and _PLAIN.fullmatch(value):
        return value
    return json.dumps(value, ensure_ascii=False)
