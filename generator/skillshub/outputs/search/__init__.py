"""The search index of each language: lunr's, in slices, so that a query loads a few kilobytes of it.

``documents``   what is searched            ``reading``     its texts, field by field
``telling``     how a text is said          ``fields``      how much each counts
``tokens``      the words of each           ``postings``     which document says which
``rows``        the same as bytes
``slices``      these as small files
``spelling``    all words, to complete and correct          ``weights``  how results are ranked
``shown``       what results look like      ``facets``       what they can be narrowed by
``measures``    and sorted by               ``columns``      both, and the order of titles, as small files
``traits``      all of these of a document, kept from one build to the next
``identities``  names and addresses         ``root``         where everything is          ``packing``  bytes

The browser's half is ``theme/scripts/search``. Working out which files there are is done here; what is in them, when
they are written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from hashlib import blake2b
from typing import Any

import numpy as np

from skillshub.addresses import in_language
from skillshub.docs_engine.scripts import stemmer
from skillshub.outputs.pages.folios import Folios, all_folios
from skillshub.outputs.search import identities
from skillshub.outputs.search.columns import column_of, measure, several, titles
from skillshub.outputs.search.documents import Document, documents, edition
from skillshub.outputs.search.facets import FACETS
from skillshub.outputs.search.measures import MEASURES
from skillshub.outputs.search.packing import digest, packed
from skillshub.outputs.search.postings import gathered
from skillshub.outputs.search.reading import Reading
from skillshub.outputs.search.root import FORMAT, Where, root, spoken
from skillshub.outputs.search.shown import TEXTS, Display, dictionary
from skillshub.outputs.search.slices import slices
from skillshub.outputs.search.spelling import back, directory, front
from skillshub.outputs.search.tokens import Tokens
from skillshub.outputs.search.traits import Traits, faces_of, traits_of
from skillshub.site import Site, SiteFile

FOLDER = "find/index/"
ROOT = f"{FOLDER}root.bin"


def render(site: Site) -> Iterator[SiteFile]:
    stemmed: dict[str, None] = {}
    for folios in all_folios(site):
        every = documents(site, folios.stage.language)
        stemmed.update(dict.fromkeys(spoken(folios, every)))
        yield from index(folios, every)
    for language in stemmed:
        content = partial(stemmer, language)
        yield SiteFile(f"assets/stem-{language}.js", f"{site.made_from} {language}", content)


def index(folios: Folios, every: Sequence[Document]) -> Iterator[SiteFile]:
    """Every file of the index of one language."""
    reading = Reading(stage=folios.stage)
    faces = faces_of(folios, every)
    traits = traits_of(folios, every, faces)
    display = Display(reading, every, (one.card for one in traits))
    postings = gathered(_tokens(folios, faces, display), len(every))
    known = dictionary(folios.stage)
    named = Named(folios, known)
    cut = list(slices(postings, display.cards))
    for one in cut:
        for name, content in ((one.name, one.content), *one.parcels):
            yield from named.file(name, content)
    fronts, backs = list(front(postings.of_forms)), list(back(postings.of_forms))
    for page in (*fronts, *backs):
        yield from named.file(page.name, page.content)
    spelled = directory(fronts, backs)
    yield from named.file(digest(spelled), lambda: spelled)
    order = edition(every, _readable_with(known))
    yield from Numbered(folios, order, known).files(display, faces, traits)
    where = Where(order, identities.files([one.names for one in traits]), named.shelf, digest(spelled))
    told = root(folios, every, postings, cut, where)
    yield SiteFile(in_language(ROOT, folios.stage.language.prefix), digest(told), lambda: told)


def _tokens(folios: Folios, faces: Sequence[str], display: Display) -> Tokens:
    """The words of all documents; those that have not changed since the last build are known from there."""
    site, code = folios.site, folios.stage.language.code
    name = f"words-{code}"
    mark, kept = site.recall(name) or ("", None)
    tokens = Tokens(code, kept if mark == site.made_from else None)
    for number, face in enumerate(faces):
        tokens.add(face, partial(display.read, number))
    site.keep(name, (site.made_from, tokens.kept()))
    return tokens


class Named:
    """Files that are called what they are made from. Two that are made from the same are one."""

    def __init__(self, folios: Folios, known: bytes) -> None:
        self._known = known
        self._prefix = folios.stage.language.prefix
        self._made_from = folios.site.made_from
        self._there: set[str] = set()
        self.shelf = digest(_readable_with(known))[:4]  # the folder of all that is read alike

    def file(self, name: str, content: Callable[[], bytes]) -> Iterator[SiteFile]:
        if name not in self._there:
            self._there.add(name)
            path = in_language(f"{FOLDER}{self.shelf}/{name[0]}/{name[1:]}.bin", self._prefix)
            yield SiteFile(path, f"{self._made_from} {name}", partial(_packed, self._known, content))


class Numbered:
    """Files that speak of documents by their number: in a folder that is named after their order."""

    def __init__(self, folios: Folios, order: str, known: bytes) -> None:
        self._folios, self._known = folios, known
        self._folder = in_language(f"{FOLDER}{order}/", folios.stage.language.prefix)
        self._begun = blake2b(folios.site.made_from.encode(), digest_size=12)

    def files(self, display: Display, faces: Sequence[str], traits: Sequence[Traits]) -> Iterator[SiteFile]:
        for number, one in enumerate(traits):
            yield self._file(f"cards-{number}", (one.card.encode(),), display.cards, (number,))
        for first in range(0, len(faces), TEXTS):
            key = (face.encode() for face in faces[first : first + TEXTS])
            yield self._file(f"texts-{first // TEXTS}", key, display.texts, first)
        for place, name in enumerate(FACETS):
            column = column_of(self._folios.stage, name, [one.choices[place] for one in traits])
            yield self._file(name, column.key, column.content)
        days = [one.days for one in traits]
        yield self._file("start", (repr(days).encode(),), several, days)
        measured = {name: [one.measures[place] for one in traits] for place, name in enumerate(MEASURES)}
        for name, told in {**measured, "title": titles(self._folios, display.documents)}.items():
            values = np.array(told, np.int64)
            yield self._file(name, (values.tobytes(),), measure, values)
        for remainder, pairs in enumerate(identities.shared_out([one.names for one in traits])):
            yield self._file(f"names-{remainder}", (pairs.tobytes(),), identities.file, pairs)

    def _file(self, name: str, key: Iterable[bytes], content: Callable[..., bytes], *of: Any) -> SiteFile:
        whole = self._begun.copy()
        whole.update(b"\n".join(key))
        return SiteFile(f"{self._folder}{name}.bin", whole.hexdigest(), partial(_packed, self._known, content, *of))


def _readable_with(known: bytes) -> bytes:
    """All that one must know to read a file: names tell what it is made from, not how; folders tell that."""
    return b"%d %b" % (FORMAT, known)


def _packed(known: bytes, content: Callable[..., bytes], *of: Any) -> bytes:
    return packed(content(*of), known)
