"""What is new or different in a change, as the cards of the site would show it, in Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from skillshub.addresses import absolute, address, in_language
from skillshub.around import Surroundings
from skillshub.docs_engine import DocsSite
from skillshub.model import Entry
from skillshub.outputs.pages.cards import PIECES, card
from skillshub.outputs.pages.stage import Stage, setting_up
from skillshub.review.sheets import harmless, table
from skillshub.site import Site
from skillshub.states import standing

NO_DOCS = DocsSite(landings={}, pages={}, assets={}, problems=())
"""Cards need no hand-written page."""


def cards(site: Site, entries: Iterable[Entry], new: frozenset[str], preview: str) -> Iterator[str]:
    """A card for each entry; ``new`` are the paths of those that were not there, ``preview`` the root of a preview."""
    stage = _stage(site)
    for entry in entries:
        yield "\n".join(_card(stage, entry, "new" if entry.path in new else "changed", preview))


def _stage(site: Site) -> Stage:
    thresholds = site.settings.thresholds
    standings = {entry: standing(entry, site.today, thresholds) for entry in site.catalogue}
    around = Surroundings(catalogue=site.catalogue, standings=standings, neighbour_km=thresholds.neighbour_km)
    return setting_up(site, site.languages[0], around, PIECES)


def _card(stage: Stage, entry: Entry, became: str, preview: str) -> Iterator[str]:
    shown = card(stage, entry)
    marks = [became, *(label.lower() for _, label in shown.badges), *(["draft"] if entry.status == "draft" else [])]
    link = _preview(stage, entry, preview)
    yield f"**{harmless(shown.title.text, 200)}** · {harmless(shown.type)} · {', '.join(map(harmless, marks))}{link}"
    yield f"<br>{harmless(shown.summary.text)}"
    if shown.facts:
        yield ""
        head = tuple(harmless(fact.label) for fact in shown.facts)
        yield from table(head, [tuple(harmless(fact.text, 160) for fact in shown.facts)])


def _preview(stage: Stage, entry: Entry, preview: str) -> str:
    if not preview.endswith("/") or entry.status == "draft":
        return ""
    return f" · [preview]({absolute(preview, in_language(address(entry), stage.language.prefix))})"
