"""The pages of a site: one for each entry and list in each language, and links that lead to them."""

from __future__ import annotations

import json
import posixpath
import re
from datetime import date
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from lxml import html

from skillshub.build import build
from skillshub.model import Entry
from skillshub.outputs import OUTPUTS, pages
from skillshub.writing import MARK
from tests.unit import hubs
from tests.unit.builders import a_course, a_site

LINKS = "//@href | //@src | //@action"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("pages")
    hub = hubs.lay_out(root / "hub", forge={"kind": "github", "url": "https://github.com/example/hub"})
    assert build(hub, root / "site", hubs.TODAY, memory=None).outcome
    return root / "site"


def page(site: Path, path: str) -> html.HtmlElement:
    return html.fromstring((site / path).read_bytes().decode())


def every_page(site: Path) -> list[str]:
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))


def test_no_link_leads_nowhere(site: Path) -> None:
    """Each link inside the site, on every page in every language, leads to a file that is there."""
    there = set(hubs.tree(site))
    lost = []
    for path in every_page(site):
        for link in page(site, path).xpath(LINKS):
            target = urlsplit(link)
            if target.scheme or target.netloc or not target.path or path.endswith("404.html"):
                continue
            goal = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(target.path)))
            goal = "index.html" if goal == "." else goal
            if goal not in there and posixpath.join(goal, "index.html") not in there:
                lost.append(f"{path}: {link}")
    assert not lost, "\n".join(sorted(set(lost))[:20])


def test_every_page_has_its_twin(site: Path) -> None:
    """What is there in one language is there in the other, under the same address."""
    own = [path for path in every_page(site) if not path.startswith("de/")]
    assert {f"de/{path}" for path in own} == {path for path in every_page(site) if path.startswith("de/")}


def test_every_page_says_what_it_is(site: Path) -> None:
    """One heading, a title, a language, an address of its own, and a policy for what it may load."""
    for path in every_page(site):
        tree = page(site, path)
        assert tree.get("lang") == ("de" if path.startswith("de/") else "en"), path
        assert len(tree.xpath("//h1")) == 1, path
        assert tree.xpath("string(//title)").strip(), path
        assert tree.xpath("//meta[@http-equiv='content-security-policy' or @http-equiv='Content-Security-Policy']"), (
            path
        )
        wanted = "https://hub.example.org/skills/" + path.removesuffix("index.html")
        if not path.endswith("404.html"):
            assert tree.xpath("string(//link[@rel='canonical']/@href)") == wanted


def test_nothing_of_the_works_is_left(site: Path) -> None:
    """No slot, no mark and no template text stands on a page."""
    for path, content in hubs.tree(site).items():
        if path.endswith((".html", ".json", ".xml")):
            assert not re.search(rb"HUB-SLOT-|[\x00-\x08]|\{\{|\{%|StrictUndefined", content), path


def test_a_list_reads_page_by_page(site: Path) -> None:
    """Fourteen courses at six a page make three pages in each order; each course stands on one of them."""
    for order in ("", "by_deadline/", "by_title/", "by_updated/"):
        found: list[str] = []
        for number in ("", "page_2/", "page_3/"):
            tree = page(site, f"courses/{order}{number}index.html")
            found += {
                link.strip("./")
                for link in tree.xpath("//main//article//a/@href | //main//li//a/@href")
                if re.search(r"courses/[a-z0-9-]+/$", link)
            }
        slugs = {posixpath.basename(link) for link in found}
        assert slugs >= {path.partition("/")[2] for path in hubs.entries() if path.startswith("courses/")}
        assert not (site / f"courses/{order}page_4").exists()


def test_what_is_past_leaves_its_list_by_itself(tmp_path: Path) -> None:
    """The day after, an event stands in the list of what is past, to which its old list leads; nobody edits it."""
    hub = hubs.lay_out(tmp_path / "hub")
    listed = {}
    for day in (date(2027, 1, 14), date(2027, 1, 15)):
        build(hub, hub / "site", day, memory=None)
        text = (hub / "site/events/index.html").read_text("utf-8")
        past = hub / "site/events/that_left/index.html"
        listed[day.day] = (
            "visit/" in text,
            past.is_file() and "visit/" in past.read_text("utf-8"),
            "that_left" in text,
        )
        assert "meeting/" in text
    assert listed == {14: (True, False, False), 15: (False, True, True)}


def test_a_list_that_belongs_to_an_entry(site: Path) -> None:
    """Where more courses are held than a region's page shows, the rest have a list, and the page leads to it."""
    assert (site / "courses/in_tyrol/index.html").is_file()
    assert "courses/in_tyrol/" in (site / "regions/tyrol/index.html").read_text("utf-8")
    assert not (site / "courses/in_salzburg").exists()


def test_structured_things_are_json(site: Path) -> None:
    """Each block for search engines is valid JSON with a type."""
    seen = 0
    for path in every_page(site):
        for block in page(site, path).xpath("//script[@type='application/ld+json']/text()"):
            assert "@type" in json.loads(block), path
            seen += 1
    assert seen > 50


def test_an_entry_can_be_improved(site: Path) -> None:
    """Its page leads to its file on the forge."""
    wanted = "https://github.com/example/hub/edit/main/content/courses/welding.yml"
    assert page(site, "courses/welding/index.html").xpath(f"//a[@href='{wanted}']")


def test_a_text_in_another_language_says_so(site: Path) -> None:
    """An English title on a German page carries its language, a German one does not."""
    assert page(site, "de/courses/welding/index.html").xpath("string(//h1/@lang)") == "en"
    assert page(site, "de/courses/advice/index.html").xpath("string(//h1/@lang)") == ""


def test_the_mark_of_a_site(site: Path) -> None:
    """The folder says whose it is."""
    assert (site / MARK).is_file()


def test_keys_are_of_what_is_shown() -> None:
    """Another title is another key on the pages that show it, and the same key on those that do not."""
    files = {file.path: file.key for file in pages.render(a_site())}
    other = {file.path: file.key for file in pages.render(a_site(*_with_other_course()))}
    changed = {path for path in files if files[path] != other[path]}
    assert {
        "courses/hv-safety/index.html",
        "courses/index.html",
        "index.html",
        "courses/mode_onsite/index.html",
    } <= changed
    assert not {"events/index.html", "about/index.html", "skills/index.html"} & changed


def _with_other_course() -> list[Entry]:
    return [
        a_course(title="Another", digest="1" * 32) if entry.kind == "course" else entry for entry in a_site().catalogue
    ]


def test_the_list_of_outputs_is_all() -> None:
    """What a site is made of is a list that one can read."""
    assert {"pages", "sitemap", "robots"} <= OUTPUTS.keys()
