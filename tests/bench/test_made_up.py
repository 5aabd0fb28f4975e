"""What the bench measures on: sound entries, the same for both sides, in the numbers it speaks of."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
import yaml

from skillshub import sources
from skillshub.schemas import Schemas
from tests.bench.entries import FOLDERS, entries
from tests.bench.hugo_site import page_of, write_site
from tests.bench.written import yaml_of

REPO = Path(__file__).parents[2]
TODAY = date(2027, 1, 4)


@pytest.fixture(scope="module")
def schemas() -> Schemas:
    return Schemas.load(REPO / "schema")


def test_the_same_day_gives_the_same_entries() -> None:
    """Two runs of one day measure the same content."""
    assert list(entries(300, TODAY)) == list(entries(300, TODAY))


@pytest.mark.parametrize("number", [200, 1000])
def test_so_many_entries_as_asked(number: int) -> None:
    """N entries, four fifths of them courses, every name once."""
    made = list(entries(number, TODAY))
    kinds = Counter(kind for kind, _, _ in made)
    assert len({(kind, slug) for kind, slug, _ in made}) == number
    assert kinds["course"] == number * 8 // 10
    assert set(kinds) == set(FOLDERS)


def test_every_entry_is_sound(schemas: Schemas) -> None:
    """No entry is refused: else the bench would measure how problems are told."""
    for kind, slug, entry in entries(300, TODAY):
        value = sources.judge(f"{slug}.yml", yaml_of(entry).encode())
        assert value == entry, slug
        assert schemas.problems_in(slug, kind, value) == ()


def test_courses_weigh_what_is_said() -> None:
    """About 2 kB, with a description of about 150 words."""
    courses = [entry for kind, _, entry in entries(300, TODAY) if kind == "course"]
    sizes = [len(yaml_of(entry)) for entry in courses]
    words = [len(entry["description"].split()) for entry in courses]
    assert 1900 <= sum(sizes) / len(sizes) <= 2700
    assert 140 <= sum(words) / len(words) <= 170


def test_hugo_gets_the_same_content(tmp_path: Path) -> None:
    """Each entry has its page in the Hugo site, with the same title and description."""
    made = list(entries(200, TODAY))
    write_site(tmp_path / "hugo", made)
    for kind, slug, entry in made:
        _, front, body = (
            page_of(tmp_path / "hugo" / "content", kind, slug).read_text(encoding="utf-8").split("---\n", 2)
        )
        title = next(entry[name] for name in ("title", "name", "label", "legal_name") if name in entry)
        assert yaml.safe_load(front)["title"] == title
        assert body == entry.get("description", entry.get("actions"))


def test_the_cost_counts_what_a_command_starts() -> None:
    """Seconds of processor of a grandchild that nobody waits for are in."""
    spin = "import time; end = time.perf_counter() + 0.3\nwhile time.perf_counter() < end: pass"
    start = f"import subprocess, sys; subprocess.Popen([sys.executable, '-c', {spin!r}], stdout=-3, stderr=-3)"
    measure = (
        "import sys; from tests.bench.measure import cost_of\n"
        f"cost = cost_of([sys.executable, '-c', {start!r}]); print(cost.wall >= 0.3, cost.cpu >= 0.1)"
    )
    # in a process of its own: it waits for all its children, and a browser of other tests may be one of ours
    said = subprocess.run([sys.executable, "-c", measure], cwd=REPO, capture_output=True, text=True, check=True)
    assert said.stdout.split() == ["True", "True"]
