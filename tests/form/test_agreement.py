"""The form and the command line judge alike: the same entries, the same codes, the same sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from typing import Any, cast

from skillshub.catalogue import shelve
from skillshub.entries import shape
from skillshub.findings import Finding
from skillshub.model import FOLDERS, Kind
from skillshub.rules import Ground, as_written
from skillshub.rules import judge as hold_against_rules
from skillshub.schemas import Schemas
from tests.form.agreeing import ask
from tests.form.spoiling import spoiled

Told = list[tuple[str, str, str]]

ONLY_THE_CHECK = {"same-course-twice", "same-event-twice"}
"""What no form can know: whether another entry says the same."""


def told_by_the_check(schemas: Schemas, ground: Ground, kind: str, slug: str, value: dict[str, Any]) -> Told:
    """Everything that stops the entry: what does not fit its schema; if all does, what breaks a rule."""
    findings = schemas.problems_in("", kind, value) or tuple(_against(ground, kind, slug, value))
    return sorted((one.code, str(list(one.field)), one.message) for one in findings)


def _against(ground: Ground, kind: str, slug: str, value: dict[str, Any]) -> Iterator[Finding]:
    entry = shape(cast("Kind", kind), slug, value, digest="", language=ground.settings.languages[0])
    others = (one for one in ground.catalogue if (one.kind, one.slug) != (kind, slug))
    beside = replace(ground, catalogue=shelve([*others, entry], ground.catalogue.known))
    for one, finding in hold_against_rules(beside):
        if one is entry and finding.severity == "error" and finding.code not in ONLY_THE_CHECK:
            yield as_written(finding, value)


def test_form_and_command_line_say_the_same(
    schemas: Schemas, ground: Ground, handed_over: Mapping[str, Any], sound: list[tuple[str, str, dict[str, Any]]]
) -> None:
    """Of the same 600 entries they accept and reject the same, with the same codes and sentences at the same fields."""
    fields: dict[str, Collection[str]] = {kind: schemas.fields(kind).fields.keys() for kind in FOLDERS}
    entries = list(spoiled(sound, fields, 600))
    asked = [{"kind": kind, "slug": slug, "value": value} for kind, slug, value in entries]
    answers = ask("judged", entries=asked, **handed_over)
    differing, seen = [], Counter[str]()
    for (kind, slug, value), answer in zip(entries, answers, strict=True):
        check = told_by_the_check(schemas, ground, kind, slug, value)
        form = sorted((one["code"], str(one["way"]), one["message"]) for one in answer)
        seen.update({code for code, _, _ in check} or {"sound"})
        if form != check:
            differing.append(
                f"{kind} {slug}\n  check {sorted(set(check) - set(form))}\n  form  {sorted(set(form) - set(check))}"
            )
    assert not differing, f"{len(differing)}\n" + "\n".join(differing[:12])
    assert seen["sound"] >= 60
    assert len(seen) >= 35, sorted(seen)


def test_every_sound_entry_is_accepted(
    handed_over: Mapping[str, Any], sound: list[tuple[str, str, dict[str, Any]]]
) -> None:
    """The form turns away nothing that stands in the catalogue."""
    asked = [{"kind": kind, "slug": slug, "value": value} for kind, slug, value in sound]
    answers = ask("judged", entries=asked, **handed_over)
    assert not [(one["slug"], answer) for one, answer in zip(asked, answers, strict=True) if answer]
