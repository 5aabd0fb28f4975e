"""Put files on disk. The only room that writes.

A site is swapped in whole: it grows in a folder beside the old one, what did not change is linked into it, and then the
two change places in one step. Killed at any moment, ``site/`` is all of the old site or all of the new one.
"""

from __future__ import annotations

import ctypes
import errno
import fcntl
import os
import shutil
import sys
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from skillshub.workers import Done, share

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillshub.site import SiteFile

_CHUNK = 48  # files a task: few enough to share evenly, enough not to matter


class TwoFilesOneAddress(Exception):
    """Two outputs claim one path, or two that some file system cannot tell apart."""


class SiteIsBeingWritten(Exception):
    """Another build is writing this site at the moment."""


@dataclass(frozen=True, slots=True)
class Written:
    """A file as we left it: enough to see whether it still is the same."""

    key: str
    size: int
    mtime_ns: int
    inode: int


Memory = Mapping[str, Written]  # by path below the site's root


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    memory: Memory
    rendered: int  # files whose content was worked out
    kept: int  # files that were taken over from the site that stood there


def write(
    files: Iterable[SiteFile], folder: Path, memory: Memory, *, hands: int = 1, done: Done = lambda _count: None
) -> Outcome:
    """Make the folder hold exactly these files; ``memory`` is what the last ``write`` returned, or empty."""
    planned = _each_address_once(files)
    folder.parent.mkdir(parents=True, exist_ok=True)
    growing = folder.with_name(f".{folder.name}.growing")
    with _alone(folder.parent):
        _clear(growing)
        kept = _linked(planned, folder, growing, memory)
        done(len(kept))
        wanted = [file for path, file in planned.items() if path not in kept]
        pieces = [wanted[at : at + _CHUNK] for at in range(0, len(wanted), _CHUNK)]
        counted = _in_files(pieces, done)
        written = share([partial(_written, piece, growing) for piece in pieces], hands, counted)
        _swap(growing, folder)
        _clear(growing, memory)
    fresh = {path: one for piece in written for path, one in piece}
    return Outcome(memory={**kept, **fresh}, rendered=len(wanted), kept=len(kept))


def keep(path: Path, content: bytes) -> None:
    """Put one file on disk whole or not at all, with the folders it needs."""
    path.parent.mkdir(parents=True, exist_ok=True)
    growing = path.with_name(f".{path.name}.{os.getpid()}")
    growing.write_bytes(content)
    growing.replace(path)


def _in_files(pieces: Sequence[Sequence[SiteFile]], done: Done) -> Done:
    """Progress in files for work that is shared in pieces (the last piece may be smaller: never count too many)."""
    left = sum(map(len, pieces))

    def counted(count: int) -> None:
        nonlocal left
        files = min(left, count * _CHUNK)
        left -= files
        done(files)

    return counted


def _each_address_once(files: Iterable[SiteFile]) -> dict[str, SiteFile]:
    planned: dict[str, SiteFile] = {}
    folded: dict[str, str] = {}
    for file in files:
        same = file.path if file.path.isascii() and file.path.islower() else _folded(file.path)
        if same in folded:
            raise TwoFilesOneAddress(f"{folded[same]} and {file.path}")
        folded[same] = file.path
        planned[file.path] = file
    return planned


def _folded(path: str) -> str:
    return unicodedata.normalize("NFC", path).casefold()


def _linked(planned: Mapping[str, SiteFile], old: Path, new: Path, memory: Memory) -> dict[str, Written]:
    """Make every folder of the new site, and link into it each file that has not changed since it was written."""
    root, before, kept = str(new), str(old), dict[str, Written]()
    for folder in _folders(planned):
        os.mkdir(f"{root}/{folder}")
    for path, file in planned.items():
        known = memory.get(path)
        if known and known.key == file.key and _stands(f"{before}/{path}", known):
            os.link(f"{before}/{path}", f"{root}/{path}")
            kept[path] = known
    return kept


def _folders(paths: Iterable[str]) -> dict[str, None]:
    """Every folder that the paths need, each after the one it lies in; "" is the root."""
    folders = {"": None}
    for path in paths:
        folder, missing = path.rpartition("/")[0], []
        while folder not in folders:
            missing.append(folder)
            folder = folder.rpartition("/")[0]
        folders.update(dict.fromkeys(reversed(missing)))
    return folders


def _stands(path: str, known: Written) -> bool:
    try:
        found = os.stat(path, follow_symlinks=False)
    except OSError:
        return False
    return (found.st_size, found.st_mtime_ns, found.st_ino) == (known.size, known.mtime_ns, known.inode)


def _written(files: Sequence[SiteFile], root: Path) -> list[tuple[str, Written]]:
    """What a worker does with its piece."""
    return [(file.path, _put(f"{root}/{file.path}", file.content(), file.key)) for file in files]


def _put(path: str, content: bytes, key: str) -> Written:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
    try:
        left = memoryview(content)
        while left:
            left = left[os.write(handle, left) :]
        found = os.fstat(handle)
    finally:
        os.close(handle)
    return Written(key, found.st_size, found.st_mtime_ns, found.st_ino)


def _clear(folder: Path, memory: Memory | None = None) -> None:
    """Remove a folder, if it is there; what we remember of it first, which is quicker than looking."""
    try:
        for path in memory or ():
            os.unlink(f"{folder}/{path}")
        for inner in reversed(_folders(memory or ())):
            os.rmdir(f"{folder}/{inner}")
    except OSError:
        shutil.rmtree(folder, ignore_errors=not folder.exists())


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Nobody else writes below this folder meanwhile. The lock goes with the process, however it ends."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as taken:
        raise SiteIsBeingWritten(str(folder)) from taken
    else:
        yield
    finally:
        os.close(handle)


def _swap(new: Path, old: Path) -> None:
    """The two change places in one step; where the system has no such step, in two, as fast as can be."""
    if not old.exists():
        new.rename(old)
        return
    if _exchange(new, old):
        return
    aside = old.with_name(f".{old.name}.aside")
    _clear(aside)
    old.rename(aside)
    new.rename(old)
    aside.rename(new)


_AT_FDCWD = -100
_EXCHANGE = 2  # RENAME_EXCHANGE of Linux, RENAME_SWAP of macOS: the same number


def _exchange(one: Path, other: Path) -> bool:
    """Whether the system could swap two folders in one step (renameat2 on Linux, renamex_np on macOS)."""
    system = ctypes.CDLL(None, use_errno=True)
    call: Callable[..., int]
    names = os.fsencode(one), os.fsencode(other)
    if sys.platform == "darwin":
        call, arguments = system.renamex_np, (*names, _EXCHANGE)
    elif hasattr(system, "renameat2"):
        call, arguments = system.renameat2, (_AT_FDCWD, names[0], _AT_FDCWD, names[1], _EXCHANGE)
    else:
        return False
    if call(*arguments) == 0:
        return True
    if (code := ctypes.get_errno()) in (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP):
        return False
    raise OSError(code, os.strerror(code), str(one))
