"""Journeys of somebody whose network is slow, cuts files off, or brings those of another day."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import count
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Route

from tests.browser.finding import Gate, answered, chips, count_line, listed, loaded, opened, settled, titles
from tests.browser.serving import served
from tests.browser.visiting import PHONE, visiting

Trouble = Callable[[Route], None]


def _missing(route: Route) -> None:
    route.fulfill(status=404, body="")


def _lost(route: Route) -> None:
    route.abort("connectionfailed")


def _cut(route: Route) -> None:
    route.fulfill(body=route.fetch().body()[:40])


def _other(route: Route) -> None:
    route.fulfill(body=b"<!doctype html><title>Sign in to this network</title>")


ROOT = "**/find/index/root.bin*"
WORKER = "**/assets/hub-find.js*"  # what the page has, and then asks for again as its worker


def but_the_first(trouble: Trouble) -> Trouble:
    asked = count()
    return lambda route: trouble(route) if next(asked) else route.continue_()


@pytest.mark.parametrize("trouble", [_missing, _lost, _cut, _other])
@pytest.mark.parametrize("files", [ROOT, "**/find/index/*/*/*.bin*", WORKER])
def test_a_failure_is_said_and_the_lists_stay(chromium: Browser, root: str, files: str, trouble: Trouble) -> None:
    """Whatever is missing, lost, cut or something else: words say it, the lists are there, and trying again helps."""
    with visiting(chromium, root) as visitor:
        visitor.page.route(files, but_the_first(trouble) if files == WORKER else trouble)
        page = visitor.open("find/?q=battery")
        page.wait_for_selector("#hub-find-failed:not([hidden])")
        assert len(page.locator("#hub-find-why").inner_text()) > 20
        assert page.locator("#hub-lists").is_visible()
        assert titles(page) == []
        page.unroute(files)
        page.click("#hub-find-failed a")
        settled(page, "battery")
        assert titles(page)
        assert not page.locator("#hub-find-failed").is_visible()


def test_a_missing_script_is_said_too(chromium: Browser, root: str) -> None:
    """Without its own script the finder says that it could not be loaded."""
    with visiting(chromium, root) as visitor:
        visitor.page.route("**/assets/hub-find.js*", _missing)
        page = visitor.open("find/?q=battery&kind=course")
        page.wait_for_selector("#hub-find-failed:not([hidden])")
        assert page.locator("#hub-lists").is_visible()
        assert page.locator("#hub-find-status").text_content() == page.locator("#hub-find-why").text_content()


def test_an_index_of_another_day_is_said(chromium: Browser, root: str) -> None:
    """A page that is older than the site says so, and loading it again is offered."""
    with visiting(chromium, root) as visitor:
        visitor.page.route(ROOT, lambda route: route.fulfill(body=_of_another_format(root)))
        page = visitor.open("find/?q=battery")
        page.wait_for_selector("#hub-find-failed:not([hidden])")
        assert "renewed" in page.locator("#hub-find-why").inner_text()
        page.unroute(ROOT)
        page.click("#hub-find-failed a")
        settled(page, "battery")
        assert titles(page)


def test_an_older_copy_of_the_root_is_asked_for_anew(chromium: Browser, root: str) -> None:
    """What the browser still keeps of an older site is no reason to load the page again."""
    first = iter([_of_another_format(root)])
    with visiting(chromium, root) as visitor:
        visitor.page.route(ROOT, lambda route: _once(route, next(first, None)))
        page = visitor.open("find/?q=battery")
        settled(page, "battery")
        assert titles(page)
        assert next(first, None) is None
        assert not page.locator("#hub-find-failed").is_visible()


def test_a_host_that_keeps_the_older_root_is_passed(chromium: Browser, root: str) -> None:
    """Some hosts in between give what they have, whatever the browser asks for: then it asks by another name."""
    with visiting(chromium, root) as visitor:
        visitor.page.route("**/find/index/root.bin", lambda route: route.fulfill(body=_of_another_format(root)))
        page = settled(visitor.open("find/?q=battery"), "battery")
        assert titles(page)


def test_a_page_has_the_scripts_that_it_was_made_with(chromium: Browser, site: Path) -> None:
    """Scripts may be kept for a day: when the site is of a newer program, loading the page again brings newer ones."""
    script, new = "hub-find.js", (site / "find" / "index.html").read_text("utf-8")
    older = re.sub(rb"\w+\.format!==", b"999!==", (site / "assets" / script).read_bytes())
    old = re.sub(r"(assets/hub[\w-]*\.\w+\?)\w+", r"\1older", new)
    assert old != new
    instead = {"/find/": old.encode(), f"/assets/{script}": older}
    with served(site, instead) as root, visiting(chromium, root) as visitor:
        page = visitor.open("find/?q=battery")
        page.wait_for_selector("#hub-find-failed:not([hidden])")
        assert "renewed" in page.locator("#hub-find-why").inner_text()
        instead.clear()
        visitor.follow("#hub-find-failed a")
        settled(page, "battery")
        assert titles(page)
        assert {urlsplit(one).query for one in loaded(page) if "/assets/hub" in one} == set(
            re.findall(r"assets/hub\.js\?(\w+)", new)
        )


def test_a_damaged_script_is_not_kept(chromium: Browser, site: Path) -> None:
    """What arrived damaged, and may be kept for a day, is there at the next try."""
    instead = {"/assets/hub-find.js": b"const"}
    with served(site, instead) as root, visiting(chromium, root) as visitor:
        page = visitor.open("find/?q=battery")
        page.wait_for_selector("#hub-find-failed:not([hidden])")
        instead.clear()
        with page.expect_response(lambda response: response.request.resource_type == "fetch"):
            page.reload()
        visitor.follow("#hub-find-failed a")
        settled(page, "battery")
        assert titles(page)


def test_snippets_that_cannot_be_loaded_take_nothing_away(chromium: Browser, root: str) -> None:
    """Where the text in which a word stands is out of reach, the summary is shown."""
    with visiting(chromium, root) as visitor:
        page = settled(visitor.open("find/?q=examination"), "examination")
        whole = titles(page)
        assert whole
        visitor.page.route("**/find/index/*/texts-*.bin*", _missing)
        page = settled(visitor.open("find/?q=examination"), "examination")
        assert titles(page) == whole
        assert all(page.locator("#hub-results .hub-row__more").all_inner_texts())


@pytest.mark.parametrize(
    ("path", "slow", "meanwhile"),
    [
        ("find/?q=battery", "**/assets/hub.js*", "**/assets/hub-find.js*"),
        ("find/?q=battery&kind=course", "**/assets/hub-further.js*", "**/find/index/*/*/*.bin"),
        ("find/?q=battery&kind=course", "**/assets/hub-filters.js*", "**/find/index/root.bin"),
    ],
)
def test_files_do_not_wait_in_line(chromium: Browser, root: str, path: str, slow: str, meanwhile: str) -> None:
    """On a slow network each wait counts: what needs not wait for another file is asked for beside it."""
    with visiting(chromium, root) as visitor:
        page = visitor.page
        gate = Gate(page, slow)
        with page.expect_request(meanwhile):
            page.goto(root + path, wait_until="commit")
        gate.open()
        settled(page, "battery")
        assert titles(page)
        assert visitor.noise == []


def test_the_index_is_opened_while_one_types(chromium: Browser, root: str) -> None:
    """Whoever turns to the search will ask it."""
    with visiting(chromium, root) as visitor:
        page = visitor.open("courses/")
        with page.expect_request(ROOT):
            page.focus("#hub-q")
        assert visitor.noise == []


def test_filters_on_their_way_hold_nothing_back(chromium: Browser, root: str) -> None:
    """As long as nothing is filtered, results do not wait for the filters' script; then it fills what is open."""
    with visiting(chromium, root) as visitor:
        page = settled(visitor.open("find/?q=battery"), "battery")
        gate = Gate(page, "**/assets/hub-filters.js*")
        page.click("details[data-facet=mode] > summary")
        page.fill("#hub-find-q", "hydrogen")
        settled(page, "hydrogen")
        assert titles(page)
        gate.open()
        page.wait_for_selector("details[data-facet=mode] .hub-choice")
        assert visitor.noise == []


