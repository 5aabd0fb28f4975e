"""What results can be narrowed and sorted by: one small file a facet, with a value for each document by its number.

Choices are numbered in the order of their labels, as few bytes a document as they need. The browser loads a column when
a filter is opened. ``theme/scripts/search/facets.js`` reads what is written here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from skillshub import languages
from skillshub.outputs.pages.folios import Folios
from skillshub.outputs.pages.stage import Stage
from skillshub.outputs.search.documents import Document, Handbook
from skillshub.outputs.search.facets import FACETS, in_order
from skillshub.outputs.search.packing import as_json, number, numbers, text

Choice = list[Any]
"""word, label, and what only some facets need: the country and the point of a region, the group of a skill."""


@dataclass(frozen=True, kw_only=True)
class Column:
    """A facet: which choices there are, and which of them each document has."""

    name: str
    stage: Stage
    told: Sequence[tuple[str, ...]]  # of each document

    @cached_property
    def choices(self) -> Sequence[Choice]:
        label = FACETS[self.name].label
        words = {word for own in set(self.told) for word in own}
        return [[word, *label(self.stage, word)] for word in in_order(self.stage, self.name, words)]

    @property
    def key(self) -> Sequence[str]:
        """What the file is made from."""
        return repr(self.told), repr(self.choices)

    def content(self) -> bytes:
        """A byte a document where there are few different combinations; else how many choices each has, then these."""
        place = {choice[0]: number for number, choice in enumerate(self.choices, start=1)}
        groups = {
            choice[2]: _group_label(self.stage, self.name, choice[2]) for choice in self.choices if len(choice) > 2
        }
        head: dict[str, Any] = {"choices": self.choices, "groups": groups}
        own = [tuple(sorted(place[word] for word in words)) for words in self.told]
        sets = {one: number for number, one in enumerate(dict.fromkeys(own))}
        if len(sets) < 256:
            return text(as_json({**head, "sets": list(sets)})) + bytes(sets[one] for one in own)
        sizes = bytes(min(255, len(one)) for one in own)
        flat = np.array([choice for one in own for choice in one[:255]], np.int64)
        return text(as_json(head)) + sizes + numbers(flat)


def _group_label(stage: Stage, name: str, group: str) -> str:
    """What several choices have in common: regions lie in a country, skills belong to a group."""
    return stage.skill_group(group) if name == "skill" else languages.country(group, stage.language)


def measure(values: Sequence[int]) -> bytes:
    """A number a document, one more than its value; 0 where there is none."""
    return number(len(values)) + numbers(np.array(values, np.int64))


def titles(folios: Folios, every: Sequence[Document]) -> Sequence[int]:
    """The place of each document in the order of titles, from 1."""
    return [0 if isinstance(one, Handbook) else folios.titles[one] + 1 for one in every]
