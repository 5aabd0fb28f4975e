"""Reports for programs: ``json``, whose form is fixed by its version, and ``github``, annotations of a pull request."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from skillshub.problems import Problem, Severity
from skillshub.reporting.escaping import one_line
from skillshub.reporting.papers import Paper, counted
from skillshub.reporting.people import concise_line

VERSION = 1
"""Grows when a field of the json report is renamed, removed or gets another meaning; not when one is added."""

_SHOWN = 10  # annotations of each severity that GitHub shows for one step; further ones it drops without a word
_LONGEST_EXCERPT = 1000
_SEVERITIES: tuple[Severity, ...] = ("error", "warning")


def as_json(paper: Paper) -> str:
    """Texts are whole and raw here: JSON escapes what is not ASCII, and who shows it escapes it again."""
    report = {
        "version": VERSION,
        "problems": [_record(problem, paper) for problem in paper.problems],
        "counts": {
            "errors": paper.count("error"),
            "warnings": paper.count("warning"),
            "files_with_problems": paper.files,
            "files_checked": paper.checked,
        },
    }
    return json.dumps(report, indent=1) + "\n"


def _record(problem: Problem, paper: Paper) -> dict[str, Any]:
    place = problem.place
    return {
        "path": problem.path,
        "line": place.line,
        "column": place.column,
        "length": place.length,
        "severity": problem.severity,
        "code": problem.code,
        "message": problem.message,
        "hint": problem.hint,
        "example": problem.example,
        "excerpt": place.excerpt[:_LONGEST_EXCERPT],
        "docs": paper.docs(problem.code),
        "mend": asdict(problem.mend) if problem.mend else None,
    }


def as_github(paper: Paper) -> str:
    """Annotations, as many as are shown, then every problem on a line of its own for the log, and what is left out."""
    lines = [line for severity in _SEVERITIES for line in _annotations(paper, severity)]
    log = [f"- {concise_line(problem)}" for problem in paper.problems]
    return "\n".join((*lines, *log, paper.summary + _left_out(paper))) + "\n"


def _left_out(paper: Paper) -> str:
    more = ((paper.count(severity) - _SHOWN + 1, severity) for severity in _SEVERITIES)
    told = " and ".join(counted(count, severity) for count, severity in more if count > 1)
    return f"; {told} without an annotation, of which GitHub shows {_SHOWN} a step" if told else ""


def _annotations(paper: Paper, severity: Severity) -> Iterator[str]:
    problems = [problem for problem in paper.problems if problem.severity == severity]
    shown = problems if len(problems) <= _SHOWN else problems[: _SHOWN - 1]
    for problem in shown:
        yield _annotation(problem, paper)
    more = problems[len(shown) :]
    if more:
        files = counted(len({problem.path for problem in more}), "file")
        rest = f"{counted(len(more), f'more {severity}')} in {files}: see the log of this step."
        yield f"::{severity} title=And more::{rest}"


def _annotation(problem: Problem, paper: Paper) -> str:
    place = problem.place
    properties = {
        "file": problem.path,
        "line": str(place.line),
        "col": str(place.column),
        "endColumn": str(place.column + place.length),
        "title": problem.code,
    }
    words = " ".join(filter(None, (problem.message, problem.hint)))
    example = f"\n{one_line(problem.example, 200)}" if problem.example else ""
    message = _escaped(one_line(words)) + _escaped(example) + _escaped(f"\n{paper.docs(problem.code)}")
    return (
        f"::{problem.severity} {','.join(f'{name}={_property(text)}' for name, text in properties.items())}::{message}"
    )


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(one_line(text, 300)).replace(":", "%3A").replace(",", "%2C")
