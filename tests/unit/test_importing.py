"""Import: rows become entries that pass the check, twice is once, nobody's work is lost, a mistake has its cell."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from skillshub.cli import main
from skillshub.importing import CannotImport
from skillshub.importing.mapping import mapped
from skillshub.sources import judge
from tests.unit import hubs
from tests.unit.commands import REPO
from tests.unit.spreadsheets import a_row, csv_text, workbook

WELDING = "content/courses/welding-in-tyrol.yml"


@pytest.fixture
def hub(tmp_path: Path) -> Path:
    return hubs.lay_out(tmp_path / "hub")


def bring(hub: Path, name: str, content: bytes | str, *words: str, today: str = "2027-01-15") -> Result:
    file = hubs.put(hub.parent, name, content)
    return CliRunner().invoke(main, ["-C", str(hub), "import", str(file), "--today", today, *words])


def check(hub: Path) -> Result:
    return CliRunner().invoke(main, ["-C", str(hub), "check", "--today", "2027-01-15"])


def entry(hub: Path, path: str) -> dict[str, Any]:
    value = judge(path, (hub / path).read_bytes())
    assert isinstance(value, dict), value
    return value


def test_a_row_is_an_entry(hub: Path) -> None:
    """Labels become codes, names become file names, a cell with semicolons a list; the check finds nothing."""
    ran = bring(hub, "courses.xlsx", workbook([a_row(title="Welding in Tyrol")]))
    assert (ran.exit_code, ran.stderr) == (0, "courses.xlsx: 1 new\n")
    made = entry(hub, WELDING)
    assert made["title"] == {"en": "Welding in Tyrol", "de": "Schweißen"}
    assert (made["type"], made["mode"], made["languages"], made["regions"]) == (
        "course", "onsite", ["de", "en"], ["tyrol"],
    )  # fmt: skip
    assert made["skills"] == [{"skill": "welding", "level": "practitioner"}]
    assert made["outcomes"] == ["Weld a seam that holds", "Know, when to stop"]
    assert (made["isced_f"], made["price"]["amount"]) == (["0715"], 390.5)
    assert made["sessions"] == [
        {
            "start": "2027-05-03T09:00",
            "end": "2027-05-04",
            "timezone": "Europe/Vienna",
            "place": {"city": "Innsbruck", "country": "AT"},
        }
    ]
    assert (made["status"], made["updated"]) == ("published", "2027-01-15")
    assert check(hub).exit_code == 0


def test_twice_is_once(hub: Path) -> None:
    """A thousand rows, and a second time on another day: not a byte has changed, whatever the file is called."""
    numbered = {number: f"https://school.example.org/{number}" for number in range(1000)}
    zone = {"sessions__1__timezone": "Europe/Vienna"}
    rows = [a_row(title=f"Course {number}", url=url, **zone) for number, url in numbered.items()]
    first = bring(hub, "courses.xlsx", workbook(rows))
    assert (first.exit_code, first.stderr) == (0, "courses.xlsx: 1000 new\n")
    before = hubs.digest(hub)
    again = bring(hub, "renamed.csv", csv_text(rows), "--kind", "course", today="2027-01-20")
    assert again.stderr == "renamed.csv: 1000 unchanged\n", again.output
    assert hubs.digest(hub) == before


def test_what_changed_is_changed(hub: Path) -> None:
    """One row differs: one file does."""
    rows = [a_row(title="One", url="https://a.example.org/"), a_row(title="Two", url="https://b.example.org/")]
    bring(hub, "courses.xlsx", workbook(rows))
    rows[1]["workload_hours"] = 48
    ran = bring(hub, "courses.xlsx", workbook(rows), today="2027-01-20")
    assert ran.stderr == "courses.xlsx: 1 changed, 1 unchanged\n"
    assert entry(hub, "content/courses/two.yml")["updated"] == "2027-01-20"
    assert entry(hub, "content/courses/one.yml")["updated"] == "2027-01-15"


def test_what_a_person_edited_stays(hub: Path) -> None:
    """Edited since, or written by hand: left alone with a sentence; --force replaces it, --dry-run nothing."""
    bring(hub, "courses.xlsx", workbook([a_row(title="Welding in Tyrol")]))
    file = hub / WELDING
    file.write_text(file.read_text("utf-8").replace("What it is about.", "By hand."), "utf-8")
    hubs.put(hub, "content/courses/own.yml", json.dumps(hubs.a_course(url="https://own.example.org/")))
    rows = [a_row(title="Welding in Tyrol", workload_hours=48), a_row(id="own", url="https://own.example.org/")]
    before = hubs.digest(hub)
    ran = bring(hub, "courses.xlsx", workbook(rows))
    assert ran.exit_code == 0
    assert f"{WELDING}: written or edited by hand, left as it is (--force replaces it)" in ran.stderr
    assert ran.stderr.endswith("courses.xlsx: 2 kept\n")
    bring(hub, "courses.xlsx", workbook(rows), "--force", "--dry-run")
    assert hubs.digest(hub) == before
    assert bring(hub, "courses.xlsx", workbook(rows), "--force").stderr == "courses.xlsx: 2 changed\n"
    assert entry(hub, WELDING)["workload_hours"] == 48


@pytest.mark.parametrize(
    ("field", "value", "code", "cell"),
    [
        ("type", "Kurs", "unknown-value", "G2"),
        ("provider", "nobody", "unknown-provider", "F2"),
        ("summary", "", "missing-field", "D2"),
        ("sessions__1__start", "31.2.2027", "bad-moment", "R2"),
        ("skills", "welding: wizard", "unknown-value", "K2"),
        ("price__amount", "much", "wrong-type", "O2"),
        ("url", "school", "bad-web-address", "E2"),
        ("id", "Ä b", "file-name", "A2"),
        ("regions", "tyrol; atlantis", "unknown-region", "J2"),
    ],
)
def test_a_mistake_is_told_at_its_cell(hub: Path, field: str, value: str, code: str, cell: str) -> None:
    """In the words of the check, with its code; the row is not imported, the others are."""
    rows = [a_row(**{field: value}), a_row(title="Sound", url="https://other.example.org/")]
    ran = bring(hub, "courses.xlsx", workbook(rows))
    assert ran.exit_code == 1
    assert f"error {code}: " in ran.stdout
    assert f"--> courses.xlsx Courses!{cell}\n" in ran.stdout
    assert ran.stderr == "courses.xlsx: 1 new, 1 with mistakes, not imported\n"
    assert check(hub).exit_code == 0


def test_a_column_that_is_no_field_is_named(hub: Path) -> None:
    """With the field that was meant; it is only a warning."""
    ran = bring(hub, "courses.csv", csv_text([{**a_row(), "tag": "metal"}]))
    assert ran.exit_code == 0
    assert (
        "warning unknown-field: there is no field 'tag'; the column is not imported\n  --> courses.csv V1" in ran.stdout
    )
    assert "did you mean 'tags'?" in ran.stdout


@pytest.mark.parametrize(
    ("encoding", "delimiter", "says"),
    [
        ("utf-8", ",", False), ("utf-8-sig", ";", False), ("utf-16", "\t", False), ("cp1252", ";", True),
    ],
)  # fmt: skip
def test_csv_of_every_program(hub: Path, encoding: str, delimiter: str, says: bool) -> None:
    """Whatever parts the cells, in whatever encoding; a guess is said to be one."""
    row = a_row(title="Grüße", outcomes="=1+1; Ein „Satz“, und noch einer\nZwei")
    ran = bring(hub, "courses.csv", csv_text([row], delimiter).encode(encoding))
    assert ran.exit_code == 0, ran.output
    assert ("Windows-1252" in ran.stderr) is says
    made = entry(hub, "content/courses/gruesse.yml")
    assert made["outcomes"] == ["=1+1", "Ein „Satz“, und noch einer", "Zwei"]


def test_ids_are_made_and_kept_apart(hub: Path) -> None:
    """From the title; what tells two of one title apart is added; a title that has no Latin letter gets a number."""
    rows = [
        a_row(title="Basics", provider="school"),
        a_row(title="Basics", provider="cluster", url="https://cluster.example.org/"),
        a_row(title="Ασφάλεια υψηλής τάσης", url="https://greek.example.org/"),
    ]
    ran = bring(hub, "courses.xlsx", workbook(rows))
    assert ran.stderr == "courses.xlsx: 3 new\n", ran.output
    names = {path.stem for path in (hub / "content/courses").glob("*.yml")}
    assert {"basics-school", "basics-cluster"} <= names
    assert [name for name in names if name.startswith("course-") and len(name) == 15]
    rows = [a_row(id="same"), a_row(id="same", title="Another", url="https://b.example.org/")]
    ran = bring(hub, "courses.xlsx", workbook(rows))
    assert "error twin-name" in ran.stdout
    assert "Courses!A3" in ran.stdout


def test_non_latin_rows(hub: Path) -> None:
    """Any script, from right to left too."""
    bring(hub, "courses.csv", csv_text([a_row(id="many", title="焊接 عربي Ζωή", summary="日本語の要約")]))
    assert entry(hub, "content/courses/many.yml")["title"]["en"] == "焊接 عربي Ζωή"
    assert check(hub).exit_code == 0


def test_the_rows_of_an_unknown_kind(hub: Path) -> None:
    """Nobody guesses what a row is: a wrong call."""
    ran = bring(hub, "list.csv", csv_text([a_row()]))
    assert (ran.exit_code, "--kind" in ran.stderr) == (2, True)
    assert bring(hub, "list.xlsx", workbook([a_row()], "Sheet1")).exit_code == 2
    assert bring(hub, "list.pdf", b"%PDF").exit_code == 2
    assert bring(hub, "courses.csv", b"").exit_code == 2


def test_an_entry_that_is_there_is_not_imported_again(hub: Path) -> None:
    """Under another id it would be a mistake in a file of somebody else: it is told here instead."""
    row = a_row(id="another", title="Welding", mode="onsite", provider="school")
    del row["title.de"], row["sessions.1.place"]
    ran = bring(hub, "courses.xlsx", workbook([row]))
    assert ran.exit_code == 1
    assert "error same-course-twice: together with content/courses/welding.yml" in ran.stdout, ran.output
    assert check(hub).exit_code == 0


MAPPING = """
clean: [spaces]
skip:
  - when: {State: [closed]}
