"""Ask the hub's own engine, in node: many requests at once, for it takes a while to start."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from tests.search.world import Tongue, World
from tests.unit.running_js import in_node

ENGINE = Path(__file__).parent / "engine.mjs"


def answers(world: World, tongue: Tongue, requests: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """What each request finds: ``documents`` and more; ``failed`` where it threw."""
    return list(asked(world, tongue, "answers", requests=list(requests)))


def asked(world: World, tongue: Tongue, question: str, **given: Any) -> Any:
    """What a function of ``engine.mjs`` gives back for the index of a language."""
    return asked_of(tongue.index, world.folder / "assets", question, **given)


def asked_of(index: Path, scripts: Path, question: str, **given: Any) -> Any:
    """The same for the index in any folder."""
    where = {"index": str(index), "scripts": str(scripts)}
    return in_node(f"engine.{question}(given)", {**where, **given}, engine=ENGINE)
