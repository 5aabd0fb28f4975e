"""What was checked, file by file, and everything that is wrong with each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from skillshub.history import Change
from skillshub.problems import Problem, Severity
from skillshub.reporting.papers import Paper, counted
from skillshub.review.sheets import Section, code, harmless, table
from skillshub.wording.manual_of_changes import CALLOUTS


def headline(changes: Sequence[Change], problems: Iterable[Problem]) -> str:
    """In a line: how many files, and whether anything is wrong."""
    wrong = [one for one in problems if one.code not in CALLOUTS]
    counts = Counter(one.severity for one in wrong)
    files = counted(len(changes), "changed file")
    if not wrong and not changes:
        return "## No entry is changed"
    if not wrong:
        return f"## Sound: no problems in {files}"
    told = " and ".join(counted(counts[one], one) for one in ("error", "warning") if counts[one])
    return f"## {'Not yet' if counts['error'] else 'Sound'}: {told} in {files}"


def files(changes: Iterable[Change], problems: Iterable[Problem]) -> Section:
    """A row for each file of the change: what became of it, what the check says."""
    counts = Counter((one.path, one.severity) for one in problems if one.code not in CALLOUTS)
    rows = [(code(change.path), _became(change), _said(change, counts)) for change in changes]
    head, *lines = table(("File", "Change", "Check"), rows)
    return Section(title="What was checked", above=f"{head}\n{lines[0]}", pieces=tuple(lines[1:]), rest="more files")


def _became(change: Change) -> str:
    return f"renamed, was {code(change.before)}" if change.before else _WORDS[change.how]


_WORDS: Mapping[str, str] = {"added": "new", "modified": "changed", "renamed": "renamed", "deleted": "removed"}


def _said(change: Change, counts: Mapping[tuple[str, Severity], int]) -> str:
    if change.how == "deleted":
        return "–"
    words: tuple[Severity, ...] = ("error", "warning")
    found = {word: counts.get((change.path, word), 0) for word in words}
    told = ", ".join(counted(count, word) for word, count in found.items() if count)
    return f"{'❌' if found['error'] else '⚠️'} {told}" if told else "✅"


def wrong(paper: Paper) -> Section:
    """Every problem with its line, what to do, and where it is explained."""
    told = tuple(_problem(one, paper) for one in paper.problems if one.code not in CALLOUTS)
    return Section(title="What to change", pieces=told, rest="more problems: see the log, or run skillshub check")


def worth_a_look(paper: Paper) -> Section:
    told = tuple(_problem(one, paper) for one in paper.problems if one.code in CALLOUTS)
    return Section(title="For whoever reviews this", pieces=told)


def _problem(problem: Problem, paper: Paper) -> str:
    return "- " + " ".join(_words(problem, paper))


def _words(problem: Problem, paper: Paper) -> Iterator[str]:
    yield f"{code(problem.path)} line {problem.place.line}:"
    yield f"**{problem.severity}:** {harmless(problem.message, 400)}"
    if problem.hint:
        yield harmless(problem.hint, 400)
    if problem.example:
        yield f"For example: <code>{harmless(problem.example, 200)}</code>"
    yield f"([{problem.code}]({paper.docs(problem.code)}))" if paper.site_url else f"(`{problem.code}`)"
