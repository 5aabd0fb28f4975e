"""What a build remembers for the next one: values of files, rendered docs, the site as it was written.

Kept in the user's own cache, never in the hub: a pull request must not be able to plant it. Forgetting is always safe;
whatever cannot be read is forgotten. Knows nothing of what it keeps.
"""

from __future__ import annotations

import marshal
import os
import pickle
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

from skillshub.writing import CannotWrite, keep, private_folder, usable_folder

_DIGEST = 16


@dataclass(frozen=True, slots=True)
class Memory:
    """The memory of one hub, for one state of the program: another program remembers nothing of it."""

    folder: Path
    program: str

    @classmethod
    def of(cls, hub: Path, program: str, environment: Mapping[str, str]) -> Memory:
        name = blake2b(os.fsencode(hub.resolve()), digest_size=10).hexdigest()
        return cls(_cache(environment) / "skillshub" / name, program)

    @property
    def scratch(self) -> Path | None:
        """A folder for what others want to remember; None where there can be none."""
        return usable_folder(self.folder)

    def plain(self, name: str) -> Any:
        """Text, numbers, lists and dicts, as ``keep_plain`` got them; None when there are none."""
        content = self._content(f"{name}.plain")
        return None if content is None else marshal.loads(content)  # noqa: S302  # our own, see above

    def keep_plain(self, name: str, value: Any) -> None:
        self._keep(f"{name}.plain", marshal.dumps(value))

    def value(self, name: str) -> Any:
        """Any value, as ``keep_value`` got it; None when there is none."""
        content = self._content(f"{name}.value")
        return None if content is None else pickle.loads(content)  # noqa: S301  # our own, see above

    def keep_value(self, name: str, value: Any) -> None:
        self._keep(f"{name}.value", pickle.dumps(value, pickle.HIGHEST_PROTOCOL))

    def _content(self, name: str) -> memoryview | None:
        try:
            kept = (self.folder / name).read_bytes()
        except OSError:
            return None
        return memoryview(kept)[_DIGEST:] if kept[:_DIGEST] == self._seal() else None

    def _keep(self, name: str, content: bytes) -> None:
        with suppress(CannotWrite):  # a full disk, a home that nobody may write to: then nothing is remembered
            keep(self.folder / name, self._seal() + content)

    def _seal(self) -> bytes:
        """What another program kept is not ours. A file is kept whole or not at all, so its end needs no seal."""
        return blake2b(self.program.encode(), digest_size=_DIGEST).digest()


def packed(value: Any) -> bytes:
    """Text, numbers, lists and dicts in few bytes: quick to hand on, and not unpacked before they are wanted."""
    return marshal.dumps(value)


def unpacked(content: bytes) -> Any:
    """What ``packed`` made the bytes of; bytes of anybody else must never come here."""
    return marshal.loads(content)  # noqa: S302  # our own, see above


def _cache(environment: Mapping[str, str]) -> Path:
    """The user's cache (XDG); where there is no home, a folder for this user among the temporary files."""
    if own := environment.get("XDG_CACHE_HOME"):
        return Path(own)
    if home := environment.get("HOME"):
        return Path(home) / ".cache"
    return private_folder(Path(tempfile.gettempdir()) / f"cache-{os.getuid() if hasattr(os, 'getuid') else 'own'}")
