"""A build that remembers writes the same bytes as one that does not, whatever was edited in between."""

from __future__ import annotations

import atexit
import os
import random
import shutil
import tempfile
from collections.abc import Callable, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from skillshub.build import Built, Terms, build
from skillshub.memory import Memory
from tests.unit import hubs

ENTRIES = hubs.entries()
IN_MEMORY = "/dev/shm"  # some hundred sites are written: a disk would be the slowest part
PARTS, SEQUENCES = 5, 10  # fifty sequences, in parts that can run side by side

_SOON = ("2027-01-16", "2027-01-25", "2027-02-10", "2027-03-05", "2027-06-01")
_TEXTS = ("Aluminium", {"en": "Aluminium", "de": "Alu"}, {"de": "Nur deutsch"}, "Zinc & <b>bold</b>")
_LINKS = {
    "provider": ("school", "cluster", "added-1", "nobody"),
    "region": ("tyrol", "salzburg", "added-1", "nowhere"),
    "skill": ("welding", "advice", "added-1", "nothing"),
}

OF_ALL: Mapping[str, tuple[Any, ...]] = {
    "summary": _TEXTS,
    "updated": ("2027-01-14", "2026-12-01", "2024-01-01"),
    "verified": ("2027-01-14", "2026-12-01"),
    "status": ("published", "draft", "archived"),
    "sample": (True, False),
    "tags": (["metal"], ["metal", "fire"]),
    "description": ("One *line*.", {"en": "A list:\n\n- one\n- two", "de": "Eine Zeile."}),
}
_SKILLS = tuple([{"skill": one, "level": level}] for one in _LINKS["skill"] for level in ("awareness", "expert"))
_MEETINGS = tuple((start, end) for start in _SOON for end in _SOON if start <= end)
OF_KIND: Mapping[str, Mapping[str, tuple[Any, ...]]] = {
    "courses": {
        "title": _TEXTS,
        "provider": _LINKS["provider"],
        "regions": ("everywhere", ["tyrol"], ["salzburg", "tyrol"], ["added-1"]),
        "skills": (*_SKILLS, [*_SKILLS[0], *_SKILLS[3]]),
        "job_roles": (["welder"], ["added-1"]),
        "funding": (["voucher"], ["added-1"]),
        "price": ({"category": "free"}, {"category": "paid", "amount": 12, "currency": "EUR"}),
        "sessions": (
            [],
            *([hubs.a_session(f"{start}T09:00", f"{end}T17:00", status=status)]
              for start, end in _MEETINGS for status in ("scheduled", "full", "cancelled", "postponed")),
            [hubs.a_session(start, start, registration_deadline=start) for start in _SOON],
            [hubs.a_session("2027-02-10", "2027-02-12"), hubs.a_session("2027-02-10", "2027-03-05", capacity=9)],
            [hubs.a_session("2027-02-10", "2027-06-01"), hubs.a_session("2027-02", "2027-06-01")],
        ),
    },
    "events": {
        "title": _TEXTS,
        "organiser": _LINKS["provider"],
        "regions": (["tyrol"], ["salzburg", "tyrol"]),
        "skills": _SKILLS,
        "event_status": ("scheduled", "cancelled", "postponed", "moved-online"),
        "registration_deadline": _SOON,
        "start": _SOON,
        "end": _SOON,
    },
    "regions": {
        "name": _TEXTS,
        "neighbours": (["tyrol"], ["salzburg"], ["added-1"]),
        "lon": (11.404, 13.055, 20.5),
        "country": ("AT", "DE"),
        "nuts": ("AT33", "AT32", "AT3"),
        "needs": tuple(
            [{**need, "demand": "high", "source": {"title": "Survey"}}]
            for need in ({"skill": "welding", "level": "expert"}, {"skill": "advice", "level": "expert"},
                         {"job_role": "welder"}, {"job_role": "added-1"})
        ),
    },
    "providers": {"legal_name": ("Other School",), "region": _LINKS["region"], "type": ("school", "cluster")},
    "funding": {
        "title": _TEXTS, "regions": (["tyrol"], ["salzburg"], []), "countries": (["AT"], ["DE"]),
        "opens": _SOON, "closes": _SOON, "funder": _TEXTS,
    },
    "practices": {
        "title": _TEXTS, "region": _LINKS["region"], "organisation": _LINKS["provider"], "skills": _SKILLS,
        "results": _TEXTS,
    },
    "skills": {"label": _TEXTS, "group": ("energy", "other"), "synonyms": ({"en": ["joining"]}, {"de": ["fügen"]})},
    "job-roles": {"label": _TEXTS, "skills": tuple([{**one[0], "need": "essential"}] for one in _SKILLS)},
}  # fmt: skip

