"""What a draft says once its values are of the right sort, and what is wrong with it, told at its cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from datetime import date
from typing import Any

from skillshub.findings import Finding
from skillshub.importing.drafts import Draft
from skillshub.importing.sorts import sorted_out
from skillshub.problems import Field, Place, Problem
from skillshub.schemas import Schemas
from skillshub.sources import judge

_ROUNDS = 3  # mending one value can show the next mistake in it


def value_of(draft: Draft, schemas: Schemas, language: str, today: date) -> dict[str, Any]:
    """The fields of the draft, each as its schema wants it, as far as that is certain.

    Most lists say neither that an entry is published nor when it was written down.
    """
    given = sorted_out(draft.fields, schemas.fields(draft.kind), language)
    value = {"status": "published", "updated": today.isoformat(), **given}
    for _ in range(_ROUNDS):
        certain = [one for one in schemas.problems_in("", draft.kind, value) if one.instead is not None]
        if not certain:
            break
        value = _mended(value, certain)
    return value


def _mended(value: Mapping[str, Any], findings: Iterable[Finding]) -> dict[str, Any]:
    new = deepcopy(dict(value))
    for finding in reversed(list(findings)):  # later items of a list first, so that the earlier keep their numbers
        if finding.field:
            _mend(new, finding)
    return new


def _mend(value: Any, finding: Finding) -> None:
    *way, last = finding.field
    for step in way:
        value = value[step]
    if finding.at == "key":
        value[finding.instead] = value.pop(last)
    elif finding.instead == "":
        del value[last]
    else:
        read = judge("", f"value: {finding.instead}".encode())
        value[last] = read["value"] if isinstance(read, Mapping) else value[last]


def told(source: str, draft: Draft, findings: Iterable[Finding]) -> Iterator[Problem]:
    """Each finding as a problem of the file that is imported."""
    for finding in findings:
        way = _as_given(finding.field, draft)
        cell = (draft.id_cell or draft.first) if way == ("id",) else draft.cell_of(way, finding.missing)
        yield Problem(
            path=source,
            code=finding.code,
            message=finding.message,
            hint=finding.hint,
            example=finding.example,
            place=Place(  # the cell is all of its line
                line=cell.row,
                length=max(1, len(cell.shown)),
                excerpt=cell.shown,
                name=cell.where,
            ),
            severity=finding.severity,
        )


def _as_given(way: Field, draft: Draft) -> Field:
    """A text and the same text per language are one field; the first came without a language."""
    return way if way in draft.cells or not way[:-1] or way[:-1] not in draft.cells else way[:-1]
