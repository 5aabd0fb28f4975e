"""Journeys of somebody who narrows what was found."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Invite
from tests.browser.finding import chips, count_line, loaded, opened, settled, titles
from tests.browser.visiting import DESK, PHONE


def _count(page: Page, facet: str, word: str) -> int:
    choice = page.locator(f"details[data-facet={facet}] .hub-choice:has(input[value='{word}'])")
    return int(choice.locator(".hub-choice__count").inner_text().replace(",", ""))


def test_counts_are_what_one_gets(invite: Invite) -> None:
    """The number beside a choice is the number of entries that it leaves, under whatever else is chosen."""
    page = settled(invite().open("find/?q=safety"))
    opened(page, "kind")
    page.wait_for_timeout(300)
    promised = _count(page, "kind", "course")
    page.check("details[data-facet=kind] input[value=course]")
    page.wait_for_url("**kind=course")
    settled(page)
    opened(page, "level")
    page.wait_for_timeout(300)
    level = _count(page, "level", "expert")
    assert promised > level
    page.check("details[data-facet=level] input[value=expert]")
    page.wait_for_url("**level=expert")
    settled(page)
    page.wait_for_timeout(300)
    assert count_line(page).startswith(f"{level} ") or level == 0


def test_or_within_and_between(invite: Invite) -> None:
    """Two choices of one group widen, a second group narrows; the chips say so in words, and each takes itself back."""
    page = settled(invite().open("find/?kind=course&language=de&language=fr&mode=online"))
    assert chips(page) == [
        "What: Courses",
        "and Form: Online",
        "and Language: German",
        "or French",
    ]
    page.click(".hub-chosen__one >> nth=3 >> button")
    page.wait_for_url("**/find/?kind=course&mode=online&language=de")
    settled(page)
    page.wait_for_timeout(200)
    assert page.evaluate("() => document.activeElement.matches('.hub-chosen button')")
    page.click(".hub-chosen__clear")
    page.wait_for_url("**/find/")
    settled(page)
    assert titles(page) == []


def test_a_country_holds_its_regions(invite: Invite) -> None:
    """A country can be chosen as a whole, opens to its regions, and is never fewer than one of them."""
    page = settled(invite().open("find/?kind=course"))
    opened(page, "region")
    group = page.locator("details[data-facet=region] .hub-choice--parent:has(input[value='~DE'])")
    assert not group.locator("ul").is_visible()
    group.locator("button").click()
    assert group.locator("ul").is_visible()
    assert _count(page, "region", "~DE") >= _count(page, "region", "stuttgart") > 0
    page.check("details[data-facet=region] input[value='~DE']")
    page.wait_for_url("**region=%7EDE")
    settled(page)
    assert page.locator(".hub-chosen").inner_text().count("Germany") == 1


def test_long_lists_are_short_until_asked(invite: Invite) -> None:
    """Eight choices, then all on request; a field of the list's own finds one among them."""
    page = settled(invite().open("find/?kind=course"))
    opened(page, "provider")
    rows = page.locator("details[data-facet=provider] .hub-filter__choices > li:visible")
    assert rows.count() == 8
    page.click("details[data-facet=provider] .hub-filter__more")
    assert rows.count() > 8
    page.fill("details[data-facet=provider] .hub-filter__search", "academy")
    shown = rows.all_inner_texts()
    assert shown
    assert all("academy" in one.lower() for one in shown)


def test_columns_are_loaded_when_a_group_is_opened(invite: Invite) -> None:
    """Nothing of the filters is loaded for a search without them."""
    page = settled(invite().open("find/?q=battery"), "battery")
    assert not [one for one in loaded(page) if "hub-filters" in one]
    opened(page, "mode")
    page.wait_for_function("() => performance.getEntriesByType('resource').some(e => e.name.includes('hub-filters'))")


def test_dates_narrow(invite: Invite) -> None:
    """From a day, until a day: in the address, as chips, and what is found begins between them."""
    page = settled(invite().open("find/?kind=event"))
    page.click("details[data-facet=start] > summary")
    page.fill("input[name=from]", "2027-01-01")
    page.wait_for_url("**from=2027-01-01")
    page.fill("input[name=until]", "2027-03-31")
    page.wait_for_url("**until=2027-03-31")
    settled(page)
    assert chips(page)[1:] == ["and from 1 January 2027", "and until 31 March 2027"]
    assert titles(page)


