"""Each ``format`` that the schemas name, as a question with the answer yes or no.

Both validators in ``schemas`` ask these same functions, so they cannot disagree. Why a value fails is said in
``wording``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache
from importlib.resources import files

from skillshub.weblinks import fault_in, fault_in_email

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_CLOCK = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")
_MONTH_OR_YEAR = re.compile(r"[0-9]{4}(-(0[1-9]|1[0-2]))?")

YEARS = range(1900, 2200)
"""A year outside is a slip of the keyboard."""

CURRENCIES = frozenset(
    "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF "
    "CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL "
    "HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD "
    "MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG "
    "QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SYP SZL THB TJS TMT TND TOP TRY TTD TWD "
    "TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG".split()
)
"""Money that is legal tender today (ISO 4217)."""

_DETAILED_FIELDS = (
    "000:0 001:1 002:1 003:1 009:9 011:012349 018:8 020:0 021:0123459 022:012389 023:0129 028:8 029:9 030:0 031:012349"
    " 032:0129 038:8 039:9 040:0 041:012345679 042:1 048:8 049:9 050:0 051:0129 052:0129 053:01239 054:012 058:8 059:9"
    " 061:01239 068:8 070:0 071:01234569 072:012349 073:012 078:8 079:9 080:0 081:0129 082:1 083:1 084:1 088:8 089:9"
    " 090:0 091:012345679 092:01239 098:8 099:9 100:0 101:0123459 102:0129 103:0129 104:1 108:8 109:9 999:9"
)
FIELDS_OF_EDUCATION = frozenset(
    narrow + detailed
    for narrow, _, all_detailed in (word.partition(":") for word in _DETAILED_FIELDS.split())
    for detailed in all_detailed
)
"""The detailed fields of ISCED-F 2013."""


@lru_cache(maxsize=4096)
def is_date(text: str) -> bool:
    """A day that exists, written 2027-03-15."""
    if not _DAY.fullmatch(text) or int(text[:4]) not in YEARS:
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


@lru_cache(maxsize=4096)
def is_moment(text: str) -> bool:
    """A day, a day with a local time (2027-03-15T09:00), or only a month or a year of what lies long ago."""
    if _MONTH_OR_YEAR.fullmatch(text):
        return int(text[:4]) in YEARS
    day, mark, clock = text.partition("T")
    return is_date(day) and (not mark or bool(_CLOCK.fullmatch(clock)))


@lru_cache(maxsize=1)
def timezones() -> frozenset[str]:
    """Time zones by their IANA names: a place each, or UTC; names such as CET or Etc/GMT+1 mislead."""
    names = (files("tzdata") / "zones").read_text(encoding="utf-8").split()
    return frozenset(name for name in names if ("/" in name and not name.startswith("Etc/")) or name == "UTC")


def is_timezone(text: str) -> bool:
    return text in timezones()


@lru_cache(maxsize=4096)
def is_web_address(text: str) -> bool:
    return fault_in(text) is None


def is_email(text: str) -> bool:
    return fault_in_email(text) is None


def is_currency(text: str) -> bool:
    return text in CURRENCIES


def is_field_of_education(text: str) -> bool:
    return text in FIELDS_OF_EDUCATION


FORMATS: Mapping[str, Callable[[str], bool]] = {
    "date": is_date,
    "moment": is_moment,
    "timezone": is_timezone,
    "web-address": is_web_address,
    "email": is_email,
    "currency": is_currency,
    "isced-f": is_field_of_education,
}
