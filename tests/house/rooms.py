"""The rooms of the house and the files of the repository, as the laws in this folder read them."""

from __future__ import annotations

import ast
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

REPO = Path(__file__).parents[2]
HOUSE = REPO / "generator" / "skillshub"


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """One Python file of the package."""

    name: str  # "outputs.pages"; a package's __init__ has its folder's name
    path: Path
    tree: ast.Module

    @property
    def top(self) -> str:
        """The room as the floors know it: ``outputs`` for everything in the folder of that name."""
        return self.name.split(".", maxsplit=1)[0]

    def at(self, node: ast.AST) -> str:
        return f"{self.name}:{getattr(node, 'lineno', 1)}"


@cache
def rooms() -> tuple[Room, ...]:
    """Every room, without the front door (``skillshub/__init__.py`` holds nothing but the version)."""
    return tuple(room for room in map(room_at, sorted(HOUSE.rglob("*.py"))) if room.name)


def room_at(path: Path) -> Room:
    name = ".".join(path.relative_to(HOUSE).with_suffix("").parts).removesuffix("__init__").strip(".")
    return Room(name=name, path=path, tree=ast.parse(path.read_text("utf-8")))


def a_room(source: str, name: str = "model") -> Room:
    """A room that is not there, to prove that a law can be broken."""
    return Room(name=name, path=HOUSE / f"{name}.py", tree=ast.parse(source))


def nobody_breaks(the_law: Iterable[str]) -> None:
    """Fail with every breach on a line of its own, where ``== []`` would show the first few."""
    breaches = list(the_law)
    assert not breaches, "\n" + "\n".join(breaches)


def imports_of(room: Room) -> Iterator[tuple[ast.stmt, str]]:
    """Each module or name that a room imports, in full, with the place where it does."""
    for node in ast.walk(room.tree):
        if isinstance(node, ast.Import):
            yield from ((node, name.name) for name in node.names)
        if isinstance(node, ast.ImportFrom):
            yield from ((node, f"{_origin(room, node)}.{name.name}") for name in node.names)


def _origin(room: Room, node: ast.ImportFrom) -> str:
    if not node.level:
        return node.module or ""
    folder = ["skillshub", *room.path.relative_to(HOUSE).parent.parts]
    parents = folder[: len(folder) - node.level + 1]
    return ".".join([*parents, node.module] if node.module else parents)


def imports_any(room: Room, modules: set[str]) -> Iterator[str]:
    for node, name in imports_of(room):
        if any(name == module or name.startswith(f"{module}.") for module in modules):
            yield f"{room.at(node)} imports {name}"


def calls_in(room: Room) -> Iterator[tuple[ast.Call, str]]:
    """Each call with the name that is called, as far as it is spelled out: ``os.replace``, ``.mkdir``, ``open``."""
    for node in ast.walk(room.tree):
        if isinstance(node, ast.Call):
            yield node, _spelled(node.func)


def _spelled(function: ast.expr) -> str:
    if isinstance(function, ast.Name):
        return function.id
    if isinstance(function, ast.Attribute):
        return f"{_spelled(function.value)}.{function.attr}"
    return ""


@cache
def files() -> tuple[Path, ...]:
    """Every file of the repository: all but the folders that .gitignore names. Links are no files."""
    ignored = (REPO / ".gitignore").read_text("utf-8").splitlines()
    left = {".git", *(line.strip("/") for line in ignored if line.endswith("/"))}
    found: list[Path] = []
    for folder, folders, names in os.walk(REPO):
        folders[:] = sorted(set(folders) - left)
        found += (Path(folder, name) for name in sorted(names))
    return tuple(path for path in found if path.is_file() and not path.is_symlink())


def texts(*suffixes: str) -> Iterator[tuple[str, str]]:
    """Path and text of every file of those kinds; without a suffix, of all that are text."""
    for path in files():
        if suffixes and path.suffix not in suffixes:
            continue
        try:
            yield path.relative_to(REPO).as_posix(), path.read_text("utf-8")
        except UnicodeDecodeError:
            continue