def test_on_a_phone_filters_are_a_sheet(invite: Invite) -> None:
    """The sheet covers the screen, keeps the focus, says how many there would be, and gives it back on Escape."""
    page = settled(invite(viewport=PHONE).open("find/?q=safety"))
    assert not page.locator("#hub-filters").is_visible()
    page.focus("#hub-filters-open")
    page.keyboard.press("Enter")
    page.wait_for_selector(".hub-drawer[open] #hub-filters")
    box = page.locator(".hub-drawer").bounding_box()
    assert box is not None
    assert (box["width"], box["height"]) == (390, 844)
    opened(page, "kind")
    page.check("details[data-facet=kind] input[value=course]")
    settled(page)
    page.wait_for_function("() => /\\d/.test(document.querySelector('.hub-drawer__foot').textContent)")
    page.keyboard.press("Escape")
    assert not page.locator(".hub-drawer").is_visible()
    assert page.evaluate("() => document.activeElement.id") == "hub-filters-open"
    assert page.locator("#hub-filters-open").inner_text().split() == ["Filters", "(1)"]


@pytest.mark.parametrize("at", [".hub-drawer__head button", "details[data-facet=kind] > summary"])
def test_a_wide_screen_needs_no_sheet(invite: Invite, at: str) -> None:
    """Once the screen is turned the sheet closes, and whoever was in it is at the filters beside the results."""
    page = settled(invite(viewport=PHONE).open("find/?q=safety"))
    page.click("#hub-filters-open")
    page.wait_for_selector(".hub-drawer[open] #hub-filters")
    page.focus(at)
    page.set_viewport_size({"width": 1280, "height": 900})
    page.wait_for_selector(".hub-drawer", state="hidden")
    page.wait_for_function("() => document.activeElement.matches('#hub-filters summary')")
    assert page.locator(".hub-finder__side #hub-filters").is_visible()


def test_a_choice_leads_to_the_first_results(invite: Invite) -> None:
    """Beside long results, filters stay where they are; a choice shows what comes of it."""
    page = settled(invite().open("find/?q=safety"))
    opened(page, "mode")
    page.wait_for_timeout(300)
    page.evaluate("() => scrollTo(0, 700)")
    choice = page.locator("details[data-facet=mode] input[value=online]")
    before = choice.bounding_box()
    choice.check()
    page.wait_for_url("**mode=online")
    settled(page)
    page.wait_for_function("() => document.querySelector('.hub-finder__main').getBoundingClientRect().top > -2")
    assert choice.bounding_box() == before
    first, height = page.locator("#hub-results > li").first.bounding_box(), page.evaluate("() => innerHeight")
    assert first
    assert 0 < first["y"] < height / 2


def test_numbers_agree(invite: Invite) -> None:
    """What is told to be there at least is told exactly once it is counted, on the sheet and above the results."""
    page = settled(invite().open("find/?q=battery"))
    assert count_line(page).startswith("At least")
    opened(page, "kind")
    page.wait_for_function("() => !document.getElementById('hub-find-count').textContent.startsWith('At least')")
    exactly = count_line(page).split()[0]
    assert page.locator(".hub-drawer__foot button").text_content() == f"Show {exactly} entries"
    page.check("details[data-facet=kind] input[value=course]")
    page.wait_for_url("**kind=course")
    settled(page)
    page.wait_for_function("() => !document.getElementById('hub-find-count').textContent.startsWith('At least')")
    assert int(count_line(page).split()[0]) < int(exactly)
    assert int(count_line(page).split()[0]) == _count(page, "kind", "course")


def test_chips_keep_their_order(invite: Invite) -> None:
    """They stand as the filters do, whatever was chosen first."""
    page = settled(invite().open("find/?language=de"))
    opened(page, "kind")
    page.check("details[data-facet=kind] input[value=course]")
    page.wait_for_url("**kind=course")
    settled(page)
    page.locator(".hub-chosen__one >> nth=1").wait_for()
    assert chips(page) == ["What: Courses", "and Language: German"]


