"""The rows of neighbouring terms as bytes, laid out at once; what a file holds of a term is cut out of them.

Rows that have field, times and length in common are a run. A half of a term (its heads, or its bodies) is told by how
many runs it has; the field and times, the length, and the number of rows of each; then the documents as gaps, which
begin anew with each run; then the forms, where the term has several. ``lexicon.js`` reads that.
"""

from __future__ import annotations

import numpy as np

from skillshub.outputs.search.packing import gaps, laid_out, number, numbers
from skillshub.outputs.search.postings import LENGTH, MARK, Postings, changes


class Rows:
    """The bytes of each half of some terms: heads of a term are half ``2 * term``, bodies the next one."""

    def __init__(self, postings: Postings, first: int, last: int) -> None:
        self._postings, self._first = postings, 2 * first
        bounds = np.array(postings.bounds[2 * first : 2 * last + 1])
        document, self._code = (column[bounds[0] : bounds[-1]] for column in (postings.document, postings.code))
        ends = bounds - bounds[0]
        codes = self._code & (MARK | LENGTH)
        begins_run = changes(codes)
        begins_run[ends[ends < len(codes)]] = True
        begins = np.flatnonzero(begins_run)
        apart = gaps(document)
        apart[begins] = document[begins]
        self._apart, self._apart_at = laid_out(apart)
        self._counts, self._counts_at = laid_out(np.diff(begins, append=len(codes)))
        self._marks = (codes[begins] & MARK).astype(np.uint8).tobytes()
        self._lengths = (codes[begins] >> 7).astype(np.uint8).tobytes()
        self._ends: list[int] = ends.tolist()
        self._runs: list[int] = np.searchsorted(begins, ends).tolist()

    def of(self, half: int) -> bytes:
        place = half - self._first
        first, last = self._ends[place], self._ends[place + 1]
        run, end = self._runs[place], self._runs[place + 1]
        counts = self._counts[self._counts_at[run] : self._counts_at[end]]
        apart = self._apart[self._apart_at[first] : self._apart_at[last]]
        forms = numbers(self._code[first:last] >> 15) if self._postings.has_several_forms(half // 2) else b""
        return b"".join((number(end - run), self._marks[run:end], self._lengths[run:end], counts, apart, forms))
