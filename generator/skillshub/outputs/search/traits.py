"""What files tell of each document by its number: its card, its choices, its measures, its names. Worked out once.

What was worked out for the last build is kept, so that after an edit only the edited entry is looked at again, and only
files whose content differs are written.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from skillshub.addresses import address
from skillshub.model import Entry
from skillshub.outputs.pages.cards import card
from skillshub.outputs.pages.folios import Folios
from skillshub.outputs.search.documents import Document, Handbook
from skillshub.outputs.search.facets import FACETS
from skillshub.outputs.search.identities import mark, names_of
from skillshub.outputs.search.measures import MEASURES, days_of

_SUMMARY = 96  # letters of a summary: two lines on a phone

# What no text of an entry can hold, so it may stand between texts.
CARD, PART, FACT = "\x1d", "\x1f", "\x1e"


class Traits(NamedTuple):
    """Plain values only: they are kept from one build to the next."""

    card: str  # address, title, its language if another than the page's, type, facts, states, summary, its language
    choices: tuple[tuple[str, ...], ...]  # of each facet, in the order of FACETS
    measures: tuple[int, ...]  # in the order of MEASURES: one more than the value, 0 for none
    days: tuple[int, ...]  # on which it begins or began, rising
    names: tuple[int, ...]  # as numbers


Kept = Mapping[str, tuple[str, tuple[tuple[str, ...], ...], tuple[int, ...], tuple[int, ...], tuple[int, ...]]]
"""Traits by the face of their document."""


def faces_of(folios: Folios, every: Sequence[Document]) -> list[str]:
    """A digest of each document that changes when anything that is told of it may change."""
    return [one.face if isinstance(one, Handbook) else folios.faces[one] for one in every]


def traits_of(folios: Folios, every: Sequence[Document], faces: Sequence[str]) -> list[Traits]:
    """The traits of all documents, in their order."""
    site, name = folios.site, f"traits-{folios.stage.language.code}"
    made_from, kept = site.recall(name) or ("", {})
    regions = sorted(
        f"{one.slug} {one.country} {one.nuts}" for one in site.catalogue.regions.values()
    )  # what lies where
    all_read = f"{site.made_from} {' '.join(regions)}"
    known: Kept = kept if made_from == all_read else {}
    found = [
        Traits(*known[face]) if face in known else _traits(folios, one) for one, face in zip(every, faces, strict=True)
    ]
    site.keep(name, (all_read, {face: tuple(one) for face, one in zip(faces, found, strict=True)}))
    return found


def _traits(folios: Folios, document: Document) -> Traits:
    names = tuple(map(mark, names_of(document)))
    if isinstance(document, Handbook):
        return Traits(PART.join(_of_page(document)), ((),) * len(FACETS), (0,) * len(MEASURES), (), names)
    stage = folios.stage
    stand = stage.around.standings[document]
    values = (of(document, stand) for of in MEASURES.values())
    return Traits(
        card=PART.join(_of_entry(folios, document)),
        choices=tuple(tuple(dict.fromkeys(facet.of(stage, document, stand))) for facet in FACETS.values()),
        measures=tuple(0 if value is None else round(max(0, value)) + 1 for value in values),
        days=days_of(document, stand),
        names=names,
    )


def _of_entry(folios: Folios, entry: Entry) -> Iterator[str]:
    shown = card(folios.stage, entry)
    yield from (address(entry), shown.title.text, shown.title.language or "", shown.type)
    yield FACT.join([f"{fact.name}{FACT}{fact.text}{FACT}{fact.language or ''}" for fact in shown.facts])
    yield " ".join(state for state, _ in shown.badges)
    yield from (cut(shown.summary.text), shown.summary.language or "")


def _of_page(page: Handbook) -> Sequence[str]:
    return page.address, page.title, "", page.type, "", "", cut(page.summary), ""


def cut(text: str) -> str:
    """The beginning of a text, up to a whole word where there are spaces between."""
    head = text[:_SUMMARY]
    return text if len(text) <= _SUMMARY else f"{head.rpartition(' ')[0] or head} …"