def test_a_later_date_that_is_meant_is_told(invite: Invite) -> None:
    """A card tells the next date; when another one lies between the days, that stands beside it."""
    page = settled(invite().open("find/?kind=course&region=stuttgart&from=2027-06-01&until=2027-06-30"))
    (row,) = [one for one in page.locator("#hub-results > li").all_inner_texts() if "15–16 March 2027" in one]
    assert "21 June 2027" in row
    page = settled(invite().open("find/?kind=course&region=stuttgart&from=2027-03-01&until=2027-06-30"))
    assert not [one for one in page.locator("#hub-results > li").all_inner_texts() if "21 June 2027" in one]


def test_how_far_it_is_is_told(invite: Invite) -> None:
    """Sorted by distance, what lies elsewhere tells how far away it is, in the words of the page's language."""
    page = settled(invite().open("de/find/?kind=course&mode=onsite&sort=near&near=stuttgart"))
    rows = page.locator("#hub-results > li").all_inner_texts()
    far = [int(found[1]) for row in rows if (found := re.search(r"(\d+)\s?km", row))]
    assert far == sorted(far)
    assert far
    assert not re.search(r"\d\s?km", rows[0])


def test_part_time_can_be_chosen(invite: Invite) -> None:
    """Who has a job chooses how much of the week a course takes, or asks for that in words."""
    page = settled(invite().open("find/?kind=course&schedule=part-time-light"))
    chosen = int(count_line(page).split()[0])
    assert chosen > 5
    page = settled(invite().open("de/find/?q=berufsbegleitend&kind=course"))
    assert int(count_line(page).split()[0]) >= chosen


@pytest.mark.parametrize(
    ("path", "form"), [("find/?q=elearning", "Online"), ("find/?q=remote", "Online"), ("de/find/?q=Fernkurs", "Online")]
)
def test_what_is_held_online_has_other_names(invite: Invite, path: str, form: str) -> None:
    """People do not ask for it as the catalogue calls it."""
    page = settled(invite().open(f"{path}&kind=course"))
    rows = page.locator("#hub-results > li").all_inner_texts()
    assert len(rows) == 10
    assert all(form in row for row in rows)


def test_a_day_after_the_other_cannot_be_picked(invite: Invite) -> None:
    """Each of the two days bounds the calendar of the other."""
    page = settled(invite().open("find/?kind=course&from=2027-03-01&until=2027-06-30"))
    page.wait_for_selector(".hub-chosen__one")
    assert page.get_attribute("[name=until]", "min") == "2027-03-01"
    assert page.get_attribute("[name=from]", "max") == "2027-06-30"


def test_distance_from_a_region(invite: Invite) -> None:
    """Sorted by distance, a region is asked for, and what lies there comes before what lies far away."""
    page = settled(invite().open("find/?kind=course&mode=onsite"))
    page.select_option("#hub-find-sort", "near")
    page.wait_for_function("() => document.querySelectorAll('#hub-find-near option').length > 5")
    page.select_option("#hub-find-near select", "stuttgart")
    page.wait_for_url("**sort=near&near=stuttgart")
    settled(page)
    page.wait_for_timeout(300)
    assert "Stuttgart" in page.locator("#hub-results li").first.inner_text()
    page = settled(invite().open("find/?kind=course&sort=near&near=stuttgart"))
    assert "Stuttgart" in page.locator("#hub-results li").first.inner_text()  # what is held everywhere waits


def test_a_day_that_is_being_typed_is_one_step(invite: Invite) -> None:
    """A year is typed digit by digit, and one field after the other: what is asked is the day that came of it."""
    page = settled(invite().open("find/?kind=event&from=2026-12-01"))
    page.click("details[data-facet=start] > summary")
    page.wait_for_function("() => document.querySelector('input[name=from]').value === '2026-12-01'")
    before = page.evaluate("() => history.length")
    for day in ("0002-12-01", "0020-12-01", "0202-12-01", "2027-12-01", "2027-11-01"):
        page.fill("input[name=from]", day)
        page.wait_for_timeout(60)
    page.wait_for_url("**from=2027-11-01")
    assert page.evaluate("() => history.length") == before + 1


