"""Entries that look like another one: perhaps the same thing twice, in other words. Only people can tell.

What is certainly the same twice is an error, and told by ``rules.twins``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from rapidfuzz import fuzz, process

from skillshub.catalogue import Catalogue
from skillshub.model import Course, Entry, Event, Kind, Provider
from skillshub.rules.twins import plain_title

_ALIKE = 80  # of 100: titles below it are two things
_DAYS = 3  # between the beginnings of one event in two entries
_MOST = 3  # likenesses that are told of one entry


class Likeness(NamedTuple):
    entry: Entry
    other: Entry
    score: int  # of the titles, of 100
    why: str


def likenesses(catalogue: Catalogue, entries: Iterable[Entry]) -> Iterator[Likeness]:
    """Each of the entries with those of its kind that it resembles, every pair once."""
    told: set[frozenset[str]] = set()
    titles: dict[Kind, dict[str, str]] = {}
    for entry in entries:
        shelf = titles.setdefault(entry.kind, {})
        if not shelf:
            shelf.update({slug: plain_title(one) for slug, one in catalogue.shelf(entry.kind).items()})
        for likeness in _like(entry, catalogue, shelf):
            pair = frozenset({entry.path, likeness.other.path})
            if pair not in told:
                told.add(pair)
                yield likeness


def _like(entry: Entry, catalogue: Catalogue, titles: Mapping[str, str]) -> Iterator[Likeness]:
    found = process.extract(
        plain_title(entry), titles, scorer=fuzz.token_sort_ratio, score_cutoff=_ALIKE, limit=_MOST + 20
    )
    count = 0
    for _, score, slug in found:
        other = catalogue.shelf(entry.kind)[slug]
        why = "" if other.path == entry.path else _reason(entry, other)
        if why and count < _MOST and other.status != "archived":
            count += 1
            yield Likeness(entry, other, round(score), why)


def _reason(entry: Entry, other: Entry) -> str:
    """What else the two have in common; alike titles alone say nothing where titles are often alike."""
    compare = _REASONS.get(entry.kind)
    return compare(entry, other) if compare else "a similar name"


def _of_courses(one: Course, other: Course) -> str:
    if one.url == other.url:
        return "the same web page"
    same = one.provider == other.provider and one.mode == other.mode
    return "the same provider and form" if same and set(one.regions) & set(other.regions) else ""


def _of_events(one: Event, other: Event) -> str:
    near = abs((one.start.first - other.start.first).days) <= _DAYS
    return "nearly the same day" if near else ""


def _of_providers(one: Provider, other: Provider) -> str:
    return "the same country" if one.country == other.country else ""


_REASONS: Mapping[Kind, Callable[[Any, Any], str]] = {
    "course": _of_courses,
    "event": _of_events,
    "provider": _of_providers,
}
