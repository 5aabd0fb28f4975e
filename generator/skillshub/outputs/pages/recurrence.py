"""How an event repeats (RRULE of iCalendar, RFC 5545), in words. What the words leave out, the calendar file says."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from skillshub.languages import Language, day
from skillshub.outputs.pages.words import one_or_many

_EVERY: Mapping[str, tuple[str, str]] = {
    "DAILY": one_or_many("Every day", "Every %(count)s days"),
    "WEEKLY": one_or_many("Every week", "Every %(count)s weeks"),
    "MONTHLY": one_or_many("Every month", "Every %(count)s months"),
    "YEARLY": one_or_many("Every year", "Every %(count)s years"),
}


def told(rule: str, language: Language) -> str:
    """FREQ=MONTHLY;COUNT=6 is "Every month, 6 times"."""
    parts = dict(part.split("=", 1) for part in rule.split(";"))
    step = _number(parts.get("INTERVAL"), 1)
    words = [language.ngettext(*_EVERY[parts["FREQ"]], step) % {"count": step}]
    if count := _number(parts.get("COUNT"), 0):
        words.append(language.ngettext("%(count)s time", "%(count)s times", count) % {"count": count})
    if until := _until(parts.get("UNTIL", "")):
        words.append(language.gettext("until %(day)s") % {"day": day(until, language)})
    return ", ".join(words)


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 6 else otherwise


def _until(text: str) -> date | None:
    try:
        return date(int(text[:4]), int(text[4:6]), int(text[6:8]))
    except ValueError:
        return None
