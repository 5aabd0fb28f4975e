"""What holds on every kind of page, in both languages, on a phone and on a desk, in light and in dark."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.conftest import Invite
from tests.browser.kinds_of_page import file_of
from tests.browser.visiting import DESK, NARROW, PHONE

RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast"]}, "resultTypes": ["violations"]}
TOO_WIDE = """() => document.documentElement.scrollWidth > innerWidth && [...document.querySelectorAll('body *')]
  .filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('pre, .hub-scroll, .hub-hidden'))
  .slice(0, 3).map(e => e.outerHTML.slice(0, 120))"""
ANATOMY = """() => ({
  language: document.documentElement.lang,
  headings: document.querySelectorAll('h1').length,
  named: document.title.length > 3,
  main: document.querySelectorAll('main#main').length,
})"""
BARE_LINKS = """() => [...document.querySelectorAll('main :is(p, li, dd, td, h2, h3) a, .hub-footer a')]
  .filter(a => !a.matches('.hub-button, .hub-tile, .headerlink') && a.checkVisibility())
  .filter(a => !getComputedStyle(a).textDecorationLine.includes('underline')).map(a => a.outerHTML.slice(0, 120))"""
FACTS_WITHOUT_PICTURE = """() => [...document.querySelectorAll('.hub-facts > div, .hub-fact')]
  .filter(fact => !getComputedStyle(fact).getPropertyValue('--hub-icon').startsWith('url(')).map(fact => fact.className)"""
BADGES_WITHOUT_WORDS = "() => [...document.querySelectorAll('.hub-badge')].filter(e => !e.innerText.trim()).length"


def telling(pages: Mapping[str, str]) -> list[str]:
    """Every kind of page in English, and in German those whose words are the longest."""
    german = {"home, in German", "courses, list, in German", "courses, entry, in German", "about, in German"}
    return [path for name, path in pages.items() if name in german or not name.endswith("German")]


def barriers(page: Page, rules: Mapping[str, Any] = RULES) -> Iterator[str]:
    """What axe finds, a line for each rule that is broken."""
    for rule in Axe().run(page, options=dict(rules)).response["violations"]:
        example = rule["nodes"][0]
        why = example["failureSummary"].replace("\n", " ")
        yield f"{page.url} {rule['id']} ({len(rule['nodes'])}x) {example['html'][:160]}: {why[:240]}"


@pytest.mark.parametrize("screen", [PHONE, DESK], ids=["phone", "desk"])
def test_axe_finds_no_barrier(invite: Invite, pages: Mapping[str, str], screen: Any) -> None:
    """WCAG 2.2 AA and good practice, as far as axe can tell: contrast, names, landmarks, headings, size of targets."""
    visitor = invite(viewport=screen)
    found = [line for path in telling(pages) for line in barriers(visitor.open(path))]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("screen", [PHONE, DESK], ids=["phone", "desk"])
def test_axe_reads_everything_in_the_dark(invite: Invite, pages: Mapping[str, str], screen: Any) -> None:
    """Dark colours differ from light ones in their contrast alone, and that is as good."""
    visitor = invite(viewport=screen, color_scheme="dark")
    found = [line for path in telling(pages) for line in barriers(visitor.open(path), COLOURS)]
    assert not found, "\n".join(found)


def test_axe_would_find_one(invite: Invite) -> None:
    """The law above can be broken: a picture without a text, and pale letters."""
    page = invite().open("about/")
    page.evaluate("""() => { document.querySelector('main h1').style.color = '#ccc';
      document.querySelector('main h1').append(new Image()); }""")
    assert {rule for line in barriers(page) for rule in ("color-contrast", "image-alt") if rule in line} == {
        "color-contrast",
        "image-alt",
    }


def test_an_open_menu_has_no_barrier_either(invite: Invite) -> None:
    """What opens is held to the same rules: the menu of the phone, and a drop-down on the desk."""
    phone = invite(viewport=PHONE).open("courses/")
    phone.click(".hub-menu summary")
    phone.click(".hub-nav__section summary >> nth=0")
    desk = invite().open("courses/")
    desk.click(".hub-nav__section summary >> nth=1")
    found = [*barriers(phone), *barriers(desk)]
    assert not found, "\n".join(found)


def test_nothing_is_wider_than_the_narrowest_screen(invite: Invite, pages: Mapping[str, str]) -> None:
    """At 320 pixels, or at 400 % on a desk, no page scrolls sideways."""
    visitor = invite(viewport=NARROW)
    wide = {path: visitor.open(path).evaluate(TOO_WIDE) for path in pages.values()}
    assert not {path: by for path, by in wide.items() if by}


def test_every_page_is_well_made(invite: Invite, pages: Mapping[str, str]) -> None:
    """One first heading, one main part, a title, its language; links told by more than colour; no fact without its
    picture, which would stand askew; no badge without words, which would be colour alone."""
    visitor = invite()
    for path in pages.values():
        language = "de" if path.startswith("de/") else "en"
        page = visitor.open(path)
        assert page.evaluate(ANATOMY) == {"language": language, "headings": 1, "named": True, "main": 1}, path
        assert page.evaluate(BARE_LINKS) == [], path
        assert page.evaluate(FACTS_WITHOUT_PICTURE) == [], path
        assert page.evaluate(BADGES_WITHOUT_WORDS) == 0, path


def test_links_within_the_site_lead_somewhere(invite: Invite, pages: Mapping[str, str], site: Path, root: str) -> None:
    """Each link of each kind of page leads to a page that is there, and to a place in it that is there."""
    visitor, dead = invite(), []
    links = "() => [...document.querySelectorAll('a[href]')].map(a => a.href)"
    for path in pages.values():
        for link in set(visitor.open(path).evaluate(links)):
            address, place = urldefrag(link)
            target = file_of(site, unquote(address.removeprefix(root)))
            if address.startswith(root) and not _holds(target, place):
                dead.append(f"{path} -> {link}")
    assert not dead, "\n".join(dead)


def _holds(page: Path, place: str) -> bool:
    return page.is_file() and (not place or f'id="{unquote(place)}"' in page.read_text("utf-8"))
