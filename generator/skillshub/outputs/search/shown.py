"""What a result looks like, and the text that it was found in: cards and texts of a few documents a file.

A card holds what the cards of lists say, as text; the browser puts it into the same template.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from skillshub.addresses import address
from skillshub.model import Entry
from skillshub.outputs.pages.cards import card
from skillshub.outputs.search.documents import Document, Handbook
from skillshub.outputs.search.fields import NUMBER_OF, Reading
from skillshub.outputs.search.packing import packed

A_FILE = 8  # documents
_LONGEST = 4_000  # letters of a text in which the words around a hit are looked for

Seen = list[Any]
"""address, title, its language if another than the page's, type, facts [icon, text, language], states, summary."""


@dataclass(frozen=True, kw_only=True)
class Display:
    """What documents look like in one language."""

    reading: Reading
    documents: Sequence[Document]
    faces: Mapping[Entry, str]
    _seen: dict[int, str] = field(default_factory=dict, repr=False)

    def face(self, number: int) -> str:
        """A digest that changes when the card may."""
        document = self.documents[number]
        return document.face if isinstance(document, Handbook) else self.faces[document]

    def cards(self, numbers: Sequence[int]) -> bytes:
        """Some cards, each with its number, as JSON: for files that hold other things, too."""
        return f"[{','.join(f'[{number},{self.seen(number)}]' for number in numbers)}]".encode()

    def cards_file(self, first: int) -> bytes:
        return packed(self.cards(range(first, min(first + A_FILE, len(self.documents)))))

    def texts_file(self, first: int) -> bytes:
        told = [self.text(document) for document in self.documents[first : first + A_FILE]]
        return packed(json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode())

    def seen(self, number: int) -> str:
        if number not in self._seen:
            document = self.documents[number]
            told = _of_page(document) if isinstance(document, Handbook) else self._of_entry(document)
            self._seen[number] = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
        return self._seen[number]

    def _of_entry(self, entry: Entry) -> Seen:
        shown = card(self.reading.stage, entry)
        facts = [[fact.name, fact.text, *([fact.language] if fact.language else ())] for fact in shown.facts]
        return [
            address(entry),
            shown.title.text,
            shown.title.language or 0,
            shown.type,
            facts,
            " ".join(state for state, _ in shown.badges),
            shown.summary.text,
            *([shown.summary.language] if shown.summary.language else ()),
        ]

    def text(self, document: Document) -> str:
        """All that is told about a document in one line, in the order in which it counts."""
        texts = document.texts if isinstance(document, Handbook) else self.reading.of(document)
        told = (text for name in _TOLD for text, _ in texts.get(name, ()))
        return " ".join(" ".join(told).split())[:_LONGEST]


_TOLD = [name for name in NUMBER_OF if name in ("summary", "body")]

Faced = Callable[[int], str]


def _of_page(page: Handbook) -> Seen:
    return [page.address, page.title, 0, page.type, [], "", page.summary]