def test_two_days_and_a_word_at_once(invite: Invite) -> None:
    """Whoever is quick loses none of them; what was chosen is taken back from its field, too."""
    page = settled(invite().open("find/?kind=event"))
    page.click("details[data-facet=start] > summary")
    page.fill("input[name=from]", "2027-01-01")
    page.fill("input[name=until]", "2027-12-31")
    page.fill("#hub-find-q", "training")
    page.wait_for_url("**/find/?q=training&kind=event&from=2027-01-01&until=2027-12-31")
    settled(page, "training")
    page.locator(".hub-chosen__one button").nth(1).click()
    page.wait_for_url("**/find/?q=training&kind=event&until=2027-12-31")
    assert page.input_value("input[name=from]") == ""
    page.go_back()
    page.wait_for_function("() => document.querySelector('input[name=from]').value === '2027-01-01'")


def test_what_is_no_day_is_left_out(invite: Invite) -> None:
    """An address that somebody made up neither hides anything nor says so."""
    for day in ("garbage", "2027-13-45", "2027-02-30", "0000-00-00"):
        page = settled(invite().open(f"find/?kind=event&from={day}"))
        assert len(chips(page)) == 1


def test_the_sheet_says_how_many_there_are(invite: Invite) -> None:
    """While everything else is behind the sheet, it tells itself what a choice comes to."""
    page = settled(invite(viewport=PHONE).open("find/?q=battery"), "battery")
    page.click("#hub-filters-open")
    opened(page, "mode")
    said = page.locator("#hub-drawer [role=status]").first
    before = said.inner_text()
    page.check("details[data-facet=mode] .hub-choice input >> nth=0")
    page.wait_for_function(
        "before => { const now = document.getElementById('hub-filters-status').textContent;"
        " return now !== before && document.querySelector('.hub-drawer__foot button').textContent === `Show ${now}`; }",
        arg=before,
    )


@pytest.mark.parametrize(
    ("facet", "typed", "value"), [("region", "Bayern", "bavaria"), ("skill", "Hochvolt", "electrical-safety")]
)
def test_a_long_list_knows_other_names(invite: Invite, facet: str, typed: str, value: str) -> None:
    """Its own filter finds what a choice is called in another language, or besides."""
    page = settled(invite().open("find/?kind=course"))
    opened(page, facet)
    page.fill(f"details[data-facet={facet}] input[type=search]", typed)
    assert page.locator(f"details[data-facet={facet}] input[value='{value}']").is_visible()
    assert page.locator(f"details[data-facet={facet}] .hub-choice:visible").count() < 8


def test_a_list_without_what_is_looked_for_says_so(invite: Invite) -> None:
    """Rather than being empty."""
    page = settled(invite().open("find/?q=battery"), "battery")
    opened(page, "region")
    page.fill("details[data-facet=region] .hub-filter__search", "xyzzy")
    assert page.locator("details[data-facet=region] .hub-filter__none").inner_text() == "Nothing found"


def test_what_is_chosen_is_in_sight(invite: Invite) -> None:
    """A region of a country that has few entries, too: it is not left behind "Show all"."""
    page = settled(invite().open("find/?kind=course&region=styria"))
    opened(page, "region")
    assert page.locator("details[data-facet=region] input[value=styria]").is_checked()
    assert page.locator("details[data-facet=region] input[value=styria]").is_visible()


def test_each_way_out_has_its_own_words(invite: Invite) -> None:
    """Nothing begins on that day in that place: without the first day, without the last, without the kind."""
    page = settled(invite().open("find/?kind=event&region=~DE&from=2031-05-01&until=2031-05-31"))
    page.wait_for_selector("#hub-find-without a")
    links = page.locator("#hub-find-without a").all_inner_texts()
    assert len({one.split(":")[0] for one in links}) == len(links)


