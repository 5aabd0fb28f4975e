"""The postings as small files: everything arrives in the browser as it was, and a small change changes few files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from skillshub.outputs.search.fields import FIELDS
from skillshub.outputs.search.postings import LENGTHS, MOST_FORMS, MOST_TIMES, Postings, gathered
from skillshub.outputs.search.slices import HEADED, INLINE, LARGE, slices
from skillshub.outputs.search.tokens import Tokens
from tests.search.asking import asked_of
from tests.search.corpus import pieces_of
from tests.search.tiny import cut_up, index_of, no_cards, write
from tests.search.world import Tongue, World

pytestmark = pytest.mark.xdist_group("search")


@dataclass(frozen=True, kw_only=True, repr=False)
class Written:
    """An index, and what it was made from."""

    postings: Postings
    folder: Path

    def ask(self, question: str, **given: Any) -> Any:
        return asked_of(self.folder, self.folder, question, **given)


def tokens_of(tongue: Tongue, more: str = "", before: Tokens | None = None) -> Tokens:
    """The words of a hub, one document of which says something more; others are known from before."""
    tokens = Tokens(tongue.code, before.kept() if before else None)
    for number, one in enumerate(tongue.documents):
        added = more if number == len(tongue.documents) // 2 else ""
        tokens.add(f"{number} {added}", partial(_texts, tongue, one, added))
    return tokens


def _texts(tongue: Tongue, one: Any, added: str) -> Mapping[str, Any]:
    texts = pieces_of(tongue, one)
    return {**texts, "body": [*texts.get("body", ()), (added, "en")]} if added else texts


@pytest.fixture(scope="module")
def tokens(world: World) -> Tokens:
    return tokens_of(world.tongues["en"])


@pytest.fixture(scope="module")
def postings(world: World, tokens: Tokens) -> Postings:
    return gathered(tokens, len(world.tongues["en"].documents))


def strange_texts() -> Iterator[dict[str, str]]:
    """Words that share long beginnings, letters that are two to the browser, terms with rows beyond every limit."""
    for number in range(LARGE + 50):
        text = {"body": "everywhere", "title": f"number{number}"}
        if number < HEADED + 50:
            text["place"], text["tags"] = "headed heading", "named"
            text["body"] += " heads" * (number % 3)
        if number < 700:
            text["body"] += f" {'x' * 55}{number} 𐌰𐌱{chr(0x10330 + number % 20)}{chr(97 + number % 26)} 𐌰{number}"
        if number < INLINE * 40:
            text["skills"] = f"few{number % 40} batteries battery {'coming' * (number % 20)} dying do{number}"
        yield text


@pytest.fixture(scope="module", params=["a hub", "strange texts"])
def written(request: pytest.FixtureRequest, postings: Postings, tmp_path_factory: pytest.TempPathFactory) -> Written:
    index = cut_up(postings) if request.param == "a hub" else index_of(list(strange_texts()))
    return Written(postings=index.postings, folder=write(index, tmp_path_factory.mktemp("slices")))


def test_every_form_leads_to_its_terms(written: Written) -> None:
    """Whichever form of a term one looks for, the term is found, and no other."""
    wanted: dict[str, set[str]] = {}
    for term, forms in zip(written.postings.terms, written.postings.forms, strict=True):
        for form in forms:
            wanted.setdefault(form, set()).add(term)
    found = written.ask("having", forms=list(wanted))
    unlike = [
        (form, wanted[form], own)
        for form, own in zip(wanted, found, strict=True)
        if sorted(wanted[form]) != sorted(own)
    ]
    assert not unlike, unlike[:5]


def test_every_row_arrives_as_it_was(written: Written) -> None:
    """Documents, fields, times, lengths and forms of every row, whether it lies in a slice or in a parcel."""
    found = written.ask("rows", terms=list(written.postings.terms))
    for number, (term, told) in enumerate(zip(written.postings.terms, found, strict=True)):
        forms, *parts = told
        assert [forms, *map(_told, parts)] == rows_of(written.postings, number), term


def rows_of(postings: Postings, term: int) -> list[Any]:
    start, body, end = postings.rows(term)
    forms = list(postings.forms[term])
    return [forms, *(_rows(postings, first, last, len(forms) > 1) for first, last in ((start, body), (body, end)))]


def _rows(postings: Postings, first: int, last: int, several: bool) -> list[list[int | None]]:
    """Each row: document, times and field, length, forms."""
    pairs = zip(postings.document[first:last].tolist(), postings.code[first:last].tolist(), strict=True)
    rows = ((document, code & 127, (code >> 7) & 255, code >> 15 if several else None) for document, code in pairs)
    return sorted(map(list, rows), key=str)


def _told(rows: dict[str, Any]) -> list[list[int | None]]:
    """The same, as the browser has them: in runs."""
    runs = rows["runs"]
    begins = [0, *(run["end"] for run in runs)]
    of_row = [run for begin, run in zip(begins, runs, strict=False) for _ in range(begin, run["end"])]
    forms = rows["forms"] or [None] * len(of_row)
    every = zip(rows["documents"], of_row, forms, strict=True)
    return sorted([[document, run["mark"], run["length"], own] for document, run, own in every], key=str)


def test_forms_that_lie_elsewhere_are_noted(written: Written) -> None:
    """There are forms which one would look for in another slice than that of their term; the laws above need them."""
    notes = written.ask("notes")
    assert notes
    places = {term: number for number, term in enumerate(written.postings.terms)}
    assert all(form in written.postings.forms[places[term]] for form, term in notes)


def test_a_row_tells_all_there_is(postings: Postings) -> None:
    """A field is three bits of a row, times four, a length eight: none runs into the next."""
    assert len(FIELDS) <= 8
    assert MOST_TIMES < 16
    assert len(LENGTHS) <= 256
    assert int(postings.code.max()) < 1 << (15 + MOST_FORMS)
    assert set((postings.code & 7).tolist()) <= set(range(len(FIELDS)))


def test_a_new_word_changes_few_files(world: World, tokens: Tokens, postings: Postings) -> None:
    """A document that says one word more changes the slice of that word and its parcels, and mostly no others.

    Where slices are cut is told by their words, but a slice that finds no such word in time is cut where it is full:
    then those behind it move, too, until one is cut by a word again.
    """
    before, tongue = names_of(postings), world.tongues["en"]
    more = (gathered(tokens_of(tongue, word, tokens), postings.documents) for word in ("aaaa", "mmmm", "zzzz", "robot"))
    new = [len(names_of(one) - before) for one in more]
    assert min(new) >= 1
    assert sorted(new)[1] <= 8, new
    assert max(new) <= 40, new


def names_of(postings: Postings) -> set[str]:
    """Names of slices and parcels."""
    return {name for one in slices(postings, no_cards) for name in (one.name, *(parcel for parcel, _ in one.parcels))}


def test_slices_lie_in_order(postings: Postings) -> None:
    """The first begins with nothing, each key comes after the one before: whatever is looked for is in one slice."""
    keys = [one.key.encode("utf-16-be") for one in slices(postings, no_cards)]
    assert keys == sorted(set(keys))
    assert not keys[0]
