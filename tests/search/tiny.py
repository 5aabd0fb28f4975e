"""An index of a few texts, for laws that need words which no hub has: the files that a query for words reads."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from skillshub import words
from skillshub.outputs.search.fields import FIELDS, Piece
from skillshub.outputs.search.packing import as_json, digest, packed
from skillshub.outputs.search.postings import Postings, gathered
from skillshub.outputs.search.root import FORMAT, as_letters
from skillshub.outputs.search.slices import Slice, slices
from skillshub.outputs.search.spelling import Page, back, directory, front
from skillshub.outputs.search.tokens import Tokens
from skillshub.outputs.search.weights import WEIGHTS

Texts = Mapping[str, str]  # by field, in English


def no_cards(numbers: Iterable[int]) -> bytes:
    return " ".join(map(str, numbers)).encode()


@dataclass(frozen=True, kw_only=True, repr=False)
class Index:
    """A few texts as postings, and the folder where their files lie."""

    postings: Postings
    cut: Sequence[Slice]
    files: Mapping[str, bytes]  # by name, not packed


def index_of(texts: Sequence[Texts]) -> Index:
    tokens = Tokens("en")
    for number, text in enumerate(texts):
        tokens.add(str(number), partial(_pieces, text))
    return cut_up(gathered(tokens, len(texts)))


def _pieces(text: Texts) -> Mapping[str, list[Piece]]:
    return {field: [(words_, "en")] for field, words_ in text.items()}


def cut_up(postings: Postings) -> Index:
    """The files of some postings: slices, parcels, and the words from both sides."""
    cut = list(slices(postings, no_cards))
    named_alike: list[Slice | Page] = [*cut, *front(postings.of_forms), *back(postings.of_forms)]
    named = [*((one.name, one.content) for one in named_alike), *(parcel for one in cut for parcel in one.parcels)]
    return Index(postings=postings, cut=cut, files={name: content() for name, content in named})


def write(index: Index, folder: Path, over: Sequence[int] = ()) -> Path:
    """The folder as the engine reads it."""
    spelled = directory(list(front(index.postings.of_forms)), list(back(index.postings.of_forms)))
    for name, content in {**index.files, digest(spelled): spelled}.items():
        place = folder / "shelf" / name[0]
        place.mkdir(parents=True, exist_ok=True)
        (place / f"{name[1:]}.bin").write_bytes(packed(content))
    (folder / "root.bin").write_bytes(packed(as_json(_root(index, digest(spelled), over)).encode()))
    return folder


def _root(index: Index, spelled: str, over: Sequence[int]) -> Mapping[str, object]:
    means = zip(FIELDS, index.postings.averages, strict=True)
    return {
        "format": FORMAT,
        "edition": "tiny",
        "documents": index.postings.documents,
        "pages": 0,
        "fields": [[field.name, field.boost, mean] for field, mean in means],
        "weights": WEIGHTS,
        "stops": " ".join(words.stop_words("en")),
        "stemmers": ["en"],
        "compounds": False,
        "over": as_letters(over),
        "keys": "\n".join(one.key for one in index.cut),
        "names": "".join(one.name for one in index.cut),
        "words": spelled,
        "identities": 1,
        "dictionary": "",
        "shelf": "shelf",
    }
