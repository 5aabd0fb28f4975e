"""What every style of a report is made from: the problems, their counts, and where the rules are explained."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from skillshub.problems import Problem, Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    problems: tuple[Problem, ...]
    site_url: str = ""  # of the hub, with a slash at its end; empty when it is not known
    colour: bool = False
    checked: int = 0  # files looked at; 0 when nobody counted
    names: tuple[str, ...] = ()  # of these files, where somebody knows
    day: date = date(1970, 1, 1)  # of the check: reports never ask the clock

    def count(self, severity: Severity) -> int:
        return sum(problem.severity == severity for problem in self.problems)

    @property
    def files(self) -> int:
        """How many files have a problem."""
        return len({problem.path for problem in self.problems})

    @property
    def summary(self) -> str:
        files = counted(self.checked or self.files, "file")
        if not self.problems:
            return f"No problems in {files}" if self.checked else "No problems"
        of = f"{self.files:,} of " if self.checked > self.files else ""
        found = (counted(self.count("error"), "error"), counted(self.count("warning"), "warning"))
        return f"{' and '.join(part for part in found if not part.startswith('0 '))} in {of}{files}"

    def docs(self, code: str) -> str:
        """The page that explains a code."""
        return f"{self.site_url}contribute/rules/#{code}"


def counted(number: int, word: str) -> str:
    return f"{number:,} {word if number == 1 else f'{word}s'}"