def _once(route: Route, body: bytes | None) -> None:
    if body is None:
        route.continue_()
    else:
        route.fulfill(body=body)


def _of_another_format(_root: str) -> bytes:
    import json  # noqa: PLC0415
    import zlib  # noqa: PLC0415

    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(json.dumps({"format": 999}).encode()) + packer.flush()


def test_a_slow_network_is_said(chromium: Browser, root: str) -> None:
    """After a moment it is said that the search is at work; then results come, and nothing has moved."""
    with visiting(chromium, root) as visitor:
        page = visitor.page
        gate = Gate(page, ROOT)
        visitor.open("find/?q=battery")
        page.wait_for_function("() => document.getElementById('hub-find-count').textContent.startsWith('Searching')")
        place = page.locator("#hub-find-sort").bounding_box()
        gate.open()
        settled(page, "battery")
        assert "Searching" not in count_line(page)
        assert page.locator("#hub-find-sort").bounding_box() == place


def test_a_later_word_overtakes_an_earlier_one(chromium: Browser, root: str) -> None:
    """Whoever types on while the first answer is still on its way sees only the last one."""
    with visiting(chromium, root) as visitor:
        page = visitor.page
        gate = Gate(page, ROOT)
        visitor.open("find/")
        page.fill("#hub-find-q", "battery")
        page.wait_for_timeout(400)
        page.fill("#hub-find-q", "robotics")
        page.wait_for_timeout(400)
        gate.open()
        settled(page, "robotics")
        page.wait_for_timeout(300)
        assert page.locator("#hub-results").get_attribute("data-query") == "robotics"


