"""Journeys of somebody who uses the box in the header: suggestions, by keyboard, mouse and finger."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Invite
from tests.browser.finding import Gate, suggested
from tests.browser.test_every_kind_of_page import FINDINGS, RULES, an_examiner
from tests.browser.visiting import PHONE

SIGNS_LAST = """name => {
  document.documentElement.dir = "rtl";
  const title = document.querySelector(name);
  title.textContent = "C++";
  const [letter, sign] = [0, 2].map(place => {
    const range = document.createRange();
    range.setStart(title.firstChild, place);
    range.setEnd(title.firstChild, place + 1);
    return range.getBoundingClientRect().left;
  });
  return letter < sign;
}"""
ACTIVE = "() => document.getElementById('hub-q').getAttribute('aria-activedescendant')"


def test_it_suggests_as_one_types(invite: Invite) -> None:
    """Entries, each with its type, then a way to all results; the field is a combobox that says so."""
    page = invite().open("courses/")
    page.focus("#hub-q")
    page.keyboard.type("high volt")
    found = suggested(page)
    assert len(found) > 2
    assert any("voltage" in one.lower() for one in found)
    assert found[-1].startswith("All results for: high volt")
    field = page.locator("#hub-q")
    assert field.get_attribute("role") == "combobox"
    assert field.get_attribute("aria-expanded") == "true"
    assert field.get_attribute("aria-controls") == "hub-q-options"
    assert page.locator(".hub-option__type").first.inner_text() != ""


def test_arrows_choose_and_enter_goes_there(invite: Invite) -> None:
    """Down and up walk through the suggestions and back into the field; Enter opens what is meant."""
    visitor = invite()
    page = visitor.open("courses/")
    page.focus("#hub-q")
    page.keyboard.type("high volt")
    count = len(suggested(page))
    page.keyboard.press("ArrowDown")
    assert page.evaluate(ACTIVE) == "hub-q-options-0"
    assert page.locator("#hub-q-options-0").get_attribute("aria-selected") == "true"
    page.keyboard.press("ArrowUp")
    assert page.evaluate(ACTIVE) is None
    page.keyboard.press("ArrowUp")
    assert page.evaluate(ACTIVE) == f"hub-q-options-{count - 1}"
    page.keyboard.press("Home")
    page.keyboard.type("x")
    assert page.input_value("#hub-q") == "xhigh volt"
    page.keyboard.press("Backspace")
    page.wait_for_timeout(600)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_selector(".hub-entry")
    assert visitor.path != "courses/"


def test_enter_without_a_choice_sends_the_form(invite: Invite) -> None:
    """What was typed goes to the finder, as it would without JavaScript."""
    visitor = invite()
    page = visitor.open("courses/")
    page.focus("#hub-q")
    page.keyboard.type("battery")
    suggested(page)
    page.keyboard.press("Enter")
    page.wait_for_url("**/find/?q=battery")
    assert page.locator("#hub-find-q").input_value() == "battery"


def test_escape_closes_and_tab_goes_on(invite: Invite) -> None:
    """Escape closes the suggestions and leaves the words; Tab leaves the box, and nothing stays open."""
    page = invite().open("courses/")
    page.focus("#hub-q")
    page.keyboard.type("battery")
    suggested(page)
    page.keyboard.press("Escape")
    assert not page.locator("#hub-q-options").is_visible()
    assert page.input_value("#hub-q") == "battery"
    page.keyboard.press("ArrowDown")
    suggested(page)
    page.keyboard.press("Tab")
    assert not page.locator("#hub-q-options").is_visible()
    assert page.locator("#hub-q").get_attribute("aria-expanded") == "false"


def test_a_click_chooses(invite: Invite) -> None:
    """A suggestion that is clicked opens: with Ctrl, or Meta on a Mac, in a tab of its own, and the page stays."""
    page = invite().open("courses/")
    page.click("#hub-q")
    page.keyboard.type("battery")
    suggested(page)
    for key in ("Control", "Meta"):
        with page.context.expect_page(timeout=4_000) as tab:
            page.click("#hub-q-options .hub-option >> nth=0", modifiers=[key])
        tab.value.wait_for_selector(".hub-entry, .hub-head, .hub-prose")
        assert page.url.endswith("/courses/")
    page.click("#hub-q-options .hub-option >> nth=0")
    page.wait_for_selector(".hub-entry, .hub-head, .hub-prose")
    assert not page.url.endswith("/courses/")


def test_a_finger_chooses(invite: Invite) -> None:
    """On a phone: the menu opens, the box suggests, a tap opens the suggestion."""
    page = invite(viewport=PHONE, has_touch=True).open("courses/")
    page.tap(".hub-menu summary")
    page.tap("#hub-q")
    page.keyboard.type("battery")
    suggested(page)
    page.tap("#hub-q-options .hub-option--all")
    page.wait_for_url("**/find/?q=battery")
    assert page.locator("#hub-find-q").input_value() == "battery"


def test_the_shortcut_leads_to_the_box(invite: Invite) -> None:
    """Ctrl+K on any page puts the focus into the box; on a phone the menu that holds it opens."""
    for screen in ({"width": 1280, "height": 900}, PHONE):
        page = invite(viewport=screen).open("courses/")
        page.keyboard.press("Control+k")
        assert page.evaluate("() => document.activeElement.id") == "hub-q"
        assert page.locator("#hub-q").is_visible()


def test_it_suggests_skills_roles_regions_and_pages(invite: Invite) -> None:
    """Not only courses: what one may mean stands there with its type."""
    visitor = invite()
    for typed, type_ in (("automotive electr", "Job role"), ("battery compo", "Skill"), ("stuttgart", "Region")):
        page = visitor.open("courses/")
        page.focus("#hub-q")
        page.keyboard.type(typed)
        suggested(page)
        assert type_ in page.locator(".hub-option__type").all_inner_texts(), typed


def test_open_suggestions_have_no_barrier(invite: Invite) -> None:
    """Axe finds nothing against the open list, on the first page and in the header."""
    visitor = an_examiner(invite)
    for path, box in (("", "#hub-hero-q"), ("courses/", "#hub-q")):
        page = visitor.open(path)
        page.focus(box)
        page.keyboard.type("battery")
        page.wait_for_selector(f"{box}-options:not([hidden]) .hub-option")
        page.keyboard.press("ArrowDown")
        found = page.evaluate(FINDINGS, RULES)
        assert not found, "\n".join(found)


def test_suggestions_are_seen_whole(invite: Invite) -> None:
    """Nothing of the first page lies over the list or cuts it off."""
    page = invite().open("")
    page.focus("#hub-hero-q")
    page.keyboard.type("battery")
    page.wait_for_selector("#hub-hero-q-options:not([hidden]) .hub-option--all")
    seen = page.evaluate("""() => {
      const box = document.querySelector('.hub-hero .hub-option--all').getBoundingClientRect();
      const at = document.elementFromPoint(box.left + 20, Math.min(box.top + 10, innerHeight - 5));
      return box.top > innerHeight || at.closest('.hub-option') !== null; }""")
    assert seen


def test_what_was_meant_before_is_not_meant_now(invite: Invite) -> None:
    """Whoever types on after choosing asks anew: Enter leads to all results for what stands there."""
    page = invite().open("courses/")
    page.focus("#hub-q")
    page.keyboard.type("battery")
    suggested(page)
    page.keyboard.press("ArrowDown")
    page.keyboard.type(" rec")
    assert page.evaluate(ACTIVE) is None
    page.keyboard.press("Enter")
    page.wait_for_url("**/find/?q=battery+rec")


def test_forced_colours_show_what_is_meant(invite: Invite) -> None:
    """The chosen suggestion has the system's colours of what is chosen, for its letters, too."""
    page = invite(forced_colors="active").open("courses/")
    page.focus("#hub-q")
    page.keyboard.type("battery")
    suggested(page)
    page.keyboard.press("ArrowDown")
    adjusted = "() => getComputedStyle(document.getElementById('hub-q-options-0')).forcedColorAdjust"
    assert page.evaluate(adjusted) == "none", (
        "else the browser paints the paper of a page behind letters of a selection"
    )


