"""From the value of a file to an entry: dates are dates, texts have languages, nothing is lost."""

from __future__ import annotations

import dataclasses
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from skillshub.build import schema_folder
from skillshub.checking import check
from skillshub.entries import moment, shape
from skillshub.model import FOLDERS, Course, Entry, Event, Kind
from skillshub.schemas import Schemas
from tests.conftest import REPO
from tests.unit import hubs

KINDS: dict[str, Kind] = {folder: kind for kind, folder in FOLDERS.items()}


def shaped(path: str, **more: Any) -> Entry:
    folder, slug = path.split("/")
    return shape(KINDS[folder], slug, {**hubs.entries()[path], **more}, digest="d", language="en")


@pytest.mark.parametrize("path", sorted(hubs.entries()))
def test_every_entry_gets_its_shape(path: str) -> None:
    """Its kind, its name, its day, and its title as a text by language."""
    entry = shaped(path)
    assert path == f"{FOLDERS[entry.kind]}/{entry.slug}"
    assert entry.updated == date(2026, 11, 23)
    assert entry.title
    assert all(isinstance(text, str) for text in entry.title.values())


def test_a_plain_text_is_in_the_language_of_its_entry() -> None:
    """Which is the hub's first, unless the entry says another."""
    assert shaped("courses/welding").title == {"en": "Welding"}
    assert shaped("courses/welding", language="de").title == {"de": "Welding"}
    assert shaped("courses/advice", language="de").title == {"en": "Talking", "de": "Reden"}


def test_everywhere_is_no_region() -> None:
    """A course that is held everywhere has no regions, and one with regions has those."""
    course = shaped("courses/advice")
    assert isinstance(course, Course)
    assert course.regions == ()


def test_times_have_zones() -> None:
    """09:00 in Vienna is 08:00 UTC in winter and 07:00 in summer."""
    event = shaped("events/meeting", start="2027-07-10T09:00", end="2027-12-10T09:00")
    assert isinstance(event, Event)
    assert event.start.at
    assert event.end.at
    assert event.start.at.astimezone(UTC) == datetime(2027, 7, 10, 7, tzinfo=UTC)
    assert event.end.at.utcoffset() == timedelta(hours=1)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2027-03-15T09:00", "2027-03-15", "2027-03-15"),
        ("2027-03-15", "2027-03-15", "2027-03-15"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-12", "2023-12-01", "2023-12-31"),
        ("2024", "2024-01-01", "2024-12-31"),
    ],
)
def test_moments_cover_what_is_known(text: str, first: str, last: str) -> None:
    """A day, a month or a year, from its first day to its last."""
    found = moment(text, "Europe/Vienna")
    assert (found.text, found.first.isoformat(), found.last.isoformat()) == (text, first, last)
    assert (found.at is not None) == ("T" in text)


def test_nothing_can_change_an_entry() -> None:
    """Entries are frozen: what is on the shelf is what was in the file."""
    with pytest.raises(dataclasses.FrozenInstanceError):
        shaped("courses/welding").slug = "other"  # type: ignore[misc]


def test_the_content_of_this_hub_is_shaped_whole() -> None:
    """Every entry of this very repository becomes one on the shelf."""
    checked, _ = check(REPO, Schemas.load(schema_folder()), hubs.TODAY)
    assert checked.errors == ()
    assert len(checked.catalogue) == len(checked.files) - 1
