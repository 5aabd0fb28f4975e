"""Addresses for ever: every page that was published is still there, leads on, or says why it is gone."""

from __future__ import annotations

from collections.abc import Iterator

from skillshub.changes.pasts import Compared, address_of_path
from skillshub.checking import Checked
from skillshub.model import FOLDERS
from skillshub.problems import Problem
from skillshub.sources import MOVED


def published(checked: Checked) -> dict[str, str]:
    """The address of every page that a hub has ever shown, as far as it knows -> the file that says so."""
    drafts = {entry.path for entry in checked.catalogue if entry.status == "draft"}
    files = ((f"{FOLDERS[kind]}/{slug}") for kind, slugs in checked.catalogue.known.items() for slug in slugs)
    shown = {address: f"content/{address}.yml" for address in files if f"content/{address}.yml" not in drafts}
    return {**dict.fromkeys(checked.moves, MOVED), **shown}


def vanished(compared: Compared) -> Iterator[Problem]:
    """Every address that would lead to nothing after the change."""
    if not compared.now.moves and any(problem.path == MOVED for problem in compared.now.errors):
        return  # the list cannot be read, which is told already
    left = published(compared.now)
    renamed = {change.before: address_of_path(change.path) for change in compared.changes if change.before}
    for address, path in sorted(published(compared.before).items()):
        if address not in left:
            line = _line(compared, address, renamed.get(path, ""))
            yield Problem(
                path=path,
                code="vanished-address",
                message=f"The address {address}/ was published and would be gone.",
                hint=f"Add a line to {MOVED} that says what became of it.",
                example=line,
            )


def _line(compared: Compared, address: str, to: str) -> str:
    """The very line to add; one that was on the list goes back onto it as it was."""
    old = compared.before.moves.get(address)
    to, day = (old.to, old.on) if old else (to, compared.now.day)
    became = f"to: {to}" if to else "gone: No longer offered"
    return f"{address}: {{{became}, date: {day}}}"