def test_a_later_date_is_found_too(invite: Invite) -> None:
    """Battery packs are repaired in February and in May: it is found in May, and says that there is a date more."""
    page = settled(invite().open("find/?kind=course&from=2027-05-01&until=2027-05-31"))
    found = page.locator("#hub-results .hub-row", has_text="Repairing battery packs")
    assert "and 1 more date" in found.inner_text()
    page.goto(page.url.replace("2027-05-01", "2027-04-01").replace("2027-05-31", "2027-04-30"))
    settled(page)
    assert titles(page)
    assert "Repairing battery packs" not in titles(page)


def test_national_funding_is_found_where_it_is_given(invite: Invite) -> None:
    """What pays for training all over Germany is found under Germany, and in Stuttgart."""
    page = invite().open("find/?kind=funding&region=~DE")
    for address in ("region=~DE", "region=stuttgart"):
        page.goto(page.url.split("&region")[0] + f"&{address}")
        settled(page)
        assert any("Aufstiegs-BAföG" in title for title in titles(page)), address
    opened(page, "mode")
    assert page.locator("details[data-facet=region] input[value='~DE']").count() == 1


def test_a_filter_keeps_what_was_found(invite: Invite) -> None:
    """Where words are taken in further senses: as many as were told beside the choice, and on the button."""
    page = settled(invite(viewport=PHONE).open("find/?q=cyber+security"))
    page.click("#hub-filters-open")
    opened(page, "kind")
    page.wait_for_function("() => document.querySelector('[data-facet=kind] .hub-choice__count').textContent")
    promised = _count(page, "kind", "skill")
    page.check("details[data-facet=kind] input[value=skill]")
    page.wait_for_url("**kind=skill")
    page.wait_for_function(
        "words => document.querySelector('.hub-drawer__foot button').textContent === words",
        arg=f"Show {promised} entries" if promised != 1 else "Show 1 entry",
    )
    page.click(".hub-drawer__foot button")
    settled(page)
    assert count_line(page).startswith(f"{promised} ")


def test_an_order_alone_shows_the_list(invite: Invite) -> None:
    """Who asks for all by date gets all by date."""
    page = settled(invite().open("find/?sort=start"))
    assert len(titles(page)) == 10
    assert page.locator("#hub-find-more").is_visible()


def test_what_is_held_everywhere_can_be_added(invite: Invite) -> None:
    """A region has few courses, but some are held online for all: one press adds them, and the offer is gone."""
    page = settled(invite().open("find/?kind=course&region=saxony&mode=online"))
    assert count_line(page) == "Nothing found"
    offer = page.locator("#hub-find-elsewhere a")
    promised = offer.inner_text().rpartition(": ")[2]
    offer.click()
    page.wait_for_url("**region=everywhere")
    settled(page)
    assert count_line(page) == promised
    assert offer.count() == 0
    assert page.evaluate("() => document.activeElement.id") == "hub-results-title"
    page.click(".hub-chosen__one:has-text('Saxony') button")
    page.wait_for_url("**region=everywhere")
    assert page.locator("#hub-find-elsewhere a").count() == 0


def test_there_is_always_a_way_out(invite: Invite) -> None:
    """Where no filter alone is in the way, one leaves all of them, or the words; each way leads to what it says."""
    ways = "#hub-find-without a"
    page = settled(invite().open("find/?q=welding&kind=course&region=saxony&price=free"))
    page.wait_for_selector(ways)
    way = page.locator(ways).last
    assert way.inner_text().startswith("Without any filter: ")
    way.click()
    page.wait_for_url("**/find/?q=welding")
    page = settled(invite().open("find/?q=imprint&kind=course"))
    page.wait_for_selector(ways)
    assert page.locator(ways).first.inner_text() == "Without “What”: 1 entry"
    page = settled(invite().open("find/?q=zzyzx&kind=course&price=free"))
    page.wait_for_selector(ways)
    way = page.locator(ways).first
    promised = way.inner_text().removeprefix("Without “zzyzx”: ")
    way.click()
    page.wait_for_url("**/find/?kind=course&price=free")
    settled(page)
    assert count_line(page) == promised


