"""Journeys of somebody who goes back and forth in the finder: address, fields, results and focus stay one."""

from __future__ import annotations

from playwright.sync_api import Browser

from tests.browser.conftest import Invite
from tests.browser.finding import RESULT, Gate, answered, chips, count_line, listed, opened, settled, titles
from tests.browser.visiting import PHONE, visiting


def test_back_from_a_result_keeps_the_focus_on_the_page(invite: Invite) -> None:
    """Whoever goes back while a result has the focus goes on at the results."""
    page = settled(invite().open("find/?q=battery"))
    opened(page, "mode")
    page.check("details[data-facet=mode] input[value=online]")
    page.wait_for_url("**mode=online")
    settled(page)
    page.locator(RESULT).nth(1).focus()
    page.go_back()
    page.wait_for_url("**/find/?q=battery")
    settled(page)
    assert page.evaluate("() => document.activeElement.id") == "hub-results-title"


def test_back_takes_along_what_was_on_its_way(invite: Invite) -> None:
    """A day in its field, a letter that was just typed: after Back, field, address and results say the same."""
    page = settled(invite().open("find/?q=battery"))
    page.click("details[data-facet=start] > summary")
    page.fill("[name=from]", "2027-01-01")
    page.wait_for_url("**from=2027-01-01")
    settled(page)
    page.go_back()
    page.wait_for_url("**/find/?q=battery")
    settled(page)
    assert page.input_value("[name=from]") == ""
    page.select_option("#hub-find-sort", "title")
    page.wait_for_url("**/find/?q=battery&sort=title")
    settled(page)
    page.focus("#hub-find-q")
    page.evaluate(
        """() => { const field = document.getElementById('hub-find-q'); field.value += ' x';
        field.dispatchEvent(new Event('input', { bubbles: true })); history.back(); }"""
    )
    page.wait_for_url("**/find/?q=battery")
    page.wait_for_timeout(400)
    settled(page, "battery")
    assert page.input_value("#hub-find-q") == "battery"
    assert page.url.endswith("/find/?q=battery")


def test_loading_the_page_again_shows_as_much(invite: Invite) -> None:
    """Who had asked for more has more after a reload, and after coming back from a result."""
    page = settled(invite().open("find/?q=battery"))
    for count in (20, 30):
        page.click("#hub-find-more button")
        listed(page, count)
        settled(page)
    every = titles(page)
    page.reload()
    assert listed(page, 30) == every
    page.click(f"{RESULT} >> nth=25")
    page.wait_for_selector(".hub-entry")
    page.go_back()
    assert listed(page, 30) == every


def test_more_is_more_of_the_same(invite: Invite) -> None:
    """What was found while one typed goes on as it began: nothing that one has read is another entry then."""
    page = invite().open("find/")
    before = answered(page, "auto")
    count = count_line(page)
    page.click("#hub-find-more button")
    assert listed(page, 20)[:10] == before
    assert count_line(page) == count


def test_more_does_not_take_the_focus_from_who_writes(chromium: Browser, root: str) -> None:
    """Whoever has gone on to the field while more was on its way stays there."""
    with visiting(chromium, root) as visitor:
        page = visitor.open("find/?q=battery")
        settled(page, "battery")
        gate = Gate(page, "**/*.bin")
        page.click("#hub-find-more button")
        page.focus("#hub-find-q")
        gate.open()
        listed(page, 20)
        assert page.evaluate("() => document.activeElement.id") == "hub-find-q"


def test_a_day_that_was_early_stays(chromium: Browser, root: str) -> None:
    """A day that was typed before the scripts were there counts, and stands in its field."""
    with visiting(chromium, root) as visitor:
        page = visitor.page
        gate = Gate(page, "**/assets/hub-find.js*")
        visitor.open("find/")
        page.click("details[data-facet=start] > summary")
        page.focus("[name=from]")
        page.keyboard.type("03012027")
        gate.open()
        page.wait_for_url("**/find/?from=2027-03-01")
        settled(page)
        assert page.input_value("[name=from]") == "2027-03-01"
        answered(page, "battery")
        assert page.url.endswith("/find/?q=battery&from=2027-03-01")


