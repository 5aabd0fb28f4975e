"""How far a build is: a bar for a person at a terminal, plain lines for a log."""

from __future__ import annotations

from types import TracebackType
from typing import IO, Self

_STEP = 2000  # files between two lines of a log


class Progress:
    """Told how many files are done, it tells the stream."""

    def __init__(self, stream: IO[str]) -> None:
        self._stream = stream
        self._bar = stream.isatty()
        self._counts: dict[str, int] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar and self._counts:
            self._stream.write("\r\x1b[K")

    def tell(self, stage: str, count: int) -> None:
        before = self._counts.get(stage, 0)
        self._counts[stage] = before + count
        if self._bar:
            told = "  ".join(f"{name} {number}" for name, number in self._counts.items())
            self._stream.write(f"\r\x1b[K{told}")
            self._stream.flush()
        elif before // _STEP != (before + count) // _STEP:
            self._stream.write(f"{stage}: {before + count} files\n")
