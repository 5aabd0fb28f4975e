"""python -m tests.bench.pace: whether small things keep their pace, each beside a peer in the same run.

The reader beside the C loader of PyYAML; what was made to annoy beside something ordinary of the same size; ten times
the entries beside the entries. Best of several, in processor time: for a quiet machine.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import Any

import yaml

from skillshub import prose
from skillshub.rules import Ground, judge
from skillshub.sources import judge as read
from skillshub.sources import places
from tests.unit import test_prose, test_schemas, test_sources_reader
from tests.unit.builders import TODAY, a_course, a_hub_catalogue, some_settings

ITEM = b"- name: value number %d, and some more words\n  level: expert\n"
WORDS = "Some *words* of a [text](https://example.org) as providers write it, in a paragraph.\n\n"


def main() -> None:
    print(f"{'':34} {'ms':>9} {'peer ms':>9} {'ratio':>8}   target")
    for what, ours, theirs, target in _races():
        own, other = _best_of_both(ours, theirs)
        verdict = "reached" if own <= other * target else "missed"
        print(f"{what:34} {own * 1e3:9.2f} {other * 1e3:9.2f} {own / other:8.2f}   {target:g}: {verdict}", flush=True)


def _races() -> Iterator[tuple[str, Callable[[], object], Callable[[], object], float]]:
    """What it is, the work, its peer, and how many times the peer's time it may take."""
    some = _ordinary(1_200)
    yield "reader / C loader", lambda: read("x.yml", some), lambda: yaml.load(some, yaml.CSafeLoader), 1
    yield "rules: 10,000 / 1,000 entries", _rules(10_000), _rules(1_000), 15
    for name, content in test_sources_reader.HOSTILE.items():
        yield f"file: {name}", _reader(content), _reader(_ordinary(min(len(content), 60_000))), 10
    for name, text in test_prose.HOSTILE.items():
        yield f"text: {name}"[:34], _prose(text), _prose(WORDS * (1 + len(text) // len(WORDS))), 20
    course = next(value for kind, value in test_schemas.sound_entries() if kind == "course")
    for fields in test_schemas.ANNOYING:
        yield f"fields: {', '.join(fields)}"[:34], _schema({**course, **fields}), _reader(_ordinary(60_000)), 5


def _ordinary(size: int) -> bytes:
    return b"items:\n" + b"".join(ITEM % number for number in range(1 + size // len(ITEM)))


def _rules(number: int) -> Callable[[], object]:
    some = (a_course(slug=f"course-{count}", title="Same", provider=f"nobody-{count}") for count in range(number))
    there = Ground(catalogue=a_hub_catalogue(*some), settings=some_settings(), today=TODAY)
    return lambda: list(judge(there))


def _reader(content: bytes) -> Callable[[], object]:
    return lambda: (read("x.yml", content), places(content))


def _prose(text: str) -> Callable[[], object]:
    return lambda: (prose.html.__wrapped__(text), prose.plain(text, 150))


def _schema(value: Any) -> Callable[[], object]:
    schemas = test_schemas.schemas()
    return lambda: schemas.problems_in("x.yml", "course", value)


def _best_of_both(ours: Callable[[], object], theirs: Callable[[], object]) -> tuple[float, float]:
    """Seconds of processor time, alternately: as often as fits into a second, three times at least."""
    times: list[tuple[float, float]] = []
    ours(), theirs()  # what is made or loaded only once does not count
    while len(times) < 3 or (sum(map(sum, times)) < 1 and len(times) < 200):
        times.append((_seconds(ours), _seconds(theirs)))
    own, other = (min(each) for each in zip(*times, strict=True))
    return own, other


def _seconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


if __name__ == "__main__":
    main()
