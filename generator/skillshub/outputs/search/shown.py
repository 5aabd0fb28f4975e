"""What a result looks like, and the text that it was found in: cards and texts of a few documents a file.

A card holds what the cards of lists say, as text; the browser puts it into the same template. ``cards.js`` reads what
is written here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from skillshub import languages
from skillshub.addresses import address
from skillshub.model import FOLDERS, Entry
from skillshub.outputs.pages.cards import card
from skillshub.outputs.pages.stage import Stage
from skillshub.outputs.search.documents import Document, Handbook
from skillshub.outputs.search.fields import Reading

A_FILE = 2  # documents
_LONGEST = 4_000  # letters of a text in which the words around a hit are looked for
_SUMMARY = 96  # letters of a summary: two lines on a phone

# What no text of an entry can hold, so it may stand between texts.
CARD, PART, FACT = "\x1d", "\x1f", "\x1e"


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

    def cards(self, numbers: Iterable[int]) -> bytes:
        """Some cards, each with its number: for files that hold other things, too."""
        return CARD.join(f"{number}{PART}{self.seen(number)}" for number in numbers).encode()

    def cards_file(self, first: int) -> bytes:
        return self.cards(range(first, min(first + A_FILE, len(self.documents))))

    def texts_file(self, first: int) -> bytes:
        return CARD.join(self.text(document) for document in self.documents[first : first + A_FILE]).encode()

    def seen(self, number: int) -> str:
        """address, title, its language if another than the page's, type, facts, states, summary, its language."""
        if number not in self._seen:
            document = self.documents[number]
            told = _of_page(document) if isinstance(document, Handbook) else self._of_entry(document)
            self._seen[number] = PART.join(told)
        return self._seen[number]

    def _of_entry(self, entry: Entry) -> Iterator[str]:
        shown = card(self.reading.stage, entry)
        yield from (address(entry), shown.title.text, shown.title.language or "", shown.type)
        yield FACT.join(part for fact in shown.facts for part in (fact.name, fact.text, fact.language or ""))
        yield " ".join(state for state, _ in shown.badges)
        yield from (_cut(shown.summary.text), shown.summary.language or "")

    def text(self, document: Document) -> str:
        """All that is told about a document in one line, what is told of others (skills, places) last."""
        texts = document.texts if isinstance(document, Handbook) else self.reading.of(document)
        told = dict.fromkeys(text for name in _TOLD for text, _ in texts.get(name, ()))
        return " ".join(" ".join(told).split())[:_LONGEST]


_TOLD = ("summary", "body", "names", "skills", "place", "tags")


def _of_page(page: Handbook) -> Sequence[str]:
    return page.address, page.title, "", page.type, "", "", _cut(page.summary), ""


def _cut(text: str) -> str:
    """The beginning of a text, up to a whole word."""
    return text if len(text) <= _SUMMARY else f"{text[:_SUMMARY].rpartition(' ')[0]} …"


def dictionary(stage: Stage) -> bytes:
    """What cards have in common, whatever the entries: the packed files refer to it. The commonest stands last."""
    labels = stage.site.labels
    months = stage.language.locale.months["format"]["wide"].values()
    words = [*months, *(languages.name(code, stage.language) for code in stage.site.settings.languages)]
    for way in ("course.type", "event.type", "price.category", "event.attendance", "course.mode", "level"):
        words += map(stage.language.gettext, labels.get(way, {}).values())
    year = stage.site.today.year
    facts = ("provider", "place", "mode", "level", "date", "price")
    scaffold = f"{PART * 2}".join(f"{folder}/" for folder in FOLDERS.values()) + f"{FACT * 2}".join(facts)
    return f"{FACT * 2}".join([*words, f" {year + 1}", f" {year}", scaffold]).encode()
