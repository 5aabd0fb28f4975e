"""From the catalogue back to the file: entries keep their sessions by start, files keep them as they were written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from skillshub.findings import Finding


def as_written(finding: Finding, value: Mapping[str, Any]) -> Finding:
    """The finding with the way that leads to the same value in the file; ``value`` is what the file holds."""
    match finding.field:
        case ("sessions", int(number), *rest):
            return replace(finding, field=("sessions", _order(value["sessions"])[number], *rest))
    return finding


def _order(sessions: list[Mapping[str, Any]]) -> list[int]:
    """The numbers of the sessions in the file, by start."""
    return sorted(range(len(sessions)), key=lambda number: _start(sessions[number]["start"]))


def _start(text: str) -> tuple[str, str]:
    """The first day that it may mean, then as written: the order that ``entries`` keeps."""
    return f"{text}-01-01"[:10], text
