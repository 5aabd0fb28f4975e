"""Work shared among processes is the same work: results in order, what is raised is raised."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

import pytest

from skillshub.workers import WorkerDied, hands, share


class Unpackable(Exception):
    """An exception that cannot be made again from what it says of itself."""

    def __init__(self, one: str, two: str) -> None:
        super().__init__(one + two)


def fail() -> int:
    raise FileNotFoundError(2, "No such thing", "a-name")


def fail_oddly() -> int:
    raise Unpackable("odd", "ly")


def die() -> int:
    os.kill(os.getpid(), signal.SIGKILL)
    return 0


@pytest.mark.parametrize("most", [1, 2, 5])
def test_results_stand_in_the_order_of_the_tasks(most: int) -> None:
    """Whoever did them, and however large they are."""
    tasks = [partial(bytes, size) for size in (0, 10, 200_000, 3, 70_000, 1)] * 5
    assert share(tasks, most) == [task() for task in tasks]
    assert share([], most) == []


@pytest.mark.parametrize("most", [1, 2])
def test_every_task_is_counted_once(most: int) -> None:
    """Progress comes to the number of tasks, and no further."""
    counted: list[tuple[int, int]] = []
    share([partial(int, "7")] * 20, most, lambda count, every: counted.append((count, every)))
    assert sum(count for count, _ in counted) == 20
    assert {every for _, every in counted} == {20}


@pytest.mark.parametrize("most", [1, 2])
def test_what_a_task_raises_is_raised(most: int) -> None:
    """The very exception, with all that it knows, however many processes there are."""
    tasks: list[Callable[[], int]] = [partial(int, "7"), fail, partial(int, "8")]
    with pytest.raises(FileNotFoundError) as raised:
        share(tasks, most)
    assert raised.value.filename == "a-name"


def test_where_it_was_raised_is_told() -> None:
    """The traceback of the other process comes with the exception."""
    with pytest.raises(FileNotFoundError) as raised:
        share([fail, fail], 2)
    assert "in fail" in "".join(raised.value.__notes__)


def test_an_exception_that_cannot_travel_is_told() -> None:
    """Its words come over, as another exception."""
    with pytest.raises(RuntimeError, match="oddly"):
        share([fail_oddly, fail_oddly], 2)


def test_a_process_that_is_killed() -> None:
    """One sentence, where results would be missing."""
    tasks: list[Callable[[], int]] = [die, partial(int, "1"), partial(int, "2")]
    with pytest.raises(WorkerDied, match="memory"):
        share(tasks, 2)


def children() -> set[str]:
    """The processes that this one has begun, ended ones that nobody waited for among them."""
    found = set()
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):  # gone meanwhile
            parent = int(stat.read_text().rpartition(")")[2].split()[1])  # "7 (a name) S 1 ..."
            found |= {stat.parent.name} if parent == os.getpid() else set()
    return found


def test_nothing_is_left_behind() -> None:
    """No process and no open file stays, whether it went well or not."""
    before = len(list(Path("/proc/self/fd").iterdir())) if Path("/proc/self/fd").exists() else 0
    started = children()  # other tests of the same process may keep a browser
    share([partial(int, "7")] * 9, 3)
    for wrong in (fail, die):
        with pytest.raises((FileNotFoundError, WorkerDied)):
            share([wrong] * 9, 3)
    assert children() == started
    assert before in (0, len(list(Path("/proc/self/fd").iterdir())))


def test_there_is_a_hand() -> None:
    """Somebody does the work."""
    assert hands() >= 1
