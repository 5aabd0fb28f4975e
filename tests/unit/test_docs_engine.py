"""The hand-written pages of a small hub, rendered by MkDocs: languages, slots, links, assets, and what is wrong."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from skillshub import docs_engine
from skillshub.docs_engine import LANDING_SLOTS, PAGE_SLOTS, DocsBroken, DocsSite, Landing, Page
from skillshub.docs_engine.scripts import BUNDLES
from skillshub.shell import inline_script_hashes

SETTINGS = """\
site_name: Small
site_url: https://example.org/hub/
theme: {name: material, font: false}
plugins: []
markdown_extensions: [admonition, tables, {toc: {permalink: "#"}}, pymdownx.superfences]
nav: [index.md, courses/index.md, {About: [about.md, legal.md]}]
extra:
  skillshub:
    name: {en: Small & fine, de: Klein & fein}
    languages: [en, de]
    logo: pictures/logo.svg
    accent: {light: "#0b5f6a", dark: "#7fd3df"}
    forge: {kind: github, url: "https://forge.example.org/hub", branch: main}
    operator: {name: Ada <Muster>}
"""
PAGES = {
    "docs/index.md": "---\ntemplate: shell.html\n---\n# Small\n\nWelcome.\n",
    "docs/courses/index.md": "---\ntemplate: shell.html\ndescription: All\n---\n# Courses\n![](../pictures/logo.svg)\n",
    "docs/courses/index.de.md": "---\ntemplate: shell.html\n---\n# Kurse\n\nAlle [mehr](../about.md).\n",
    "docs/about.md": "# About\n\nText of [courses](courses/index.md).\n\n| a |\n|--:|\n| 1 |\n\n```yaml\na: 1\n```\n",
    "docs/about.de.md": "# Über\n\nText.\n",
    "docs/legal.md": "# Legal & fair\n\n<!-- hub:operator -->\n",
    "docs/pictures/logo.svg": "<svg/>",
}

AHub = Callable[..., Path]


@pytest.fixture
def a_hub(tmp_path: Path) -> AHub:
    """A small hub on disk, with files changed or added as named."""

    def make(settings: str = SETTINGS, **files: str) -> Path:
        for name, text in {**PAGES, **files, "mkdocs.yml": settings}.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        return tmp_path

    return make


@pytest.fixture
def site(a_hub: AHub) -> DocsSite:
    german = {"Menu": "Menü", "About": "Rund um uns"}
    return docs_engine.render(a_hub(), ["en", "de"], {"de": lambda text: german.get(text, text)})


def every_page(site: DocsSite) -> list[Page | Landing]:
    return [*site.pages.values(), *site.landings.values()]


def test_every_page_stands_in_every_language(site: DocsSite) -> None:
    """Landing pages by the name of their folder, other pages by their path, and one for the lost."""
    assert set(site.landings) == {(language, name) for language in ("en", "de") for name in ("home", "courses")}
    paths = ("about/index.html", "legal/index.html", "404.html")
    assert set(site.pages) == {(language, path) for language in ("en", "de") for path in paths}
    assert site.problems == ()


def test_a_page_is_written_in_its_sibling_or_says_that_it_is_not(site: DocsSite) -> None:
    """about.de.md is the German about.md; where a sibling is missing, the text keeps its own language and a note."""
    assert site.pages["de", "about/index.html"].title == "Über"
    assert site.pages["de", "about/index.html"].written_in == "de"
    legal = site.pages["de", "legal/index.html"]
    assert legal.written_in == "en"
    assert '<article class="hub-prose md-typeset" lang="en">' in legal.shell.html
    assert "hub-only-in" in legal.shell.html


def test_menus_speak_the_language_of_the_page(site: DocsSite) -> None:
    """Pages name themselves, sections and the theme's own words go through gettext."""
    german = site.pages["de", "about/index.html"].shell.html
    assert '<html lang="de"' in german
    assert all(word in german for word in ("Menü", "Rund um uns", "Kurse", "Klein &amp; fein"))


def test_the_slots_are_those_that_were_promised(site: DocsSite) -> None:
    """A landing page is open for its entries; every page for its policy, its head and its languages."""
    assert all(set(landing.shell.slots) == LANDING_SLOTS for landing in site.landings.values())
    assert all(set(page.shell.slots) == PAGE_SLOTS for page in site.pages.values())


