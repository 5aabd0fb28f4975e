"""The entries' files: which there are under content/, and their bytes. Knows names and folders, nothing of YAML.

Only regular files with an address for a name are entries; everything else in content/ is named, never read.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from skillshub.problems import Problem
from skillshub.sources.names import WELCOME, about_names, is_slug, stray
from skillshub.sources.rawtext import LARGEST

KIND_OF_FOLDER: Mapping[str, str] = {
    "courses": "course",
    "regions": "region",
    "events": "event",
    "providers": "provider",
    "funding": "funding",
    "practices": "practice",
    "skills": "skill",
    "job-roles": "job-role",
}

CONTENT = "content"
MOVED = "content/moved.yml"
"""Not an entry, but where the entries are that are no longer there."""
_OPEN_FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryFile:
    """A file that may hold an entry: nothing in it has been read yet."""

    path: str  # "content/courses/hv-safety.yml", relative to the hub, with forward slashes
    kind: str  # "course"
    slug: str  # "hv-safety": the entry's id for ever, and its address
    size: int  # bytes
    mtime_ns: int


def entry_files(hub: Path) -> tuple[tuple[EntryFile, ...], tuple[Problem, ...]]:
    """Every file under content/ that may hold an entry, by path; and what lies there that cannot be one."""
    files: list[EntryFile] = []
    problems: list[Problem] = []
    folders, strays = _folders(hub)
    problems += strays
    for folder in folders:
        found, wrong = _entries_of(hub, folder)
        files += found
        problems += wrong
    return (
        tuple(sorted(files, key=lambda file: file.path)),
        tuple(sorted(problems, key=lambda problem: problem.order)),
    )


def contents(hub: Path, path: str) -> bytes | Problem:
    """The bytes of a file of the hub, or why they cannot be had. Never follows a link or waits for a device."""
    try:
        handle = os.open(hub / path, _OPEN_FLAGS)
    except OSError as error:
        return _unreadable(path, error)
    try:
        is_regular = stat.S_ISREG(os.fstat(handle).st_mode)
        content = _all_of(handle) if is_regular else b""
    except OSError as error:
        return _unreadable(path, error)
    finally:
        os.close(handle)
    if not is_regular:
        return _not_regular(path)
    return content if len(content) <= LARGEST else _too_large(path)


def _all_of(handle: int) -> bytes:
    """The file's bytes, and one more than allowed if there are more."""
    content = os.read(handle, LARGEST + 1)
    while 0 < len(content) <= LARGEST and (more := os.read(handle, LARGEST + 1 - len(content))):
        content += more
    return content


def _folders(hub: Path) -> tuple[list[str], list[Problem]]:
    """The folders of entries that exist, and what else lies in content/."""
    folders: list[str] = []
    problems: list[Problem] = []
    root = hub / CONTENT
    if root.is_symlink() or not root.is_dir():
        return [], [Problem(path=CONTENT, code="no-content", message="There is no folder 'content' with entries here.")]
    for item, name in _items(root, CONTENT, problems):
        if name in KIND_OF_FOLDER and item.is_dir(follow_symlinks=False):
            folders.append(name)
        elif name not in WELCOME and f"{CONTENT}/{name}" != MOVED:
            problems.append(stray(f"{CONTENT}/{name}", _advice_for_folder(item, name)))
    return sorted(folders), problems


def _items(folder: Path, shown: str, problems: list[Problem]) -> Iterator[tuple[os.DirEntry[str], str]]:
    """What lies in a folder, each with its name as it can be shown; editors' hidden and backup files left out."""
    try:
        with os.scandir(folder) as items:
            for item in items:
                name = item.name if item.name.isascii() else _showable(item.name)
                if name[0] not in ".#" and name[-1] != "~":
                    yield item, name
    except OSError as error:
        problems.append(_unreadable(shown, error))


def _showable(name: str) -> str:
    """A name whose bytes are no UTF-8 reads with a mark in their place."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _entries_of(hub: Path, folder: str) -> tuple[list[EntryFile], list[Problem]]:
    files: list[EntryFile] = []
    problems: list[Problem] = []
    odd: list[str] = []
    shown = f"{CONTENT}/{folder}"
    kind = KIND_OF_FOLDER[folder]
    for item, name in _items(hub / CONTENT / folder, shown, problems):
        slug = name[:-4]
        if not name.endswith(".yml") or not is_slug(slug):
            odd.append(name)
            continue
        if not item.is_file(follow_symlinks=False):
            problems.append(_not_regular(f"{shown}/{name}"))
            continue
        try:
            status = item.stat(follow_symlinks=False)
        except OSError as error:
            problems.append(_unreadable(f"{shown}/{name}", error))
            continue
        changed = max(status.st_mtime_ns, status.st_ctime_ns)  # the first can be set back, as tar and cp -p do
        files.append(EntryFile(path=f"{shown}/{name}", kind=kind, slug=slug, size=status.st_size, mtime_ns=changed))
    problems += about_names(shown, odd, (file.slug for file in files) if odd else ())
    pages = _pages_in(hub / "docs" / folder)
    problems += (_taken(file.path, f"{folder}/{file.slug}/") for file in files if file.slug in pages)
    return files, problems


def _pages_in(folder: Path) -> frozenset[str]:
    """What the hand-written pages in a folder are called."""
    try:
        items = list(folder.iterdir())
    except OSError:
        return frozenset()
    pages = {item.name.partition(".")[0] for item in items if item.suffix == ".md"}
    inner = {item.name for item in items if (item / "index.md").is_file()}
    return frozenset(pages | inner) - {"index"}


def _taken(path: str, address: str) -> Problem:
    message = f"A hand-written page of this hub has the address {address} already."
    return Problem(path=path, code="address-taken", message=message, hint="Give the file of the entry another name.")


def _advice_for_folder(item: os.DirEntry[str], name: str) -> str:
    if name in KIND_OF_FOLDER:
        return f"'{name}' must be a real folder, not a file or a link."
    if item.is_dir(follow_symlinks=False):
        return f"Entries lie in these folders: {', '.join(sorted(KIND_OF_FOLDER))}."
    return "Entries lie in the folder of their kind, for example content/courses/."


def _not_regular(path: str) -> Problem:
    message = "This is not an ordinary file but a link, a folder or a device; it is not read."
    return Problem(path=path, code="not-a-file", message=message, hint="Put the file itself here.")


def _too_large(path: str) -> Problem:
    message = f"The file is larger than {LARGEST // 1024} KiB, the most an entry may have."
    return Problem(path=path, code="too-large", message=message, hint="Shorten the texts, and link to long documents.")


def _unreadable(path: str, error: OSError) -> Problem:
    if isinstance(error, FileNotFoundError):
        return Problem(path=path, code="no-file", message="There is no such file.")
    if stat.S_ISLNK(_mode_of(error)):
        return _not_regular(path)
    reason = error.strerror or "unknown reason"
    return Problem(
        path=path, code="unreadable", message=f"The file cannot be opened ({reason}).", hint="Check its permissions."
    )


def _mode_of(error: OSError) -> int:
    try:
        return os.lstat(error.filename).st_mode if error.filename else 0
    except OSError:
        return 0
