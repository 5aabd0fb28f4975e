"""MkDocs at work: each page of ``docs/`` through Markdown and our templates, in memory, once per language.

Of MkDocs we use what is public: its configuration, files, navigation, pages and the theme's environment. No plug-in
runs, nothing is read from the network, nothing is written, and its log is heard by ``faults``.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

import jinja2
from mkdocs.commands.build import get_context
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page as Leaf

from skillshub.docs_engine import hubs, shaping
from skillshub.docs_engine.assets import THEME, theme_assets
from skillshub.docs_engine.faults import listening, problem_of, unreadable_heads
from skillshub.docs_engine.manuscripts import Desk, Manuscript, lay_out
from skillshub.docs_engine.pages import LANDING_SLOTS, PAGE_SLOTS, DocsBroken, DocsSite, Landing, Page
from skillshub.problems import in_order
from skillshub.shell import Shell

Gettext = Callable[[str], str]
Made = Landing | Page

_LANDING = "shell.html"
_LOST = "404.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Edition:
    """Everything for one language, while it is being built."""

    language: str
    config: MkDocsConfig
    sheets: Mapping[str, Manuscript]  # by page: "about.md"
    files: Files
    navigation: Navigation
    environment: jinja2.Environment
    hub: Mapping[str, Any]  # the hub's own settings, said in this language
    shared: frozenset[str]  # the assets that stand one folder up; none for the default language

    @property
    def leaves(self) -> Iterator[Leaf]:
        for file in self.files.documentation_pages():
            assert file.page is not None, "MkDocs makes a page for each file while it makes the navigation"
            yield file.page


def render(
    hub: Path, languages: tuple[str, ...], translations: Mapping[str, Gettext], extra_pages: Mapping[str, str]
) -> DocsSite:
    """See ``docs_engine.render``."""
    desk = lay_out(hub / "docs", languages, extra_pages)
    made: dict[tuple[str, str], Made] = {}
    with listening() as heard:
        config = _config(hub, heard)
        accent = config.extra["skillshub"].get("accent", {})
        assets = {**dict(theme_assets(accent)), **desk.assets}
        problems = [*desk.problems, *unreadable_heads(desk.manuscripts.values()), *hubs.pale_accents(accent)]
        for language in languages:
            say = translations.get(language, str)
            sheets = {sheet.page: sheet for sheet in desk.pages_for(language, languages[0])}
            edition = _edition(config, sheets, assets, languages, language, say)
            made |= {(language, _key(page)): page for page in _pages(edition, say)}
            problems += [problem_of(message, sheets) for message in heard]
            heard.clear()
    return DocsSite(
        landings={key: page for key, page in made.items() if isinstance(page, Landing)},
        pages={key: page for key, page in made.items() if isinstance(page, Page)},
        assets=assets,
        problems=in_order(problems),
    )


def _config(hub: Path, heard: list[str]) -> MkDocsConfig:
    try:
        config = load_config(str(hub / "mkdocs.yml"), plugins=[], hooks=[], site_dir=str(hub / "site"))
    except MkDocsException as broken:
        raise DocsBroken(f"mkdocs.yml: {' '.join(heard) or broken}") from None
    if "skillshub" not in config.extra:
        raise DocsBroken("mkdocs.yml: extra.skillshub is missing, where the hub says its name and languages")
    config.theme.dirs.insert(config.theme.dirs.index(config.theme.custom_dir) + 1 if config.theme.custom_dir else 0, str(THEME))
    config.validation.links.anchors = logging.WARNING
    config.mdx_configs.setdefault("tables", {}).setdefault("use_align_attribute", True)
    return config


def _edition(
    config: MkDocsConfig,
    sheets: Mapping[str, Manuscript],
    assets: Mapping[str, bytes],
    languages: tuple[str, ...],
    language: str,
    say: Gettext,
) -> _Edition:
    is_default = language == languages[0]
    root = config.extra["skillshub_url"] = config.extra.get("skillshub_url", config.site_url or "")
    config.theme["language"] = language
    config.site_url = root if is_default or not root else urljoin(root, f"{language}/")
    texts = {page: sheet.text.encode() for page, sheet in sheets.items()}
    files = Files([_file(config, path, content) for path, content in {**texts, **assets}.items()])
    return _Edition(
        language=language,
        config=config,
        sheets=sheets,
        files=files,
        navigation=get_navigation(files, config),
        environment=_environment(config, say),
        hub=hubs.said_in(config.extra["skillshub"], language, languages[0], assets),
        shared=frozenset() if is_default else frozenset(assets),
    )


def _file(config: MkDocsConfig, path: str, content: bytes) -> File:
    file = File(path, None, config.site_dir, config.use_directory_urls)
    file.content_bytes = content
    return file


def _environment(config: MkDocsConfig, say: Gettext) -> jinja2.Environment:
    environment = config.theme.get_env()
    environment.trim_blocks = environment.lstrip_blocks = True
    environment.finalize = shaping.without_slots  # only the templates themselves make slots, no text that they show
    environment.add_extension("jinja2.ext.i18n")
    environment.install_gettext_callables(  # type: ignore[attr-defined]
        say, lambda one, many, count: say(one if count == 1 else many), newstyle=True
    )
    return environment


def _pages(edition: _Edition, say: Gettext) -> Iterator[Made]:
    """All pages of one language: first every text, since menus show the titles of all pages, then every page."""
    for leaf in edition.leaves:
        leaf.read_source(edition.config)
        leaf.render(edition.config, edition.files)
        leaf.content = shaping.readable(leaf.content or "", say("Table"))
        leaf.edit_url = hubs.edit_page(edition.hub, edition.sheets[leaf.file.src_uri].file)
    for leaf in edition.leaves:
        leaf.validate_anchor_links(files=edition.files, log_level=logging.WARNING)
        yield _page(edition, leaf)
    yield _not_found(edition)


def _page(edition: _Edition, leaf: Leaf) -> Made:
    leaf.active = True
    sheet = edition.sheets[leaf.file.src_uri]
    template = str(leaf.meta.get("template", "main.html"))
    html = _built(edition, template, sheet.file or sheet.page, leaf, sheet.language)
    leaf.active = False
    html, intro = shaping.without_intro(html)
    told = {
        "path": leaf.file.dest_uri,
        "title": unescape(leaf.title or ""),
        "description": str(leaf.meta.get("description", "")),
        "written_in": sheet.language,
    }
    if template != _LANDING:
        return Page(shell=_cut(html, PAGE_SLOTS, sheet.file), **told)
    shell = _cut(html, LANDING_SLOTS, sheet.file)
    return Landing(name=leaf.url.strip("/") or "home", shell=shell, intro=intro, **told)


def _not_found(edition: _Edition) -> Page:
    html = _built(edition, _LOST, _LOST, None, edition.language)
    return Page(
        path=_LOST, shell=_cut(html, PAGE_SLOTS, _LOST), title="", description="", written_in=edition.language
    )


def _built(edition: _Edition, template: str, name: str, leaf: Leaf | None, written_in: str) -> str:
    """One page through its template. A page that may stand anywhere (404) has absolute links, all others relative."""
    base = "" if leaf else urlsplit(edition.config.site_url or "/").path
    context = get_context(edition.navigation, edition.files, edition.config, leaf, base)
    try:
        html = edition.environment.get_template(template).render(
            context, hub=edition.hub, written_in=written_in
        )
    except jinja2.TemplateError as broken:
        raise DocsBroken(f"{name}: the template {template} cannot be used: {broken}") from broken
    return shaping.tidy(shaping.sharing(html, leaf.url if leaf else "", edition.shared, base))


def _cut(html: str, slots: frozenset[str], name: str) -> Shell:
    shell = Shell.cut(html)
    if set(shell.slots) != slots:
        raise DocsBroken(f"{name}: its template lost or invented slots: {sorted(slots.symmetric_difference(shell.slots))}")
    return shell


def _key(page: Made) -> str:
    return page.name if isinstance(page, Landing) else page.path
