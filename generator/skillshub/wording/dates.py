"""Days, times and time zones that are not written as they should be, or that do not exist."""

from __future__ import annotations

import re
from calendar import month_name, monthrange
from collections.abc import Iterator
from dataclasses import replace

from skillshub.findings import Finding
from skillshub.formats import YEARS, is_date, timezones
from skillshub.wording.misfits import Misfit
from skillshub.wording.names import folded, nearest
from skillshub.wording.sentences import said
from skillshub.wording.showing import listed, named, shown

_ISO_LIKE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_YEAR_FIRST = re.compile(r"([0-9]{4})[-./ ]([0-9]{1,2})[-./ ]([0-9]{1,2})")
_YEAR_LAST = re.compile(r"([0-9]{1,2})([-./ ]+)([0-9]{1,2})[-./ ]+([0-9]{4})")
_DIGITS = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
_TIME = re.compile(
    r"^(.*?)(?:T|t|,|\s)\s*([0-9]{1,2})[:.h]([0-9]{2})(?::[0-9]{2}(?:\.[0-9]+)?)?\s*(Uhr|h|Z|[+-][0-9:]{2,6})?$"
)
_MONTHS = (
    *("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"),
    *("mrz", "mai", "okt", "dez", "mär", "marz", "maerz"),
)
_MONTH_NUMBERS = (*range(1, 13), 3, 5, 10, 12, 3, 3, 3)


def bad_date(misfit: Misfit) -> Finding:
    text = misfit.value.strip()
    day, _clock, _rest = _split(text)
    proposals = tuple(_days_meant(day))
    has_time = _TIME.match(text) is not None and bool(proposals)
    return _finding(misfit, "bad-date", proposals, "only the day belongs here, without a time" if has_time else "")


def bad_moment(misfit: Misfit) -> Finding:
    """As a day, but a local time may follow."""
    day, clock, rest = _split(misfit.value.strip())
    days = tuple(_days_meant(day))
    if not clock:
        return _finding(misfit, "bad-moment", days, "")
    hour, minute = clock
    if hour > 23 or minute > 59:
        hint = "hours go from 00 to 23 and minutes from 00 to 59; midnight is 00:00 of the next day"
        return _finding(misfit, "bad-moment", (), hint)
    why = "the time is local: leave out what follows it, and name the place in 'timezone'" if rest else ""
    found = _finding(misfit, "bad-moment", tuple(f"{day}T{hour:02}:{minute:02}" for day in days), why)
    return replace(found, instead=None) if rest and rest not in ("Uhr", "h") else found


def _finding(misfit: Misfit, code: str, proposals: tuple[str, ...], hint: str) -> Finding:
    fault = _what_is_not(misfit.value)
    ask = f"did you mean {' or '.join(proposals)}?" if proposals else ""
    example = proposals[0] if len(proposals) == 1 else misfit.form.examples[0]
    return Finding(
        field=misfit.field,
        code=code,
        message=fault or said(code, field=named(misfit.field), value=shown(misfit.value)),
        hint=" ".join(filter(None, (ask, hint))),
        example=misfit.as_written(example),
        instead=proposals[0] if len(proposals) == 1 and not fault else None,
    )


def _split(text: str) -> tuple[str, tuple[int, int] | None, str]:
    """The day, the time, and what follows the time."""
    match = _TIME.match(text[:60])
    if not match:
        return text[:60], None, ""
    return match[1].strip(), (int(match[2]), int(match[3])), match[4] or ""


def _what_is_not(text: str) -> str:
    """Why a day that is well written does not exist."""
    match = _ISO_LIKE.match(text)
    if not match:
        return ""
    year, month, day = map(int, match.groups())
    if year not in YEARS:
        return said("no-such-year", year=match[1])
    if not 1 <= month <= 12:
        return said("no-such-month", month=match[2])
    days = monthrange(year, month)[1]
    if 1 <= day <= days:
        return ""
    return said("no-such-day", month=month_name[month], year=year, day=match[3], days=days)


def _days_meant(text: str) -> Iterator[str]:
    """The days that it may stand for, as they should be written: two for 03/04/2027."""
    seen = {day for day in _readings(text) if is_date(day)}
    yield from sorted(seen)


def _readings(text: str) -> Iterator[str]:
    if match := (_YEAR_FIRST.fullmatch(text) or _DIGITS.fullmatch(text)):
        yield _iso(match[1], match[2], match[3])
        if int(match[2]) > 12:
            yield _iso(match[1], match[3], match[2])
    if match := _YEAR_LAST.fullmatch(text):
        yield _iso(match[4], match[3], match[1])
        if "." not in match[2]:
            yield _iso(match[4], match[1], match[3])
    yield from _with_month_name(text)


def _with_month_name(text: str) -> Iterator[str]:
    words = re.findall(r"[^\W\d_]+|[0-9]+", text)
    months = [_MONTH_NUMBERS[_MONTHS.index(word[:3].lower())] for word in words if word[:3].lower() in _MONTHS]
    years = [word for word in words if len(word) == 4 and word.isdecimal()]
    days = [word for word in words if len(word) <= 2 and word.isdecimal()]
    if len(months) == len(years) == len(days) == 1:
        yield _iso(years[0], str(months[0]), days[0])


def _iso(year: str, month: str, day: str) -> str:
    return f"{year}-{int(month):02}-{int(day):02}"


_ABBREVIATIONS = {
    **dict.fromkeys(("cet", "cest", "mez", "mesz", "met", "utc+1", "utc+2", "gmt+1", "gmt+2"), ()),
    "est": ("America/New_York",),
    "pst": ("America/Los_Angeles",),
    "bst": ("Europe/London",),
    "gmt": ("Europe/London", "UTC"),
    "eet": ("Europe/Athens", "Europe/Helsinki", "Europe/Bucharest"),
    "wet": ("Europe/Lisbon",),
}


def bad_timezone(misfit: Misfit) -> Finding:
    """Abbreviations do not say when summer time begins; a city does."""
    word = folded(misfit.value)
    near = _ABBREVIATIONS.get(word)
    zones = _zones_meant(word) if near is None else near
    ask = f"did you mean {listed(f'{chr(39)}{zone}{chr(39)}' for zone in zones)}?" if zones else ""
    return Finding(
        field=misfit.field,
        code="bad-timezone",
        message=said("bad-timezone", value=shown(misfit.value)),
        hint=f"{ask} A time zone is named after a continent and a city of it".strip(),
        example=misfit.as_written(zones[0] if zones else misfit.form.examples[0]),
        instead=zones[0] if len(zones) == 1 and folded(zones[0]).endswith(word) and len(word) > 3 else None,
    )


def _zones_meant(word: str) -> tuple[str, ...]:
    by_folded = {folded(zone): zone for zone in sorted(timezones())}
    city = {folded(zone.rsplit("/", 1)[-1]): zone for zone in sorted(timezones(), reverse=True)}
    exact = by_folded.get(word) or city.get(word.rsplit("/", 1)[-1])
    near = exact or by_folded.get(nearest(word, by_folded) or "") or city.get(nearest(word, city) or "")
    return (near,) if near else ()
