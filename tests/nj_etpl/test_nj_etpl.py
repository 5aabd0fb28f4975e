"""A thousand real programmes, with their real dirt: each is on the site, or named with the reason."""

from __future__ import annotations

import csv
import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.nj_etpl.clean import clean, line, markdown
from tests.nj_etpl.convert import Hub, convert, homepage_of
from tests.nj_etpl.hub import write_hub

REPO = Path(__file__).parents[2]
SOURCE = REPO.parent / "shared" / "data" / "nj-etpl" / "programs.csv"

pytestmark = pytest.mark.skipif(not SOURCE.is_file(), reason="../shared/data/nj-etpl is not here: nothing to convert")

DIRT = re.compile(r'"{2,}|\xbf|\xc2|\ufffd|â€|Ã|&amp;|&quot;|&#|\\[*_`<>\[\]]')  # never what a reader should see


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    hub: Hub
    folder: Path
    site: Path


class Page(HTMLParser):
    """What a reader sees of a page's content, its heading, and its data for search engines."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text: list[str] = []
        self.heading: list[str] = []
        self.about: list[str] = []
        self.scripts = 0
        self._open: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag == "script":
            kind = dict(attributes).get("type")
            self._open.append("data" if kind == "application/ld+json" else "script")
            self.about += [""] if kind == "application/ld+json" else []
        if tag in {"h1", "main", "style"}:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in {"h1", "main", "style", "script"} and self._open:
            self._open.pop()

    def handle_data(self, text: str) -> None:
        if self._open[-1:] == ["data"]:
            self.about[-1] += text
        elif "main" in self._open and self._open[-1] in {"h1", "main"}:
            self.text.append(text)
            self.heading += [text] if self._open[-1] == "h1" else []


def skillshub(*arguments: str, cache: Path) -> subprocess.CompletedProcess[str]:
    surroundings = {**os.environ, "PYTHONPATH": str(REPO / "generator"), "XDG_CACHE_HOME": str(cache)}
    command = [sys.executable, "-m", "skillshub", *arguments]
    return subprocess.run(command, env=surroundings, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def hub() -> Hub:
    return convert(SOURCE)


@pytest.fixture(scope="module")
def built(hub: Hub, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The hub, checked and built once for all tests of this file."""
    folder = tmp_path_factory.mktemp("nj-etpl")
    write_hub(hub, folder / "hub")
    made = skillshub("-C", str(folder / "hub"), "build", cache=folder / "cache")
    assert made.returncode == 0, made.stdout[-3000:] + made.stderr[-3000:]
    return Built(hub=hub, folder=folder / "hub", site=folder / "hub" / "site")


@pytest.fixture(scope="module")
def pages(built: Built) -> dict[str, Page]:
    """Number of the programme -> its page, as a browser would parse it."""
    return {
        number: Page((built.site / "courses" / slug / "index.html").read_text(encoding="utf-8"))
        for number, slug in built.hub.courses.items()
    }


def test_every_row_is_a_course_or_named(hub: Hub) -> None:
    """Rows = courses + named rows, none of them twice."""
    with SOURCE.open(encoding="utf-8", newline="") as file:
        rows = [row["programid"] for row in csv.DictReader(file)]
    assert len(rows) == 1110
    assert sorted(rows) == sorted([*hub.courses, *hub.named])
    assert len(set(hub.courses.values())) == len(hub.courses) == len(hub.entries["courses"])


def test_every_provider_is_an_entry_or_named(hub: Hub) -> None:
    """Providers of the list = entries + named providers."""
    with SOURCE.open(encoding="utf-8", newline="") as file:
        names = {line(row["name"]) for row in csv.DictReader(file) if row["name"]}
    on_site = {entry["legal_name"] for entry in hub.entries["providers"].values()}
    assert len(names) == 244, "the list has 244 names, and rows without one"
    assert on_site | set(hub.unlisted) == names
    assert not on_site & set(hub.unlisted)


def test_nine_rows_of_ten_that_could_be_a_course_are_one(hub: Hub) -> None:
    """Rules that grow too strict show here: what is named is named for want of facts, not of effort."""
    assert len(hub.courses) >= 980, hub.report()


def test_the_check_finds_no_error(built: Built, tmp_path: Path) -> None:
    """The converted hub is sound, and the check says so as a program would read it."""
    checked = skillshub("-C", str(built.folder), "check", "--format", "json", cache=tmp_path)
    assert checked.returncode == 0, checked.stdout[-3000:] + checked.stderr[-3000:]
    assert '"severity": "error"' not in checked.stdout


def test_every_course_has_its_page_and_title(built: Built, pages: dict[str, Page]) -> None:
    """A page for each row, and its heading is the row's title, as text."""
    titles = {slug: entry["title"] for slug, entry in built.hub.entries["courses"].items()}
    with SOURCE.open(encoding="utf-8", newline="") as file:
        rows = {row["programid"]: row["officialname"] for row in csv.DictReader(file)}
    for number, page in pages.items():
        heading = " ".join("".join(page.heading).split())
        assert heading == titles[built.hub.courses[number]]
        assert heading.startswith(line(rows[number], 130))


