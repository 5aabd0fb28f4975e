"""The text of an issue, taken apart: what stands below the heading of each question.

Whoever opened the issue can change its text at will, headings included. So headings count only in the order of the
form and once each; what an answer holds beyond that is part of the answer.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from skillshub.issues.questions import Question

LONGEST = 65_536
_NOTHING = frozenset({"_No response_", "None", ""})


def answers(body: str, asked: Sequence[Question]) -> Mapping[Question, str]:
    """What was answered, by question; what was left open is not there."""
    lines = body[:LONGEST].replace("\r\n", "\n").replace("\r", "\n").split("\n")
    starts = _starts(lines, asked)
    ends = dict(pairwise([*starts.values(), len(lines)]))
    found = {question: "\n".join(lines[at + 1 : ends[at]]).strip() for question, at in starts.items()}
    return {question: answer for question, answer in found.items() if answer not in _NOTHING}


def _starts(lines: Sequence[str], asked: Sequence[Question]) -> dict[Question, int]:
    """The line of each question's heading; each stands below the one before it."""
    at = -1
    starts: dict[Question, int] = {}
    for question in asked:
        heading = re.compile(rf"#{{3}}\s+{re.escape(question.label)}\s*")
        found = next((number for number in range(at + 1, len(lines)) if heading.fullmatch(lines[number])), None)
        if found is not None:
            starts[question] = at = found
    return starts
