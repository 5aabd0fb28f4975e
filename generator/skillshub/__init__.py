"""Skills Hub: from YAML entries to a checked, searchable, multilingual static catalogue."""

from __future__ import annotations

__version__ = "0.1.0"
