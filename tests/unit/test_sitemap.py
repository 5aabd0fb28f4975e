"""The sitemap holds every page once per language; robots.txt tells where it is."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import etree

from skillshub.outputs import robots, sitemap
from skillshub.site import Site, SiteFile
from tests.unit.builders import a_course, a_docs_site, a_site, some_settings

XSD = Path(__file__).parents[3] / "shared" / "standards" / "sitemap" / "sitemap.xsd"
SPACES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
URL = "https://hub.example.org/skills/"

_LINK_XSD = """<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/1999/xhtml">
  <xsd:element name="link"><xsd:complexType>
    <xsd:attribute name="rel" use="required" fixed="alternate"/>
    <xsd:attribute name="hreflang" type="xsd:language" use="required"/>
    <xsd:attribute name="href" type="xsd:anyURI" use="required"/>
  </xsd:complexType></xsd:element>
</xsd:schema>"""
"""The sitemap's own XSD lets in elements of other vocabularies, where they have an XSD too; XHTML has none."""


def files(site: Site) -> dict[str, SiteFile]:
    return {file.path: file for file in sitemap.render(site)}


def tree(file: SiteFile) -> etree._Element:
    return etree.fromstring(file.content())


def found(document: etree._Element, way: str) -> list[str]:
    return [str(one) for one in document.xpath(way, namespaces=SPACES)]


def addresses(site: Site) -> list[str]:
    """Every address in every part of the sitemap."""
    return [where for file in files(site).values() for where in found(tree(file), "//s:url/s:loc/text()")]


@pytest.fixture(scope="module")
def xsd(tmp_path_factory: pytest.TempPathFactory) -> etree.XMLSchema:
    if not XSD.exists():
        pytest.skip(f"the XSD of sitemaps is not at {XSD}")
    folder = tmp_path_factory.mktemp("xsd")
    (folder / "link.xsd").write_text(_LINK_XSD)
    both = f"""<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema">
      <xsd:import namespace="{SPACES["s"]}" schemaLocation="{XSD.as_uri()}"/>
      <xsd:import namespace="{SPACES["x"]}" schemaLocation="link.xsd"/>
    </xsd:schema>"""
    (folder / "both.xsd").write_text(both)
    return etree.XMLSchema(etree.parse(folder / "both.xsd"))


def a_large_site(monkeypatch: pytest.MonkeyPatch, most: int = 10) -> Site:
    """A site with more pages than a file may hold."""
    monkeypatch.setattr(sitemap, "MOST_URLS", most)
    return a_site(*(a_course(slug=f"course-{number}", updated=date(2026, 1, number)) for number in range(1, 29)))


@pytest.mark.parametrize("languages", [("en",), ("en", "de"), ("de", "en", "fr")])
def test_a_sitemap_fits_the_standard(xsd: etree.XMLSchema, languages: tuple[str, ...]) -> None:
    """Whatever the languages, the file is what sitemaps.org describes."""
    site = a_site(settings=some_settings(languages=languages))
    xsd.assertValid(tree(files(site)["sitemap.xml"]))


def test_a_wrong_sitemap_is_noticed(xsd: etree.XMLSchema) -> None:
    """The standard's XSD and ours for links can both be missed."""
    document = tree(files(a_site())["sitemap.xml"])
    document[0][-1].set("rel", "home")
    assert not xsd.validate(document)


def test_every_page_is_there_in_every_language() -> None:
    """Home, hand-written pages, lists and entries, each once per language; the page for lost visitors is not."""
    there = addresses(a_site())
    pages = ["", "about/", "find/", "courses/", "courses/hv-safety/", "job-roles/battery-technician/"]
    assert {URL + prefix + page for prefix in ("", "de/") for page in pages} <= set(there)
    assert len(there) == len(set(there)) == 2 * (8 + 1 + 10)
    assert not [where for where in there if "404" in where]


def test_each_page_names_all_its_languages() -> None:
    """Each language of a page, itself included, and the first one for everybody else: the same set on all of them."""
    document = tree(files(a_site())["sitemap.xml"])
    for where in (f"{URL}courses/hv-safety/", f"{URL}de/courses/hv-safety/"):
        page = f"//s:url[s:loc='{where}']/x:link"
        links = zip(found(document, f"{page}/@hreflang"), found(document, f"{page}/@href"), strict=True)
        assert dict(links) == {
            "en": f"{URL}courses/hv-safety/",
            "de": f"{URL}de/courses/hv-safety/",
            "x-default": f"{URL}courses/hv-safety/",
        }


