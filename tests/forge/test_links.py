"""Links that fail become an issue for each provider: one, which is renewed, and closed when they work again."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.unit.commands import REPO
from tests.unit.hubs import put

GH = """\
#!/bin/sh
case "$1 $2" in
  "issue list") cat "$GH_FOLDER/there" ;;
  *) printf '%s | ' "$*" >>"$GH_FOLDER/asked"; cat >>"$GH_FOLDER/asked"; printf '\\n' >>"$GH_FOLDER/asked" ;;
esac
"""


def told(folder: Path, wanted: dict[str, str], there: list[dict[str, object]]) -> list[str]:
    """What the script asks of the forge, line by line."""
    report = {"issues": [{"provider": "x", "title": title, "body": body} for title, body in wanted.items()]}
    put(folder, "report.json", json.dumps(report))
    put(folder, "there", json.dumps(there))
    put(folder, "asked", "")
    put(folder, "bin/gh", GH).chmod(0o755)
    here = {"PATH": f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}", "GH_FOLDER": str(folder)}
    script = [sys.executable, str(REPO / ".ci/link_issues.py"), str(folder / "report.json")]
    subprocess.run(script, env=here, check=True, capture_output=True)
    return (folder / "asked").read_text("utf-8").splitlines()


def test_one_issue_a_provider(tmp_path: Path) -> None:
    """What is new is opened, what differs renewed, what is the same left alone, what works again closed."""
    there = [
        {"number": 1, "title": "Links: school", "body": "old"},
        {"number": 2, "title": "Links: yard", "body": "same\n"},
        {"number": 3, "title": "Links: gone", "body": "old"},
    ]
    wanted = {"Links: school": "new", "Links: yard": "same", "Links: $(touch x)": "@robin these"}
    assert sorted(told(tmp_path, wanted, there)) == [
        "issue close 3 --comment All of these links work again, or are gone. | ",
        "issue create --label links --title Links: $(touch x) --body-file - | @robin these",
        "issue edit 1 --body-file - | new",
    ]


def test_a_night_in_which_all_fails(tmp_path: Path) -> None:
    """When every link fails it is our network: no flood of issues."""
    assert len(told(tmp_path, {f"Links: {number}": "x" for number in range(200)}, [])) == 50
