"""The made-up entries as a hub: what ``skillshub init`` makes, in one language, with its content exchanged.

Knows nothing of how fast anything is.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from tests.bench.entries import FOLDERS, GROUPS, Entry
from tests.bench.written import yaml_of

SKILLSHUB = (sys.executable, "-m", "skillshub")


def write_hub(folder: Path, made: Iterable[tuple[str, str, Entry]]) -> None:
    subprocess.run([*SKILLSHUB, "init", str(folder)], check=True, capture_output=True)
    settings = folder / "mkdocs.yml"
    settings.write_text(in_one_language(settings.read_text(encoding="utf-8"), GROUPS), encoding="utf-8")
    shutil.rmtree(folder / "content")
    for name in FOLDERS.values():
        (folder / "content" / name).mkdir(parents=True)
    for kind, slug, entry in made:
        file_of(folder, kind, slug).write_text(yaml_of(entry), encoding="utf-8")


def file_of(folder: Path, kind: str, slug: str) -> Path:
    return folder / "content" / FOLDERS[kind] / f"{slug}.yml"


def in_one_language(settings: str, groups: Iterable[str]) -> str:
    """mkdocs.yml with English alone, and with the groups that its skills name."""
    named = "".join(f"\n      {group}: {group.capitalize()}" for group in groups)
    one = re.sub(r"^( +languages:).*(?:\n +- .*)*$", r"\1 [en]", settings, count=1, flags=re.MULTILINE)
    return re.sub(r"^( +skill_groups:).*(?:\n {5,}.*)*$", rf"\1{named}", one, count=1, flags=re.MULTILINE)
