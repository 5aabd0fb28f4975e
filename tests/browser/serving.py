"""A static host for the browser tests: a folder, served on this machine at the root and below other paths too.

It adds nothing to what it serves, and what is missing is the site's own 404 page, as on a real host.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

BELOW = "/previews/of a friend/42/"
"""A path as a preview would have it. All links of a site are relative, so it must work here as well as at the root."""


class _Host(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments: Any, instead: Mapping[str, bytes] | None, **named: Any) -> None:
        self.instead = instead
        super().__init__(*arguments, **named)

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        body = (self.instead or {}).get(path)
        if body is None:
            super().do_GET()
            return
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(f"{path}index.html" if path.endswith("/") else path))
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def end_headers(self) -> None:
        if self.instead is not None and ".js" in self.path:
            self.send_header("Cache-Control", "max-age=86400")
        super().end_headers()

    def translate_path(self, path: str) -> str:
        prefix = BELOW.replace(" ", "%20")
        return super().translate_path("/" + path.removeprefix(prefix) if path.startswith(prefix) else path)

    def log_message(self, *_arguments: object) -> None:
        """A test run is no log file."""


@contextmanager
def served(site: Path, instead: Mapping[str, bytes] | None = None) -> Iterator[str]:
    """The address of the site's root, with a slash at its end.

    ``instead``: what some paths give as long as they stand there; browsers may then keep scripts for a day, as with
    many hosts.
    """
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Host, directory=str(site), instead=instead)) as host:
        thread = threading.Thread(target=host.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{host.server_port}/"
        finally:
            host.shutdown()
            thread.join()