SETTINGS: Mapping[str, tuple[Any, ...]] = {
    "name": ("Other Hub", {"en": "Hub", "de": "Nabe"}),
    "tagline": ("For everyone", {"de": "Für alle"}),
    "languages": (["en", "de"], ["de", "en"], ["en"], ["de"]),
    "accent": ({"light": "#0b5f6a", "dark": "#7fd3df"}, {"light": "#7a1f1f", "dark": "#ffb3b3"}),
    "skill_groups": ({}, {"energy": "Power", "other": {"en": "Other", "de": "Andere"}}),
    "thresholds": ({"page_size": 10}, {"page_size": 6, "closing_soon_days": 5, "new_days": 5, "neighbour_km": 1}),
    "forge": ({"kind": "github", "url": "https://github.com/example/hub"},),
}


@dataclass
class Hub:
    """A hub that is being edited."""

    folder: Path
    today: date = hubs.TODAY
    content: hubs.Entries = field(default_factory=lambda: deepcopy(ENTRIES))
    settings: dict[str, Any] = field(default_factory=dict)

    def choose(self, number: int) -> str:
        """One of the entries that there are now."""
        return sorted(self.content)[number % len(self.content)]

    def write(self, path: str) -> None:
        hubs.write_entry(self.folder, path, self.content[path])

    def file(self, path: str) -> Path:
        return self.folder / "content" / f"{path}.yml"


Edit = Callable[[Hub], None]


def set_field(number: int, pick: random.Random) -> Edit:
    """Any field of any entry takes another value, or is left out."""

    def edit(hub: Hub) -> None:
        path = hub.choose(number)
        choices = {**OF_ALL, **OF_KIND[path.partition("/")[0]]}
        name = pick.choice(sorted(choices))
        if pick.random() < 0.15:
            hub.content[path].pop(name, None)
        else:
            hub.content[path][name] = deepcopy(pick.choice(choices[name]))
        hub.write(path)

    return edit


def add(number: int, pick: random.Random) -> Edit:
    """A copy of an entry appears under another name."""

    def edit(hub: Hub) -> None:
        path = hub.choose(number)
        new = f"{path.partition('/')[0]}/added-{pick.randrange(3)}"
        hub.content[new] = deepcopy(hub.content[path])
        hub.write(new)

    return edit


def remove(number: int, _pick: random.Random) -> Edit:
    def edit(hub: Hub) -> None:
        path = hub.choose(number)
        if len(hub.content) > 5:
            hub.file(path).unlink()
            del hub.content[path]

    return edit


def rename(number: int, pick: random.Random) -> Edit:
    """The same bytes, with another name; the file keeps its times."""

    def edit(hub: Hub) -> None:
        path = hub.choose(number)
        new = f"{path}-{pick.randrange(2)}"
        if new not in hub.content:
            hub.content[new] = hub.content.pop(path)
            hub.file(path).rename(hub.file(new))

    return edit


def exchange(number: int, pick: random.Random) -> Edit:
    """Two entries of a kind change their names; nothing else changes, not even a size or a time."""

    def edit(hub: Hub) -> None:
        one = hub.choose(number)
        two = pick.choice([path for path in sorted(hub.content) if path.partition("/")[0] == one.partition("/")[0]])
        hub.content[one], hub.content[two] = hub.content[two], hub.content[one]
        aside = hub.folder / "aside"
        hub.file(one).rename(aside)
        if one != two:
            hub.file(two).rename(hub.file(one))
        aside.rename(hub.file(two))

    return edit


def damage(number: int, pick: random.Random) -> Edit:
    """An entry breaks: it is no YAML, or a field is missing."""

    def edit(hub: Hub) -> None:
        path = hub.choose(number)
        if pick.random() < 0.5:
            hub.file(path).write_text("{title: [", "utf-8")
        else:
            hubs.write_entry(hub.folder, path, {"title": "Nothing else"})

    return edit


def mend(_number: int, _pick: random.Random) -> Edit:
    """Every entry is as it was meant."""

    def edit(hub: Hub) -> None:
        for path in hub.content:
            hub.write(path)

    return edit


