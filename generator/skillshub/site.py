"""What every output is given, and what every output gives back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from skillshub.catalogue import Catalogue
from skillshub.docs_engine import DocsSite
from skillshub.labels import Labels
from skillshub.languages import Language
from skillshub.model import Entry
from skillshub.moves import Moves
from skillshub.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Site:
    """All that may be published, and nothing that can change. Two sites are one only if they are the same object."""

    today: date  # the one clock: outputs never ask the real one
    settings: Settings
    languages: tuple[Language, ...]  # the first stands at the root
    catalogue: Catalogue  # without drafts
    labels: Labels
    docs: DocsSite
    made_from: str  # digest of the program, its theme, the docs and the settings: what every file depends on
    moves: Moves = field(default_factory=dict)  # what became of entries that are no longer there
    commit: str = ""  # that it is made from, where somebody said it
    broken_links: frozenset[str] = frozenset()  # files of the entries with a link that failed again and again
    documents: Mapping[str, Mapping[str, Any]] = field(default_factory=dict, repr=False)  # the schemas, by file name
    written: Callable[[Entry], Mapping[str, Any]] | None = None  # what the file of an entry holds
    scratch: Path | None = None  # a folder that only we can write to, for templates as they were compiled
    recall: Callable[[str], Any] = lambda _name: None  # what the last build kept under a name, if anything
    keep: Callable[[str, Any], None] = lambda _name, _value: None  # for the next build: it only saves time


@dataclass(frozen=True, slots=True)
class SiteFile:
    """A file of the site as a value that is worked out only when it is wanted. Only ``writing`` puts it on disk."""

    path: str  # relative to the site's root, with forward slashes
    key: str  # digest of all that the content is made from: the same key, the same bytes
    content: Callable[[], bytes]


Output = Callable[[Site], Iterator[SiteFile]]
