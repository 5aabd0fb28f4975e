"""Every page of the site, in every language: entries, lists, home, finder, the hand-written ones, and their assets."""

from __future__ import annotations

from collections.abc import Iterator

from skillshub.around import Surroundings
from skillshub.outputs.pages.contributing import form_page
from skillshub.outputs.pages.docs_pages import assets, docs_pages
from skillshub.outputs.pages.entry_pages import entry_pages
from skillshub.outputs.pages.folios import faces_of, set_up
from skillshub.outputs.pages.home import find, home
from skillshub.outputs.pages.lists import lists
from skillshub.site import Site, SiteFile
from skillshub.states import standing


def render(site: Site) -> Iterator[SiteFile]:
    thresholds = site.settings.thresholds
    standings = {entry: standing(entry, site.today, thresholds) for entry in site.catalogue}
    around = Surroundings(catalogue=site.catalogue, standings=standings, neighbour_km=thresholds.neighbour_km)
    faces = faces_of(site, around)
    yield from assets(site)
    for language in site.languages:
        folios = set_up(site, language, around, faces)
        yield from home(folios)
        yield from find(folios)
        yield from form_page(folios)
        yield from lists(folios)
        yield from entry_pages(folios)
        yield from docs_pages(folios)
