"""The two lists of real entries that the quality set asks about, as hubs that can be built.

The hub's own content in English and German; New Jersey's training programmes in English, where their list is at hand
(``SKILLSHUB_SHARED`` names the folder, else ``../shared``). Knows no engine.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from tests.bench.hub import SKILLSHUB
from tests.bench.measure import cost_of
from tests.nj_etpl.convert import convert
from tests.nj_etpl.hub import write_hub

REPO = Path(__file__).parents[3]
SHARED = Path(os.environ.get("SKILLSHUB_SHARED") or REPO.parent / "shared")
PROGRAMMES = SHARED / "data" / "nj-etpl" / "programs.csv"
LANGUAGES = {"hub": ("en", "de"), "nj-etpl": ("en",)}

Entries = Mapping[str, Mapping[str, Any]]
"""courses/welding -> the fields of that entry."""


def at_hand() -> tuple[str, ...]:
    return tuple(LANGUAGES) if PROGRAMMES.is_file() else ("hub",)


def entries_of(corpus: str) -> Entries:
    return _own() if corpus == "hub" else _programmes()


def _own() -> Entries:
    return {
        f"{path.parent.name}/{path.stem}": yaml.load(path.read_bytes(), Loader=yaml.CBaseLoader)
        for path in sorted((REPO / "content").glob("*/*.yml"))
    }


def _programmes() -> Entries:
    shelves = convert(PROGRAMMES).entries
    return {f"{shelf}/{slug}": entry for shelf, entries in shelves.items() for slug, entry in entries.items()}


def build(corpus: str, folder: Path) -> Path:
    """The site of a corpus, below a folder that is there for it."""
    hub = REPO
    if corpus != "hub":
        hub = folder / "hub"
        write_hub(convert(PROGRAMMES), hub)
    return build_site(hub, folder / "out" / "site")


def build_site(hub: Path, site: Path) -> Path:
    surroundings = {"PYTHONPATH": str(REPO / "generator"), "XDG_CACHE_HOME": str(site.parent / "cache")}
    site.parent.mkdir(parents=True, exist_ok=True)
    cost_of([*SKILLSHUB, "-C", str(hub), "build", "--site", str(site)], surroundings)
    return site
