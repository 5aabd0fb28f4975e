"""A pull request, from the fork to the published site, played with git alone: no forge, no network.

A bare repository stands for the forge. The steps are those of the workflows: the same scripts in ``.ci``, which call
the same ``skillshub``. What a forge would do (run the check, post the comment, merge) is done here by hand.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

from tests.forge.plays import Play
from tests.unit.commands import REPO
from tests.unit.hubs import put

COURSE = """\
# yaml-language-server: $schema=../../schema/course.schema.json
status: published
updated: 2027-01-10
title: Storage for solar power
summary: Choose a battery for a roof, connect it, and hand it over.
url: https://school.example.org/storage
provider: sample-school
type: course
mode: onsite
languages: [de]
regions: [tyrol]
skills:
  - skill: photovoltaic-installation
    level: practitioner
outcomes:
  - Choose a battery that fits a roof
isced_f: ["0713"]
price: {category: paid, amount: 520, currency: EUR}
workload_hours: 16
sample: true
"""


def test_from_the_fork_to_the_site(play: Play, tmp_path: Path) -> None:
    """A mistake is told on its line, the corrected course passes, is previewed, described, merged and published."""
    fork = play.clone("fork")
    play.git("switch", "--quiet", "--create", "storage", at=fork)
    put(fork, "content/courses/storage.yml", COURSE.replace("tyrol", "tirol"))
    play.commit(fork, "Add a course")
    play.git("push", "--quiet", "origin", "storage", at=fork)

    # The check of a pull request: a clone of its own, annotations, red.
    checked = play.clone("checked")
    play.git("switch", "--quiet", "storage", at=checked)
    ran = play.script("change", "origin/main", "../out", at=checked, GITHUB_ACTIONS="true")
    assert ran.returncode == 1, ran.stdout + ran.stderr
    assert re.search(r"::error file=content/courses/storage\.yml,line=11,.*title=unknown-region::", ran.stdout)
    assert "line 11: **error:** There is no region 'tirol'" in (tmp_path / "out/comment.md").read_text("utf-8")
    assert json.loads((tmp_path / "out/check.json").read_text("utf-8"))["counts"]["errors"] == 1

    # The corrected commit: green, a preview with the new page, and a comment with its card.
    put(fork, "content/courses/storage.yml", COURSE)
    play.commit(fork, "Tyrol, of course")
    play.git("push", "--quiet", "origin", "storage", at=fork)
    play.git("pull", "--quiet", at=checked)
    ran = play.script("change", "origin/main", "../out", at=checked, PREVIEW_URL="https://forge.example.org/runs/7")
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert (tmp_path / "out/site/courses/storage/index.html").is_file()
    comment = (tmp_path / "out/comment.md").read_text("utf-8")
    assert "Sound: no problems in 1 changed file" in comment
    assert "| `content/courses/storage.yml` | new | ✅ |" in comment
    assert "**Storage for solar power** · Course · new" in comment
    assert "[Preview of the whole site](https://forge.example.org/runs/7)" in comment
    allowed = ("https://forge.example.org/", "https://example.org/")
    assert (
        play.run(sys.executable, str(REPO / ".ci/postable.py"), "out/comment.md", *allowed, at=tmp_path).returncode == 0
    )

    # The merge, and the site after it.
    play.git("switch", "--quiet", "main", at=checked)
    play.git("merge", "--quiet", "--no-ff", "--message", "Merge a course", "storage", at=checked)
    play.git("push", "--quiet", "origin", "main", at=checked)
    published = play.clone("published")
    ran = play.script("publish", str(tmp_path / "www"), at=published)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert (tmp_path / "www/courses/storage/index.html").is_file()
    assert (tmp_path / "www.commit").read_text().strip() == play.git("rev-parse", "main", at=play.forge)


def test_the_newest_commit_wins(play: Play, tmp_path: Path) -> None:
    """A run that comes late, for an older commit, leaves the newer site as it is; one that cannot tell refuses."""
    late, www = play.clone("late"), tmp_path / "www"
    fork = play.clone("fork")
    put(fork, "content/courses/storage.yml", COURSE)
    play.commit(fork, "Add a course")
    assert play.script("newest", "origin", "main", at=fork).returncode == 1, "not pushed yet"
    play.git("push", "--quiet", "origin", "main", at=fork)
    assert play.script("newest", "origin", "main", at=fork).returncode == 0
    assert play.script("newest", "origin", "main", at=late).returncode == 1

    assert play.script("publish", str(www), at=fork).returncode == 0
    refused = play.script("publish", str(www), at=late)
    assert (refused.returncode, "does not know" in refused.stderr) == (1, True)
    play.git("fetch", "--quiet", at=late)
    left = play.script("publish", str(www), at=late)
    assert (left.returncode, "Left as it is" in left.stderr) == (0, True)
    assert (www / "courses/storage/index.html").is_file()


def test_a_broken_hub_is_not_published(play: Play, tmp_path: Path) -> None:
    """With an error on the branch, the old site stands, and so does the note of which commit it shows."""
    hub, www = play.clone("hub"), tmp_path / "www"
    assert play.script("publish", str(www), at=hub).returncode == 0
    before = (tmp_path / "www.commit").read_text()
    put(hub, "content/courses/storage.yml", "title: What: now?\n")
    play.commit(hub, "Broken")
    assert play.script("publish", str(www), at=hub).returncode == 1
    assert (tmp_path / "www.commit").read_text() == before
    assert (www / "index.html").is_file()
