"""Words for made-up entries: as many different ones, and as unevenly used, as in real text.

Knows nothing of entries; the same seed gives the same words.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Sequence

_HEARD = """
battery vehicle electric motor safety voltage charging assembly diagnosis maintenance workshop training learner
trainer certificate module practice theory software sensor network control quality process supply logistics
production line robot welding casting forming material recycling hydrogen fuel cell powertrain inverter thermal
management measuring testing simulation model analysis artificial intelligence cloud security update standard
regulation audit risk hazard protection emergency rescue repair body paint tyre brake steering chassis camera
radar calibration driver assistance autonomous fleet mobility service customer sales change leadership team
project planning budget funding partner region company supplier university academy apprentice employee career
transition green digital circular economy carbon footprint energy efficiency storage grid renewable
""".split()
_GLUE = "the of and to in a for with on is that by as at from or this an are be it which can into each their".split()
_HEADS = "ba be bi bo da de di do fa fe fi ga ge go ha he ka ke ki la le li lo ma me mi mo na ne no".split()
_TAILS = "ban ber ction der fer gen ker lan ler men mer nal ner pen ral ren sal ser tal ter tic tion ver".split()


class Writer:
    """Writes words, sentences and paragraphs. About a third of the words are the short ones between the others."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        syllables = itertools.product(_HEADS, _HEADS, _TAILS)
        rare = ["".join(word) for word in syllables]
        self.chance.shuffle(rare)
        self._words = _HEARD + rare[:6000]
        self._weights = list(itertools.accumulate(1 / (rank + 10) for rank in range(len(self._words))))

    def words(self, number: int) -> list[str]:
        content = self.chance.choices(self._words, cum_weights=self._weights, k=number)
        return [self.chance.choice(_GLUE) if self.chance.random() < 0.33 else word for word in content]

    def title(self, number: int = 4) -> str:
        chosen = self.chance.choices(self._words, cum_weights=self._weights, k=number)
        return " ".join(chosen).capitalize()

    def sentence(self, number: int) -> str:
        return " ".join(self.words(number)).capitalize() + "."

    def description(self) -> str:
        """150 words of Markdown: two paragraphs, a heading, a list, emphasis and a link."""
        opening = " ".join(self.sentence(size) for size in (12, 9, 14, 10))
        strong = f"**{' '.join(self.words(3))}**"
        points = "\n".join(f"- {self.sentence(8)}" for _ in range(4))
        link = f"[{' '.join(self.words(3))}](https://example.org/{self.one(self._words)})"
        closing = " ".join(self.sentence(size) for size in (15, 12, 13))
        return (
            f"{opening} {strong} {self.sentence(11)}\n\n## {self.title(3)}\n\n{points}\n\n"
            f"{closing} {link} {self.sentence(10)}\n"
        )

    def one(self, choices: Sequence[str]) -> str:
        return choices[self.chance.randrange(len(choices))]

    def some(self, choices: Sequence[str], number: int) -> list[str]:
        """So many different ones, or all when there are fewer."""
        return self.chance.sample(choices, min(number, len(choices)))
