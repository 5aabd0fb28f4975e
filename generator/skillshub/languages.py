"""The languages of the site: its own words (gettext) and how dates, amounts, countries and languages are said.

Reads the catalogues of ``theme/translations``; holds no text of its own. A message without a translation is shown in
English, which is the language that the messages are written in.
"""

from __future__ import annotations

import gettext
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache, lru_cache
from io import BytesIO
from itertools import filterfalse
from pathlib import Path

from babel import Locale, dates, localedata, numbers
from babel.languages import get_official_languages

from skillshub.model import Moment

FOLDER = Path(__file__).parent / "theme" / "translations"

_SHORT_MONTH = re.compile(r"(?<!M)MMM(?!M)")
_LETTER_THEN_DIGIT = re.compile(r"(?<=[^\W\d_])(?=\d)")
_FORMS = {"en": "en_GB"}  # English as Europe writes it: 15 March 2027


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """One language of the site."""

    code: str  # ISO 639-1: "de"
    prefix: str  # of its addresses: "" for the first language, "de/" for another
    words: gettext.NullTranslations = field(repr=False)
    locale: Locale

    # Two languages are one only if they are the same object, so what is said in one can be kept by it cheaply: a locale
    # of Babel's takes longer to look up than a date to say.

    def gettext(self, message: str) -> str:
        return self.words.gettext(message) if message else ""

    def ngettext(self, one: str, many: str, count: int) -> str:
        return self.words.ngettext(one, many, count)


def load(codes: Iterable[str], folder: Path = FOLDER) -> tuple[Language, ...]:
    """The languages in the order given; the first stands at the root of the site."""
    return tuple(
        Language(
            code=code,
            prefix=f"{code}/" if number else "",
            words=_words(*_state(folder / f"{code}.po")),
            locale=Locale.parse(_FORMS.get(code, code)),
        )
        for number, code in enumerate(codes)
    )


def _state(catalogue: Path) -> tuple[Path, int]:
    """A catalogue as it is now: 0 where there is none."""
    return catalogue, catalogue.stat().st_mtime_ns if catalogue.exists() else 0


@lru_cache(maxsize=64)
def _words(catalogue: Path, changed: int) -> gettext.NullTranslations:
    if not changed:
        return gettext.NullTranslations()
    from babel.messages.mofile import write_mo  # noqa: PLC0415 - English alone never pays for it
    from babel.messages.pofile import read_po  # noqa: PLC0415

    compiled = BytesIO()
    with catalogue.open("rb") as lines:
        write_mo(compiled, read_po(lines))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


@lru_cache(maxsize=16384)
def day(when: date, language: Language) -> str:
    """15 March 2027"""
    return dates.format_date(when, "long", language.locale)


@lru_cache(maxsize=4096)
def short_day(when: date, language: Language) -> str:
    """15 Mar 2027"""
    return dates.format_date(when, "medium", language.locale)


def moment(when: Moment, language: Language) -> str:
    """15 March 2027, 09:00; or only the month or the year where no more is known."""
    if when.first != when.last:
        skeleton = "yMMMM" if len(when.text) == len("2024-06") else "y"
        return dates.format_skeleton(skeleton, when.first, locale=language.locale)
    if when.at is None:
        return day(when.first, language)
    return f"{day(when.first, language)}, {dates.format_time(when.at.time(), 'short', locale=language.locale)}"


@lru_cache(maxsize=16384)
def span(start: Moment, end: Moment, language: Language) -> str:
    """15–16 March 2027; 15 March 2027, 09:00–17:00; March 2024."""
    if start.text == end.text or start.first != start.last:
        return moment(start, language)
    if start.first == end.first and start.at and end.at:
        return f"{moment(start, language)}–{dates.format_time(end.at.time(), 'short', locale=language.locale)}"
    if start.first == end.first:
        return moment(start, language)
    return _from_to(start.first, end.first, language)


def _from_to(first: date, last: date, language: Language) -> str:
    """From one day to another, what both share said once, and the months' names whole, which CLDR shortens."""
    differs = "y" if first.year != last.year else "M" if first.month != last.month else "d"
    patterns = language.locale.interval_formats["yMMMd"][differs]
    whole = (dates.parse_pattern(_SHORT_MONTH.sub("MMMM", str(pattern))) for pattern in patterns)
    return "".join(pattern.apply(day, language.locale) for pattern, day in zip(whole, (first, last), strict=True))


def months(when: Moment, language: Language) -> tuple[str, ...]:
    """What a month is called, by itself and in a date (marzec, marca); nothing where only the year is known."""
    return _month(when.first.month, language) if when.text[4:] else ()


@cache
def _month(number: int, language: Language) -> tuple[str, ...]:
    names = language.locale.months
    return tuple(dict.fromkeys(str(names[way]["wide"][number]) for way in ("stand-alone", "format")))


@lru_cache(maxsize=4096)
def amount(value: float, currency: str, language: Language) -> str:
    """€480; CZK 9,800; whole amounts without cents."""
    if value == int(value):
        whole = str(language.locale.currency_formats["standard"].pattern).replace(".00", "")
        said = numbers.format_currency(value, currency, whole, locale=language.locale, currency_digits=False)
    else:
        said = numbers.format_currency(value, currency, locale=language.locale)
    return _LETTER_THEN_DIGIT.sub("\u00a0", said)


@lru_cache(maxsize=4096)
def number(value: float, language: Language) -> str:
    """1,110; as many decimals as the number has, three at the most."""
    return numbers.format_decimal(value, locale=language.locale)


def by_number(one: str, many: str, language: Language) -> Mapping[str, str]:
    """A message in each of its forms, by the category of numbers that takes it, as the browser knows them (CLDR)."""
    return {category: language.ngettext(one, many, count) for category, count in _one_of_each(str(language.locale))}


@lru_cache(maxsize=64)
def _one_of_each(locale: str) -> Sequence[tuple[str, int]]:
    """Each category of numbers of a language, with the first number that belongs to it; no other than 0 if need be.

    To who has only English messages, 0 is many, and to French it is one.
    """
    category = Locale.parse(locale).plural_form
    return sorted({category(count): count for count in (0, *range(1000, 0, -1))}.items())


@lru_cache(maxsize=4096)
def alphabetical(text: str) -> tuple[str, str]:
    """What to sort texts by that are read: with the letter that they stand on, signs above or below it last."""
    plain = text.casefold()
    apart = unicodedata.normalize("NFKD", plain.translate(_STRUCK))
    return "".join(filterfalse(unicodedata.combining, apart)), plain


_STRUCK = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe"})
"""Letters that Unicode does not take apart, and what they stand beside."""


def country(code: str, language: Language) -> str:
    return str(language.locale.territories.get(code, code))


@lru_cache(maxsize=512)
def own_names(code: str) -> Sequence[tuple[str, str]]:
    """What a country calls itself in each of its official languages, and which that is (ISO 639): as Babel knows."""
    spoken = filter(localedata.exists, get_official_languages(code))
    return tuple((str(Locale.parse(one).territories.get(code, code)), one) for one in spoken)


@lru_cache(maxsize=4096)
def name(code: str, language: Language) -> str:
    """What a language is called in another: "German", "Deutsch"."""
    called = str(language.locale.languages.get(code, code))
    return called[:1].upper() + called[1:]
