"""What must hold across entries, beyond what one file's schema can say.

A rule is a function from all that is known to what speaks against an entry. Add one by writing it and naming it in the
list of its room; its name is its code, its docstring its manual. Rules see only sound entries, so none follows from a
mistake that was told already, and all are linear in the number of entries.

``references``  names of other entries    ``days``       before, after, too old     ``twins``  the same thing twice
``wholeness``   what one field demands    ``geography``  codes, coordinates, time zones
``ground``      what a rule is            ``as_written`` from the catalogue's order to the file's
``sentences``   what is said of a single entry, with places for values
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from skillshub.findings import Finding
from skillshub.model import Entry
from skillshub.problems import Severity
from skillshub.rules.as_written import as_written
from skillshub.rules.days import DAY_ERRORS, DAY_WARNINGS
from skillshub.rules.geography import PLACE_ERRORS, PLACE_WARNINGS
from skillshub.rules.ground import Against, Ground, Rule, code_of
from skillshub.rules.references import REFERENCE_ERRORS, REFERENCE_WARNINGS
from skillshub.rules.twins import TWIN_ERRORS
from skillshub.rules.wholeness import WHOLENESS_ERRORS, WHOLENESS_WARNINGS

__all__ = ["ERRORS", "MANUAL", "RULES", "WARNINGS", "Against", "Ground", "Rule", "as_written", "code_of", "judge"]

ERRORS: tuple[Rule, ...] = (*REFERENCE_ERRORS, *DAY_ERRORS, *TWIN_ERRORS, *WHOLENESS_ERRORS, *PLACE_ERRORS)
WARNINGS: tuple[Rule, ...] = (*REFERENCE_WARNINGS, *DAY_WARNINGS, *WHOLENESS_WARNINGS, *PLACE_WARNINGS)
RULES: tuple[Rule, ...] = (*ERRORS, *WARNINGS)

MANUAL: Mapping[str, str] = {code_of(rule): " ".join((rule.__doc__ or "").split()) for rule in RULES}


def judge(ground: Ground) -> Iterator[tuple[Entry, Finding]]:
    """Everything that speaks against an entry, rule by rule."""
    severities: tuple[tuple[tuple[Rule, ...], Severity], ...] = ((ERRORS, "error"), (WARNINGS, "warning"))
    for rules, severity in severities:
        for rule in rules:
            for against in rule(ground):
                yield against.entry, _finding(against, code_of(rule), severity)


def _finding(against: Against, code: str, severity: Severity) -> Finding:
    return Finding(
        field=against.field,
        code=code,
        message=against.message,
        hint=against.hint,
        example=against.example,
        severity=severity,
        at=against.at,
    )
