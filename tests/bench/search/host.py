"""A static host for the bench: serves a folder as such hosts do, and counts what goes over the wire.

Text is packed with gzip at level 6, as a host packs it; what is packed already goes as it is. Counted are the bytes
of bodies; a missing file counts as a request without bytes. Knows no engine.
"""

from __future__ import annotations

import gzip
import mimetypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

_PACKED_ON_THE_WAY = {".html", ".js", ".mjs", ".css", ".json", ".svg", ".xml", ".txt", ".wasm"}
_OF_ANY_PAGE = {".html", ".css", ".svg", ".png", ".ico", ".woff2"}
_TYPES = {".mjs": "text/javascript", ".js": "text/javascript", ".wasm": "application/wasm"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    path: str
    bytes: int

    @property
    def may_be_for_search(self) -> bool:
        """A script, or what one loads."""
        return Path(self.path).suffix not in _OF_ANY_PAGE


@dataclass(slots=True)
class Host:
    """One folder on one port, and what it has sent since it was last asked to forget."""

    folder: Path
    address: str = ""
    sent: list[Sent] = field(default_factory=list)
    packed: dict[Path, bytes] = field(default_factory=dict)

    def forget(self) -> None:
        self.sent.clear()

    def body_of(self, path: Path) -> bytes:
        if path not in self.packed:
            whole = path.read_bytes()
            packs = path.suffix in _PACKED_ON_THE_WAY
            self.packed[path] = gzip.compress(whole, 6, mtime=0) if packs else whole
        return self.packed[path]


class _Answer(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, host: Host, *arguments: Any) -> None:
        self.host = host
        super().__init__(*arguments)

    def do_GET(self) -> None:
        asked = unquote(urlsplit(self.path).path)
        path = self.host.folder / asked.lstrip("/")
        path = path / "index.html" if asked.endswith("/") else path
        if not path.is_file():
            self._answer(HTTPStatus.NOT_FOUND, path, b"")
            return
        self._answer(HTTPStatus.OK, path, self.host.body_of(path))

    def _answer(self, status: HTTPStatus, path: Path, body: bytes) -> None:
        self.host.sent.append(Sent(path=str(path.relative_to(self.host.folder)), bytes=len(body)))
        kind = _TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")  # as GitHub Pages says
        if body and path.suffix in _PACKED_ON_THE_WAY:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Nobody reads a log of the bench."""


@contextmanager
def hosted(folder: Path) -> Iterator[Host]:
    host = Host(folder)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Answer, host))
    server.daemon_threads = True
    host.address = f"http://127.0.0.1:{server.server_port}/"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield host
    finally:
        server.shutdown()
        server.server_close()
