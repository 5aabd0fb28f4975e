"""What all pages of one language share: faces, shells at each depth, the order of lists. Worked out once each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from hashlib import blake2b
from typing import Any

from skillshub import languages
from skillshub.addresses import list_address
from skillshub.around import SHOWN, Surroundings
from skillshub.docs_engine import Landing
from skillshub.model import Entry, Kind
from skillshub.outputs.pages.cards import PIECES
from skillshub.outputs.pages.stage import Stage, setting_up
from skillshub.references import references
from skillshub.shell import Shell, lowered
from skillshub.site import Site
from skillshub.states import Standing, standing, with_a_broken_link

INTRO = "\x03"  # where a landing page's own text goes; no text of an entry can hold it

Faces = Mapping[Entry, str]
"""Digest of all that other pages may show of an entry: itself, how it stands today, and what it names."""


def faces_of(site: Site, around: Surroundings) -> Faces:
    return {entry: _face(entry, site, around) for entry in site.catalogue}


def _face(entry: Entry, site: Site, around: Surroundings) -> str:
    stand, shelf = around.standings[entry], site.catalogue.shelf
    own = (entry.kind, entry.slug, entry.digest)
    words = [*own, *stand.states, str(stand.starts), str(stand.deadline), stand.progress]
    for kind, slug in _named(entry, site):
        found = shelf(kind).get(slug)
        words.append(found.digest if found else "")
    return blake2b("\n".join(words).encode(), digest_size=12).hexdigest()


def _named(entry: Entry, site: Site) -> Iterator[tuple[Kind, str]]:
    """What it names, and the larger regions around it."""
    own: Iterable[tuple[Kind, str]] = ((entry.kind, entry.slug),) if entry.kind == "region" else ()
    for kind, slug in (*own, *references(entry)):
        yield kind, slug
        if kind == "region":
            yield from ((kind, larger) for larger in site.catalogue.places.get(slug, ())[1:])


@dataclass(frozen=True, kw_only=True)
class Folios:
    """The pages of one language in the making."""

    stage: Stage
    faces: Faces
    shown: int = SHOWN
    _shells: dict[tuple[str, int], Shell] = field(default_factory=dict, repr=False)
    _intros: dict[tuple[str, int], str] = field(default_factory=dict, repr=False)
    _ranks: dict[tuple[Kind, str], Mapping[Entry, int]] = field(default_factory=dict, repr=False)

    @property
    def site(self) -> Site:
        return self.stage.site

    def landing(self, name: str) -> Landing:
        return self.site.docs.landings[self.stage.language.code, name]

    def shell(self, name: str, address: str) -> Shell:
        """The shell of a kind for a page at that address."""
        landing = self.landing(name)
        levels = address.count("/") - landing.path.count("/")
        key = (name, levels)
        if key not in self._shells:
            self._shells[key] = landing.shell.lowered(levels)
        return self._shells[key]

    def introduced(self, body: str, landing: Landing, address: str) -> str:
        """The body with the landing page's own text in its place."""
        levels = address.count("/") - landing.path.count("/")
        key = (landing.name, levels)
        if key not in self._intros:
            self._intros[key] = lowered(landing.intro, levels)
        return body.replace(INTRO, self._intros[key])

    def description(self, landing: Landing) -> str:
        tagline = self.site.settings.tagline
        return landing.description or (self.stage.say(tagline).text if tagline else landing.title)

    def crumbs(self, *folders: str) -> list[tuple[str, str]]:
        """The way from the first page down: (address, words) of each step above a page."""
        home = ("", self.stage.language.gettext("Home"))
        return [home, *((list_address(folder), self.landing(folder).title) for folder in folders)]

    @cached_property
    def titles(self) -> Mapping[Entry, int]:
        """The place of every entry in the order of its title as this language shows it."""
        shown = {
            entry: (languages.alphabetical(self.stage.say(entry.title).text), entry.slug)
            for entry in self.site.catalogue
        }
        return {entry: rank for rank, entry in enumerate(sorted(shown, key=shown.__getitem__))}

    def ranks(self, kind: Kind, order: str, sorting: Callable[[Folios, Any], tuple[Any, ...]]) -> Mapping[Entry, int]:
        """The place of each entry of a kind in an order: sorted once, whatever lists it stands in."""
        key = (kind, order)
        if key not in self._ranks:
            every = sorted(self.site.catalogue.shelf(kind).values(), key=lambda entry: sorting(self, entry))
            self._ranks[key] = {entry: rank for rank, entry in enumerate(every)}
        return self._ranks[key]


@lru_cache(maxsize=1)
def all_folios(site: Site) -> tuple[Folios, ...]:
    """The folios of each language, which all outputs of a site share."""
    thresholds = site.settings.thresholds
    standings = {entry: _standing(site, entry) for entry in site.catalogue}
    around = Surroundings(catalogue=site.catalogue, standings=standings, neighbour_km=thresholds.neighbour_km)
    faces = faces_of(site, around)
    return tuple(Folios(stage=setting_up(site, language, around, PIECES), faces=faces) for language in site.languages)


def _standing(site: Site, entry: Entry) -> Standing:
    stand = standing(entry, site.today, site.settings.thresholds)
    return with_a_broken_link(stand) if entry.path in site.broken_links else stand
