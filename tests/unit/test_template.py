"""template: a spreadsheet that explains itself, and that import reads as it was filled in."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from python_calamine import CalamineWorkbook

from skillshub.cli import main
from skillshub.importing.columns import field_of
from skillshub.model import FOLDERS
from skillshub.schemas import Schemas
from skillshub.workbook import columns, workbook
from tests.unit import hubs
from tests.unit.commands import REPO
from tests.unit.spreadsheets import a_row
from tests.unit.spreadsheets import workbook as filled_in

SCHEMAS = Schemas.load(REPO / "schema")


@pytest.fixture
def hub(tmp_path: Path) -> Path:
    return hubs.lay_out(tmp_path / "hub")


def run(hub: Path, *words: str | Path) -> Result:
    return CliRunner().invoke(main, ["-C", str(hub), *map(str, words)])


def sheets(file: Path) -> dict[str, list[list[Any]]]:
    book = CalamineWorkbook.from_path(str(file))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def test_a_sheet_for_each_kind(hub: Path) -> None:
    """Headings are fields, the second row is an example, and lists of choices stand on a sheet of their own."""
    file = hub.parent / "template.xlsx"
    assert run(hub, "template", file).exit_code == 0
    found = sheets(file)
    assert list(found) == [*(folder.capitalize() for folder in FOLDERS.values()), "Lists"]
    for kind, folder in FOLDERS.items():
        headings = found[folder.capitalize()][0]
        assert headings[0] == "id"
        assert all(field_of(heading, SCHEMAS.fields(kind)) for heading in headings[1:])
        assert found[folder.capitalize()][1][0].startswith("EXAMPLE")
    words = {word for line in found["Lists"] for word in line}
    assert {"tyrol", "welding", "school", "On site", "German"} <= words


def test_cells_offer_what_can_be_chosen() -> None:
    """Drop-downs for single choices, and a comment on each heading."""
    with zipfile.ZipFile(io.BytesIO(workbook(("course",), SCHEMAS, {"provider": ["school"]}))) as parts:
        sheet = parts.read("xl/worksheets/sheet1.xml").decode()
        comments = parts.read("xl/comments1.xml").decode()
    assert sheet.count("<dataValidation ") >= 15
    assert comments.count("<comment ") == len(list(columns(SCHEMAS.fields("course"))))
    assert "Required. What the course is called." in comments


def test_an_empty_template_holds_no_entries(hub: Path) -> None:
    """The example rows are no entries."""
    file = hub.parent / "template.xlsx"
    run(hub, "template", file)
    ran = run(hub, "import", file)
    assert (ran.exit_code, ran.stderr) == (0, "template.xlsx: no entries\n"), ran.output


def test_the_columns_of_a_template_can_be_imported(hub: Path) -> None:
    """A row under the headings of the template becomes an entry."""
    headings = [heading for heading, _ in columns(SCHEMAS.fields("course"))]
    row = {heading: a_row().get(heading, "") for heading in headings}
    row |= {
        "id": "from-template",
        "title": "Welding again",
        "url": "https://template.example.org/",
        "tags": "metal; seam",
    }
    row |= {"sessions.1.place.city": "Innsbruck", "sessions.1.place.country": "Austria"}
    file = hubs.put(hub.parent, "courses.xlsx", filled_in([row]))
    ran = run(hub, "import", file)
    assert (ran.exit_code, ran.stderr) == (0, "courses.xlsx: 1 new\n"), ran.output
    checked = run(hub, "check", "--today", "2027-01-15")
    assert checked.exit_code == 0, checked.output


def test_a_template_never_replaces_a_file(hub: Path) -> None:
    """Without --force; and it is always called .xlsx."""
    file = hubs.put(hub.parent, "mine.xlsx", "mine")
    assert run(hub, "template", file).exit_code == 2
    assert file.read_bytes() == b"mine"
    assert run(hub, "template", file, "--force", "--kind", "event").exit_code == 0
    assert list(sheets(file)) == ["Events", "Lists"]
    assert run(hub, "template", hub.parent / "mine.ods").exit_code == 2
