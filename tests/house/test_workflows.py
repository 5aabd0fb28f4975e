"""What runs on a forge: little rights, nothing of strangers in a command, everything pinned."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.house.rooms import REPO, nobody_breaks

Workflow = Mapping[str, Any]

FOLDERS = (".github/workflows", ".forgejo/workflows", "generator/skillshub/new_hub/dot-github/workflows")
OURS = (
    "example/skills-hub@",
    "example/skills-hub/.github/actions/comment@",
)  # in a new hub: the program itself, at the version that began it
MAY_WRITE = {  # workflow -> job -> what its token may do beyond reading
    "comment.yml": {"comment": {"pull-requests"}},
    "publish.yml": {"deploy": {"pages", "id-token"}},
    "nightly.yml": {"tell": {"issues"}},
    "entry.yml": {"propose": {"contents", "pull-requests", "issues", "actions"}},
}
STRANGERS = re.compile(r"\$\{\{[^}]*\b(?:github|inputs|steps|needs|env|vars)\b[^}]*\}\}")
PINNED = re.compile(r"(?:https://data\.forgejo\.org/)?[\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")


def read(path: Path) -> Workflow:
    """YAML 1.1 takes the word ``on`` for true."""
    value = yaml.safe_load(path.read_text("utf-8"))
    return {("on" if key is True else str(key)): one for key, one in value.items()}


def workflows() -> list[Path]:
    return [path for folder in FOLDERS for path in sorted((REPO / folder).glob("*.yml"))]


def actions() -> list[Path]:
    return [*workflows(), REPO / "action.yml", REPO / ".github/actions/comment/action.yml"]


def steps(workflow: Workflow) -> Iterator[Mapping[str, Any]]:
    jobs = workflow.get("jobs", {"": workflow.get("runs", {})})
    for job in jobs.values():
        yield from job.get("steps", ())


def too_mighty(name: str, workflow: Workflow) -> Iterator[str]:
    """What a token may write: nothing for a workflow, and for a job what MAY_WRITE says."""
    given = workflow.get("permissions")
    if given is None or given not in ({}, {"contents": "read"}):
        yield f"{name}: permissions {given}"
    for job, content in workflow["jobs"].items():
        own = {right for right, level in content.get("permissions", {}).items() if level != "read"}
        for right in sorted(own - MAY_WRITE.get(name, {}).get(job, set())):
            yield f"{name}: {job} may write {right}"


def strangers_in_commands(name: str, workflow: Workflow) -> Iterator[str]:
    """What an event brings goes into a script by its environment, never into its text."""
    for step in steps(workflow):
        for found in STRANGERS.findall(str(step.get("run", ""))):
            yield f"{name}: {found} in a command"


def not_pinned(name: str, text: str) -> Iterator[str]:
    for used in re.findall(r"^\s*(?:- )?uses: (.*)$", text, re.MULTILINE):
        if not (PINNED.fullmatch(used) or used == "./" or used.startswith(OURS)):
            yield f"{name}: {used}"


def without_end(name: str, workflow: Workflow) -> Iterator[str]:
    yield from (f"{name}: {job}" for job, content in workflow["jobs"].items() if "timeout-minutes" not in content)


def keeping_the_token(name: str, workflow: Workflow) -> Iterator[str]:
    """A checkout leaves its token in the clone unless it is told not to."""
    for step in steps(workflow):
        if "actions/checkout@" in step.get("uses", "") and step.get("with", {}).get("persist-credentials") is not False:
            yield f"{name}: a checkout keeps its token"


@pytest.mark.parametrize("path", workflows(), ids=lambda path: str(path.relative_to(REPO)))
def test_a_workflow_is_careful(path: Path) -> None:
    """It may only read, ends some time, keeps no token, and is not started with rights by a stranger's change."""
    workflow = read(path)
    nobody_breaks(
        [
            *too_mighty(path.name, workflow),
            *without_end(path.name, workflow),
            *keeping_the_token(path.name, workflow),
            *(["pull_request_target"] if "pull_request_target" in path.read_text("utf-8") else []),
            *([] if "concurrency" in workflow else [f"{path.name}: runs beside itself"]),
        ]
    )


@pytest.mark.parametrize("path", actions(), ids=lambda path: str(path.relative_to(REPO)))
def test_what_strangers_wrote_is_no_command(path: Path) -> None:
    """And what runs is what was read: actions are pinned by the hash of a commit, with its version beside it."""
    nobody_breaks([*strangers_in_commands(path.name, read(path)), *not_pinned(path.name, path.read_text("utf-8"))])


def test_publishing_takes_turns() -> None:
    """Two runs never publish at once, none is stopped half-way, and only the newest commit is published."""
    for path in workflows():
        if path.name == "publish.yml":
            assert read(path)["concurrency"] == {"group": "publish", "cancel-in-progress": False}, path
    ours = (REPO / ".github/workflows/publish.yml").read_text("utf-8")
    assert ".ci/newest" in ours
    assert "needs.build.outputs.newest == 'true'" in ours


def test_who_may_write_runs_nothing_of_a_pull_request() -> None:
    """The job that posts comments checks out the default branch, and takes from the pull request one file of text."""
    for path in workflows():
        workflow = read(path)
        if "workflow_run" in workflow["on"]:
            (job,) = workflow["jobs"].values()
            checkout, posting = job["steps"]
            assert checkout["with"]["ref"] == "${{ github.event.repository.default_branch }}", path
            assert posting.get("run") == "sh .ci/comment" or posting["uses"].startswith(OURS), path


def test_every_forge_takes_the_same_steps() -> None:
    """GitHub, GitLab and Forgejo call the same scripts and the same commands, which run anywhere."""
    forges = {
        "GitHub": [*(REPO / ".github/workflows").glob("*.yml"), REPO / "action.yml"],
        "GitLab": [REPO / ".gitlab-ci.yml"],
        "Forgejo": [*(REPO / ".forgejo/workflows").glob("*.yml")],
    }
    for forge, paths in forges.items():
        text = "\n".join(path.read_text("utf-8") for path in paths)
        for step in (".ci/change", ".venv/runtime", "skillshub links"):
            assert step in text, f"{forge}: {step}"


@pytest.mark.parametrize(
    ("law", "workflow"),
    [
        (too_mighty, {"jobs": {}}),
        (too_mighty, {"permissions": "write-all", "jobs": {}}),
        (too_mighty, {"permissions": {}, "jobs": {"x": {"permissions": {"contents": "write"}}}}),
        (strangers_in_commands, {"jobs": {"x": {"steps": [{"run": "echo ${{ github.event.issue.title }}"}]}}}),
        (without_end, {"jobs": {"x": {}}}),
        (keeping_the_token, {"jobs": {"x": {"steps": [{"uses": f"actions/checkout@{'0' * 40}"}]}}}),
    ],
)
def test_a_careless_workflow_is_noticed(law: Any, workflow: Workflow) -> None:
    """Each of the laws above can be broken."""
    assert list(law("x.yml", workflow))


@pytest.mark.parametrize("used", ["actions/checkout@v6", "x/y@main", f"x/y@{'0' * 40}", "docker://x"])
def test_an_action_that_can_change_is_noticed(used: str) -> None:
    """A tag, a branch, or a hash that nobody can read, is not pinned."""
    assert list(not_pinned("x.yml", f"      - uses: {used}\n"))
