"""What is searched: every entry, and the hand-written pages, in an order that only changes when one comes or goes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from html import unescape
from itertools import chain

from skillshub.docs_engine import Landing, Page
from skillshub.languages import Language
from skillshub.model import FOLDERS, Course, Entry, Event, Practice
from skillshub.outputs.search.fields import Piece
from skillshub.site import Site

_HEADING = re.compile(r"<h[23]\b[^>]*>(.*?)</h[23]>", re.DOTALL)
_TAG = re.compile(r"<a class=\"headerlink\".*?</a>|<[^>]*>", re.DOTALL)
_NOT_TO_BE_FOUND = frozenset({"404.html", "find/index.html", "index.html", "shortlist/index.html"})


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Handbook:
    """A hand-written page as a document."""

    address: str
    title: str
    summary: str
    type: str
    texts: Mapping[str, Sequence[Piece]]

    @property
    def face(self) -> str:
        return blake2b(f"{self.address} {self.title} {self.summary}".encode(), digest_size=8).hexdigest()


Document = Entry | Handbook


def documents(site: Site, language: Language) -> Sequence[Document]:
    """All documents of a language; a document's number is its place here.

    Entries that teach the same lie together, so that their cards come in few files; an entry keeps its place as long as
    its name and its first skill.
    """
    written: list[tuple[tuple[str, str], Page | Landing]] = [*site.docs.landings.items(), *site.docs.pages.items()]
    pages = [page for (code, _), page in written if code == language.code and page.path not in _NOT_TO_BE_FOUND]
    shelves = (sorted(site.catalogue.shelf(kind).values(), key=_place) for kind in FOLDERS)
    return [
        *chain.from_iterable(shelves),
        *(_handbook(page, language) for page in sorted(pages, key=lambda page: page.path)),
    ]


def _place(entry: Entry) -> tuple[str, str]:
    skills = entry.skills if isinstance(entry, Course | Event | Practice) else ()
    return (skills[0].skill if skills else "", entry.slug)


def edition(every: Sequence[Document], known: bytes) -> str:
    """The name of an order of documents, and of what their files refer to: numbers of one edition never mean others."""
    names = (one.address if isinstance(one, Handbook) else f"{one.kind}/{one.slug}" for one in every)
    return blake2b("\n".join(names).encode() + known, digest_size=4).hexdigest()


def _handbook(page: Page | Landing, language: Language) -> Handbook:
    own = page.written_in
    headings = () if isinstance(page, Landing) else map(_words, _HEADING.findall(page.shell.html))
    texts: dict[str, Sequence[Piece]] = {
        "title": [(page.title, own)],
        "summary": [(page.description, own)],
        "body": [(heading, own) for heading in headings],
    }
    return Handbook(
        address=page.path.removesuffix("index.html"),
        title=page.title,
        summary=page.description,
        type=language.gettext("Page"),
        texts=texts,
    )


def _words(html: str) -> str:
    return unescape(_TAG.sub(" ", html)).strip()
