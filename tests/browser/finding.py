"""What journeys through the search share: waiting for results, and reading them."""

from __future__ import annotations

import json

from playwright.sync_api import Page, Route

SETTLED = """query => { const list = document.getElementById('hub-results');
  return list.dataset.settled !== undefined && (query === null || list.dataset.query === query); }"""
SHIFT = """() => new Promise(done => { let sum = 0;
  new PerformanceObserver(list => {
    list.getEntries().forEach(entry => { if (!entry.hadRecentInput) sum += entry.value; });
  }).observe({ type: 'layout-shift', buffered: true });
  setTimeout(() => done(sum), 80); })"""
RESULT = "#hub-results .hub-result__link"


def settled(page: Page, query: str | None = None) -> Page:
    """The page, once results for that query are complete."""
    page.wait_for_function(SETTLED, arg=query)
    return page


def titles(page: Page) -> list[str]:
    return page.locator(RESULT).all_inner_texts()


def listed(page: Page, count: int) -> list[str]:
    """The titles of what is found, once so many are listed."""
    page.wait_for_function(f"count => document.querySelectorAll('{RESULT}').length === count", arg=count)
    return titles(page)


def answered(page: Page, typed: str) -> list[str]:
    """The titles of what is found when that is typed into the finder."""
    page.fill("#hub-find-q", typed)
    return titles(settled(page, typed))


def count_line(page: Page) -> str:
    return page.locator("#hub-find-count").inner_text()


def chips(page: Page) -> list[str]:
    """What is chosen, as it reads."""
    return [" ".join(one.split()) for one in page.locator(".hub-chosen__one").all_inner_texts()]


def opened(page: Page, facet: str) -> None:
    """Open a group of filters, and wait for its choices."""
    page.click(f"details[data-facet={facet}] > summary")
    page.wait_for_selector(f"details[data-facet={facet}] .hub-choice")


def suggested(page: Page) -> list[str]:
    """The suggestions under the box of the header, once they are there."""
    page.wait_for_selector("#hub-q-options:not([hidden]) .hub-option")
    return page.locator("#hub-q-options .hub-option").all_inner_texts()


def loaded(page: Page) -> list[str]:
    """Everything that the page has asked its host for."""
    found: list[str] = json.loads(
        page.evaluate("() => JSON.stringify(performance.getEntriesByType('resource').map(e => e.name))")
    )
    return found


class Gate:
    """Files that wait until it is opened."""

    def __init__(self, page: Page, files: str) -> None:
        self._is_open = False
        self._waiting: list[Route] = []
        page.route(files, self._come)

    def _come(self, route: Route) -> None:
        if self._is_open:
            route.continue_()
        else:
            self._waiting.append(route)

    def open(self) -> None:
        self._is_open = True
        for route in self._waiting:
            route.continue_()
