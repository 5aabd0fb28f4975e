"""A forge that is a bare repository, clones of it, and the scripts of the workflows, run as a workflow runs them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.unit.commands import REPO, environment
from tests.unit.hubs import put

Ran = subprocess.CompletedProcess[str]


class Play:
    """The repositories of a play, and the commands that are run in them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.forge = folder / "forge.git"
        self.bin = folder / "bin"
        program = "from skillshub.cli import run; run()"
        put(self.bin, "skillshub", f'#!/bin/sh\nexec {sys.executable} -c "{program}" "$@"\n').chmod(0o755)

    def run(self, *words: str, at: Path, **more: str) -> Ran:
        path = f"{self.bin}{os.pathsep}{os.environ['PATH']}"
        here = environment(self.folder / "cache", **{"HOME": str(self.folder), "PATH": path, **_NAMED, **more})
        return subprocess.run(words, cwd=at, env=here, capture_output=True, text=True, check=False, timeout=120)

    def git(self, *words: str, at: Path) -> str:
        ran = self.run("git", *words, at=at)
        assert ran.returncode == 0, ran.stderr
        return ran.stdout.strip()

    def script(self, name: str, *words: str, at: Path, **more: str) -> Ran:
        """A script of ``.ci``, as the workflows run it."""
        return self.run("sh", str(REPO / ".ci" / name), *words, at=at, **more)

    def clone(self, name: str) -> Path:
        self.git("clone", "--quiet", str(self.forge), name, at=self.folder)
        return self.folder / name

    def commit(self, at: Path, message: str) -> str:
        self.git("add", "--all", at=at)
        self.git("commit", "--quiet", "--message", message, at=at)
        return self.git("rev-parse", "HEAD", at=at)


_NAMED = {
    "GIT_AUTHOR_NAME": "Robin", "GIT_AUTHOR_EMAIL": "robin@example.org",
    "GIT_COMMITTER_NAME": "Robin", "GIT_COMMITTER_EMAIL": "robin@example.org",
    "GIT_CONFIG_NOSYSTEM": "1", "SOURCE_DATE_EPOCH": "1800000000",  # 2027-01-15
}  # fmt: skip
