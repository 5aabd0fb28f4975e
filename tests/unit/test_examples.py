"""The files in tests/examples: the sound hub has no problem, and each bad file has the problems that it announces.

A bad file opens with a comment: ``# expect: unknown-field 9:1``. It is put into the sound hub, which is then checked.
What the report says of it stands in tests/examples/reports, and in the handbook. To accept new words:
``SKILLSHUB_BLESS=1 python -m pytest tests/unit/test_examples.py``, and read what git shows as changed.
"""

from __future__ import annotations

import ast
import os
import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from skillshub import guide, rules
from skillshub.checking import check
from skillshub.model import FOLDERS
from skillshub.problems import Problem
from skillshub.reporting import report
from skillshub.schemas import Schemas
from skillshub.wording.manual import MANUAL
from skillshub.wording.manual_of_files import MANUAL_OF_FILES
from skillshub.wording.manual_of_hubs import MANUAL_OF_HUBS

REPO = Path(__file__).parents[2]
EXAMPLES = REPO / "tests" / "examples"
TODAY = date(2027, 1, 15)
BAD = sorted(path.relative_to(EXAMPLES / "bad").as_posix() for path in (EXAMPLES / "bad").rglob("*") if path.is_file())

NOT_ABOUT_THE_CONTENT_OF_A_FILE = frozenset({"address-taken", "no-file", "no-content", "not-a-file", "unreadable"})
"""Missing files, links and permissions: nothing that a file in git can show. The tests of ``sources`` make them."""


@pytest.fixture(scope="session")
def schemas() -> Schemas:
    return Schemas.load(REPO / "schema")


@pytest.fixture(scope="session")
def sound_hub(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the sound hub, into which one bad file at a time is put."""
    return Path(shutil.copytree(EXAMPLES / "good", tmp_path_factory.mktemp("hub") / "hub"))


def problems_in(hub: Path, schemas: Schemas) -> tuple[Problem, ...]:
    return check(hub, schemas, TODAY)[0].problems


def with_bad_file(hub: Path, name: str, schemas: Schemas) -> tuple[Problem, ...]:
    guest = hub / "content" / name
    shutil.copyfile(EXAMPLES / "bad" / name, guest)
    try:
        return problems_in(hub, schemas)
    finally:
        guest.unlink()


def expected(name: str) -> list[str]:
    """What the first line of the file announces, whatever the file is encoded in."""
    content = (EXAMPLES / "bad" / name).read_bytes()
    first_line = content.replace(b"\0", b"").split(b"\n")[0].decode("ascii", "ignore")
    announced = re.fullmatch(r"# expect: (.+)", first_line.strip())
    assert announced, f"{name} does not open with '# expect: code line:column'"
    return announced[1].split(", ")


def test_the_sound_hub_has_no_problem(sound_hub: Path, schemas: Schemas) -> None:
    """A small hub with entries of all eight kinds passes without an error or a warning."""
    assert not problems_in(sound_hub, schemas)
    assert all(any(folder.glob("*.yml")) for folder in (sound_hub / "content").iterdir())
    assert len(list((sound_hub / "content").iterdir())) == 8


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_has_exactly_the_problems_that_it_announces(name: str, sound_hub: Path, schemas: Schemas) -> None:
    """No more and no fewer, each at its line and column, and none in any other file."""
    found = with_bad_file(sound_hub, name, schemas)
    assert [f"{one.code} {one.place.line}:{one.place.column}" for one in found] == expected(name)
    assert {one.path for one in found} == {f"content/{name}"}


@pytest.mark.parametrize("name", BAD)
def test_the_report_of_a_bad_file_is_the_one_in_the_handbook(name: str, sound_hub: Path, schemas: Schemas) -> None:
    """The words are those in tests/examples/reports, to the letter."""
    found = with_bad_file(sound_hub, name, schemas)
    said = report(found).rsplit("\n\n", 1)[0] + "\n"
    kept = EXAMPLES / "reports" / f"{name}.txt"
    if os.environ.get("SKILLSHUB_BLESS"):
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(said, "utf-8")
    assert said == kept.read_text("utf-8"), "new words? SKILLSHUB_BLESS=1 accepts them"


def test_no_report_is_left_over() -> None:
    """Each report belongs to a bad file that is still there."""
    kept = (path.relative_to(EXAMPLES / "reports").as_posix() for path in (EXAMPLES / "reports").rglob("*.txt"))
    assert sorted(kept) == sorted(f"{name}.txt" for name in BAD)


def test_there_are_many_bad_files() -> None:
    """Sixty at least."""
    assert len(BAD) >= 60


def codes_in(folder: Path) -> Iterator[str]:
    """Every code that the rooms below a folder can give, as far as they spell it out."""
    for path in sorted(folder.rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
            name = call.func.id if isinstance(call.func, ast.Name) else ""
            at = {"Fault": 3, "_at": 1}.get(name)
            words = [call.args[at]] if at is not None and len(call.args) > at else []
            words += [keyword.value for keyword in call.keywords if keyword.arg == "code"]
            yield from (word.value for word in words if isinstance(word, ast.Constant) and isinstance(word.value, str))


HOUSE = REPO / "generator" / "skillshub"


def test_every_code_of_the_reader_has_a_manual() -> None:
    """What ``sources`` can say is explained, and nothing else is explained as if it could."""
    said_in_variables = {"byte-order-mark", "line-separator", "hidden-direction", "control-character"}
    assert {*codes_in(HOUSE / "sources"), *said_in_variables} == set(MANUAL_OF_FILES)


def test_every_code_of_the_wording_has_a_manual() -> None:
    """What ``wording`` can say is explained, and nothing else is explained as if it could."""
    said_in_variables = {"bad-date", "bad-moment", "unknown-value", "unknown-language", "unknown-country"}
    assert {*codes_in(HOUSE / "wording"), *said_in_variables} == set(MANUAL)


def test_every_other_code_has_a_manual() -> None:
    """What the check of the hub itself and of its hand-written pages can say is explained."""
    others = {*codes_in(HOUSE / "docs_engine"), "missing-settings", "docs-missing-shell"}
    assert others == set(MANUAL_OF_HUBS)


def test_every_code_has_an_example() -> None:
    """Each code about entries occurs in a bad file."""
    shown = {one.split(" ")[0] for name in BAD for one in expected(name)}
    known = {*MANUAL_OF_FILES, *MANUAL, *rules.MANUAL} - NOT_ABOUT_THE_CONTENT_OF_A_FILE
    assert shown == known


def test_the_handbook_shows_every_example_and_explains_every_code() -> None:
    """The page of rules has a heading for each code, a paragraph below it, and the report of each bad file."""
    examples = guide.examples_in(EXAMPLES / "reports")
    page = guide.rules_page(examples)
    assert len(examples) == len(BAD)
    for code in (*MANUAL_OF_FILES, *MANUAL, *rules.MANUAL, *MANUAL_OF_HUBS):
        assert re.search(rf"^### {code} \{{ #{code} \}}\n\n\w.+", page, re.MULTILINE), code
    for example in examples:
        assert example.report in page


def test_the_handbook_lists_every_field(schemas: Schemas) -> None:
    """The page of fields has each field of each kind, the inner ones too."""
    page = guide.fields_page(schemas)
    for anchor in ("course-title", "course-sessions-registration_deadline", "region-needs-source-title", "skill-kind"):
        assert f"#{anchor} }}" in page
    for kind in schemas.kinds:
        for name in schemas.fields(kind).fields if kind in FOLDERS else ():
            assert f"`{name}`{{ #{kind}-{name} }}" in page
