"""A hub to begin with, as values: what ``skillshub init`` puts into an empty folder. Reads the package, writes nothing.

The samples were written on one day, ``_WRITTEN``; they are moved to the day on which a hub begins, so that their dates
lie as far ahead as they were meant to.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path, PurePosixPath

from skillshub import __version__

_PACKAGE = Path(__file__).parent
_REPOSITORY = _PACKAGE.parents[1]
_TEMPLATES = _PACKAGE / "new_hub"  # "dot-gitignore" becomes ".gitignore"

_WRITTEN = date(2000, 1, 3)  # a Monday; whole weeks are added, so that nobody is invited on a Sunday
_DATE = re.compile(rb"\b200[01]-\d\d-\d\d(?!\d)")

_ABOUT_US = ("index.", "about.", "assets/screenshot")  # what of our docs/ speaks of this very hub
_TRANSLATION = re.compile(r"\.([a-z]{2,3})\.md$")


def start(name: str, today: date, languages: Sequence[str] = ("en", "de")) -> Mapping[str, bytes]:
    """Each file of a new hub by its path. It builds as it is: every page, entry and reference in it is there."""
    words = {
        "name": name,
        "name in quotes": json.dumps(name, ensure_ascii=False),  # for YAML, whatever the name holds
        "languages": ", ".join(languages),
        "version": __version__,
    }
    files = {
        **dict(_docs()),
        **{f"schema/{path}": text for path, text in _files(_part("schema"))},
        **{path: _told(text, words) for path, text in _templates() if not path.startswith("content/")},
        **{path: _moved(text, today) for path, text in _templates() if path.startswith("content/")},
    }
    return {path: text for path, text in files.items() if _language(path) in {"", *languages}}


def _part(folder: str) -> Path:
    """A folder that stands in the wheel beside this file, and in the work tree at its root."""
    packed = _PACKAGE / folder
    return packed if packed.is_dir() else _REPOSITORY / folder


def _docs() -> Iterator[tuple[str, bytes]]:
    for path, text in _files(_part("docs")):
        if not path.startswith(_ABOUT_US):
            yield f"docs/{path}", text


def _templates() -> Iterator[tuple[str, bytes]]:
    for path, text in _files(_TEMPLATES):
        yield re.sub(r"(^|/)dot-", r"\1.", path), text


def _files(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield path.relative_to(folder).as_posix(), path.read_bytes()


def _language(path: str) -> str:
    """The language of a page that is a translation: ``index.de.md`` is German; ``index.md`` is in no other language."""
    found = _TRANSLATION.search(PurePosixPath(path).name)
    return found[1] if found else ""


def _told(text: bytes, words: Mapping[str, str]) -> bytes:
    for word, value in words.items():
        text = text.replace(f"<{word}>".encode(), value.encode())
    return text


def _moved(text: bytes, today: date) -> bytes:
    """The same text, with every date as far from today as it was from the day of writing."""
    weeks = timedelta(weeks=(today - _WRITTEN).days // 7)
    return _DATE.sub(lambda found: (date.fromisoformat(found[0].decode()) + weeks).isoformat().encode(), text)
