"""What somebody of the hub should see before a change is taken in: new providers, other hosts, names that go."""

from __future__ import annotations

from collections.abc import Iterator

from skillshub.changes.pasts import Compared, address_of_path
from skillshub.model import Entry
from skillshub.moves import end_of
from skillshub.outside import visitors_are_sent_to
from skillshub.problems import Problem
from skillshub.weblinks import host_of


def callouts(compared: Compared) -> Iterator[Problem]:
    for look in (_new_providers, _new_domains, _gone, _renamed):
        yield from look(compared)


def _touched_now(compared: Compared) -> Iterator[tuple[Entry, Entry | None]]:
    """Every entry that is new or changed, with what it was."""
    for change in compared.changes:
        entry = compared.entries_now.get(change.path)
        if entry and change.how != "deleted":
            yield entry, compared.entries_before.get(change.before or change.path)


def _new_providers(compared: Compared) -> Iterator[Problem]:
    for entry, before in _touched_now(compared):
        if entry.kind == "provider" and before is None:
            title = next(iter(entry.title.values()))
            yield Problem(
                path=entry.path,
                code="new-provider",
                message=f"'{title}' is new to the hub.",
                hint="Somebody of the hub looks whether it is who it says it is.",
                severity="warning",
            )


def _new_domains(compared: Compared) -> Iterator[Problem]:
    for entry, before in _touched_now(compared):
        known = {host_of(url) for _, url in visitors_are_sent_to(before)} if before else set()
        for field, url in visitors_are_sent_to(entry) if before else ():
            if host_of(url) not in known:
                yield Problem(
                    path=entry.path,
                    code="new-domain",
                    message=f"'{'.'.join(map(str, field))}' leads to {host_of(url)} now, not to {_hosts(known)}.",
                    hint="Somebody looks whether that is the right place.",
                    severity="warning",
                )


def _hosts(known: set[str]) -> str:
    return " or ".join(sorted(known)) or "any host"


def _left(compared: Compared) -> Iterator[tuple[str, str]]:
    """Every entry's file that is no longer there, with the address at which the list says that it is now."""
    for change in compared.changes:
        path = change.before or (change.path if change.how == "deleted" else "")
        address = address_of_path(path)
        if address in compared.now.moves and address not in compared.before.moves:
            yield path, end_of(compared.now.moves, address)


def _gone(compared: Compared) -> Iterator[Problem]:
    for path, to in _left(compared):
        if not to:
            message = "This entry is taken away; its address says so from now on."
            yield Problem(path=path, code="removed-entry", message=message, severity="warning")


def _renamed(compared: Compared) -> Iterator[Problem]:
    for path, to in _left(compared):
        if to:
            message = f"This entry is at {to}/ now; its old address leads there."
            yield Problem(path=path, code="renamed-entry", message=message, severity="warning")
