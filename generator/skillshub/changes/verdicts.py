"""What fails a change: what it touched or broke. What was wrong before, elsewhere, is only told."""

from __future__ import annotations

from dataclasses import replace

from skillshub.changes.callouts import callouts
from skillshub.changes.owners import not_yours
from skillshub.changes.pasts import Compared
from skillshub.changes.vanishing import vanished
from skillshub.problems import Problem, in_order


def judged(compared: Compared, actor: str = "") -> tuple[Problem, ...]:
    """All there is to say of a change; what is in the files that it touched comes first."""
    own = [*callouts(compared), *vanished(compared), *(not_yours(compared, actor) if actor else ())]
    every = in_order([*_weighed(compared), *own])
    return tuple(sorted(every, key=lambda problem: problem.path not in compared.touched))


def _weighed(compared: Compared) -> list[Problem]:
    """A change that breaks an entry which it did not touch, by taking away what that one names, has broken it."""
    old = {_same(problem) for problem in compared.before.errors}
    return [
        replace(problem, severity="warning")
        if problem.path not in compared.touched and _same(problem) in old
        else problem
        for problem in compared.now.problems
    ]


def _same(problem: Problem) -> tuple[str, str, str]:
    return problem.path, problem.code, problem.message