def test_a_box_without_its_script_is_a_form(chromium: Browser, root: str, site: Path) -> None:
    """Where suggestions cannot be loaded, Enter still leads to the finder."""
    assert (site / "assets" / "hub-find.js").is_file()
    with visiting(chromium, root) as visitor:
        visitor.page.route("**/assets/hub-find.js*", _lost)
        page = visitor.open("courses/")
        page.focus("#hub-q")
        page.keyboard.type("battery")
        page.keyboard.press("Enter")
        page.wait_for_url("**/find/?q=battery")


def test_without_filters_there_are_results(chromium: Browser, root: str) -> None:
    """Where the filters' script is missing, what was asked for is shown and it is said; trying again helps."""
    with visiting(chromium, root, viewport=PHONE) as visitor:
        visitor.page.route("**/assets/hub-filters.js*", _missing)
        page = settled(visitor.open("find/?q=battery&kind=course"), "battery")
        page.wait_for_selector("#hub-find-unfiltered:not(:empty)")
        assert len(titles(page)) == 10
        page.unroute("**/assets/hub-filters.js*")
        page.click("#hub-filters-open")
        page.wait_for_selector("#hub-drawer[open]")
        assert not [noise for noise in visitor.noise if "error:" in noise.split(" ", 1)[1][:6]]


def test_choices_that_cannot_be_loaded_take_nothing_away(chromium: Browser, root: str) -> None:
    """It is said beside the filters, in the sheet too; the results stay."""
    with visiting(chromium, root, viewport=PHONE) as visitor:
        page = settled(visitor.open("find/?q=battery"), "battery")
        page.route("**/mode.bin*", _missing)
        page.click("#hub-filters-open")
        page.click("#hub-drawer details[data-facet=mode] > summary")
        page.locator("#hub-drawer #hub-filters-status:not(.hub-hidden)", has_text="could not be loaded").wait_for()
        page.click("#hub-drawer details[data-facet=region] > summary")
        page.wait_for_selector("#hub-drawer details[data-facet=region] .hub-choice")
        assert page.locator("#hub-filters-status").is_visible()
        assert len(titles(page)) == 10


def test_more_that_cannot_be_loaded_takes_nothing_away(chromium: Browser, root: str) -> None:
    """The results stay, the button too, with the focus; what happened is said."""
    with visiting(chromium, root) as visitor:
        page = settled(visitor.open("find/?q=battery"), "battery")
        page.route("**/find/index/**", _lost)
        page.focus("#hub-find-more button")
        page.keyboard.press("Enter")
        page.wait_for_selector("#hub-find-more span:not(:empty)")
        assert "could not be" in page.locator("#hub-find-more span").inner_text()
        assert len(titles(page)) == 10
        assert page.evaluate("() => document.activeElement.matches('#hub-find-more button')")
        page.unroute("**/find/index/**")
        page.keyboard.press("Enter")
        page.wait_for_function("() => document.querySelectorAll('#hub-results .hub-result__link').length > 10")


def test_no_word_of_waiting_outlives_the_wait(chromium: Browser, root: str) -> None:
    """Who goes back to what was there before is not told of the word in between."""
    with visiting(chromium, root) as visitor:
        page = visitor.open("find/")
        page.fill("#hub-find-q", "battery")
        settled(page, "battery")
        gate = Gate(page, "**/find/index/**")
        page.fill("#hub-find-q", "battery zylinder")
        page.wait_for_timeout(250)
        page.fill("#hub-find-q", "battery")
        settled(page, "battery")
        page.wait_for_timeout(600)
        assert "Searching" not in count_line(page)
        gate.open()


