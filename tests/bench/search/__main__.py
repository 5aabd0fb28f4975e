"""make bench-search: how well, how lightly and how quickly the hub finds, beside Pagefind and three libraries.

Quality over hand-written queries for real entries; weight, cost and speed over made-up hubs. All engines are asked in
one Chromium and served by one host, with the same documents. ``make bench-search ARGS='--only quality'`` has a quick
look; tune with what it prints, and look at ``--held-out`` when tuning is over.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median, quantiles

from tests.bench.measure import Failed
from tests.bench.search import corpus, tables
from tests.bench.search.documents import Document, documents_of
from tests.bench.search.engine import Engine, Made
from tests.bench.search.ours import OURS, has_landed
from tests.bench.search.quality import Found, place_of, scores
from tests.bench.search.queries import Query, queries
from tests.bench.search.rivals import RIVALS, library, pagefind
from tests.bench.search.scale import site_of_size, two_words
from tests.bench.search.visiting import Visitor, chromium, visiting
from tests.search.hostile_queries import HOSTILE

MEMORY = Path("/dev/shm")
MOST_IN_MEMORY = 10_000  # entries: the sites of more, and what the engines take, would not both fit
MOST_KILOBYTES = {10_000: 25.0, 100_000: 45.0}
MOST_REQUESTS = 14
MOST_MILLISECONDS = {10_000: 30.0, 100_000: 80.0}
MOST_FOR_FACETS = {10_000: 20.0}
MOST_HELD = 100.0  # milliseconds of the page, whatever is typed
MOST_OF_PAGEFIND = 1 / 6
MOST_MEMORY = {100_000: 2_000.0}  # MB


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.search", description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=[1_000, 10_000], help="entries of the made-up hubs")
    parser.add_argument("--only", choices=("quality", "scale"), help="leave out the other half")
    parser.add_argument("--engines", nargs="+", help="only these, by the beginnings of their names")
    parser.add_argument("--held-out", action="store_true", help="ask the queries that were kept back from tuning")
    parser.add_argument("--misses", action="store_true", help="name each query whose answer is not the first")
    parser.add_argument("--queries", type=int, default=40, help="two-word queries for weight and speed")
    parser.add_argument("--quick", action="store_true", help="leave out Pagefind above 10,000 entries")
    asked = parser.parse_args(arguments)

    print(
        library.missing() or "MiniSearch, FlexSearch and lunr.js make their indexes in Node; all are asked in Chromium."
    )
    if asked.only != "scale":
        quality(asked)
    for size in sorted(set(asked.sizes)) if asked.only != "quality" else ():
        measured(size, asked)


def engines(asked: argparse.Namespace, site: Path) -> Iterator[Engine]:
    """Ours where it has landed, and the rivals that this machine has."""
    rivals = [one for one in RIVALS if one is pagefind.PAGEFIND or not library.missing()]
    for one in [*([OURS] if has_landed(site) else []), *rivals]:
        if not asked.engines or one.name.lower().startswith(tuple(map(str.lower, asked.engines))):
            yield one


@contextmanager
def workshop(size: int = 0) -> Iterator[Path]:
    """A folder in memory, or on disk where it will be large."""
    memory = MEMORY if MEMORY.is_dir() and size <= MOST_IN_MEMORY else None
    with tempfile.TemporaryDirectory(dir=memory, prefix="skillshub-search-") as name:
        yield Path(name)


def make(engine: Engine, documents: Sequence[Document], site: Path, folder: Path, language: str) -> Made:
    own = folder / engine.name / language / "served"
    own.mkdir(parents=True)
    return engine.make(documents, site, own, language)


# Quality


def quality(asked: argparse.Namespace) -> None:
    chosen = [query for query in queries() if query.held_out == asked.held_out]
    found: dict[str, list[tuple[Query, int]]] = {}
    for name in corpus.at_hand():
        with workshop() as folder:
            site = corpus.build(name, folder)
            for language in corpus.LANGUAGES[name]:
                here = [query for query in chosen if (query.corpus, query.site) == (name, language)]
                for engine, places in _asked(asked, here, site, folder, language):
                    found.setdefault(engine, []).extend(places)
    half = "held-out half" if asked.held_out else "tuning half"
    for engine, places in found.items():
        _print_quality(f"Quality, {half}: {engine}", places, misses=asked.misses)


def _asked(
    asked: argparse.Namespace, chosen: Sequence[Query], site: Path, folder: Path, language: str
) -> Iterator[tuple[str, Found]]:
    documents = documents_of(site, language)
    made = {one.name: make(one, documents, site, folder, language) for one in engines(asked, site)}
    with chromium() as browser:
        for name, one in made.items():
            with visiting(browser, one) as visitor:
                yield name, [(query, place_of(query, visitor.find(query.text))) for query in chosen]


def _print_quality(title: str, found: Found, *, misses: bool) -> None:
    tables.heading(title)
    ordered = sorted(found, key=lambda one: one[0].order)
    tables.table(("", "queries", "hit@1", "hit@10", "MRR"), tables.quality_rows(scores(ordered)))
    for query, place in ordered if misses else ():
        if place != 1:
            print(f"  {query.kind:14} {query.site} {place or '-':>2}  {query.text}  ->  {' '.join(query.expected[:2])}")


# Size, cost and speed


def measured(size: int, asked: argparse.Namespace) -> None:
    with workshop(size) as folder:
        site = site_of_size(size, folder)
        documents = documents_of(site, "en")
        chosen = two_words(documents, asked.queries)
        made = {}
        for engine in _able(asked, site, size):
            try:
                made[engine.name] = make(engine, documents, site, folder, "en")
            except Failed as failed:  # a rival may need more memory than there is
                print(f"{engine.name} is left out at {size:,} entries: {str(failed)[-300:]}")
        _print_costs(size, made)
        with chromium() as browser:
            weights, speeds, facets, held = {}, {}, 0.0, 0.0
            for name, one in made.items():
                with visiting(browser, one) as visitor:
                    weights[name] = _weight(visitor, chosen[: one.visits])
                    speeds[name] = _speed(visitor, chosen)
                    if name == OURS.name:
                        facets, held = visitor.facets(chosen), visitor.held(HOSTILE.values())
            tables.heading(f"{size:,} entries: a first visit, until the results of two words are shown")
            columns = ("", "kB for search", "kB in all", "requests for search", "requests in all")
            tables.table(columns, ((name, *(f"{number:,.1f}" for number in row)) for name, row in weights.items()))
            _judge_weight(size, weights)
            tables.heading(f"{size:,} entries: a query asked again, in the page")
            tables.table(("", "p50 ms", "p95 ms"), ((n, f"{a:.1f}", f"{b:.1f}") for n, (a, b) in speeds.items()))
            _judge_speed(size, speeds, facets)
            if OURS.name in speeds:
                tables.verdict(f"page held by {len(HOSTILE)} hostile queries", held, MOST_HELD, "ms")


def _able(asked: argparse.Namespace, site: Path, size: int) -> Iterator[Engine]:
    for one in engines(asked, site):
        skips = asked.quick and one is pagefind.PAGEFIND and size > 10_000
        if size <= one.most and not skips:
            yield one
            continue
        print(f"{one.name} is left out at {size:,} entries: {'--quick' if skips else 'it loads its whole index'}.")


def _print_costs(size: int, made: dict[str, Made]) -> None:
    tables.heading(f"{size:,} entries: making the index")
    costs = {name: one.cost for name, one in made.items() if one.cost}
    rows = ((name, f"{c.cpu:.1f}", f"{c.wall:.1f}", f"{c.largest:.0f}") for name, c in costs.items())
    tables.table(("", "CPU s", "wall s", "largest MB"), rows)
    ours, theirs = costs.get(OURS.name), costs.get(pagefind.PAGEFIND.name)
    if ours and theirs:
        tables.verdict("CPU of ours to Pagefind's", ours.cpu / theirs.cpu, MOST_OF_PAGEFIND, "times")
    if ours and size in MOST_MEMORY:
        tables.verdict("memory that the index adds to a build", ours.together, MOST_MEMORY[size], "MB")


Weight = tuple[float, float, float, float]


def _weight(visitor: Visitor, chosen: Sequence[str]) -> Weight:
    """Medians of kB and requests, first of what is loaded for the search, then of all."""
    visits = [visitor.loads(text) for text in chosen]
    search = [visitor.for_search(sent) for sent in visits]
    return (
        median(sum(one.bytes for one in sent) / 1000 for sent in search),
        median(sum(one.bytes for one in sent) / 1000 for sent in visits),
        median(map(len, search)),
        median(map(len, visits)),
    )


def _judge_weight(size: int, weights: dict[str, Weight]) -> None:
    if OURS.name in weights and size in MOST_KILOBYTES:
        kilobytes, _, requests, _ = weights[OURS.name]
        tables.verdict("bytes until results", kilobytes, MOST_KILOBYTES[size], "kB")
        tables.verdict("requests until results", requests, MOST_REQUESTS, "requests")


def _speed(visitor: Visitor, chosen: Sequence[str]) -> tuple[float, float]:
    times = visitor.warm(chosen)
    return median(times), quantiles(times, n=20)[-1]


def _judge_speed(size: int, speeds: dict[str, tuple[float, float]], facets: float) -> None:
    if OURS.name in speeds and size in MOST_MILLISECONDS:
        tables.verdict("p95 of a query asked again", speeds[OURS.name][1], MOST_MILLISECONDS[size], "ms")
    if OURS.name in speeds and size in MOST_FOR_FACETS:
        tables.verdict("p50 of counts under two filters", facets, MOST_FOR_FACETS[size], "ms")


if __name__ == "__main__":
    main()
