"""What a command costs: seconds on the clock, seconds of processor, memory, of it and of everything that it starts.

Linux only. Knows nothing of hubs or Hugo.
"""

from __future__ import annotations

import ctypes
import os
import re
import subprocess
import tempfile
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Self

_ADOPT_ORPHANS = 36  # prctl(PR_SET_CHILD_SUBREAPER): also what outlives its parent is waited for, and counted
_PSS = re.compile(r"^Pss:\s+(\d+) kB", re.MULTILINE)


class Failed(Exception):
    """The command did not do its work, so its seconds say nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    wall: float  # seconds
    cpu: float  # seconds of all processes together
    largest: float = 0.0  # MB resident in the largest process
    together: float = 0.0  # MB of all processes, shared pages counted once; 0 where not looked at

    @classmethod
    def middle(cls, costs: Sequence[Self]) -> Self:
        return cls(
            wall=median(cost.wall for cost in costs),
            cpu=median(cost.cpu for cost in costs),
            largest=max(cost.largest for cost in costs),
            together=max(cost.together for cost in costs),
        )


def cost_of(
    command: Sequence[str],
    environment: Mapping[str, str] | None = None,
    *,
    watch: bool = False,
    accept: Iterable[int] = (0,),
) -> Cost:
    """Run it once. Watching its memory takes processor time of its own, so a watched run is not for the clock."""
    ctypes.CDLL(None).prctl(_ADOPT_ORPHANS, 1, 0, 0, 0)
    begin = time.perf_counter()
    with (
        tempfile.TemporaryFile() as told,  # a pipe would be full before anyone reads it
        subprocess.Popen(
            command, env={**os.environ, **(environment or {})}, stdout=told, stderr=subprocess.STDOUT
        ) as process,
    ):
        together = _highest(process.pid) if watch else 0.0
        cpu, largest, code = _wait_for_all(process.pid)
        process.returncode = code
        told.seek(0)
        said = told.read()
    if code not in accept:
        raise Failed(f"{' '.join(command)} ended with {code}:\n{said.decode(errors='replace')[-3000:]}")
    return Cost(wall=time.perf_counter() - begin, cpu=cpu, largest=largest, together=together)


def _wait_for_all(first: int) -> tuple[float, float, int]:
    """Processor seconds of all children, memory of the largest, and how the first one ended."""
    cpu, largest, code = 0.0, 0.0, -1
    while True:
        try:
            pid, status, used = os.wait4(-1, 0)
        except ChildProcessError:
            return cpu, largest, code
        cpu += used.ru_utime + used.ru_stime
        largest = max(largest, used.ru_maxrss / 1024)
        code = os.waitstatus_to_exitcode(status) if pid == first else code


def _highest(first: int) -> float:
    """The most memory that it and its descendants held at one moment, looked at twenty times a second."""
    highest = 0.0
    while _alive(first):
        highest = max(highest, sum(_proportional(pid) for pid in _family(first)))
        time.sleep(0.05)
    return highest


def _alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def _family(first: int) -> Iterable[int]:
    yield first
    for thread in Path(f"/proc/{first}/task").glob("*/children"):
        try:
            children = thread.read_text(encoding="ascii").split()
        except OSError:
            continue
        for child in children:
            yield from _family(int(child))


def _proportional(pid: int) -> float:
    try:
        found = _PSS.search(Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii"))
    except OSError:
        return 0.0
    return int(found[1]) / 1024 if found else 0.0
