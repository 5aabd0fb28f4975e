"""What results can be narrowed and sorted by: one small file a facet, with a value for each document by its number.

Choices are numbered in the order of their labels, as few bytes a document as they need. The browser loads a column when
a filter is opened. ``theme/scripts/search/facets.js`` reads what is written here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

import numpy as np
import numpy.typing as npt

from skillshub import languages
from skillshub.model import Entry
from skillshub.outputs.pages.folios import Folios
from skillshub.outputs.pages.stage import Stage
from skillshub.outputs.search.documents import Document, Handbook
from skillshub.outputs.search.facets import FACETS, in_order
from skillshub.outputs.search.packing import Numbers, as_json, number, numbers, text
from skillshub.outputs.search.reading import Reading

Choice = list[Any]
"""word, label, and what only some facets need: the country and the point of a region, the group of a skill."""


@dataclass(frozen=True, kw_only=True)
class Column:
    """A facet: which choices there are, and which of them each document has."""

    choices: Sequence[Choice]
    groups: Mapping[str, str]  # what several choices have in common -> its label
    tongues: Mapping[str, str]  # choices that are called something in another language than the page's -> that
    also: Mapping[str, str]  # choices that are called something else, too: in the site's other languages, by synonyms
    sets: Sequence[Sequence[int]]  # of choices, each by its place from 1; every combination that there is
    told: npt.NDArray[np.uint32]  # which of them each document has

    @property
    def key(self) -> Sequence[bytes]:
        """What the file is made from."""
        return repr((self.choices, self.groups, self.tongues, self.also, self.sets)).encode(), self.told.tobytes()

    def content(self) -> bytes:
        """A byte a document where there are few different combinations; else how many choices each has, then these."""
        named = {"groups": self.groups, "tongues": self.tongues, "also": self.also}
        head: dict[str, Any] = {"choices": self.choices, **named}
        if len(self.sets) < 256:
            return text(as_json({**head, "sets": self.sets})) + self.told.astype(np.uint8).tobytes()
        return text(as_json(head)) + several([self.sets[number] for number in self.told.tolist()])


def column_of(stage: Stage, name: str, told: Sequence[tuple[str, ...]]) -> Column:
    """The column of a facet, from the choices of each document."""
    label = FACETS[name].label
    seen = dict.fromkeys(told)
    words = in_order(stage, name, {word for own in seen for word in own})
    place = {word: number for number, word in enumerate(words, start=1)}
    own = {one: tuple(sorted(place[word] for word in one)) for one in seen}
    sets = {one: number for number, one in enumerate(dict.fromkeys(own.values()))}
    which = {one: sets[places] for one, places in own.items()}
    choices = [[word, *label(stage, word)] for word in words]
    reading, kind = Reading(stage=stage), FACETS[name].kind
    named = {word: found for word in words if kind and (found := stage.find(kind, word))}
    return Column(
        choices=choices,
        groups={choice[2]: _group_label(stage, name, choice[2]) for choice in choices if len(choice) > 2},
        tongues={word: tongue for word, one in named.items() if (tongue := stage.say(one.title).language)},
        also={word: also for word, one in named.items() if (also := _also(reading, one))},
        sets=list(sets),
        told=np.fromiter(map(which.__getitem__, told), np.uint32, len(told)),
    )


def _group_label(stage: Stage, name: str, group: str) -> str:
    """What several choices have in common: regions lie in a country, skills belong to a group."""
    return stage.skill_group(group) if name == "skill" else languages.country(group, stage.language)


def _also(reading: Reading, entry: Entry) -> str:
    """In the languages of the site: those of Europe would make the file of the skills five times as large."""
    ours = reading.stage.site.settings.languages
    return "\n".join(dict.fromkeys(name for name, language in reading.other_names(entry) if language in ours))


def measure(values: Numbers) -> bytes:
    """A number a document, one more than its value; 0 where there is none."""
    return number(len(values)) + numbers(values)


def several(values: Sequence[Sequence[int]]) -> bytes:
    """Some numbers a document, 255 at the most: how many each has, then all of them."""
    own = [one[:255] for one in values]
    return bytes(map(len, own)) + numbers(np.fromiter(chain.from_iterable(own), np.int64))


def titles(folios: Folios, every: Sequence[Document]) -> Sequence[int]:
    """The place of each document in the order of titles, from 1."""
    return [0 if isinstance(one, Handbook) else folios.titles[one] + 1 for one in every]
