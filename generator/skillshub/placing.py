"""Findings become problems: each is given the line of the file on which its field stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from skillshub.findings import Finding
from skillshub.problems import Place, Problem
from skillshub.sources import key_places, place_of, places


def placed(path: str, content: bytes, findings: Iterable[Finding]) -> Iterator[Problem]:
    """Each finding, on its line."""
    values, names = places(content), key_places(content)
    for finding in findings:
        found = names.get(finding.field) if finding.at == "key" else None
        yield _problem(path, finding, found or place_of(finding.field, values))


def _problem(path: str, finding: Finding, place: Place) -> Problem:
    return Problem(
        path=path,
        code=finding.code,
        message=finding.message,
        hint=finding.hint,
        example=finding.example,
        place=place,
        severity=finding.severity,
    )
