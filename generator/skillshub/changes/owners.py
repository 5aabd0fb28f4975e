"""Whose an entry is: the provider that offers it, and the accounts which that provider names. And CODEOWNERS."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from skillshub.catalogue import Catalogue
from skillshub.changes.pasts import Compared, address_of_path
from skillshub.model import Course, Entry, Event, Kind, Practice, Provider
from skillshub.problems import Problem

_Owner = Callable[[Any], str]


def _of_course(course: Course) -> str:
    return course.provider


def _of_event(event: Event) -> str:
    return event.organiser


def _of_provider(provider: Provider) -> str:
    return provider.slug


def _of_practice(practice: Practice) -> str:
    return practice.organisation


_OWNER: Mapping[Kind, _Owner] = {
    "course": _of_course,
    "event": _of_event,
    "provider": _of_provider,
    "practice": _of_practice,
}


def owner_of(entry: Entry) -> str:
    """The slug of the provider whose an entry is; "" for what belongs to the whole hub."""
    owner = _OWNER.get(entry.kind)
    return owner(entry) if owner else ""


def not_yours(compared: Compared, actor: str) -> Iterator[Problem]:
    """Every entry that the actor changes without being a maintainer of the provider whose it is or is to be."""
    providers = compared.owners.providers
    for change in compared.changes:
        paths = (change.before or change.path, change.path)
        entries = (compared.entries_before.get(paths[0]), compared.entries_now.get(paths[1]))
        slugs = dict.fromkeys(owner_of(entry) for entry in entries if entry)
        for provider in (providers[slug] for slug in slugs if slug in providers):
            if address_of_path(change.path) and provider.maintainers and not _is_among(actor, provider.maintainers):
                yield _asks(change.path, provider)


def _is_among(actor: str, maintainers: Iterable[str]) -> bool:
    return _account(actor) in {_account(one) for one in maintainers}


def _account(name: str) -> str:
    return name.removeprefix("@").casefold()


def _asks(path: str, provider: Provider) -> Problem:
    return Problem(
        path=path,
        code="not-your-entry",
        message=f"This entry belongs to '{provider.slug}', and you are not among its maintainers.",
        hint=f"Ask one of them to look at the change: {', '.join(map(_mention, provider.maintainers))}.",
        severity="warning",
    )


def _mention(maintainer: str) -> str:
    return f"@{maintainer.removeprefix('@')}"


# CODEOWNERS

_BEGIN = "# skillshub: begin (skillshub codeowners writes these lines from the maintainers of the providers)"
_END = "# skillshub: end"
MARKED = (_BEGIN, _END)


def code_owners(catalogue: Catalogue, old: str) -> str:
    """The text of CODEOWNERS with the block of the providers renewed; all other lines stay as they are.

    A forge asks the owners of the last line that fits, so what the hub wants to keep to itself stands below the block.
    """
    above, below = _around_block(old.splitlines())
    lines = [*above, _BEGIN, *_lines(catalogue), _END, *below]
    return "\n".join(lines).strip("\n") + "\n"


def _around_block(lines: list[str]) -> tuple[list[str], list[str]]:
    start = next((at for at, line in enumerate(lines) if line.startswith("# skillshub: begin")), None)
    if start is None:
        return ([*lines, ""] if lines else []), []
    end = next((at for at, line in enumerate(lines) if at > start and line.startswith(_END)), start)
    return lines[:start], lines[end + 1 :]


def _lines(catalogue: Catalogue) -> Iterator[str]:
    """Each entry of a provider that has maintainers: a file a line, for folders are shared."""
    for provider in catalogue.providers.values():
        owners = " ".join(map(_mention, provider.maintainers))
        if owners:
            own = (entry.path for entry in _of(catalogue, provider))
            yield from (f"/{path} {owners}" for path in sorted(own))


def _of(catalogue: Catalogue, provider: Provider) -> Iterator[Entry]:
    yield provider
    yield from catalogue.courses_by.get(provider.slug, ())
    yield from catalogue.events_by.get(provider.slug, ())
    yield from catalogue.practices_by.get(provider.slug, ())
