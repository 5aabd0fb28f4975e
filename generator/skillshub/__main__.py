"""``python -m skillshub``: the same as the command ``skillshub``."""

from __future__ import annotations

from skillshub.cli import run

run()
