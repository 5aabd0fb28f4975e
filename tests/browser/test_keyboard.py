"""Journeys of somebody who never touches a mouse."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Invite
from tests.browser.kinds_of_page import some
from tests.browser.visiting import DESK, PHONE

# What has the focus: that it can be seen, that nothing lies over it, and that a ring, or its frame's, marks it.
FOCUSED = """() => {
  const at = document.activeElement;
  if (at === document.body) return null;
  const box = at.getBoundingClientRect();
  const middle = [Math.max(box.left, 0) + Math.min(box.width, innerWidth) / 2, box.top + Math.min(box.height, 40) / 2];
  const over = document.elementFromPoint(...middle);
  const ring = e => e && (getComputedStyle(e).outlineStyle !== 'none' || getComputedStyle(e).boxShadow !== 'none');
  return {
    what: at.outerHTML.slice(0, 100),
    shown: at.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && box.width > 4 && box.height > 4,
    inside: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    free: !over || at.contains(over) || over.contains(at),
    marked: Boolean(ring(at) || ring(at.closest('.hub-card')) || ring(at.closest('.hub-find'))),
  };
}"""
FOCUS = "() => document.activeElement.className"


def way_through(page: Page) -> list[dict[str, object]]:
    """Everything that the tab key reaches, from the top of the page to its end."""
    seen: list[dict[str, object]] = []
    for _ in range(400):
        page.keyboard.press("Tab")
        at = page.evaluate(FOCUSED)
        if at is None:
            return seen
        seen.append(at)
    raise AssertionError("the tab key never leaves the page")


@pytest.mark.parametrize("screen", [PHONE, DESK], ids=["phone", "desk"])
def test_whatever_has_the_focus_can_be_seen(invite: Invite, pages: Mapping[str, str], screen: dict[str, int]) -> None:
    """Nothing hidden takes the focus, nothing lies over it, and one always sees where one is."""
    visitor = invite(viewport=screen)
    names = ("home", "find", "courses, list", "courses, entry", "regions, entry", "contribute")
    for path in (pages[name] for name in names):
        steps = way_through(visitor.open(path))
        lost = [step for step in steps if not all(step[law] for law in ("shown", "inside", "free", "marked"))]
        assert len(steps) > 10
        assert not lost, f"{path}: {lost[:3]}"


def test_the_first_step_skips_to_the_content(invite: Invite, pages: Mapping[str, str]) -> None:
    """The first thing that the tab key reaches leads past the menu, on pages of every make."""
    visitor = invite()
    for path in [*some(pages, "home", "courses, list", "courses, entry", "contribute"), "find/", "404.html"]:
        page = visitor.open(path)
        page.keyboard.press("Tab")
        assert page.evaluate(FOCUS) == "hub-skip", path
        page.keyboard.press("Enter")
        assert page.evaluate("() => document.activeElement.id") == "main", path
        page.keyboard.press("Tab")
        assert page.evaluate("() => document.activeElement.closest('main, .hub-footer') !== null"), path


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_the_menu_opens_and_closes_by_keyboard(invite: Invite, key: str) -> None:
    """On a phone the menu opens by Enter or Space; Escape closes it and gives the focus back to its button."""
    page = invite(viewport=PHONE).open("courses/")
    links = page.locator(".hub-nav__link").first
    assert not links.is_visible()
    page.focus(".hub-menu summary")
    page.keyboard.press(key)
    assert links.is_visible()
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.closest('.hub-header__panel') !== null")
    page.keyboard.press("Escape")
    assert not links.is_visible()
    assert page.evaluate("() => document.activeElement.matches('.hub-menu summary')")


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_a_drop_down_opens_and_closes_by_keyboard(invite: Invite, key: str) -> None:
    """On a desk a section of the menu opens by Enter or Space, shows its links, and closes by Escape."""
    page = invite().open("courses/")
    section = page.locator(".hub-nav__section").first
    section.locator("summary").focus()
    page.keyboard.press(key)
    page.keyboard.press("Tab")
    assert section.locator("a").first.evaluate("link => link === document.activeElement")
    page.keyboard.press("Escape")
    assert section.get_attribute("open") is None
    assert section.locator("summary").evaluate("button => button === document.activeElement")


def test_a_drop_down_closes_when_one_goes_on(invite: Invite) -> None:
    """Whoever tabs past the last link, opens another section or clicks elsewhere has no menu over the page."""
    page = invite().open("courses/")
    opened = "() => document.querySelectorAll('.hub-header details[open]').length"
    page.focus(".hub-nav__section summary")
    page.keyboard.press("Enter")
    for _ in range(page.locator(".hub-nav__section").first.locator("a").count() + 1):
        page.keyboard.press("Tab")
    assert page.evaluate(opened) == 0
    page.click(".hub-nav__section summary >> nth=0")
    page.click(".hub-nav__section summary >> nth=1")
    assert page.evaluate(opened) == 1
    page.click("h1")
    assert page.evaluate(opened) == 0


def test_single_keys_do_nothing(invite: Invite, pages: Mapping[str, str]) -> None:
    """A key pressed by mistake, or a word dictated to the computer, leads nowhere and moves nothing."""
    visitor = invite()
    state = "() => [location.href, scrollX, scrollY, document.activeElement.tagName]"
    for path in some(pages, "courses, second page", "courses, entry", "contribute"):
        page = visitor.open(path)
        before = page.evaluate(state)
        for key in "npsftdhbe/.,?1":
            page.keyboard.press(key)
        assert page.evaluate(state) == before, path


def test_a_search_is_sent_by_enter(invite: Invite) -> None:
    """The box in the header and the one on the first page lead to the finder with what was typed."""
    visitor = invite()
    for path, box in (("courses/", "#hub-q"), ("", "#hub-hero-q"), ("de/", "#hub-hero-q")):
        page = visitor.open(path)
        page.fill(box, "high & low")
        page.keyboard.press("Enter")
        page.wait_for_url("**/find/?q=high+%26+low")
        assert visitor.path.startswith("de/") == path.startswith("de/")
