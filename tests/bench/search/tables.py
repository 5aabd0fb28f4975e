"""The bench's report: rows under headings, and whether a target was reached or missed, and by how much."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from tests.bench.search.quality import Score


def heading(text: str) -> None:
    print(f"\n{text}\n{'-' * len(text)}", flush=True)


def table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """The first column holds names, the others numbers."""
    lines = [tuple(columns), *map(tuple, rows)]
    widths = [max(len(line[place]) for line in lines) for place in range(len(columns))]
    for name, *numbers in lines:
        cells = (cell.rjust(width) for cell, width in zip(numbers, widths[1:], strict=True))
        print("  ".join([name.ljust(widths[0]), *cells]).rstrip(), flush=True)


def quality_rows(scores: Mapping[str, Score]) -> Iterable[Sequence[str]]:
    for kind, one in scores.items():
        yield kind, str(one.number), f"{one.first:.3f}", f"{one.page:.3f}", f"{one.rank:.3f}"


def verdict(what: str, measured: float, target: float, unit: str) -> None:
    """Less is better."""
    said = "reached" if measured <= target else f"missed by {measured - target:.3g} {unit}"
    print(f"{what}: {measured:.4g} {unit}, target {target:.4g}: {said}", flush=True)
