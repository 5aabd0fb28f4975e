"""How what an entry holds becomes a text to search for, and in which language it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from skillshub import languages
from skillshub.model import Moment, Spot, Text
from skillshub.outputs.pages.stage import Stage
from skillshub.outputs.search.fields import Piece
from skillshub.texts import spoken

_SIGNS = frozenset({"#", "##", "###", "-", "*", ">"})
_TARGET = re.compile(r"\[([^\[\]]*)\]\([^()\n]*\)|https?://\S+")


def _(message: str) -> str:
    """Marks a message for the catalogues of translations."""
    return message


_ALSO = {
    "onsite": _("classroom"),
    "online": _("remote distance elearning"),
    "blended": _("hybrid"),
    "hybrid": _("hybrid"),
    "part-time-light": _("extra-occupational"),
    "part-time-intensive": _("extra-occupational"),
}
"""What visitors type for a value, beside what it is called. Only words that hardly anything else says: those of
"distance learning" are not "learning"."""


@dataclass(frozen=True, kw_only=True)
class Telling:
    """Says things as the pages of one language do."""

    stage: Stage

    def shown(self, words: Text) -> Piece:
        return spoken(words, self.stage.language.code, self.stage.site.settings.languages[0])

    def word(self, text: str) -> Piece:
        """What the site itself says, in the language of the page."""
        return text, self.stage.language.code

    @cached_property
    def label(self) -> Callable[[str, str | None], tuple[Piece, ...]]:
        """What the schema calls a value, by the way to its field, and what people say for it; nothing for no value."""
        return cache(lambda way, value: tuple(map(self.word, self._names(way, value))) if value else ())

    def _names(self, way: str, value: str) -> Iterator[str]:
        yield self.stage.label(way, value)
        if also := _ALSO.get(value):
            yield self.stage.language.gettext(also)

    def every(self, text: Text | None) -> Iterator[Piece]:
        """A text in all languages that it has."""
        for language, words in (text or {}).items():
            yield words, language

    def country(self, code: str) -> Iterator[Piece]:
        """A country as the page calls it, as the site does in its other languages, and as it calls itself."""
        here = self.stage.language
        yield from dict.fromkeys(
            (
                *((languages.country(code, one), one.code) for one in (here, *self.stage.site.languages)),
                *languages.own_names(code),
            )
        )

    def month(self, when: Moment) -> Iterator[Piece]:
        """When something begins, as one asks for it: month and year are one word, too, which no other year is."""
        names = languages.months(when, self.stage.language) or ("",)
        yield from (self.word(f"{name}-{when.first.year}") for name in names)

    def held_in(self, codes: Iterable[str]) -> Iterator[Piece]:
        """Languages, by their names."""
        yield from (self.word(languages.name(code, self.stage.language)) for code in codes)

    def long(self, *texts: Text | None) -> Iterator[Piece]:
        """Texts in Markdown: their words, without the signs of headings, lists, links and of what is stressed."""
        for text in texts:
            if text:
                words, language = self.shown(text)
                yield _plain(words), language

    def spot(self, place: Spot | None) -> Iterator[Piece]:
        if place:
            yield self.word(place.city)
            yield from self.every(place.name)
            yield from self.country(place.country)


def _plain(markdown: str) -> str:
    if "](" in markdown or "://" in markdown:
        markdown = _TARGET.sub(r"\1 ", markdown)
    lines = " ".join([_line(line) for line in markdown.split("\n")])
    return lines.replace("**", "").replace("`", "")


def _line(line: str) -> str:
    sign, _, words = line.partition(" ")
    return words if sign in _SIGNS else line
