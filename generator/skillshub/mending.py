"""Mend in a file what has one right mend, where it stands: comments and layout stay as they are.

Each mend is tried and the file judged again: it stays only if the file got better by it. Touches no disk.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from skillshub.checking import judge_content
from skillshub.problems import Mend, Problem
from skillshub.schemas import Schemas
from skillshub.wording.manual_of_files import MANUAL_OF_FILES

_MOST = 300  # mends in one file; each is tried on its own


class Mended(NamedTuple):
    content: bytes
    mended: tuple[Problem, ...]
    left: tuple[Problem, ...]  # what only a person can know


def mended(schemas: Schemas, path: str, kind: str, content: bytes) -> Mended:
    """The file with all that could be mended."""
    done: list[Problem] = []
    tried: set[tuple[str, Mend]] = set()
    problems = _problems(schemas, path, kind, content)
    for _ in range(_MOST):
        problem = next((one for one in problems if one.mend and (one.code, one.mend) not in tried), None)
        if problem is None or problem.mend is None:
            break
        tried.add((problem.code, problem.mend))
        new = applied(problem.mend, content)
        after = _problems(schemas, path, kind, new)
        if _is_better(problem, problems, after):
            content, problems = new, after
            done.append(problem)
    return Mended(content, tuple(done), problems)


def applied(mend: Mend, content: bytes) -> bytes:
    """The bytes with one mend made."""
    lines = content.decode("utf-8").split("\n")
    number, column = mend.line - 1, mend.column - 1
    if mend.text is None:
        del lines[number]
    else:
        line = lines[number]
        lines[number] = line[:column] + mend.text + line[column + mend.length :]
    return "\n".join(lines).encode()


def _problems(schemas: Schemas, path: str, kind: str, content: bytes) -> tuple[Problem, ...]:
    found = judge_content(schemas, path, kind, content)
    return () if isinstance(found, Mapping) else found


def _is_better(problem: Problem, before: tuple[Problem, ...], after: tuple[Problem, ...]) -> bool:
    """The problem is gone, and nothing came in its place; but a file that can be read at last may show more."""
    where = {(one.code, one.mend, one.message) for one in after}
    if (problem.code, problem.mend, problem.message) in where:
        return False
    if _are_of_the_text(before) and not _are_of_the_text(after):
        return not any(one.place.line == problem.place.line for one in after)
    if _are_of_the_text(after):
        furthest = max(one.place.line for one in before)
        return len(after) <= len(before) or max(one.place.line for one in after) > furthest
    new = {(one.code, one.message) for one in after} - {(one.code, one.message) for one in before}
    can_follow = all(one.mend for one in after if (one.code, one.message) in new)
    return len(after) < len(before) or (len(after) == len(before) and can_follow)


def _are_of_the_text(problems: tuple[Problem, ...]) -> bool:
    """Whether the file could not even be read."""
    return any(one.code in MANUAL_OF_FILES for one in problems)
