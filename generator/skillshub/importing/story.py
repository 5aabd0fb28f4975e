"""From a file to the entries that are to be written: read, name, judge, compare with what is there.

The same file twice changes nothing. What a person has written or edited is left alone, unless it is asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any, Literal

from skillshub.checking import Checked
from skillshub.editing import stamped, text_of, without_stamp
from skillshub.findings import Finding
from skillshub.importing.beside import against_rules
from skillshub.importing.drafts import Draft, Judged
from skillshub.importing.judging import told, value_of
from skillshub.importing.naming import named, twins
from skillshub.importing.sources_of import EXAMPLE, LISTS, drafts_in
from skillshub.problems import Problem, in_order
from skillshub.schemas import Schemas
from skillshub.settings import Settings
from skillshub.sources import contents, judge

__all__ = ["EXAMPLE", "LISTS", "Plan", "Planned", "Request", "judged", "plan"]

Fate = Literal["new", "changed", "unchanged", "kept"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What is to be imported."""

    source: str  # the name of the file, as it is told
    content: bytes
    kind: str = ""  # what its rows are, where the file does not say
    mapping: Mapping[str, Any] | None = None
    constants: Mapping[str, Any] = field(default_factory=dict)  # fields that every draft is given, if it has none
    force: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    path: str
    fate: Fate
    content: bytes  # what is to be written, or would be


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    files: tuple[Planned, ...]
    problems: tuple[Problem, ...]
    notes: tuple[str, ...]
    drafts: int  # what the file holds, sound or not

    def of(self, fate: Fate) -> tuple[Planned, ...]:
        return tuple(file for file in self.files if file.fate == fate)


def plan(hub: Path, request: Request, checked: Checked, schemas: Schemas, today: date) -> Plan:
    """What an import would do to the hub."""
    settings = checked.settings or Settings(name={}, languages=("en",))
    read = drafts_in(request.source, request.content, request.kind, request.mapping, schemas)
    found = _judged(read.drafts, request.constants, schemas, settings.languages[0], today)
    broken_rules = against_rules(found, checked, settings, today)
    problems = list(read.problems)
    files: list[Planned] = []
    for number, one in enumerate(found):
        findings = [*one.findings, *broken_rules.get(number, ())]
        problems += told(request.source, one.draft, findings)
        if not any(finding.severity == "error" for finding in findings):
            files.append(_planned(hub, request, one, schemas, today))
    return Plan(files=tuple(files), problems=in_order(problems), notes=read.notes, drafts=len(found))


def judged(draft: Draft, checked: Checked, schemas: Schemas, today: date) -> Judged:
    """A single draft beside the entries of the hub."""
    settings = checked.settings or Settings(name={}, languages=("en",))
    found = _judged([draft], {}, schemas, settings.languages[0], today)
    broken_rules = against_rules(found, checked, settings, today)
    return replace(found[0], findings=(*found[0].findings, *broken_rules.get(0, ())))


def _judged(
    drafts: Sequence[Draft], constants: Mapping[str, Any], schemas: Schemas, language: str, today: date
) -> tuple[Judged, ...]:
    filled = (_filled(draft, constants, schemas) for draft in drafts)
    values = [value_of(draft, schemas, language, today) for draft in filled]
    names = list(named(zip(drafts, values, strict=True)))
    others = twins((draft, slug) for draft, (slug, _) in zip(drafts, names, strict=True))
    named_ones: list[Judged] = []
    for number, (draft, value, (slug, faults)) in enumerate(zip(drafts, values, names, strict=True)):
        findings = (*faults, *schemas.problems_in("", draft.kind, value))
        twin = (_twin(slug, others[number]),) if number in others and not draft.is_shared else ()
        named_ones.append(Judged(draft=draft, slug=slug, value=value, findings=(*findings, *twin)))
    return tuple(_one_of_each(named_ones))


def _one_of_each(drafts: Sequence[Judged]) -> Iterator[Judged]:
    """Of several drafts that speak of one entry, the first that is sound; the first if none is."""
    shared: dict[str, Judged] = {}
    for one in drafts:
        if not one.draft.is_shared:
            yield one
        elif one.path not in shared or (shared[one.path].findings and not one.findings):
            shared[one.path] = one
    yield from shared.values()


def _filled(draft: Draft, constants: Mapping[str, Any], schemas: Schemas) -> Draft:
    """With what every entry of its kind is given."""
    known = schemas.fields(draft.kind).fields
    own = {name: value for name, value in constants.items() if name in known}
    return replace(draft, fields={**own, **draft.fields})


def _twin(slug: str, other: Draft) -> Finding:
    return Finding(
        field=("id",),
        code="twin-name",
        message=f"This would be the file '{slug}.yml', which {other.first.where} is already.",
        hint="Give one of the two an id of its own, in a column 'id'.",
    )


def _planned(hub: Path, request: Request, one: Judged, schemas: Schemas, today: date) -> Planned:
    form = schemas.fields(one.draft.kind)
    there = contents(hub, one.path) if (hub / one.path).exists() else None
    old = there.decode("utf-8", "replace") if isinstance(there, bytes) else ""
    plain, stamp = without_stamp(old)
    text = text_of(one.draft.kind, form, _as_old(one, plain, today))
    fresh = stamped(text, Path(request.source).name).encode()
    if there is None:
        return Planned(path=one.path, fate="new", content=fresh)
    if plain == text:
        return Planned(path=one.path, fate="unchanged", content=old.encode())
    is_ours = stamp is not None and stamp.is_intact
    return Planned(path=one.path, fate="changed" if is_ours or request.force else "kept", content=fresh)


def _as_old(one: Judged, old: str, today: date) -> Mapping[str, Any]:
    """With the day of the last import, if that is all that differs: what did not change was not updated."""
    if "updated" in one.draft.fields or one.value.get("updated") != today.isoformat() or not old:
        return one.value
    before = judge(one.path, old.encode())
    if not isinstance(before, Mapping):
        return one.value
    as_before = {**one.value, "updated": before.get("updated")}
    return as_before if as_before == before else one.value
