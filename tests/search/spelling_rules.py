"""What a beginning or a slip may stand for, by looking at every word there is: the rules of ``spelling.js``."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile

from rapidfuzz.distance import OSA

from skillshub.outputs.search.postings import in_order
from skillshub.outputs.search.weights import WEIGHTS


@dataclass(frozen=True, repr=False)
class Words:
    """All forms, and how many documents have each in a head."""

    counts: Mapping[str, int]
    compounding: bool = False  # whether the language writes several words as one

    def completions(self, beginning: str) -> list[str]:
        if len(beginning) < 2:
            return []
        longer = [form for form in self.counts if form.startswith(beginning) and form != beginning]
        return self._commonest(longer, _most(beginning))

    def corrections(self, word: str, *, typing: bool, slips: int) -> list[str]:
        """The nearest words whose first letters are right, or whose last."""
        if len(word) <= WEIGHTS["short"] or any(map(str.isnumeric, word)):
            return []
        most = 1 if len(word) < WEIGHTS["long"] else slips
        begins = [form for form in self.counts if form.startswith(front_of(word))]
        ends = [form for form in self.counts if form.endswith(back_of(word)) and form.isalpha()]
        near = _nearest({*begins, *ends}, most, word)
        if near or len(word) < (WEIGHTS["short"] + 2 if typing else WEIGHTS["long"]):
            return self._commonest(near, WEIGHTS["corrections"])
        return self._commonest((form for form in begins if _begins_nearly(word, form)), WEIGHTS["corrections"])

    def parts(self, word: str) -> tuple[str, str] | None:
        """Two words that were written as one, the first as long as may be; where one writes compounds, all of it or all
        but its ending."""
        ending = 3 if self.compounding else 0
        least = 2 if any(map(str.isnumeric, word)) else 3
        sizes = {
            form: size
            for form in self.counts
            if form.startswith(front_of(word)) and (size := _shared(word, form)) >= least
        }
        firsts = [form for form, size in sizes.items() if len(form) - size <= (ending if size > 3 else 0)]
        for first in sorted(firsts, key=lambda form: (-sizes[form], len(form), in_order(form))):
            rest = word[sizes[first] :]
            for last in (rest, rest.removeprefix("s")):
                if (len(last) > 2 or last.isnumeric()) and last in self.counts:
                    return first, last
        return None

    def trunk(self, word: str) -> list[str]:
        """What begins most like it, where that is five letters and half of it, or more."""
        least = max(5, math.ceil(len(word) * (0.5 if self.compounding else 0.6)))
        if len(word) <= least or any(map(str.isnumeric, word)):
            return []
        sizes = {form: size for form in self.counts if (size := _shared(word, form)) >= least}
        longest = [form for form, size in sizes.items() if size == max(sizes.values())]
        return sorted(longest, key=lambda form: (len(form), in_order(form)))[: _most(word)]

    def kinds(self, word: str) -> list[str]:
        """Longer words that end so."""
        longer = [form for form in self.counts if form.endswith(word) and form != word and form.isalpha()]
        return self._commonest(longer, WEIGHTS["kinds"]) if len(word) >= 5 and word.isalpha() else []

    def kin(self, form: str, *, last: bool) -> tuple[list[str], list[str]]:
        """Forms that go on (by three letters, or as far as one likes), and those that end otherwise by three."""
        if len(form) < 2 and form < "\u0e00":
            return [], []
        trunk = form[: max(4, math.ceil(len(form) * 0.66), len(form) - 3)]
        most = math.inf if last else len(form) + 3
        alike = {one: _shared(form, one) for one in self.counts if one.startswith(trunk) and one != form}
        longer = [one for one, shared in alike.items() if shared == len(form) and len(one) <= most]
        others = [one for one, shared in alike.items() if shared < len(form) and len(one) <= shared + 3]

        def nearest(some: list[str]) -> list[str]:
            some.sort(key=lambda one: (abs(len(one) - len(form)), in_order(one)))
            return some[: _most(form)]

        return nearest(longer), [] if any(map(str.isnumeric, form)) else nearest(others)

    def _commonest(self, forms: Iterable[str], most: float) -> list[str]:
        common = sorted(forms, key=lambda form: (-min(15, self.counts[form].bit_length()), in_order(form)))
        return common[: int(most)]


def _most(form: str) -> int:
    return int(WEIGHTS["neighbours" if len(form) > WEIGHTS["short"] else "completions"])


def front_of(word: str) -> str:
    return word[: 1 if len(word) < 5 else 2]


def back_of(word: str) -> str:
    return word[-2 if len(word) < 6 else -3 :]


def _nearest(forms: Iterable[str], most: int, word: str) -> list[str]:
    """Those at the smallest distance: who slips twice gets the first letter right."""
    for far in range(1, most + 1):
        if found := [one for one in forms if distance(word, one) == far and (far < 2 or one[0] == word[0])]:
            return found
    return []


def _shared(one: str, other: str) -> int:
    """With how many letters both begin."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _begins_nearly(word: str, form: str) -> bool:
    return any(distance(word, form[: len(word) + more]) == 1 for more in (-1, 0, 1))


@lru_cache(maxsize=1 << 16)
def distance(one: str, other: str) -> int:
    """Letters to add, to drop, to change, and neighbours to swap; 3 for all that is further."""
    return OSA.distance(one, other, score_cutoff=2)
