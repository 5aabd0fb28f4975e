"""Five hundred things that somebody might type, by chance but always the same, from what a hub says."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from skillshub import words
from skillshub.outputs.search.documents import Handbook
from tests.search.world import Tongue

Asked = Mapping[str, Any]
"""A request as the engine takes it: typed, typing, filters."""

_FILTERS = ({"kind": ["course"]}, {"mode": ["online", "blended"]}, {"kind": ["course", "event"], "language": ["de"]})
_ENDINGS = {"en": ("s", "ing", "ed"), "de": ("en", "er", "s", "e")}
_UNKNOWN = ("zzyzx", "qwertz uiop", "blorptastic vehicle", "xx", "0815 4711", "ÿÿÿÿ", "надежда", "電池")


@dataclass(frozen=True, repr=False)
class Asker:
    """Makes queries of what a hub says in one language."""

    tongue: Tongue
    chance: random.Random

    def title(self) -> str:
        entry = self.chance.choice([one for one in self.tongue.documents if not isinstance(one, Handbook)])
        return self.tongue.reading.shown(entry.title)[0]

    def word(self, least: int = 4) -> str:
        """A word of any field, those of names more often."""
        while True:
            one = self.chance.choice(self.tongue.documents)
            texts = one.texts if isinstance(one, Handbook) else self.tongue.reading.of(one)
            pieces = [
                piece
                for name in self.chance.choice((["title"], ["skills", "names"], list(texts)))
                for piece in texts.get(name, ())
            ]
            found = [word for text, _ in pieces for word in text.split() if len(word) >= least]
            if found:
                return self.chance.choice(found)

    def pair(self) -> str:
        return f"{self.word()} {self.word()}"

    def beginning(self) -> Asked:
        word = self.word(5)
        before = f"{self.word()} " if self.chance.random() < 0.4 else ""
        return {"typed": before + word[: self.chance.randrange(1, len(word))], "typing": True}

    def slip(self) -> str:
        word, at = self.word(5), self.chance.randrange(5)
        other = self.chance.choice("abcdefghijklmnopqrstuvwxyz")
        swapped = word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :]
        changed = self.chance.choice((word[:at] + word[at + 1 :], word[:at] + other + word[at:], swapped))
        return f"{changed} {self.word()}" if self.chance.random() < 0.3 else changed

    def joined(self) -> str:
        """Two words as one, as some write them."""
        number = self.chance.choice((str(self.chance.randrange(99)), "4.0"))
        return self.word(3) + self.word() if self.chance.random() < 0.5 else f"{self.word()}{number}"

    def initials(self) -> str:
        """A short word as some write it: "C.N.A."."""
        letters = ".".join(self.word(2).strip(",;:()")[:4])
        return f"{letters}{self.chance.choice(('.', ''))} {self.word() if self.chance.random() < 0.3 else ''}"

    def half_known(self) -> str:
        """A word that goes on as no word does."""
        return self.word(6) + self.chance.choice(("qorvex", "lehrgong", "uksenta"))

    def inflected(self) -> str:
        return self.word() + self.chance.choice((*_ENDINGS[self.tongue.code], ":innen"))

    def foreign(self) -> str:
        """A word of a name in any language."""
        names = [one for one in self.tongue.documents if not isinstance(one, Handbook) and len(one.title) > 1]
        return self.chance.choice(list(self.chance.choice(names).title.values()))

    def stopped(self) -> str:
        stops = sorted(words.stop_words(self.tongue.code))
        return " ".join(
            (self.chance.choice(stops), self.word(), self.chance.choice(stops))[: self.chance.randrange(1, 4)]
        )

    def quoted(self) -> str:
        parts = self.title().split()
        first = self.chance.randrange(len(parts))
        if self.chance.random() < 0.2:
            return f'"{parts[first]}"'
        return f'"{" ".join(parts[first : first + 3])}" {self.word() if self.chance.random() < 0.3 else ""}'

    def barred(self) -> str:
        """Without a word, a quotation, or what was written as one."""
        other, parts = self.word(), self.title().split()[:2]
        barring = self.chance.choice((other, other, f'"{" ".join(parts)}"', "-".join(parts)))
        return f"{self.word()} -{barring}"

    def fielded(self) -> str:
        return (
            f"{self.chance.choice(('title', 'place', 'skills', 'body', 'tags', 'nowhere'))}:{self.word()} {self.word()}"
        )

    def identity(self) -> str:
        entry = self.chance.choice([one for one in self.tongue.documents if not isinstance(one, Handbook)])
        link = str(getattr(entry, "url", "") or entry.slug)
        return self.chance.choice((entry.slug, link, link.replace("https://", "www."), f"{link}/", link.upper()))

    def filtered(self) -> Asked:
        typed = self.chance.choice((self.word, self.word, self.pair, self.slip))()
        return {"typed": typed, "filters": self.chance.choice(_FILTERS)}

    def several(self) -> str:
        return " ".join(self.word() for _ in range(self.chance.randrange(3, 6)))

    def unknown(self) -> str:
        return self.chance.choice(_UNKNOWN)


SORTS: Sequence[tuple[int, Callable[[Asker], str | Asked]]] = (
    (40, Asker.title),
    (30, Asker.word),
    (40, Asker.pair),
    (40, Asker.beginning),
    (30, Asker.slip),
    (15, Asker.joined),
    (8, Asker.initials),
    (12, Asker.half_known),
    (20, Asker.inflected),
    (20, Asker.foreign),
    (10, Asker.stopped),
    (12, Asker.quoted),
    (12, Asker.barred),
    (12, Asker.fielded),
    (12, Asker.identity),
    (12, Asker.filtered),
    (6, Asker.several),
    (4, Asker.unknown),
)
"""Sorts of queries, and how often each comes, beside the others."""


def queries(tongue: Tongue, number: int, seed: int = 1) -> Iterator[Asked]:
    asker = Asker(tongue, random.Random(f"{seed} {tongue.code}"))
    shares = [share for share, _ in SORTS]
    for ask in asker.chance.choices([ask for _, ask in SORTS], shares, k=number):
        asked = ask(asker)
        yield {"typed": asked} if isinstance(asked, str) else asked
