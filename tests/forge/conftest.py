"""What the tests of this folder share."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.forge.plays import Play


@pytest.fixture
def play(tmp_path: Path) -> Play:
    """A forge with a new hub in it, as ``skillshub init`` begins one."""
    play = Play(tmp_path)
    begun = play.run(str(play.bin / "skillshub"), "init", "first", at=tmp_path)
    assert begun.returncode == 0, begun.stderr
    first = tmp_path / "first"
    play.git("init", "--quiet", "--initial-branch", "main", at=first)
    play.commit(first, "A new hub")
    play.git("clone", "--quiet", "--bare", str(first), str(play.forge), at=tmp_path)
    return play
