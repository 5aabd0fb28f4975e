"""How far a build is: a bar for a person at a terminal, plain lines for a log."""

from __future__ import annotations

from types import TracebackType
from typing import IO, Self

_WIDTH = 24  # characters of the bar
_LONG = 1000  # a stage with fewer steps is over before anybody could read of it in a log


class Progress:
    """Told how far a stage of the build is, it tells the stream."""

    def __init__(self, stream: IO[str]) -> None:
        self._stream = stream
        self._bar = stream.isatty()
        self._done: dict[str, int] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar and self._done:
            self._stream.write("\r\x1b[K")

    def tell(self, stage: str, count: int, every: int) -> None:
        """A stage ("read", "write") is ``count`` steps further, of ``every`` steps in all."""
        before = self._done.get(stage, 0)
        now = self._done[stage] = before + count
        if self._bar:
            full = _WIDTH * now // max(1, every)
            self._stream.write(f"\r\x1b[K{stage:5} [{'#' * full:.<{_WIDTH}}] {now} of {every}")
            self._stream.flush()
        elif every >= _LONG and 4 * before // every != 4 * now // every:
            self._stream.write(f"{stage}: {now} of {every}\n")
