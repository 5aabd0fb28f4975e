"""Why a file is not imported at all: sentences for the person who asked."""

from __future__ import annotations


class CannotImport(Exception):
    """The file cannot be read, or it is not safe to; the text says why, and what to do."""
