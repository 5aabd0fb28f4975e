"""What lists hold: all of a kind, what belongs to one entry, what has one answer to a question (courses held online).

The questions are the facets of the search, so that the lists and the filters say the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from skillshub.model import FOLDERS, Entry, Kind
from skillshub.outputs.pages.folios import Folios
from skillshub.outputs.pages.words import PAST
from skillshub.outputs.search.facets import FACETS, in_order
from skillshub.states import LEFT

BROWSED: Mapping[Kind, tuple[str, ...]] = {
    "course": ("mode", "language", "level", "price", "credential", "duration", "schedule", "open", "group"),
    "event": ("mode", "language", "level", "price", "open", "group"),
    "funding": ("open",),
    "practice": ("group",),
    "skill": ("group",),
    "job-role": ("group",),
}
"""The facets for whose single values there are lists; for regions, partners and skills their own pages lead to one."""

LEFT_NAME = "that_left"
"""The name of the list of what has left; as those of all scopes it has an underscore, which no entry's name has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What a list holds: a whole kind, or a part of it."""

    kind: Kind
    entries: Sequence[Entry]
    name: str = ""  # "in_bavaria", "mode_online"; empty for the whole kind
    of: Entry | None = None  # the entry that the list belongs to
    label: str = ""  # what all entries of the list have in common: "Online"
    facet: str = ""  # "mode"
    left: int = 0  # entries of the kind that are no longer in its list


def wholes(folios: Folios) -> Iterator[Scope]:
    """All of each kind but for what has left."""
    for kind in FOLDERS:
        every = folios.site.catalogue.shelf(kind).values()
        left = frozenset(_left(folios, kind))
        yield Scope(kind=kind, entries=tuple(entry for entry in every if entry not in left), left=len(left))


def of_those_that_left(folios: Folios) -> Iterator[Scope]:
    """What has taken place or is no longer offered, for whoever looks back."""
    for kind in FOLDERS:
        if left := _left(folios, kind):
            yield Scope(kind=kind, entries=left, name=LEFT_NAME, label=folios.stage.language.gettext(PAST))


def _left(folios: Folios, kind: Kind) -> tuple[Entry, ...]:
    standings, shelf = folios.stage.around.standings, folios.site.catalogue.shelf(kind)
    return tuple(entry for entry in shelf.values() if not LEFT.isdisjoint(standings[entry].states))


def of_entries(folios: Folios) -> Iterator[Scope]:
    """The lists that belong to one entry, where they are longer than what its page shows."""
    shelf = folios.site.catalogue
    groups: Sequence[tuple[Kind, str, Kind, Mapping[str, Sequence[Entry]]]] = (
        ("course", "in", "region", shelf.courses_in),
        ("event", "in", "region", shelf.events_in),
        ("provider", "in", "region", shelf.providers_in),
        ("course", "by", "provider", shelf.courses_by),
        ("course", "teaching", "skill", shelf.courses_teaching),
        ("course", "for", "job-role", shelf.courses_for),
    )
    for kind, relation, of, group in groups:
        for slug, entry in shelf.shelf(of).items():
            entries = group.get(slug, ())
            if len(entries) > folios.shown:
                title = folios.stage.say(entry.title).text
                yield Scope(kind=kind, entries=entries, name=f"{relation}_{slug}", of=entry, label=title)


def of_answers(folios: Folios) -> Iterator[Scope]:
    """The lists of all that have one value of a facet, facet by facet, values in an order that can be read."""
    for kind, facets in BROWSED.items():
        for facet in facets:
            yield from _answers(folios, kind, facet)


def _answers(folios: Folios, kind: Kind, facet: str) -> Iterator[Scope]:
    stage, standings = folios.stage, folios.stage.around.standings
    having: dict[str, list[Entry]] = defaultdict(list)
    for entry in stage.site.catalogue.shelf(kind).values():
        for word in dict.fromkeys(FACETS[facet].of(stage, entry, standings[entry])):
            having[word].append(entry)
    for word in in_order(stage, facet, having):
        label = str(FACETS[facet].label(stage, word)[0])
        yield Scope(kind=kind, entries=having[word], name=f"{facet}_{word}", label=label, facet=facet)
