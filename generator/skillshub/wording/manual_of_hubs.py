"""What each code about a hub itself means, its settings and hand-written pages: for contribute/rules."""

from __future__ import annotations

from collections.abc import Mapping

MANUAL_OF_HUBS: Mapping[str, str] = {
    "missing-settings": (
        "The file `mkdocs.yml` of a hub holds its settings under `extra` and `skillshub`: its name and "
        "its languages at least."
    ),
    "docs-warning": (
        "Something about a hand-written page in `docs/` is odd; the sentence comes from MkDocs, which "
        "makes these pages."
    ),
    "docs-unreadable-head": (
        "A hand-written page may begin with a few fields between two lines of three hyphens. They follow "
        "the same rules as entries: a text with a colon stands in quotes."
    ),
    "docs-broken-link": "A hand-written page links to a page or a heading that is not there.",
    "docs-missing-page": "The menu in `mkdocs.yml` names a page that is not there.",
    "docs-missing-shell": (
        "The first page, the finder and the list of each kind stand on a hand-written page in `docs/` that begins "
        "with `template: shell.html`, for example `docs/courses/index.md`."
    ),
    "docs-linked-file": "Only ordinary files in `docs/` are published, no links to other places.",
    "docs-not-utf-8": "A hand-written page is saved in an old encoding. Save it again as UTF-8.",
    "docs-pale-accent": (
        "The accent colour in `mkdocs.yml` is too close to its background for many people to read links and buttons."
    ),
}
"""Code -> what it means and what is right, in Markdown."""
