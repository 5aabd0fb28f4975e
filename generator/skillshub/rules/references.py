"""Entries name one another: every name must have a file, and the file should be one that visitors see."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from skillshub.model import FOLDERS, Entry, Kind
from skillshub.problems import Field
from skillshub.rules.ground import Against, Ground, Rule
from skillshub.rules.sentences import said
from skillshub.wording.names import finder, nearest

Way = tuple[str, ...]

WAYS: Mapping[Kind, Mapping[Way, Kind]] = {
    "course": {
        ("provider",): "provider",
        ("regions", "*"): "region",
        ("skills", "*", "skill"): "skill",
        ("job_roles", "*"): "job-role",
        ("funding", "*"): "funding",
    },
    "event": {("organiser",): "provider", ("regions", "*"): "region", ("skills", "*", "skill"): "skill"},
    "region": {
        ("needs", "*", "skill"): "skill",
        ("needs", "*", "job_role"): "job-role",
        ("neighbours", "*"): "region",
    },
    "provider": {("region",): "region"},
    "funding": {("regions", "*"): "region"},
    "practice": {("region",): "region", ("organisation",): "provider", ("skills", "*", "skill"): "skill"},
    "job-role": {("skills", "*", "skill"): "skill"},
}
"""Where an entry names another, and of which kind that is; a test holds this against the schemas."""

_KIND_WORDS: Mapping[Kind, str] = {"job-role": "job role", "funding": "funding opportunity"}

Named = tuple[str | None, ...]


def _reader(way: Way) -> Callable[[Any], Named]:
    """The names that an entry has at the end of a way, in their order; None where a field is left out."""
    field = way[0]
    if len(way) == 1:
        return lambda entry: (getattr(entry, field),)
    if len(way) == 2:
        return lambda entry: tuple(getattr(entry, field))
    inner = way[2]
    return lambda entry: tuple([getattr(one, inner) for one in getattr(entry, field)])


_READERS = {kind: [(way, _reader(way), target) for way, target in ways.items()] for kind, ways in WAYS.items()}


def _fields_naming(
    ground: Ground, target: Kind, names: frozenset[str], *, known: bool
) -> Iterator[tuple[Entry, Field, str]]:
    """Every field that names an entry of a kind that is (or is not) among the names."""
    for kind, readers in _READERS.items():
        for way, read, wanted in readers:
            if wanted == target:
                for entry in ground.catalogue.shelf(kind).values():
                    for number, name in enumerate(read(entry)):
                        if (name in names) is known and name is not None:
                            yield entry, _field(way, number), name


def _field(way: Way, number: int) -> Field:
    return tuple(number if step == "*" else step for step in way)


def _unknown(ground: Ground, target: Kind) -> Iterator[Against]:
    known = ground.catalogue.known[target]
    meant = finder(known, most=500)
    folder = f"content/{FOLDERS[target]}/"
    for entry, field, name in _fields_naming(ground, target, known, known=False):
        ask = f"Did you mean '{meant(name)}'? " if meant(name) else ""
        yield Against(
            entry,
            field,
            said(f"unknown-{target}", name=name),
            f"{ask}Each has a file of its own: choose a file name from {folder}, or add {folder}{name}.yml.",
            _example(field, meant(name)),
        )


def _example(field: Field, name: str | None) -> str:
    """As one would write it; an item of a list after its hyphen."""
    if not name:
        return ""
    return f"- {name}" if isinstance(field[-1], int) else f"{field[-1]}: {name}"


def unknown_provider(ground: Ground) -> Iterator[Against]:
    """An entry names a provider, an organiser or an organisation that has no file in `content/providers/`."""
    return _unknown(ground, "provider")


def unknown_region(ground: Ground) -> Iterator[Against]:
    """An entry names a region that has no file in `content/regions/`."""
    return _unknown(ground, "region")


def unknown_skill(ground: Ground) -> Iterator[Against]:
    """An entry names a skill that has no file in `content/skills/`."""
    return _unknown(ground, "skill")


def unknown_job_role(ground: Ground) -> Iterator[Against]:
    """An entry names a job role that has no file in `content/job-roles/`."""
    return _unknown(ground, "job-role")


def unknown_funding(ground: Ground) -> Iterator[Against]:
    """An entry names a funding opportunity that has no file in `content/funding/`."""
    return _unknown(ground, "funding")


def unknown_group(ground: Ground) -> Iterator[Against]:
    """A skill belongs to a group that the hub does not have. The groups stand in `mkdocs.yml`, under `skill_groups`."""
    groups = ground.settings.skill_groups
    for skill in ground.catalogue.skills.values():
        if groups and skill.group not in groups:
            meant = nearest(skill.group, groups)
            hint = f"Did you mean '{meant}'?" if meant else f"The groups are {', '.join(groups)}."
            example = f"group: {meant}" if meant else ""
            yield Against(skill, ("group",), said("unknown-group", name=skill.group), hint, example)


def own_neighbour(ground: Ground) -> Iterator[Against]:
    """A region names itself among its neighbours."""
    for region in ground.catalogue.regions.values():
        for number, name in enumerate(region.neighbours):
            if name == region.slug:
                yield Against(region, ("neighbours", number), said("own-neighbour"), "Take it off the list.")


def archived_reference(ground: Ground) -> Iterator[Against]:
    """A published entry names one that is archived: visitors are sent to something that is no longer offered."""
    for entry, field, name, what in _published_naming(ground, "archived"):
        yield Against(entry, field, f"The {what} '{name}' is archived.", "Name another one, or archive this entry too.")


def draft_reference(ground: Ground) -> Iterator[Against]:
    """A published entry names a draft. Drafts are not shown, so the entry appears without it until it is published."""
    for entry, field, name, what in _published_naming(ground, "draft"):
        hint = f"Publish the {what} too: set its status to published."
        yield Against(entry, field, f"The {what} '{name}' is a draft and will not be shown.", hint)


def _published_naming(ground: Ground, status: str) -> Iterator[tuple[Entry, Field, str, str]]:
    for target in FOLDERS:
        shelf = ground.catalogue.shelf(target)
        names = frozenset(slug for slug, entry in shelf.items() if entry.status == status)
        if names:
            for entry, field, name in _fields_naming(ground, target, names, known=True):
                if entry.status == "published":
                    yield entry, field, name, _KIND_WORDS.get(target, target)


REFERENCE_ERRORS: tuple[Rule, ...] = (
    unknown_provider,
    unknown_region,
    unknown_skill,
    unknown_job_role,
    unknown_funding,
    unknown_group,
    own_neighbour,
)
REFERENCE_WARNINGS: tuple[Rule, ...] = (archived_reference, draft_reference)
