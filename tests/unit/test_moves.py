"""Names live for ever: what ``content/moved.yml`` may say, and the pages that it makes."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from skillshub.build import Terms, build, schema_folder
from skillshub.checking import check
from skillshub.moves import Move, end_of
from skillshub.schemas import Schemas
from tests.unit import hubs

DAY = "date: 2027-01-15"
LIST = f"""\
courses/old: {{to: courses/older, {DAY}}}
courses/older: {{to: courses/welding, {DAY}}}
events/never: {{gone: {{en: It was cancelled & will not come., de: Es fällt aus.}}, {DAY}}}
"""


@pytest.fixture
def hub(tmp_path: Path) -> Path:
    return hubs.lay_out(tmp_path / "hub")


def found(hub: Path, text: str) -> list[tuple[str, int]]:
    hubs.put(hub, "content/moved.yml", text)
    checked, _ = check(hub, Schemas.load(schema_folder()), hubs.TODAY)
    return [(one.code, one.place.line) for one in checked.problems]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("courses/old: {to: courses/nothing, DAY}", "moved-to-nothing"),
        ("courses/old: {DAY}", "moved-nowhere"),
        ("courses/old: {to: courses/welding, gone: Both, DAY}", "moved-nowhere"),
        ("courses/old: {to: courses/old, DAY}", "moved-in-a-circle"),
        ("courses/welding: {to: courses/welding-2, DAY}", "reused-name"),
        ("courses/old: {to: courses/welding}", "missing-field"),
        ("courses/old: {to: courses/welding, date: soon}", "bad-date"),
        ("courses/old: {to: 'https://evil.example/', DAY}", "bad-code"),
        ("courses/old: {to: ../../etc, DAY}", "bad-code"),
        ("courses/Old: {to: courses/welding, DAY}", "bad-code"),
        ("recipes/old: {to: courses/welding, DAY}", "bad-code"),
        ("courses/old: {to: courses/welding, why: x, DAY}", "unknown-field"),
    ],
)
def test_a_mistake_in_the_list_has_its_line(hub: Path, line: str, code: str) -> None:
    """As one in an entry has."""
    text = f"# moved\ncourses/sound: {{to: courses/welding, {DAY}}}\n{line.replace('DAY', DAY)}\n"
    assert found(hub, text) == [(code, 3)]


def test_a_sound_list(hub: Path) -> None:
    """Chains, other kinds, reasons in several languages."""
    assert found(hub, LIST) == []
    assert found(hub, f"courses/a: {{to: courses/b, {DAY}}}\ncourses/b: {{to: courses/a, {DAY}}}\n") == [
        ("moved-in-a-circle", 1),
        ("moved-in-a-circle", 2),
    ]


def test_a_link_in_place_of_the_list_is_refused(hub: Path) -> None:
    """It is read as strictly as an entry."""
    (hub / "content/moved.yml").symlink_to("/etc/hosts")
    checked, _ = check(hub, Schemas.load(schema_folder()), hubs.TODAY)
    assert [one.code for one in checked.problems] == ["not-a-file"]


def test_the_end_of_a_way() -> None:
    """Through all that lies between; nowhere when it goes in a circle or something is gone."""

    def move(old: str, to: str) -> Move:
        return Move(old=old, to=to, on=date(2027, 1, 15))

    moves = {old: move(old, to) for old, to in {"a": "b", "b": "c", "x": "y", "y": "x", "g": ""}.items()}
    assert [end_of(moves, old) for old in ("a", "b", "x", "g")] == ["c", "c", "", ""]


@pytest.fixture
def site(hub: Path) -> Path:
    hubs.put(hub, "content/moved.yml", LIST)
    built = build(hub, hub / "site", hubs.TODAY, memory=None)
    assert built.outcome, built.problems
    return hub / "site"


def page(site: Path, path: str) -> Any:
    return html.fromstring((site / path / "index.html").read_text("utf-8"))


@pytest.mark.parametrize("language", ["", "de/"])
def test_an_old_address_leads_on(site: Path, language: str) -> None:
    """In every language, without a script: a refresh, a link, and the new address as the one that counts."""
    moved = page(site, f"{language}courses/old")
    (refresh,) = moved.xpath("//meta[@http-equiv='refresh']/@content")
    assert refresh == "0; url=../../courses/welding/"
    assert "../../courses/welding/" in moved.xpath("//main//p/a/@href")
    canonical = f"https://hub.example.org/skills/{language}courses/welding/"
    assert moved.xpath("//link[@rel='canonical']/@href") == [canonical]
    assert not moved.xpath("//link[@rel='alternate'][@hreflang]")
    assert not moved.xpath("//meta[@name='robots']")


def test_what_is_gone_says_so(site: Path) -> None:
    """The reason in the language of the page, nothing to search engines, no refresh."""
    assert "It was cancelled & will not come." in page(site, "events/never").text_content()
    gone = page(site, "de/events/never")
    assert "Es fällt aus." in gone.text_content()
    assert gone.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert not gone.xpath("//meta[@http-equiv='refresh']")


def test_what_has_moved_is_in_no_list(site: Path) -> None:
    """Neither in the sitemap nor among the entries."""
    for path in ("sitemap.xml", "courses/index.html", "published.json"):
        assert not re.search(r"courses/older?\b(?!-)|events/never", (site / path).read_text("utf-8")), path


def test_a_way_that_ends_at_a_draft_leads_nowhere(hub: Path) -> None:
    """Visitors are not sent to what they cannot see; and an entry that is there keeps its address."""
    hubs.write_entry(hub, "courses/welding-2", hubs.a_course(title="Draft", status="draft"))
    text = f"courses/old: {{to: courses/welding-2, {DAY}}}\ncourses/welding: {{to: courses/welding-3, {DAY}}}\n"
    hubs.put(hub, "content/moved.yml", text)
    build(hub, hub / "site", hubs.TODAY, memory=None, terms=Terms(keep_going=True))
    assert not page(hub / "site", "courses/old").xpath("//meta[@http-equiv='refresh']")
    assert not page(hub / "site", "courses/welding").xpath("//meta[@http-equiv='refresh']")
