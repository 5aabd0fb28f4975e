"""Schemas: what is sound passes quickly, what is not is explained, and the two validators never disagree."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skillshub.findings import Finding
from skillshub.forms import EACH, Form
from skillshub.model import FOLDERS
from skillshub.problems import Field
from skillshub.schemas import Schemas
from skillshub.sources import judge
from skillshub.sources.rawtext import LARGEST
from skillshub.wording import MOST
from tests.conftest import REPO
from tests.unit.effort import lines_run

GOOD = REPO / "tests" / "examples" / "good" / "content"


@cache
def schemas() -> Schemas:
    return Schemas.load(REPO / "schema")


@cache
def sound_entries() -> tuple[tuple[str, Mapping[str, Any]], ...]:
    """Kind and value of every entry of the sound hub, and of one course that has nearly every field."""
    kinds = {folder: kind for kind, folder in FOLDERS.items()}
    read = [(kinds[path.parent.name], judge(path.name, path.read_bytes())) for path in sorted(GOOD.rglob("*.yml"))]
    return tuple((kind, value) for kind, value in read if isinstance(value, Mapping))


def ways_in(value: Any, way: Field = ()) -> Iterator[Field]:
    """The way to every value inside a value, itself included."""
    yield way
    inner = value.items() if isinstance(value, Mapping) else enumerate(value) if isinstance(value, list) else ()
    for step, one in inner:
        yield from ways_in(one, (*way, step))


def value_at(value: Any, way: Field) -> Any:
    for step in way:
        value = value[step]
    return value


def changed(value: Any, way: Field, new: Any) -> Any:
    """A copy of the value with something else at the end of the way."""
    if not way:
        return new
    copy = deepcopy(value)
    here = copy
    for step in way[:-1]:
        here = here[step]
    here[way[-1]] = new
    return copy


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12) | st.sampled_from(
    [
        *(
            "de",
            "en\n",
            "EN",
            "english",
            "2027-03-15",
            "2027-02-30\n",
            "2027-03-15T09:00",
            "x" * 400,
            "\n",
            "\x1c",
            "\x85",
        ),
        *(
            "\ufeff",
            "https://example.org/",
            "javascript:alert(1)",
            "lower-saxony",
            "Lower Saxony",
            "0716",
            "everywhere",
        ),
        *("everywhere\n", "DE9", "DE9\n", "EUR", "published", "practitioner", "FREQ=DAILY", "+49 5361 000000\n"),
    ]
)
SCALARS = TEXTS | st.none() | st.booleans() | st.integers(-(10**16), 10**16) | st.floats(-1e9, 1e9)
NAMES = TEXTS | st.sampled_from(["title", "skills", "skill", "level", "langage", "start", "place", "category", "note"])
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES, inner, max_size=4),
    max_leaves=8,
)


@st.composite
def mangled_entries(draw: st.DrawFn) -> tuple[str, Any]:
    """A sound entry with up to three of its values replaced, or fields added."""
    kind, value = draw(st.sampled_from(sound_entries()))
    for _ in range(draw(st.integers(1, 3))):
        way = draw(st.sampled_from(list(ways_in(value))))
        known = list(schemas().fields(kind).at(way[:-1]).fields) if way and isinstance(way[-1], str) else []
        step = draw(st.sampled_from([way[-1], *known]) | NAMES) if way and known else None
        slips = [f"{value_at(value, way)}{slip}" for slip in ("\n", " ", "\x85", "\u2028", "s")]
        value = changed(value, (*way[:-1], step) if step else way, draw(VALUES | st.sampled_from(slips)))
    return kind, value


def thorough_errors(kind: str, value: object) -> list[Any]:
    return list(schemas()._thorough[kind].iter_errors(value))


@settings(max_examples=600, deadline=None)
@given(mangled_entries())
def test_the_two_validators_agree(entry: tuple[str, Any]) -> None:
    """The fast one turns away exactly what the thorough one finds fault with, and then there are words for it."""
    kind, value = entry
    lets_through = schemas().kinds[kind].lets_through.is_valid(value)
    assert lets_through == (not thorough_errors(kind, value))
    found = schemas().problems_in("x.yml", kind, value)
    assert bool(found) is not lets_through
    assert all(one.code and one.message and one.severity == "error" for one in found)


def patterns_in(schema: Any) -> Iterator[str]:
    if isinstance(schema, dict):
        yield from ([schema["pattern"]] if isinstance(schema.get("pattern"), str) else [])
        yield from (pattern for inner in schema.values() for pattern in patterns_in(inner))
    if isinstance(schema, list):
        yield from (pattern for inner in schema for pattern in patterns_in(inner))


ALL_PATTERNS = sorted(
    {pattern for path in (REPO / "schema").glob("*.json") for pattern in patterns_in(json.loads(path.read_bytes()))}
)


@settings(max_examples=60, deadline=None)
@pytest.mark.parametrize("pattern", ALL_PATTERNS)
@given(end=st.sampled_from(["", "\n", "\n\n", " ", "\x85", "\u2028", "x"]), data=st.data())
def test_patterns_mean_the_same_to_both(pattern: str, end: str, data: st.DataObject) -> None:
    """What a pattern matches is no matter of the validator: its ``$`` is the very end for both."""
    start = data.draw(st.from_regex(pattern, fullmatch=not pattern.startswith("\\")) | TEXTS)
    text = start.encode("utf-8", "ignore").decode() + end
    fast = jsonschema_rs.validator_for({"pattern": pattern}).is_valid(text)
    thorough = schemas()._thorough["course"].evolve(schema={"pattern": pattern}).is_valid(text)
    assert fast == thorough
    if pattern.endswith("$") and end == "\n":
        assert not fast


@pytest.mark.parametrize(("kind", "value"), sound_entries(), ids=lambda one: one if isinstance(one, str) else "")
def test_what_is_sound_passes(kind: str, value: Mapping[str, Any]) -> None:
    """Every entry of the sound hub, for both validators."""
    assert schemas().problems_in("x.yml", kind, value) == ()
    assert thorough_errors(kind, value) == []


def test_a_disagreement_is_our_mistake() -> None:
    """An entry that is turned away for no reason is an exception with its path, not a problem without words."""
    kind, value = sound_entries()[0]
    never = replace(schemas().kinds[kind])
    vars(never)["lets_through"] = jsonschema_rs.validator_for(False)  # where a cached property keeps its value
    stubborn = replace(schemas(), kinds={kind: never})
    with pytest.raises(AssertionError, match=r"content/x\.yml"):
        stubborn.problems_in("content/x.yml", kind, value)


def test_a_keyword_without_words_is_our_mistake(tmp_path: Path) -> None:
    """A schema may not ask for what nobody can explain."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "properties": {"a": {"not": {"type": "string"}}},
    }
    (tmp_path / "thing.schema.json").write_text(json.dumps(schema))
    with pytest.raises(NotImplementedError, match="not"):
        Schemas.load(tmp_path).problems_in("x.yml", "thing", {"a": "b"})


