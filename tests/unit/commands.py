"""The command ``skillshub`` as a person runs it: a process of its own, with its own clock, cache and folder."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

REPO = Path(__file__).parents[2]
_INTERRUPTIBLE = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"  # whoever runs the tests
_COMMAND = [sys.executable, "-c", f"{_INTERRUPTIBLE}; from skillshub.cli import run; run()"]

Ran = subprocess.CompletedProcess[str]


def environment(cache: Path, **more: str) -> dict[str, str]:
    """Nothing of the person who runs the tests, but where Python and the package are."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "VIRTUAL_ENV") if name in os.environ}
    own = {"PYTHONPATH": str(REPO / "generator"), "XDG_CACHE_HOME": str(cache), "PYTHONWARNINGS": "error"}
    return {**kept, **own, **more}


def skillshub(*words: str | Path, folder: Path, cache: Path | None = None, **more: str) -> Ran:
    """Run it to its end."""
    asked = [*_COMMAND, *map(str, words)]
    here = environment(cache or folder.parent / "cache", **more)
    return subprocess.run(asked, cwd=folder, env=here, capture_output=True, text=True, check=False, timeout=120)


def start(*words: str | Path, folder: Path, cache: Path, **more: str) -> subprocess.Popen[str]:
    """Start it, and leave it running; it has a process group of its own."""
    return subprocess.Popen(
        [*_COMMAND, *map(str, words)],
        cwd=folder,
        env=environment(cache, **more),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