def settle(_number: int, pick: random.Random) -> Edit:
    def edit(hub: Hub) -> None:
        name = pick.choice(sorted(SETTINGS))
        hub.settings[name] = pick.choice(SETTINGS[name])
        hubs.write_settings(hub.folder, **hub.settings)

    return edit


def write_docs(_number: int, pick: random.Random) -> Edit:
    """A hand-written page, a list's own text, or a new page; in either language."""

    def edit(hub: Hub) -> None:
        page = pick.choice(["about", "about.de", "new", "new.de"])
        hubs.put(hub.folder, f"docs/{page}.md", f"# Page {pick.randrange(5)}\n\nText {pick.randrange(5)}.\n")
        landing = pick.choice(["courses/index", "index", "find/index", "regions/index.de"])
        head = "---\ntemplate: shell.html\n---\n"
        hubs.put(hub.folder, f"docs/{landing}.md", f"{head}# List {pick.randrange(5)}\n\n[Link](../about.md)\n")

    return edit


def wait(number: int, _pick: random.Random) -> Edit:
    """Days go by: deadlines pass, sessions begin and end."""

    def edit(hub: Hub) -> None:
        hub.today += timedelta(days=1 + number % 40)

    return edit


EDITS = (set_field,) * 8 + (wait,) * 3 + (rename, add, exchange) * 2 + (remove, damage, mend, settle, write_docs)


def built(hub: Hub, site: Path, memory: Memory | None) -> Built:
    return build(hub.folder, site, hub.today, memory=memory, terms=Terms(keep_going=True))


def differences(one: Mapping[str, bytes], other: Mapping[str, bytes]) -> list[str]:
    """The files that differ, with the first place where they do."""
    found = []
    for path in sorted(one.keys() | other.keys()):
        left, right = one.get(path, b"(none)"), other.get(path, b"(none)")
        if left != right:
            at = next((i for i, pair in enumerate(zip(left, right, strict=False)) if pair[0] != pair[1]), 0)
            near = slice(max(0, at - 60), at + 60)
            found.append(f"{path}: {left[near]!r} where a cold build has {right[near]!r}")
    return found[:5]


@cache
def begun() -> Path:
    """A folder with the hub as it is first, its site and what the build remembers: made once in each process."""
    root = Path(tempfile.mkdtemp(dir=IN_MEMORY if os.access(IN_MEMORY, os.W_OK) else None))
    atexit.register(shutil.rmtree, root)
    built(
        Hub(hubs.lay_out(root / "now" / "hub")), root / "now" / "site", Memory(root / "now" / "memory", "one program")
    )
    (root / "now").rename(root / "first")
    return root


def again_from_the_start() -> Path:
    """The same, at the path where it was built. Builds never write into a file that stands, so links do."""
    now = begun() / "now"
    shutil.rmtree(now, ignore_errors=True)
    shutil.copytree(begun() / "first" / "hub", now / "hub")
    for name in ("site", "memory"):
        shutil.copytree(begun() / "first" / name, now / name, copy_function=os.link)
    return now


def same_as_cold(edits: list[tuple[Callable[[int, random.Random], Edit], int, int]]) -> None:
    root = again_from_the_start()
    hub = Hub(root / "hub")
    memory = Memory(root / "memory", "one program")
    for make, number, chance in edits:
        make(number, random.Random(chance))(hub)
        last = built(hub, root / "site", memory)
    cold = built(hub, root / "cold", None)
    assert last.problems == cold.problems
    if cold.outcome:
        found = differences(hubs.tree(root / "site"), hubs.tree(root / "cold"))
        assert not found, "\n".join(found)


def test_the_start_is_remembered() -> None:
    """Nothing is left to do where every sequence of edits begins: what is remembered there is put to the test."""
    root = again_from_the_start()
    last = built(Hub(root / "hub"), root / "site", Memory(root / "memory", "one program"))
    assert last.outcome
    assert last.outcome.rendered == 0


@pytest.mark.parametrize("part", range(PARTS))
def test_a_second_build_is_as_good_as_a_first(part: int) -> None:
    """After any edits, with a build after each, the site is byte for byte what a cold build makes."""
    an_edit = st.tuples(st.sampled_from(EDITS), st.integers(0, 99), st.integers(0, 999))
    some_edits = st.lists(an_edit, min_size=2, max_size=3)

    @seed(part)
    @settings(
        max_examples=SEQUENCES,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.generate],
    )
    @given(some_edits)
    def law(edits: list[tuple[Callable[[int, random.Random], Edit], int, int]]) -> None:
        same_as_cold(edits)

    law()


