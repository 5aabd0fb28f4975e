"""What results are sorted by: days since 2000, whole units of money, hours. The order of titles is ``columns``' own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from skillshub.model import Course, Entry, Event
from skillshub.states import Standing

DAY_ZERO = date(2000, 1, 1).toordinal()

Measure = Callable[[Entry, Standing], float | None]


def _days(day: date | None) -> int | None:
    return day.toordinal() - DAY_ZERO if day else None


def _amount(entry: Entry, _stand: Standing) -> float | None:
    price = entry.price if isinstance(entry, Course | Event) else None
    if price is None:
        return None
    return price.amount if price.amount is not None else 0 if price.category == "free" else None


MEASURES: Mapping[str, Measure] = {
    "start": lambda _entry, stand: _days(stand.starts),
    "deadline": lambda _entry, stand: _days(stand.deadline),
    "amount": _amount,
    "hours": lambda entry, _stand: entry.workload_hours if isinstance(entry, Course) else None,
}
