"""A whole site on disk, in the place of the one that stood there.

It grows in a folder beside the old one, what did not change is linked into it, and then the two change places in one
step. Killed at any moment, ``site/`` is all of the old site or all of the new one. A folder that holds anything else
than a site of ours is left alone.
"""

from __future__ import annotations

import fcntl
import os
import unicodedata
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from skillshub.site import SiteFile
from skillshub.workers import Done, share
from skillshub.writing.refusals import CannotWrite, SiteIsBeingWritten, TwoFilesOneAddress, refusing
from skillshub.writing.swapping import remove, swap

_CHUNK = 48  # files a task: few enough to share evenly, enough not to matter

MARK = ".skillshub"
"""The file by which a folder is known as a site of ours, which may be replaced whole."""
_MARK = SiteFile(MARK, "1", lambda: b"A site made by skillshub. Each build replaces this whole folder.\n")


class Written(NamedTuple):
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
    files: Iterable[SiteFile], folder: Path, memory: Memory, *, hands: int = 1, done: Done = lambda _count, _all: None
) -> Outcome:
    """Make the folder hold exactly these files; ``memory`` is what the last ``write`` returned, or empty."""
    refuse_what_is_not_ours(folder)
    planned = _each_address_once(chain(files, [_MARK]))
    with refusing("The site", folder):
        folder.parent.mkdir(parents=True, exist_ok=True)
    with _alone(folder), _growing(folder) as growing:
        with refusing("The site", folder):
            kept = _linked(planned, folder, growing, memory)
        done(len(kept), len(planned))
        wanted = [file for path, file in planned.items() if path not in kept]
        pieces = [wanted[at : at + _CHUNK] for at in range(0, len(wanted), _CHUNK)]
        written = share(
            [partial(_written, piece, growing, folder) for piece in pieces],
            hands,
            _in_files(pieces, len(planned), done),
        )
        with refusing("The site", folder):
            swap(growing, folder)
        _unlink(growing, memory)
    fresh = {
        file.path: Written(file.key, *told[at : at + 3])
        for piece, told in zip(pieces, written, strict=True)
        for at, file in zip(range(0, len(told), 3), piece, strict=True)
    }
    return Outcome(memory={**kept, **fresh}, rendered=len(wanted), kept=len(kept))


def refuse_what_is_not_ours(folder: Path) -> None:
    """A build replaces the whole folder: never one in which somebody keeps something else."""
    other = "choose another folder with --site"
    if not folder.name:
        raise CannotWrite(f"A site cannot be written to {folder}: {other}.")
    if folder.is_symlink():
        raise CannotWrite(f"{folder} is a link to {folder.resolve()}: name the folder itself with --site.")
    with refusing("The site", folder):
        if not folder.exists():
            return
        if not folder.is_dir():
            raise CannotWrite(f"{folder} is not a folder: remove it, or {other}.")
        if any(folder.iterdir()) and not (folder / MARK).is_file():
            raise CannotWrite(
                f"{folder} holds files that are no site made by skillshub (it has no file {MARK}), and a build "
                f"replaces the whole folder: empty it, or {other}."
            )


def _in_files(pieces: Sequence[Sequence[SiteFile]], every: int, done: Done) -> Done:
    """Progress in files for work that is shared in pieces (the last piece may be smaller: never count too many)."""
    left = sum(map(len, pieces))

    def counted(count: int, _pieces: int) -> None:
        nonlocal left
        files = min(left, count * _CHUNK)
        left -= files
        done(files, every)

    return counted


def _each_address_once(files: Iterable[SiteFile]) -> dict[str, SiteFile]:
    planned: dict[str, SiteFile] = {}
    folded: dict[str, str] = {}
    for file in files:
        same = file.path if file.path.isascii() and file.path.islower() else _folded(file.path)
        if same in folded:
            raise _taken(folded[same], file.path)
        folded[same] = file.path
        planned[file.path] = file
    for folder in _folders(planned):
        if folder in planned:
            raise _taken(folder, f"{folder}/")
    return planned


def _taken(one: str, other: str) -> TwoFilesOneAddress:
    both = f"{one} twice" if one == other else f"{one} and {other}"
    return TwoFilesOneAddress(f"Two files of the site would have one address ({both}): rename what one is made from.")


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
            with suppress(OSError):  # a disk without links, or another user's file: then it is written again
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


def _written(files: Sequence[SiteFile], root: Path, site: Path) -> array[int]:
    """What a worker does with its piece: size, time and inode of each file that it wrote, one after the other."""
    return array("Q", chain.from_iterable(_put(f"{root}/{file.path}", file.content(), site) for file in files))


def _put(path: str, content: bytes, site: Path) -> tuple[int, int, int]:
    try:
        return _new(path, content)
    except OSError:
        with refusing("The site", site):  # only now: around each file it would take a fifth of what writing does
            raise


def _new(path: str, content: bytes) -> tuple[int, int, int]:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
    try:
        left = memoryview(content)
        while left:
            left = left[os.write(handle, left) :]
        found = os.fstat(handle)
    finally:
        os.close(handle)
    return found.st_size, found.st_mtime_ns, found.st_ino


@contextmanager
def _growing(folder: Path) -> Iterator[Path]:
    """The folder in which the new site grows: empty at first, gone at the end, however that comes."""
    growing = folder.with_name(f".{folder.name}.growing")
    with refusing("The site", folder):
        remove(growing)
    try:
        yield growing
    finally:
        with suppress(OSError):  # what is left is no harm: the next build begins by removing it
            remove(growing)


def _unlink(folder: Path, memory: Memory) -> None:
    """Remove what we remember of a folder, which is quicker than looking what is in it."""
    with suppress(OSError):
        for path in memory:
            os.unlink(f"{folder}/{path}")
        for inner in reversed(_folders(memory)):
            os.rmdir(f"{folder}/{inner}")


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Nobody else writes beside this folder meanwhile. The lock goes with the process, however it ends."""
    with refusing("The site", folder):
        handle = os.open(folder.parent, os.O_RDONLY)
    try:
        _lock(handle, folder.parent.resolve())
        yield
    finally:
        os.close(handle)


def _lock(handle: int, folder: Path) -> None:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as taken:
        raise SiteIsBeingWritten(f"Another build is writing to {folder} now: wait until it has ended.") from taken