def test_what_begins_at_any_time_begins_then_too(invite: Invite) -> None:
    """Who wants to begin in March may choose what one can begin when one likes; but not for last year."""
    page = settled(invite().open("find/?kind=course&price=free&mode=online"))
    every = count_line(page)
    page = settled(invite().open("find/?kind=course&price=free&mode=online&from=2027-03-01"))
    assert count_line(page) == every
    page = settled(invite().open("find/?kind=course&price=free&mode=online&from=2024-01-01&until=2024-12-31"))
    assert count_line(page) == "Nothing found"


def test_one_can_look_back(invite: Invite) -> None:
    """What has taken place is found by its days, the latest first."""
    page = settled(invite().open("find/?kind=event&from=2024-01-01&until=2024-12-31&sort=start"))
    days = page.locator("#hub-results .hub-fact--date").all_inner_texts()
    assert len(days) > 2
    assert all("2024" in day for day in days)
    assert "Past" in page.locator("#hub-results .hub-badge").first.inner_text()


def test_what_is_current_is_all_that_is_not_over(invite: Invite) -> None:
    """Samples and what closes soon are; its name is translated."""
    page = settled(invite().open("de/find/?kind=course"))
    opened(page, "status")
    page.wait_for_timeout(300)
    label = page.locator("details[data-facet=status] .hub-choice:has(input[value=current]) .hub-choice__label")
    assert label.inner_text() == "Aktuell"
    every = int(count_line(page).split()[0])
    assert _count(page, "status", "current") >= every - 1
    assert _count(page, "status", "sample") > every // 2


def test_the_title_tells_what_is_chosen(invite: Invite) -> None:
    """Tabs, bookmarks and the history are told apart."""
    page = settled(invite().open("find/?q=battery&kind=course&price=free"))
    page.wait_for_selector(".hub-chosen__one")
    assert page.title().startswith("battery · Courses, Free · Find")


def test_what_the_words_leave_out_is_said(invite: Invite) -> None:
    """A pasted title may have a "-word" in it: a chip says that this is left out, and takes it back."""
    page = settled(invite().open("find/?q=battery+-recycling+-%22high+voltage%22&kind=course"))
    assert chips(page) == ["What: Courses", "and Without “recycling”", "and Without “high voltage”"]
    few = int(count_line(page).split()[0])
    page.click(".hub-chosen__one >> nth=2 >> button")
    page.wait_for_url("**/find/?q=battery+-recycling&kind=course")
    settled(page, "battery -recycling")
    assert chips(page) == ["What: Courses", "and Without “recycling”"]
    assert page.input_value("#hub-find-q") == "battery -recycling"
    page.go_back()
    settled(page, 'battery -recycling -"high voltage"')
    page.click(".hub-chosen__clear")
    page.wait_for_url("**/find/?q=battery")
    settled(page, "battery")
    assert chips(page) == []
    assert int(count_line(page).split()[-2]) > few


def test_however_it_was_written_it_is_taken_back(invite: Invite) -> None:
    """Several dashes, a field that there is not, other quotation marks: one chip each, and nothing is left of it."""
    page = invite().open("find/")
    for typed, said in {
        "hydrogen --online": ["Without “online”"],
        "- hydrogen -a --online": ["Without “a”", "and Without “online”"],
        "«hydrogen»-online": ["Without “online”"],
        "hydrogen -foo:bar": ["Without “foo:bar”"],
    }.items():
        page.fill("#hub-find-q", typed)
        settled(page, typed)
        assert chips(page) == said
        page.click(".hub-chosen__clear")
        page.wait_for_selector(".hub-chosen__one", state="detached")
        settled(page)
        assert not set(page.input_value("#hub-find-q").split()) & {"online", "-online", "a", "-a", "-foo", "bar"}