def test_suggestions_of_earlier_words_are_not_chosen(invite: Invite) -> None:
    """Arrows and Enter act on what stands in the field; where the network is slow, that is said in their place."""
    visitor = invite()
    page = visitor.open("courses/")
    page.focus("#hub-q")
    page.keyboard.type("batt")
    suggested(page)
    gate = Gate(page, "**/find/index/**")
    page.keyboard.type("x")
    page.keyboard.press("ArrowDown")
    assert page.evaluate(ACTIVE) is None
    page.wait_for_selector("#hub-q-options .hub-option[aria-disabled]")
    assert suggested(page) == ["Searching …"]
    page.click("#hub-q-options .hub-option", force=True)
    page.keyboard.press("ArrowDown")
    assert page.evaluate(ACTIVE) is None
    gate.open()
    page.wait_for_selector("#hub-q-options .hub-option--all")
    assert suggested(page)[-1].startswith("All results for: battx")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    page.wait_for_url("**/find/?q=battx")


def test_who_moves_in_the_text_has_chosen_nothing(invite: Invite) -> None:
    """Home, End and the arrows sideways lead back into the text, so Enter sends it; composing chooses nothing."""
    page = invite().open("courses/")
    page.focus("#hub-q")
    page.keyboard.type("battery")
    suggested(page)
    for key in ("Home", "End", "ArrowLeft", "ArrowRight"):
        page.keyboard.press("ArrowDown")
        assert page.evaluate(ACTIVE) == "hub-q-options-0"
        page.keyboard.press(key)
        assert page.evaluate(ACTIVE) is None
    page.keyboard.press("ArrowDown")
    composed = "new KeyboardEvent('keydown', { key: 'Enter', keyCode: 229, bubbles: true })"
    page.evaluate(f"() => document.getElementById('hub-q').dispatchEvent({composed})")
    assert page.evaluate(ACTIVE) == "hub-q-options-0"
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    page.wait_for_url("**/find/?q=battery")


@pytest.mark.parametrize("name", [".hub-option__title", "#hub-results .hub-row__title"])
def test_signs_stay_behind_their_words(invite: Invite, name: str) -> None:
    """On a page that is read from right to left, "C++" is no "++C"."""
    page = invite().open("find/?q=battery")
    page.focus("#hub-q")
    page.keyboard.type("battery")
    suggested(page)
    page.wait_for_selector(name)
    assert page.evaluate(SIGNS_LAST, name)
