"""A server that misbehaves in every way that we know, for laws about asking other people's servers.

Raw sockets, since no library for servers would send what these do. The path chooses how; what was asked is kept.
"""

from __future__ import annotations

import socket
import ssl
import struct
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

Behaviour = Callable[["BadServer", socket.socket, str, str], None]


@dataclass
class BadServer:
    """Listens on this machine until it is stopped."""

    context: ssl.SSLContext | None = None
    asked: list[tuple[str, str]] = field(default_factory=list)  # method and path, in order
    heads: list[str] = field(default_factory=list)
    at_once: int = 0  # connections open now
    most_at_once: int = 0
    stopped: threading.Event = field(default_factory=threading.Event)
    listener: socket.socket = field(default_factory=lambda: socket.create_server(("127.0.0.1", 0), backlog=50))
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def port(self) -> int:
        return int(self.listener.getsockname()[1])

    def url(self, path: str) -> str:
        return f"{'https' if self.context else 'http'}://127.0.0.1:{self.port}{path}"

    def run(self) -> None:
        while not self.stopped.is_set():
            with suppress(OSError):
                connection, _ = self.listener.accept()
                threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        with self._lock:
            self.at_once += 1
            self.most_at_once = max(self.most_at_once, self.at_once)
        with suppress(OSError), connection:
            talk = self.context.wrap_socket(connection, server_side=True) if self.context else connection
            head = _head(talk)
            if head:
                method, path, _ = head.split(" ", 2)
                self.asked.append((method, path))
                self.heads.append(head)
                _BEHAVIOUR.get(path.partition("?")[0], _not_found)(self, talk, method, path)
        with self._lock:
            self.at_once -= 1


def _head(talk: socket.socket) -> str:
    got = b""
    while b"\r\n\r\n" not in got:
        more = talk.recv(4096)
        if not more:
            return ""
        got += more
    return got.decode("latin-1")


def _status(line: str, *headers: str, body: bytes = b"") -> Behaviour:
    def behave(_server: BadServer, talk: socket.socket, method: str, _path: str) -> None:
        head = "\r\n".join((f"HTTP/1.1 {line}", *headers, f"Content-Length: {len(body)}", "", ""))
        talk.sendall(head.encode() + (b"" if method == "HEAD" else body))

    return behave


_not_found = _status("404 Not Found")


def _hang(server: BadServer, _talk: socket.socket, _method: str, _path: str) -> None:
    server.stopped.wait(20)


def _reset(_server: BadServer, talk: socket.socket, _method: str, _path: str) -> None:
    talk.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def _close(_server: BadServer, talk: socket.socket, _method: str, _path: str) -> None:
    talk.shutdown(socket.SHUT_RDWR)


def _garbage(_server: BadServer, talk: socket.socket, _method: str, _path: str) -> None:
    talk.sendall(b"\x00\xff\x16\x03 what do you want?\r\n\r\n")


def _endless_head(server: BadServer, talk: socket.socket, _method: str, _path: str) -> None:
    talk.sendall(b"HTTP/1.1 200 OK\r\n")
    while not server.stopped.is_set():
        talk.sendall(b"X-More: " + b"x" * 60_000 + b"\r\n")


def _drip(server: BadServer, talk: socket.socket, _method: str, _path: str) -> None:
    talk.sendall(b"HTTP/1.1 200 OK\r\n")
    while not server.stopped.wait(0.05):
        talk.sendall(b"x")


def _huge(server: BadServer, talk: socket.socket, method: str, _path: str) -> None:
    talk.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n" if method == "GET" else _NO_HEAD)
    while method == "GET" and not server.stopped.is_set():
        talk.sendall(b"x" * 65536)


_NO_HEAD = b"HTTP/1.1 405 Method Not Allowed\r\nContent-Length: 0\r\n\r\n"


def _get_only(_server: BadServer, talk: socket.socket, method: str, _path: str) -> None:
    talk.sendall(_NO_HEAD if method == "HEAD" else b"HTTP/1.1 206 Partial Content\r\nContent-Length: 1\r\n\r\nx")


def _second_time(line: str, *headers: str) -> Behaviour:
    """Well, but only when asked again."""

    def behave(server: BadServer, talk: socket.socket, method: str, path: str) -> None:
        again = sum(asked == path for _, asked in server.asked) > 1
        _status("200 OK" if again else line, *(() if again else headers))(server, talk, method, path)

    return behave


def _on(server: BadServer, talk: socket.socket, method: str, path: str) -> None:
    """Always one further."""
    number = int(path.partition("?")[2] or 0)
    _status("302 Found", f"Location: /on?{number + 1}")(server, talk, method, path)


def _slowly(server: BadServer, talk: socket.socket, method: str, path: str) -> None:
    time.sleep(0.05)
    _status("200 OK")(server, talk, method, path)


_BEHAVIOUR: dict[str, Behaviour] = {
    "/ok": _status("200 OK"),
    "/gone": _status("410 Gone"),
    "/closed": _status("403 Forbidden"),
    "/broken": _status("500 Internal Server Error"),
    "/odd": _status("799 Whatever"),
    "/hang": _hang,
    "/reset": _reset,
    "/close": _close,
    "/garbage": _garbage,
    "/endless-head": _endless_head,
    "/drip": _drip,
    "/huge": _huge,
    "/get-only": _get_only,
    "/busy": _second_time("429 Too Many Requests", "Retry-After: 1"),
    "/always-busy": _status("429 Too Many Requests", "Retry-After: 99999999"),
    "/soon": _second_time("503 Service Unavailable", "Retry-After: Wed, 21 Oct 2099 07:28:00 GMT"),
    "/moved": _status("301 Moved Permanently", "Location: /ok#part"),
    "/circle": _status("302 Found", "Location: circle"),
    "/on": _on,
    "/nowhere": _status("302 Found", "Location: javascript:alert(1)"),
    "/bad-place": _status("302 Found", "Location: http://[::1"),
    "/no-place": _status("302 Found"),
    "/to-file": _status("302 Found", "Location: file:///etc/passwd"),
    "/to-private": _status("302 Found", "Location: http://inside.example/"),
    "/slowly": _slowly,
}


@contextmanager
def running(context: ssl.SSLContext | None = None) -> Iterator[BadServer]:
    server = BadServer(context=context)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.stopped.set()
        with suppress(OSError):  # wakes the one that waits
            socket.create_connection(("127.0.0.1", server.port), timeout=1).close()
        thread.join(2)
        server.listener.close()
