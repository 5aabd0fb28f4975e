"""What a rule is: a question about all entries together, and what it answers with."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from skillshub.catalogue import Catalogue
from skillshub.model import Entry
from skillshub.problems import Field
from skillshub.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """All that a rule may look at."""

    catalogue: Catalogue
    settings: Settings
    today: date


class Against(NamedTuple):
    """Something that speaks against an entry."""

    entry: Entry
    field: Field
    message: str
    hint: str = ""
    example: str = ""
    at: Literal["key", "value"] = "value"


Rule = Callable[[Ground], Iterator[Against]]
"""Its name is its code, its docstring its manual."""


def code_of(rule: Rule) -> str:
    return rule.__name__.replace("_", "-")
