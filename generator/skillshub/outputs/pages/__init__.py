"""Every page of the site, in every language: entries, lists, home, finder, the hand-written ones, and their assets."""

from __future__ import annotations

from collections.abc import Iterator

from skillshub.outputs.pages.contributing import form_page
from skillshub.outputs.pages.docs_pages import assets, docs_pages
from skillshub.outputs.pages.entry_pages import entry_pages
from skillshub.outputs.pages.finder import find
from skillshub.outputs.pages.folios import all_folios
from skillshub.outputs.pages.home import home
from skillshub.outputs.pages.lists import lists
from skillshub.outputs.pages.moved_pages import moved_pages
from skillshub.outputs.pages.shortlist import shortlist
from skillshub.site import Site, SiteFile


def render(site: Site) -> Iterator[SiteFile]:
    yield from assets(site)
    for folios in all_folios(site):
        yield from home(folios)
        yield from find(folios)
        yield from shortlist(folios)
        yield from form_page(folios)
        yield from lists(folios)
        yield from entry_pages(folios)
        yield from moved_pages(folios)
        yield from docs_pages(folios)
