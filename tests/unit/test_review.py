"""The comment below a pull request: what it tells, and what no entry can make it do."""

from __future__ import annotations

import html
import re
import subprocess
from pathlib import Path

import pyromark
import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillshub.reporting.escaping import one_line
from skillshub.review import MARK, NoReport, problems_of
from skillshub.review.sheets import LONGEST, Section, code, harmless, together
from tests.unit import hubs
from tests.unit.commands import skillshub

TODAY = "2027-01-15"
_CUT = re.compile("<!-- -->")


def git(folder: Path, *words: str) -> str:
    named = ("-c", "user.name=Robin", "-c", "user.email=robin@example.org", "-c", "init.defaultBranch=main")
    ran = subprocess.run(["git", *named, *words], cwd=folder, capture_output=True, text=True, check=True)
    return ran.stdout.strip()


@pytest.fixture
def hub(tmp_path: Path) -> Path:
    """A sound hub, committed."""
    folder = hubs.lay_out(tmp_path / "hub")
    git(folder, "init", "--quiet")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message", "A hub")
    return folder


def review(hub: Path, *words: str) -> str:
    ran = skillshub("review", "--changed-since", "main", "--today", TODAY, *words, folder=hub)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


@given(st.text() | st.text("@#!~%$&^[]()<>|*_`:/.\\- -wGH12a\n"))
def test_a_strangers_text_is_only_text(text: str) -> None:
    """Rendered, it is one paragraph that reads as the text did: no tag of its own, whatever it holds."""
    shown = re.sub(r"<!--.*?-->", "", pyromark.html(f"x{harmless(text)}x"))
    told = re.fullmatch(r"<p>([^<]*)</p>\n", shown)
    assert told
    assert html.unescape(told[1]) == f"x{one_line(' '.join(text.split()), 300)}x"


@pytest.mark.parametrize(
    "text",
    ["@name", "a@example.org", "#12", "x/y#12", "GH-12", "gh-3", "!7", "~label", "%mile", "$9", "&epic", "^iter",
     "[issue:1", "https://evil.example", "www.evil.example", "o/r@0123456"],
)  # fmt: skip
def test_no_word_is_linked(text: str) -> None:
    """What a forge would look for in the words, a name, a number, an address, is cut in two by what nobody sees."""
    assert _CUT.search(harmless(text))


def test_names_of_files_are_code() -> None:
    """But for a name that could end the code."""
    assert code("content/courses/a-b.yml") == "`content/courses/a-b.yml`"
    assert "`" not in code("content/x`y\n.yml").replace("\\`", "")


def test_a_new_course(hub: Path) -> None:
    """Its file is named as sound, and its card says what decides, with a link into the preview."""
    course = hubs.a_course(title="Forging", sessions=[hubs.a_session("2027-02-01", "2027-02-03")])
    hubs.write_entry(hub, "courses/forging", course)
    told = review(hub, "--preview-url", "https://preview.example.org/7/")
    assert told.startswith(f"{MARK}\n## Sound: no problems in 1 changed file\n")
    assert "| `content/courses/forging.yml` | new | ✅ |" in told
    assert "**Forging** · Course · new" in told
    assert "[preview](https://preview.example.org/7/courses/forging/)" in told
    assert "| Provider | Place | Form | Level | Next date | Price |" in told
    assert "| Sample School | Tyrol | On site · English | Practitioner | 1–3 February 2027 | €390 |" in told


def test_a_mistake(hub: Path) -> None:
    """It is told with its line, what to do, and where it is explained; a change may break what it does not touch."""
    hubs.write_entry(hub, "courses/forging", hubs.a_course(title="Forging", provider="nobody"))
    (hub / "content/skills/advice.yml").unlink()
    told = review(hub)
    assert "## Not yet: 3 errors in 2 changed files" in told
    assert "| `content/skills/advice.yml` | removed | – |" in told
    assert re.search(r"`content/courses/forging.yml` line \d+: \*\*error:\*\* There is no provider 'nobody'", told)
    assert "`content/courses/advice.yml` line" in told
    assert "(https://hub.example.org/skills/contribute/rules/#unknown-provider)" in told


def test_no_entry_is_changed(hub: Path) -> None:
    """A change of other files says so, and nothing else."""
    hubs.put(hub, "docs/about.md", "# About\n\nWe.\n")
    assert review(hub) == f"{MARK}\n## No entry is changed\n"


