"""The story of a build, told once: read, judge, shelve, render, write."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from hashlib import blake2b
from pathlib import Path
from typing import Any

from skillshub import __version__, docs_engine, guide, languages
from skillshub.catalogue import shelve
from skillshub.changes.losses import refuse_loss, shown_by, shown_in
from skillshub.checking import Checked, check
from skillshub.docs_engine import DocsSite
from skillshub.labels import labels_of
from skillshub.languages import Language
from skillshub.memory import Memory
from skillshub.model import FOLDERS, Kind
from skillshub.outputs import OUTPUTS
from skillshub.problems import Problem, in_order
from skillshub.schemas import Schemas
from skillshub.settings import Settings
from skillshub.site import Site, SiteFile
from skillshub.workers import Done
from skillshub.writing import Outcome, Written, write

_PACKAGE = Path(__file__).parent

Tell = Callable[
    [str, int, int], None
]  # a stage of the build ("read", "write"), how much further it is, and of how much


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """On what terms a site takes the place of the one that stands there."""

    keep_going: bool = False  # publish the sound entries even when others have errors
    refuse_loss: bool = False  # not when a tenth of the entries, or a region, would be gone
    commit: str = ""  # what it is made from, for published.json
    broken_links: frozenset[str] = frozenset()  # files of the entries to be marked, from skillshub links


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What became of a build."""

    checked: Checked
    problems: tuple[Problem, ...]  # of the entries and of the hand-written pages, in order
    outcome: Outcome | None  # None: nothing was written, the old site stands
    entries: Mapping[Kind, int]  # published, by kind


def schema_folder() -> Path:
    """The schemas: beside this file in the wheel, at the root of the work tree."""
    packed = _PACKAGE / "schema"
    return packed if packed.is_dir() else _PACKAGE.parents[1] / "schema"


def program() -> str:
    """A digest of the program that changes when any file of it does: its sizes and times, not its bytes."""
    parts = [__version__]
    for root in (_PACKAGE, schema_folder(), guide.reports_folder()):
        for folder, inner, names in os.walk(root):
            inner[:] = sorted(name for name in inner if "cache" not in name)
            for name in sorted(names):
                found = Path(folder, name).stat()
                parts.append(f"{folder}/{name} {found.st_size} {found.st_mtime_ns}")
    return blake2b("\n".join(parts).encode(), digest_size=16).hexdigest()


def build(
    hub: Path,
    site_folder: Path,
    today: date,
    *,
    memory: Memory | None,
    hands: int = 1,
    terms: Terms = Terms(),
    tell: Tell = lambda _stage, _count, _all: None,
) -> Built:
    """Build a hub's site. Unless the terms say otherwise, an error in any entry leaves the old site as it stands."""
    schemas = Schemas.load(schema_folder())
    checked, rendered = check(
        hub,
        schemas,
        today,
        memory,
        hands=hands,
        done=partial(tell, "read"),
        beside=[partial(_docs, hub, schemas, memory)],
    )
    docs: DocsSite | None = rendered[0][0] if rendered else None
    gaps = tuple(_without_a_page(docs)) if docs else ()
    problems = in_order([*checked.problems, *gaps, *(docs.problems if docs else ())])
    broken = any(problem.severity == "error" for problem in problems)
    if checked.settings is None or docs is None or gaps or (broken and not terms.keep_going):
        return Built(checked=checked, problems=problems, outcome=None, entries={})
    site = _site(checked, checked.settings, schemas, docs, terms, memory, rendered[0][1])
    if terms.refuse_loss:
        refuse_loss(shown_in(site_folder), shown_by(site.catalogue))
    files = (file for render in OUTPUTS.values() for file in render(site))
    outcome = _published(files, site_folder, memory, hands, partial(tell, "write"))
    counted = Counter(entry.kind for entry in site.catalogue)
    entries = {kind: counted[kind] for kind in FOLDERS}
    return Built(checked=checked, problems=problems, outcome=outcome, entries=entries)


def _without_a_page(docs: DocsSite) -> Iterator[Problem]:
    """What the hub has no hand-written page for, on which it would be shown: then there can be no site."""
    there = {name for _, name in docs.landings}
    for name in ("home", "find", "shortlist", *FOLDERS.values()):
        if name not in there:
            yield Problem(
                path=f"docs/{'' if name == 'home' else f'{name}/'}index.md",
                code="docs-missing-shell",
                message="This page is missing, or does not begin with 'template: shell.html'.",
                hint="Take it from a new hub (skillshub init), and change its text.",
            )


def _docs(hub: Path, schemas: Schemas, memory: Memory | None, settings: Settings) -> tuple[DocsSite, str]:
    """The hand-written pages, and the fingerprint of all that they are made from."""
    mark = docs_engine.fingerprint(hub, settings.languages)
    kept = memory.value("docs") if memory else None
    if kept and kept[0] == mark:
        return kept[1], mark
    spoken = languages.load(settings.languages)
    words = {one.code: one.gettext for one in spoken}
    docs = docs_engine.render(hub, settings.languages, words, _guide(schemas, spoken))
    if memory:
        memory.keep_value("docs", (mark, docs))
    return docs, mark


def _guide(schemas: Schemas, spoken: Iterable[Language]) -> Mapping[str, str]:
    """The pages of the handbook that the program writes itself, by their path below docs/."""
    examples = guide.examples_in(guide.reports_folder())
    pages = {}
    for language in spoken:
        ending = f".{language.code}.md" if language.prefix else ".md"
        pages[f"contribute/fields{ending}"] = guide.fields_page(schemas, language.gettext)
        pages[f"contribute/rules{ending}"] = guide.rules_page(examples, language.gettext)
    return pages


def _site(
    checked: Checked,
    settings: Settings,
    schemas: Schemas,
    docs: DocsSite,
    terms: Terms,
    memory: Memory | None,
    mark: str,
) -> Site:
    sound = checked.sound()
    drafts = any(entry.status == "draft" for entry in sound)
    shown = shelve((entry for entry in sound if entry.status != "draft"), sound.known) if drafts else sound
    return Site(
        today=checked.day,
        settings=settings,
        languages=languages.load(settings.languages),
        catalogue=shown,
        labels=labels_of({kind: schemas.fields(kind) for kind in FOLDERS}),
        docs=docs,
        made_from=blake2b(f"{program()} {mark} {settings!r}".encode(), digest_size=12).hexdigest(),
        moves=checked.moves,
        commit=terms.commit,
        broken_links=terms.broken_links,
        **_kept_by(memory),
        documents=schemas.documents,
        written=checked.written,
    )


def _kept_by(memory: Memory | None) -> dict[str, Any]:
    """What outputs may remember from one build to the next."""
    return {"scratch": memory.scratch, "recall": memory.plain, "keep": memory.keep_plain} if memory else {}


def _published(files: Iterable[SiteFile], folder: Path, memory: Memory | None, hands: int, done: Done) -> Outcome:
    name = f"site-{blake2b(os.fsencode(folder.resolve()), digest_size=6).hexdigest()}"
    kept = (memory.plain(name) if memory else None) or {}
    outcome = write(files, folder, {path: Written._make(one) for path, one in kept.items()}, hands=hands, done=done)
    if memory:
        memory.keep_plain(name, {path: tuple(one) for path, one in outcome.memory.items()})
    return outcome