entries:
  - kind: provider
    id: {from: "{School}", slug: true}
    shared: true
    fields:
      legal_name: "{School}"
      summary: "A school in {Town}."
      type: school
      country: AT
      region: tyrol
      homepage: {from: "{Web}", replace: {"^(?!https://)": "https://"}}
  - kind: course
    fields:
      title: "{Name}"
      summary: {from: "{Text}", cut: 40}
      url: {from: "{Web}", replace: {"^(?!https://)": "https://"}}
      provider: {from: "{School}", slug: true}
      type: course
      mode: {one_of: [{from: online, when: {Remote: "yes"}}, onsite]}
      languages: [en]
      regions: [tyrol]
      skills: [{skill: welding, level: {from: "{Level}", map: {"1": awareness, "2": expert}}}]
      outcomes: [{from: "{A}"}, "{B}"]
      isced_f: [{from: "{Field}", fill: 4}]
      price: {category: paid, amount: {from: "{Cost}", number: true}, currency: EUR}
      workload_hours: "{Hours}"
"""
TABLE = (
    "School,Town,Web,Name,Text,Remote,Level,A,B,Field,Cost,Hours,State\n"
    'Own  School,Hall,own.example.org,First steps,"A long text, much longer than it can be here, in fact",yes,1,'
    'Begin,,715,"$1,200.50",16,\n'
    "Own School,Hall,own.example.org,Next steps,Short,no,2,Go on,And on,0715,480,x,\n"
    "Own School,Hall,own.example.org,Old steps,Short,no,2,Go on,And on,0715,480,8,closed\n"
)


def test_a_mapping_file(hub: Path) -> None:
    """Columns of any name become fields of several entries; a mistake is told at the cell that its value came from."""
    hubs.put(hub.parent, "mapping.yml", MAPPING)
    ran = bring(hub, "list.csv", TABLE, "--mapping", str(hub.parent / "mapping.yml"))
    assert ran.exit_code == 1
    assert "--> list.csv L3" in ran.stdout, ran.output
    assert ran.stderr == "list.csv: 2 new, 1 with mistakes, not imported\n"
    made = entry(hub, "content/courses/first-steps.yml")
    assert (made["mode"], made["price"]["amount"], made["outcomes"]) == ("online", 1200.5, ["Begin"])
    assert made["summary"].endswith(" …")
    assert entry(hub, "content/providers/own-school.yml")["homepage"] == "https://own.example.org"
    assert check(hub).exit_code == 0


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("entries: []", "needs 'entries'"),
        ("entres: []", "there is no 'entres' here. Did you mean 'entries'?"),
        ("entries: [{kind: curse, fields: {a: b}}]", "'kind' is one of course"),
        ("entries: [{kind: course}]", "'kind' and 'fields' are needed"),
        ('entries: [{kind: course, fields: {title: {from: "{x}", cutt: 3}}}]', "Did you mean 'cut'?"),
        ('entries: [{kind: course, fields: {title: {from: "{x}", map: 3}}}]', "needs a table"),
        ('entries: [{kind: course, fields: {title: "{Nam}"}}]', "names a column 'Nam'"),
        ("a: b: c", "has mistakes"),
    ],
)
def test_a_mapping_file_with_a_mistake(hub: Path, text: str, says: str) -> None:
    """2, and a sentence that says where."""
    hubs.put(hub.parent, "mapping.yml", text)
    ran = bring(hub, "list.csv", TABLE, "--mapping", str(hub.parent / "mapping.yml"))
    assert (ran.exit_code, says in ran.stderr) == (2, True), ran.stderr


def test_mappings_are_judged_before_rows() -> None:
    """A mapping is refused even where no row would have used the wrong step."""
    with pytest.raises(CannotImport):
        mapped({"entries": [{"kind": "course", "fields": {"title": {"one_of": [{"from": "x", "shout": True}]}}}]})


def test_fields_for_all(hub: Path) -> None:
    """--set gives every entry a field that its row has not."""
    row = a_row(title="Given")
    del row["isced_f"], row["languages"]
    ran = bring(hub, "courses.csv", csv_text([row]), "--set", "isced_f=0715", "--set", "languages=[de, en]")
    assert ran.exit_code == 0, ran.output
    assert entry(hub, "content/courses/given.yml")["languages"] == ["de", "en"]


@pytest.mark.parametrize("page", ["command-line.md", "command-line.de.md"])
def test_the_handbook_shows_a_sound_mapping(page: str) -> None:
    """The example of the handbook is one that import takes."""
    text = (REPO / "docs/contribute" / page).read_text("utf-8")
    (example,) = [block for block in re.findall(r"```yaml\n(.*?)```", text, re.DOTALL) if "entries:" in block]
    value = judge("mapping.yml", example.encode())
    assert isinstance(value, dict), value
    assert [each["kind"] for each in mapped(value).entries] == ["provider", "course"]
