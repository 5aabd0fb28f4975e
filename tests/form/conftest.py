"""What tests of the form share: the entries of this repository, and what the build hands over to the form."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from skillshub.build import schema_folder
from skillshub.checking import check
from skillshub.languages import load
from skillshub.model import FOLDERS
from skillshub.outputs.form.lists import lists, names
from skillshub.outputs.form.words import words
from skillshub.rules import Ground
from skillshub.schemas import Schemas
from skillshub.site import Site
from tests.form.agreeing import plain
from tests.unit.builders import a_site

from datetime import date  # isort: skip

TODAY = date(2026, 11, 25)


@pytest.fixture(scope="session")
def schemas() -> Schemas:
    return Schemas.load(schema_folder())


@pytest.fixture(scope="session")
def hub_site(repo: Path, schemas: Schemas) -> Site:
    """The hub of this repository, as far as the form asks about it."""
    checked, _ = check(repo, schemas, TODAY)
    assert checked.settings
    return a_site(
        settings=checked.settings,
        languages=load(checked.settings.languages),
        catalogue=checked.catalogue,
        documents=schemas.documents,
        written=checked.written,
        today=TODAY,
    )


@pytest.fixture(scope="session")
def ground(hub_site: Site) -> Ground:
    return Ground(catalogue=hub_site.catalogue, settings=hub_site.settings, today=TODAY)


@pytest.fixture(scope="session")
def sound(hub_site: Site) -> list[tuple[str, str, dict[str, Any]]]:
    """Every entry as its file has it: (kind, slug, value)."""
    assert hub_site.written
    return [(entry.kind, entry.slug, plain(hub_site.written(entry))) for entry in hub_site.catalogue]


@pytest.fixture(scope="session")
def handed_over(hub_site: Site) -> Mapping[str, Any]:
    """What the form knows, as the build writes it; its words in English."""
    english = hub_site.languages[0]
    known = {
        "documents": hub_site.documents,
        "words": words(hub_site, english),
        "lists": lists(hub_site),
        "names": {kind: names(hub_site, english, kind) for kind in FOLDERS},
        "today": TODAY.isoformat(),
    }
    return dict(json.loads(json.dumps(known)))
