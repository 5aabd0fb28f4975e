"""What a posting weighs is what lunr says, over every posting of more than a thousand documents."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

import numpy as np
import pytest
from lunr.builder import Builder

from skillshub.outputs.search.fields import FIELDS
from skillshub.outputs.search.postings import LENGTHS, MOST_TIMES, Postings, gathered
from skillshub.outputs.search.tokens import Tokens
from skillshub.outputs.search.weights import WEIGHTS
from tests.search.corpus import pieces_of, said_by
from tests.search.world import World

pytestmark = pytest.mark.xdist_group("search")

Weights = dict[tuple[str, int, str], float]  # of each term in a document's field

TO_LUNRS_DIGITS = 0.001  # lunr rounds to three decimals
EXACT_LENGTH = 16
ROUNDED = 1 / 8  # how much shorter a field may be taken to be
USUALLY = 0.08


@dataclass(frozen=True, kw_only=True, repr=False)
class Both:
    """The same documents as postings of ours and as vectors of lunr's."""

    postings: Postings
    ours: Weights
    lunrs: Weights
    lengths: Mapping[tuple[int, str], int]
    times: Mapping[tuple[str, int, str], int]


@pytest.fixture(scope="module")
def both(world: World) -> Both:
    """The documents of both languages in one index, for who asks in English."""
    tongues = world.tongues.values()
    texts = [said_by(tongue, one, "en") for tongue in tongues for one in tongue.documents]
    tokens = Tokens("en")
    for tongue in tongues:
        for number, one in enumerate(tongue.documents):
            tokens.add(f"{tongue.code} {number}", partial(pieces_of, tongue, one))
    builder = Builder()
    for field in FIELDS:
        builder.field(field.name, boost=field.boost)
    for number, text in enumerate(texts):
        said = {
            field.name: [term for term, _ in text[field.name].tokens] if field.name in text else [] for field in FIELDS
        }
        builder.add({"id": str(number), **said})
    postings = gathered(tokens, len(texts))
    return Both(
        postings=postings,
        ours=weights_of(postings),
        lunrs=dict(_vectors(builder)),
        lengths={(at, name): said.length for at, text in enumerate(texts) for name, said in text.items()},
        times={
            (term, at, name): forms.total()
            for at, text in enumerate(texts)
            for name, said in text.items()
            for term, forms in said.forms.items()
        },
    )


def weights_of(postings: Postings) -> Weights:
    """lunr's BM25 of every row, from what a row tells: the place of its length, how often, the field."""
    k1, b = WEIGHTS["k1"], WEIGHTS["b"]
    boosts = np.array([field.boost for field in FIELDS])
    at, times, place = postings.code & 7, (postings.code >> 3) & 15, (postings.code >> 7) & 255
    relative = np.array(LENGTHS)[place] / np.array(postings.averages)[at]
    rows = np.diff(postings.halves[1::2], prepend=0)
    term = np.repeat(np.arange(len(postings.terms)), rows)
    idf = np.log(1 + np.abs((postings.documents - rows + 0.5) / (rows + 0.5)))[term]
    weights = idf * boosts[at] * (k1 + 1) * times / (k1 * (1 - b + b * relative) + times)
    told = zip(term.tolist(), postings.document.tolist(), at.tolist(), weights.tolist(), strict=True)
    return {(postings.terms[one], document, FIELDS[field].name): weight for one, document, field, weight in told}


def _vectors(builder: Builder) -> Iterator[tuple[tuple[str, int, str], float]]:
    builder._calculate_average_field_lengths()
    builder._create_field_vectors()
    terms = {posting["_index"]: term for term, posting in builder.inverted_index.items()}
    for name, vector in builder.field_vectors.items():
        field, _, document = name.partition("/")
        for index, weight in zip(vector.elements[::2], vector.elements[1::2], strict=True):
            yield (terms[index], int(document), field), weight


def test_both_have_the_same_postings(both: Both) -> None:
    """A word of a field of a document has a row here where lunr has one, and nowhere else."""
    assert both.postings.documents > 1000
    assert len(both.ours) == len(both.postings.code), "no two rows speak of the same"
    assert both.ours.keys() == both.lunrs.keys()


def test_a_posting_weighs_what_lunr_says(both: Both) -> None:
    """To lunr's last digit where the field has up to sixteen words, and the word comes up to fifteen times."""
    short = [key for key in both.lunrs if both.lengths[key[1:]] <= EXACT_LENGTH and both.times[key] <= MOST_TIMES]
    assert len(short) > 30_000
    unlike = [(key, both.ours[key], both.lunrs[key]) for key in short if not _near(both, key)]
    assert not unlike, unlike[:5]


def _near(both: Both, key: tuple[str, int, str]) -> bool:
    return math.isclose(both.ours[key], both.lunrs[key], abs_tol=TO_LUNRS_DIGITS, rel_tol=0)


def test_long_fields_are_rounded_and_no_more(both: Both) -> None:
    """Elsewhere it weighs an eighth more at the most, never less, and 8 % at the most in 97 of 100 cases."""
    long = [key for key in both.lunrs if both.lengths[key[1:]] > EXACT_LENGTH and both.times[key] <= MOST_TIMES]
    more = np.array(
        [(both.ours[key] + TO_LUNRS_DIGITS / 2) / max(both.lunrs[key], TO_LUNRS_DIGITS) - 1 for key in long]
    )
    assert more.min() >= -TO_LUNRS_DIGITS
    assert more.max() <= ROUNDED + TO_LUNRS_DIGITS
    assert np.mean(more <= USUALLY) > 0.97


def test_what_comes_very_often_counts_as_fifteen_times(both: Both) -> None:
    """A word that comes more often weighs less than lunr would have it, by a third at the most."""
    often = [key for key in both.lunrs if both.times[key] > MOST_TIMES]
    assert often
    assert all(2 / 3 * both.lunrs[key] < both.ours[key] < (1 + ROUNDED) * both.lunrs[key] for key in often)


def test_lengths_are_exact_and_then_within_an_eighth() -> None:
    """Up to sixteen every length is told apart; beyond, the next one is at most an eighth longer."""
    assert LENGTHS[: EXACT_LENGTH + 1] == list(range(EXACT_LENGTH + 1))
    assert all(
        one < other <= one * 9 / 8
        for one, other in zip(LENGTHS[EXACT_LENGTH:], LENGTHS[EXACT_LENGTH + 1 :], strict=False)
    )
    assert len(LENGTHS) <= 128, "a length's place is one byte as a number of seven bits"
