"""What holds for the entries of this repository, beyond what ``skillshub check`` asks of any hub."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from tests.house.rooms import REPO, nobody_breaks


def entries(content: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    for path in sorted(content.rglob("*.yml")):
        yield path, yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)


def fields_naming_a_provider() -> set[str]:
    schemas = (json.loads(path.read_text("utf-8")) for path in (REPO / "schema").glob("*.schema.json"))
    fields = ((name, field) for schema in schemas for name, field in schema.get("properties", {}).items())
    return {name for name, field in fields if '"x-refers-to": "provider"' in json.dumps(field)}


def unmarked(content: Path) -> list[str]:
    """Entries of a provider that is a sample, which do not say that they are samples, too."""
    found = list(entries(content))
    fields = fields_naming_a_provider()
    samples = {path.stem for path, entry in found if path.parent.name == "providers" and entry.get("sample") is True}
    return [
        path.relative_to(content).as_posix()
        for path, entry in found
        if any(samples & set(words_in(entry.get(field))) for field in fields) and entry.get("sample") is not True
    ]


def words_in(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case list():
            yield from (word for each in value for word in words_in(each))
        case dict():
            yield from (word for each in value.values() for word in words_in(each))


def test_what_a_sample_provider_offers_is_a_sample() -> None:
    """Nobody must take an invented course for a real one: what an invented provider offers is marked as a sample."""
    nobody_breaks(unmarked(REPO / "content"))


def test_an_unmarked_sample_is_noticed(tmp_path: Path) -> None:
    """The law above can be broken."""
    for folder, text in (
        ("providers", "sample: true"),
        ("courses", "provider: academy"),
        ("events", "organiser: academy"),
    ):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "academy.yml").write_text(text)
    assert unmarked(tmp_path) == ["courses/academy.yml", "events/academy.yml"]


def test_every_entry_helps_the_editor() -> None:
    """Each file opens with the line by which an editor finds its fields and explanations."""
    without = [
        path.relative_to(REPO).as_posix()
        for path, _ in entries(REPO / "content")
        if not path.read_text("utf-8").startswith("# yaml-language-server: $schema=../../schema/")
    ]
    nobody_breaks(without)
