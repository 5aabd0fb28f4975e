"""A digest of everything that the docs engine reads, so that a build can do without it. Does not load MkDocs."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path

from skillshub.docs_engine.assets import THEME

_NOT_READ = {"__pycache__", "pages"}  # the templates of entries are none of our business
_ROOM = Path(__file__).parent
_PACKAGES = ("mkdocs-", "markdown-", "pymdown-extensions-", "jinja2-", "pygments-")


def fingerprint(hub: Path, languages: Sequence[str], extra_pages: Mapping[str, str] | None = None) -> str:
    """When two digests are the same, ``render`` gives the same result. Judged by content, never by file times."""
    digest = hashlib.sha256()
    for name, content in _read(hub, languages, extra_pages or {}):
        digest.update(f"{name}\0{len(content)}\0".encode("utf-8", "surrogateescape"))
        digest.update(content)
    return digest.hexdigest()


def _read(hub: Path, languages: Sequence[str], extra_pages: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
    yield "languages", " ".join(languages).encode()
    yield "versions", " ".join(_installed()).encode()
    for path, text in sorted(extra_pages.items()):
        yield f"extra/{path}", text.encode()
    if (hub / "mkdocs.yml").is_file():
        yield "mkdocs.yml", (hub / "mkdocs.yml").read_bytes()
    for name, folder in (("docs", hub / "docs"), ("overrides", hub / "overrides"), ("theme", THEME), ("code", _ROOM)):
        yield from _files(name, folder)
    yield from ((name, (_ROOM.parent / name).read_bytes()) for name in ("shell.py", "addresses.py", "problems.py"))


def _installed() -> Iterator[str]:
    """The packages that we build with, as pip notes them beside MkDocs: "mkdocs-1.6.1.dist-info"."""
    spec = find_spec("mkdocs")
    for place in (spec.submodule_search_locations or ()) if spec else ():
        names = (found.name for found in Path(place).parent.glob("*.dist-info"))
        yield from sorted(name for name in names if name.lower().replace("_", "-").startswith(_PACKAGES))


def _files(name: str, folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not _NOT_READ.intersection(path.relative_to(folder).parts[:1]):
            yield f"{name}/{path.relative_to(folder).as_posix()}", path.read_bytes()