def test_a_landing_hands_out_its_own_text(site: DocsSite) -> None:
    """The text comes apart from the page, without its first heading; its links hold at the landing page."""
    landing = site.landings["de", "courses"]
    assert landing.title == "Kurse"
    assert landing.intro == '<p>Alle <a href="../about/">mehr</a>.</p>'
    assert "mehr" not in landing.shell.html
    assert site.landings["en", "courses"].description == "All"


def test_languages_share_the_assets_of_the_root(site: DocsSite) -> None:
    """A German page loads the one stylesheet and the one picture that stand at the root."""
    assert "../assets/hub.css" in site.landings["en", "courses"].shell.html
    assert "../../assets/hub.css" in site.landings["de", "courses"].shell.html
    assert "../../pictures/logo.svg" in site.landings["de", "courses"].shell.html
    assert not [path for path in site.assets if path.startswith("de/")]
    assert site.assets["pictures/logo.svg"] == b"<svg/>"


def test_the_page_for_the_lost_can_be_shown_anywhere(site: DocsSite) -> None:
    """Its links are absolute, in each language, and its assets those of the root."""
    german = site.pages["de", "404.html"].shell.html
    assert 'href="/hub/assets/hub.css?' in german
    assert 'action="/hub/de/find/"' in german


def test_nothing_of_materials_scripts_is_there(site: DocsSite) -> None:
    """No script of Material's, no index, no font: the assets are ours, its stylesheet and what docs/ holds."""
    ours = {"hub.css", "material.css", "hub.js", "hub-early.js", "hub-logo.svg", *BUNDLES}
    there = {path.removeprefix("assets/") for path in site.assets if path.startswith("assets/")}
    assert {name for name in there if not name.startswith(("stem-", "form/"))} == ours


def test_no_page_needs_an_exception_from_the_policy(site: DocsSite) -> None:
    """No inline script, no inline style, no handler in an attribute."""
    for page in every_page(site):
        assert inline_script_hashes(page.shell.html) == ()
        assert " style=" not in page.shell.html
        assert "<style" not in page.shell.html
        assert " onclick=" not in page.shell.html


def test_what_scrolls_can_be_reached_by_keyboard(site: DocsSite) -> None:
    """Tables stand in a region with a name, code can be focused."""
    about = site.pages["en", "about/index.html"].shell.html
    assert '<div class="hub-scroll" role="region" aria-label="Table" tabindex="0"><table>' in about
    assert '<pre tabindex="0">' in about


def test_settings_are_shown_as_text(site: DocsSite) -> None:
    """What the hub says of itself is escaped wherever it stands."""
    legal = site.pages["en", "legal/index.html"].shell.html
    assert "Ada &lt;Muster&gt;" in legal
    assert "Small &amp; fine" in legal
    assert site.pages["en", "legal/index.html"].title == "Legal & fair"


def test_a_page_can_be_improved_where_it_is_written(site: DocsSite) -> None:
    """The link leads to the file of that language on the forge."""
    link = "https://forge.example.org/hub/edit/main/docs/about.de.md"
    assert link in site.pages["de", "about/index.html"].shell.html


def test_a_text_about_slots_opens_none(a_hub: AHub) -> None:
    """A page may write about HUB-SLOT-BODY, in its text, its headings and its title."""
    text = "# HUB-SLOT-TITLE\n\n## `HUB-SLOT-BODY`\n\n## Two\n\nHUB-SLOT-CSP\n"
    page = docs_engine.render(a_hub(**{"docs/about.md": text}), ["en"]).pages["en", "about/index.html"]
    assert set(page.shell.slots) == PAGE_SLOTS


def test_generated_pages_stand_beside_written_ones(a_hub: AHub) -> None:
    """They may be linked, may stand in the menu, and may have siblings; nobody can edit them."""
    hub = a_hub(**{"docs/about.md": "# About\n\n[rules](rules.md#late)\n"})
    site = docs_engine.render(hub, ["en", "de"], {}, {"rules.md": "# Rules\n\n## Late\n", "rules.de.md": "# Regeln\n"})
    assert site.problems == ()
    assert site.pages["de", "rules/index.html"].title == "Regeln"
    assert "/edit/" not in site.pages["en", "rules/index.html"].shell.html