def test_a_way_out_leads_to_results_not_to_the_field(invite: Invite) -> None:
    """Whoever presses it wants to read: on a phone the keyboard would cover what was found."""
    page = settled(invite().open("find/?q=hydrogen&region=silesia&kind=event"))
    page.wait_for_selector("#hub-find-without a")
    page.locator("#hub-find-without a").first.press("Enter")
    page.wait_for_function("() => document.querySelectorAll('#hub-results .hub-result__link').length > 0")
    settled(page)
    assert page.evaluate("() => document.activeElement.id") == "hub-results-title"
    page = settled(invite().open("find/?q=contribute&credential=certificate"))
    page.wait_for_selector("#hub-find-without a")
    way = page.locator("#hub-find-without a").first
    promised = way.inner_text().split(": ")[-1]
    way.click()
    page.wait_for_url("**/find/?q=contribute")
    settled(page)
    assert count_line(page) == promised


def test_who_clears_all_reads_on(invite: Invite) -> None:
    """Also from where nothing was found: the focus is on what comes, and no keyboard covers it."""
    page = settled(invite(viewport=PHONE).open("find/?q=battery&region=nowhere"))
    page.click(".hub-chosen__clear")
    page.wait_for_function("() => document.activeElement.id === 'hub-results-title'")
    assert len(titles(settled(page))) == 10


RING_CUT = """() => { const panel = document.querySelector('.hub-finder__side').getBoundingClientRect();
  const one = document.activeElement, look = getComputedStyle(one), place = one.getBoundingClientRect();
  const ring = parseFloat(look.outlineWidth) + parseFloat(look.outlineOffset);
  return one.closest('.hub-finder__side') && look.outlineStyle !== 'none' && (place.top - ring < panel.top - 1
    || place.bottom + ring > Math.min(panel.bottom, innerHeight) + 1) ? one.outerHTML.slice(0, 90) : null; }"""


def test_what_shows_the_focus_is_whole(invite: Invite) -> None:
    """Filters that scroll by themselves cut nothing off what shows where one is, up or down."""
    page = settled(invite(viewport={"width": 1280, "height": 560}).open("find/?q=safety"))
    for facet in ("region", "language", "provider"):
        opened(page, facet)
    page.evaluate("() => scrollTo(0, 600)")
    page.locator("details[data-facet=kind] > summary").focus()
    cut = []
    for key in ("Tab", "Shift+Tab"):
        for _ in range(40):
            page.keyboard.press(key)
            cut.append(page.evaluate(RING_CUT))
    assert not [one for one in cut if one]


@pytest.mark.parametrize("screen", [PHONE, DESK], ids=["phone", "desk"])
def test_days_in_the_wrong_order_hold_nothing_back(invite: Invite, screen: dict[str, int]) -> None:
    """Nothing is found between them, and other words can be asked for all the same."""
    page = settled(invite(viewport=screen).open("find/?kind=event&from=2027-05-01&until=2027-01-01"))
    page.wait_for_selector("#hub-find-without a")
    page.fill("#hub-find-q", "hydrogen")
    settled(page, "hydrogen")
    page.evaluate(
        "() => document.getElementById('hub-finder').addEventListener('submit', () => { window.sent = true; })"
    )
    page.keyboard.press("Enter")
    page.wait_for_function("() => window.sent")
    assert page.url.endswith("/find/?q=hydrogen&kind=event&from=2027-05-01&until=2027-01-01")


def test_a_count_is_heard_once(invite: Invite) -> None:
    """Groups that open and close say nothing new of what was found."""
    page = settled(invite().open("find/?q=battery"))
    opened(page, "kind")
    page.wait_for_function("() => /^\\d+ entries/.test(document.getElementById('hub-find-status').textContent)")
    page.evaluate("""() => { window.heard = 0; const status = document.getElementById('hub-find-status');
      new MutationObserver(() => heard++).observe(status, { childList: true, subtree: true }); }""")
    opened(page, "mode")
    page.click("details[data-facet=kind] > summary")
    page.wait_for_timeout(1500)
    assert page.evaluate("() => heard") == 0


def test_a_choice_says_of_what(invite: Invite) -> None:
    """Who hears a box alone hears of which group it is."""
    page = settled(invite().open("find/?q=battery"))
    opened(page, "mode")
    page.click("details[data-facet=start] > summary")
    assert page.get_by_role("group", name="Form", exact=True).get_by_role("checkbox").count() > 3
    assert page.get_by_role("group", name="Start", exact=True).get_by_label("From").count() == 1
