"""Two folders change places, in one step where the system knows such a step."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

_AT_FDCWD = -100
_EXCHANGE = 2  # RENAME_EXCHANGE of Linux, RENAME_SWAP of macOS: the same number
_NO_SUCH_STEP = (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP)


def swap(new: Path, old: Path) -> None:
    """``new`` stands where ``old`` stood; what stood there, if anything did, is then called as ``new`` was."""
    if not old.exists():
        new.rename(old)
        return
    if not _exchanged(new, old):
        _in_two_steps(new, old)


def remove(folder: Path) -> None:
    """Remove a folder with all that is in it, if it is there. A link is removed, not what it leads to."""
    if folder.is_symlink() or folder.is_file():
        folder.unlink()
    elif folder.exists():
        shutil.rmtree(folder)


def _in_two_steps(new: Path, old: Path) -> None:
    """As fast as can be: killed just between the two, there is no site until the next build."""
    aside = old.with_name(f".{old.name}.aside")
    remove(aside)
    old.rename(aside)
    new.rename(old)
    aside.rename(new)


def _exchanged(one: Path, other: Path) -> bool:
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
    if (code := ctypes.get_errno()) in _NO_SUCH_STEP:
        return False
    raise OSError(code, os.strerror(code), str(one))
