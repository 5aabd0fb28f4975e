"""Every dependency earns its place, says what for, and is pinned."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import packages_distributions

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.house.rooms import REPO, imports_of, nobody_breaks, rooms

PROJECT = tomllib.loads((REPO / "pyproject.toml").read_text("utf-8"))
RUNTIME: list[str] = PROJECT["project"]["dependencies"]
GROUPS: dict[str, list[str]] = PROJECT["dependency-groups"]
LOCKS = {
    "requirements.lock": RUNTIME + GROUPS["build"],
    "requirements-test.lock": GROUPS["test"],
    "requirements-bench.lock": GROUPS["bench"],
}
REASON = re.compile(r'^  "(?P<requirement>[^"]+)",(?:  # (?P<reason>.*))?$', re.MULTILINE)
NOT_IMPORTED = re.compile(r"\([^()]*(named|run|read|used|imports)\b[^()]*\)$|^types for mypy$")


@cache
def reasons() -> dict[str, str]:
    """What each requirement is for, as its line in pyproject.toml says."""
    found = REASON.finditer((REPO / "pyproject.toml").read_text("utf-8"))
    return {hit["requirement"]: hit["reason"] or "" for hit in found}


def top_modules(paths: Iterator[ast.Module]) -> set[str]:
    """The outermost names that those files import, of other packages and of the standard library."""
    names: set[str] = set()
    for tree in paths:
        for node in ast.walk(tree):
            if isinstance(node, ast.Import):
                names |= {each.name.split(".")[0] for each in node.names}
            if isinstance(node, ast.ImportFrom) and not node.level and node.module:
                names.add(node.module.split(".")[0])
    return names


def imported_by(requirements: list[str]) -> set[str]:
    """The distributions that the code which may need those requirements does import."""
    modules = top_modules(room.tree for room in rooms())
    if requirements != RUNTIME:
        modules |= top_modules(ast.parse(path.read_text("utf-8")) for path in (REPO / "tests").rglob("*.py"))
    known = packages_distributions()
    return {canonicalize_name(name) for module in modules for name in known.get(module, ())}


@pytest.mark.parametrize("requirement", [*RUNTIME, *(each for group in GROUPS.values() for each in group)])
def test_every_dependency_has_a_reason(requirement: str) -> None:
    """The comment beside a dependency says, in a few words, what the hub has it for."""
    assert len(reasons().get(requirement, "").split()) >= 2


@pytest.mark.parametrize("requirements", [RUNTIME, *GROUPS.values()], ids=["runtime", *GROUPS])
def test_every_dependency_is_used(requirements: list[str]) -> None:
    """Something imports it; or its reason says, in brackets at the end, how else it is used."""
    imported = imported_by(requirements)
    idle = [
        requirement
        for requirement in requirements
        if canonicalize_name(Requirement(requirement).name) not in imported
        and not NOT_IMPORTED.search(reasons()[requirement])
    ]
    nobody_breaks(idle)


def test_no_room_leans_on_a_package_that_another_one_brought() -> None:
    """What a room imports is declared, and not merely there because something else needs it."""
    declared = {canonicalize_name(Requirement(requirement).name) for requirement in RUNTIME}
    known = packages_distributions()
    undeclared = [
        f"{room.at(node)} imports {name}"
        for room in rooms()
        for node, name in imports_of(room)
        if (top := name.split(".")[0]) not in sys.stdlib_module_names | {"skillshub"}
        and not declared & {canonicalize_name(each) for each in known.get(top, (top,))}
    ]
    nobody_breaks(undeclared)


def pins(lock: str) -> dict[str, str]:
    """Name and version of everything in a lock, each of which must carry a hash."""
    text = (REPO / lock).read_text("utf-8")
    assert len(re.findall(r"^\S+==", text, re.MULTILINE)) == len(
        re.findall(r"^\S+==.*\\\n    --hash=", text, re.MULTILINE)
    )
    return {canonicalize_name(name): version for name, version in re.findall(r"^(\S+?)==(\S+)", text, re.MULTILINE)}


@pytest.mark.parametrize("lock", LOCKS)
def test_every_dependency_is_pinned(lock: str) -> None:
    """The lock holds each dependency, in a version that pyproject.toml allows, with hashes: else ``make lock``."""
    pinned = pins(lock)
    for requirement in map(Requirement, LOCKS[lock]):
        version = pinned.get(canonicalize_name(requirement.name))
        assert version, f"{requirement} is not in {lock}"
        assert version in requirement.specifier, f"{requirement} is {version} in {lock}"


def test_the_locks_agree() -> None:
    """A package that several locks hold has the same version in all of them: each is installed over the one before."""
    versions: dict[str, set[str]] = {}
    for lock in LOCKS:
        for name, version in pins(lock).items():
            versions.setdefault(name, set()).add(version)
    nobody_breaks(f"{name}: {found}" for name, found in versions.items() if len(found) > 1)
