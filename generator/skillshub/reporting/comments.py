"""The report as ``markdown``: for the summary of a step or a comment below a pull request.

What strangers wrote can link to nothing, mention nobody and open no tag: every sign that means something is escaped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from skillshub.problems import Problem
from skillshub.reporting.escaping import one_line
from skillshub.reporting.papers import Paper, counted

LONGEST = 60_000
"""A comment may have 65,536 characters."""

_SIGN = re.compile(r"[\\`*_{}\[\]()#+!|~$^=-]")
_CUT = "<!-- -->"  # splits a word for whoever looks for mentions and addresses, and is not seen


def plain(text: str, longest: int = 400) -> str:
    """A text in Markdown that reads as it is and does nothing."""
    shown = one_line(text, longest).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    escaped = _SIGN.sub(r"\\\g<0>", shown)
    cut = escaped.replace("@", f"@{_CUT}").replace("\\#", f"\\#{_CUT}").replace("://", f":{_CUT}//")
    return re.sub(r"www\.", f"www{_CUT}.", cut, flags=re.IGNORECASE)


def as_markdown(paper: Paper) -> str:
    """File by file in the order given, as far as a comment goes; the last line counts what is left out."""
    lines, left = [f"### {paper.summary}"], LONGEST
    told = 0
    for words, problems in _lines(paper):
        left -= len(words) + 1
        if left < 0:
            more = counted(len(paper.problems) - told, "more problem")
            lines += ["", f"{more} did not fit here: see the log, or run `skillshub check`."]
            break
        lines.append(words)
        told += problems
    return "\n".join(lines) + "\n"


def _lines(paper: Paper) -> Iterator[tuple[str, int]]:
    """Each line, and how many problems it tells."""
    for path, problems in groupby(paper.problems, key=lambda problem: problem.path):
        yield f"\n**{plain(path)}**\n", 0
        for problem in problems:
            yield _item(problem, paper), 1


def _item(problem: Problem, paper: Paper) -> str:
    code = f"[{problem.code}]({paper.docs(problem.code)})" if paper.site_url else f"`{problem.code}`"
    example = f" For example: <code>{plain(problem.example, 200)}</code>" if problem.example else ""
    hint = f" {plain(problem.hint)}" if problem.hint else ""
    return f"- {problem.severity} in line {problem.place.line}: {plain(problem.message)}{hint}{example} ({code})"
