"""One hub to search in for all tests of this folder."""

from __future__ import annotations

import pytest

from tests.search.world import World, raise_world


@pytest.fixture(scope="session")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    return raise_world(tmp_path_factory.mktemp("world"))
