"""explain: every code has its words in the terminal."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from skillshub import guide
from skillshub.cli import main


def explain(*words: str) -> tuple[int, str]:
    ran = CliRunner().invoke(main, ["explain", *words])
    return ran.exit_code, ran.output


@pytest.mark.parametrize("code", guide.codes())
def test_every_code_is_explained(code: str) -> None:
    """Each code that the check knows is found, and its manual is told without markup."""
    exit_code, told = explain(code)
    assert exit_code == 0
    assert told.startswith(f"{code}\n")
    assert len(told.splitlines()) >= 2
    assert "`" not in told.split("\n\n")[0]


def test_an_example_is_shown() -> None:
    """Where the tests hold a file with the mistake, the report about it is shown."""
    assert "error unknown-field: there is no field" in explain("unknown-field")[1]


def test_an_unknown_code_is_near_a_known_one() -> None:
    """A slip is answered with the code that was meant; a word that is like none, with the way to the list."""
    assert explain("unknown-feild") == (2, "Error: There is no code 'unknown-feild'. Did you mean 'unknown-field'?\n")
    assert "lists all codes" in explain("zzz")[1]


def test_without_a_code_all_are_listed() -> None:
    """Each code, under the chapter that it belongs to."""
    told = explain()[1]
    assert all(f"  {code} " in told for code in guide.codes())
    assert all(title in told for title in guide.CHAPTERS)


def test_no_hub_is_needed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It explains wherever one stands."""
    monkeypatch.chdir(tmp_path)
    assert explain("tab")[0] == 0
