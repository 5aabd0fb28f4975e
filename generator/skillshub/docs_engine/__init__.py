"""The hand-written pages of a hub, built by MkDocs with our theme, as values.

The one room that knows MkDocs (the import waits until ``render`` is called: an incremental build must not pay for it).
It reads ``docs/``, ``overrides/`` and ``mkdocs.yml`` of a hub and writes nothing: pages come back as shells, the files
beside them as bytes. It knows nothing of entries; the catalogue fills the slots later.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from skillshub.problems import Problem
from skillshub.shell import Shell

Gettext = Callable[[str], str]


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


def render(
    hub: Path,
    languages: Sequence[str],
    translations: Mapping[str, Gettext],
    extra_pages: Mapping[str, str] | None = None,
) -> DocsSite:
    """Build all of ``docs/`` once per language; the first language is the default and stands at the root.

    ``translations`` gives each language its gettext (one that is missing shows the English text). ``extra_pages`` are
    generated Markdown pages by their path below ``docs/`` ("contribute/rules.md"; "contribute/rules.de.md" is its
    German sibling); they may stand in the nav like written ones.
    """
    raise NotImplementedError


def fingerprint(hub: Path, languages: Sequence[str], extra_pages: Mapping[str, str] | None = None) -> str:
    """A digest of everything that ``render`` reads: when it is the same, so is the result. Does not load MkDocs."""
    raise NotImplementedError
