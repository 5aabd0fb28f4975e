"""The id of each draft: the one it was given, else one that is made of its title, the same at every import."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b
from typing import Any

from skillshub.findings import Finding
from skillshub.importing.drafts import Draft
from skillshub.sources import is_slug, slug_of

_TITLES = ("title", "legal_name", "label", "name")
_APART = ("provider", "organiser", "organisation", "start", "regions", "region", "url", "homepage", "summary")
"""What tells two entries of one title apart, the most telling first."""


def named(drafts: Iterable[tuple[Draft, Mapping[str, Any]]]) -> Iterator[tuple[str, tuple[Finding, ...]]]:
    """The id of each draft, given with the value that it will have, and what is wrong with it."""
    pairs = list(drafts)
    made = _made([value for draft, value in pairs if not draft.id], [draft.kind for draft, _ in pairs if not draft.id])
    for draft, value in pairs:
        slug = draft.id or next(made)
        yield slug, tuple(_faults(slug, value, draft))


def _made(values: list[Mapping[str, Any]], kinds: list[str]) -> Iterator[str]:
    """One that is shared is made longer by what tells its wearers apart, until it is not."""
    names = [slug_of(_title(value)) for value in values]
    for field in _APART:
        shared = Counter(zip(kinds, names, strict=True))
        names = [
            slug_of(f"{name}-{_word(value.get(field))}") if shared[kind, name] > 1 and value.get(field) else name
            for name, kind, value in zip(names, kinds, values, strict=True)
        ]
    for name, kind, value in zip(names, kinds, values, strict=True):
        yield name if is_slug(name) else f"{kind}-{_digest(_title(value))}"


def _title(value: Mapping[str, Any]) -> str:
    title = next((value[name] for name in _TITLES if value.get(name)), "")
    return str(next(iter(title.values()), "")) if isinstance(title, Mapping) else str(title)


def _word(value: object) -> str:
    if isinstance(value, list):
        return "-".join(map(str, value))
    text = str(value)
    return text if len(text) <= 40 and "://" not in text else _digest(text)


def _digest(text: str) -> str:
    return blake2b(text.encode(), digest_size=4).hexdigest()


def _faults(slug: str, value: Mapping[str, Any], draft: Draft) -> Iterator[Finding]:
    if not _title(value) and not draft.id:
        return  # that the title is missing is told already
    if not is_slug(slug):
        meant = slug_of(slug)
        yield Finding(
            field=("id",),
            code="file-name",
            message=f"'{slug[:80]}' cannot be the id of an entry: it may hold small letters a-z, digits and hyphens.",
            hint=f"Did you mean '{meant}'?" if is_slug(meant) else "Write a short name, for example battery-basics.",
        )


def twins(names: Iterable[tuple[Draft, str]]) -> Mapping[int, Draft]:
    """The drafts (by their number) whose id another draft before them has, with that other one."""
    first: dict[tuple[str, str], Draft] = {}
    found: dict[int, Draft] = defaultdict()
    for number, (draft, slug) in enumerate(names):
        if (draft.kind, slug) in first:
            found[number] = first[draft.kind, slug]
        first.setdefault((draft.kind, slug), draft)
    return found
