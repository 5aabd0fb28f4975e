"""What results can be narrowed and sorted by: one small file a facet, with a value for each document by its number.

Choices are numbered in the order of their labels, as few bytes a document as they need. The browser loads a column when
a filter is opened. ``theme/scripts/search/facets.js`` reads what is written here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

import numpy as np

from skillshub import languages
from skillshub.model import Course, Entry, Event
from skillshub.outputs.pages.folios import Folios
from skillshub.outputs.pages.stage import Stage
from skillshub.outputs.search.documents import Document, Handbook
from skillshub.outputs.search.facets import FACETS
from skillshub.outputs.search.packing import as_json, number, numbers, text
from skillshub.states import Standing

DAY_ZERO = date(2000, 1, 1).toordinal()

Choice = list[Any]
"""word, label, and what only some facets need: the country and the point of a region, the group of a skill."""


def column(folios: Folios, every: Sequence[Document], name: str) -> bytes:
    """The file of a facet."""
    facet, stage = FACETS[name], folios.stage
    stands = stage.around.standings
    told = [
        () if isinstance(one, Handbook) else tuple(dict.fromkeys(facet.of(stage, one, stands[one]))) for one in every
    ]
    words = {word for own in told for word in own}
    choices = sorted(([word, *facet.label(stage, word)] for word in words), key=_sorted)
    place = {choice[0]: number for number, choice in enumerate(choices, start=1)}
    groups = {choice[2]: _group_label(stage, name, choice[2]) for choice in choices if len(choice) > 2}
    return _written(choices, groups, [tuple(sorted(place[word] for word in words)) for words in told])


def _group_label(stage: Stage, name: str, group: str) -> str:
    """What several choices have in common: regions lie in a country, skills belong to a group."""
    return stage.skill_group(group) if name == "skill" else languages.country(group, stage.language)


def _sorted(choice: Choice) -> tuple[str, str]:
    return str(choice[1]).casefold(), choice[0]


def _written(choices: Sequence[Choice], groups: Mapping[str, str], told: Sequence[tuple[int, ...]]) -> bytes:
    """A byte a document where there are few different combinations; else how many choices each has, then these."""
    sets = {one: number for number, one in enumerate(dict.fromkeys(told))}
    if len(sets) < 256:
        head = {"choices": choices, "groups": groups, "sets": list(sets)}
        return text(as_json(head)) + bytes(sets[one] for one in told)
    sizes = bytes(min(255, len(one)) for one in told)
    flat = np.array([choice for one in told for choice in one[:255]], np.int64)
    return text(as_json({"choices": choices, "groups": groups})) + sizes + numbers(flat)


Measure = Callable[[Folios, Entry, Standing], float | None]


def _days(day: date | None) -> int | None:
    return day.toordinal() - DAY_ZERO if day else None


def _amount(_folios: Folios, entry: Entry, _stand: Standing) -> float | None:
    price = entry.price if isinstance(entry, Course | Event) else None
    if price is None:
        return None
    return price.amount if price.amount is not None else 0 if price.category == "free" else None


MEASURES: Mapping[str, Measure] = {
    "start": lambda _folios, _entry, stand: _days(stand.starts),
    "deadline": lambda _folios, _entry, stand: _days(stand.deadline),
    "amount": _amount,
    "hours": lambda _folios, entry, _stand: entry.workload_hours if isinstance(entry, Course) else None,
    "title": lambda folios, entry, _stand: folios.titles[entry],
}
"""What results are sorted by: days since 2000, whole units of money, hours, the place in the order of titles."""


def measure(folios: Folios, every: Sequence[Document], name: str) -> bytes:
    """The file of a measure: a number a document, one more than its value; 0 where there is none."""
    stands, of = folios.stage.around.standings, MEASURES[name]
    values = (None if isinstance(one, Handbook) else of(folios, one, stands[one]) for one in every)
    stored = [0 if value is None else round(max(0, value)) + 1 for value in values]
    return number(len(stored)) + numbers(np.array(stored, np.int64))
