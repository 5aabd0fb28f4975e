"""python -m tests.bench.stages [NUMBER | FOLDER]: what each step of a build takes, in microseconds per entry.

One process, one core, no cache: says where the time of a cold build goes, not how long it takes. Give it a number of
made-up entries, or the folder of a hub.
"""

from __future__ import annotations

import gc
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from skillshub import build as story
from skillshub import rules, sources
from skillshub.catalogue import shelve
from skillshub.checking import check
from skillshub.entries import shape
from skillshub.outputs import OUTPUTS
from skillshub.schemas import Schemas
from skillshub.settings import settings_of
from skillshub.site import SiteFile
from tests.bench.entries import entries
from tests.bench.hub import write_hub

REPO = Path(__file__).parents[2]
R = TypeVar("R")


class Clock:
    """Prints how long each step took for so many entries."""

    def __init__(self) -> None:
        self.entries = 1
        self.spent: dict[str, float] = defaultdict(float)

    def step(self, name: str, work: Callable[[], R]) -> R:
        begin = time.perf_counter()
        result = work()
        self.spent[name] = time.perf_counter() - begin
        print(f"{name:8} {self.spent[name] / self.entries * 1e6:8.0f} us per entry {self.spent[name]:8.2f} s")
        return result


def stages(hub: Path, today: date) -> None:
    clock = Clock()
    settings = settings_of(_settings(hub))
    schemas = Schemas.load(REPO / "schema")
    files, _ = sources.entry_files(hub)
    clock.entries = len(files)
    clock.step("find", lambda: sources.entry_files(hub))
    texts = clock.step("read", lambda: [sources.contents(hub, file.path) for file in files])
    read = clock.step("parse", lambda: [sources.judge(f.path, t) for f, t in zip(files, _bytes(texts), strict=True)])
    values: list[Any] = [value for value in read if isinstance(value, dict)]
    print(f"         {len(read) - len(values)} of {len(read)} files cannot be read")
    wrong = clock.step("gate", lambda: [schemas.problems_in(f.path, f.kind, v) for f, v in _sound(files, read)])
    print(f"         {sum(map(bool, wrong))} do not fit")
    language = settings.languages[0]
    shaped = clock.step(
        "shape",
        lambda: [shape(f.kind, f.slug, v, digest="", language=language) for f, v in _sound(files, read)],
    )
    catalogue = clock.step("shelve", lambda: shelve(shaped))
    ground = rules.Ground(catalogue=catalogue, settings=settings, today=today)
    found = clock.step("rules", lambda: list(rules.judge(ground)))
    print(f"         {len(found)} findings, of them {sum(one.severity == 'error' for _, one in found)} errors")
    for entry, one in found[:5]:
        print(f"         {entry.slug}: {one.code}: {one.message}")
    _site_of(clock, hub, schemas, today)


def _site_of(clock: Clock, hub: Path, schemas: Schemas, today: date) -> None:
    """The second half: the story's own steps, each at its own time."""
    checked, _ = check(hub, schemas, today)
    settings = checked.settings
    if settings is None:
        return
    docs, mark = clock.step("docs", lambda: story._docs(hub, schemas, None, settings))
    site = story._site(checked, settings, schemas, docs, story.Terms(), None, mark)
    files = clock.step("plan", lambda: [file for render in OUTPUTS.values() for file in render(site)])
    _in_groups(files)
    made = clock.step("render", lambda: [(file.path, file.content()) for file in files])
    with tempfile.TemporaryDirectory(dir=hub.parent) as folder:
        clock.step("write", lambda: _written(Path(folder), made))


def _in_groups(files: Iterable[SiteFile]) -> None:
    """What a page of each sort takes to render: the first of its sort pays for what all share."""
    spent: dict[str, list[float]] = defaultdict(list)
    size: dict[str, int] = defaultdict(int)
    for file in files:
        folder, _, rest = file.path.partition("/")
        group = f"{folder} {'list' if not rest.count('/') or '_' in rest else 'entry'}" if rest else folder
        begin = time.perf_counter()
        size[group] += len(file.content())
        spent[group].append(time.perf_counter() - begin)
    for group, seconds in sorted(spent.items(), key=lambda one: -sum(one[1]))[:12]:
        each, number = sum(seconds) / len(seconds), len(seconds)
        print(
            f"         {group:18} {number:6} files {each * 1e6:7.0f} us each {size[group] / number / 1000:6.1f} kB each"
        )


def _written(folder: Path, made: Iterable[tuple[str, bytes]]) -> None:
    for path, content in made:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)


def _sound(files: Sequence[Any], read: Sequence[Any]) -> list[tuple[Any, Any]]:
    return [(file, value) for file, value in zip(files, read, strict=True) if isinstance(value, dict)]


def _bytes(texts: Sequence[Any]) -> list[bytes]:
    return [text if isinstance(text, bytes) else b"" for text in texts]


def _settings(hub: Path) -> Any:
    return sources.judge("mkdocs.yml", (hub / "mkdocs.yml").read_bytes(), tags_allowed=True)


def main() -> None:
    asked = sys.argv[1] if len(sys.argv) > 1 else "10000"
    today = date.today()  # noqa: DTZ011 - any day will do
    gc.freeze()
    if not asked.isdigit():
        stages(Path(asked), today)
        return
    memory = "/dev/shm" if Path("/dev/shm").is_dir() else None
    with tempfile.TemporaryDirectory(dir=memory, prefix="skillshub-stages-") as folder:
        write_hub(Path(folder) / "hub", entries(int(asked), today))
        stages(Path(folder) / "hub", today)


if __name__ == "__main__":
    main()
