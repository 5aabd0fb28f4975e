"""All pages in one language: each text through Markdown, then each page through its template, then cut at its slots.

Of MkDocs only what is public: files, navigation, pages, and the environment of the theme.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from html import unescape
from typing import Any, TypedDict
from urllib.parse import urlsplit

import jinja2
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page as Leaf

from skillshub.docs_engine import hubs, shaping
from skillshub.docs_engine.manuscripts import Desk, Manuscript
from skillshub.docs_engine.pages import LANDING_SLOTS, PAGE_SLOTS, DocsBroken, Landing, Page
from skillshub.shell import Shell
from skillshub.templates import CompiledOnce

Gettext = Callable[[str], str]

_LANDING = "shell.html"
_LOST = "404.html"
_COMPILED = CompiledOnce()


class _Told(TypedDict):
    path: str
    title: str
    description: str
    written_in: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Printer:
    """What all languages have in common."""

    config: MkDocsConfig
    root: str  # site_url of the hub, or ""
    languages: tuple[str, ...]
    desk: Desk
    assets: Mapping[str, bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One language, ready to be made. MkDocs keeps one configuration: make an edition before asking for the next."""

    language: str
    say: Gettext
    sheets: Mapping[str, Manuscript]  # by page: "about.md"
    config: MkDocsConfig
    files: Files
    navigation: Navigation
    environment: jinja2.Environment
    hub: Mapping[str, Any]  # the hub's own settings, said in this language
    base: str  # the absolute path of the language: "/hub/de/"
    version: str  # of the scripts and the stylesheet, which go together: browsers may keep what has this in its address
    shared: frozenset[str]  # assets that stand one folder further up, at the root; none for the default language

    def pages(self) -> Iterator[Landing | Page]:
        """First every text, since menus show the titles of all pages; then every page, and the one for the lost."""
        for leaf in self._leaves():
            self._read(leaf)
        for leaf in self._leaves():
            leaf.validate_anchor_links(files=self.files, log_level=logging.WARNING)
            yield self._page(leaf)
        html = self._built(_LOST, _LOST, None, self.language)
        shell = _cut(html, PAGE_SLOTS, _LOST)
        yield Page(path=_LOST, shell=shell, title="", description="", written_in=self.language)

    def _leaves(self) -> Iterator[Leaf]:
        return (file.page for file in self.files.documentation_pages() if file.page is not None)

    def _read(self, leaf: Leaf) -> None:
        leaf.read_source(self.config)
        leaf.render(self.config, self.files)
        leaf.content = shaping.readable(leaf.content or "", self.say("Table"), self.say("Link to this heading"))
        leaf.edit_url = hubs.edit_page(self.hub, self.sheets[leaf.file.src_uri].file)

    def _page(self, leaf: Leaf) -> Landing | Page:
        sheet = self.sheets[leaf.file.src_uri]
        template = str(leaf.meta.get("template", "main.html"))
        leaf.active = True
        html, intro = shaping.without_intro(self._built(template, sheet.page, leaf, sheet.language))
        leaf.active = False
        told: _Told = {
            "path": leaf.file.dest_uri,
            "title": unescape(leaf.title or ""),
            "description": str(leaf.meta.get("description", "")),
            "written_in": sheet.language,
        }
        if template != _LANDING:
            return Page(shell=_cut(html, PAGE_SLOTS, sheet.page), **told)
        shell = _cut(html, LANDING_SLOTS, sheet.page)
        return Landing(name=leaf.url.strip("/") or "home", shell=shell, intro=intro, **told)

    def _built(self, template: str, name: str, leaf: Leaf | None, written_in: str) -> str:
        """One page through its template. The page for the lost may be shown anywhere: its links are absolute."""
        base = "" if leaf else self.base
        context = get_context(self.navigation, self.files, self.config, leaf, base)
        try:
            built = self.environment.get_template(template).render(
                context, hub=self.hub, written_in=written_in, version=self.version
            )
        except jinja2.TemplateError as broken:
            raise DocsBroken(f"{name}: the template {template} cannot be used: {broken}") from broken
        return shaping.tidy(shaping.sharing(built, leaf.url if leaf else "", self.shared, base))


def editions(printer: Printer, translations: Mapping[str, Gettext]) -> Iterator[Edition]:
    """One language after the other."""
    default = printer.languages[0]
    version = _version(printer.assets)
    for language in printer.languages:
        say = translations.get(language, str)
        folder = "" if language == default else f"{language}/"
        config = _turned_to(printer, language, folder)
        sheets = {sheet.page: sheet for sheet in printer.desk.pages_for(language, default)}
        texts = {page: sheet.text.encode() for page, sheet in sheets.items()}
        files = Files([_file(config, path, content) for path, content in {**texts, **printer.assets}.items()])
        yield Edition(
            language=language,
            say=say,
            sheets=sheets,
            config=config,
            files=files,
            navigation=get_navigation(files, config),
            environment=_environment(config, say),
            hub=hubs.said_in(config.extra["skillshub"], language, default, printer.assets),
            base=f"{urlsplit(printer.root or '/').path}{folder}",
            version=version,
            shared=frozenset(printer.assets) if folder else frozenset(),
        )


def _version(assets: Mapping[str, bytes]) -> str:
    """Eight letters that change with any of our scripts or styles."""
    ours = (content for path, content in sorted(assets.items()) if path.startswith("assets/hub"))
    return sha256(b"\0".join(ours)).hexdigest()[:8]


def _turned_to(printer: Printer, language: str, folder: str) -> MkDocsConfig:
    config = printer.config
    config.theme["language"] = language
    config.site_url = f"{printer.root}{folder}" if printer.root else ""
    if config.theme["favicon"] not in printer.assets:
        config.theme["favicon"] = hubs.logo_of(config.extra["skillshub"], printer.assets)
    return config


def _file(config: MkDocsConfig, path: str, content: bytes) -> File:
    file = File(path, None, config.site_dir, config.use_directory_urls)
    file.content_bytes = content
    return file


def _environment(config: MkDocsConfig, say: Gettext) -> jinja2.Environment:
    environment = config.theme.get_env()
    environment.trim_blocks = environment.lstrip_blocks = True
    environment.bytecode_cache = _COMPILED
    environment.finalize = shaping.without_slots  # only the templates themselves make slots, no text that they show
    environment.add_extension("jinja2.ext.i18n")
    environment.install_gettext_callables(  # type: ignore[attr-defined]
        say, lambda one, many, count: say(one if count == 1 else many), newstyle=True
    )
    return environment


def _cut(html: str, slots: frozenset[str], name: str) -> Shell:
    shell = Shell.cut(html)
    if wrong := slots.symmetric_difference(shell.slots):
        raise DocsBroken(f"{name}: its template lost slots, or invented some: {', '.join(sorted(wrong))}")
    return shell
