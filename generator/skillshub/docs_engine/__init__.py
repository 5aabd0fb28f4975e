"""The hand-written pages of a hub, built by MkDocs with our theme, as values.

The one room that knows MkDocs (its import waits until ``render`` is called: an incremental build must not pay for it).
It reads ``docs/``, ``overrides/`` and ``mkdocs.yml`` of a hub and writes nothing: pages come back as shells, the files
beside them as bytes. It knows nothing of entries; the catalogue fills the slots later.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from skillshub.docs_engine.fingerprints import fingerprint
from skillshub.docs_engine.pages import LANDING_SLOTS, PAGE_SLOTS, DocsBroken, DocsSite, Landing, Page

__all__ = ["LANDING_SLOTS", "PAGE_SLOTS", "DocsBroken", "DocsSite", "Landing", "Page", "fingerprint", "render"]


def render(
    hub: Path,
    languages: Sequence[str],
    translations: Mapping[str, Callable[[str], str]] | None = None,
    extra_pages: Mapping[str, str] | None = None,
) -> DocsSite:
    """Build all of ``docs/`` once per language; the first language is the default and stands at the root.

    ``translations`` gives each language its gettext (without one the English text stands). ``extra_pages`` are
    generated Markdown pages by their path below ``docs/`` ("contribute/rules.md"; "contribute/rules.de.md" is its
    German sibling); they may stand in the nav like written ones.
    """
    from skillshub.docs_engine import engine  # noqa: PLC0415 - loads MkDocs, a third of a second

    return engine.render(hub, tuple(languages), translations or {}, extra_pages or {})
