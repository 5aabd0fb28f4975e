"""The hub as it was before a change, read and judged by the same strict reader as the hub as it is now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from skillshub import history
from skillshub.catalogue import Catalogue
from skillshub.checking import SETTINGS_FILE, Checked, check
from skillshub.history import Change
from skillshub.model import FOLDERS, Entry
from skillshub.schemas import Schemas
from skillshub.writing import for_a_while

_READ = ("content", "docs", SETTINGS_FILE)
_OWNERS = ("content/providers", SETTINGS_FILE)


@dataclass(frozen=True, kw_only=True)
class Compared:
    """A hub now, and before a change."""

    now: Checked
    before: Checked  # where the change parted from the branch that it goes into
    owners: Catalogue  # its providers as that branch has them now: whoever makes a change chooses where it begins
    changes: tuple[Change, ...]

    @cached_property
    def touched(self) -> frozenset[str]:
        return frozenset(path for change in self.changes for path in (change.path, change.before) if path)

    @cached_property
    def entries_before(self) -> Mapping[str, Entry]:
        return {entry.path: entry for entry in self.before.catalogue}

    @cached_property
    def entries_now(self) -> Mapping[str, Entry]:
        return {entry.path: entry for entry in self.now.catalogue}


def compared(hub: Path, schemas: Schemas, now: Checked, revision: str) -> Compared:
    """What has changed since the hub parted from a revision: committed, staged or only edited."""
    tip = history.commit_of(hub, revision)
    parting = history.where_they_part(hub, tip, "HEAD")
    before = _checked(hub, schemas, parting, now.day, _READ)
    owners = before if tip == parting else _checked(hub, schemas, tip, now.day, _OWNERS)
    changes = history.changes_since(hub, parting)
    return Compared(now=now, before=before, owners=owners.catalogue, changes=changes)


def checked_at(hub: Path, schemas: Schemas, revision: str, today: date) -> Checked:
    """The hub as it was at a revision."""
    return _checked(hub, schemas, history.commit_of(hub, revision), today, _READ)


def _checked(hub: Path, schemas: Schemas, commit: str, today: date, below: tuple[str, ...]) -> Checked:
    with for_a_while(history.files_at(hub, commit, below)) as folder:
        return check(folder, schemas, today)[0]


def address_of_path(path: str) -> str:
    """The address of the entry in a file ("courses/hv-safety"), or "" when no entry can be there."""
    top, _, rest = path.partition("/")
    folder, _, name = rest.partition("/")
    is_entry = top == "content" and folder in FOLDERS.values() and name.endswith(".yml") and "/" not in name
    return f"{folder}/{name.removesuffix('.yml')}" if is_entry else ""
