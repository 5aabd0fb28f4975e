"""Journeys of somebody who saves entries, compares them, and sends them to a friend."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.browser.conftest import Invite
from tests.browser.finding import SHIFT, Gate, settled
from tests.browser.test_every_kind_of_page import FINDINGS, RULES, TOO_WIDE, an_examiner
from tests.browser.visiting import DESK, NARROW, PHONE, Visitor, visiting


def _saved(visitor: Visitor, count: int) -> Page:
    """A visitor who has saved that many courses from what they found."""
    page = settled(visitor.open("find/?q=safety&kind=course"))
    for place in range(count):
        page.click(f"#hub-results .hub-save >> nth={place}")
        page.wait_for_function(f"() => document.querySelectorAll('.hub-save[aria-pressed=true]').length > {place}")
    return page


def _shortlist(visitor: Visitor, rows: int, query: str = "") -> Page:
    page = visitor.open(f"shortlist/{query}")
    page.wait_for_selector("#hub-kept[aria-busy=false]", state="attached")
    assert page.locator("#hub-kept > li").count() == rows
    return page


def _told(page: Page, label: str) -> list[str]:
    """What the comparison tells under that heading, column by column."""
    row = page.locator(".hub-compare tbody tr").filter(has=page.get_by_role("rowheader", name=label, exact=True))
    return row.locator("td").all_inner_texts()


def test_what_is_saved_is_there_again(invite: Invite) -> None:
    """What is saved is saved on its own page, in the other language, and after a reload; there is no cookie."""
    visitor = invite()
    page = _saved(visitor, 1)
    address = page.locator("#hub-results .hub-save").first.get_attribute("data-save")
    page = visitor.open(f"{address}/")
    page.wait_for_selector(".hub-save[aria-pressed=true]")
    assert page.locator(".hub-kept").is_visible()
    page = visitor.open(f"de/{address}/")
    page.wait_for_selector(".hub-save[aria-pressed=true]")
    page.click(".hub-save")
    page.wait_for_selector(".hub-save[aria-pressed=false]")
    assert page.evaluate("() => [localStorage.length, document.cookie]") == [0, ""]
    assert not page.locator(".hub-kept").is_visible()


def test_up_to_four_stand_side_by_side(invite: Invite) -> None:
    """A real table: a column with a heading for each entry, facts as headings of rows; a fifth has to wait."""
    visitor = invite()
    _saved(visitor, 5)
    page = _shortlist(visitor, 5)
    assert page.locator(".hub-compare thead th[scope=col]").count() == 4
    facts = page.locator(".hub-compare tbody th[scope=row]").all_inner_texts()
    assert {"Type", "Provider", "Level", "Price", "Next date", "Effort", "Taught in", "Skills"} <= set(facts)
    boxes = page.locator("#hub-kept input")
    assert boxes.nth(4).is_disabled()
    boxes.nth(0).uncheck()
    assert boxes.nth(4).is_enabled()
    boxes.nth(4).check()
    assert page.locator(".hub-compare thead th[scope=col]").count() == 4


def test_an_entry_is_removed(invite: Invite) -> None:
    """Removed is removed, the focus goes on to the next, and an empty list says what to do."""
    visitor = invite()
    _saved(visitor, 2)
    page = _shortlist(visitor, 2)
    page.locator("#hub-kept button").first.click()
    assert page.locator("#hub-kept > li").count() == 1
    assert page.evaluate("() => document.activeElement.matches('#hub-kept button')")
    page.keyboard.press("Enter")
    assert page.locator("#hub-kept-none").is_visible()
    page.reload()
    assert page.locator("#hub-kept-none").is_visible()


def test_a_list_is_shared_as_an_address(invite: Invite) -> None:
    """A friend sees the same entries side by side, owns nothing of them, and can save them all."""
    visitor = invite()
    _saved(visitor, 2)
    page = _shortlist(visitor, 2)
    address = page.input_value("#hub-share-address")
    assert "/shortlist/?entries=courses/" in address
    friend = invite()
    page = _shortlist(friend, 2, address.partition("shortlist/")[2])
    assert page.locator(".hub-compare thead th").count() == 2
    assert page.evaluate("() => localStorage.length") == 0
    page.click("#hub-kept-shared button")
    page.wait_for_url("**/shortlist/")
    page.wait_for_function("() => document.querySelectorAll('#hub-kept > li').length === 2")


def test_what_is_gone_says_so(chromium: Browser, root: str) -> None:
    """An entry that was taken away is named, not compared, and not saved; an address that is no entry is left out."""
    with visiting(chromium, root) as visitor:
        query = "?entries=courses/never-was-there,skills/teamwork,skills/recycling,../../secret,https://example.org/x"
        page = _shortlist(visitor, 3, query)
        assert "no longer here" in page.locator("#hub-kept > li").first.inner_text()
        assert not page.locator("#hub-kept > li").first.locator("label").is_visible()
        assert page.locator(".hub-compare thead th").all_inner_texts() == ["Teamwork", "Recycling opportunities"]
        page.click("#hub-kept-shared button")
        page.wait_for_url("**/shortlist/")
        page.wait_for_selector("#hub-kept[aria-busy=false] > li", state="attached")
        assert page.locator("#hub-kept > li a").all_inner_texts() == ["Teamwork", "Recycling opportunities"]
        assert not [noise for noise in visitor.noise if "never-was-there" not in noise and "404" not in noise]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("screen", [PHONE, DESK], ids=["phone", "desk"])
def test_axe_finds_no_barrier(invite: Invite, screen: Any, scheme: Any) -> None:
    """The comparison, and the empty list."""
    visitor = an_examiner(invite, viewport=screen, color_scheme=scheme)
    found = visitor.open("shortlist/").evaluate(FINDINGS, RULES)
    _saved(visitor, 3)
    found += _shortlist(visitor, 3).evaluate(FINDINGS, RULES)
    assert not found, "\n".join(found)


def test_it_fits_the_narrowest_screen(invite: Invite) -> None:
    """At 320 pixels only the table scrolls, in a region of its own."""
    visitor = invite(viewport=NARROW)
    _saved(visitor, 3)
    assert not _shortlist(visitor, 3).evaluate(TOO_WIDE)


def test_paper_shows_the_comparison(invite: Invite) -> None:
    """Printed, there is the list and the table, and nothing to click."""
    visitor = invite()
    _saved(visitor, 2)
    page = _shortlist(visitor, 2)
    page.emulate_media(media="print")
    assert page.locator(".hub-compare table").is_visible()
    shown = page.locator("#hub-shortlist button:visible, #hub-shortlist input:visible")
    assert shown.all_inner_texts() == []


def test_without_javascript_it_says_what_it_needs(invite: Invite) -> None:
    """Nothing pretends to work, and the page says why."""
    visitor = invite(java_script_enabled=False)
    page = visitor.open("shortlist/")
    assert "JavaScript" in page.locator("main").inner_text()
    assert not visitor.open("skills/teamwork/").locator(".hub-save").is_visible()


def test_two_tabs_share_one_list(invite: Invite) -> None:
    """What one tab saves, the other shows; and it does not undo it by removing something else."""
    visitor = invite()
    page = _saved(visitor, 2)
    here = visitor.page.context.new_page()
    here.goto(f"{visitor.root}shortlist/")
    here.wait_for_selector("#hub-kept[aria-busy=false] > li", state="attached")
    page.click("#hub-results .hub-save >> nth=2")
    here.wait_for_function("() => document.querySelectorAll('#hub-kept > li').length === 3")
    here.locator("#hub-kept button").first.click()
    assert here.evaluate("() => JSON.parse(Object.values(localStorage)[0]).length") == 2
    page.wait_for_function("() => document.querySelectorAll('.hub-save[aria-pressed=true]').length === 2")


@pytest.mark.parametrize("refusal", ["throw new DOMException('full', 'QuotaExceededError')", "throw new Error('none')"])
def test_what_cannot_be_kept_is_said(invite: Invite, refusal: str) -> None:
    """No room, or no storage at all: the button says so, and a list that was shared stays where it is."""
    visitor = invite()
    visitor.page.add_init_script(f"Storage.prototype.setItem = () => {{ {refusal}; }}")
    page = visitor.open("skills/teamwork/")
    page.click(".hub-save")
    page.wait_for_selector(".hub-unsaved")
    assert "could not be saved" in page.locator(".hub-unsaved").inner_text()
    assert page.locator(".hub-save").get_attribute("aria-pressed") == "false"
    assert not page.locator(".hub-kept").is_visible()
    page = _shortlist(visitor, 1, "?entries=skills/teamwork")
    page.click("#hub-kept-shared button")
    page.wait_for_selector(".hub-unsaved")
    assert page.locator("#hub-kept > li").count() == 1


def test_pressed_twice_it_is_saved_once(chromium: Browser, root: str) -> None:
    """On a slow network nothing is seen of the first press: the second one does not take it back."""
    with visiting(chromium, root) as visitor:
        gate = Gate(visitor.page, "**/assets/hub-shortlist.js*")
        page = visitor.open("skills/teamwork/")
        page.click(".hub-save")
        page.wait_for_selector(".hub-save[aria-busy=true]")
        page.click(".hub-save")
        gate.open()
        page.wait_for_selector(".hub-save[aria-pressed=true]:not([aria-busy])")
        assert "skills/teamwork" in page.evaluate("() => Object.values(localStorage).join()")
        page.click(".hub-save")
        page.wait_for_selector(".hub-save[aria-pressed=false]")


def test_a_page_that_slept_wakes_up_as_things_are(invite: Invite) -> None:
    """After Back a browser may show a page as it was left: what was saved or coloured elsewhere is shown then."""
    visitor = invite(color_scheme="light")
    page = _saved(visitor, 1)
    page.evaluate("""() => {
      for (const key of Object.keys(localStorage)) if (key.startsWith("hub-saved ")) localStorage.removeItem(key);
      localStorage.setItem("hub-scheme", "dark");
      dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
    }""")
    page.wait_for_function("() => !document.querySelector('.hub-save[aria-pressed=true]')")
    assert page.locator("html").get_attribute("data-hub-scheme") == "dark"
    assert page.locator(".hub-palette").get_attribute("aria-pressed") == "true"


def test_the_comparison_tells_what_pages_tell(invite: Invite) -> None:
    """Badges are a row of their own, levels of skills stand in brackets; what is the same stands in one row."""
    entries = "events/sample-webinar-security-questionnaires,courses/hv-safety-level-2-stuttgart"
    page = _shortlist(invite(), 2, f"?entries={entries}")
    assert _told(page, "State") == ["Cancelled, Sample", "Sample"]
    webinar, course = _told(page, "Skills")
    assert webinar == "ICT security standards (Awareness)"
    assert course.startswith("Electrical / high-voltage safety (Practitioner), Electrical safety regulations (")
    webinar, course = _told(page, "Taking part / Form")
    assert webinar.startswith("Online · ")
    assert course == "On site · Full time"
    assert _told(page, "Languages / Taught in") == ["English", "German · B1"]
    assert "–" not in _told(page, "Organiser / Provider")


def test_the_comparison_keeps_words_apart(invite: Invite) -> None:
    """A source stands behind what it is the source of, and is named once."""
    page = _shortlist(invite(), 2, "?entries=skills/battery-design,job-roles/battery-assembler")
    page.wait_for_selector(".hub-compare td")
    told = [one for one in page.locator(".hub-compare td").all_inner_texts() if "Source" in one]
    assert told
    assert all(" · Source: " in one for one in told), told
    assert not any(one.rstrip().endswith((".org", ".eu", ".com")) for one in told), told


def test_two_fit_beside_each_other_on_a_phone(invite: Invite) -> None:
    """Nobody scrolls to see the second."""
    visitor = invite(viewport=PHONE)
    _saved(visitor, 2)
    page = _shortlist(visitor, 2)
    assert page.locator(".hub-compare").evaluate("one => one.scrollWidth - one.clientWidth") <= 0


def test_nothing_moves_while_a_list_comes(invite: Invite) -> None:
    """Rows, comparison and footer have their places before their texts are there."""
    visitor = invite()
    _saved(visitor, 4)
    page = _shortlist(visitor, 4)
    assert page.evaluate(SHIFT) < 0.03


def test_what_was_compared_is_compared_when_it_is_ones_own(invite: Invite) -> None:
    """Whoever keeps what a friend shared goes on comparing the same."""
    visitor = invite()
    page = _shortlist(visitor, 3, "?entries=skills/teamwork,skills/welding,skills/robotics&compare=skills/robotics")
    page.click("#hub-kept-shared button")
    page.wait_for_url("**/shortlist/?compare=skills/robotics")
    page.wait_for_selector("#hub-kept[aria-busy=false]", state="attached")
    assert page.locator("#hub-kept > li").count() == 3
    assert page.locator(".hub-compare thead th[scope=col]").count() == 1


def test_an_endless_list_is_cut(chromium: Browser, root: str) -> None:
    """An address may name anything: no more is asked for than a list can hold, a few at a time."""
    with visiting(chromium, root) as visitor:
        page = visitor.page
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url) if "/courses/no-" in request.url else None)
        query = "?entries=" + ",".join(f"courses/no-{number}" for number in range(2000))
        _shortlist(visitor, 200, query)
        assert len(asked) == 200


def test_entries_are_there_before_their_pages(chromium: Browser, root: str) -> None:
    """What is known of an entry is shown at once, and one that is slow keeps no other back."""
    with visiting(chromium, root) as visitor:
        page = visitor.page
        gate = Gate(page, "**/skills/teamwork/")
        visitor.open("shortlist/?entries=skills/teamwork,skills/recycling")
        page.wait_for_function(
            "() => document.querySelectorAll('#hub-kept .hub-row__type')[1]?.textContent === 'Skill'"
        )
        assert page.locator("#hub-kept > li").count() == 2
        gate.open()
        page.wait_for_selector("#hub-kept[aria-busy=false]", state="attached")


def test_a_text_in_the_language_of_the_page_has_no_other(invite: Invite) -> None:
    """An empty ``lang`` would say that nobody knows which it is."""
    page = _shortlist(invite(), 2, "?entries=skills/teamwork,skills/recycling")
    assert page.locator('#hub-shortlist [lang=""]').count() == 0


def test_four_columns_fit_on_paper(invite: Invite) -> None:
    """None of the comparison is cut off at the edge of an upright page."""
    visitor = invite(viewport={"width": 718, "height": 1000})
    _saved(visitor, 4)
    page = _shortlist(visitor, 4)
    page.emulate_media(media="print")
    assert page.evaluate(
        "() => { const place = document.querySelector('.hub-compare');"
        " return place.querySelector('table').scrollWidth <= place.clientWidth + 1; }"
    )


def test_what_is_compared_is_shared_too(invite: Invite) -> None:
    """Which of them one looks at stands in the address: one finds it again, and so does a colleague."""
    visitor = invite()
    _saved(visitor, 5)
    page = _shortlist(visitor, 5)
    boxes = page.locator("#hub-kept input")
    boxes.nth(0).uncheck()
    boxes.nth(4).check()
    columns = page.locator(".hub-compare thead th").all_inner_texts()
    shared = page.input_value("#hub-share-address")
    page.reload()
    page.wait_for_selector("#hub-kept[aria-busy=false]", state="attached")
    assert page.locator(".hub-compare thead th").all_inner_texts() == columns
    page = _shortlist(invite(), 5, f"?{shared.partition('?')[2]}")
    assert page.locator(".hub-compare thead th").all_inner_texts() == columns


def test_an_address_without_entries_says_so(invite: Invite) -> None:
    """Whoever is sent half an address is not told that nothing was meant for them."""
    page = _shortlist(invite(), 0, "?entries=,nonsense")
    assert page.locator("#hub-kept-count").inner_text() == "This address names no entry."


FOCUSED = "() => document.activeElement.getAttribute('aria-label') ?? document.activeElement.tagName"


def test_the_focus_stays_while_the_list_changes(invite: Invite) -> None:
    """Entries come one by one, another tab saves something or chooses colours: whoever is at a button stays there."""
    visitor = invite()
    page = _saved(visitor, 3)
    here = visitor.page.context.new_page()
    gate = Gate(here, "**/courses/*/")
    here.goto(f"{visitor.root}shortlist/")
    here.wait_for_selector("#hub-kept > li >> nth=2")
    here.locator("#hub-kept button").nth(1).focus()
    label = here.evaluate(FOCUSED)
    assert label.startswith("Remove ")
    gate.open()
    here.wait_for_selector("#hub-kept[aria-busy=false]", state="attached")
    assert here.evaluate(FOCUSED) == label
    page.evaluate("() => localStorage.setItem('hub-scheme', 'dark')")
    page.click("#hub-results .hub-save >> nth=3")
    here.wait_for_function("() => document.querySelectorAll('#hub-kept > li').length === 4")
    here.wait_for_selector("#hub-kept[aria-busy=false]", state="attached")
    assert here.evaluate(FOCUSED) == label
    page.click("#hub-results .hub-save >> nth=1")  # the very one
    here.wait_for_function("() => document.querySelectorAll('#hub-kept > li').length === 3")
    assert here.evaluate(FOCUSED).startswith("Remove ")


@pytest.mark.parametrize("place", ["#hub-share-address", "#hub-share-copy", ".hub-compare", ".hub-compare a"])
def test_the_focus_stays_below_the_list_too(invite: Invite, place: str) -> None:
    """Another tab saves something: whoever copies the address, or reads the comparison, is where they were."""
    visitor = invite()
    page = _saved(visitor, 2)
    here = visitor.page.context.new_page()
    here.goto(f"{visitor.root}shortlist/")
    here.wait_for_selector("#hub-kept[aria-busy=false] > li", state="attached")
    here.focus(place)
    gate = Gate(here, "**/courses/*/")
    page.click("#hub-results .hub-save >> nth=2")
    here.wait_for_selector("#hub-kept[aria-busy=true] > li >> nth=2", state="attached")
    here.wait_for_timeout(200)
    assert here.evaluate("place => document.activeElement.matches(place)", place)
    gate.open()
    here.wait_for_selector("#hub-kept[aria-busy=false]", state="attached")
    assert here.evaluate("place => document.activeElement.matches(place)", place)


def test_a_page_that_never_comes_keeps_nothing_back(chromium: Browser, root: str) -> None:
    """The others can be compared and shared after a moment, whatever one host does."""
    with visiting(chromium, root) as visitor:
        page = _saved(visitor, 3)
        never = page.evaluate("() => JSON.parse(Object.values(localStorage)[0])[1][0]")
        Gate(page, f"**/{never}/")
        visitor.open("shortlist/")
        page.locator("#hub-share-copy").wait_for()
        assert page.locator("#hub-compared").is_visible()
        assert page.locator("#hub-kept[aria-busy=true]").count() == 1


def test_an_entry_that_is_gone_leaves_the_focus_in_its_row(chromium: Browser, root: str) -> None:
    """It cannot be compared any more: whoever was at that box is at its row still."""
    with visiting(chromium, root) as visitor:
        page = visitor.open("shortlist/")
        page.evaluate("() => { localStorage.setItem('hub-saved /', '[[\"courses/gone-one\", \"Gone\"]]'); }")
        gate = Gate(page, "**/courses/gone-one/")
        page.reload()
        page.wait_for_selector("#hub-kept > li")
        page.focus("#hub-kept input")
        gate.open()
        page.wait_for_selector("#hub-kept[aria-busy=false]", state="attached")
        assert page.evaluate("() => Boolean(document.activeElement.closest('#hub-kept > li'))")


@pytest.mark.parametrize("script", ["", "const"])
def test_a_shortlist_without_its_script_says_so(chromium: Browser, root: str, script: str) -> None:
    """Its script is lost or cut: the page says so and offers to try again, the button says that nothing was saved."""
    with visiting(chromium, root) as visitor:
        page = visitor.page

        def trouble(route: Route) -> None:
            route.fulfill(body=script, content_type="text/javascript") if script else route.abort()

        page.route("**/hub-shortlist.js*", trouble)
        visitor.open("shortlist/")
        page.wait_for_selector("#hub-kept-failed:not([hidden])")
        page.unroute("**/hub-shortlist.js*")
        page.click("#hub-kept-failed a")
        page.wait_for_selector("#hub-kept-none:not([hidden])")
        assert not page.locator("#hub-kept-failed").is_visible()
        page.route("**/hub-shortlist.js*", trouble)
        visitor.open("skills/teamwork/")
        page.click(".hub-save")
        page.wait_for_selector(".hub-unsaved")
        assert "network" in page.locator(".hub-unsaved").inner_text()
        visitor.noise.clear()  # the browser itself tells of the file that was lost


@pytest.mark.parametrize("language", ["", "de/"])
def test_a_whole_entry_can_be_seen_beside_the_labels(invite: Invite, language: str) -> None:
    """On the narrowest phone a column fits beside the labels, and no title stands over these."""
    visitor = invite(viewport=NARROW)
    page = _saved(visitor, 4)
    page = _shortlist(visitor, 4) if not language else visitor.open("de/shortlist/")
    page.wait_for_selector("#hub-kept[aria-busy=false]", state="attached")
    whole, labels, corner, column = page.evaluate(
        """() => { const area = document.querySelector('.hub-compare'); area.scrollLeft = 160;
        const box = (selector) => area.querySelector(selector).getBoundingClientRect();
        return [area.clientWidth, box('tbody th').right, box('thead td').right, box('thead th').width]; }"""
    )
    left = page.evaluate("() => document.querySelector('.hub-compare').getBoundingClientRect().left")
    assert corner == labels
    assert column <= whole - (labels - left)


SEEN = """() => { const link = document.activeElement, { left, right } = link.getBoundingClientRect();
  const labels = document.querySelector('.hub-compare thead td').getBoundingClientRect().right;
  const edge = document.querySelector('.hub-compare').getBoundingClientRect().right;
  return link.closest('.hub-compare a') ? Math.min(right, edge) - Math.max(left, labels) : null; }"""


@pytest.mark.parametrize("screen", [PHONE, NARROW], ids=["phone", "narrow"])
def test_the_labels_do_not_cover_what_has_the_focus(invite: Invite, screen: Any) -> None:
    """Step by step through the comparison, forth and back: something of each link is seen beside the labels."""
    visitor = invite(viewport=screen)
    _saved(visitor, 4)
    page = _shortlist(visitor, 4)
    page.focus(".hub-compare")
    seen = []
    for key in ["Tab"] * 4 + ["Shift+Tab"] * 3:
        page.keyboard.press(key)
        page.wait_for_timeout(100)
        seen.append(page.evaluate(SEEN))
    assert len(seen) == 7
    assert all(one is not None and one > 24 for one in seen), seen
