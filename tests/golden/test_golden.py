"""The golden site: every file that a small hub builds to, byte for byte."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

import pytest

from tests.golden.trees import Tree, build_tree, kept_tree

HOW_TO_BLESS = "Is the change meant? Then:  make bless  (or python -m tests.golden), and look at the diff."


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Tree:
    return build_tree(tmp_path_factory.mktemp("golden"))


def changes(kept: Tree, built: Tree) -> Iterator[str]:
    """What differs, told shortly: whole files by name, lines of the first few."""
    yield from (f"no longer there: {path}" for path in sorted(kept.keys() - built.keys()))
    yield from (f"new: {path}" for path in sorted(built.keys() - kept.keys()))
    differing = [path for path in sorted(kept.keys() & built.keys()) if kept[path] != built[path]]
    yield from (f"changed: {path}" for path in differing)
    for path in differing[:3]:
        lines = difflib.unified_diff(kept[path].splitlines(), built[path].splitlines(), path, path, lineterm="", n=0)
        yield from (line[:300] for line, _ in zip(lines, range(12), strict=False))


def test_the_site_is_the_golden_one(built: Tree) -> None:
    """A change of any byte of any page is seen, and somebody has said that it is meant."""
    found = list(changes(kept_tree(), built))
    assert not found, "\n".join([*found, HOW_TO_BLESS])


def test_a_change_is_told(built: Tree) -> None:
    """The law above can be broken: by a file too many, one too few, and one other byte."""
    other = {**built, "new.html": "", "index.html": built["index.html"] + " "}
    del other["robots.txt"]
    told = list(changes(built, other))
    assert {"new: new.html", "changed: index.html", "no longer there: robots.txt"} <= set(told)


def test_what_the_golden_hub_shows(built: Tree) -> None:
    """It holds what it is there to hold: hostile text escaped, a fallback marked, a cancelled event, no draft."""
    hostile = built["courses/hostile-text/index.html"]
    assert "<script>alert" not in hostile
    assert "&lt;script&gt;alert" in hostile
    assert "HUB-SLOT-BODY" in hostile
    assert 'href="javascript:' not in hostile
    assert 'lang="de"' in built["courses/only-german/index.html"]
    assert "hub-banner--archived" in built["courses/only-german/index.html"]
    assert "hub-banner--cancelled" in built["events/cancelled-visit/index.html"]
    assert not any(
        "not-ready" in path or "not-ready" in text or "Noch nicht fertig" in text for path, text in built.items()
    )
