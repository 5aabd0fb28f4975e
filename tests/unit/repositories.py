"""The small hub under git, for laws about changes: commits with a day of their own, branches and clones."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from tests.unit import hubs

_WHO = {
    "GIT_AUTHOR_NAME": "A Partner",
    "GIT_AUTHOR_EMAIL": "partner@example.org",
    "GIT_COMMITTER_NAME": "A Partner",
    "GIT_COMMITTER_EMAIL": "partner@example.org",
    "GIT_AUTHOR_DATE": "2027-01-10T12:00:00Z",
    "GIT_COMMITTER_DATE": "2027-01-10T12:00:00Z",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
}


def git(folder: Path, *words: str) -> str:
    ran = subprocess.run(
        ["git", *words], cwd=folder, env={**os.environ, **_WHO}, check=True, capture_output=True, text=True
    )
    return ran.stdout.strip()


def lay_out(hub: Path, **entries: hubs.Fields) -> Path:
    """The small hub, committed on a branch ``main``; we are on ``change``, which has nothing yet."""
    hubs.lay_out(hub, {**hubs.entries(), **entries})
    git(hub, "init", "--quiet", "--initial-branch=main")
    commit(hub)
    git(hub, "checkout", "--quiet", "-b", "change")
    return hub


def commit(hub: Path, message: str = "A change") -> str:
    git(hub, "add", "--all")
    git(hub, "commit", "--quiet", "--allow-empty", "--message", message)
    return git(hub, "rev-parse", "HEAD")


def clone(hub: Path, folder: Path) -> Path:
    git(hub, "clone", "--quiet", str(hub), str(folder))
    return folder
