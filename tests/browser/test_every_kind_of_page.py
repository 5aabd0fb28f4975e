"""What holds on every kind of page, in both languages, on a phone and on a desk, in light and in dark."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag

import pytest
from axe_playwright_python.base import AXE_FILE_PATH

from tests.browser.conftest import Invite
from tests.browser.kinds_of_page import ENTRIES, file_of, telling
from tests.browser.visiting import DESK, NARROW, PHONE, Visitor

RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast"]}, "resultTypes": ["violations"]}
OF_EVERY_LOOK = ("home", "find", "not found", "contribute", "courses, list", *(f"{kind}, entry" for kind in ENTRIES))
FINDINGS = """async rules => (await axe.run(rules)).violations.map(({ id, nodes }) =>
  `${id} (${nodes.length}x) ${nodes[0].html.slice(0, 160)}: ${nodes[0].failureSummary.slice(0, 240)}`)"""
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
  .filter(fact => !getComputedStyle(fact).getPropertyValue('--hub-icon').startsWith('url(')).map(e => e.className)"""
BADGES_WITHOUT_WORDS = "() => [...document.querySelectorAll('.hub-badge')].filter(e => !e.innerText.trim()).length"


def barriers(visitor: Visitor, path: str, rules: object = RULES) -> list[str]:
    """What axe finds, a line for each rule that is broken. The visitor brings axe along."""
    return [f"{path} {line}" for line in visitor.open(path).evaluate(FINDINGS, rules)]


def an_examiner(invite: Invite, **manner: Any) -> Visitor:
    visitor = invite(**manner)
    visitor.page.add_init_script(path=AXE_FILE_PATH)
    return visitor


@pytest.mark.parametrize("screen", [PHONE, DESK], ids=["phone", "desk"])
def test_axe_finds_no_barrier(invite: Invite, pages: Mapping[str, str], screen: Any) -> None:
    """WCAG 2.2 AA and good practice, as far as axe can tell: contrast, names, landmarks, headings, size of targets."""
    visitor = an_examiner(invite, viewport=screen)
    found = [line for path in telling(pages) for line in barriers(visitor, path)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("screen", [PHONE, DESK], ids=["phone", "desk"])
def test_axe_reads_all_in_the_dark(invite: Invite, pages: Mapping[str, str], screen: Any) -> None:
    """Dark colours differ from light ones in their contrast alone, and that is as good."""
    visitor = an_examiner(invite, viewport=screen, color_scheme="dark")
    chosen = [pages[name] for name in OF_EVERY_LOOK]
    found = [line for path in chosen for line in barriers(visitor, path, COLOURS)]
    assert not found, "\n".join(found)


def test_axe_would_find_one(invite: Invite) -> None:
    """The law above can be broken: a picture without a text, and pale letters."""
    visitor = an_examiner(invite)
    visitor.page.add_init_script("""addEventListener('DOMContentLoaded', () => {
      const heading = document.querySelector('main h1');
      heading.style.color = '#ccc';
      heading.append(new Image());
    })""")
    assert {line.split()[1] for line in barriers(visitor, "about/")} == {"color-contrast", "image-alt"}


def test_an_open_menu_has_no_barrier_either(invite: Invite) -> None:
    """What opens is held to the same rules: the menu of the phone, and a drop-down on the desk."""
    phone = an_examiner(invite, viewport=PHONE).open("courses/")
    phone.click(".hub-menu summary")
    phone.click(".hub-nav__section summary >> nth=0")
    desk = an_examiner(invite).open("courses/")
    desk.click(".hub-nav__section summary >> nth=1")
    found = [*phone.evaluate(FINDINGS, RULES), *desk.evaluate(FINDINGS, RULES)]
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
            address, place = urldefrag(link.partition("?")[0] if "/contribute/form/?" in link else link)
            target = file_of(site, unquote(address.removeprefix(root)))
            if address.startswith(root) and not _holds(target, place):
                dead.append(f"{path} -> {link}")
    assert not dead, "\n".join(dead)


def _holds(page: Path, place: str) -> bool:
    return page.is_file() and (not place or f'id="{unquote(place)}"' in page.read_text("utf-8"))
