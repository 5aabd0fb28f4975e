"""A new hub is whole: it builds as it is, from the work tree and from the wheel alike."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
import yaml

from skillshub.forms import EACH, form_of, references_in
from skillshub.schemas import Schemas
from skillshub.sources import judge
from skillshub.starter import start

REPO = Path(__file__).parents[2]
TODAY = date(2031, 5, 14)
ASKING = """
import datetime, json
from skillshub import starter
files = starter.start("Our Hub", datetime.date(2031, 5, 14))
print(json.dumps([starter.__file__, {path: text.hex() for path, text in files.items()}]))
"""


def a_new_hub(
    name: str = "Our Hub", today: date = TODAY, languages: tuple[str, ...] = ("en", "de")
) -> Mapping[str, bytes]:
    return start(name, today, languages)


def entries_of(files: Mapping[str, bytes]) -> dict[str, dict[str, Any]]:
    """Each entry by its path."""
    return {path: yaml.safe_load(text) for path, text in files.items() if path.startswith("content/")}


def kind_of(text: bytes) -> str:
    """As the first line of the file tells the editor."""
    found = re.match(rb"# yaml-language-server: \$schema=\.\./\.\./schema/([a-z-]+)\.schema\.json\n", text)
    assert found
    return found[1].decode()


def values_at(value: Any, way: tuple[str, ...]) -> Iterator[str]:
    match value, way:
        case str(), ():
            yield value
        case list(), (first, *rest) if first == EACH:
            yield from (found for each in value for found in values_at(each, tuple(rest)))
        case dict(), (first, *rest) if first in value:
            yield from values_at(value[first], tuple(rest))


def test_it_has_samples_of_every_kind() -> None:
    """A new hub shows each kind of entry at least once, and every entry in it says that it is a sample."""
    files = a_new_hub()
    kinds = {path.removesuffix(".schema.json").removeprefix("schema/") for path in files if path.startswith("schema/")}
    assert {kind_of(files[path]) for path in entries_of(files)} == kinds - {"common", "moved", "settings"}
    assert all(entry["sample"] is True for entry in entries_of(files).values())


def test_every_reference_is_there() -> None:
    """No sample names a region, skill, provider or funding that the new hub does not have."""
    files = a_new_hub()
    documents = {
        path.removeprefix("schema/"): json.loads(text) for path, text in files.items() if path.startswith("schema/")
    }
    there = {(kind_of(files[path]), PurePosixPath(path).stem) for path in entries_of(files)}
    named = {
        (kind, slug)
        for path, entry in entries_of(files).items()
        for way, kind in references_in(form_of(documents, f"{kind_of(files[path])}.schema.json"))
        for slug in values_at(entry, way)
    }
    assert named
    assert named <= there


def test_every_sample_is_sound() -> None:
    """Each sample passes the strict reader and its schema."""
    schemas = Schemas.load(REPO / "schema")
    for path, text in a_new_hub().items():
        if path.startswith("content/"):
            fields = judge(path, text)
            assert isinstance(fields, Mapping), fields
            assert schemas.problems_in(path, kind_of(text), fields) == ()


@pytest.mark.parametrize("today", [TODAY + timedelta(days=days) for days in range(8)])
def test_its_events_are_still_to_come(today: date) -> None:
    """Whenever a hub begins, its sample events lie ahead, on working days, and no entry was updated in the future."""
    entries = entries_of(a_new_hub(today=today))
    starts = [date.fromisoformat(entry["start"][:10]) for path, entry in entries.items() if "/events/" in path]
    assert all(day > today and day.weekday() < 5 for day in starts)
    assert all(date.fromisoformat(str(entry["updated"])) <= today for entry in entries.values())


@pytest.mark.parametrize("name", ["Our Hub", 'The "real" hub: #1', "Fähigkeiten – für alle", "*&!%@`{}[]"])
def test_it_carries_its_name(name: str) -> None:
    """Whatever a hub is called, its settings hold that name."""
    assert yaml.safe_load(a_new_hub(name)["mkdocs.yml"])["extra"]["skillshub"]["name"] == name


def test_it_speaks_the_languages_asked_for() -> None:
    """Pages in other languages stay behind, and the settings name the languages in their order."""
    files = a_new_hub(languages=("de",))
    assert yaml.safe_load(files["mkdocs.yml"])["extra"]["skillshub"]["languages"] == ["de"]
    assert "docs/index.de.md" in a_new_hub()
    assert "docs/index.de.md" in files
    assert not [path for path in a_new_hub(languages=("en",)) if path.endswith(".de.md")]


def test_nothing_in_it_speaks_of_this_hub() -> None:
    """A new hub begins with pages of its own, not with those about the partnership that came first."""
    files = {path: text.decode("utf-8").lower() for path, text in a_new_hub().items() if not path.startswith("schema/")}
    words = ("automotive", "car maker", "autoregion", "autobranche")
    assert [(path, word) for path, text in files.items() for word in words if word in text] == []


def test_it_is_built_as_this_hub_is() -> None:
    """But for its name and own settings, a new hub's mkdocs.yml says the same as ours, the menu included."""
    ours = yaml.safe_load((REPO / "mkdocs.yml").read_bytes())
    theirs = yaml.safe_load(a_new_hub()["mkdocs.yml"])
    own = {"site_name", "extra"}
    assert {key: value for key, value in ours.items() if key not in own} == {
        key: value for key, value in theirs.items() if key not in own
    }


