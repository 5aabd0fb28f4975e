"""The report as ``junit``: each file that was looked at is a test, which fails by its errors. Warnings are output.

Written to the stricter of the schemas in use, the one of Ant's JUnitReport: nothing optional, nothing unknown to it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from html import escape  # of XML as well; what XML's own module offers brings a web client along, at each start

from skillshub.problems import Problem
from skillshub.reporting.escaping import one_line
from skillshub.reporting.papers import Paper
from skillshub.reporting.people import concise_line


def as_junit(paper: Paper) -> str:
    errors: dict[str, list[Problem]] = defaultdict(list)
    for problem in paper.problems:
        if problem.severity == "error":
            errors[problem.path].append(problem)
    names = sorted({*paper.names, *(problem.path for problem in paper.problems)})
    return "\n".join(_suite(paper, names, errors)) + "\n"


def _suite(paper: Paper, names: list[str], errors: dict[str, list[Problem]]) -> Iterator[str]:
    counts = f'tests="{len(names)}" failures="{len(errors)}" errors="0"'
    moment = f'timestamp="{paper.day}T00:00:00" hostname="localhost" time="0"'
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f'<testsuites><testsuite id="0" package="skillshub" name="check" {counts} {moment}>'
    yield "<properties/>"
    for name in names:
        yield _case(name, errors.get(name, ()))
    warnings = [problem for problem in paper.problems if problem.severity == "warning"]
    yield f"<system-out>{escape(_lines(warnings, paper.summary), quote=False)}</system-out>"
    yield "<system-err/>"
    yield "</testsuite></testsuites>"


def _case(name: str, errors: Iterable[Problem]) -> str:
    folder, _, file = one_line(name).rpartition("/")
    named = f'name={_name(file)} classname={_name(folder)} time="0"'
    told = list(errors)
    if not told:
        return f"<testcase {named}/>"
    kind, message = _quoted(told[0].code), _quoted(one_line(told[0].message))
    lines = escape(_lines(told), quote=False)
    return f"<testcase {named}><failure type={kind} message={message}>{lines}</failure></testcase>"


def _name(text: str) -> str:
    return _quoted(text.strip() or ".")


def _quoted(line: str) -> str:
    return f'"{escape(line)}"'


def _lines(problems: Iterable[Problem], *more: str) -> str:
    return "\n".join((*map(concise_line, problems), *more))
