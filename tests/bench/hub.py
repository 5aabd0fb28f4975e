"""A hub in a folder: what ``skillshub init`` begins with, in English, with other content than its samples.

Knows nothing of how fast anything is.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

import yaml

from skillshub import starter
from tests.bench.entries import FOLDERS, GROUPS, Entry
from tests.bench.written import yaml_of

SKILLSHUB = (sys.executable, "-m", "skillshub")


def write_hub(folder: Path, made: Iterable[tuple[str, str, Entry]]) -> None:
    begin_hub(folder, "Skills Hub", {group: group.capitalize() for group in GROUPS})
    for kind, slug, entry in made:
        file_of(folder, kind, slug).write_text(yaml_of(entry), encoding="utf-8")


def file_of(folder: Path, kind: str, slug: str) -> Path:
    return folder / "content" / FOLDERS[kind] / f"{slug}.yml"


def begin_hub(folder: Path, name: str, groups: Mapping[str, str]) -> None:
    """A whole hub without an entry: pages, settings, and a folder for each kind."""
    for path, text in starter.start(name, date(2026, 11, 1), ["en"]).items():
        if path.startswith("content/"):
            continue
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(text)
    for shelf in FOLDERS.values():
        (folder / "content" / shelf).mkdir(parents=True)
    settings = yaml.safe_load((folder / "mkdocs.yml").read_text(encoding="utf-8"))
    settings["extra"]["skillshub"]["skill_groups"] = dict(groups)
    written = yaml.safe_dump(settings, allow_unicode=True, sort_keys=False)
    (folder / "mkdocs.yml").write_text(written, encoding="utf-8")
