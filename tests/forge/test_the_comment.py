"""The comment is posted by a job that may write, so nothing that a pull request made of it is believed."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.unit.commands import REPO
from tests.unit.hubs import put

MARK = "<!-- skillshub review -->\n"
HONEST = f"{MARK}## Sound\n\n| `a.yml` | new |\n**T** · new<br>x @<!-- -->name \\!\\[x\\] (https:<!-- -->//x.org)\n"
ALLOWED = ("https://forge.example.org/our/hub/", "https://hub.example.org/")

# What the job asks the forge, answered from a folder; what it would send is kept there.
GH = """\
#!/bin/sh
printf '%s\\n' "$*" >>"$GH_FOLDER/asked"
case "$*" in
  *"/pulls "*) cat "$GH_FOLDER/number" ;;
  *"/artifacts "*) wc -c <"$GH_FOLDER/comment.md" ;;
  "run download "*) for folder; do :; done; cp -P "$GH_FOLDER/comment.md" "$folder/" ;;
  *"--paginate"*) cat "$GH_FOLDER/old" ;;
  *"body=@"*) for body; do :; done; cp "${body#body=@}" "$GH_FOLDER/posted" ;;
esac
"""


def postable(folder: Path, text: str | bytes) -> subprocess.CompletedProcess[str]:
    file = put(folder, "comment.md", text)
    command = [sys.executable, str(REPO / ".ci/postable.py"), str(file), *ALLOWED]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_an_honest_comment(tmp_path: Path) -> None:
    """What a review writes may be posted, with links to the site and to the forge."""
    linked = (
        f"{HONEST}[a](https://hub.example.org/x/#y) [p](https://forge.example.org/our/hub/actions/runs/1#artifacts)"
    )
    assert postable(tmp_path, linked).returncode == 0


@pytest.mark.parametrize(
    "text",
    [
        "no mark",
        f" {HONEST}",
        f"{HONEST}![x](https://hub.example.org/x.png)",
        f"{HONEST}\\\\![x](https://hub.example.org/x.png)",
        f"{HONEST}<img src=x>",
        f"{HONEST}<details>",
        f"{HONEST}<!-- hidden -->",
        f"{HONEST}<!<br>-- hidden -->",
        f"{HONEST}@admin",
        f"{HONEST}a <br>@admin",
        f"{HONEST}[x](https://evil.example/)",
        f"{HONEST}[x](javascript:x)",
        f"{HONEST}[x](//evil.example)",
        f"{HONEST}[x](https://hub.example.org.evil.example/)",
        f"{HONEST}[x][y]\n\n[y]: https://evil.example",
        f"{HONEST}> [x][y]\n>\n> [y]: //evil.example",
        f'{HONEST}[x](//evil.example "x")',
        f"{HONEST}[x]( //evil.example)",
        f"{HONEST}https://evil.example",
        f"{HONEST}\n/merge",
        f"{HONEST}\u202e",
        f"{HONEST}\x00",
        HONEST + "x" * 65_000,
        HONEST.encode() + b"\xff" * 400_000,
    ],
)  # fmt: skip
def test_a_forged_comment(tmp_path: Path, text: str | bytes) -> None:
    """Whatever else a text holds, it is refused with a reason."""
    ran = postable(tmp_path, text)
    assert (ran.returncode, ran.stderr.startswith("Not posted: ")) == (1, True), ran.stderr


def test_a_link_is_no_comment(tmp_path: Path) -> None:
    """An artefact may hold a link to a file of the machine; that is not followed."""
    put(tmp_path, "secret", HONEST)
    (tmp_path / "comment.md").symlink_to(tmp_path / "secret")
    command = [sys.executable, str(REPO / ".ci/postable.py"), str(tmp_path / "comment.md"), *ALLOWED]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 1


def posting(folder: Path, comment: str, number: str = "12", old: str = "") -> subprocess.CompletedProcess[str]:
    """The script of the job, with a forge that is a folder."""
    for name, text in {"comment.md": comment, "number": number, "old": old}.items():
        put(folder, name, text)
    put(folder, "bin/gh", GH).chmod(stat.S_IRWXU)
    here = {
        "PATH": f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "GH_FOLDER": str(folder), "GH_TOKEN": "none", "REPOSITORY": "our/hub", "SERVER": "https://forge.example.org",
        "RUN": "7", "HEAD_OWNER": "stranger", "HEAD_BRANCH": "x; touch $GH_FOLDER/owned", "HEAD_SHA": "a" * 40,
    }  # fmt: skip
    script = ["sh", str(REPO / ".ci/comment")]
    return subprocess.run(script, cwd=REPO, env=here, capture_output=True, text=True, check=False)


def test_the_first_comment(tmp_path: Path) -> None:
    """It is posted as it is, below the pull request that has the commit at its head; names run no commands."""
    ran = posting(tmp_path, HONEST)
    assert ran.returncode == 0, ran.stderr
    assert (tmp_path / "posted").read_text() == HONEST
    assert "repos/our/hub/issues/12/comments" in (tmp_path / "asked").read_text().splitlines()[-1]
    assert not (tmp_path / "owned").exists()


def test_a_further_comment_takes_the_place_of_the_first(tmp_path: Path) -> None:
    """There is one comment, however often a change is checked."""
    assert posting(tmp_path, HONEST, old="99").returncode == 0
    assert "--method PATCH repos/our/hub/issues/comments/99" in (tmp_path / "asked").read_text().splitlines()[-1]


@pytest.mark.parametrize("number", ["", "../../x", "12; rm"])
def test_no_pull_request(tmp_path: Path, number: str) -> None:
    """Where no open pull request has the commit, nothing is posted, and that is no failure."""
    assert posting(tmp_path, HONEST, number=number).returncode == 0
    assert not (tmp_path / "posted").exists()


def test_a_forged_comment_is_not_posted(tmp_path: Path) -> None:
    """The job is red, and nothing stands below the pull request."""
    assert posting(tmp_path, f"{HONEST}@everyone").returncode == 1
    assert not (tmp_path / "posted").exists()
    assert json.dumps("body=@") not in (tmp_path / "asked").read_text()


@pytest.mark.parametrize(
    ("line", "address"),
    [
        ("site_url: https://x.org/a/ # where", "https://x.org/a/"),
        ('site_url: "https://x.org"', "https://x.org/"),
        ("site_url: https://x.org/a", "https://x.org/a/"),
        ("site_name: x", ""),
    ],
)
def test_where_the_site_stands(tmp_path: Path, line: str, address: str) -> None:
    """With a slash at its end, so that no longer name of a host passes for it."""
    put(tmp_path, "mkdocs.yml", f"x: 1\n{line}\n")
    script = ["sh", str(REPO / ".ci/site-url")]
    assert subprocess.run(script, cwd=tmp_path, capture_output=True, text=True, check=True).stdout.strip() == address
