"""What speaks against drafts once they stand beside the entries of the hub, each with the others that are sound."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from hashlib import blake2b
from typing import cast

from skillshub.catalogue import shelve
from skillshub.checking import Checked
from skillshub.entries import shape
from skillshub.findings import Finding
from skillshub.importing.drafts import Judged
from skillshub.model import FOLDERS, Entry, Kind
from skillshub.rules import Ground, as_written
from skillshub.rules import judge as hold_against_rules
from skillshub.settings import Settings

_PATH = re.compile(r"content/[a-z-]+/[a-z0-9-]+\.yml")


def against_rules(
    drafts: Sequence[Judged], checked: Checked, settings: Settings, today: date
) -> Mapping[int, list[Finding]]:
    """What speaks against the sound ones once they stand beside the entries of the hub, and without the others."""
    found: dict[int, list[Finding]] = {}
    sound = {number: one for number, one in enumerate(drafts) if not one.findings}
    while sound:
        worse = _once_against_rules(sound, checked, settings, today)
        if not worse:
            break
        found |= worse
        sound = {number: one for number, one in sound.items() if number not in worse}
    return found


def _once_against_rules(
    sound: Mapping[int, Judged], checked: Checked, settings: Settings, today: date
) -> dict[int, list[Finding]]:
    shaped: dict[int, Entry] = {number: _shaped(one, settings.languages[0]) for number, one in sound.items()}
    paths = {entry.path for entry in shaped.values()}
    others = [entry for entry in checked.catalogue if entry.path not in paths]
    known = {
        kind: checked.catalogue.known[kind] | {entry.slug for entry in shaped.values() if entry.kind == kind}
        for kind in FOLDERS
    }
    ground = Ground(catalogue=shelve([*others, *shaped.values()], known), settings=settings, today=today)
    number_of = {entry: number for number, entry in shaped.items()}
    at = {entry.path: number for number, entry in shaped.items()}
    before = {(problem.path, problem.code) for problem in checked.errors}
    found: dict[int, list[Finding]] = {}
    for entry, finding in hold_against_rules(ground):
        if finding.severity != "error":
            continue
        if (number := number_of.get(entry)) is not None:
            found.setdefault(number, []).append(as_written(finding, sound[number].value))
        elif (entry.path, finding.code) not in before:
            for guilty in {at[path] for path in _PATH.findall(finding.message) if path in at}:
                found.setdefault(guilty, []).append(_with(entry, finding))
    return found


def _with(entry: Entry, finding: Finding) -> Finding:
    """What a draft would bring upon an entry that is there already."""
    message = f"Together with {entry.path} this would be a mistake there: {finding.message}"
    return Finding(field=(), code=finding.code, message=message, hint=finding.hint)


def _shaped(one: Judged, language: str) -> Entry:
    digest = blake2b(repr(one.value).encode(), digest_size=12).hexdigest()
    return shape(cast("Kind", one.draft.kind), one.slug, one.value, digest=digest, language=language)
