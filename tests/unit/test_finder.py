"""The finder's page, and the lists of all that give one answer to a question: the search without JavaScript."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from lxml import html

from skillshub.build import build
from skillshub.languages import by_number, load
from skillshub.outputs.pages.finder import COUNTED, SAID
from skillshub.outputs.pages.words import FILTERS, SORTS
from skillshub.outputs.search.facets import FACETS
from skillshub.outputs.search.measures import MEASURES
from tests.unit import hubs
from tests.unit.running_js import SCRIPTS


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("finder")
    assert build(hubs.lay_out(root / "hub"), root / "site", hubs.TODAY, memory=None).outcome
    return root / "site"


def page(site: Path, path: str) -> html.HtmlElement:
    return html.fromstring((site / path / "index.html").read_bytes().decode())


def test_a_list_of_a_part_holds_that_part(site: Path) -> None:
    """All courses online are in a list of their own, and no other; its heading says what they have in common."""
    online = page(site, "courses/mode_online")
    assert [one.text for one in online.xpath("//main//li//h3/a")] == ["Talking"]
    assert online.xpath("string(//h1)") == "Courses: Online"
    free = page(site, "de/courses/price_free")
    assert [one.text for one in free.xpath("//main//li//h3/a")] == ["Reden"]


def test_the_directory_leads_to_every_part(site: Path) -> None:
    """Each list of a part is linked from the finder, with how many it holds, and nothing else is."""
    links = {
        link.get("href").removeprefix("../"): int(link.xpath("string(span)"))
        for link in page(site, "find").xpath("//dl[@class='hub-directory']//a")
    }
    parts = tuple(f"{facet}_" for facet in FACETS)
    there = {f"{path.parent.name}/{path.name}/" for path in site.glob("*/*_*") if path.name.startswith(parts)}
    assert set(links) == there
    assert links["courses/mode_onsite/"] + links["courses/mode_online/"] == 14


def test_levels_stand_in_their_own_order(site: Path) -> None:
    """Awareness before practitioner, not by the alphabet of a language."""
    chips = page(site, "de/find").xpath("//a[contains(@href, 'courses/level_')]/@href")
    assert [chip.split("_")[1].strip("/") for chip in chips] == ["awareness", "practitioner"]


def test_the_browser_gets_a_place_for_everything(site: Path) -> None:
    """The template of a result is the row of a list, blank: with title, text, type, a fact, a badge and a button."""
    (result,) = page(site, "find").xpath("//template[@id='hub-result']")
    for name in ("hub-result__link", "hub-row__more", "hub-row__type", "hub-row__fact", "hub-badge", "hub-save"):
        assert result.xpath(f".//*[contains(concat(' ', @class, ' '), ' {name} ')]"), name
    row = page(site, "courses/mode_online").xpath("//main//li[contains(@class, 'hub-row--entry')]")[0]
    assert row.get("class") == result[0].get("class")


def test_the_browser_gets_all_its_words(site: Path) -> None:
    """Every sentence that a script says comes from the page, translated, in each form that a number asks for."""
    said = json.loads(page(site, "de/find").get_element_by_id("hub-found").get("data-said"))
    assert set(said) == {"locale", *SAID, *COUNTED}
    scripts = "".join(file.read_text("utf-8") for room in ("find", "filters") for file in (SCRIPTS / room).glob("*.js"))
    told, counted = (set(re.findall(rf'\b{way}\("([\w-]+)"', scripts)) for way in ("say", "count"))
    assert len(told) > 5
    assert told <= SAID.keys()
    assert counted == COUNTED.keys()
    assert said["or"] == "oder"
    assert set(said["found"]) == {"one", "other"}


def test_all_that_an_address_can_ask_is_known_before_the_first_paint() -> None:
    """The script that runs first makes room for results where something is asked, and for nothing else."""
    early = (SCRIPTS.parent / "assets" / "hub-early.js").read_text("utf-8")
    (names,) = re.findall(r"\(\?:([\w|]+)\)=", early)
    assert names.split("|") == ["q", "sort", "from", "until", *(name for name in FACETS if name != "group")]


def test_every_facet_has_a_name() -> None:
    """What the search can filter and sort by is called something, and nothing else is offered."""
    assert set(FILTERS) == set(FACETS)
    assert set(SORTS) - {"", "near", "start", "title"} == set(MEASURES)


def test_numbers_of_other_languages_have_more_forms(tmp_path: Path) -> None:
    """By the categories of CLDR: Polish tells one, few and many apart, Japanese none."""
    polish, japanese = load(["pl", "ja"], tmp_path)
    assert set(by_number("%(count)s entry", "%(count)s entries", polish)) == {"one", "few", "many"}
    assert set(by_number("%(count)s entry", "%(count)s entries", japanese)) == {"other"}


def test_one_is_one_where_words_are_not_translated() -> None:
    """In French none is as one; who has English words only says "1 entry" all the same."""
    french, arabic = load(["fr", "ar"])
    assert by_number("%(count)s entry", "%(count)s entries", french)["one"] == "%(count)s entry"
    assert {"zero", "one"} <= set(by_number("%(count)s entry", "%(count)s entries", arabic))


def test_the_shortlist_is_empty_and_not_indexed(site: Path) -> None:
    """Only a visitor's browser fills it."""
    tree = page(site, "shortlist")
    assert tree.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert not tree.xpath("//ul[@id='hub-kept']/li")
    assert "shortlist/" not in (site / "sitemap.xml").read_text("utf-8") if (site / "sitemap.xml").exists() else True
