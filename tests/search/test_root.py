"""What the root tells, the browser reads."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.search.asking import asked_of
from tests.search.tiny import index_of, write

FEW, MANY = [], [0, 1, 44, 113, 114, 184, 254, 323, 393, 463, 599]


@pytest.mark.parametrize("over", [FEW, MANY], ids=["none", "with gaps on both sides of 70"])
def test_the_browser_knows_what_is_over(over: list[int], tmp_path: Path) -> None:
    """The first document, neighbours, and those that are further apart than a letter tells."""
    index = write(index_of([{"title": "course"}] * 600), tmp_path, over)
    assert asked_of(index, tmp_path, "over") == over