def test_one_language_needs_no_alternates() -> None:
    """A hub in one language names no others."""
    site = a_site(settings=some_settings(languages=("de",)), docs=a_docs_site(["de"]))
    assert found(tree(files(site)["sitemap.xml"]), "//x:link") == []


def test_a_page_that_only_one_language_has_is_there_once() -> None:
    """A hand-written page that stands in one language only is not promised in another."""
    docs = a_docs_site(["en", "de"])
    only = {key: page for key, page in docs.pages.items() if key != ("de", "about/index.html")}
    there = addresses(a_site(docs=type(docs)(landings=docs.landings, pages=only, assets={}, problems=())))
    assert f"{URL}about/" in there
    assert f"{URL}de/about/" not in there


def test_pages_say_when_they_changed() -> None:
    """An entry on the day of its last update, a list with the latest of its entries, other pages not at all."""
    site = a_site(a_course(slug="old", updated=date(2026, 1, 2)), a_course(slug="new", updated=date(2026, 3, 4)))
    document = tree(files(site)["sitemap.xml"])
    changed = {
        page: found(document, f"//s:url[s:loc='{URL}{page}']/s:lastmod/text()")
        for page in ("courses/old/", "courses/", "", "about/", "events/")
    }
    assert changed == {
        "courses/old/": ["2026-01-02"],
        "courses/": ["2026-03-04"],
        "": ["2026-03-04"],
        "about/": [],
        "events/": [],
    }


def test_a_hub_without_an_address_has_no_sitemap() -> None:
    """A sitemap needs whole addresses."""
    assert files(a_site(settings=some_settings(url=""))) == {}


def test_a_large_site_has_an_index(monkeypatch: pytest.MonkeyPatch, xsd: etree.XMLSchema) -> None:
    """No file holds more than it may; the index names each of them, and all pages are in one of them."""
    site = a_large_site(monkeypatch)
    index = tree(files(site)["sitemap.xml"])
    parts = {path: tree(file) for path, file in files(site).items() if path != "sitemap.xml"}
    assert found(index, "//s:sitemap/s:loc/text()") == [URL + path for path in parts]
    assert etree.QName(index).localname == "sitemapindex"
    assert max(len(part) for part in parts.values()) <= 10
    assert len(addresses(site)) == 2 * (28 + 1 + 10)
    for part in parts.values():
        xsd.assertValid(part)


def test_the_index_says_when_its_parts_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A part changed with its latest page."""
    site = a_large_site(monkeypatch)
    newest = found(tree(files(site)["sitemap.xml"]), "//s:sitemap/s:lastmod/text()")
    assert len(set(newest)) > 1
    for path, when in zip(list(files(site))[1:], newest, strict=True):
        assert when == max(found(tree(files(site)[path]), "//s:lastmod/text()"))


def test_many_languages_make_smaller_files() -> None:
    """With twenty languages each page carries twenty links: fewer of them fit into 50 MB."""
    leaves = [sitemap.Leaf(f"courses/{number}/", "", ()) for number in range(5_000)]
    sizes = [len(part) for part in sitemap._parts(leaves, 20)]
    assert sizes[0] * 20 * (20 + 2) <= sitemap.MOST_ADDRESSES
    assert sum(sizes) == 5_000
    assert all(earlier >= later for earlier, later in pairwise(sizes))


def test_the_same_key_means_the_same_bytes() -> None:
    """A new day changes nothing; a new update, a new entry or another program does."""
    before = files(a_site(a_course()))["sitemap.xml"]
    same = files(a_site(a_course(summary="Another text"), today=date(2030, 1, 1)))["sitemap.xml"]
    assert (same.key, same.content()) == (before.key, before.content())
    others = (
        a_site(a_course(updated=date(2027, 1, 1))),
        a_site(a_course(), a_course(slug="b")),
        a_site(a_course(), made_from="1"),
    )
    assert len({before.key, *(files(site)["sitemap.xml"].key for site in others)}) == 4


def test_an_index_changes_with_its_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """The key of the index tells of every part."""
    first = files(a_large_site(monkeypatch))["sitemap.xml"]
    second = files(a_large_site(monkeypatch, most=12))["sitemap.xml"]
    assert first.key != second.key


def test_robots_are_welcome_and_told_the_way() -> None:
    """robots.txt allows all, and names the sitemap where there is one."""
    (file,) = robots.render(a_site())
    assert file.path == "robots.txt"
    assert file.content() == f"User-agent: *\nAllow: /\n\nSitemap: {URL}sitemap.xml\n".encode()
    (without,) = robots.render(a_site(settings=some_settings(url="")))
    assert without.content() == b"User-agent: *\nAllow: /\n"
    assert without.key != file.key
