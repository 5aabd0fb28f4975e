"""Findings become problems: each is given the line of the file on which its field stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from skillshub.findings import Finding
from skillshub.problems import Mend, Place, Problem
from skillshub.sources import places


def placed(path: str, content: bytes, findings: Iterable[Finding]) -> Iterator[Problem]:
    """Each finding, on its line."""
    found = places(content)
    for finding in findings:
        yield _problem(path, finding, (found.of_name if finding.at == "key" else found.of)(finding.field))


def _problem(path: str, finding: Finding, place: Place) -> Problem:
    return Problem(
        path=path,
        code=finding.code,
        message=finding.message,
        hint=finding.hint,
        example=finding.example,
        place=place,
        severity=finding.severity,
        mend=_mend(finding, place),
    )


def _mend(finding: Finding, place: Place) -> Mend | None:
    """What is certainly right, written over what is underlined, if that is a value or a name and nothing else."""
    if finding.instead is None or not place.is_whole:
        return None
    if finding.instead:
        return Mend(line=place.line, column=place.column, length=place.length, text=finding.instead)
    before = place.excerpt[: place.column - 1]
    if before.strip() == "-":
        return Mend(line=place.line, text=None)
    comma = re.search(r",\s*$", before)
    if comma is None:
        return None
    return Mend(line=place.line, column=comma.start() + 1, length=place.length + len(comma[0]), text="")
