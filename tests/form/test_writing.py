"""What the form writes: files that say what was filled in, and that the check takes as they are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from skillshub.sources import judge, slug_of
from skillshub.sources.names import is_slug
from tests.form.agreeing import ask, plain

ODD = (
    "yes", "No", "on", "null", "~", "12:30", "010", "1_000", "1e3", ".5", "0x1F", "2027-03-15", "2027-03-15T09:00",
    "- a", "-", "? a", ": a", "a: b", "a:b", "a #b", "#a", "*a", "&a", "!a", "|", ">", "@a", "`a`", "%a", "{a}", "[a]",
    "'a'", '"a"', "a'b", 'a "b" c', "a\\b", "“a”", "„a“ und „b“", "a,b", "Straße: 5 €", "Ελληνικά", "Български: да",
    "中文", "العربية", "😀 hej", "e\u0301te\u0301", "https://example.org/a?b=c#d", "+49 711 1", "=1+1", "a\u00a0b",
    "---", "...", "--- a", "<<", "y", "Ö", "infinity", ".inf", ".NaN", "1.", "1,5", "null and void", "True story",
)  # fmt: skip
LONG = (
    "One\ntwo", "One\n\ntwo\n", "# Title\n\n- a\n- b: c\n", "a\n  indented\nb", "  indented first\nb", "tail\n\n",
    "- x\n\n\n- y", "1.\n2.", "a: b\nc: d\n", "---\nb", "…\n# not a comment\n", "`code`\n\n    block\n", "日本\n語",
)  # fmt: skip


def entry(text: str) -> dict[str, Any]:
    return {
        "title": text,
        "summary": {"en": text, "no": text},
        "tags": [text],
        "contacts": [{"name": text, "role": text}],
    }


def test_every_text_is_read_as_it_was_meant(handed_over: Mapping[str, Any]) -> None:
    """Words that YAML 1.1 or 1.2 takes for something else, signs, every script, texts of several lines: all stay."""
    values = [entry(text) for text in (*ODD, *LONG)]
    files = ask("written", entries=[{"kind": "course", "value": value} for value in values], **handed_over)
    for value, text in zip(values, files, strict=True):
        assert judge("content/courses/x.yml", text.encode()) == value, text
        assert yaml.load(text, Loader=yaml.SafeLoader) == value, text  # YAML 1.1


@settings(max_examples=20, deadline=None)
@given(texts=st.lists(st.text(max_size=60), min_size=40, max_size=60))
def test_any_text_survives_once_it_is_cleaned(handed_over: Mapping[str, Any], texts: list[str]) -> None:
    """Whatever is typed or pasted: what hides is taken out, and the rest is read back to the letter."""
    cleaned = [text for text in ask("cleaned", texts=texts) if text]
    values = [entry(text) for text in cleaned]
    files = ask("written", entries=[{"kind": "course", "value": value} for value in values], **handed_over)
    for value, text in zip(values, files, strict=True):
        assert judge("content/courses/x.yml", text.encode()) == value, text


def test_every_entry_of_the_catalogue_comes_out_as_it_went_in(
    handed_over: Mapping[str, Any], sound: list[tuple[str, str, dict[str, Any]]]
) -> None:
    """The file that the form writes of an entry holds what its own file holds, in the order of the schema."""
    files = ask("written", entries=[{"kind": kind, "value": value} for kind, _, value in sound], **handed_over)
    for (kind, slug, value), text in zip(sound, files, strict=True):
        assert text.startswith(f"# yaml-language-server: $schema=../../schema/{kind}.schema.json\n")
        read = plain(judge(f"content/x/{slug}.yml", text.encode()))
        assert read == value, slug
        order = list(handed_over["documents"][f"{kind}.schema.json"]["properties"])
        assert list(read) == sorted(read, key=order.index)


def test_names_of_files_are_those_that_the_check_proposes() -> None:
    """In Latin letters; of Greek and Cyrillic ones, too, the form makes a name, where the check knows none."""
    latin = ["Grüne Brücken!", "Łódź & Cie", "Søren's Kurs", "Émile", "x" * 90, "a b " * 40, "con", "", "!!!"]
    for text, (slug, is_one) in zip(latin, ask("slugs", texts=latin), strict=True):
        assert slug == slug_of(text)
        assert is_one == is_slug(text)
    other = ["Ασφάλεια υψηλής τάσης", "Безопасност при високо напрежение"]
    assert ask("slugs", texts=other) == [
        ["asfaleia-ypsilis-tasis", False],
        ["bezopasnost-pri-visoko-naprezhenie", False],
    ]


def test_the_form_knows_every_word_of_the_schemas(handed_over: Mapping[str, Any]) -> None:
    """No keyword and no format stands in schema/ that the form would pass over in silence."""
    known = ask("keywords")
    keywords, formats = set(), set()
    for name, document in handed_over["documents"].items():
        found = set(_keywords(document))
        keywords |= {keyword for keyword, _ in found}
        formats |= {value for keyword, value in found if keyword == "format"}
        assert not list(_overruled(handed_over["documents"], name, document)), name
    assert keywords <= set(known["keywords"])
    assert formats == set(known["formats"])


_MAPS = ("properties", "$defs")
_VALUES = ("enum", "enumDescriptions", "examples", "required")


def _keywords(schema: Any) -> Any:
    for keyword, below in schema.items():
        yield keyword, below if isinstance(below, str) else None
        for one in below.values() if keyword in _MAPS else [below]:
            if isinstance(one, dict) and keyword not in _VALUES:
                yield from _keywords(one)


def _overruled(documents: Mapping[str, Any], home: str, schema: Any) -> Any:
    """Where a schema says beside a reference what its target says differently: both would hold, and a tree has one."""
    if "$ref" in schema:
        document, _, pointer = schema["$ref"].partition("#")
        target = documents[document or home]
        for step in filter(None, pointer.split("/")):
            target = target[step]
        notes = {"title", "description", "examples", "$ref", "x-refers-to"}
        yield from (keyword for keyword in schema.keys() & target.keys() - notes)
    for keyword, below in schema.items():
        for one in below.values() if keyword in _MAPS else [below]:
            if isinstance(one, dict) and keyword not in _VALUES:
                yield from _overruled(documents, home, one)
