"""Wording: plain sentences, one for each mistake, and advice that would be right if one followed it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given, settings

from skillshub.findings import Finding
from skillshub.sources import judge
from skillshub.wording.manual import MANUAL
from skillshub.wording.names import nearest
from skillshub.wording.showing import flow, named, sentence, shown, written
from tests.unit.test_schemas import VALUES, mangled_entries, schemas, sound_entries

COURSE: Mapping[str, Any] = next(value for kind, value in sound_entries() if kind == "course")
EVENT: Mapping[str, Any] = next(value for kind, value in sound_entries() if kind == "event")

JARGON = re.compile(r"\b(schema|oneOf|anyOf|instance|enum|regex|pattern|JSON|null|None|dict|str)\b|\$")


def said_of(kind: str = "course", without: str = "", **fields: Any) -> tuple[Finding, ...]:
    """What is said of a sound entry with other fields, or without one."""
    sound = COURSE if kind == "course" else EVENT
    value = {name: one for name, one in {**sound, **fields}.items() if name != without}
    return schemas().problems_in("x.yml", kind, value)


def only(found: tuple[Finding, ...]) -> Finding:
    assert len(found) == 1, found
    return found[0]


def test_the_mistake_of_the_design() -> None:
    """A misspelt field that is required is one problem, and the field that was meant is named."""
    found = only(said_of(without="languages", langage=["en"]))
    assert (found.code, found.field, found.at) == ("unknown-field", ("langage",), "key")
    assert found.message == "There is no field 'langage' for a course."
    assert found.hint == "Did you mean 'languages'? Languages the course is taught in."
    assert found.example == "languages: [it, en]"


def test_what_the_value_is_tells_which_field_was_meant() -> None:
    """'langage' with a text in it is the language of the file, with a list in it the languages of the course."""
    assert said_of(langage="en")[0].hint.startswith("Did you mean 'language'?")
    assert said_of(without="languages", langage=["en"])[0].hint.startswith("Did you mean 'languages'?")


def test_a_field_that_is_there_already_is_not_proposed() -> None:
    """A second spelling of a field is to be deleted."""
    assert only(said_of(langages=["en"])).hint == "Delete it: there is 'languages' already."


def test_two_misspelt_fields_mean_two_fields() -> None:
    """The same field is not proposed twice."""
    hints = [one.hint for one in said_of(without="title", titel="A", tittle="B")]
    assert sum("'title'?" in hint for hint in hints) == 1


@pytest.mark.parametrize("value", [12, True, 1.5, ["a"], [{"a": 1}]])
def test_a_value_of_the_wrong_sort_is_one_problem(value: object) -> None:
    """Nothing else is said about it."""
    assert only(said_of(title=value)).code == "wrong-type"


def test_an_empty_text_is_one_problem() -> None:
    """Though it breaks two limits at once."""
    assert only(said_of(title="")).code == "empty-text"
    assert only(said_of(title={"en": " ", "de": "Titel"})).field == ("title", "en")
    assert only(said_of(title={})).code == "empty-text"


@pytest.mark.parametrize(
    ("fields", "code", "example"),
    [
        ({"languages": "en, de"}, "wrong-type", "languages: [en, de]"),
        ({"languages": "en"}, "wrong-type", "languages: [en]"),
        ({"isced_f": 716}, "wrong-type", 'isced_f: ["0716"]'),
        ({"isced_f": [716]}, "wrong-type", 'isced_f: ["0716"]'),
        ({"title": 2027}, "wrong-type", 'title: "2027"'),
        ({"title": True}, "wrong-type", 'title: "true"'),
        ({"title": ["A title"]}, "wrong-type", "title: A title"),
        ({"sample": "yes"}, "wrong-type", "sample: true"),
        ({"sample": "off"}, "wrong-type", "sample: false"),
        ({"workload_hours": "24 h"}, "wrong-type", "workload_hours: 24"),
        ({"workload_hours": "1.200,5"}, "wrong-type", "workload_hours: 1200.5"),
        ({"workload_hours": "1,200.5"}, "wrong-type", "workload_hours: 1200.5"),
        ({"workload_hours": "7,5"}, "wrong-type", "workload_hours: 7.5"),
        ({"workload_hours": "1.200"}, "wrong-type", "workload_hours: 16"),  # either of two numbers: our own example
        ({"eqf": 4.6}, "wrong-type", "eqf: 5"),
        ({"price": 480}, "wrong-type", "price: {category: paid, amount: 480, currency: EUR}"),
        ({"skills": {"skill": "a", "level": "expert"}}, "wrong-type", "skills: [{skill: a, level: expert}]"),
        ({"tags": None}, "empty-field", "tags: [battery, apprentices]"),
        ({"language": "EN"}, "unknown-language", "language: en"),
        ({"language": "english"}, "unknown-language", "language: en"),
        ({"language": "Deutsch"}, "unknown-language", "language: de"),
        ({"language": "gr"}, "unknown-language", "language: el"),
        ({"language": "cz"}, "unknown-language", "language: cs"),
        ({"language": "en-GB"}, "unknown-language", "language: en"),
        ({"mode": "On site"}, "unknown-value", "mode: onsite"),
        ({"mode": "Blended"}, "unknown-value", "mode: blended"),
        ({"type": "Study visit"}, "unknown-value", "type: study-visit"),
        ({"updated": "15.03.2027"}, "bad-date", "updated: 2027-03-15"),
        ({"updated": "2027/3/15"}, "bad-date", "updated: 2027-03-15"),
        ({"updated": "15 March 2027"}, "bad-date", "updated: 2027-03-15"),
        ({"updated": "March 15, 2027"}, "bad-date", "updated: 2027-03-15"),
        ({"updated": "15. März 2027"}, "bad-date", "updated: 2027-03-15"),
        ({"updated": "20270315"}, "bad-date", "updated: 2027-03-15"),
        ({"updated": "2027-03-15T09:00"}, "bad-date", "updated: 2027-03-15"),
        ({"updated": "03/15/2027"}, "bad-date", "updated: 2027-03-15"),
        ({"provider": "Sample Academy"}, "bad-code", "provider: sample-academy"),
        ({"provider": "content/providers/sample-academy.yml"}, "bad-code", "provider: sample-academy"),
        ({"provider": "Technische Universität Łódź"}, "bad-code", "provider: technische-universitaet-lodz"),
        ({"regions": "all"}, "bad-code", "regions: everywhere"),
        ({"url": "http://example.org/a"}, "bad-web-address", "url: https://example.org/a"),
        ({"url": "www.example.org/a"}, "bad-web-address", "url: https://www.example.org/a"),
    ],
)
def test_the_example_is_what_was_meant(fields: dict[str, Any], code: str, example: str) -> None:
    """What people write, what it is called, and what they should have written."""
    found = only(said_of(**fields))
    assert (found.code, found.example) == (code, example)


@pytest.mark.parametrize(
    ("text", "example"),
    [
        ("2027-03-15 09:00", "start: 2027-03-15T09:00"),
        ("2027-03-15T9:00", "start: 2027-03-15T09:00"),
        ("15.03.2027, 9.30 Uhr", "start: 2027-03-15T09:30"),
        ("2027-03-15T09:00Z", "start: 2027-03-15T09:00"),
        ("2027-03-15T09:00:00+01:00", "start: 2027-03-15T09:00"),
        ("15.03.2027", "start: 2027-03-15"),
        (2024, 'start: "2024"'),
    ],
)
def test_the_moment_that_was_meant(text: object, example: str) -> None:
    """A time is written after a T, in the local time of the place."""
    assert only(said_of("event", start=text)).example == example


def test_a_day_that_does_not_exist_is_told_why() -> None:
    """The month, its length, the year."""
    assert only(said_of(updated="2027-02-30")).message == "February 2027 has no day 30: it has 28 days."
    assert only(said_of(updated="2027-13-01")).message == "There is no month 13."
    assert only(said_of(updated="0207-03-15")).message == "The year 0207 cannot be meant."
    assert "24" not in only(said_of("event", start="2027-03-15T24:00")).example


def test_a_day_with_two_readings_is_not_guessed() -> None:
    """Both are named, and the example is our own."""
    found = only(said_of(updated="03/04/2027"))
    assert found.hint == "Did you mean 2027-03-04 or 2027-04-03?"
    assert found.example == "updated: 2027-03-15"


@pytest.mark.parametrize(
    ("zone", "meant"),
    [("Berlin", "Europe/Berlin"), ("europe/paris", "Europe/Paris"), ("Europe/Brusels", "Europe/Brussels"), ("CET", "")],
)
def test_the_time_zone_that_was_meant(zone: str, meant: str) -> None:
    """A city, another case, a slip; an abbreviation could be many."""
    hint = only(said_of("event", timezone=zone)).hint
    assert hint.startswith(f"Did you mean '{meant}'?" if meant else "A time zone")


def test_a_name_in_a_text_per_language_is_a_language() -> None:
    """The name is underlined, and the right one proposed."""
    found = only(said_of(title={"en": "A", "gr": "Α"}))
    assert (found.code, found.field, found.at) == ("unknown-language", ("title", "gr"), "key")
    assert "'el'" in found.hint


def test_too_long_says_by_how_much() -> None:
    """In characters, as a person counts them."""
    assert only(said_of(summary="ä" * 342)).message == (
        "'summary' has 342 characters, 42 characters more than the 300 that fit."
    )


def test_the_second_of_two_is_pointed_at() -> None:
    """It is the one to delete."""
    assert only(said_of(languages=["de", "en", "de"])).field == ("languages", 2)
    twice = {"skill": "battery-testing", "level": "expert"}
    assert only(said_of(skills=[twice, dict(twice)])).field == ("skills", 1)


def test_long_and_hostile_values_stay_short() -> None:
    """A value is shown so far that one knows it again."""
    unheard_of: Mapping[str, Any] = {"y" * 5000: 1}
    found = only(said_of(mode="x" * 5000))
    assert len(found.message) < 200
    assert len(only(said_of(title=["a" * 9000] * 2)).message) < 200
    assert all(len(one.message) < 300 for one in said_of(**unheard_of))


@settings(max_examples=300, deadline=None)
@given(mangled_entries())
def test_no_finding_speaks_of_schemas(entry: tuple[str, Any]) -> None:
    """Whatever is wrong: a known code, sentences with a beginning and an end, and none of the words of programmers."""
    kind, value = entry
    for found in schemas().problems_in("x.yml", kind, value):
        assert found.code in MANUAL
        for text in (found.message, found.hint):
            ours = re.sub(r"'[^']*'", "", text)  # without what the contributor wrote
            assert not text or text[-1] in ".?!"
            assert "'" in text or not JARGON.search(ours), text
        assert len(found.message) < 700


@settings(max_examples=300, deadline=None)
@given(mangled_entries())
def test_the_same_entry_gives_the_same_words(entry: tuple[str, Any]) -> None:
    """Each finding once, in one order."""
    kind, value = entry
    found = schemas().problems_in("x.yml", kind, value)
    assert found == schemas().problems_in("x.yml", kind, value)
    assert len(set(found)) == len(found)


@settings(max_examples=500, deadline=None)
@given(VALUES)
def test_what_is_written_in_an_example_is_read_as_meant(value: Any) -> None:
    """An example is YAML of our own strict kind, and it holds the value that it shows."""
    text = written("field", value)
    if "\n" in text or not text.isprintable() or not isinstance(value, str):
        return
    read = judge("x.yml", text.encode("utf-8", "ignore"))
    assert read == {"field": value}, text


@pytest.mark.parametrize("kind", sorted(schemas().kinds))
def test_every_example_of_a_field_is_yaml(kind: str) -> None:
    """The reader takes the example of each field for what the schema holds."""
    for name, form in schemas().fields(kind).fields.items():
        for example in form.examples:
            assert judge("x.yml", written(name, example).encode()) == {name: example}


def test_values_and_fields_in_sentences() -> None:
    """As one would say them."""
    assert shown("a" * 100) == f"'{'a' * 59}…'"
    assert (shown(True), shown(4.5), shown([1])) == ("true", "4.5", "a list")
    assert named(()) == "the entry"
    assert named(("price", "amount")) == "'amount' in 'price'"
    assert named(("languages", 1)) == "item 2 of 'languages'"
    assert flow({"a": ["x: y", "0716", "true", 1.5, None]}) == '{a: ["x: y", "0716", "true", 1.5, nothing]}'
    assert sentence("did you mean 'a'? the letter") == "Did you mean 'a'? The letter."


def test_did_you_mean_is_always_the_same() -> None:
    """Whatever the order of the choices; and nothing is proposed that is far off."""
    assert nearest("langage", ["languages", "language"]) == nearest("langage", ["language", "languages"])
    assert nearest("abc", ["languages"]) is None
    assert nearest("Lower_Saxony", ["lower-saxony", "upper-austria"]) == "lower-saxony"