def test_its_menu_names_pages_that_are_there() -> None:
    """Every page in the menu exists, but for those that the build writes itself."""
    files = a_new_hub()
    generated = {"contribute/fields.md", "contribute/rules.md"}
    assert set(pages_in(yaml.safe_load(files["mkdocs.yml"])["nav"])) - generated <= {
        path.removeprefix("docs/") for path in files
    }


def pages_in(nav: Any) -> Iterator[str]:
    match nav:
        case str():
            yield nav
        case list():
            yield from (page for each in nav for page in pages_in(each))
        case dict():
            yield from (page for each in nav.values() for page in pages_in(each))


def test_editors_help_in_a_new_hub_as_they_do_here() -> None:
    """The settings for the editor are the same file."""
    assert a_new_hub()[".vscode/settings.json"] == (REPO / ".vscode" / "settings.json").read_bytes()


def test_the_wheel_has_everything(tmp_path: Path) -> None:
    """Installed from the wheel, the package starts the same hub as in the work tree, and has its theme with it."""
    making = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(tmp_path)]
    subprocess.run(making, cwd=REPO, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(tmp_path / "installed")
    theme = REPO / "generator" / "skillshub" / "theme"
    for path in (path.relative_to(theme) for path in theme.rglob("*") if path.is_file()):
        assert (tmp_path / "installed" / "skillshub" / "theme" / path).is_file()
    started = subprocess.run(
        [sys.executable, "-c", ASKING], env={"PYTHONPATH": str(tmp_path / "installed")}, check=True, capture_output=True
    )
    installed, files = json.loads(started.stdout)
    assert installed.startswith(str(tmp_path))
    assert {path: bytes.fromhex(text) for path, text in files.items()} == dict(a_new_hub())


def skillshub(*words: str, folder: Path) -> str:
    """What the command prints, run in that folder as a person would."""
    asked = [sys.executable, "-c", "from skillshub.cli import main; main()", *words]
    here = {**os.environ, "PYTHONPATH": str(REPO / "generator")}
    ran = subprocess.run(asked, cwd=folder, env=here, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout + ran.stderr


def test_a_new_hub_builds_as_it_is(tmp_path: Path) -> None:
    """``skillshub init our-hub`` gives a folder in which check finds nothing and build makes a site."""
    skillshub("init", "our-hub", folder=tmp_path)
    hub = tmp_path / "our-hub"
    assert "error" not in skillshub("check", folder=hub)
    skillshub("build", folder=hub)
    for page in ("index.html", "courses/first-solar-roof/index.html", "regions/tyrol/index.html", "de/index.html"):
        assert (hub / "site" / page).is_file()
