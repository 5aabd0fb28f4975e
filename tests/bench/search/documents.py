"""What there is to find: each entry as its page of the built site shows it, in the language of that site.

A page's title and summary stand apart; all else that it says about its entry is its text. What stands around an
entry (courses like this) belongs to others and is left out. Knows no engine.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from lxml import html

from tests.bench.entries import FOLDERS


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    id: str  # courses/welding: also its address below the site's root
    title: str
    summary: str
    text: str


def documents_of(site: Path, language: str, main_language: str = "en") -> list[Document]:
    root = site if language == main_language else site / language
    return list(_documents(root))


def _documents(root: Path) -> Iterator[Document]:
    for shelf in FOLDERS.values():
        for page in sorted((root / shelf).glob("*/index.html")):
            if "_" not in page.parent.name:  # an address of a list; no entry's name has one
                yield _document(f"{shelf}/{page.parent.name}", page)


def _document(name: str, page: Path) -> Document:
    (entry,) = html.fromstring(page.read_bytes().decode()).find_class("hub-entry")
    (summary,) = entry.find_class("hub-lead__summary")
    title = entry.find(".//h1")
    texts = {"title": _words(title), "summary": _words(summary)}
    for shown in (title, summary):
        shown.getparent().remove(shown)
    return Document(id=name, **texts, text=_words(entry))


def _words(element: html.HtmlElement) -> str:
    return " ".join(" ".join(element.itertext()).split())


def write_documents(documents: Sequence[Document], path: Path) -> None:
    path.write_text(json.dumps([asdict(one) for one in documents], ensure_ascii=False), encoding="utf-8")
