"""Reports that forges take as a file: ``gitlab`` (code quality) and ``sarif`` (2.1.0). Both tell a problem again next
time by a fingerprint that does not change when lines are added above it.

https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from hashlib import blake2b
from typing import Any

from skillshub.addresses import path_as_uri
from skillshub.problems import Problem, Severity
from skillshub.reporting.escaping import one_line
from skillshub.reporting.papers import Paper

_SARIF = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_GRAVITY: Mapping[Severity, str] = {"error": "major", "warning": "minor"}  # in GitLab's words


def fingerprints(problems: tuple[Problem, ...]) -> Iterator[tuple[Problem, str]]:
    """Each problem with a name of its own, made of its file and what is wrong; the line has no part in it."""
    seen: Counter[tuple[str, str, str]] = Counter()
    for problem in problems:
        key = (problem.path, problem.code, problem.message)
        seen[key] += 1
        told = json.dumps([*key, seen[key]])
        yield problem, blake2b(told.encode(), digest_size=16).hexdigest()


def words(problem: Problem) -> str:
    """What is wrong and what to do, on one line."""
    example = f"For example: {problem.example}" if problem.example else ""
    return " ".join(one_line(part) for part in (problem.message, problem.hint, example) if part)


def as_gitlab(paper: Paper) -> str:
    found = [_quality(problem, mark) for problem, mark in fingerprints(paper.problems)]
    return json.dumps(found, indent=1) + "\n"


def _quality(problem: Problem, mark: str) -> dict[str, Any]:
    return {
        "description": words(problem),
        "check_name": problem.code,
        "fingerprint": mark,
        "severity": _GRAVITY[problem.severity],
        "location": {"path": one_line(problem.path), "lines": {"begin": problem.place.line}},
    }


def as_sarif(paper: Paper) -> str:
    codes = sorted({problem.code for problem in paper.problems})
    number = {code: at for at, code in enumerate(codes)}
    driver = {"name": "skillshub", "rules": [_rule(code, paper) for code in codes]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, number, mark) for problem, mark in fingerprints(paper.problems)],
    }
    return json.dumps({"$schema": _SARIF, "version": "2.1.0", "runs": [run]}, indent=1) + "\n"


def _rule(code: str, paper: Paper) -> dict[str, Any]:
    """A rule without the address of its manual where nobody knows where the site stands: SARIF wants whole ones."""
    help_uri = {"helpUri": paper.docs(code)} if paper.site_url else {}
    return {"id": code, "shortDescription": {"text": code.replace("-", " ")}, **help_uri}


def _result(problem: Problem, number: Mapping[str, int], mark: str) -> dict[str, Any]:
    place = problem.place
    region = {"startLine": place.line, "startColumn": place.column, "endColumn": place.column + place.length}
    location = {"artifactLocation": {"uri": path_as_uri(problem.path)}, "region": region}
    return {
        "ruleId": problem.code,
        "ruleIndex": number[problem.code],
        "level": problem.severity,
        "message": {"text": words(problem)},
        "locations": [{"physicalLocation": location}],
        "partialFingerprints": {"skillshub/v1": mark},
    }
