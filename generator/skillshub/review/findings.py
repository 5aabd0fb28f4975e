"""A report of the check (``--format json``), read back: so the comment tells what the check has told, and no other."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from skillshub.problems import Place, Problem, in_order
from skillshub.reporting.machines import VERSION


class NoReport(Exception):
    """The text is no report of the check, in the form that we know."""


def problems_of(text: str) -> tuple[Problem, ...]:
    try:
        report = json.loads(text)
        if report["version"] != VERSION:
            raise NoReport(f"The report has the form {report['version']}, and this program reads form {VERSION}.")
        return in_order([_problem(record) for record in report["problems"]])
    except (ValueError, KeyError, TypeError) as wrong:
        raise NoReport("This is no report of the check: write one with  skillshub check --format json") from wrong


def _problem(record: Mapping[str, Any]) -> Problem:
    return Problem(
        path=str(record["path"]),
        code=str(record["code"]),
        message=str(record["message"]),
        hint=str(record["hint"]),
        example=str(record["example"]),
        severity="error" if record["severity"] == "error" else "warning",
        place=Place(line=int(record["line"]), column=int(record["column"])),
    )
