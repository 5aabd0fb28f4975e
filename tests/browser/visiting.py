"""A visitor: a browser page that remembers everything that should not have happened while it was open."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin

from playwright.sync_api import Browser, Dialog, Page, Request

PHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 900}
NARROW = {"width": 320, "height": 640}  # what is left of 1280 pixels when everything is four times as large


@dataclass
class Visitor:
    """One person with one browser window. ``noise`` is empty as long as all is well."""

    page: Page
    root: str
    noise: list[str] = field(default_factory=list)

    def open(self, path: str) -> Page:
        self.page.goto(urljoin(self.root, path), wait_until="load")
        return self.page

    def follow(self, link: str) -> None:
        """Along a link, until all is there that it leads to: of a page on its way, nothing can be counted."""
        with self.page.expect_event("load"):
            self.page.click(link)

    @property
    def path(self) -> str:
        """Where the visitor is, below the root."""
        return self.page.url.removeprefix(self.root)

    def listen(self) -> None:
        page = self.page
        page.on("console", lambda message: self._hear(f"console {message.type}: {message.text}"))
        page.on("pageerror", lambda error: self._hear(f"error: {error}"))
        page.on("requestfailed", lambda request: None if _left(request) else self._hear(f"failed: {request.url}"))
        page.on("response", lambda reply: self._hear(f"{reply.status}: {reply.url}") if reply.status >= 400 else None)
        page.on(
            "request", lambda request: None if self._is_ours(request.url) else self._hear(f"foreign: {request.url}")
        )
        page.on("dialog", self._refuse)

    def _is_ours(self, address: str) -> bool:
        return address.startswith((self.root, "data:"))

    def _hear(self, what: str) -> None:
        self.noise.append(f"{self.path or '/'} {what}")

    def _refuse(self, dialog: Dialog) -> None:
        self._hear(f"dialog: {dialog.message}")
        dialog.dismiss()


def _left(request: Request) -> bool:
    """Whoever goes on before the icon of the tab has come lets go of it: no fault of the site."""
    return request.failure == "net::ERR_ABORTED"


@contextmanager
def visiting(browser: Browser, root: str, **manner: Any) -> Iterator[Visitor]:
    """A visitor with a browser profile of their own: nothing remembered, nothing cached."""
    context = browser.new_context(**{"viewport": DESK, **manner})
    context.set_default_timeout(12_000)
    visitor = Visitor(context.new_page(), root)
    visitor.listen()
    try:
        yield visitor
    finally:
        context.close()
