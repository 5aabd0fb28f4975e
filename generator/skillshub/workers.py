"""Share tasks among processes that have everything in memory already (fork), where the system can.

A task is a function without arguments; its result must be picklable. Order of results is order of tasks, whoever did
them. A task that raises ends the whole: the traceback is printed by its process and ``WorkerDied`` raised here.
"""

from __future__ import annotations

import gc
import os
import pickle
import selectors
import struct
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

R = TypeVar("R")
Done = Callable[[int], None]  # called with the number of tasks that were finished since the last call

_NUMBER = struct.Struct("=I")
_MOST = 16_000  # numbers that fit into a pipe (64 KiB) before anyone reads


class WorkerDied(Exception):
    """A process that worked for us ended badly; it has printed why."""


def hands() -> int:
    """How many processes may work at once here."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def share(tasks: Sequence[Callable[[], R]], most: int, done: Done = lambda _count: None) -> list[R]:
    """The result of each task, worked out by up to ``most`` processes."""
    if most < 2 or len(tasks) < 2 or len(tasks) > _MOST or not hasattr(os, "fork"):
        return list(_one_by_one(tasks, done))
    return _shared(tasks, min(most, len(tasks)), done)


def _one_by_one(tasks: Sequence[Callable[[], R]], done: Done) -> Iterator[R]:
    for task in tasks:
        yield task()
        done(1)


def _shared(tasks: Sequence[Callable[[], R]], most: int, done: Done) -> list[R]:
    """Each process takes the next number from a pipe that holds them all, until it is empty."""
    queue, fill = os.pipe()
    os.write(fill, b"".join(map(_NUMBER.pack, range(len(tasks)))))
    os.close(fill)
    sys.stdout.flush()
    sys.stderr.flush()
    gc.freeze()  # what is there now is shared with the children: let nobody's collector touch it
    children = dict(_start(tasks, queue) for _ in range(most))  # where its answers are read -> process
    os.close(queue)
    try:
        return _gathered(children, len(tasks), done)
    finally:
        gc.unfreeze()


def _start(tasks: Sequence[Callable[[], Any]], queue: int) -> tuple[int, int]:
    answers, answer = os.pipe()
    child = os.fork()
    if child:
        os.close(answer)
        return answers, child
    os.close(answers)
    os._exit(_work(tasks, queue, answer))


def _work(tasks: Sequence[Callable[[], Any]], queue: int, answer: int) -> int:
    """The life of a child: it never returns into the program that it was forked from, whatever happens."""
    try:
        with os.fdopen(answer, "wb") as out:
            while number := os.read(queue, _NUMBER.size):
                result = pickle.dumps(tasks[_NUMBER.unpack(number)[0]](), pickle.HIGHEST_PROTOCOL)
                out.write(number + _NUMBER.pack(len(result)) + result)
                out.flush()
    except BaseException:  # noqa: BLE001  # reported, and told to the parent by the exit code
        traceback.print_exc()
        return 1
    return 0


def _gathered(children: dict[int, int], count: int, done: Done) -> list[Any]:
    """Read every child's answers as they come; all children have ended when this returns."""
    results: list[Any] = [None] * count
    buffers = {answers: bytearray() for answers in children}
    with selectors.DefaultSelector() as selector:
        for answers in children:
            selector.register(answers, selectors.EVENT_READ)
        while selector.get_map():
            for ready, _ in selector.select():
                piece = os.read(ready.fd, 1 << 20)
                if not piece:
                    selector.unregister(ready.fd)
                    os.close(ready.fd)
                    continue
                buffers[ready.fd] += piece
                done(_unpacked(buffers[ready.fd], results))
    ends = [os.waitpid(child, 0)[1] for child in children.values()]  # of all of them, before anything is said
    if any(ends):
        raise WorkerDied
    return results


def _unpacked(buffer: bytearray, results: list[Any]) -> int:
    """Move the whole answers at the front of the buffer into the results; how many there were."""
    count, at, head = 0, 0, 2 * _NUMBER.size
    while len(buffer) - at >= head:
        number, size = struct.unpack_from("=II", buffer, at)
        if len(buffer) - at - head < size:
            break
        results[number] = pickle.loads(memoryview(buffer)[at + head : at + head + size])  # noqa: S301  # our own child's
        count, at = count + 1, at + head + size
    del buffer[:at]
    return count