def test_no_dirt_is_left_to_read(pages: dict[str, Page]) -> None:
    """No doubled quote, lost character, double escape or stray backslash in what a reader sees."""
    found = {number: match[0] for number, page in pages.items() if (match := DIRT.search("".join(page.text)))}
    assert found == {}


def test_descriptions_arrive_whole(built: Built, pages: dict[str, Page]) -> None:
    """Each word of a row's description is on its page, in its order."""
    with SOURCE.open(encoding="utf-8", newline="") as file:
        described = {row["programid"]: clean(row["description"]) for row in csv.DictReader(file)}
    for number, page in pages.items():
        shown = re.findall(r"[A-Za-z]{3,}", "".join(page.text))
        words = re.findall(r"[A-Za-z]{3,}", described[number])
        assert " ".join(words) in " ".join(shown), built.hub.courses[number]


def test_data_for_search_engines_parses(built: Built, pages: dict[str, Page]) -> None:
    """JSON-LD of each course is JSON, and tells of a course by its title."""
    for number, page in pages.items():
        said = [json.loads(text) for text in page.about]
        graph = [node for one in said for node in (one.get("@graph", [one]) if isinstance(one, dict) else one)]
        names = [node.get("name") for node in graph if node.get("@type") == "Course"]
        assert names == [built.hub.entries["courses"][built.hub.courses[number]]["title"]]


def test_counties_and_providers_have_their_pages(built: Built) -> None:
    """21 counties, and each provider that is an entry; their pages list what they teach."""
    for shelf in ("regions", "providers", "skills"):
        for slug in built.hub.entries[shelf]:
            assert (built.site / shelf / slug / "index.html").is_file()
    county = Page((built.site / "regions" / "bergen" / "index.html").read_text(encoding="utf-8"))
    assert "Bergen County" in "".join(county.heading)


def test_hostile_rows_are_text(tmp_path: Path, built: Built) -> None:
    """Rows that look like an attack read as they were written, and nothing in them runs."""
    attack = '<script>alert(1)</script> "><img src=x onerror=alert(1)> {{ 7*7 }} </title> [x](javascript:alert(1))'
    with SOURCE.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["programid"] in built.hub.courses][:3]
    for row in rows:
        row.update(officialname=f"{attack} {row['programid']}", description=attack * 3, prerequisites=attack)
    with (tmp_path / "hostile.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    hub = convert(tmp_path / "hostile.csv")
    write_hub(hub, tmp_path / "hub")
    made = skillshub("-C", str(tmp_path / "hub"), "build", cache=tmp_path / "cache")
    assert made.returncode == 0, made.stdout[-3000:] + made.stderr[-3000:]
    for slug in hub.courses.values():
        html = (tmp_path / "hub" / "site" / "courses" / slug / "index.html").read_text(encoding="utf-8")
        assert "<script>alert" not in html
        assert "<img src=x" not in html
        assert 'href="javascript:' not in html
        assert "<script>alert(1)</script>" in "".join(Page(html).heading)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ('"""C"" or better in lab biology"', '"C" or better in lab biology'),
        ('"""""""The whole field"""""""', "The whole field"),
        ('"click \xbfSee all options\xbf under"', 'click "See all options" under'),
        ("today\xc2s standards, drivers\xbf offices, you\xbfre", "today’s standards, drivers’ offices, you’re"),
        ("first:\n\xbf\tone\n· two", "first:\n- one\n- two"),
        ("Nurses &amp; aides&nbsp;only", "Nurses & aides only"),
        ("write to [e-mail removed]", "write to [e-mail removed]"),
    ],
)
def test_dirt_is_told_from_text(written: str, meant: str) -> None:
    """Known dirt goes, and what the writer meant stays."""
    assert clean(written) == meant


@pytest.mark.parametrize(
    ("website", "homepage"),
    [
        ("www.LIIT.com", "https://www.liit.com/"),
        ("http://www.pccc.edu/ce", "https://www.pccc.edu/ce"),
        ("https://www.essex.edu/", "https://www.essex.edu/"),
        ("591 Summit Ave", ""),
        ("bti_web@verizon.net", ""),
        ("", ""),
    ],
)
def test_websites_become_addresses(website: str, homepage: str) -> None:
    """https for all that has a host; nothing for what has none."""
    assert homepage_of(website) == homepage


def test_text_is_no_markup() -> None:
    """Stars, underlines, brackets and tags of the list are characters; only its lists are lists."""
    assert markdown("# 1 *bold* <b>\nSee:\n- one") == "\\# 1 \\*bold\\* \\<b\\>\nSee:\n\n- one"
