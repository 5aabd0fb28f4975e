"""Journeys of somebody who looks for something in the finder."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from tests.browser.conftest import TODAY, Invite
from tests.browser.finding import RESULT, SHIFT, answered, chips, count_line, listed, loaded, opened, settled, titles
from tests.browser.test_colours_and_paper import BORDERLESS, INVISIBLE_ICONS
from tests.browser.test_every_kind_of_page import FINDINGS, RULES, TOO_WIDE, an_examiner
from tests.browser.visiting import DESK, NARROW, PHONE

ANNOUNCED = "words => document.getElementById('hub-find-status').textContent === words"
LISTEN = """() => { const status = document.getElementById('hub-find-status');
  window.heard = [];
  new MutationObserver(() => window.heard.push(status.textContent)).observe(status, { childList: true }); }"""


def test_it_answers_while_one_types(invite: Invite) -> None:
    """What is found is counted, stands in the address and in the title, and is marked; no step is remembered."""
    visitor = invite(viewport=PHONE)
    page = visitor.open("find/")
    steps = page.evaluate("() => history.length")
    page.focus("#hub-find-q")
    page.keyboard.type("high volt")
    settled(page, "high volt")
    assert visitor.path == "find/?q=high+volt"
    assert page.title().startswith("high volt · ")
    assert any("voltage" in title.lower() for title in titles(page))
    assert page.locator("#hub-results mark").count() > 0
    assert any(letter.isdigit() for letter in count_line(page))
    page.wait_for_function("() => document.getElementById('hub-find-status').textContent !== ''")
    assert page.locator("#hub-find-status").get_attribute("role") == "status"
    assert page.evaluate("() => history.length") == steps


def test_whoever_types_is_not_talked_to(invite: Invite) -> None:
    """What is found is read out after a pause, once; not what was found for each letter on the way."""
    visitor = invite()
    visitor.page.clock.install(time=f"{TODAY}T12:00:00Z")
    page = settled(visitor.open("find/?q=v"), "v")
    page.clock.pause_at(f"{TODAY}T13:00:00Z")
    page.wait_for_function(ANNOUNCED, arg=count_line(page))
    page.evaluate(LISTEN)
    page.focus("#hub-find-q")
    page.keyboard.press("End")
    for typed in ("vo", "vol", "volt"):
        page.keyboard.type(typed[-1])
        page.clock.run_for(200)
        settled(page, typed)
    assert page.evaluate("() => window.heard") == []
    page.clock.run_for(1_000)
    assert page.evaluate("() => window.heard") == [count_line(page)]


def test_an_address_can_be_shared(invite: Invite) -> None:
    """Whoever opens an address sees the words, the filters and the order that it carries."""
    visitor = invite()
    page = settled(visitor.open("find/?q=safety&kind=course&sort=title"))
    assert page.input_value("#hub-find-q") == "safety"
    assert page.input_value("#hub-find-sort") == "title"
    assert chips(page) == ["What: Courses"]
    found = titles(page)
    assert found
    assert found == sorted(found, key=str.casefold)


def test_the_plain_form_gives_the_same_address(invite: Invite) -> None:
    """Without JavaScript, Enter leads to the address that the finder itself would write."""
    plain = invite(java_script_enabled=False)
    page = plain.open("find/")
    page.fill("#hub-find-q", "high & low")
    page.keyboard.press("Enter")
    page.wait_for_url("**/find/?q=high+%26+low")
    assert page.locator("#hub-lists").is_visible()
    page = invite().open("find/")
    page.fill("#hub-find-q", "high & low")
    page.keyboard.press("Enter")
    page.wait_for_url("**/find/?q=high+%26+low")
    settled(page, "high & low")
    assert page.locator("#hub-find-q").input_value() == "high & low"


def test_back_leads_back(invite: Invite) -> None:
    """Each choice is a step that Back takes back, with its results; forward goes again."""
    page = settled(invite().open("find/?q=battery"), "battery")
    first = titles(page)
    opened(page, "kind")
    page.check("details[data-facet=kind] input[value=course]")
    page.wait_for_url("**kind=course")
    settled(page)
    fewer = titles(page)
    page.select_option("#hub-find-sort", "title")
    page.wait_for_url("**sort=title")
    settled(page)
    page.go_back()
    page.go_back()
    settled(page)
    assert page.url.endswith("?q=battery")
    assert titles(page) == first
    assert not page.is_checked("details[data-facet=kind] input[value=course]")
    page.go_forward()
    settled(page)
    assert titles(page) == fewer


def test_back_from_an_entry(invite: Invite) -> None:
    """Whoever looks at a result and comes back finds as many results as before, at the same place."""
    visitor = invite()
    page = settled(visitor.open("find/?q=battery"), "battery")
    page.click("#hub-find-more button")
    page.wait_for_function("() => document.querySelectorAll('.hub-result__link').length > 10")
    settled(page)
    visitor.follow(f"{RESULT} >> nth=12")
    page.go_back()
    settled(page, "battery")
    assert len(titles(page)) > 10
    assert page.evaluate("() => scrollY") > 300


def test_more_results_come_under_those_that_are_there(invite: Invite) -> None:
    """Show more adds ten and goes on at the first of them."""
    page = settled(invite().open("find/?q=battery"), "battery")
    before = titles(page)
    assert len(before) == 10
    page.focus("#hub-find-more button")
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.querySelectorAll('.hub-result__link').length > 10")
    after = titles(page)
    assert after[:10] == before
    assert page.evaluate("() => document.activeElement.textContent") == after[10]


def test_full_and_partial_answers_are_told_apart(invite: Invite) -> None:
    """What has all the words stands before a line that says so, and what has only some after it."""
    page = settled(invite().open("find/?q=battery%20recycling&kind=course"))
    for _ in range(5):
        if page.locator(".hub-divider").count() or not page.locator("#hub-find-more button").is_visible():
            break
        page.click("#hub-find-more button")
        settled(page)
        page.wait_for_timeout(300)
    assert page.locator(".hub-divider").count() == 1
    assert "match" in count_line(page)


def test_a_name_in_another_language_says_why_it_was_found(invite: Invite) -> None:
    """It stands before the summary where nothing else on the card tells; where something does, it is not repeated."""
    page = settled(invite().open("find/?q=alto+voltaje"), "alto voltaje")
    told = page.locator("#hub-results .hub-row__more").all_inner_texts()
    assert told
    assert all(one.startswith("alto voltaje · ") for one in told)
    assert page.locator("#hub-results .hub-row__more mark").all_inner_texts() == ["alto voltaje"] * len(told)
    page = settled(invite().open("find/?q=hochvo"), "hochvo")
    told = page.locator("#hub-results .hub-row__more").all_inner_texts()
    assert [one.partition(" · ")[0] for one in told] == ["hochvo…"] * len(told) != []
    page = settled(invite().open("find/?q=voltage"), "voltage")
    rows = page.locator("#hub-results > li").filter(has=page.locator("a mark"))
    assert rows.count()
    assert not rows.locator(".hub-row__more", has_text="voltage · ").count()


def test_what_is_not_there_is_not_found(invite: Invite) -> None:
    """Nothing found is said, with what there would be without each filter; the lists stay."""
    page = settled(invite().open("find/?q=battery&kind=course&language=pl&region=stuttgart"))
    assert count_line(page) == "Nothing found"
    assert page.locator("#hub-find-empty").is_visible()
    page.wait_for_selector("#hub-find-without a")
    assert "Without" in page.locator("#hub-find-without a").first.inner_text()
    assert page.locator(".hub-tile").count() == 8
    page.locator("#hub-find-without a").first.click()
    settled(page)
    page.wait_for_function("() => document.querySelectorAll('.hub-result__link').length > 0")


def test_an_emptied_field_shows_the_lists(invite: Invite) -> None:
    """Whoever clears the field is where they began."""
    page = settled(invite().open("find/?q=battery"), "battery")
    page.fill("#hub-find-q", "")
    settled(page, "")
    assert titles(page) == []
    assert count_line(page) == ""
    assert page.url.endswith("/find/")
    assert page.locator("#hub-lists").is_visible()


def test_by_keyboard_alone(invite: Invite) -> None:
    """From the shortcut over the field to a result: nothing needs a mouse."""
    visitor = invite()
    page = visitor.open("find/")
    page.keyboard.press("Control+k")
    page.keyboard.type("hv-safety-level-2-stuttgart")
    settled(page, "hv-safety-level-2-stuttgart")
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("() => document.activeElement.matches('.hub-result__link')"):
            break
    page.keyboard.press("Enter")
    page.wait_for_selector(".hub-entry")
    assert visitor.path.startswith("courses/hv-safety-level-2-stuttgart/")


@pytest.mark.parametrize("screen", [PHONE, DESK], ids=["phone", "desk"])
def test_nothing_moves_while_results_come(invite: Invite, screen: Any) -> None:
    """Results, counts and filters find their place free: nothing that is seen is pushed away."""
    visitor = invite(viewport=screen)
    for path in ("find/?q=battery", "find/?q=battery&kind=course&region=~DE", "find/?kind=event", "find/"):
        page = visitor.open(path)
        if "?" in path:
            settled(page)
        page.wait_for_timeout(200)
        assert page.evaluate(SHIFT) < 0.01, path
    page.focus("#hub-find-q")
    page.keyboard.type("safety")
    settled(page, "safety")
    assert page.evaluate(SHIFT) < 0.01


@pytest.mark.parametrize("screen", [PHONE, DESK], ids=["phone", "desk"])
def test_what_a_newsletter_adds_to_an_address_is_no_question(invite: Invite, screen: Any) -> None:
    """Addresses that were passed on carry words of those who did: nothing is looked for, loaded or moved."""
    page = invite(viewport=screen).open("find/?utm_source=news&fbclid=1&ref=x")
    page.wait_for_timeout(200)
    assert page.evaluate(SHIFT) < 0.01
    assert not [one for one in loaded(page) if "hub-find.js" in one]


def test_nothing_is_loaded_before_the_search_is_touched(invite: Invite, pages: Mapping[str, str]) -> None:
    """A page that is only read asks for no script, index or word of the search; the first touch does."""
    visitor = invite()
    for name in ("home", "courses, list", "courses, entry", "find", "not found"):
        page = visitor.open(pages[name])
        page.wait_for_timeout(100)
        assert not [one for one in loaded(page) if "/index/" in one or "hub-find" in one], name
    page.focus("#hub-q")
    page.wait_for_function("() => performance.getEntriesByType('resource').some(e => e.name.includes('hub-find'))")
    assert not [one for one in loaded(page) if "/index/" in one]


def test_in_german(invite: Invite) -> None:
    """The German finder speaks and finds German, and its results lead to German pages."""
    visitor = invite()
    page = settled(visitor.open("de/find/?q=hochvolt"), "hochvolt")
    assert "Eintr" in count_line(page)
    assert page.locator(".hub-save").first.inner_text().startswith("Merken")
    visitor.follow(f"{RESULT} >> nth=0")
    assert visitor.path.startswith("de/")


STATES = {
    "empty": "find/",
    "results": "find/?q=battery",
    "filtered": "find/?q=battery&kind=course&region=~DE&region=catalonia&from=2026-12-01",
    "nothing": "find/?q=battery&kind=course&language=pl&region=stuttgart",
    "near": "find/?kind=course&sort=near&near=stuttgart",
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("screen", [PHONE, DESK], ids=["phone", "desk"])
def test_axe_finds_no_barrier_in_any_state(invite: Invite, screen: Any, scheme: Any) -> None:
    """Results, chips, nothing found, open filters: WCAG 2.2 AA as far as axe can tell, in both colour schemes."""
    visitor = an_examiner(invite, viewport=screen, color_scheme=scheme)
    found = []
    for name, path in STATES.items():
        page = visitor.open(path)
        if "?" in path:
            settled(page)
            page.wait_for_timeout(150)
        found += [f"{name} {line}" for line in page.evaluate(FINDINGS, RULES)]
    if screen == PHONE:
        page.click("#hub-filters-open")
        page.wait_for_selector(".hub-drawer[open]")
    for facet in ("kind", "region", "skill", "start"):
        page.click(f"details[data-facet={facet}] > summary")
    page.wait_for_selector("details[data-facet=skill] .hub-choice")
    found += [f"filters {line}" for line in page.evaluate(FINDINGS, RULES)]
    assert not found, "\n".join(found)


def test_it_fits_the_narrowest_screen(invite: Invite) -> None:
    """At 320 pixels nothing of the finder is wider than the screen."""
    visitor = invite(viewport=NARROW)
    for path in STATES.values():
        page = visitor.open(path)
        if "?" in path:
            settled(page)
        assert not page.evaluate(TOO_WIDE), path


def test_the_keyboard_of_a_phone_goes(invite: Invite) -> None:
    """Who has asked sees what is found; whoever has a keyboard of their own writes on."""
    for manner, place in (({"viewport": PHONE, "has_touch": True, "is_mobile": True}, ""), ({}, "hub-find-q")):
        page = invite(**manner).open("find/")
        answered(page, "battery")
        page.keyboard.press("Enter")
        settled(page, "battery")
        assert page.evaluate("() => document.activeElement.id") == place


def test_the_way_to_the_finder_keeps_what_was_asked(invite: Invite) -> None:
    """On the finder itself it leads to the field, whose words are there to be overwritten."""
    page = settled(invite(viewport=PHONE).open("find/?q=battery"))
    page.click(".hub-header__find")
    assert page.evaluate("() => [document.activeElement.id, getSelection().toString()]") == ["hub-find-q", "battery"]
    assert page.url.endswith("find/?q=battery")


def test_a_header_is_one_row(invite: Invite) -> None:
    """However narrow the screen: the menu stands beside the name."""
    page = invite(viewport=NARROW).open("de/find/")
    name, menu = page.locator(".hub-brand").bounding_box(), page.locator(".hub-menu summary").bounding_box()
    assert name
    assert menu
    assert abs(name["y"] - menu["y"]) < 10


def test_the_way_home_is_as_wide_as_its_name(invite: Invite) -> None:
    """What is empty in the header leads nowhere."""
    page = invite(viewport={"width": 700, "height": 800}).open("find/")
    link, name = page.locator(".hub-brand").bounding_box(), page.locator(".hub-brand span").last.bounding_box()
    assert link
    assert name
    assert link["x"] + link["width"] < name["x"] + name["width"] + 8


@pytest.mark.parametrize("path", ["find/", "de/find/", "de/", "find/?q=battery&sort=near"])
def test_large_letters_leave_room_to_write(invite: Invite, path: str) -> None:
    """Whoever has their browser write twice as large sees what they type, and scrolls in one direction only."""
    page = invite(viewport=PHONE).open(path)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    if "near" in path:
        page.locator("#hub-find-near option >> nth=5").wait_for(state="attached")
    field = page.locator("main input[type=search]").first
    assert field.evaluate("one => one.clientWidth - parseFloat(getComputedStyle(one).paddingLeft)") > 150
    assert not page.evaluate(TOO_WIDE)


def test_without_javascript_the_lists_hold_everything(invite: Invite) -> None:
    """The finder says what it needs, and leads to lists of kinds and of single answers, which read and turn."""
    visitor = invite(java_script_enabled=False)
    page = visitor.open("find/?q=battery")
    assert "JavaScript" in page.locator("main").inner_text()
    assert not page.locator(".hub-finder__side").is_visible()
    assert not page.locator("#hub-find-sort").is_visible()
    visitor.follow(".hub-directory a[href*='courses/mode_online']")
    assert visitor.path == "courses/mode_online/"
    assert page.locator(".hub-row__title").count() > 3
    assert page.locator("h1").inner_text().endswith("Online")
    assert not page.locator(".hub-save").first.is_visible() if page.locator(".hub-save").count() else True


def test_forced_colours_hide_nothing(invite: Invite) -> None:
    """With high contrast forced by the system, hits, chips, counts and buttons are told by more than their surface."""
    page = settled(invite(forced_colors="active").open("find/?q=battery&kind=course"))
    page.wait_for_timeout(200)
    assert page.evaluate(INVISIBLE_ICONS) == []
    assert page.evaluate(BORDERLESS) == []
    for field in ("#hub-q", "#hub-find-q"):
        page.focus(field)
        drawn = page.locator(field).evaluate(
            "field => [getComputedStyle(field).outlineStyle, getComputedStyle(field).outlineWidth]"
        )
        assert drawn == ["solid", "2px"], field
    paper = page.evaluate("() => getComputedStyle(document.body).backgroundColor")
    assert page.locator("#hub-results mark").first.evaluate("mark => getComputedStyle(mark).backgroundColor") != paper


def test_back_leads_to_the_place_one_was_at(invite: Invite) -> None:
    """As many results as there were, and the one that was in sight; the skip link changes nothing."""
    page = settled(invite().open("find/?q=safety"))
    page.click("#hub-find-more button")
    listed(page, 20)
    page.evaluate("() => { location.hash = 'hub-results'; }")
    page.wait_for_timeout(300)
    assert len(titles(page)) == 20
    page.evaluate("() => scrollTo(0, 1500)")
    page.select_option("#hub-find-sort", "title")
    page.wait_for_url("**sort=title**")
    listed(page, 10)
    page.go_back()
    listed(page, 20)
    page.wait_for_function("() => scrollY > 1400")


def test_the_focus_is_never_lost(invite: Invite) -> None:
    """A link that is gone once it was followed leaves the focus with the results."""
    page = settled(invite().open("find/?q=battery&mode=nonsense"), "battery")
    page.wait_for_selector("#hub-find-without a")
    page.focus("#hub-find-without a")
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.activeElement.id === 'hub-results-title'")


def test_a_choice_takes_along_what_was_just_typed(invite: Invite) -> None:
    """Even within the moment in which one may type on."""
    page = settled(invite().open("find/?q=battery"), "battery")
    page.evaluate(
        """() => {
          const [field, sort] = [document.getElementById('hub-find-q'), document.getElementById('hub-find-sort')];
          field.value = 'battery recycling';
          field.dispatchEvent(new Event('input', { bubbles: true }));
          sort.value = 'title';
          sort.dispatchEvent(new Event('change', { bubbles: true }));
        }"""
    )
    page.wait_for_url("**/find/?q=battery+recycling&sort=title")
    assert page.input_value("#hub-find-q") == "battery recycling"
    settled(page, "battery recycling")
    page.keyboard.press("Enter")
    before = page.evaluate("() => history.length")
    page.click(".hub-find__button >> nth=-1")
    assert page.evaluate("() => history.length") == before


def test_a_word_that_is_right_comes_before_its_like(invite: Invite) -> None:
    """Two regions tell of Opel: they stand before workshops that are open, and no card claims to be called so."""
    page = settled(invite().open("find/?q=Opel"), "Opel")
    assert set(titles(page)[:2]) == {"Hesse", "Thuringia"}
    assert not [one for one in page.locator(".hub-row__more").all_inner_texts() if one.startswith("opel · ")]


def test_a_quotation_has_further_results(invite: Invite) -> None:
    """More than ten entries say it: that is told, and they can be seen."""
    page = settled(invite().open("find/?q=%22high+voltage%22"))
    assert count_line(page).startswith("At least 11")
    page.click("#hub-find-more button")
    page.wait_for_function("() => document.querySelectorAll('#hub-results .hub-result__link').length > 10")


def test_snippets_are_plain(invite: Invite) -> None:
    """The signs of Markdown are for whoever writes, not for whoever reads."""
    page = settled(invite().open("find/?q=safety&kind=course"))
    page.click("#hub-find-more button")
    page.wait_for_function("() => document.querySelectorAll('#hub-results .hub-result__link').length > 10")
    told = " ".join(page.locator(".hub-row__more").all_inner_texts())
    assert "**" not in told
    assert "##" not in told


def test_two_words_written_as_one(invite: Invite) -> None:
    """They are looked for as two, and that is said."""
    page = settled(invite().open("find/?q=ISO26262"))
    assert titles(page)[0] == "Functional safety engineering (ISO 26262)"
    assert page.locator("#hub-find-corrected").inner_text() == "Showing results for iso 26262"


def test_what_german_writes_as_one_word(invite: Invite) -> None:
    """Where few entries have a word: kinds of it, and what has both words that it is, after those that have it."""
    page = settled(invite().open("de/find/?q=Stoffe"))
    assert {"Verbundwerkstoffe", "Alternative Kraftstoffe"} <= set(titles(page)[:3])
    page = settled(invite().open("de/find/?q=Hochvolttechnik"))
    assert "Fahrzeugbatterietechniker" in titles(page)[0]  # its text has the word
    assert any("Hochvolt-" in title for title in titles(page)[1:])


def test_a_correction_is_written_as_entries_write_it(invite: Invite) -> None:
    """With its accents, above the results and in them."""
    page = settled(invite().open("de/find/?q=pr%C3%BCfng"))
    assert page.locator("#hub-find-corrected").inner_text() == "Ergebnisse für prüfung"
    assert "prufung" not in page.locator("#hub-results").inner_text()


def test_kinds_are_found_by_their_name(invite: Invite) -> None:
    """Whoever looks for practices gets practices, for one or for several; all courses are among "Kurse"."""
    page = settled(invite().open("de/find/?kind=course"))
    courses = int(count_line(page).split()[0])
    for typed in ("Praxisbeispiel", "Praxisbeispiele"):
        page.goto(f"{page.url.split('?')[0]}?q={typed}")
        settled(page, typed)
        kinds = page.locator("#hub-results .hub-row__type").all_inner_texts()
        assert set(kinds) - {"Seite"} == {"Praxisbeispiel"}
    page.goto(f"{page.url.split('?')[0]}?q=Kurse&kind=course&sort=title")
    settled(page, "Kurse")
    assert count_line(page).startswith(f"{courses} ")


def test_techniker_and_technikerinnen(invite: Invite) -> None:
    """Whichever sign stands between, whoever asks for both finds what entries call otherwise."""
    page = invite().open("de/find/")
    for typed in ("Techniker", "Techniker:innen", "Techniker*innen", "Techniker/innen"):
        assert "techniker/in" in answered(page, typed)[0].lower(), typed


def test_a_level_is_found(invite: Invite) -> None:
    """Those who know which level they need ask for it as it is called."""
    visitor = invite()
    page = settled(visitor.open("find/?q=EQF+5"))
    assert "match all words" in count_line(page)
    visitor.follow(f"{RESULT} >> nth=0")
    assert "EQF level 5" in page.locator("main").inner_text()


def test_the_other_language_answers_the_same(invite: Invite) -> None:
    """Words, filters and order come along into the other language; so does a list that was shared."""
    for address in ("find/?q=battery&kind=course&sort=start", "shortlist/?entries=skills/welding"):
        page = invite().open(address)
        page.click(".hub-languages a[hreflang=de]")
        page.wait_for_url("**/de/**")
        assert page.url.endswith(f"/de/{address}")


def test_a_page_about_the_site_is_found(invite: Invite) -> None:
    """What the box suggests stands among all results, too; it is no entry that one could save or filter."""
    page = settled(invite().open("find/?q=imprint"))
    assert titles(page) == ["Imprint"]
    assert page.locator("#hub-results .hub-save").count() == 0
    page = settled(invite().open("find/?q=imprint&kind=course"))
    assert titles(page) == []


def test_what_is_not_written_as_one_is_not_parted(invite: Invite) -> None:
    """English words are not read as compounds of what they only begin like."""
    page = settled(invite().open("find/?q=blockchain"))
    assert page.locator("#hub-find-corrected").is_hidden()


def test_on_paper_one_reads_what_was_asked_for(invite: Invite) -> None:
    """The words stand above the results; the button does not."""
    page = settled(invite().open("find/?q=battery"))
    page.emulate_media(media="print")
    assert page.locator("#hub-find-q").is_visible()
    assert page.locator("#hub-finder button").is_hidden()


def test_found_as_people_ask(invite: Invite) -> None:
    """For whom, when, in which country as it calls itself, and by a name that stands on a certificate."""
    page = invite().open("find/")
    for typed, expected in {
        "migrants": "Mentoring: the way into vehicle software",
        "career changers full time": "Battery assembly operator",
        "Deutschland": "Baden-Württemberg",
        "Česko": "Moravia-Silesia",
        "Automotive Skills Alliance": "ASA",
        "hv safety march 2027": "High-voltage safety, level 2",
    }.items():
        assert expected in answered(page, typed)[:3], typed


def test_the_very_words_come_first(invite: Invite) -> None:
    """A word as it was typed before others of its stem, a whole title before its like, also with hyphens."""
    page = invite().open("find/")
    for typed, expected in {
        "engine": "From the engine line to the battery line in twelve weeks",
        "Architecture of the software-defined vehicle": "Architecture of the software-defined vehicle",
        "Functional safety engineer (ISO 26262)": "Functional safety engineer (ISO 26262)",
        "Functional safety engineering (ISO 26262)": "Functional safety engineering (ISO 26262)",
        "IT-Sicherheit": "Cybersecurity",
        "FuSi": "Functional safety engineer (ISO 26262)",
    }.items():
        assert answered(page, typed)[0] == expected, typed


def test_a_number_is_no_word_to_leave_out(invite: Invite) -> None:
    """Titles are pasted as they are: what stands before a number may be a dash."""
    page = settled(invite().open("find/?q=ISO+-26262"))
    assert titles(page)[0] == "Functional safety engineering (ISO 26262)"


def test_a_month_of_one_year(invite: Invite) -> None:
    """Month and year are asked for together: what begins in that month of another year is not meant."""
    visitor = invite()
    page = visitor.open("find/")
    for typed, month in {"may 2027": "May 2027", "march 2026": "March 2026", "courses june 2027": "June 2027"}.items():
        assert answered(page, typed)
        visitor.follow(f"{RESULT} >> nth=0")
        assert month in page.locator("main").inner_text()
        page.go_back()
        page.wait_for_selector("#hub-results .hub-result__link")


def test_half_a_word_behind_a_hyphen(invite: Invite) -> None:
    """What hyphens join may go on while one types."""
    page = invite().open("find/")
    for typed, expected in {"Real-t": "Real-time computing", "Life-c": "Life-cycle assessment of resources"}.items():
        assert answered(page, typed)[0] == expected, typed


def test_swapped_letters_that_look_like_an_umlaut(invite: Invite) -> None:
    """It is an "ö" to who types it so, and a slip to others."""
    page = invite().open("de/find/")
    for typed, meant in {"Motroen": "motoren", "Robtoer": "roboter"}.items():
        assert answered(page, typed)
        assert page.locator("#hub-find-corrected").inner_text() == f"Ergebnisse für {meant}"


def test_a_slip_in_a_title_costs_nothing(invite: Invite) -> None:
    """What is called so but for a letter stands before what only holds these words."""
    page = settled(invite().open("find/?q=p%C3%A4stra+G%C3%B6taland"), "pästra Götaland")
    assert titles(page)[0] == "Västra Götaland"
    assert answered(page, "Robot progrramming and set-up")[0] == "Robot programming and set-up"


def test_half_of_a_word_is_better_than_nothing(invite: Invite) -> None:
    """Where nobody writes a word, what begins most like it is found, and it is said for what."""
    page = settled(invite(locale="de").open("de/find/?q=Wasserstofflehrgang"), "Wasserstofflehrgang")
    assert "wasserstoff" in page.locator("#hub-find-corrected").inner_text().lower()
    assert any("Wasserstoff" in one for one in titles(page)[:3])
    assert answered(page, "Gabelstapler") == []