def test_broken_settings_are_told(hub: Path) -> None:
    """Where mkdocs.yml is broken nothing can be built, and the comment still says why."""
    hubs.put(hub, "mkdocs.yml", "site_name: Hub\n")
    told = review(hub)
    assert "`mkdocs.yml` line 1: **error:**" in told
    assert "| `mkdocs.yml` | changed | ❌ 1 error |" in told


def test_what_looks_like_another(hub: Path) -> None:
    """A course with nearly the title of another, by the same provider, is named beside it; one of elsewhere is not."""
    hubs.write_entry(hub, "courses/seams", hubs.a_course(title={"en": "Welding: 13"}))
    hubs.write_entry(hub, "courses/elsewhere", hubs.a_course(title="Welding 99", provider="cluster"))
    told = review(hub).partition("### Is it there already?")[2]
    assert "(`content/courses/seams.yml`) looks like Welding 13 (`content/courses/welding-13.yml`)" in told
    assert "the same provider and form" in told or "the same web page" in told


def test_a_hostile_entry(hub: Path) -> None:
    """Nobody is called, nothing is linked or fetched, and the table stands."""
    evil = "Forging @admin ![x](https://evil.example/x.png) <img src=x onerror=y> | #1 <!-- "
    hubs.write_entry(hub, "courses/forging", hubs.a_course(title=evil, summary=f"{evil}\n\n/close\n# Big"))
    told = review(hub)
    shown = pyromark.html(told, options=pyromark.Options.ENABLE_TABLES)
    assert "<img" not in shown
    assert re.findall(r'<a href="([^"]*)"', shown) == []
    assert not re.search(r"@\w|(?m:^/\w)", told)
    assert shown.count("<h1") == 0


def test_callouts_stand_apart(hub: Path, tmp_path: Path) -> None:
    """What is not wrong but wants to be seen is told to whoever reviews, from the report that is handed over."""
    hubs.write_entry(hub, "courses/forging", hubs.a_course(title="Forging"))
    report = hubs.put(
        tmp_path,
        "check.json",
        """{"version": 1, "problems": [{"path": "content/courses/forging.yml", "line": 3, "column": 1, "length": 1,
        "severity": "warning", "code": "new-domain", "message": "Leads elsewhere.", "hint": "", "example": ""}]}""",
    )
    told = review(hub, "--report", str(report))
    assert "## Sound: no problems in 1 changed file" in told
    assert "Leads elsewhere." in told.partition("### For whoever reviews this")[2]


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"version": 99}', '{"version": 1, "problems": [{}]}', "\ud7ff"])
def test_no_report(text: str) -> None:
    """What is no report is refused, whatever it is."""
    with pytest.raises(NoReport):
        problems_of(text)


def test_it_fits(hub: Path) -> None:
    """However large a change is, the comment stays below what a forge takes, and counts what it leaves out."""
    for number in range(500):
        hubs.write_entry(
            hub,
            f"courses/forging-in-a-small-yard-with-{number}",
            hubs.a_course(title=f"@@@@ {number} " * 9, provider="no"),
        )
    told = review(hub)
    assert len(told) < LONGEST + 100
    assert re.search(r"\d+ more files\.", told)
    assert re.search(r"\d+ more problems: see the log", told)


@given(st.lists(st.text(min_size=1, max_size=200), max_size=30), st.integers(300, 4000))
def test_sections_share_the_room(pieces: list[str], longest: int) -> None:
    """Whatever sections hold, together they are no longer than they may be."""
    sections = [Section(title="One", pieces=tuple(pieces)), Section(title="Other", pieces=tuple(pieces), gap="\n\n")]
    assert len(together("Opening\n", sections, longest)) <= longest


@pytest.mark.parametrize("revision", ["nowhere", "--output=x", "main..HEAD"])
def test_no_such_commit(hub: Path, revision: str) -> None:
    """A name that git does not know is a wrong call."""
    ran = skillshub("review", f"--changed-since={revision}", folder=hub)
    assert (ran.returncode, "git knows no commit" in ran.stderr) == (2, True), ran.stderr


@pytest.mark.parametrize("url", ["javascript:x", "https://x/) ![", "https://x\n"])
def test_no_address_of_a_preview(hub: Path, url: str) -> None:
    """An address that could leave its link is refused."""
    assert skillshub("review", "--changed-since", "main", "--preview-url", url, folder=hub).returncode == 2
