"""Records from JSON: schema.org data, as web pages carry it for search engines, or what TeSS answers."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

from skillshub.importing import schema_org_in, tess
from skillshub.importing.drafts import Draft
from skillshub.importing.refusals import CannotImport
from skillshub.schemas import Schemas

_DEEPEST = 40


def drafts_in_json(content: bytes, kind: str, schemas: Schemas) -> list[Draft]:
    return _drafts([_read(_text(content))], kind, schemas)


def drafts_in_page(content: bytes, kind: str, schemas: Schemas) -> list[Draft]:
    """What a page says of itself in its script of the type application/ld+json."""
    reader = _Scripts()
    reader.feed(_text(content))
    if not reader.found:
        raise CannotImport("The page carries no data for search engines (no script application/ld+json).")
    return _drafts([_read(text) for text in reader.found], kind, schemas)


def _drafts(documents: list[Any], kind: str, schemas: Schemas) -> list[Draft]:
    drafts = [draft for document in documents for draft in _records(document, schemas)]
    wanted = [draft for draft in drafts if kind in ("", draft.kind)]
    if not wanted:
        raise CannotImport("Nothing in the file is a course or an event, as schema.org or TeSS write them.")
    return wanted


def _records(document: Any, schemas: Schemas) -> Iterator[Draft]:
    found = list(schema_org_in.drafts_in(document, schemas))
    yield from found or tess.drafts_in(document, schemas)


def _text(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as foreign:
        raise CannotImport("The file is not saved as UTF-8.") from foreign


def _read(text: str) -> Any:
    try:
        value = json.loads(text)
        _refuse_depth(value, 0)
    except (ValueError, RecursionError) as broken:
        raise CannotImport("The file is no JSON, or it is damaged.") from broken
    return value


def _refuse_depth(value: Any, depth: int) -> None:
    if depth > _DEEPEST:
        raise CannotImport("The values in the file are nested too deeply.")
    below = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for each in below:
        _refuse_depth(each, depth + 1)


class _Scripts(HTMLParser):
    """The texts of all scripts of the type application/ld+json."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._is_inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._is_inside = tag == "script" and (dict(attrs).get("type") or "").casefold() == "application/ld+json"
        if self._is_inside:
            self.found.append("")

    def handle_endtag(self, tag: str) -> None:
        self._is_inside = self._is_inside and tag != "script"

    def handle_data(self, data: str) -> None:
        if self._is_inside:
            self.found[-1] += data
