"""An exact id, or an address, leads to its entry, in whatever way it was copied."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest

from skillshub.addresses import address
from skillshub.model import Entry
from skillshub.outputs.search.documents import Document, Handbook
from skillshub.outputs.search.identities import bare, link_of, mark
from tests.search.asking import answers
from tests.search.world import World
from tests.unit.running_js import SCRIPTS, in_node

pytestmark = pytest.mark.xdist_group("search")

SHARED = 4  # entries that may have one link: a provider's page, and some of what it offers


def ways(entry: Entry) -> Iterator[str]:
    """What somebody may paste to find this entry: its name if it is no word, its address here, its link."""
    page = f"https://hub.example.org/skills/{address(entry)}"
    yield from (page, page.rstrip("/"), f"de/{address(entry)}", f"{page}?from=mail#dates")
    if "-" in entry.slug:
        yield from (entry.slug, f"  {entry.slug.upper()} ")
    if link := link_of(entry):
        plain = bare(link)
        yield from (link, plain, f"www.{plain}", f"http://{plain}", f"HTTPS://WWW.{plain.upper()}/", f"{link}/")


@pytest.mark.parametrize("code", ["en", "de"])
def test_an_address_leads_to_its_entry(world: World, code: str) -> None:
    """With or without https, www, a slash at its end, in capitals; and the address of the entry's own page."""
    tongue = world.tongues[code]
    every = [(at, one) for at, one in enumerate(tongue.documents) if not isinstance(one, Handbook)]
    links = Counter(bare(link_of(one) or one.slug) for _, one in every)
    own = [(at, one) for at, one in every if links[bare(link_of(one) or one.slug)] <= SHARED][::9]
    pasted = [(at, typed) for at, one in own for typed in ways(one)]
    found = answers(world, tongue, ({"typed": typed} for _, typed in pasted))
    lost = [
        (typed, answer["documents"][:SHARED], at)
        for (at, typed), answer in zip(pasted, found, strict=True)
        if at not in answer["documents"][:SHARED]
    ]
    assert not lost, lost[:5]


def test_the_name_that_no_other_has_comes_first(world: World) -> None:
    """An id of one entry alone puts that entry before everything that merely says its words."""
    tongue = world.tongues["en"]
    slugs = [one.slug if not isinstance(one, Handbook) else "" for one in tongue.documents]
    own = [(at, slug) for at, slug in enumerate(slugs) if slugs.count(slug) == 1 and "-" in slug][::7]
    found = answers(world, tongue, ({"typed": slug} for _, slug in own))
    assert [answer["documents"][0] for answer in found] == [at for at, _ in own]


def test_an_order_does_not_lose_what_was_asked_for(world: World) -> None:
    """An address leads to its entry in whatever order, and counts as one that has all words."""
    tongue = world.tongues["en"]
    own = [(at, link) for at, one in enumerate(tongue.documents) if (link := _link(one))][::11]
    assert len(own) > 20
    found = answers(world, tongue, ({"typed": link, "sort": "title", "size": 300} for _, link in own))
    lost = [
        link for (at, link), answer in zip(own, found, strict=True) if at not in answer["documents"][: answer["full"]]
    ]
    assert not lost


def _link(one: Document) -> str | None:
    return None if isinstance(one, Handbook) else link_of(one)


def test_both_halves_make_the_same_numbers() -> None:
    """FNV-1a of the UTF-8 of a name."""
    names = ["", "a", "welding", "https://example.org/ä?x=1", "電池", "😀" * 30, "x" * 5000]
    found = in_node("given.map(one.mark)", names, one=SCRIPTS / "search" / "identities.js")
    assert found == list(map(mark, names))
    assert mark("") == 0x811C9DC5
    assert mark("foobar") == 0xBF9CF968, "the test vector of its authors"