@pytest.mark.parametrize(
    ("files", "code", "path", "line"),
    [
        ({"docs/about.md": "# A\n\n[x](gone.md)\n"}, "docs-broken-link", "docs/about.md", 3),
        ({"docs/about.de.md": "# A\n\n[x](legal.md#gone)\n"}, "docs-broken-link", "docs/about.de.md", 3),
        ({"docs/about.md": "---\ndescription: a: b\n---\n# A\n"}, "docs-unreadable-head", "docs/about.md", 2),
        ({"mkdocs.yml": SETTINGS.replace("legal.md", "gone.md")}, "docs-missing-page", "mkdocs.yml", 1),
        ({"mkdocs.yml": SETTINGS.replace("#0b5f6a", "#ffee00")}, "docs-pale-accent", "mkdocs.yml", 1),
    ],
)
def test_a_mistake_in_a_page_is_a_problem(a_hub: AHub, files: dict[str, str], code: str, path: str, line: int) -> None:
    """Named once, with the file of the language in which it stands, and the line where that can be known."""
    settings = files.pop("mkdocs.yml", SETTINGS)
    site = docs_engine.render(a_hub(settings, **files), ["en", "de"])
    assert [(found.code, found.path, found.place.line) for found in site.problems] == [(code, path, line)]


def test_a_link_out_of_the_folder_is_not_followed(a_hub: AHub, tmp_path: Path) -> None:
    """A page that is a link to another place could publish any file of the machine."""
    hub = a_hub()
    (tmp_path / "secret.md").write_text("# Secret\n")
    (hub / "docs" / "innocent.md").symlink_to(tmp_path / "secret.md")
    site = docs_engine.render(hub, ["en"])
    assert ("en", "innocent/index.html") not in site.pages
    assert [found.code for found in site.problems] == ["docs-linked-file"]


@pytest.mark.parametrize(
    ("settings", "overrides", "named"),
    [
        (SETTINGS.replace("[admonition", "[no_such_extension"), {}, "mkdocs.yml"),
        (SETTINGS.replace("material", "mkdocs"), {}, "mkdocs.yml"),
        (SETTINGS.replace("skillshub:", "other:"), {}, "mkdocs.yml"),
        (SETTINGS, {"overrides/main.html": "{% extends 'base.html' %}{% block header %}{% endif %}"}, "main.html"),
        (SETTINGS, {"overrides/main.html": "{% extends 'base.html' %}{% block site_meta %}{% endblock %}"}, "csp"),
    ],
)
def test_settings_or_templates_that_cannot_be_used_are_named(
    a_hub: AHub, settings: str, overrides: dict[str, str], named: str
) -> None:
    """An override that loses a slot, such as that of the policy, is found before anything is published."""
    with pytest.raises(DocsBroken, match=named):
        docs_engine.render(a_hub(settings, **overrides), ["en"])


def test_a_hub_may_put_its_own_templates_on_top(a_hub: AHub) -> None:
    """overrides/main.html fills the blocks of the theme, as usual with Material."""
    block = "{% extends 'base.html' %}{% block announce %}<p>Hello</p>{% endblock %}"
    site = docs_engine.render(a_hub(**{"overrides/main.html": block}), ["en"])
    assert all("<p>Hello</p>" in page.shell.html for page in every_page(site))


def test_the_same_folder_gives_the_same_values_and_stays_as_it_was(a_hub: AHub) -> None:
    """No date, no order of the file system, nothing written."""
    hub = a_hub()
    before = sorted(path for path in hub.rglob("*"))
    assert docs_engine.render(hub, ["en", "de"]) == docs_engine.render(hub, ["en", "de"])
    assert sorted(path for path in hub.rglob("*")) == before


def test_the_fingerprint_changes_with_what_is_read_and_with_nothing_else(a_hub: AHub) -> None:
    """A page, a setting, a generated page, the languages: yes. A file beside docs/, or its time: no."""
    hub = a_hub()
    first = docs_engine.fingerprint(hub, ["en"])
    (hub / "README.md").write_text("x")
    (hub / "docs" / "about.md").touch()
    assert docs_engine.fingerprint(hub, ["en"]) == first
    changed = {first, docs_engine.fingerprint(hub, ["en", "de"]), docs_engine.fingerprint(hub, ["en"], {"a.md": "x"})}
    (hub / "docs" / "about.md").write_text("# New\n")
    changed.add(docs_engine.fingerprint(hub, ["en"]))
    assert len(changed) == 4


def test_whoever_only_asks_for_the_fingerprint_does_not_load_mkdocs() -> None:
    """An incremental build must not pay for it."""
    code = "import sys, skillshub.docs_engine; sys.exit('mkdocs' in sys.modules or 'jinja2' in sys.modules)"
    asked = subprocess.run([sys.executable, "-c", code], check=False, env={"PYTHONPATH": ":".join(sys.path)})
    assert asked.returncode == 0
