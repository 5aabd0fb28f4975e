"""One file or folder on disk, whole or not at all."""

from __future__ import annotations

import os
import stat
import tempfile
from contextlib import suppress
from pathlib import Path

from skillshub.writing.refusals import refusing


def keep(path: Path, content: bytes) -> None:
    """Put a file on disk, with the folders it needs; a reader sees the old one or the new one, never half of it."""
    growing = path.with_name(f".{path.name}.{os.getpid()}")
    with refusing("The file", path):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            growing.write_bytes(content)
            growing.replace(path)
        except BaseException:
            growing.unlink(missing_ok=True)
            raise


def usable_folder(folder: Path) -> Path | None:
    """The folder, made if need be; None where we may not write to it."""
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
    return folder if os.access(folder, os.W_OK) else None


def private_folder(folder: Path) -> Path:
    """The folder, if nobody else could have put anything into it; else a new one that is empty."""
    with suppress(OSError):
        folder.mkdir(mode=0o700, exist_ok=True)
        found = folder.stat(follow_symlinks=False)
        if stat.S_ISDIR(found.st_mode) and not found.st_mode & 0o022 and found.st_uid == os.getuid():
            return folder
    return Path(tempfile.mkdtemp(prefix="cache-"))
