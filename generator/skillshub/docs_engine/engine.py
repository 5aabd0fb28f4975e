"""MkDocs, set up for a hub and asked for all its languages. Works in memory: nothing is written, no plug-in runs.

What becomes of a single page is told in ``editions``; what MkDocs grumbles about meanwhile is heard by ``faults``.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from pathlib import Path

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from skillshub.docs_engine import hubs
from skillshub.docs_engine.assets import THEME, theme_assets
from skillshub.docs_engine.editions import Printer, editions
from skillshub.docs_engine.faults import listening, problem_of, unreadable_heads
from skillshub.docs_engine.manuscripts import lay_out
from skillshub.docs_engine.pages import DocsBroken, DocsSite, Landing, Page
from skillshub.problems import in_order


def render(
    hub: Path,
    languages: tuple[str, ...],
    translations: Mapping[str, Callable[[str], str]],
    extra_pages: Mapping[str, str],
) -> DocsSite:
    """See ``docs_engine.render``."""
    desk = lay_out(hub / "docs", languages, extra_pages)
    made: dict[tuple[str, str], Landing | Page] = {}
    with listening() as heard:
        config = _config(hub, heard)
        accent = config.extra["skillshub"].get("accent", {})
        assets = {**dict(theme_assets(accent)), **desk.assets}
        problems = [*desk.problems, *unreadable_heads(desk.manuscripts.values()), *hubs.pale_accents(accent)]
        printer = Printer(config=config, root=config.site_url or "", languages=languages, desk=desk, assets=assets)
        for edition in editions(printer, translations):
            made |= {(edition.language, _key(page)): page for page in edition.pages()}
            problems += [problem_of(message, edition.sheets) for message in heard]
            heard.clear()
    return DocsSite(
        landings={key: page for key, page in made.items() if isinstance(page, Landing)},
        pages={key: page for key, page in made.items() if isinstance(page, Page)},
        assets=assets,
        problems=in_order(problems),
    )


def _config(hub: Path, heard: list[str]) -> MkDocsConfig:
    """The hub's ``mkdocs.yml``, less what would run code or print, and with our theme over Material."""
    try:
        config = load_config(str(hub / "mkdocs.yml"), plugins=[], hooks=[], site_dir=str(hub / "site"))
    except MkDocsException as broken:
        raise DocsBroken(f"mkdocs.yml: {' '.join(heard) or broken}") from None
    if config.theme.name != "material":
        raise DocsBroken("mkdocs.yml: theme.name must be material, on which the theme of the hub rests")
    if "skillshub" not in config.extra:
        raise DocsBroken("mkdocs.yml: extra.skillshub is missing, where the hub says its name and languages")
    own = dict.fromkeys(filter(None, (config.theme.custom_dir, str(hub / "overrides"))))
    config.theme.dirs = [*own, str(THEME), *(folder for folder in config.theme.dirs if folder not in own)]
    config.validation.links.anchors = logging.WARNING
    config.mdx_configs.setdefault("tables", {}).setdefault("use_align_attribute", True)  # styles are against our policy
    return config


def _key(page: Landing | Page) -> str:
    return page.name if isinstance(page, Landing) else page.path
