"""What the root tells, the browser reads."""

from __future__ import annotations

from pathlib import Path

import pytest

from skillshub.outputs import search
from skillshub.outputs.search.root import FORMAT
from tests.search.asking import asked_of
from tests.search.tiny import index_of, write
from tests.unit.builders import a_course, a_provider, a_region, a_site, a_skill

FEW: list[int] = []
MANY = [0, 1, 44, 113, 114, 184, 254, 323, 393, 463, 599]


@pytest.mark.parametrize("over", [FEW, MANY], ids=["none", "with gaps on both sides of 70"])
def test_the_browser_knows_what_is_over(over: list[int], tmp_path: Path) -> None:
    """The first document, neighbours, and those that are further apart than a letter tells."""
    index = write(index_of([{"title": "course"}] * 600), tmp_path, over)
    assert asked_of(index, tmp_path, "over") == over


def test_files_of_another_format_lie_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name tells what a file is made from: one that a browser still has must not be taken for one of a new format."""
    site = a_site(a_course(), a_region(), a_provider(), a_skill())
    before = {file.path for file in search.render(site) if file.path.endswith(".bin")}
    monkeypatch.setattr(search, "FORMAT", FORMAT + 1)
    after = {file.path for file in search.render(site) if file.path.endswith(".bin")}
    roots = {path for path in before if path.endswith("/root.bin")}
    assert len(before) > 10
    assert before & after == roots
