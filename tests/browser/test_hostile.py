"""Readers of a hub whose entries attack them: they see text, and nothing runs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Route

from skillshub.build import build
from tests.browser.conftest import TODAY
from tests.browser.finding import opened, settled, titles
from tests.browser.hostile import LONG, NAME, TRICKS, plant
from tests.browser.serving import served
from tests.browser.visiting import DESK, NARROW, visiting

HARMED = """() => ({
  ran: typeof __pwned !== 'undefined',
  planted: document.querySelectorAll(
    '[onerror], [onload], [onclick], [onmouseover], iframe, main :is(style, img)' +
    ', [href^="javascript:"], [href^="data:"]'
  ).length,
  scripts: [...document.scripts].filter(script => !script.src && script.type !== 'application/ld+json').length,
})"""
UNHARMED = {"ran": False, "planted": 0, "scripts": 0}
STRUCTURED = """() => [...document.querySelectorAll('script[type="application/ld+json"]')]
  .map(script => JSON.stringify(JSON.parse(script.textContent)))"""


@pytest.fixture(scope="module")
def spoilt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site of the hostile hub."""
    hub = tmp_path_factory.mktemp("hostile")
    plant(hub / "hub", TODAY)
    built = build(hub / "hub", hub / "site", TODAY, memory=None)
    assert built.outcome is not None, [(str(problem.place), problem.message) for problem in built.problems]
    return hub / "site"


@pytest.fixture(scope="module")
def host(spoilt: Path) -> Iterator[str]:
    with served(spoilt) as address:
        yield address


def _paths(site: Path) -> list[str]:
    return sorted(str(file.relative_to(site).parent) + "/" for file in site.rglob("index.html"))


@pytest.mark.parametrize("screen", [NARROW, DESK], ids=["narrow", "desk"])
def test_no_page_of_a_hostile_hub_runs_anything(
    chromium: Browser, spoilt: Path, host: str, screen: dict[str, int]
) -> None:
    """No trick runs, none becomes an element, none reaches another host, and the pages stay as wide as the screen."""
    paths = [path for path in _paths(spoilt) if screen == DESK or not path.startswith("de/")]
    assert len(paths) > 20
    with visiting(chromium, host, viewport=screen) as visitor:
        for path in paths:
            page = visitor.open(path)
            assert page.evaluate(HARMED) == UNHARMED, path
            assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"), path
            for thing in page.evaluate(STRUCTURED):
                assert thing.startswith(("{", "["))
        assert visitor.noise == []


def test_tricks_are_shown_as_they_were_typed(chromium: Browser, spoilt: Path, host: str) -> None:
    """The reader of a course sees what its author wrote, letter for letter: in the title, in the text, in the tab."""
    with visiting(chromium, host) as visitor:
        titles = set()
        for path in (path for path in _paths(spoilt) if path.startswith("courses/") and path.count("/") == 2):
            page = visitor.open(path)
            titles.add(page.locator("h1").inner_text() if "_" not in path else "")
            assert page.title()
        assert sum(any(title.startswith(trick) for trick in TRICKS) for title in titles) == 2
        course = visitor.open("courses/first-solar-roof/")
        seen = course.locator("main").inner_text()
        assert LONG in seen
        assert "<iframe srcdoc=" in seen
        assert course.title().startswith(course.locator("h1").inner_text())


@pytest.mark.parametrize("screen", [NARROW, DESK], ids=["narrow", "desk"])
def test_the_search_shows_tricks_as_they_were_typed(chromium: Browser, host: str, screen: dict[str, int]) -> None:
    """In results, filters, suggestions, the shortlist, and in the query itself: letter for letter, and nothing runs."""
    with visiting(chromium, host, viewport=screen) as visitor:
        for trick in TRICKS:
            page = visitor.open(f"find/?q={quote(trick)}&region={quote(trick)}")
            settled(page, trick)
            assert page.input_value("#hub-find-q") == trick
            assert page.locator(".hub-chosen__words").inner_text() == trick
            assert page.evaluate(HARMED) == UNHARMED, trick
        page = settled(visitor.open("find/?kind=course"))
        assert sum(any(title.startswith(trick) for trick in TRICKS) for title in titles(page)) == 2
        if screen == NARROW:
            page.click("#hub-filters-open")
        opened(page, "provider")
        assert page.locator(f"details[data-facet=provider] input[value={NAME}]").count() == 1
        assert page.evaluate(HARMED) == UNHARMED
        assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
        page = visitor.open("shortlist/?entries=courses/first-solar-roof,courses/talking-about-energy")
        page.wait_for_selector("#hub-kept[aria-busy=false]", state="attached")
        assert any(page.locator("#hub-kept a").first.inner_text().startswith(trick) for trick in TRICKS)
        assert page.evaluate(HARMED) == UNHARMED


@pytest.mark.parametrize(
    "planted",
    [
        "<script>window.__pwned = 1</script>",
        '<script type="module">window.__pwned = 1</script>',
        "<img src=x: onerror='window.__pwned = 1'>",
        '<script src="data:text/javascript,window.__pwned = 1"></script>',
        "<a id=bait href='javascript:window.__pwned = 1'>click</a>",
        "<iframe srcdoc='<script>parent.__pwned = 1</script>'></iframe>",
    ],
)
def test_what_slips_into_a_page_does_not_run_either(chromium: Browser, root: str, planted: str) -> None:
    """Even if a script got into the HTML, the policy of the page stops it, and the browser says so."""
    with visiting(chromium, root) as visitor:

        def spoil(route: Route) -> None:
            body = route.fetch().text()
            route.fulfill(content_type="text/html", body=body.replace("</h1>", f"</h1>{planted}", 1))

        visitor.page.route("**/courses/", spoil)
        page = visitor.open("courses/")
        if "bait" in planted:
            page.click("#bait")
        page.wait_for_timeout(100)
        assert page.evaluate("() => typeof __pwned") == "undefined"
        assert any("Content Security Policy" in noise for noise in visitor.noise)


def test_the_same_script_would_run_without_the_policy(chromium: Browser, root: str) -> None:
    """The law above can be broken: take the policy away, and the planted script runs."""
    with visiting(chromium, root) as visitor:

        def spoil(route: Route) -> None:
            body = route.fetch().text().replace("Content-Security-Policy", "X-None")
            route.fulfill(content_type="text/html", body=body.replace("</h1>", "</h1><script>__pwned = 1</script>", 1))

        visitor.page.route("**/courses/", spoil)
        assert visitor.open("courses/").evaluate("() => __pwned") == 1
