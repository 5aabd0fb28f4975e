"""An issue becomes a pull request, by a bot that believes none of it. A bare repository plays the forge."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.forge.plays import Play
from tests.unit.hubs import put

BODY = (
    "### Title\n\nStorage; touch owned `touch owned` $(touch owned)\n\n### Summary\n\nChoose a battery.\n\n"
    "### Web page\n\nhttps://school.example.org/storage\n\n### Provider\n\nSample School\n\n### Type\n\nCourse\n\n"
    "### Mode\n\nOn site\n\n### Languages\n\nGerman\n\n### Regions\n\nTyrol\n\n"
    "### Skills\n\nphotovoltaic-installation, practitioner\n\n### Learning outcomes\n\nChoose a battery\n\n"
    "### Fields of education\n\n0713\n\n### Price: Category\n\nFree\n\n### Workload in hours\n\n8\n"
)

GH = """\
#!/bin/sh
printf '%s\\n' "$*" >>"$GH_FOLDER/asked"
case "$*" in
  "pr list "*) cat "$GH_FOLDER/open" 2>/dev/null || true ;;
  "issue comment "*"--edit-last"*) exit 1 ;;
esac
"""


def written(play: Play, hub: Path, text: str, labels: str = "entry,entry: course") -> subprocess.CompletedProcess[str]:
    event = put(play.folder, "event.json", json.dumps({"issue": {"body": text}}))
    return play.script("from-issue", "../out", at=hub, LABELS=labels, NUMBER="7", GITHUB_EVENT_PATH=str(event))


def proposed(play: Play, hub: Path) -> subprocess.CompletedProcess[str]:
    put(play.bin, "gh", GH).chmod(0o755)
    here = {"GH_FOLDER": str(play.folder), "GH_TOKEN": "none", "REPOSITORY": "our/hub", "NUMBER": "7", "BASE": "main"}
    return play.script("propose", "../out", at=hub, **here)


def test_an_issue_becomes_a_pull_request(play: Play) -> None:
    """The entry lies on a branch of its own, a pull request is opened, checked, and the issue is answered."""
    hub = play.clone("hub")
    ran = written(play, hub, BODY)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    play.git("clean", "--quiet", "--force", at=hub)  # the second job has a clone of its own
    ran = proposed(play, hub)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    path = "content/courses/storage-touch-owned-touch-owned-touch-owned.yml"
    assert play.git("diff", "--name-only", "main", "entry/issue-7", at=play.forge) == path
    asked = (play.folder / "asked").read_text()
    assert f"pr create --base main --head entry/issue-7 --title Add {path}" in asked
    assert "workflow run check.yml --ref entry/issue-7" in asked
    assert "issue comment 7 --body-file" in asked
    assert not list(play.folder.rglob("owned"))


def test_a_mistake_is_answered(play: Play) -> None:
    """What the check says of the answers stands in the pull request and below the issue."""
    hub = play.clone("hub")
    assert written(play, hub, BODY.replace("Tyrol", "Tirol")).returncode == 0
    play.git("clean", "--quiet", "--force", at=hub)
    assert proposed(play, hub).returncode == 0
    for name in ("body.md", "answer.md"):
        assert "There is no region 'tirol'" in (play.folder / "out" / name).read_text()


def test_an_edited_issue_takes_the_place_of_the_first(play: Play) -> None:
    """The bot renews what is its own, and leaves a branch to people who have worked on it."""
    hub = play.clone("hub")
    for text in (BODY, BODY.replace("Storage; touch owned `touch owned` $(touch owned)", "Batteries")):
        assert written(play, hub, text).returncode == 0
        play.git("clean", "--quiet", "--force", at=hub)
        assert proposed(play, hub).returncode == 0
        play.git("switch", "--quiet", "main", at=hub)
    assert play.git("diff", "--name-only", "main", "entry/issue-7", at=play.forge) == "content/courses/batteries.yml"
    other = play.clone("other")
    play.git("switch", "--quiet", "entry/issue-7", at=other)
    put(other, "content/courses/batteries.yml", "title: Ours\n")
    theirs = play.commit(other, "By a person")
    play.git("push", "--quiet", at=other)
    assert "it is left to them" in proposed(play, hub).stdout
    assert play.git("rev-parse", "entry/issue-7", at=play.forge) == theirs


@pytest.mark.parametrize(
    "path",
    ["../../x.yml", "content/courses/../../x.yml", ".github/workflows/x.yml", "content/courses/a.yml\nx", "", "-x",
     "content/regions/tyrol.yml", "content/courses/first-solar-roof.yml", "content/courses/A.yml"],
)  # fmt: skip
def test_a_forged_path(play: Play, path: str) -> None:
    """Only a new file of an entry is proposed, whatever the first job has left."""
    hub = play.clone("hub")
    for name, text in {"path": path, "entry.yml": "title: x\n", "report.md": "Well\n"}.items():
        put(play.folder / "out", name, text)
    ran = proposed(play, hub)
    ours = play.git("branch", "--list", "entry/*", at=play.forge)
    assert (ran.returncode, ours) == (1, "") or path == "content/courses/a.yml\nx"


def test_a_link_is_not_proposed(play: Play) -> None:
    """An artefact may hold a link to a file of the machine."""
    hub = play.clone("hub")
    put(play.folder / "out", "path", "content/courses/a.yml")
    put(play.folder / "out", "report.md", "Well\n")
    (play.folder / "out/entry.yml").symlink_to(play.forge / "config")
    assert proposed(play, hub).returncode == 1


def test_an_issue_of_no_kind(play: Play) -> None:
    """Without a label that says the kind, nothing is written."""
    hub = play.clone("hub")
    assert written(play, hub, BODY, labels="entry,entry: coursex").returncode == 1
    assert play.git("status", "--short", at=hub) == ""


@pytest.mark.parametrize(
    ("answer", "there", "code"),
    [
        ("404", "", 0),
        ("200", "<html>", 0),
        ("200", json.dumps({"version": 1, "commit": "", "entries": [f"courses/{one}" for one in range(99)]}), 2),
        ("503", "", 1),
        ("", "", 1),
    ],
)
def test_a_site_may_be_replaced(play: Play, answer: str, there: str, code: int) -> None:
    """Where nobody can tell what stands there, or too much would be gone, nothing is published."""
    hub = play.clone("hub")
    built = play.run(str(play.bin / "skillshub"), "build", "--site", "../site", at=hub)
    assert built.returncode == 0, built.stderr
    put(play.folder, "there", there)
    curl = '#!/bin/sh\nwhile [ "$1" != --output ]; do shift; done\ncp "$THERE" "$2"\nprintf "%s" "$ANSWER"\n'
    put(play.bin, "curl", curl).chmod(0o755)
    here = {"ANSWER": answer, "THERE": str(play.folder / "there")}
    ran = play.script("may-replace", "../site", "https://hub.example.org/", at=hub, **here)
    assert ran.returncode == code, ran.stdout + ran.stderr
    if code == 2:
        assert play.script(
            "may-replace", "../site", "https://hub.example.org/", at=hub, ALLOW_LOSS="true", **here
        ).returncode == 0  # fmt: skip
