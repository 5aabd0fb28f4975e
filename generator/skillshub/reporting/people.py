"""Reports for people: ``text`` shows each problem with its line, ``concise`` gives each problem one line."""

from __future__ import annotations

import calendar
from collections.abc import Callable, Iterator

from skillshub.problems import Problem
from skillshub.reporting.escaping import one_line
from skillshub.reporting.excerpts import excerpt_of
from skillshub.reporting.papers import Paper

Paint = Callable[[str, str], str]

_STYLES = {"error": "1;31", "warning": "1;33", "frame": "34", "word": "1"}
_NAMES = frozenset({*calendar.month_name, "I", "ESCO", "YAML"})


def as_text(paper: Paper) -> str:
    paint = _painted if paper.colour else _plain
    blocks = ["\n".join(_block(problem, paper, paint)) for problem in paper.problems]
    return "\n\n".join((*blocks, paper.summary)) + "\n"


def as_concise(paper: Paper) -> str:
    return "\n".join((*map(concise_line, paper.problems), paper.summary)) + "\n"


def concise_line(problem: Problem) -> str:
    """The problem on one line, as compilers and editors know it."""
    ask, _ = _parts(problem.hint)
    return (
        f"{_where(problem)}: {problem.severity} {problem.code}: {_clause(problem.message)}{f' ({ask})' if ask else ''}"
    )


def _block(problem: Problem, paper: Paper, paint: Paint) -> Iterator[str]:
    number = str(problem.place.line)
    gutter = " " * (len(number) + 2)
    frame = paint("frame", f"{gutter}|")
    note = paint("frame", f"{gutter}=")
    yield paint(problem.severity, f"{problem.severity} {problem.code}") + paint("word", f": {_clause(problem.message)}")
    yield f"{paint('frame', f'{gutter[1:]}-->')} {_where(problem)}"
    if problem.place.excerpt.strip():
        line, mark = excerpt_of(problem.place)
        yield frame
        yield f"{paint('frame', f' {number} |')} {line}"
        yield f"{frame} {paint(problem.severity, mark)}"
    for words in _notes(problem):
        yield f"{note} {words}"
    yield f"{note} docs: {paper.docs(problem.code)}"


def _notes(problem: Problem) -> Iterator[str]:
    ask, help_text = _parts(problem.hint)
    example = one_line(problem.example.strip(), 200)
    command = f"skillshub fix {one_line(problem.path, 300)}" if problem.mend else ""
    if ask:
        yield f"{ask} ({command})" if command else ask
    if help_text and example:
        yield f"help: {help_text.rstrip('.')}, for example  {example}"
    elif help_text or example:
        yield f"help: {help_text or f'for example  {example}'}"
    if command and not ask:
        yield f"fix: {command}"


def _parts(hint: str) -> tuple[str, str]:
    """A hint that begins with a question is two notes."""
    shown = _clause(hint)
    ask, mark, rest = shown.partition("'? ") if shown.startswith("did you mean ") else ("", "", shown)
    if not mark and shown.startswith("did you mean "):
        return shown, ""
    return f"{ask}{mark}".strip(), _clause(rest)


def _where(problem: Problem) -> str:
    if problem.place.name:
        return f"{one_line(problem.path, 300)} {one_line(problem.place.name, 100)}"
    return f"{one_line(problem.path, 300)}:{problem.place.line}:{problem.place.column}"


def _clause(sentence: str) -> str:
    """The sentence as it stands after a colon: with a small letter and without a full stop."""
    text = one_line(sentence.strip())
    first = text.split(" ", 1)[0]
    is_a_name = first in _NAMES or not first[1:].islower()
    text = text if is_a_name and len(first) > 1 else text[:1].lower() + text[1:]
    return text.removesuffix(".")


def _painted(style: str, text: str) -> str:
    return f"\x1b[{_STYLES[style]}m{text}\x1b[0m"


def _plain(_style: str, text: str) -> str:
    return text
