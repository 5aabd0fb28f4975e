"""Where links lead: to the same page in the other language, and to the same site wherever it stands."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote

from playwright.sync_api import Browser

from tests.browser.conftest import Invite
from tests.browser.kinds_of_page import some
from tests.browser.serving import BELOW
from tests.browser.visiting import visiting

OTHER_LANGUAGE = ".hub-languages a[lang]:not([aria-current])"


def test_each_page_leads_to_itself_in_the_other_language(invite: Invite, pages: Mapping[str, str]) -> None:
    """The link to German leads to the same page in German, and from there one comes back to where one was."""
    visitor = invite()
    for path in (path for name, path in pages.items() if name != "not found"):
        link = visitor.open(path).locator(OTHER_LANGUAGE)
        goal = link.evaluate("link => link.href").removeprefix(visitor.root).removesuffix("index.html")
        assert (goal == path.removeprefix("de/")) if path.startswith("de/") else (goal == f"de/{path}"), path
        assert link.get_attribute("hreflang") == ("en" if path.startswith("de/") else "de"), path
    visitor.open("courses/")
    visitor.follow(OTHER_LANGUAGE)
    assert visitor.page.locator("html").get_attribute("lang") == "de"


def test_a_site_works_below_any_path(chromium: Browser, root: str, pages: Mapping[str, str]) -> None:
    """All addresses are relative: a preview in some folder of some host looks and leads as the site itself does."""
    dressed = "() => getComputedStyle(document.body).getPropertyValue('--hub-accent').trim() !== ''"
    with visiting(chromium, root.rstrip("/") + quote(BELOW)) as visitor:
        for path in some(pages, "home", "courses, second page", "courses, entry", "contribute/rules", "find"):
            page = visitor.open(path)
            assert page.evaluate(dressed), path
            assert page.locator(".hub-palette").is_visible(), path
        visitor.follow(".hub-brand")
        visitor.follow(".hub-numbers a >> nth=0")
        visitor.follow(".hub-card__title a >> nth=0")
        assert page.locator(".hub-entry").count() == 1
        assert visitor.path.startswith("de/courses/")
        assert visitor.noise == []


def test_a_missing_page_helps_from_any_depth(invite: Invite) -> None:
    """The page for what is not found has its looks and its links at whatever address it is shown."""
    visitor = invite()
    page = visitor.page
    lost = visitor.open("404.html").content()
    page.route("**/courses/no/such/", lambda route: route.fulfill(status=200, content_type="text/html", body=lost))
    visitor.open("courses/no/such/")
    assert page.evaluate("() => getComputedStyle(document.querySelector('h1')).fontFamily").startswith("system-ui")
    page.fill("#hub-lost-q", "battery")
    page.keyboard.press("Enter")
    page.wait_for_url("**/find/?q=battery")
