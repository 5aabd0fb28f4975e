"""One file on disk, whole or not at all."""

from __future__ import annotations

import os
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