def test_more_waits_for_what_is_on_its_way(chromium: Browser, root: str) -> None:
    """The button belongs to the results above it: they are not mixed with those of the next word."""
    with visiting(chromium, root) as visitor:
        page = settled(visitor.open("find/?q=battery"), "battery")
        before = titles(page)
        gate = Gate(page, "**/find/index/**")
        page.fill("#hub-find-q", "hydrogen")
        page.wait_for_timeout(250)
        page.click("#hub-find-more button")
        gate.open()
        settled(page, "hydrogen")
        assert titles(page)
        assert not set(titles(page)) & set(before[:3])


def test_what_is_pressed_early_is_done_later(chromium: Browser, root: str) -> None:
    """While the search's script is on its way, filters can be asked for, and an order chosen."""
    with visiting(chromium, root, viewport=PHONE) as visitor:
        gate = Gate(visitor.page, "**/assets/hub-find.js*")
        page = visitor.open("find/?q=battery")
        page.select_option("#hub-find-sort", "title")
        page.click("#hub-filters-open")
        gate.open()
        page.wait_for_selector("#hub-drawer[open]")
        page.wait_for_url("**sort=title")


def test_without_its_first_script_a_page_is_plain(chromium: Browser, root: str) -> None:
    """Nothing that would not work is offered, and the lists stand where results would."""
    with visiting(chromium, root) as visitor:
        visitor.page.route("**/assets/hub.js*", _missing)
        page = visitor.open("find/?q=battery")
        assert page.locator("#hub-filters").is_hidden()
        lists = page.locator("#hub-lists").bounding_box()
        assert lists, "the lists are not shown"
        assert lists["y"] < 700


def test_a_browser_that_is_too_old_is_told_so(chromium: Browser, root: str) -> None:
    """Trying again would not help it."""
    with visiting(chromium, root) as visitor:
        visitor.page.add_init_script("delete globalThis.DecompressionStream")
        visitor.page.route(ROOT, _cut)
        page = visitor.open("find/?q=battery")
        page.wait_for_selector("#hub-find-failed:not([hidden])")
        assert "too old" in page.locator("#hub-find-why").inner_text()


def test_what_fails_is_said_where_it_does(chromium: Browser, root: str) -> None:
    """Words stand beside the button for more, or the filters; the count stays, and trying again helps."""
    with visiting(chromium, root) as visitor:
        page = visitor.open("find/?q=battery")
        settled(page, "battery")
        count = count_line(page)
        page.route("**/find/index/**", _lost)
        page.click("#hub-find-more button")
        page.wait_for_selector("#hub-find-more span:not(:empty)")
        assert len(titles(page)) == 10
        page.route(
            "**/assets/hub-filters.js*", lambda route: route.fulfill(body="const", content_type="text/javascript")
        )
        page.click("details[data-facet=kind] > summary")
        page.wait_for_selector("#hub-find-unfiltered:not(:empty)")
        assert count_line(page) == count
        page.unroute("**/find/index/**")
        page.unroute("**/assets/hub-filters.js*")
        page.click("details[data-facet=kind] > summary")
        page.click("details[data-facet=kind] > summary")
        page.wait_for_selector("details[data-facet=kind] .hub-choice")
        assert page.locator("#hub-find-unfiltered").inner_text() == ""
        page.click("#hub-find-more button")
        listed(page, 20)
        assert page.evaluate("() => document.activeElement.textContent") == titles(page)[10]
        assert page.locator("#hub-find-more span").inner_text() == ""


def test_what_is_chosen_is_seen_though_nothing_comes(chromium: Browser, root: str) -> None:
    """On a phone the sheet says that the network is down, and claims no number; what was chosen can be taken back."""
    with visiting(chromium, root, viewport=PHONE) as visitor:
        page = settled(visitor.open("find/?q=battery"), "battery")
        page.click("#hub-filters-open")
        opened(page, "price")
        page.route("**/find/index/**", _lost)
        page.click("details[data-facet=price] .hub-choice >> nth=0")
        page.locator("#hub-drawer #hub-filters-status:not(.hub-hidden)", has_text="network").wait_for()
        assert not any(map(str.isdigit, page.locator(".hub-drawer__foot").inner_text()))
        page.click("#hub-drawer [value=close] >> nth=0")
        assert page.locator("#hub-filters-count").inner_text() == "(1)"
        assert chips(page) == [f"Price: {page.title().split(' · ')[1]}"]
        page.unroute("**/find/index/**")
        page.click(".hub-chosen__one button")
        settled(page, "battery")
        assert page.locator("#hub-filters-status").inner_text() == ""


