"""Journeys of somebody whose browser runs no JavaScript: everything reads, pages, sorts and opens."""

from __future__ import annotations

from collections.abc import Mapping

from playwright.sync_api import Page

from tests.browser.conftest import Invite
from tests.browser.kinds_of_page import telling
from tests.browser.visiting import PHONE, Visitor


def _titles(page: Page) -> list[str]:
    return page.locator(".hub-card__title").all_inner_texts()


def _plain(invite: Invite, **manner: object) -> Visitor:
    return invite(java_script_enabled=False, **manner)


def test_every_page_reads(invite: Invite, pages: Mapping[str, str]) -> None:
    """Each kind of page shows its heading and what it says, and nothing that would not work."""
    visitor = _plain(invite)
    for path in telling(pages):
        page = visitor.open(path)
        assert page.locator("h1").is_visible(), path
        assert len(page.locator("main").inner_text()) > 40, path
        assert not page.locator(".hub-palette").is_visible(), path


def test_lists_turn_their_pages(invite: Invite) -> None:
    """The pager leads on and back, and shows other entries."""
    visitor = _plain(invite)
    page = visitor.open("courses/")
    first = _titles(page)
    visitor.follow(".hub-pager a[rel=next]")
    second = _titles(page)
    assert first
    assert second
    assert not set(first) & set(second)
    visitor.follow(".hub-pager a[rel=prev]")
    assert _titles(page) == first


def test_lists_sort(invite: Invite) -> None:
    """A list sorted by title is the same list in another order, and says by what it is sorted."""
    visitor = _plain(invite)
    page = visitor.open("courses/")
    visitor.follow(".hub-sort a:text-is('Title')")
    by_title = _titles(page)
    letters = [title[0].casefold() for title in by_title]
    assert letters == sorted(letters)
    assert page.locator(".hub-sort [aria-current]").inner_text() == "Title"


def test_the_menu_opens(invite: Invite) -> None:
    """The menu of the phone and its sections open, and a link in them leads on."""
    visitor = _plain(invite, viewport=PHONE)
    page = visitor.open("")
    page.click(".hub-menu summary")
    page.click(".hub-nav__section summary >> nth=0")
    visitor.follow(".hub-nav__section a >> nth=0")
    assert visitor.path == "providers/"


def test_from_the_first_page_to_a_course(invite: Invite) -> None:
    """Home, all courses, a course, its provider, and back by the crumbs."""
    visitor = _plain(invite)
    visitor.open("")
    visitor.follow(".hub-numbers a[href*='courses']")
    visitor.follow(".hub-card__title a >> nth=0")
    visitor.follow(".hub-lead__by a")
    assert visitor.path.startswith("providers/")
    visitor.follow(".hub-crumbs a >> nth=1")
    assert visitor.path == "providers/"
    visitor.follow(".hub-crumbs a >> nth=0")
    assert visitor.path in {"", "index.html"}
