"""Import refuses what is broken, huge or made to do harm: 2, one sentence, nothing written, and quickly."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from skillshub.cli import main
from skillshub.importing import workbooks
from skillshub.importing.refusals import CannotImport
from tests.unit import hubs
from tests.unit.spreadsheets import a_row, csv_text, repacked, workbook

SOUND = workbook([a_row()])
SHEET = "xl__worksheets__sheet1_xml"
OPEN, CLOSE = (
    b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>',
    (b"</sheetData></worksheet>"),
)
FAR = OPEN + b'<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>' + CLOSE
WIDE = OPEN + b"<row r='1'><c t='n' r='ZZZ1'><v>1</v></c></row>" + CLOSE


@pytest.fixture
def hub(tmp_path: Path) -> Path:
    return hubs.lay_out(tmp_path / "hub")


def bring(hub: Path, name: str, content: bytes | str) -> Result:
    file = hubs.put(hub.parent, name, content)
    return CliRunner().invoke(main, ["-C", str(hub), "import", str(file), "--today", "2027-01-15"])


def lying(content: bytes) -> bytes:
    """The workbook whose largest part claims to be small."""
    real = len(zipfile.ZipFile(io.BytesIO(content)).read("xl/worksheets/sheet1.xml"))
    return content.replace(real.to_bytes(4, "little"), (100).to_bytes(4, "little"))


def huge() -> bytes:
    return repacked(SOUND, **{SHEET: OPEN + b" " * (160 * 1024 * 1024) + CLOSE})


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("corrupt", SOUND[: len(SOUND) // 2], "damaged"),
        ("no-zip", b"PK\x03\x04 and then nothing", "damaged"),
        ("a-zip", repacked(b"PK\x05\x06" + b"\0" * 18, readme_txt=b"hello"), "no workbook"),
        ("broken-sheet", repacked(SOUND, **{SHEET: OPEN + b"<row><c><v>"}), "damaged"),
        ("macros", repacked(SOUND, xl__vbaProject_bin=b"\xd0\xcf"), "macros"),
        ("password", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "password"),
        ("far", repacked(SOUND, **{SHEET: FAR}), "row 1,048,576"),
        ("wide", repacked(SOUND, **{SHEET: WIDE}), "column ZZZ"),
        ("liar", lying(SOUND), "damaged"),
    ],
)
def test_a_workbook_that_is_refused(hub: Path, name: str, content: bytes, says: str) -> None:
    """Corrupt, macro-laden, locked, with a cell in the last corner, or lying about its size."""
    before = hubs.digest(hub)
    ran = bring(hub, f"{name}.xlsx", content)
    assert (ran.exit_code, says in ran.stderr) == (2, True), ran.output
    assert ran.stderr.startswith(f"Error: {name}.xlsx: ")
    assert len(ran.stderr.splitlines()) == 1
    assert hubs.digest(hub) == before


def test_a_zip_bomb_is_refused(hub: Path) -> None:
    """A hundred and sixty megabytes in a few hundred kilobytes, told before the library sees them."""
    content = huge()
    assert len(content) < 1024 * 1024
    ran = bring(hub, "bomb.xlsx", content)
    assert (ran.exit_code, "unpacks to far more" in ran.stderr) == (2, True), ran.output


def test_many_parts_are_refused() -> None:
    """A workbook of three thousand parts, or with one part twice."""
    with pytest.raises(CannotImport, match="too many parts"):
        workbooks.tables_in(repacked(SOUND, **{f"xl__media__{number}_png": b"" for number in range(3000)}))


@pytest.mark.parametrize("ending", [".xlsm", ".xls", ".xlsb", ".exe"])
def test_other_kinds_of_file_are_refused(hub: Path, ending: str) -> None:
    """By their names, whatever is in them."""
    assert bring(hub, f"courses{ending}", SOUND).exit_code == 2


def test_a_file_that_is_too_large_is_refused(hub: Path) -> None:
    """More than twenty megabytes, or more than fifty thousand rows."""
    big = bring(hub, "courses.csv", "title\n" + "x" * (21 * 1024 * 1024))
    assert (big.exit_code, "can be imported at once" in big.stderr) == (2, True)
    long = bring(hub, "courses.csv", "title\n" + "x\n" * 50_001)
    assert (long.exit_code, "50,000" in long.stderr) == (2, True)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("courses.csv", b"a\0b\n"),
        ("courses.csv", b'title\n"never closed'),
        ("courses.csv", b"title,title\na,b\n"),
        ("courses.csv", b"\n\n \n"),
        ("courses.ics", b"BEGIN:VCALENDAR\nEND:VEVENT\n"),
        ("courses.ics", b"\xff\xfe\0\0"),
        ("courses.json", b"{"),
        ("courses.json", b"[" * 100_000),
        ("courses.json", b'{"@type": "Recipe"}'),
        ("courses.json", b"\xff"),
        ("courses.html", b"<p>Nothing"),
        ("courses.html", b'<script type="application/ld+json">{"@type": </script>'),
    ],
)
def test_other_broken_files(hub: Path, name: str, content: bytes) -> None:
    """2, and a sentence; never a traceback."""
    ran = bring(hub, name, content)
    assert ran.exit_code == 2, ran.output
    assert ran.stderr.startswith(f"Error: {name}: ")


def test_formulas_are_values(hub: Path) -> None:
    """A text that begins with = is a text; a link to another workbook is never followed."""
    row = a_row(title="=HYPERLINK('https://evil.example.org')", url="https://formula.example.org/", id="formula")
    ran = bring(hub, "courses.csv", csv_text([row]))
    assert ran.exit_code == 0, ran.output
    assert "=HYPERLINK" in (hub / "content/courses/formula.yml").read_text("utf-8")
