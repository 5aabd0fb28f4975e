"""The words of every document, as numbers: texts cut, without stop words, and stemmed each in its own language.

A *term* is what a stemmer leaves of a word, a *form* is a word as it was written (folded): "batteri" of "battery" and
"batteries". What was read for the last build is not read again.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain

import numpy as np

from skillshub import words
from skillshub.outputs.search.fields import HEAD, NUMBER_OF, Piece
from skillshub.outputs.search.packing import Numbers

Kept = tuple[Sequence[tuple[str, str]], Sequence[tuple[int, ...]], Mapping[str, tuple[bytes, bytes]]]
"""Pairs of term and form by their number, groups of pairs by theirs, and the words of each document by its face."""

Texts = Mapping[str, Iterable[Piece]]
"""The texts of a document, by the name of the field they stand in."""


class Vocabulary:
    """Every pair of term and form that was met, by number; and which of them stood together between two spaces.

    ``language`` is that of the index: a query leaves out the stop words of that one, and no others.
    """

    def __init__(self, language: str) -> None:
        self._left_out = words.stop_words(language)
        self.terms: list[str] = []
        self.forms: list[str] = []
        self.groups: list[tuple[int, ...]] = []
        self._places: dict[tuple[int, ...], int] = {}
        self.group(())  # 0: a stop word, or no word at all
        self._numbers: dict[tuple[str, str], int] = {}
        self._read: dict[str, _Read] = {}

    def of(self, language: str) -> _Read:
        """How texts of a language are read: without those of its stop words that a query leaves out."""
        if language not in self._read:
            self._read[language] = _Read(self, language, words.stop_words(language) & self._left_out)
        return self._read[language]

    def number(self, term: str, form: str) -> int:
        pair = (term, form)
        if pair not in self._numbers:
            self._numbers[pair] = len(self.terms)
            self.terms.append(term)
            self.forms.append(form)
        return self._numbers[pair]

    def group(self, pairs: tuple[int, ...]) -> int:
        if pairs not in self._places:
            self._places[pairs] = len(self.groups)
            self.groups.append(pairs)
        return self._places[pairs]


_AROUND = '.,;:!?()[]{}<>*_`~"“”„«»…'
"""What stands around words, and is never part of one."""


class _Read(dict[str, int]):
    """What stands between two spaces -> the group of its words, worked out when it is first met; no stop words."""

    def __init__(self, vocabulary: Vocabulary, language: str, stops: frozenset[str]) -> None:
        super().__init__()
        self._vocabulary, self._language, self._stops = vocabulary, language, stops

    def __missing__(self, chunk: str) -> int:
        bare = chunk.strip(_AROUND)
        self[chunk] = found = self[bare] if bare != chunk else self._read(chunk)
        return found

    def _read(self, chunk: str) -> int:
        pairs = ((word, words.fold(word)) for word in (*words.cut(chunk), *words.joined(chunk)))
        found = (self._number(word, form) for word, form in pairs if form and form not in self._stops)
        return self._vocabulary.group(tuple(found))

    def _number(self, word: str, form: str) -> int:
        return self._vocabulary.number(words.stem(word, self._language), form)

    def stopped(self, text: str, *, every: bool) -> int:
        """The group of a text's stop words: those that it shouts ("IT"), or all."""
        shouted = set(chain.from_iterable(map(words.cut, filter(str.isupper, text.split()))))
        if not (every or shouted):
            return 0
        pairs = ((word, words.fold(word)) for word in words.cut(text) if every or word in shouted)
        return self._vocabulary.group(tuple(self._number(word, form) for word, form in pairs if form in self._stops))


class Tokens:
    """The words of all documents as numbers, a block for each document. What was read before is not read again."""

    def __init__(self, language: str, kept: Kept | None = None) -> None:
        self.vocabulary = Vocabulary(language)
        self._blocks: list[tuple[str, bytes, bytes]] = []
        self._cut = _Cut(self.vocabulary)
        pairs, groups, blocks = kept or ((), (), {})
        for term, form in pairs:
            self.vocabulary.number(term, form)
        for group in groups:
            self.vocabulary.group(group)
        self._known = blocks

    def add(self, face: str, texts: Callable[[], Texts]) -> None:
        """The next document; ``face`` changes when its texts may have changed."""
        block = self._known.get(face) or self._block(texts())
        self._blocks.append((face, *block))

    def _block(self, texts: Texts) -> tuple[bytes, bytes]:
        groups: list[int] = []
        fields = bytearray()
        for name, number in NUMBER_OF.items():
            before, of_many = len(groups), name in _OF_MANY
            for piece in texts.get(name, ()):
                groups += self._cut[piece] if of_many else groups_of(self.vocabulary, piece, named=number < HEAD)
            fields += bytes((number,)) * (len(groups) - before)
        return bytes(fields), array("i", groups).tobytes()

    def columns(self) -> tuple[Numbers, Numbers, Numbers]:
        """Document, field and pair of every word."""
        sizes = [len(fields) for _, fields, _ in self._blocks]
        documents = np.repeat(np.arange(len(sizes), dtype=np.int32), sizes)
        fields = np.frombuffer(b"".join(fields for _, fields, _ in self._blocks), np.uint8)
        groups = np.frombuffer(b"".join(groups for _, _, groups in self._blocks), np.int32)
        flat = np.fromiter(chain.from_iterable(self.vocabulary.groups), np.int32)
        sizes_of = np.fromiter(map(len, self.vocabulary.groups), np.int32)
        begins_of = np.cumsum(sizes_of, dtype=np.int32) - sizes_of
        many = sizes_of[groups]
        shift = begins_of[groups] - (np.cumsum(many, dtype=np.int32) - many)
        places = np.repeat(shift, many) + np.arange(many.sum(), dtype=np.int32)
        return np.repeat(documents, many), np.repeat(fields, many), flat[places]

    def kept(self) -> Kept:
        """What the next build may begin with."""
        pairs = list(zip(self.vocabulary.terms, self.vocabulary.forms, strict=True))
        return pairs, self.vocabulary.groups, {face: (fields, groups) for face, fields, groups in self._blocks}


_OF_MANY = ("names", "skills", "place", "tags")
"""Fields whose texts come again with every entry that refers to the same. All of them are heads."""


class _Cut(dict[Piece, list[int]]):
    """The words of such texts, worked out when one is first met."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        super().__init__()
        self._vocabulary = vocabulary

    def __missing__(self, piece: Piece) -> list[int]:
        self[piece] = found = groups_of(self._vocabulary, piece, named=True)
        return found


def groups_of(vocabulary: Vocabulary, piece: Piece, *, named: bool) -> list[int]:
    """The words of a text, in groups; stop words only where a name has nothing else, or where it shouts them."""
    text, language = piece
    read = vocabulary.of(language)
    found = list(filter(None, map(read.__getitem__, text.split())))
    if named and (stopped := read.stopped(text, every=not found)):
        found.append(stopped)
    return found
