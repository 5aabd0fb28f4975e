"""A folder for a while: filled, read, gone."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from skillshub.writing.refusals import refusing


@contextmanager
def for_a_while(files: Iterable[tuple[str, bytes]]) -> Iterator[Path]:
    """A new folder with these files (path below it, content), which is removed at the end."""
    with tempfile.TemporaryDirectory(prefix="skillshub-", ignore_cleanup_errors=True) as name:
        root = Path(name)
        with refusing("A copy of the hub", root):
            for path, content in files:
                (root / path).parent.mkdir(parents=True, exist_ok=True)
                (root / path).write_bytes(content)
        yield root
