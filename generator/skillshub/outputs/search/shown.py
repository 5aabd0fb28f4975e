"""What a result looks like, and the text that it was found in: each card is a file, and so are the texts of a few.

A card holds what the cards of lists say, as text; the browser puts it into the same template. ``cards.js`` reads what
is written here.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from itertools import chain

from skillshub import languages
from skillshub.model import FOLDERS
from skillshub.outputs.pages.stage import Stage
from skillshub.outputs.search.documents import Document, Handbook
from skillshub.outputs.search.reading import Reading
from skillshub.outputs.search.tokens import Texts
from skillshub.outputs.search.traits import CARD, FACT, PART

TEXTS = 2  # in a file


class Pile:
    """Texts in one piece of memory. Processes that are forked share it; a text of its own each of them would copy."""

    def __init__(self, texts: Iterable[str] = ()) -> None:
        self._bytes, self._ends = bytearray(), array("q", [0])
        for text in texts:
            self.add(text)

    def add(self, text: str) -> int:
        """Lay a text on top; where it lies."""
        self._bytes += text.encode()
        self._ends.append(len(self._bytes))
        return len(self._ends) - 2

    def __getitem__(self, place: int) -> bytes:
        return bytes(self._bytes[self._ends[place] : self._ends[place + 1]])


class Display:
    """What documents look like in one language: the card of each, and the text around a hit."""

    def __init__(self, reading: Reading, documents: Sequence[Document], cards: Iterable[str]) -> None:
        self.reading, self.documents = reading, documents
        self.seen = Pile(cards)
        self._told = Pile()  # what was read for the words anyway
        self._places = array("q", [-1]) * len(documents)  # of each text in it

    def cards(self, numbers: Iterable[int]) -> bytes:
        """Some cards, each with its number: for files that hold other things, too."""
        return CARD.encode().join(b"%d%b%b" % (number, PART.encode(), self.seen[number]) for number in numbers)

    def texts(self, first: int) -> bytes:
        numbers = range(first, min(first + TEXTS, len(self.documents)))
        return CARD.encode().join(map(self.text, numbers))

    def text(self, number: int) -> bytes:
        """All that is told about a document, each text in a line, what is told of others (skills, places) last."""
        if self._places[number] < 0:
            self.read(number)
        return self._told[self._places[number]]

    def read(self, number: int) -> Texts:
        """The texts of a document, by field."""
        document = self.documents[number]
        found = document.texts if isinstance(document, Handbook) else self.reading.of(document)
        texts = {name: list(pieces) for name, pieces in found.items()}
        told = dict(chain.from_iterable(texts.get(name, ()) for name in _TOLD))  # each text once
        self._places[number] = self._told.add("\n".join([text.replace("\n", " ") for text in told]))
        return texts


_TOLD = ("summary", "body", "names", "skills", "place", "tags")


def dictionary(stage: Stage) -> bytes:
    """What cards have in common, whatever the entries: the packed files refer to it. The commonest stands last."""
    labels = stage.site.labels
    months = stage.language.locale.months["format"]["wide"].values()
    words = [*months, *(languages.name(code, stage.language) for code in stage.site.settings.languages)]
    for way in ("course.type", "event.type", "price.category", "event.attendance", "course.mode", "level"):
        words += map(stage.language.gettext, labels.get(way, {}).values())
    facts = ("provider", "place", "mode", "level", "date", "price")
    scaffold = f"{PART * 2}".join(f"{folder}/" for folder in FOLDERS.values()) + f"{FACT * 2}".join(facts)
    return f"{FACT * 2}".join([*words, scaffold]).encode()
