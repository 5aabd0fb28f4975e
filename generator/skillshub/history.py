"""What git knows of a hub: which commit a name means, what has changed since, and what files held then.

The one room that runs another program. It only reads, and believes nothing that a change could have set: no hooks, no
filters, no external diff.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NamedTuple

_TIMEOUT = 120  # seconds; a repository that takes longer is broken
_AS_NAMES = ("--name-status", "-z", "--no-ext-diff", "--no-textconv")
_REGULAR = ("100644", "100755")


class NoHistory(Exception):
    """Git is not there, or does not know what it was asked for; the text says so, and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What became of one file of the hub."""

    how: Literal["added", "modified", "renamed", "deleted"]
    path: str  # as it is called now; of a deleted file, as it was called
    before: str = ""  # of a renamed file: as it was called


_HOW: dict[str, Literal["added", "modified", "renamed", "deleted"]] = {
    "A": "added",
    "D": "deleted",
    "R": "renamed",
    "C": "added",
}


def commit_of(hub: Path, revision: str) -> str:
    """The id of the commit that a name means (main, origin/main, HEAD~3, an id)."""
    ran = _git(hub, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if ran.returncode:
        raise NoHistory(f"git knows no commit {revision!r} here: fetch it first (in a workflow: fetch-depth: 0).")
    return ran.stdout.decode().strip()


def where_they_part(hub: Path, one: str, other: str) -> str:
    """The newest commit that both come from."""
    ran = _git(hub, "merge-base", commit_of(hub, one), commit_of(hub, other))
    if ran.returncode:
        raise NoHistory(f"{one} and {other} have no commit in common: fetch more of them (fetch-depth: 0).")
    return ran.stdout.decode().strip()


def comes_before(hub: Path, one: str, other: str) -> bool:
    """Whether the first commit is the other, or one that the other was made from."""
    ran = _git(hub, "merge-base", "--is-ancestor", commit_of(hub, one), commit_of(hub, other))
    if ran.returncode > 1:
        raise NoHistory(f"git cannot compare {one} with {other}: {_last_line(ran.stderr)}.")
    return ran.returncode == 0


def changes_since(hub: Path, commit: str) -> tuple[Change, ...]:
    """Every file of the hub that is not as it was, by path: committed, staged, or only edited."""
    told = _texts(_said(hub, "diff", *_AS_NAMES, "--find-renames", "--relative", commit, "--"))
    new = _texts(_said(hub, "ls-files", "--others", "--exclude-standard", "-z"))
    every = [*_changes(told), *(Change(how="added", path=path) for path in new)]
    return tuple(sorted(every, key=lambda change: change.path))


def _changes(words: Iterator[str]) -> Iterator[Change]:
    for status in words:
        how = _HOW.get(status[0], "modified")
        before = next(words) if status[0] in "RC" else ""
        yield Change(how=how, path=next(words), before=before if how == "renamed" else "")


class _Blob(NamedTuple):
    path: str
    name: str


def files_at(hub: Path, commit: str, below: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """The regular files that the hub held at a commit in these folders (or under these names), with their bytes."""
    listed = _texts(_said(hub, "ls-tree", "-r", "-z", commit, "--", *below))
    blobs = [_Blob(path, head.split()[2]) for head, path in (one.split("\t", 1) for one in listed) if _is_file(head)]
    asked = "".join(f"{blob.name}\n" for blob in blobs).encode()
    told = memoryview(_said(hub, "cat-file", "--batch", given=asked))
    for blob in blobs:
        head, told = _up_to_line(told)
        size = int(head.split()[2])
        yield blob.path, bytes(told[:size])
        told = told[size + 1 :]


def _is_file(head: str) -> bool:
    return head.split(maxsplit=1)[0] in _REGULAR


def _up_to_line(told: memoryview) -> tuple[str, memoryview]:
    head = bytes(told[:200]).split(b"\n", 1)[0]
    return head.decode(), told[len(head) + 1 :]


def _texts(told: bytes) -> Iterator[str]:
    return (os.fsdecode(one) for one in told.split(b"\0") if one)


def _said(hub: Path, *words: str, given: bytes = b"") -> bytes:
    ran = _git(hub, *words, given=given)
    if ran.returncode:
        raise NoHistory(f"git {words[0]} failed: {_last_line(ran.stderr)}.")
    return ran.stdout


def _last_line(told: bytes) -> str:
    return os.fsdecode(told).strip().rpartition("\n")[2].removeprefix("fatal: ").rstrip(".") or "it does not say why"


def _git(hub: Path, *words: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    quiet = ("-c", "core.fsmonitor=false", "-c", "core.hooksPath=", "-c", "core.quotePath=false")
    here = {**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"}
    asked: Iterable[str] = ("git", *quiet, *words)
    try:
        return subprocess.run(  # noqa: S603 - no shell, and no word of it begins with what a stranger wrote
            list(asked), cwd=hub, env=here, input=given, capture_output=True, check=False, timeout=_TIMEOUT
        )
    except FileNotFoundError as missing:
        raise NoHistory("The command git is not there: install it.") from missing
    except subprocess.TimeoutExpired as late:
        raise NoHistory(f"git {words[0]} did not end within {_TIMEOUT} seconds.") from late