@pytest.mark.parametrize(
    "fields",
    [
        {"provider": "example-academy\n"},
        {"regions": ["lower-saxony\n"]},
        {"regions": "everywhere\n"},
        {"isced_f": ["0716\n"]},
        {"language": "en\n"},
        {"updated": "2027-01-01\n"},
        {"summary": "\ufeff"},
        {"tags": ["1", "1"]},
    ],
)
def test_a_line_break_at_the_end_is_not_overlooked(fields: dict[str, Any]) -> None:
    """Nor what looks empty, nor what stands twice: within a whole entry, too, both are strict in the same way."""
    course = next(value for kind, value in sound_entries() if kind == "course")
    assert len(schemas().problems_in("x.yml", "course", {**course, **fields})) == 1


ITEMS = st.recursive(
    st.sampled_from([0, 1, 1.0, 0.0, -0.0, True, False, None, "1", "a", "A"]),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(["a", "b"]), inner, max_size=2),
    max_leaves=4,
)


@settings(max_examples=400, deadline=None)
@given(st.lists(ITEMS, max_size=5))
def test_the_same_means_the_same_to_both(items: list[Any]) -> None:
    """1 is 1.0 but not true, whatever list or group of fields they stand in."""
    unique = {"uniqueItems": True}
    thorough = schemas()._thorough["course"].evolve(schema=unique).is_valid(items)
    assert jsonschema_rs.validator_for(unique).is_valid(items) == thorough


