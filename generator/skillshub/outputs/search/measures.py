"""What results are sorted by: days since 2000, money, hours; and all days on which something begins or began.

The order of titles is ``columns``' own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from skillshub.model import Course, Entry, Event
from skillshub.states import Standing

DAY_ZERO = date(2000, 1, 1).toordinal()

Measure = Callable[[Entry, Standing], float | None]


ANY_DAY = 0
"""Stands for all days from today on: what one can begin when one likes."""


def number_of(day: date) -> int:
    return max(ANY_DAY + 1, day.toordinal() - DAY_ZERO)


def days_of(entry: Entry, stand: Standing) -> tuple[int, ...]:
    """The days on which it begins; of what has taken place, on which it began."""
    if isinstance(entry, Course) and not entry.sessions and not stand.over:
        return (ANY_DAY,)
    return tuple(sorted(map(number_of, stand.days or stand.past)))


def _amount(entry: Entry, _stand: Standing) -> float | None:
    """Whole units of money. Nobody can say offline how much one currency is in another: each has a range of its own,
    the euro the first of them.
    """
    price = entry.price if isinstance(entry, Course | Event) else None
    if price is None or (price.amount is None and price.category != "free"):
        return None
    amount = min(price.amount or 0, _RANGE - 1)
    return amount if not amount or price.currency in (None, "EUR") else amount + _RANGE * int(price.currency, 36)


_RANGE = 10**9


MEASURES: Mapping[str, Measure] = {
    "deadline": lambda _entry, stand: number_of(stand.deadline) if stand.deadline else None,
    "amount": _amount,
    "hours": lambda entry, _stand: entry.workload_hours if isinstance(entry, Course) else None,
}
