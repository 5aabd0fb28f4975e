"""The rows of all terms as bytes, laid out at once; what a file holds of a term is cut out of them.

Rows that have field, times and length in common are a run. A half of a term (its heads, or its bodies) is told by how
many runs it has; the field and times, the length, and the number of rows of each; then the documents as gaps, which
begin anew with each run; then the forms, where the term has several. ``lexicon.js`` reads that.
"""

from __future__ import annotations

import numpy as np

from skillshub.outputs.search.packing import gaps, laid_out, number, numbers
from skillshub.outputs.search.postings import LENGTH, MARK, Postings, changes


class Rows:
    """The bytes of each half: heads of a term are half ``2 * term``, bodies the next one."""

    def __init__(self, postings: Postings) -> None:
        self._postings = postings
        self._ends: list[int] = [0, *postings.halves.tolist()]
        codes = postings.code & (MARK | LENGTH)
        begins_run = changes(codes)
        begins_run[postings.halves[postings.halves < len(codes)]] = True
        begins = np.flatnonzero(begins_run)
        apart = gaps(postings.document)
        apart[begins] = postings.document[begins]
        self._apart, self._apart_at = laid_out(apart)
        self._counts, self._counts_at = laid_out(np.diff(begins, append=len(codes)))
        self._marks = (codes[begins] & MARK).astype(np.uint8).tobytes()
        self._lengths = (codes[begins] >> 7).astype(np.uint8).tobytes()
        self._runs: list[int] = np.searchsorted(begins, self._ends).tolist()

    def size(self, half: int) -> int:
        return self._ends[half + 1] - self._ends[half]

    def of(self, half: int) -> bytes:
        first, last = self._ends[half], self._ends[half + 1]
        run, end = self._runs[half], self._runs[half + 1]
        counts = self._counts[self._counts_at[run] : self._counts_at[end]]
        apart = self._apart[self._apart_at[first] : self._apart_at[last]]
        several = len(self._postings.forms[half // 2]) > 1
        forms = numbers(self._postings.code[first:last] >> 15) if several else b""
        return b"".join((number(end - run), self._marks[run:end], self._lengths[run:end], counts, apart, forms))
