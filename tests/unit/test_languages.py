"""How things are said: dates, spans, amounts and names, in the languages of the hub."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from skillshub import languages
from skillshub.languages import load
from tests.unit.builders import a_moment

ENGLISH, GERMAN = load(["en", "de"])


def test_the_first_language_stands_at_the_root() -> None:
    """Whichever it is; the others have a folder."""
    assert [one.prefix for one in load(["de", "en", "fr"])] == ["", "en/", "fr/"]


def test_a_language_without_a_catalogue_speaks_english(tmp_path: Path) -> None:
    """Messages are written in English, so nothing is ever without words; no message has no translation."""
    (french,) = load(["fr"], tmp_path)
    assert french.gettext("Home") == "Home"
    assert french.ngettext("one", "many", 2) == "many"
    assert GERMAN.gettext("") == ""


def test_days() -> None:
    """As people write them."""
    when = date(2027, 3, 5)
    assert languages.day(when, ENGLISH) == "5 March 2027"
    assert languages.day(when, GERMAN) == "5. März 2027"
    assert languages.short_day(when, ENGLISH) == "5 Mar 2027"


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("2027-03-15T09:00", "2027-03-15T17:00", "15 March 2027, 09:00–17:00"),
        ("2027-03-15T09:00", "2027-03-15T09:00", "15 March 2027, 09:00"),
        ("2027-03-15", "2027-03-15", "15 March 2027"),
        ("2027-03-15", "2027-03-16", "15–16 March 2027"),
        ("2027-03-15T09:00", "2027-04-02T12:00", "15 March – 2 April 2027"),
        ("2026-12-30", "2027-01-02", "30 December 2026 – 2 January 2027"),
        ("2027-03", "2027-03", "March 2027"),
        ("2027", "2027", "2027"),
    ],
)
def test_spans(start: str, end: str, said: str) -> None:
    """As much as is known, and nothing twice."""
    told = languages.span(a_moment(start), a_moment(end), ENGLISH)
    assert told.replace("\u2009", " ") == said


def test_amounts() -> None:
    """Whole amounts have no cents, and every language has its own order."""
    assert languages.amount(390, "EUR", ENGLISH) == "€390"
    assert languages.amount(390.5, "EUR", ENGLISH) == "€390.50"
    assert languages.amount(12000, "EUR", GERMAN).replace("\xa0", " ") == "12.000 €"


def test_names() -> None:
    """Countries and languages in the reader's language; a code that nobody knows stays what it is."""
    assert languages.country("AT", GERMAN) == "Österreich"
    assert languages.name("de", ENGLISH) == "German"
    assert languages.name("fr", load(["fr"])[0]) == "Français"
    assert languages.country("QQ", ENGLISH) == "QQ"
    assert languages.number(1110, ENGLISH) == "1,110"


def test_umlauts_stand_beside_their_letter() -> None:
    """As in a dictionary, not after z; what differs in nothing else keeps an order."""
    words = ["Zinn", "Ökobilanz", "Oman", "Ostrava", "öl", "Ol", "Västra", "Veneto", "Masse", "Łódź", "Čtyři", "Lyon"]
    assert sorted(words, key=languages.alphabetical) == [
        "Čtyři", "Łódź", "Lyon", "Masse", "Ökobilanz", "Ol", "öl", "Oman", "Ostrava", "Västra", "Veneto", "Zinn"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "said"),
    [("2027-03-15", ("März",)), ("2027-03-15T09:00", ("März",)), ("2024-06", ("Juni",)), ("2024", ())],
)
def test_months(text: str, said: tuple[str, ...]) -> None:
    """When something begins, as far as that is known."""
    assert languages.months(a_moment(text), GERMAN) == said


def test_months_as_dates_say_them() -> None:
    """Some languages inflect a month after a day: both are looked for."""
    assert languages.months(a_moment("2027-03-15"), load(["pl"])[0]) == ("marzec", "marca")


def test_countries_call_themselves_by_several_names() -> None:
    """One for each official language that is known; none for what is no country."""
    assert languages.own_names("DE") == (("Deutschland", "de"),)
    assert languages.own_names("BE") == (("België", "nl"), ("Belgique", "fr"), ("Belgien", "de"))
    assert languages.own_names("QQ") == ()
