"""Light and dark, colours that the system forces, less motion, and paper."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from tests.browser.conftest import Invite
from tests.browser.kinds_of_page import some
from tests.browser.visiting import PHONE

PAPER = "() => getComputedStyle(document.body).backgroundColor"
LIGHTNESS = """() => getComputedStyle(document.body).backgroundColor.match(/\\d+/g).slice(0, 3).map(Number)
  .reduce((sum, part) => sum + part) / 765"""
MOVING = """() => [...document.querySelectorAll('*')].filter(e => {
  const style = getComputedStyle(e);
  return style.animationName !== 'none' || style.transitionDuration.split(',').some(time => parseFloat(time) > 0);
}).map(e => e.className)"""
INVISIBLE_ICONS = """() => { const paper = getComputedStyle(document.body).backgroundColor;
  return [...document.querySelectorAll('.hub-icon')]
    .filter(e => e.checkVisibility() && getComputedStyle(e).backgroundColor === paper).map(e => e.outerHTML); }"""
BORDERLESS = """() => [...document.querySelectorAll('.hub-badge, .hub-button, .hub-card, .hub-find, .hub-chip')]
  .filter(e => e.checkVisibility() && parseFloat(getComputedStyle(e).borderTopWidth) < 1).map(e => e.className)"""
CHROME = ".hub-header__panel, .hub-menu, .hub-skip, .hub-find, .hub-sort, .hub-pager, .hub-jump, .hub-footer nav a"


@pytest.mark.parametrize("system", ["light", "dark"])
def test_the_choice_of_colours_is_remembered(invite: Invite, system: Any) -> None:
    """The button turns to the other colours; they stay on the next page and after a reload, until it turns back."""
    visitor = invite(color_scheme=system)
    page = visitor.open("courses/")
    button, other = page.locator(".hub-palette"), "dark" if system == "light" else "light"
    before = page.evaluate(PAPER)
    assert button.get_attribute("aria-pressed") == str(system == "dark").lower()
    button.click()
    assert button.get_attribute("aria-pressed") == str(other == "dark").lower()
    chosen = page.evaluate(PAPER)
    assert chosen != before
    assert visitor.open("de/about/").evaluate(PAPER) == chosen
    page.reload()
    assert page.evaluate(PAPER) == chosen
    page.locator(".hub-palette").click()
    assert page.evaluate(PAPER) == before


def test_the_colours_of_the_system_are_followed(invite: Invite) -> None:
    """Without a choice a page is as light or as dark as the visitor's system, also when that changes."""
    page = invite(color_scheme="dark").open("")
    assert page.evaluate(LIGHTNESS) < 0.2
    page.emulate_media(color_scheme="light")
    assert page.evaluate(LIGHTNESS) > 0.9
    page.wait_for_selector(".hub-palette[aria-pressed=false]", state="attached")  # it hears a moment later


def test_forced_colours_hide_nothing(invite: Invite, pages: Mapping[str, str]) -> None:
    """With high contrast forced by the system, icons are seen and what was told by a surface keeps a border."""
    visitor = invite(forced_colors="active")
    for path in some(pages, "home", "courses, list", "courses, entry", "regions, entry", "events, entry", "contribute"):
        page = visitor.open(path)
        assert page.evaluate(INVISIBLE_ICONS) == [], path
        assert page.evaluate(BORDERLESS) == [], path


def test_nothing_moves_for_whoever_wants_no_motion(invite: Invite, pages: Mapping[str, str]) -> None:
    """With reduced motion there is no transition and no animation at all."""
    visitor = invite(reduced_motion="reduce")
    for path in some(pages, "home", "courses, list", "courses, entry", "contribute"):
        assert visitor.open(path).evaluate(MOVING) == [], path


def test_paper_shows_the_content_alone(invite: Invite, pages: Mapping[str, str]) -> None:
    """Printed, even from dark colours, a page is white and has its text, but no menu, search box, pager or links."""
    visitor = invite(color_scheme="dark")
    for path in some(pages, "home", "courses, list", "courses, entry", "regions, entry", "contribute"):
        page = visitor.open(path)
        page.emulate_media(media="print")
        shown = [each for each in page.locator(CHROME).all() if each.is_visible()]
        assert [each.evaluate("e => e.outerHTML.slice(0, 100)") for each in shown] == [], path
        assert page.locator("h1").is_visible()
        assert page.evaluate(PAPER) == "rgb(255, 255, 255)"
        page.emulate_media(media="screen")


def test_nothing_moves_while_a_page_loads(invite: Invite, pages: Mapping[str, str]) -> None:
    """What has been painted stays where it is."""
    visitor = invite(viewport=PHONE)
    shift = """() => new Promise(done => { let sum = 0;
      new PerformanceObserver(list => list.getEntries().forEach(entry => sum += entry.value))
        .observe({ type: 'layout-shift', buffered: true });
      setTimeout(() => done(sum), 60); })"""
    for path in some(pages, "home", "courses, list", "courses, entry", "regions, entry", "contribute"):
        assert visitor.open(path).evaluate(shift) < 0.01, path
