"""What a change does to a hub: it answers for what it touched or broke, and no published address is lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from skillshub.build import schema_folder
from skillshub.changes import compared, judged
from skillshub.checking import check
from skillshub.history import NoHistory
from skillshub.problems import Problem
from skillshub.schemas import Schemas
from skillshub.wording.manual_of_changes import CALLOUTS, MANUAL_OF_CHANGES
from tests.unit import hubs, repositories
from tests.unit.repositories import commit, git

SCHEMAS = Schemas.load(schema_folder())
MOVED = "content/moved.yml"
Said = set[tuple[str, str, str]]


@pytest.fixture
def hub(tmp_path: Path) -> Path:
    school = hubs.entries()["providers/school"]
    return repositories.lay_out(tmp_path / "hub", **{"providers/school": {**school, "maintainers": ["@Ada", "bob"]}})


def problems(hub: Path, since: str = "main", actor: str = "") -> tuple[Problem, ...]:
    now, _ = check(hub, SCHEMAS, hubs.TODAY)
    return judged(compared(hub, SCHEMAS, now, since), actor)


def said(hub: Path, **more: str) -> Said:
    return {(one.severity, one.code, one.path.removeprefix("content/")) for one in problems(hub, **more)}


def course(**fields: Any) -> hubs.Fields:
    return hubs.a_course(title="Welding 2", **fields)


def remove(hub: Path, *names: str) -> None:
    for name in names:
        (hub / f"content/{name}.yml").unlink()


# What fails


def test_no_change_says_nothing(hub: Path) -> None:
    """Neither of the hub nor of itself."""
    assert said(hub) == set()


def test_what_was_wrong_elsewhere_is_only_told(hub: Path) -> None:
    """An error of the branch that nobody touched is a warning, and stands behind what was touched."""
    git(hub, "checkout", "-q", "main")
    hubs.write_entry(hub, "courses/advice", {"title": "Nothing else"})
    commit(hub)
    git(hub, "checkout", "-q", "-B", "change")
    hubs.write_entry(hub, "courses/welding-2", course(langage="en"))
    found = problems(hub)
    assert found[0].path == "content/courses/welding-2.yml"
    assert {one.severity for one in found if one.path == "content/courses/advice.yml"} == {"warning"}
    assert {one.severity for one in found if one.path == "content/courses/welding-2.yml"} == {"error"}


def test_an_old_error_in_a_touched_file_fails(hub: Path) -> None:
    """Whoever edits an entry leaves it sound."""
    git(hub, "checkout", "-q", "main")
    hubs.write_entry(hub, "courses/advice", {"title": "Nothing else"})
    commit(hub)
    git(hub, "checkout", "-q", "-B", "change")
    hubs.write_entry(hub, "courses/advice", {"title": "Still nothing else"})
    assert ("error", "missing-field", "courses/advice.yml") in said(hub)


def test_a_change_answers_for_what_it_breaks_elsewhere(hub: Path) -> None:
    """Taking away a skill that others name is an error in each of them, though nobody touched them."""
    remove(hub, "skills/welding")
    hubs.put(hub, MOVED, "skills/welding: {gone: Out of use, date: 2027-01-15}\n")
    found = said(hub)
    assert ("error", "unknown-skill", "courses/welding-2.yml") in found
    assert ("error", "unknown-skill", "events/visit.yml") in found


@pytest.mark.parametrize("step", ["edited", "staged", "committed"])
def test_a_change_is_seen_at_every_step(hub: Path, step: str) -> None:
    """Only edited, staged, committed: a check before the commit says what the one after it says."""
    hubs.write_entry(hub, "courses/welding-2", course(langage="en"))
    hubs.write_entry(hub, "courses/new", hubs.a_course(title="New", provider="nobody"))
    steps: dict[str, Callable[[], object]] = {
        "edited": lambda: None,
        "staged": lambda: git(hub, "add", "-A"),
        "committed": lambda: commit(hub),
    }
    steps[step]()
    assert said(hub) == {
        ("error", "unknown-field", "courses/welding-2.yml"),
        ("error", "unknown-provider", "courses/new.yml"),
    }


def test_what_others_did_meanwhile_is_not_ours(hub: Path) -> None:
    """The branch went on: its new entries are not lost by a change that does not have them."""
    git(hub, "checkout", "-q", "main")
    hubs.write_entry(hub, "courses/new", hubs.a_course(title="New"))
    commit(hub)
    git(hub, "checkout", "-q", "change")
    hubs.write_entry(hub, "courses/other", hubs.a_course(title="Other"))
    assert said(hub) == set()


def test_a_commit_that_nobody_knows(hub: Path) -> None:
    """A sentence that says what to do, whatever the name; it is no option of git."""
    for name in ("nowhere", "--output=x", "-1", ""):
        with pytest.raises(NoHistory, match="fetch it first"):
            problems(hub, since=name)


# Addresses for ever


def example(hub: Path) -> str:
    return next(one.example for one in problems(hub) if one.code == "vanished-address")


def test_a_deleted_entry_leaves_a_line(hub: Path) -> None:
    """Without it the change fails; the hint is the very line, and with it the change passes and is called out."""
    remove(hub, "courses/welding-13")
    commit(hub)
    assert said(hub) == {("error", "vanished-address", "courses/welding-13.yml")}
    assert example(hub) == "courses/welding-13: {gone: No longer offered, date: 2027-01-15}"
    hubs.put(hub, MOVED, example(hub) + "\n")
    assert said(hub) == {("warning", "removed-entry", "courses/welding-13.yml")}


def test_a_renamed_entry_leads_on(hub: Path) -> None:
    """Git sees the new name, and so does the line that is proposed."""
    (hub / "content/courses/welding-13.yml").rename(hub / "content/courses/welding-best.yml")
    commit(hub)
    assert example(hub) == "courses/welding-13: {to: courses/welding-best, date: 2027-01-15}"
    hubs.put(hub, MOVED, example(hub) + "\n")
    assert said(hub) == {("warning", "renamed-entry", "courses/welding-13.yml")}


def test_a_published_entry_is_no_draft_again(hub: Path) -> None:
    """Its page would be gone; a draft that goes was never there."""
    hubs.write_entry(hub, "courses/welding-2", course(status="draft"))
    assert said(hub) == {("error", "vanished-address", "courses/welding-2.yml")}
    commit(hub)
    git(hub, "branch", "-f", "main")
    remove(hub, "courses/welding-2")
    assert said(hub) == set()


def test_the_list_is_never_shortened(hub: Path) -> None:
    """A line that is taken off is proposed again as it was."""
    line = "courses/old: {to: courses/welding, date: 2026-12-24}"
    hubs.put(hub, MOVED, f"{line}\n")
    commit(hub)
    git(hub, "branch", "-f", "main")
    (hub / MOVED).unlink()
    assert said(hub) == {("error", "vanished-address", "moved.yml")}
    assert example(hub) == line


def test_a_broken_list_is_one_mistake(hub: Path) -> None:
    """Not one for each address that stands on it."""
    hubs.put(hub, MOVED, "courses/old: {to: courses/welding, date: 2026-12-24}\n")
    commit(hub)
    git(hub, "branch", "-f", "main")
    hubs.put(hub, MOVED, "courses/old: {to: courses/welding, date: soon}\n")
    assert said(hub) == {("error", "bad-date", "moved.yml")}


# What somebody should see


def test_a_new_provider_is_called_out(hub: Path) -> None:
    """Once, when it comes."""
    hubs.write_entry(hub, "providers/new", {**hubs.entries()["providers/cluster"], "legal_name": "A new one"})
    assert said(hub) == {("warning", "new-provider", "providers/new.yml")}


def test_another_host_is_called_out(hub: Path) -> None:
    """Not another page of the same one, and not the links of a new entry."""
    hubs.write_entry(hub, "courses/welding-2", course(url="https://school.example.org/other"))
    hubs.write_entry(hub, "courses/new", hubs.a_course(title="New", url="https://new.example.org/"))
    assert said(hub) == set()
    hubs.write_entry(hub, "courses/welding-2", course(url="https://evil.example.net/welding"))
    assert said(hub) == {("warning", "new-domain", "courses/welding-2.yml")}
    assert "evil.example.net now, not to school.example.org" in problems(hub)[0].message


# Whose it is


@pytest.mark.parametrize(("actor", "asked"), [("ada", False), ("@BOB", False), ("eve", True)])
def test_an_entry_has_owners(hub: Path, actor: str, asked: bool) -> None:
    """The maintainers of its provider, however they write their names; anybody else is told whom to ask."""
    hubs.write_entry(hub, "courses/welding-2", course(workload_hours=8))
    hubs.write_entry(hub, "regions/tyrol", {**hubs.entries()["regions/tyrol"], "updated": "2026-12-01"})
    found = problems(hub, actor=actor)
    assert [one.code for one in found] == (["not-your-entry"] if asked else [])
    assert all(one.severity == "warning" and "@Ada, @bob" in one.hint for one in found)


def test_owners_are_not_read_from_the_change(hub: Path) -> None:
    """Who makes oneself a maintainer, or takes the entry over to another provider, is asked all the same."""
    school = hubs.entries()["providers/school"]
    hubs.write_entry(hub, "providers/school", {**school, "maintainers": ["eve"]})
    hubs.write_entry(hub, "courses/welding-2", course(provider="cluster"))
    asked = {path for _, code, path in said(hub, actor="eve") if code == "not-your-entry"}
    assert asked == {"providers/school.yml", "courses/welding-2.yml"}


def test_owners_are_those_of_today(hub: Path) -> None:
    """Nobody gets an old right back by starting from an old commit."""
    git(hub, "checkout", "-q", "main")
    hubs.write_entry(hub, "providers/school", {**hubs.entries()["providers/school"], "maintainers": ["carol"]})
    commit(hub)
    git(hub, "checkout", "-q", "change")
    hubs.write_entry(hub, "courses/welding-2", course(workload_hours=8))
    assert {code for _, code, _ in said(hub, actor="ada")} == {"not-your-entry"}
    assert said(hub, actor="carol") == set()


def test_a_new_entry_in_the_name_of_others_is_theirs(hub: Path) -> None:
    """And so is one that is taken away."""
    hubs.write_entry(hub, "courses/new", hubs.a_course(title="New"))
    assert said(hub, actor="eve") == {("warning", "not-your-entry", "courses/new.yml")}
    remove(hub, "courses/new", "courses/welding-13")
    commit(hub)
    assert ("warning", "not-your-entry", "courses/welding-13.yml") in said(hub, actor="eve")


def test_every_code_of_a_change_has_a_manual() -> None:
    """And those that only ask to look are known as such."""
    assert set(CALLOUTS) < set(MANUAL_OF_CHANGES)
    assert all(manual.endswith(".") for manual in MANUAL_OF_CHANGES.values())


def test_a_hub_below_the_root_of_its_repository(tmp_path: Path) -> None:
    """Paths are those of the hub wherever it lies."""
    repository = tmp_path / "repository"
    hub = hubs.lay_out(repository / "sites/hub")
    git(repository, "init", "--quiet", "--initial-branch=main")
    commit(repository)
    git(repository, "checkout", "-q", "-b", "change")
    hubs.write_entry(hub, "courses/welding-2", course(langage="en"))
    hubs.put(repository, "elsewhere.txt", "not ours")
    commit(repository)
    assert said(hub) == {("error", "unknown-field", "courses/welding-2.yml")}
