"""Show a hub in a browser while it is edited: every edit builds, every build reloads, problems stand on the page.

For one person on their own machine: it listens on this machine only, and puts its script into pages as they are sent,
never into the files.
"""

from __future__ import annotations

import gc
import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import click
from watchfiles import watch

from skillshub import reporting, workers
from skillshub.build import Built, Terms, build
from skillshub.docs_engine import DocsBroken
from skillshub.memory import Memory
from skillshub.writing import CannotWrite

_OURS = "/__skillshub/"  # addresses of the server itself: no entry and no page can have them
_SCRIPT = Path(__file__).parent / "theme" / "serve.js"
_NEAR = ("localhost", "127.0.0.1", "[::1]")
_WATCHED = ("content", "docs", "overrides", "mkdocs.yml")


class PortTaken(Exception):
    """Another program listens there, or this one may not."""


@dataclass
class News:
    """What the browsers are told after each build."""

    version: int = 0
    report: str = ""  # the problems as text; empty when there are none
    changed: threading.Condition = field(default_factory=threading.Condition)

    def tell(self, report: str) -> None:
        with self.changed:
            self.version += 1
            self.report = report
            self.changed.notify_all()

    def after(self, version: int) -> tuple[int, str]:
        """The news that follow a version; waits for them, but not for ever: a silent line is taken for dead."""
        with self.changed:
            self.changed.wait_for(lambda: self.version != version, timeout=15)
            return self.version, self.report


class Handler(SimpleHTTPRequestHandler):
    """A static server that also tells of builds. Errors of the site look as they will on its host."""

    def __init__(self, *arguments: object, news: News, site: Path) -> None:
        self.news, self.site = news, site
        super().__init__(*arguments, directory=str(site))  # type: ignore[arg-type]  # request, address, server

    def do_GET(self) -> None:
        own = {f"{_OURS}news": self._stream, f"{_OURS}serve.js": self._script}
        if self._is_from_near():
            own.get(self.path, self._page)()

    def do_HEAD(self) -> None:
        if self._is_from_near():
            super().do_HEAD()

    def _is_from_near(self) -> bool:
        """Only pages of this very server may read it: another site can have its name lead to this machine."""
        near = self.headers.get("Host", "").rsplit(":", 1)[0] in _NEAR
        if not near:
            self.send_error(403, "This server is for this machine only")
        return near

    def _script(self) -> None:
        self._send(200, "text/javascript", _SCRIPT.read_bytes())

    def _page(self) -> None:
        path = Path(self.translate_path(self.path))
        if path.is_dir() and self.path.partition("?")[0].endswith("/"):
            path /= "index.html"
        if path.suffix == ".html" and path.is_file():
            self._send(200, "text/html; charset=utf-8", _with_script(path.read_bytes()))
        elif path.exists():
            super().do_GET()
        else:
            missing = self.site / "404.html"
            body = missing.read_bytes() if missing.is_file() else b"<!doctype html><body>Not found</body>"
            self._send(404, "text/html; charset=utf-8", _with_script(body))

    def _stream(self) -> None:
        """Server-sent events, until the browser goes away."""
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        version = -1
        try:
            while True:
                version, report = self.news.after(version)
                message = json.dumps({"version": version, "report": report})
                self.wfile.write(f"data: {message}\n\n".encode())
                self.wfile.flush()
        except (BrokenPipeError, ConnectionResetError):
            return

    def _send(self, status: int, kind: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_arguments: object) -> None:
        """Quiet: what matters is what the build says."""


def _with_script(page: bytes) -> bytes:
    return page.replace(b"</body>", f'<script src="{_OURS}serve.js"></script></body>'.encode(), 1)


def serve(hub: Path, port: int, today: date, memory: Memory) -> None:
    """Serve until interrupted."""
    gc.enable()
    site = memory.folder / "served"
    news = News()
    _told(build(hub, site, today, memory=memory, hands=workers.hands(), terms=Terms(keep_going=True)), news)
    with _listening(port, news, site) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        click.echo(f"http://127.0.0.1:{server.server_address[1]}/  (Ctrl+C ends)", err=True)
        try:
            for _ in _edits(hub):
                # What stands stays on show while an entry is broken: the problems are shown over it.
                _build_again(hub, site, today, memory, news)
        except KeyboardInterrupt:
            click.echo("", err=True)


def _listening(port: int, news: News, site: Path) -> ThreadingHTTPServer:
    try:
        return ThreadingHTTPServer(("127.0.0.1", port), partial(Handler, news=news, site=site))
    except OSError as refused:
        raise PortTaken(f"Port {port} cannot be used ({refused.strerror}): choose another with --port.") from refused


def _build_again(hub: Path, site: Path, today: date, memory: Memory, news: News) -> None:
    """A hub that cannot be built at the moment is news, too: its next edit may mend it."""
    try:
        _told(build(hub, site, today, memory=memory), news)
    except (DocsBroken, CannotWrite) as broken:
        news.tell(str(broken))
        click.echo(str(broken), err=True)


def _edits(hub: Path) -> Iterator[object]:
    yield from watch(*(hub / name for name in _WATCHED if (hub / name).exists()), debounce=200, step=50)


def _told(built: Built, news: News) -> None:
    problems = [one for one in built.problems if one.severity == "error"]
    news.tell(reporting.report(problems, "text", checked=len(built.checked.files)) if problems else "")
    told = reporting.summary(built.problems, len(built.checked.files))
    changed = f", {built.outcome.rendered} files new" if built.outcome else ", the site that stood there stands"
    click.echo(told + changed, err=True)