def test_choices_on_their_way_are_said(chromium: Browser, root: str) -> None:
    """A group that is opened on a slow network says that it is at work, until its choices are there."""
    with visiting(chromium, root) as visitor:
        page = visitor.open("find/?q=battery")
        settled(page, "battery")
        gate = Gate(page, "**/find/index/**")
        page.click("details[data-facet=role] > summary")
        page.wait_for_function(
            "() => document.getElementById('hub-filters-status').textContent.startsWith('Searching')"
        )
        gate.open()
        page.wait_for_selector("details[data-facet=role] .hub-choice")
        assert page.locator("#hub-filters-status").inner_text() == ""


def test_no_group_is_at_work_for_ever(chromium: Browser, root: str) -> None:
    """A group that was closed before its choices came leaves no word behind."""
    with visiting(chromium, root) as visitor:
        page = visitor.open("find/?q=battery")
        settled(page, "battery")
        page.click("details[data-facet=mode] > summary")
        page.wait_for_selector("details[data-facet=mode] .hub-choice")
        page.click("details[data-facet=mode] > summary")
        gate = Gate(page, "**/*.bin")
        page.click("details[data-facet=region] > summary")
        status = page.locator("#hub-filters-status")
        status.filter(has_text="Searching").wait_for()
        page.click("details[data-facet=region] > summary")
        page.focus("#hub-find-q")
        page.keyboard.press("End")
        page.keyboard.type(" cell")
        page.wait_for_url("**/find/?q=battery+cell")
        gate.open()
        settled(page, "battery cell")
        status.filter(has_not_text="Searching").wait_for(state="attached")
        assert status.inner_text() == ""


def test_a_damaged_script_leaves_the_plain_page(chromium: Browser, root: str) -> None:
    """The script of every page may come cut: then the page is as it is without JavaScript."""
    with visiting(chromium, root) as visitor:
        page = visitor.page
        page.route(
            "**/assets/hub.js*", lambda route: route.fulfill(body="const root = ", content_type="text/javascript")
        )
        visitor.open("find/?q=battery")
        page.wait_for_selector(".hub-finder__bar", state="hidden")
        assert page.evaluate("() => document.documentElement.dataset.hubAsked") is None
        assert page.locator("#hub-lists").is_visible()


def test_a_browser_that_allows_fewer_addresses_still_answers(chromium: Browser, root: str) -> None:
    """Safari lets a page change its address a hundred times in half a minute: after that one finds all the same."""
    with visiting(chromium, root) as visitor:
        page = settled(visitor.open("find/?q=battery"), "battery")
        before = titles(page)
        page.evaluate("() => { history.replaceState = () => { throw new DOMException('often', 'SecurityError'); }; }")
        assert set(answered(page, "welding")) - set(before)
        opened(page, "kind")
        page.click("details[data-facet=kind] .hub-choice >> nth=0")
        page.wait_for_selector(".hub-chosen__one")
        assert visitor.noise == []


def test_a_browser_of_two_years_ago_is_enough(chromium: Browser, root: str) -> None:
    """Safari 16.4 is new enough for the index, and so for filters, the shortlist and the way to the box."""
    with visiting(chromium, root, viewport=PHONE) as visitor:
        visitor.page.add_init_script("delete Element.prototype.checkVisibility")
        page = settled(visitor.open("find/?q=battery"), "battery")
        page.click("#hub-filters-open")
        opened(page, "mode")
        page.click("details[data-facet=mode] .hub-choice >> nth=0")
        page.wait_for_selector(".hub-chosen__one", state="attached")
        assert not page.locator("#hub-find-failed").is_visible()
        page = visitor.open("courses/")
        page.keyboard.press("Control+k")
        assert page.evaluate("document.activeElement.id") == "hub-q"
        assert visitor.noise == []


def test_filters_do_not_come_over_who_has_gone_on(chromium: Browser, root: str) -> None:
    """Filters that were asked for while the search was on its way, and no longer are when it comes, stay closed."""
    with visiting(chromium, root, viewport=PHONE) as visitor:
        gate = Gate(visitor.page, "**/assets/hub-filters.js*")
        page = settled(visitor.open("find/?q=battery"), "battery")
        page.click("#hub-filters-open")
        page.focus("#hub-find-q")
        gate.open()
        page.wait_for_load_state("networkidle")
        assert answered(page, "welding")
        assert page.locator("#hub-drawer[open]").count() == 0
        page.focus("#hub-find-q")
        page.evaluate("document.getElementById('hub-filters-open').click()")  # as some tools press it: no focus moves
        page.wait_for_selector("#hub-drawer[open]")
