"""What the words of the files are called on a page."""

from __future__ import annotations

from skillshub.build import schema_folder
from skillshub.labels import labels_of
from skillshub.model import FOLDERS
from skillshub.schemas import Schemas
from tests.unit.builders import some_labels


def test_every_choice_of_every_field_has_a_label() -> None:
    """No page shows a word of the files where people have one: each label is there and says something."""
    schemas = Schemas.load(schema_folder())
    labels = labels_of({kind: schemas.fields(kind) for kind in FOLDERS})
    assert labels
    for way, choices in labels.items():
        for word, label in choices.items():
            assert label.strip(), f"{way}: {word}"


def test_the_ways_that_pages_use() -> None:
    """By kind and field; what kinds share by its own name."""
    labels = some_labels()
    assert labels["course.type"]["short-programme"] == "Short programme"
    assert {
        "level",
        "price.category",
        "event.attendance",
        "course.sessions.status",
        "funding.audience",
    } <= labels.keys()
    assert set(labels["level"]) == {"awareness", "practitioner", "expert"}