@pytest.mark.parametrize("make", dict.fromkeys(EDITS), ids=lambda make: make.__name__)
def test_every_sort_of_edit_is_noticed(make: Callable[[int, random.Random], Edit], tmp_path: Path) -> None:
    """None of the edits above leaves the hub as it was: the law is put to the test by each."""
    hub = Hub(hubs.lay_out(tmp_path / "hub"))
    before = (hub.today, hubs.tree(hub.folder))
    if make is mend:
        damage(3, random.Random(1))(hub)
        before = (hub.today, hubs.tree(hub.folder))
    make(3, random.Random(1))(hub)
    assert (hub.today, hubs.tree(hub.folder)) != before


def code_of(region: str, nuts: str) -> Callable[[int, random.Random], Edit]:
    """A region becomes another one, by its code."""

    def edit(hub: Hub) -> None:
        hub.content[f"regions/{region}"]["nuts"] = nuts
        hub.write(f"regions/{region}")

    return lambda _number, _pick: edit


@pytest.mark.parametrize("last", [("tyrol", "AT3"), ("tyrol", "AT33"), ("salzburg", "AT22")])
def test_what_lies_in_a_region_follows_the_codes(last: tuple[str, str]) -> None:
    """Tyrol grows until it holds Salzburg, whose pages and filters then name both; shrinks again, or Salzburg moves."""
    same_as_cold([(code_of(*one), 0, 0) for one in (("tyrol", "AT3"), last)])


def test_nothing_changed_nothing_written(tmp_path: Path) -> None:
    """A second build of the same hub renders no file and leaves every one as it is on disk."""
    hub = Hub(hubs.lay_out(tmp_path / "hub"))
    memory = Memory(tmp_path / "memory", "one program")
    built(hub, tmp_path / "site", memory)
    before = {path: path.stat().st_ino for path in (tmp_path / "site").rglob("*") if path.is_file()}
    again = built(hub, tmp_path / "site", memory)
    assert again.outcome
    assert again.outcome.rendered == 0
    assert {path: path.stat().st_ino for path in before} == before


def test_one_edit_touches_few_pages(tmp_path: Path) -> None:
    """A new sentence in one course is written where that course is shown, and nowhere else."""
    hub = Hub(hubs.lay_out(tmp_path / "hub"))
    memory = Memory(tmp_path / "memory", "one program")
    built(hub, tmp_path / "site", memory)
    before = hubs.tree(tmp_path / "site")
    hub.content["courses/advice"]["summary"] = "Another sentence."
    hub.write("courses/advice")
    again = built(hub, tmp_path / "site", memory)
    changed = {path for path, content in hubs.tree(tmp_path / "site").items() if before.get(path) != content}
    assert {path.removeprefix("de/") for path in changed} >= {"courses/advice/index.html", "courses/index.html"}
    assert again.outcome
    assert len([path for path in changed if path.endswith(".html")]) <= 20
    assert len(changed) <= again.outcome.rendered <= 64 < again.outcome.kept


def test_a_file_that_somebody_changed_is_put_right(tmp_path: Path) -> None:
    """What does not stand on disk as it was written is written again: edited, emptied or removed by hand."""
    hub = Hub(hubs.lay_out(tmp_path / "hub"))
    memory = Memory(tmp_path / "memory", "one program")
    site = tmp_path / "site"
    built(hub, site, memory)
    whole = hubs.digest(site)
    (site / "index.html").write_text("gone", "utf-8")
    (site / "robots.txt").unlink()
    (site / "courses" / "foreign.html").write_text("planted", "utf-8")
    again = built(hub, site, memory)
    assert hubs.digest(site) == whole
    assert again.outcome
    assert again.outcome.rendered == 2


def test_another_program_remembers_nothing(tmp_path: Path) -> None:
    """After an update of the program every page is made anew."""
    hub = Hub(hubs.lay_out(tmp_path / "hub"))
    first = built(hub, tmp_path / "site", Memory(tmp_path / "memory", "one program"))
    again = built(hub, tmp_path / "site", Memory(tmp_path / "memory", "another program"))
    assert first.outcome
    assert again.outcome
    assert again.outcome.kept == 0
