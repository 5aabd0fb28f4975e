"""One hub to search in for all tests of this folder."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.search.reference import Reference
from tests.search.world import World, raise_world


@pytest.fixture(scope="session")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    return raise_world(tmp_path_factory.mktemp("world"))


@pytest.fixture(scope="session")
def references(world: World) -> Mapping[str, Reference]:
    """The slow search in each language."""
    return {code: Reference(tongue=tongue) for code, tongue in world.tongues.items()}
