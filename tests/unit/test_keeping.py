"""The commands of those who keep a hub: what a pull request is told, CODEOWNERS, and what may be published."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from skillshub.build import Terms, build, schema_folder
from skillshub.changes import code_owners
from skillshub.changes.losses import losses, published_in
from skillshub.checking import check
from skillshub.schemas import Schemas
from tests.unit import hubs, repositories
from tests.unit.builders import a_catalogue, a_course, a_provider, an_event
from tests.unit.commands import skillshub
from tests.unit.repositories import clone, commit, git

TODAY = "2027-01-15"


@pytest.fixture
def hub(tmp_path: Path) -> Path:
    school = hubs.entries()["providers/school"]
    return repositories.lay_out(tmp_path / "hub", **{"providers/school": {**school, "maintainers": ["ada"]}})


# check --changed-since


def test_a_pull_request_is_judged_by_what_it_changes(hub: Path) -> None:
    """1 when it breaks something, 0 when it only asks to be looked at; whose it is needs to know since when."""
    hubs.write_entry(hub, "courses/welding-2", hubs.a_course(title="Welding 2", langage="en"))
    asked = ("check", "--today", TODAY, "--changed-since", "main", "--actor", "eve", "--format", "github")
    ran = skillshub(*asked, folder=hub)
    assert ran.returncode == 1
    assert ran.stdout.startswith("::error file=content/courses/welding-2.yml,")
    assert "::warning file=content/courses/welding-2.yml,line=1,col=1,endColumn=2,title=not-your-entry::" in ran.stdout
    hubs.write_entry(hub, "courses/welding-2", hubs.a_course(title="Welding 2", workload_hours=8))
    assert skillshub(*asked, folder=hub).returncode == 0
    assert skillshub("check", "--actor", "eve", folder=hub).returncode == 2


def test_a_hub_without_history(tmp_path: Path) -> None:
    """2, and a sentence; never a traceback."""
    alone = hubs.lay_out(tmp_path / "alone")
    ran = skillshub("check", "--changed-since", "main", folder=alone)
    assert (ran.returncode, ran.stderr.startswith("Error: git knows no commit 'main'")) == (2, True), ran.stderr


@pytest.mark.parametrize("style", ["gitlab", "sarif", "junit", "markdown"])
def test_every_style_from_one_run(hub: Path, style: str) -> None:
    """Those that are files hold nothing else."""
    ran = skillshub("check", "--today", TODAY, "--format", style, folder=hub)
    assert (ran.returncode, ran.stderr) == (0, "")
    if style in ("gitlab", "sarif"):
        json.loads(ran.stdout)
    if style == "junit":
        assert ran.stdout.count("<testcase ") == len(hubs.entries()) + 1


# CODEOWNERS


def test_the_owners_stand_in_a_block_of_their_own() -> None:
    """Each file of a provider that has maintainers; what the hub wrote above and below stays, as often as it is run."""
    catalogue = a_catalogue(
        a_provider(slug="academy", maintainers=("@ada", "team/bob")), a_provider(slug="other"),
        a_course(slug="one", provider="academy"), an_event(slug="day", organiser="academy"),
        a_course(slug="two", provider="other"),
    )  # fmt: skip
    first = code_owners(catalogue, "# Ours\n* @hub/all\n")
    assert first.splitlines()[:3] == ["# Ours", "* @hub/all", ""]
    assert first.splitlines()[4:-1] == [
        "/content/courses/one.yml @ada @team/bob",
        "/content/events/day.yml @ada @team/bob",
        "/content/providers/academy.yml @ada @team/bob",
    ]
    below = f"{first}\n/schema/ @hub/all\n"
    assert code_owners(catalogue, below) == below
    assert code_owners(a_catalogue(), below).count("@ada") == 0
    assert code_owners(a_catalogue(), "").count("\n") == 2


def test_codeowners(hub: Path) -> None:
    """--check writes nothing and is 1 until it is done; a file in .github/ is found."""
    assert skillshub("codeowners", "--check", folder=hub).returncode == 1
    assert not (hub / "CODEOWNERS").exists()
    hubs.put(hub, ".github/CODEOWNERS", "* @hub/all\n")
    assert skillshub("codeowners", folder=hub).returncode == 0
    text = (hub / ".github/CODEOWNERS").read_text("utf-8")
    assert text.startswith("* @hub/all\n")
    assert "/content/courses/welding.yml @ada\n" in text
    assert skillshub("codeowners", "--check", folder=hub).returncode == 0


# What may not be lost

MANY = frozenset(f"courses/{number}" for number in range(50)) | {"regions/tyrol", "regions/salzburg"}


@pytest.mark.parametrize(
    ("gone", "refused"),
    [
        (0, 0),
        (5, 0),
        (6, 1),
        (50, 1),
    ],
)
def test_a_tenth_may_go(gone: int, refused: int) -> None:
    """Not more, unless it is meant."""
    lost = frozenset(f"courses/{number}" for number in range(gone))
    assert len(list(losses(MANY, MANY - lost))) == refused


def test_no_region_may_go() -> None:
    """However few entries it has; new ones may come, and a few entries may go from a small hub."""
    (sentence,) = losses(MANY, MANY - {"regions/tyrol"})
    assert "regions/tyrol" in sentence
    assert not list(losses(MANY, MANY | {"regions/new"}))
    assert not list(losses(frozenset({"courses/1", "courses/2"}), frozenset()))


def test_a_build_refuses_to_lose_much(hub: Path) -> None:
    """2, the old site stands, and --allow-loss is what it takes."""
    assert skillshub("build", "--today", TODAY, folder=hub).returncode == 0
    before = hubs.digest(hub / "site")
    for number in range(2, 14):
        (hub / f"content/courses/welding-{number}.yml").unlink()
    ran = skillshub("build", "--today", TODAY, folder=hub)
    assert ran.returncode == 2
    assert "12 of 27 entries would be gone" in ran.stderr or "12 of 26 entries would be gone" in ran.stderr
    assert hubs.digest(hub / "site") == before
    assert skillshub("build", "--today", TODAY, "--allow-loss", folder=hub).returncode == 0


def test_what_is_published_is_known(hub: Path) -> None:
    """The entries that visitors see and the commit, if one was named; what is no such file says nothing."""
    hubs.write_entry(hub, "courses/welding-2", hubs.a_course(title="Draft", status="draft"))
    build(hub, hub / "site", hubs.TODAY, memory=None, terms=Terms(commit="abc"))
    told = published_in((hub / "site/published.json").read_bytes())
    assert told["commit"] == "abc"
    assert "courses/welding" in told["entries"]
    assert "courses/welding-2" not in told["entries"]
    for other in (b"", b"<!doctype html>", b"[]", b'{"entries": 1}'):
        assert published_in(other) == {}


def test_the_newest_commit_wins(hub: Path, tmp_path: Path) -> None:
    """Two clones build at once: whichever comes second, the site of the newer commit is the one that stays."""
    older = clone(hub, tmp_path / "older")
    hubs.write_entry(hub, "courses/new", hubs.a_course(title="New"))
    newest = commit(hub)
    newer = clone(hub, tmp_path / "newer")
    git(older, "fetch", "--quiet")
    for folder in (older, newer):
        head = git(folder, "rev-parse", "HEAD")
        assert skillshub("build", "--today", TODAY, "--commit", head, folder=folder).returncode == 0
    online = tmp_path / "published.json"
    online.write_bytes((newer / "site/published.json").read_bytes())
    late = skillshub("publishable", online, folder=older)
    assert (late.returncode, late.stdout.startswith(newest[:12])) == (1, True), late.stderr
    online.write_bytes((older / "site/published.json").read_bytes())
    assert skillshub("publishable", online, folder=newer).returncode == 0
    assert skillshub("publishable", online, folder=older).returncode == 0  # the same once more


def test_publishing_for_the_first_time(hub: Path, tmp_path: Path) -> None:
    """There is nothing to lose yet; but there must be a site. Less than there was is refused."""
    assert skillshub("publishable", tmp_path / "none.json", folder=hub).returncode == 2
    assert skillshub("build", "--today", TODAY, folder=hub).returncode == 0
    assert skillshub("publishable", tmp_path / "none.json", folder=hub).returncode == 0
    more = {"entries": [f"courses/{number}" for number in range(99)]}
    hubs.put(tmp_path, "more.json", json.dumps(more))
    assert skillshub("publishable", tmp_path / "more.json", folder=hub).returncode == 2
    assert skillshub("publishable", "--allow-loss", tmp_path / "more.json", folder=hub).returncode == 0


# Links


def test_a_broken_link_is_shown(hub: Path) -> None:
    """On the page and on the card, in words; a report that is not there marks nothing."""
    hubs.put(hub, "links.json", json.dumps({"broken": ["content/courses/welding.yml"]}))
    assert skillshub("build", "--today", TODAY, "--links", "none.json", folder=hub).returncode == 0
    assert "Link may be broken" not in (hub / "site/courses/welding/index.html").read_text("utf-8")
    assert skillshub("build", "--today", TODAY, "--links", "links.json", folder=hub).returncode == 0
    assert "Link may be broken" in (hub / "site/courses/welding/index.html").read_text("utf-8")
    assert "Link may be broken" in (hub / "site/courses/index.html").read_text("utf-8")
    assert "Link may be broken" not in (hub / "site/courses/welding-2/index.html").read_text("utf-8")


def test_samples_and_drafts_are_not_asked(tmp_path: Path) -> None:
    """A hub of samples asks nobody, and has a report all the same."""
    samples = {path: {**fields, "sample": True} for path, fields in hubs.entries().items()}
    hub = hubs.lay_out(tmp_path / "hub", samples)
    ran = skillshub("links", "--today", TODAY, "--cache", "cache.json", "--report", "report.json", folder=hub)
    assert (ran.returncode, ran.stdout.splitlines()[-1][:16]) == (0, "0 links, 0 asked"), ran.stderr
    assert json.loads((hub / "report.json").read_text("utf-8"))["broken"] == []
    assert json.loads((hub / "cache.json").read_text("utf-8"))["links"] == {}


def test_the_small_hub_is_sound(hub: Path) -> None:
    """What these tests begin with has no mistake of its own."""
    assert check(hub, Schemas.load(schema_folder()), hubs.TODAY)[0].problems == ()
