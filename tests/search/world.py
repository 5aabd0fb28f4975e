"""A hub to search in: this repository's entries, four hundred made-up ones and, where the list is, New Jersey's.

Only the index and its scripts are made, not the pages. It is written once and read by node and by a browser.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Any

import yaml

from skillshub import docs_engine, languages
from skillshub.build import schema_folder
from skillshub.checking import check
from skillshub.docs_engine.scripts import bundles
from skillshub.labels import labels_of
from skillshub.model import FOLDERS
from skillshub.outputs import search
from skillshub.outputs.pages.folios import Folios, all_folios
from skillshub.outputs.search.documents import Document, documents
from skillshub.outputs.search.reading import Reading
from skillshub.outputs.search.shown import Display
from skillshub.outputs.search.traits import faces_of, traits_of
from skillshub.schemas import Schemas
from skillshub.site import Site
from tests.bench.entries import FOLDERS as MADE_UP_FOLDERS
from tests.bench.entries import GROUPS as MADE_UP_GROUPS
from tests.bench.entries import entries as made_up
from tests.bench.search.corpus import PROGRAMMES
from tests.nj_etpl.convert import convert
from tests.nj_etpl.tables import GROUPS as NEW_JERSEY_GROUPS

REPO = Path(__file__).parents[2]
TODAY = date(2026, 11, 23)

Entries = Mapping[str, Mapping[str, Any]]  # by "courses/welding"


@dataclass(frozen=True, kw_only=True, repr=False)
class Tongue:
    """The hub in one language."""

    folios: Folios
    index: Path  # the folder of its index

    @property
    def code(self) -> str:
        return self.folios.stage.language.code

    @cached_property
    def documents(self) -> Sequence[Document]:
        return documents(self.folios.site, self.folios.stage.language)

    @cached_property
    def reading(self) -> Reading:
        return Reading(stage=self.folios.stage)

    @cached_property
    def display(self) -> Display:
        return display_of(self.folios, self.documents)


def display_of(folios: Folios, every: Sequence[Document]) -> Display:
    """What documents look like in one language."""
    traits = traits_of(folios, every, faces_of(folios, every))
    return Display(Reading(stage=folios.stage), every, (one.card for one in traits))


@dataclass(frozen=True, kw_only=True, repr=False)
class World:
    """The hub, and what of its site a search needs."""

    site: Site
    folder: Path  # of the site
    tongues: Mapping[str, Tongue]


def raise_world(folder: Path) -> World:
    """Lay the hub out below a folder, and write its index."""
    hub = folder / "hub"
    site = site_of(laid_out(hub, {**_made_up(), **_new_jersey()}), REPO)
    target = folder / "site"
    for path, content in index_files(site):
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        (target / path).write_bytes(content)
    tongues = {one.stage.language.code: one for one in all_folios(site)}
    return World(
        site=site,
        folder=target,
        tongues={
            code: Tongue(folios=one, index=target / one.stage.language.prefix / search.FOLDER)
            for code, one in tongues.items()
        },
    )


def laid_out(hub: Path, more: Entries) -> Path:
    """A hub with the entries of this repository and more."""
    shutil.copytree(REPO / "content", hub / "content")
    for path, fields in more.items():
        (hub / "content" / f"{path}.yml").write_text(json.dumps(fields, default=str), "utf-8")
    settings = yaml.load((REPO / "mkdocs.yml").read_bytes(), Loader=_Tags)
    groups = settings["extra"]["skillshub"]["skill_groups"]
    groups.update({group: group.capitalize() for group in MADE_UP_GROUPS if group not in groups}, **NEW_JERSEY_GROUPS)
    (hub / "mkdocs.yml").write_text(json.dumps(settings), "utf-8")
    return hub


class _Tags(yaml.SafeLoader):
    """MkDocs' settings name functions of Python, which are of no interest here."""


_Tags.add_multi_constructor("tag:", lambda _loader, suffix, _node: suffix)


def site_of(hub: Path, docs: Path, today: date = TODAY) -> Site:
    """The hub's site before anything is written."""
    schemas = Schemas.load(schema_folder())
    checked, _ = check(hub, schemas, today, None)
    assert checked.settings, checked.problems
    assert not checked.errors, checked.errors[:3]
    spoken = languages.load(checked.settings.languages)
    words = {one.code: one.gettext for one in spoken}
    return Site(
        today=today,
        settings=checked.settings,
        languages=spoken,
        catalogue=checked.sound(),
        labels=labels_of({kind: schemas.fields(kind) for kind in FOLDERS}),
        docs=docs_engine.render(docs, checked.settings.languages, words, {}),
        made_from="0" * 24,
    )


def index_files(site: Site) -> Iterator[tuple[str, bytes]]:
    yield from ((file.path, file.content()) for file in search.render(site))
    yield from ((f"assets/{name}", content) for name, content in bundles())


def _made_up(number: int = 400) -> Entries:
    return {f"{MADE_UP_FOLDERS[kind]}/{slug}": fields for kind, slug, fields in made_up(number, TODAY)}


def _new_jersey(courses: int = 150) -> Entries:
    """So many courses, with the providers, regions and skills that they name: some three hundred entries."""
    if not PROGRAMMES.is_file():
        return {}
    shelves = dict(convert(PROGRAMMES).entries)
    shelves["courses"] = dict(islice(shelves["courses"].items(), courses))
    named = {course["provider"] for course in shelves["courses"].values()}
    shelves["providers"] = {slug: fields for slug, fields in shelves["providers"].items() if slug in named}
    return {f"{shelf}/{slug}": fields for shelf, entries in shelves.items() for slug, fields in entries.items()}
