"""What a page tells about its entry is what the entry is found by."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path

from skillshub import words
from skillshub.addresses import in_language
from skillshub.model import FOLDERS, Entry
from skillshub.outputs import pages
from tests.search.world import Tongue, World

FACT = re.compile(r'<div class="hub-fact--([a-z-]+)"><dt>(.*?)</dt><dd>(.*?)</dd></div>', re.DOTALL)
ASIDE = re.compile(r'<small>.*?</small>|<span class="hub-facts__source">.*|<a class="hub-host".*?</a>', re.DOTALL)
TAG = re.compile(r"<[^>]*>")

NOT_LOOKED_FOR = {
    "check": ("Identity check",),
    "credential": ("Stackable",),
    "date": (),  # months are found, days chosen
    "deadline": (),
    "money": ("Pays up to", "Highest amount"),
    "people": ("Places",),
    "place": ("Address", "Position"),
    "price": (),  # only what costs nothing
    "time": (),
    "trend": (),
    "type": ("VAT number",),
}
"""Icons of rows that nobody looks for, all of them or those under these labels."""


def facts(page: str, gettext: Callable[[str], str]) -> Iterator[tuple[str, str]]:
    """Label and words of what the page tells in a row of its own."""
    for icon, label, told in FACT.findall(page):
        left_out = NOT_LOOKED_FOR.get(icon)
        if left_out is None or (left_out and unescape(label) not in map(gettext, left_out)):
            yield label, unescape(TAG.sub(" ", ASIDE.sub(" ", told)))


def lost(tongue: Tongue, entry: Entry, page: str) -> Iterator[str]:
    texts = tongue.reading.of(entry).values()
    found = {words.fold(one) for pieces in texts for text, _ in pieces for one in words.cut(text)}
    for label, told in facts(page, tongue.folios.stage.language.gettext):
        if missing := [one for one in words.cut(told) if words.fold(one) not in found]:
            yield f"{entry.path} ({tongue.code}), {label}: {' '.join(missing)}"


def test_what_a_page_tells_in_rows_is_found(world: World) -> None:
    """Whoever adds a row to a page adds it to the reading of entries, or says here that nobody looks for it."""
    made = {file.path: file for file in pages.render(world.site)}
    ours = [one for one in world.site.catalogue if (Path(__file__).parents[2] / one.path).exists()]
    told, gone = 0, list[str]()
    for tongue in world.tongues.values():
        for entry in ours:
            path = in_language(f"{FOLDERS[entry.kind]}/{entry.slug}/index.html", tongue.folios.stage.language.prefix)
            page = made[path].content().decode()
            told += len(FACT.findall(page))
            gone += lost(tongue, entry, page)
    assert told > 1_000
    assert not gone
