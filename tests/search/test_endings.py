"""Words that a stemmer does not bring together: other endings, and what a stem begins."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.search.asking import asked_of
from tests.search.tiny import index_of, write
from tests.search.world import World

pytestmark = pytest.mark.xdist_group("search")


@pytest.mark.parametrize(
    ("typed", "titles"),
    [
        ("digitalnym", ["digitalnych", "digitalny"]),  # what is shared counts, not how long it is
        ("plannin", ["planning", "planned"]),  # a beginning of one form hides no other of the same term
        ("kursing", ["kursu"]),  # its stem is no word, but begins one
        ("B12345", ["B12345"]),
        ("𐌰𐌱𐌲𐌳𐌴𐌵ans", ["𐌰𐌱𐌲𐌳𐌴𐌵ans", "𐌰𐌱𐌲𐌳𐌴𐌵er"]),  # letters that are two to the browser
    ],
)
def test_other_endings_are_found(world: World, tmp_path: Path, typed: str, titles: list[str]) -> None:
    """A word finds what differs from it by an ending only."""
    others = ["digitalisierung", "plantation", "currency", "B12399"]
    folder = write(index_of([{"title": title} for title in (*titles, *others)]), tmp_path)
    found = asked_of(folder, world.folder / "assets", "full", typed=typed)
    assert sorted(found) == list(range(len(titles)))
