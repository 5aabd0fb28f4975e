"""An engine's page in Chromium, as a visitor loads it: what it finds, how soon, and what it loads for that.

Knows engines only as ``engine.Made`` says they are.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import median
from urllib.parse import quote_plus

from playwright.sync_api import Browser, Page, sync_playwright

from tests.bench.search.engine import Made
from tests.bench.search.host import Host, Sent, hosted

_PATIENCE = 120_000  # milliseconds until a page must be there
_WARM = """async (texts) => {
  const times = [];
  for (const text of texts) {
    await window.seek(text);
    await window.seek("");
    const begin = performance.now();
    await window.seek(text);
    times.push(performance.now() - (window.asked ?? begin));
  }
  return times;
}"""
_FACETS = """async (texts) => {
  const times = [];
  for (const text of texts) {
    await window.seek(text);
    times.push(await window.choose(text));
  }
  return times;
}"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Visitor:
    """One page of one engine, kept open, and the host that it came from."""

    browser: Browser
    host: Host
    made: Made
    page: Page

    def find(self, text: str) -> list[str]:
        found: list[str] = self.page.evaluate("(text) => window.seek(text)", text)
        return found

    def warm(self, texts: Sequence[str]) -> list[float]:
        """Milliseconds of each query, the second time that it is asked."""
        times: list[float] = self.page.evaluate(_WARM, list(texts))
        return times

    def facets(self, texts: Sequence[str]) -> float:
        """Milliseconds until the choices of open groups are counted under two filters: the middle of warm queries."""
        times: list[float] = self.page.evaluate(_FACETS, list(texts))
        return median(times)

    def held(self, texts: Iterable[str]) -> float:
        """Milliseconds, at the most, for which the page is not free while any of these is looked for; 0 below 50."""
        times: list[float] = [self.page.evaluate("(text) => window.held(text)", text) for text in texts]
        return max(times)

    def loads(self, text: str) -> list[Sent]:
        """What a first visit loads until the results of a query are shown."""
        context = self.browser.new_context()
        page = context.new_page()
        self.host.forget()
        page.goto(f"{self.host.address}{self.made.start}?q={quote_plus(text)}", timeout=_PATIENCE)
        page.wait_for_selector(f"{self.made.settles}[data-settled]", state="attached", timeout=_PATIENCE)
        sent = list(self.host.sent)
        context.close()
        return sent

    def for_search(self, sent: Iterable[Sent]) -> list[Sent]:
        """Scripts and what they load, but for those of every page, and its style and pictures."""
        return [one for one in sent if one.may_be_for_search and one.path not in self.made.everywhere]


@contextmanager
def chromium() -> Iterator[Browser]:
    path = os.environ.get("SKILLSHUB_CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path)
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def visiting(browser: Browser, made: Made) -> Iterator[Visitor]:
    with hosted(made.folder) as host:
        context = browser.new_context()
        page = context.new_page()
        page.goto(f"{host.address}{made.start}", timeout=_PATIENCE)
        if made.prepare:
            page.evaluate(made.prepare)
        page.wait_for_function("Boolean(window.seek)", timeout=_PATIENCE)
        yield Visitor(browser=browser, host=host, made=made, page=page)
        context.close()
