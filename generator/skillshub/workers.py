"""Share tasks among processes that have everything in memory already (fork), where the system can.

A task is a function without arguments; its result must be picklable. Order of results is order of tasks, whoever did
them. What a task raises is raised here, as if it had been done by one process, and the others stop.
"""

from __future__ import annotations

import ctypes
import gc
import os
import pickle
import selectors
import signal
import struct
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import Any, TypeVar

R = TypeVar("R")
Done = Callable[
    [int, int], None
]  # called with how many tasks were finished since the last call, and how many there are

_NUMBER = struct.Struct("=I")
_NO_NUMBER = (1 << 32) - 1
_FAILED = _NUMBER.pack(_NO_NUMBER)  # stands where the number of a task would, before what it raised
_MISSING = object()
_MOST = 16_000  # numbers that fit into a pipe (64 KiB) before anyone reads


class WorkerDied(Exception):
    """A process that worked for us was ended from outside."""


def hands() -> int:
    """How many processes may work at once here."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def share(tasks: Sequence[Callable[[], R]], most: int, done: Done = lambda _count, _all: None) -> list[R]:
    """The result of each task, worked out by up to ``most`` processes."""
    if most < 2 or len(tasks) < 2 or len(tasks) > _MOST or not hasattr(os, "fork"):
        return list(_one_by_one(tasks, done))
    return _shared(tasks, min(most, len(tasks)), done)


def _one_by_one(tasks: Sequence[Callable[[], R]], done: Done) -> Iterator[R]:
    for task in tasks:
        yield task()
        done(1, len(tasks))


def _shared(tasks: Sequence[Callable[[], R]], most: int, done: Done) -> list[R]:
    """Each process takes the next number from a pipe that holds them all, until it is empty."""
    queue, fill = os.pipe()
    os.write(fill, b"".join(map(_NUMBER.pack, range(len(tasks)))))
    os.close(fill)
    sys.stdout.flush()
    sys.stderr.flush()
    _give_back()
    gc.freeze()  # what is there now is shared with the children: let nobody's collector touch it
    children: dict[int, int] = {}  # where its answers are read -> process
    try:
        for _ in range(most):
            answers, child = _start(tasks, queue)
            children[answers] = child
        return _gathered(list(children), len(tasks), done)
    except BaseException:
        for child in children.values():
            os.kill(child, signal.SIGKILL)
        raise
    finally:
        os.close(queue)
        for answers, child in children.items():
            os.close(answers)
            os.waitpid(child, 0)
        gc.unfreeze()


def _give_back() -> None:
    """Let the system have what was freed meanwhile: of large tables, the C library (glibc) keeps tens of megabytes."""
    with suppress(OSError, AttributeError):  # another library gives it back by itself, or not at all
        ctypes.CDLL(None).malloc_trim(0)


def _start(tasks: Sequence[Callable[[], Any]], queue: int) -> tuple[int, int]:
    answers, answer = os.pipe()
    child = os.fork()
    if child:
        os.close(answer)
        return answers, child
    code = 1
    try:  # a child never returns into the program that it was forked from, whatever happens
        os.close(answers)
        code = _work(tasks, queue, answer)
    finally:
        os._exit(code)  # without a word: the parent tells, or is gone


def _work(tasks: Sequence[Callable[[], Any]], queue: int, answer: int) -> int:
    """The life of a child: task after task, until there is none or one fails."""
    with os.fdopen(answer, "wb") as out:
        while number := os.read(queue, _NUMBER.size):
            try:
                failed, result = False, pickle.dumps(tasks[_NUMBER.unpack(number)[0]](), pickle.HIGHEST_PROTOCOL)
            except Exception as error:  # noqa: BLE001 - raised again by the parent
                failed, result = True, _packed(error)
            out.write((_FAILED if failed else number) + _NUMBER.pack(len(result)) + result)
            out.flush()
            if failed:
                return 1
    return 0


def _packed(error: Exception) -> bytes:
    """An exception on its way to the parent, with the place where it was raised."""
    trace = "".join(traceback.format_exception(error))
    try:
        packed = pickle.dumps((error, trace))
        pickle.loads(packed)  # noqa: S301 - our own; some exceptions can be packed but not unpacked
    except Exception:  # noqa: BLE001 - whatever it is, its text is left
        return pickle.dumps((RuntimeError(str(error)), trace))
    return packed


def _gathered(children: Sequence[int], count: int, done: Done) -> list[Any]:
    """Read every child's answers as they come, until each has told all."""
    results: list[Any] = [_MISSING] * count
    buffers = {answers: bytearray() for answers in children}
    with selectors.DefaultSelector() as selector:
        for answers in children:
            selector.register(answers, selectors.EVENT_READ)
        while selector.get_map():
            for ready, _ in selector.select():
                piece = os.read(ready.fd, 1 << 20)
                if not piece:
                    selector.unregister(ready.fd)
                    continue
                buffers[ready.fd] += piece
                done(_unpacked(buffers[ready.fd], results), count)
    if any(result is _MISSING for result in results):
        raise WorkerDied("A process that worked on the build was ended from outside: is there too little memory?")
    return results


def _unpacked(buffer: bytearray, results: list[Any]) -> int:
    """Move the whole answers at the front of the buffer into the results; how many there were."""
    count, at, head = 0, 0, 2 * _NUMBER.size
    while len(buffer) - at >= head:
        number, size = struct.unpack_from("=II", buffer, at)
        if len(buffer) - at - head < size:
            break
        told = pickle.loads(bytes(memoryview(buffer)[at + head : at + head + size]))  # noqa: S301 - our own child's
        if number == _NO_NUMBER:
            raise _raised(*told)
        results[number] = told
        count, at = count + 1, at + head + size
    del buffer[:at]
    return count


def _raised(error: Exception, trace: str) -> Exception:
    error.add_note(f"Raised in a process that worked for this one:\n{trace}")
    return error
