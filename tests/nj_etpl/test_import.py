"""New Jersey's list comes in with a mapping file and no code: each row is an entry, skipped, or told at its cell."""

from __future__ import annotations

import csv
import json
from collections import Counter
from pathlib import Path

import pytest

from tests.nj_etpl.convert import Hub, convert
from tests.nj_etpl.hub import write_hub
from tests.nj_etpl.test_nj_etpl import SOURCE
from tests.unit import hubs
from tests.unit.commands import skillshub

pytestmark = pytest.mark.skipif(not SOURCE.is_file(), reason="../shared/data/nj-etpl is not here: nothing to import")

MAPPING = Path(__file__).with_name("mapping.yml")
SKIPPED = {"", "Select One", "Out of State"}  # counties that are none


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A hub with the counties and the fields of study, and nothing else."""
    whole = convert(SOURCE).entries
    entries = {shelf: found if shelf in ("regions", "skills") else {} for shelf, found in whole.items()}
    folder = tmp_path_factory.mktemp("import") / "hub"
    write_hub(Hub(entries=entries, courses={}, named={}, unlisted={}), folder)
    return folder


def test_the_list_is_imported(hub: Path) -> None:
    """Nine of ten rows that say where they belong become courses; the second time, nothing changes."""
    words = ("import", SOURCE, "--mapping", MAPPING, "--format", "json")
    first = skillshub(*words, "--today", "2027-01-15", folder=hub)
    problems = json.loads(first.stdout)["problems"]
    with SOURCE.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["county"] not in SKIPPED and row["name"]]
    courses = list((hub / "content/courses").glob("*.yml"))
    told = {one["line"] for one in problems}
    assert len(courses) >= 0.89 * len(rows), first.stderr
    assert len(courses) + len(told) >= len(rows)
    codes = Counter(one["code"] for one in problems)
    assert set(codes) <= {"missing-field", "bad-web-address", "unknown-provider", "same-course-twice"}, codes
    assert skillshub("check", "--today", "2027-01-15", "--format", "concise", folder=hub).returncode == 0
    before = hubs.digest(hub / "content")
    again = skillshub(*words, "--today", "2027-02-15", folder=hub)
    assert f"{len(courses) + len(list((hub / 'content/providers').glob('*.yml')))} unchanged" in again.stderr
    assert hubs.digest(hub / "content") == before
