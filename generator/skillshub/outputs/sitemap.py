"""sitemap.xml: every page of the site in every language, for search engines.

A hub that has not said where it will stand has none: a sitemap holds whole addresses. A large site has several, with
an index in their place. Format: https://www.sitemaps.org/protocol.html, with the links to other languages of
https://developers.google.com/search/docs/specialty/international/localized-versions#sitemap
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from hashlib import blake2b
from html import escape
from itertools import chain
from typing import NamedTuple

from skillshub.addresses import absolute, address, in_language
from skillshub.languages import Language
from skillshub.model import FOLDERS
from skillshub.site import Site, SiteFile

PATH = "sitemap.xml"

MOST_URLS = 50_000  # that a file may hold
MOST_ADDRESSES = 250_000  # those of other languages counted: 50 MB with addresses of 200 bytes

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
_NOT_TO_BE_FOUND = frozenset({"404.html", "shortlist/index.html"})  # the latter is empty until a visitor fills it


class Leaf(NamedTuple):
    """A page in all its languages."""

    address: str  # below the root of a language
    updated: str  # 2026-11-23, or empty where nobody knows
    spoken: tuple[Language, ...]


class Wholes(NamedTuple):
    """Where the site stands, and what makes one of its addresses whole."""

    url: str
    default: Language

    def of(self, leaf: Leaf, language: Language) -> str:
        return escape(absolute(self.url, in_language(leaf.address, language.prefix)))


def render(site: Site) -> Iterator[SiteFile]:
    if not site.settings.url:
        return
    parts = list(_parts(leaves(site), len(site.languages)))
    keys = [_key(site, part) for part in parts]
    wholes = Wholes(site.settings.url, site.languages[0])
    if len(parts) == 1:
        yield SiteFile(PATH, keys[0], partial(_urlset, parts[0], wholes))
        return
    paths = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    yield SiteFile(PATH, "+".join(keys), partial(_index, paths, parts, wholes))
    for path, key, part in zip(paths, keys, parts, strict=True):
        yield SiteFile(path, key, partial(_urlset, part, wholes))


def leaves(site: Site) -> Iterator[Leaf]:
    """The pages of ``docs/``, the lists' first pages and every entry's own page, each once whatever its languages."""
    for path, spoken in _written(site).items():
        yield Leaf(path.removesuffix("index.html"), _last_change(site, path), spoken)
    for entry in site.catalogue:
        yield Leaf(address(entry), entry.updated.isoformat(), site.languages)


def _written(site: Site) -> dict[str, tuple[Language, ...]]:
    """Each page that stands in ``docs/``, and the languages it is there in."""
    docs = site.docs
    landings = ((code, landing.path) for (code, _), landing in docs.landings.items())
    there = {(code, path) for code, path in chain(docs.pages, landings) if path not in _NOT_TO_BE_FOUND}
    return {
        path: tuple(language for language in site.languages if (language.code, path) in there)
        for path in sorted({path for _, path in there})
    }


def _last_change(site: Site, path: str) -> str:
    """A list changes with its entries, the first page with them all."""
    kinds = [kind for kind, folder in FOLDERS.items() if path in ("index.html", f"{folder}/index.html")]
    updates = [entry.updated for kind in kinds for entry in site.catalogue.shelf(kind).values()]
    return max(updates).isoformat() if updates else ""


def _parts(all_leaves: Iterable[Leaf], languages: int) -> Iterator[Sequence[Leaf]]:
    """As many pages together as a file may hold."""
    every = list(all_leaves)
    size = max(1, min(MOST_URLS, MOST_ADDRESSES // (languages + 2)) // languages)
    return (every[at : at + size] for at in range(0, len(every), size))


def _key(site: Site, part: Sequence[Leaf]) -> str:
    """Where the site stands, its languages and which docs it has are in ``made_from`` already."""
    told = "\n".join([site.made_from, *(f"{leaf.address} {leaf.updated}" for leaf in part)])
    return blake2b(told.encode(), digest_size=16).hexdigest()


def _urlset(part: Sequence[Leaf], wholes: Wholes) -> bytes:
    space = f'xmlns="{_SPACE}" xmlns:xhtml="http://www.w3.org/1999/xhtml"'
    urls = "".join(_urls(leaf, wholes) for leaf in part)
    return f"{_HEAD}<urlset {space}>\n{urls}</urlset>\n".encode()


def _urls(leaf: Leaf, wholes: Wholes) -> str:
    """A page once per language, each with the way to all of them."""
    changed = f"<lastmod>{leaf.updated}</lastmod>" if leaf.updated else ""
    located = {language: wholes.of(leaf, language) for language in leaf.spoken}
    others = "".join(_alternate(language.code, where) for language, where in located.items())
    if wholes.default in located:
        others += _alternate("x-default", located[wholes.default])
    links = others if len(located) > 1 else ""
    return "".join(f"<url><loc>{where}</loc>{changed}{links}</url>\n" for where in located.values())


def _alternate(code: str, where: str) -> str:
    return f'<xhtml:link rel="alternate" hreflang="{code}" href="{where}"/>'


def _index(paths: Sequence[str], parts: Sequence[Sequence[Leaf]], wholes: Wholes) -> bytes:
    entries = "".join(
        f"<sitemap><loc>{escape(absolute(wholes.url, path))}</loc>{_newest(part)}</sitemap>\n"
        for path, part in zip(paths, parts, strict=True)
    )
    return f'{_HEAD}<sitemapindex xmlns="{_SPACE}">\n{entries}</sitemapindex>\n'.encode()


def _newest(part: Sequence[Leaf]) -> str:
    newest = max(leaf.updated for leaf in part)
    return f"<lastmod>{newest}</lastmod>" if newest else ""