def test_a_day_that_was_taken_out_early_is_gone(chromium: Browser, root: str) -> None:
    """One that stood in the address is taken out before the filters are there: it counts no more."""
    with visiting(chromium, root) as visitor:
        page = visitor.page
        gate = Gate(page, "**/assets/hub-filters.js*")
        visitor.open("find/?q=battery&from=2026-12-01")
        page.wait_for_function("() => document.querySelector('[name=from]').value")
        page.click("details[data-facet=start] > summary")
        page.fill("[name=from]", "")
        gate.open()
        page.wait_for_url("**/find/?q=battery")
        settled(page)
        assert chips(page) == []


def test_a_correction_is_read_out(invite: Invite) -> None:
    """Whoever does not see the page hears for which words results are shown."""
    page = settled(invite().open("find/?q=hydrogne"))
    page.wait_for_function("() => document.getElementById('hub-find-status').textContent")
    told = page.locator("#hub-find-status").inner_text()
    assert told == f"Showing results for hydrogen. {count_line(page)}"


def test_days_in_an_address(invite: Invite) -> None:
    """Of two days the last one counts; a month is no day."""
    page = settled(invite().open("find/?q=battery&from=2027-01-01&from=2027-06-01&until=2028-05"))
    page.wait_for_selector(".hub-chosen__one")
    assert chips(page) == ["from 1 June 2027"]
    assert page.input_value("[name=from]") == "2027-06-01"


def test_ways_out_are_those_of_the_question(invite: Invite) -> None:
    """Where nothing is found, nothing of an earlier question is offered."""
    page = settled(invite(viewport=PHONE).open("find/?q=hydrogen&mode=hybrid&region=stuttgart"))
    page.wait_for_selector("#hub-find-without a")
    page.click(".hub-chosen__clear")
    page.wait_for_url("**/find/?q=hydrogen")
    settled(page, "hydrogen")
    page.fill("#hub-find-q", "zzzzqqqqxx")
    settled(page, "zzzzqqqqxx")
    assert count_line(page) == "Nothing found"
    assert page.locator("#hub-find-without a").count() == 0
    page.click("#hub-filters-open")
    assert page.locator(".hub-drawer__foot button").inner_text() == "Show results"


def test_what_lies_behind_the_filters_stays(invite: Invite) -> None:
    """On a phone nothing scrolls behind the sheet, and afterwards one is where one was."""
    page = settled(invite(viewport=PHONE).open("find/?q=battery"))
    page.click("#hub-filters-open")
    page.wait_for_selector(".hub-drawer[open]")
    page.mouse.move(200, 30)
    page.mouse.wheel(0, 600)
    page.wait_for_timeout(200)
    before = page.evaluate("() => scrollY")
    page.keyboard.press("Escape")
    assert page.evaluate("() => document.activeElement.id") == "hub-filters-open"
    assert page.evaluate("() => scrollY") == before < 300


def test_forced_colours_show_the_focus_alone(chromium: Browser, root: str) -> None:
    """A field that has not the focus has no ring around it."""
    with visiting(chromium, root, forced_colors="active") as visitor:
        page = visitor.open("find/")
        style = "() => getComputedStyle(document.getElementById('hub-find-q')).outlineStyle"
        assert page.evaluate(style) == "none"
        page.focus("#hub-find-q")
        assert page.evaluate(style) == "solid"


def test_back_from_a_choice_leads_to_the_same_result(invite: Invite) -> None:
    """A choice leads to the first results; the way back leads to the one that was in sight, to the pixel."""
    page = settled(invite().open("find/?q=safety"))
    opened(page, "mode")
    page.click("#hub-find-more button")
    listed(page, 20)
    page.evaluate("() => scrollTo(0, 1200)")
    before = page.locator(RESULT).nth(14).bounding_box()
    page.locator("details[data-facet=mode] input[value=online]").evaluate("one => one.focus({ preventScroll: true })")
    page.keyboard.press("Space")
    page.wait_for_url("**mode=online")
    settled(page)
    page.wait_for_function("() => scrollY < 800")
    page.go_back()
    listed(page, 20)
    page.wait_for_timeout(300)
    after = page.locator(RESULT).nth(14).bounding_box()
    assert before
    assert after
    assert abs(before["y"] - after["y"]) < 3
