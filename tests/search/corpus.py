"""What every document says, word by word, in the plainest form: nothing is numbered, cut or packed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from skillshub import words
from skillshub.outputs.search.documents import Document, Handbook
from skillshub.outputs.search.fields import FIELDS
from skillshub.outputs.search.postings import LENGTHS
from tests.search.spelling_rules import Words
from tests.search.world import Tongue

HEADS = frozenset(one.name for one in FIELDS if one.head)

Term = str
Form = str
Token = tuple[Term, Form]


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Said:
    """The words of one field of a document."""

    tokens: Sequence[Token]

    @cached_property
    def length(self) -> int:
        return len(self.tokens)

    @cached_property
    def forms(self) -> Mapping[Term, Counter[Form]]:
        """How often each term stands there in each form."""
        found: dict[Term, Counter[Form]] = {}
        for term, form in self.tokens:
            found.setdefault(term, Counter())[form] += 1
        return found


NOTHING = Said(tokens=())


@dataclass(frozen=True, kw_only=True, repr=False)
class Corpus:
    """All documents of a hub in one language."""

    tongue: Tongue

    @cached_property
    def texts(self) -> Sequence[Mapping[str, Said]]:
        """Of each document: what each field says. Their order is that of their numbers."""
        return [said_by(self.tongue, one, self.tongue.code) for one in self.tongue.documents]

    @cached_property
    def terms(self) -> Sequence[frozenset[Term]]:
        """Of each document: all its terms."""
        return [frozenset(term for said in text.values() for term in said.forms) for text in self.texts]

    @cached_property
    def averages(self) -> Mapping[str, float]:
        """The mean length of each field, to five digits."""
        means = {one.name: sum(text.get(one.name, NOTHING).length for text in self.texts) for one in FIELDS}
        return {name: float(f"{total / len(self.texts):.5g}") for name, total in means.items()}

    @cached_property
    def rows(self) -> Mapping[Term, int]:
        """In how many fields of documents each term stands."""
        return Counter(term for text in self.texts for said in text.values() for term in said.forms)

    @cached_property
    def in_heads(self) -> frozenset[Term]:
        """Terms that any entry is called by."""
        return frozenset(term for text in self.texts for name in HEADS for term in text.get(name, NOTHING).forms)

    @cached_property
    def terms_of(self) -> Mapping[Form, Sequence[Term]]:
        found: dict[Form, dict[Term, None]] = {}
        for text in self.texts:
            for term, form in (token for said in text.values() for token in said.tokens):
                found.setdefault(form, {})[term] = None
        return {form: list(terms) for form, terms in found.items()}

    @cached_property
    def words(self) -> Words:
        """All forms, and in how many documents a head has each: a form of two terms counts for both."""
        heads: dict[Form, int] = dict.fromkeys(self.terms_of, 0)
        for text in self.texts:
            for _, form in {token for name in HEADS for token in text.get(name, NOTHING).tokens}:
                heads[form] += 1
        return Words(heads, compounding=self.tongue.code in words.COMPOUNDING)


def pieces_of(tongue: Tongue, document: Document) -> Mapping[str, Iterable[tuple[str, str]]]:
    return document.texts if isinstance(document, Handbook) else tongue.reading.of(document)


def said_by(tongue: Tongue, document: Document, asked: str) -> Mapping[str, Said]:
    """What each field says to who asks in a language."""
    return {name: _said(name, pieces, asked) for name, pieces in pieces_of(tongue, document).items()}


def _said(name: str, pieces: Iterable[tuple[str, str]], asked: str) -> Said:
    is_name = name in HEADS
    return Said(tokens=[token for text, own in pieces for token in tokens(text, own, asked, is_name=is_name)])


def tokens(text: str, language: str, asked: str, *, is_name: bool) -> list[Token]:
    """The words of a text but those of its stop words that who asks leaves out; a name keeps those that it shouts, and
    all where it has nothing else."""
    stops = words.stop_words(language) & words.stop_words(asked)
    every = [word for word in (*words.cut(text), *words.joined(text)) if words.fold(word)]
    kept = [word for word in every if words.fold(word) not in stops]
    if is_name:
        shouted = {word for chunk in text.split() if chunk.isupper() for word in words.cut(chunk)}
        stopped = [word for word in words.cut(text) if words.fold(word) in stops]
        kept += [word for word in stopped if word in shouted] if kept else stopped
    return [(words.stem(word, language), words.fold(word)) for word in kept]


@cache
def rounded(length: int) -> int:
    """The next of the lengths that are told apart, downwards."""
    return max(one for one in LENGTHS if one <= length)
