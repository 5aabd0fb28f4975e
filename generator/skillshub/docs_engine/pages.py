"""What the docs engine hands back: pages of one language each, as shells, and the files they share. Shapes only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from skillshub.problems import Problem
from skillshub.shell import Shell

PAGE_SLOTS = frozenset({"csp", "head", "languages"})
LANDING_SLOTS = PAGE_SLOTS | {"title", "description", "body"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """An ordinary page: complete but for the slots ``csp``, ``head`` and ``languages``."""

    path: str  # below the language's own folder: "about/index.html", "404.html"
    shell: Shell
    title: str  # text, not HTML
    description: str  # text; empty where the page gives none
    written_in: str  # the language of the text: the default language where a translation is missing


@dataclass(frozen=True, slots=True, kw_only=True)
class Landing:
    """A page of the catalogue, open where the catalogue goes in.

    Slots: ``csp``, ``title``, ``description``, ``head``, ``languages``, ``body``.
    """

    name: str  # the folder: "courses", "job-roles", "find"; "home" for the first page
    path: str  # below the language's own folder: "courses/index.html", "index.html" for home
    shell: Shell  # as it stands at that path; ``lowered(1)`` for an entry one folder further down
    title: str  # text: what the page's own first heading says
    intro: str  # HTML of the page's own Markdown without that heading; its links hold at ``path``
    description: str
    written_in: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DocsSite:
    """Everything that stands in ``docs/``, in each language, ready to be stamped and written."""

    landings: Mapping[tuple[str, str], Landing]  # (language, name)
    pages: Mapping[tuple[str, str], Page]  # (language, path below the language's folder)
    assets: Mapping[str, bytes]  # path below the site's root; languages share them
    problems: tuple[Problem, ...]  # broken links, pages that the nav names and nobody wrote, accents too pale to read


class DocsBroken(Exception):
    """The hub's ``mkdocs.yml`` or templates cannot be used at all; the message names the file."""
