"""One word of one description: only the files that speak of it change, for they are named for what they hold."""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import pytest

from skillshub.catalogue import shelve
from skillshub.model import Course
from skillshub.outputs import search
from skillshub.outputs.pages.folios import all_folios
from skillshub.outputs.search.documents import documents
from skillshub.outputs.search.postings import in_order
from skillshub.outputs.search.shown import TEXTS
from skillshub.site import Site, SiteFile
from skillshub.words import stem
from tests.search.world import Tongue, World

pytestmark = pytest.mark.xdist_group("search")

OLD, NEW = "battery", "vehicle"  # words of so many entries that none of their slices grows or shrinks


@dataclass(frozen=True, kw_only=True, repr=False)
class Files:
    """The index of a site in English, before anything is written."""

    every: Mapping[str, SiteFile]

    @cached_property
    def root(self) -> dict[str, Any]:
        told: dict[str, Any] = json.loads(zlib.decompress(self.every[search.ROOT].content(), -15))
        return told

    @property
    def slices(self) -> Mapping[str, str]:
        """Name of each slice, by the key with which it begins."""
        names = self.root["names"]
        return {key: names[8 * at : 8 * at + 8] for at, key in enumerate(self.root["keys"].split("\n"))}

    def place(self, word: str) -> str:
        """The key of the slice in which a word is looked for."""
        return max((key for key in self.slices if in_order(key) <= in_order(word)), key=in_order)


@dataclass(frozen=True, kw_only=True, repr=False)
class Edit:
    """The index before and after, and the number of the entry that was edited."""

    number: int
    before: Files
    after: Files

    @cached_property
    def new(self) -> set[str]:
        """Files that were not there, by path."""
        return set(self.after.every) - set(self.before.every)

    @cached_property
    def keyed_anew(self) -> set[str]:
        """Files that are worked out again though they were there."""
        both = set(self.after.every) & set(self.before.every)
        return {path for path in both if self.after.every[path].key != self.before.every[path].key}

    @cached_property
    def different(self) -> set[str]:
        """Those of them whose bytes have changed."""
        return {
            path for path in self.keyed_anew if self.after.every[path].content() != self.before.every[path].content()
        }


def files_of(site: Site) -> Files:
    english = all_folios(site)[0]
    return Files(every={file.path: file for file in search.index(english, documents(site, english.stage.language))})


@pytest.fixture(scope="module")
def edit(world: World) -> Edit:
    """Once in its description, a course says one common word instead of another, which it says elsewhere, too."""
    number, course, text = edited(world.tongues["en"])
    other = replace(course, description={"en": text.replace(f" {OLD} ", f" {NEW} ", 1)}, digest="e" * 32)
    entries = [other if one is course else one for one in world.site.catalogue]
    site = replace(world.site, catalogue=shelve(entries, world.site.catalogue.known))
    return Edit(number=number, before=files_of(world.site), after=files_of(site))


def edited(tongue: Tongue) -> tuple[int, Course, str]:
    """Its number, the course, and what its description says in English."""
    courses = ((at, one) for at, one in enumerate(tongue.documents) if isinstance(one, Course))
    found = ((at, one, (one.description or {}).get("en", "")) for at, one in courses)
    return next((at, one, text) for at, one, text in found if f" {OLD} " in text)


def test_slices_of_other_words_keep_their_names(edit: Edit) -> None:
    """Only those of the two words change: the card, which lies beside the postings of other words, is the same."""
    before, after = edit.before.slices, edit.after.slices
    assert before.keys() == after.keys()
    changed = {key for key in before if before[key] != after[key]}
    words = {edit.before.place(stem(word, "en")) for word in (OLD, NEW)}
    assert changed == words


def test_few_files_are_new(edit: Edit) -> None:
    """Such a slice, and a parcel or two of it."""
    slices = sum(edit.before.slices[key] != name for key, name in edit.after.slices.items())
    assert slices < len(edit.new) <= 3 * slices


def test_of_what_keeps_its_name_only_its_own_text_and_the_root_differ(edit: Edit) -> None:
    """The file of its text, and the root, which names the slices; no column, no card, no list of names."""
    folder = f"{search.FOLDER}{edit.before.root['edition']}/"
    own = {f"{folder}texts-{edit.number // TEXTS}.bin", search.ROOT}
    assert edit.different == own
    assert edit.keyed_anew == own, "what would come out the same is not worked out again"


def test_the_edition_stays(edit: Edit) -> None:
    """Numbers of documents mean the same before and after."""
    assert edit.before.root["edition"] == edit.after.root["edition"]
    assert edit.before.root["words"] == edit.after.root["words"], "no word came or went"
