"""One request and its answer: a status, or a sentence about what went wrong. At most a kilobyte is read of a page."""

from __future__ import annotations

import os
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException

from skillshub.addresses import Target
from skillshub.links.guarding import NotPublic, public_address
from skillshub.links.manners import Manners

_ENOUGH = 1024  # bytes of a page


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What came of one request."""

    status: int = 0  # 0: there was no answer
    location: str = ""  # where it sends us
    wait: float | None = None  # seconds for which it asks us to wait
    fault: str = ""  # why there was no answer
    may_pass: bool = False  # a fault that may be gone in a minute


def ask(method: str, target: Target, manners: Manners) -> Reply:
    """Ask once. Whatever the other side does is a reply, never an exception."""
    try:
        return _reply(method, target, manners)
    except NotPublic as private:
        return Reply(fault=str(private))
    except ssl.SSLCertVerificationError as error:
        return Reply(fault=f"its certificate does not hold: {error.verify_message}")
    except (OSError, HTTPException, ValueError) as error:
        words = next(words for kind, words in _WORDS if isinstance(error, kind))
        return Reply(fault=words.format(name=type(error).__name__), may_pass=True)


_WORDS: tuple[tuple[type[Exception], str], ...] = (  # the first that fits
    (ssl.SSLError, "no encrypted connection"),
    (socket.gaierror, "there is no such host"),
    (TimeoutError, "no answer in time"),
    (HTTPException, "no sensible answer ({name})"),
    (Exception, "no connection ({name})"),
)


def _reply(method: str, target: Target, manners: Manners) -> Reply:
    address = public_address(target.host, target.port, manners)
    connection = HTTPConnection(target.host, target.port, timeout=manners.timeout)
    plain = socket.create_connection((address, target.port), timeout=manners.timeout)
    try:
        with _at_most(manners.longest, plain) as late:
            return _unless_late(late, lambda: _answer(method, target, _over(connection, plain, target), manners))
    finally:
        connection.close()
        plain.close()


def _unless_late(late: threading.Event, answer: Callable[[], Reply]) -> Reply:
    """A connection that we broke off ends as if the other side had said all."""
    try:
        reply = answer()
    except (OSError, HTTPException, ValueError):
        if late.is_set():
            raise TimeoutError from None
        raise
    if late.is_set():
        raise TimeoutError
    return reply


def _over(connection: HTTPConnection, plain: socket.socket, target: Target) -> HTTPConnection:
    connection.sock = _encrypted(plain, target) if target.encrypted else plain
    return connection


def _encrypted(plain: socket.socket, target: Target) -> socket.socket:
    return ssl.create_default_context().wrap_socket(plain, server_hostname=target.host)


def _answer(method: str, target: Target, connection: HTTPConnection, manners: Manners) -> Reply:
    headers = {"User-Agent": manners.agent, "Accept": "*/*", "Connection": "close"}
    if method == "GET":
        headers["Range"] = f"bytes=0-{_ENOUGH - 1}"
    connection.request(method, target.path, headers=headers)
    response = connection.getresponse()
    location, wait = response.headers.get("Location") or "", _seconds(response.headers.get("Retry-After"))
    if method == "GET":
        response.read(_ENOUGH)
    return Reply(status=response.status, location=location, wait=wait)


def _seconds(text: str | None) -> float | None:
    """Retry-After in seconds; where it names a day, we come back another night anyway."""
    return float(text) if text and text.isascii() and text.isdigit() and len(text) < 9 else None


@contextmanager
def _at_most(seconds: float, connection: socket.socket) -> Iterator[threading.Event]:
    """Break a connection off that keeps us busy, a byte now and then; the event says whether that happened."""
    late = threading.Event()
    watch = threading.Timer(seconds, _break_off, (connection.fileno(), late))
    watch.daemon = True
    watch.start()
    try:
        yield late
    finally:
        watch.cancel()
        watch.join()  # or it would break off whatever has that number next


def _break_off(number: int, late: threading.Event) -> None:
    """By its number: a connection that was encrypted since belongs to another object."""
    late.set()
    with suppress(OSError), socket.socket(fileno=os.dup(number)) as same:
        same.shutdown(socket.SHUT_RDWR)
