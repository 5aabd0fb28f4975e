"""What results are sorted by: days since 2000, money, hours; and all days on which something begins, to narrow by.

The order of titles is ``columns``' own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from skillshub.model import Course, Entry, Event
from skillshub.states import Standing

DAY_ZERO = date(2000, 1, 1).toordinal()

Measure = Callable[[Entry, Standing], float | None]


def number_of(day: date) -> int:
    return day.toordinal() - DAY_ZERO


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
