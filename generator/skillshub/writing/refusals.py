"""Why something cannot be written: sentences for the person who asked, no tracebacks. Writes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class CannotWrite(Exception):
    """The disk, or what lies there, does not allow it; the text says why, and what to do."""


class TwoFilesOneAddress(CannotWrite):
    """Two outputs claim one path, or two that some file system cannot tell apart."""


class SiteIsBeingWritten(CannotWrite):
    """Another build is writing this site at the moment."""


@contextmanager
def refusing(what: str, where: Path) -> Iterator[None]:
    """Whatever the system refuses meanwhile is told in one sentence. Never put around code that only computes."""
    try:
        yield
    except OSError as error:
        raise CannotWrite(f"{what} cannot be written to {where}: {_reason(error)}.") from error


def _reason(error: OSError) -> str:
    reason = error.strerror or type(error).__name__
    return reason[:1].lower() + reason[1:]
