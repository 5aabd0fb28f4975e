"""How a room is built: small, named for what it is, explained."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.rooms import REPO, Room, a_room, nobody_breaks, rooms

NO_NAMES_FOR_A_ROOM = {
    "utils",
    "util",
    "helpers",
    "helper",
    "common",
    "misc",
    "base",
    "core",
    "manager",
    "managers",
    "lib",
}
NO_NAMES_FOR_A_FUNCTION = ("get_", "do_", "handle_", "process_")
LINES_OF_A_ROOM = 300
LINES_OF_A_FUNCTION = 45

Function = ast.FunctionDef | ast.AsyncFunctionDef


def functions_in(tree: ast.AST) -> Iterator[Function]:
    return (node for node in ast.walk(tree) if isinstance(node, Function))


def long_functions(room: Room) -> list[str]:
    lengths = ((each, (each.end_lineno or each.lineno) - each.lineno + 1) for each in functions_in(room.tree))
    return [f"{room.at(each)} {each.name}: {lines} lines" for each, lines in lengths if lines > LINES_OF_A_FUNCTION]


def vague_functions(room: Room) -> list[str]:
    """Only those of the room itself: a library may ask for a method called ``do_GET``."""
    own = (node for node in room.tree.body if isinstance(node, Function))
    return [f"{room.at(each)} {each.name}" for each in own if each.name.lstrip("_").startswith(NO_NAMES_FOR_A_FUNCTION)]


def chains(room: Room) -> list[str]:
    """An ``if`` with two or more ``elif``, where a dict or a tuple of functions would do."""
    return [
        f"{room.at(node)} a chain of elif"
        for node in ast.walk(room.tree)
        if isinstance(node, ast.If) and _links(node) > 1
    ]


def _links(node: ast.If) -> int:
    match node.orelse:
        case [ast.If() as following] if following.col_offset == node.col_offset:
            return 1 + _links(following)
        case _:
            return 0


def test_no_room_is_a_drawer_for_everything() -> None:
    """No room or folder is called utils, helpers, common, misc, base, core or manager."""
    nobody_breaks(room.name for room in rooms() if NO_NAMES_FOR_A_ROOM & set(room.name.split(".")))


def test_no_room_is_too_large() -> None:
    """A room that grows past its limit is two ideas: make it a folder."""
    sizes = {room.name: len(room.path.read_text("utf-8").splitlines()) for room in rooms()}
    nobody_breaks(f"{name}: {lines} lines" for name, lines in sizes.items() if lines > LINES_OF_A_ROOM)


def test_no_function_is_too_long() -> None:
    """A function fits on a screen, with room to spare."""
    nobody_breaks(line for room in rooms() for line in long_functions(room))


def test_functions_have_telling_names() -> None:
    """No function of a room is called get_, do_, handle_ or process_ something."""
    nobody_breaks(line for room in rooms() for line in vague_functions(room))


def test_no_chain_of_elif() -> None:
    """Many cases are a dict or a tuple of functions."""
    nobody_breaks(line for room in rooms() for line in chains(room))


def test_every_room_says_what_it_is() -> None:
    """A room opens with a docstring, and its annotations are never run."""
    opened = {room.name: bool(ast.get_docstring(room.tree)) for room in rooms()}
    nobody_breaks(name for name, says in opened.items() if not says)
    lazy = {room.name: "from __future__ import annotations" in room.path.read_text("utf-8") for room in rooms()}
    nobody_breaks(name for name, is_lazy in lazy.items() if not is_lazy)


@pytest.mark.parametrize(
    ("law", "source"),
    [
        (long_functions, "def f():\n" + "    x = 1\n" * LINES_OF_A_FUNCTION),
        (vague_functions, "def _get_all(): ..."),
        (chains, "if a: b\nelif c: d\nelif e: f"),
    ],
)
def test_bad_manners_are_noticed(law: object, source: str) -> None:
    """Each of the laws above can be broken."""
    assert callable(law)
    assert law(a_room(source))


def lawless_tests(path: Path) -> list[str]:
    tests = (each for each in functions_in(ast.parse(path.read_text("utf-8"))) if each.name.startswith("test_"))
    return [f"{path.name}:{each.lineno} {each.name}" for each in tests if not ast.get_docstring(each)]


def test_every_test_states_its_law(tmp_path: Path) -> None:
    """The docstring of a test is the law that it proves."""
    nameless = tmp_path / "test_nameless.py"
    nameless.write_text("def test_something(): ...")
    assert lawless_tests(nameless)
    nobody_breaks(line for path in sorted((REPO / "tests").rglob("test_*.py")) for line in lawless_tests(path))
