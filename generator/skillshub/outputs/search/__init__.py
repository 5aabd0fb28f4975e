"""The search index of each language: lunr's, in slices, so that a query loads a few kilobytes of it.

``documents``   what is searched            ``fields``       which texts of it, and how much they count
``postings``    which document says what    ``slices``       the postings as small files
``spelling``    all words, to complete and correct          ``weights``  how results are ranked
``shown``       what results look like      ``facets``       what they can be narrowed by
``columns``     the facets as small files
``identities``  names and addresses         ``root``         where everything is          ``packing``  bytes

The browser's half is ``theme/scripts/search``. Working out which files there are is done here; what is in them, when
they are written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from hashlib import blake2b

from skillshub.addresses import in_language
from skillshub.docs_engine.scripts import stemmer
from skillshub.outputs.pages.folios import Folios, all_folios
from skillshub.outputs.search import columns, identities
from skillshub.outputs.search.documents import Document, Handbook, documents, edition
from skillshub.outputs.search.facets import FACETS
from skillshub.outputs.search.fields import Reading
from skillshub.outputs.search.packing import as_json, digest, packed
from skillshub.outputs.search.postings import Texts, Tokens, gathered
from skillshub.outputs.search.root import directory, root, spoken
from skillshub.outputs.search.shown import A_FILE, Display, dictionary
from skillshub.outputs.search.slices import Cards, slices
from skillshub.outputs.search.spelling import back, front
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
    display = Display(reading=reading, documents=every, faces=folios.faces)
    postings = gathered(_tokens(folios, every, display, reading), len(every))
    known = dictionary(folios.stage)
    named = Named(folios, known)
    cut = list(slices(postings, Cards(face=display.face, blob=display.cards)))
    for one in cut:
        for name, content in ((one.name, one.content), *one.parcels):
            yield from named.file(name, content)
    fronts, backs = list(front(postings.of_forms)), list(back(postings.of_forms))
    for page in (*fronts, *backs):
        yield from named.file(page.name, page.content)
    spelled = as_json(directory(fronts, backs)).encode()
    yield from named.file(digest(spelled), lambda: spelled)
    order = edition(every)
    yield from _by_number(folios, every, order, display, known)
    more = {"words": digest(spelled), "identities": identities.files(every), "dictionary": known.decode()}
    told = root(folios, every, order, postings, cut, **more)
    yield SiteFile(in_language(ROOT, folios.stage.language.prefix), digest(told), lambda: told)


def _tokens(folios: Folios, every: Sequence[Document], display: Display, reading: Reading) -> Tokens:
    """The words of all documents; those that have not changed since the last build are known from there."""
    site, name = folios.site, f"words-{folios.stage.language.code}"
    mark, kept = site.recall(name) or ("", None)
    tokens = Tokens(kept if mark == site.made_from else None)
    for number, one in enumerate(every):
        tokens.add(display.face(number), partial(_texts, one, reading))
    site.keep(name, (site.made_from, tokens.kept()))
    return tokens


def _texts(document: Document, reading: Reading) -> Texts:
    return document.texts if isinstance(document, Handbook) else reading.of(document)


class Named:
    """Files that are called what they are made from. Two that are made from the same are one."""

    def __init__(self, folios: Folios, known: bytes) -> None:
        self._known = known
        self._prefix = folios.stage.language.prefix
        self._made_from = folios.site.made_from
        self._there: set[str] = set()

    def file(self, name: str, content: Callable[[], bytes]) -> Iterator[SiteFile]:
        if name not in self._there:
            self._there.add(name)
            path = in_language(f"{FOLDER}{name[:2]}/{name[2:]}.bin", self._prefix)
            yield SiteFile(path, f"{self._made_from} {name}", lambda: packed(content(), self._known))


def _by_number(
    folios: Folios, every: Sequence[Document], order: str, display: Display, known: bytes
) -> Iterator[SiteFile]:
    """Files that speak of documents by their number: in a folder that is named after their order."""
    folder = in_language(f"{FOLDER}{order}/", folios.stage.language.prefix)
    faces = [display.face(number) for number in range(len(every))]

    def file(name: str, key: Sequence[str], content: Callable[[], bytes]) -> SiteFile:
        whole = blake2b("\n".join((folios.site.made_from, *key)).encode(), digest_size=12).hexdigest()
        return SiteFile(f"{folder}{name}.bin", whole, lambda: packed(content(), known))

    for first in range(0, len(every), A_FILE):
        own = faces[first : first + A_FILE]
        yield file(f"cards-{first // A_FILE}", own, partial(display.cards_file, first))
        yield file(f"texts-{first // A_FILE}", own, partial(display.texts_file, first))
    for name in FACETS:
        yield file(name, faces, partial(columns.column, folios, every, name))
    for name in columns.MEASURES:
        yield file(name, faces, partial(columns.measure, folios, every, name))
    marks = identities.Marks(every)
    for remainder in range(identities.files(every)):
        yield file(f"names-{remainder}", faces, partial(marks.file, remainder))