ANNOYING: list[dict[str, Any]] = [
    {"tags": [{f"a{number}": 1} for number in range(5000)]},
    {"tags": [number if number % 2 else str(number) for number in range(9000)]},
    {"title": {f"k{number}": "x" for number in range(8000)}},
    {f"k{number}": 1 for number in range(9000)},
    {"provider": "a-" * 30_000, "url": "https://" + "a." * 30_000, "updated": "1" * 60_000, "mode": "x" * 60_000},
    {"contacts": [{"name": "a", "email": "a" * 60_000 + "@", "phone": "+" + "1" * 60_000}]},
]


@pytest.mark.parametrize("fields", ANNOYING)
def test_a_file_made_to_annoy_takes_no_time(fields: dict[str, Any]) -> None:
    """All that fits into the largest file that is read: judged in a moment, and told in a hundred problems at most."""
    course = next(value for kind, value in sound_entries() if kind == "course")
    schemas().problems_in("x.yml", "course", {**course, "title": ""})  # what is imported only now does not count
    found: list[Finding] = []
    lines = lines_run(lambda: found.extend(schemas().problems_in("x.yml", "course", {**course, **fields})))
    assert 1 <= len(found) <= MOST
    assert lines < 20 * LARGEST


def test_every_kind_has_a_schema() -> None:
    """The eight kinds, and the settings of a hub."""
    assert set(schemas().kinds) == {*FOLDERS, "settings", "moved"}


def count_of(key: str, value: Any) -> int:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return (isinstance(value, dict) and key in value) + sum(count_of(key, one) for one in inner)


def test_references_are_found_wherever_they_stand() -> None:
    """In lists, in lists of things with fields, and behind references to shared parts."""
    assert schemas().references("course") == {
        ("provider",): "provider",
        ("regions", EACH): "region",
        ("skills", EACH, "skill"): "skill",
        ("job_roles", EACH): "job-role",
        ("funding", EACH): "funding",
    }
    of_its_own = count_of("x-refers-to", schemas().documents["region.schema.json"])
    assert len(schemas().references("region")) == of_its_own


def forms_in(form: Form) -> Iterator[Form]:
    yield form
    for inner in (*form.fields.values(), *(one for one in (form.items, form.values, form.keys) if one)):
        yield from forms_in(inner)


@pytest.mark.parametrize("kind", sorted(FOLDERS))
def test_every_field_helps(kind: str) -> None:
    """Each named field has a title, a sentence of help and a type; each choice has a label."""
    for form in forms_in(schemas().fields(kind)):
        if form.name:
            assert form.title, form.name
            assert form.description, form.name
            assert form.types, form.name
        assert all(form.choices.values())


def examples_of(kind: str) -> Iterator[tuple[str, Any]]:
    for name, form in schemas().fields(kind).fields.items():
        yield from ((name, example) for example in form.examples)
        for inner in form.items.fields.values() if form.items else ():
            yield from ((f"{name}.{inner.name}", example) for example in inner.examples)


@pytest.mark.parametrize("kind", sorted(FOLDERS))
def test_every_example_of_a_schema_is_right(kind: str) -> None:
    """What the help shows would pass."""
    sound = next(value for one, value in sound_entries() if one == kind)
    for name, example in examples_of(kind):
        if "." not in name:
            assert schemas().problems_in("x.yml", kind, {**sound, name: example}) == (), name
    assert any(True for _ in examples_of(kind))


def test_a_form_knows_the_way() -> None:
    """A way through an entry leads to the form of what stands there, or to an empty one."""
    course = schemas().fields("course")
    assert course.at(("sessions", 3, "place", "country")).part == "country"
    assert course.at(("title", "de")).types == ("string",)
    assert course.at(("skills", 0, "level")).choices["expert"] == "Expert"
    assert course.at(("no", "such", 1, "way")) == Form(name="way")
    assert course.at(("unheard_of",)) == Form(name="unheard_of")


def test_settings_are_held_against_their_schema() -> None:
    """As entries are: unknown names, bad colours, languages that are none."""
    found = schemas().problems_in(
        "mkdocs.yml", "settings", {"name": "Hub", "langages": ["en"], "accent": {"light": "blue"}}
    )
    assert {one.code for one in found} == {"unknown-field", "bad-code"}
    assert any(one.message == "There is no field 'langages' for the settings of a hub." for one in found)
