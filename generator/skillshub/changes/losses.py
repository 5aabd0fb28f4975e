"""What may not be published by accident: a site that has lost many entries, or a whole region, or is older."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from skillshub import history
from skillshub.model import FOLDERS
from skillshub.outputs.published import PATH, shown_by
from skillshub.writing import CannotWrite

__all__ = ["TooMuchLost", "older", "published_in", "refuse_loss", "shown_by", "shown_in"]

MOST = 10  # one entry in so many may go at once
_FEW = 3  # entries that may go from any hub, however small

Published = Mapping[str, Any]


class TooMuchLost(CannotWrite):
    """A site would take the place of one that holds much more; the text says what would be gone."""


def published_in(content: bytes) -> Published:
    """What a published.json says; nothing for one that is none, as a host's page for addresses without a file."""
    try:
        told = json.loads(content)
    except ValueError:
        return {}
    return told if isinstance(told, dict) and isinstance(told.get("entries"), list) else {}


def shown_in(site: Path) -> frozenset[str]:
    """The addresses of the entries of the site that stands in a folder."""
    try:
        content = (site / PATH).read_bytes()
    except OSError:
        return frozenset()
    return frozenset(published_in(content).get("entries", ()))


def refuse_loss(before: Iterable[str], after: Iterable[str]) -> None:
    if lost := list(losses(frozenset(before), frozenset(after))):
        raise TooMuchLost(f"{' '.join(lost)} If that is meant, say --allow-loss.")


def losses(before: frozenset[str], after: frozenset[str]) -> Iterator[str]:
    """Why a site should not take the place of the one that stands there, each as a sentence."""
    lost = before - after
    if len(lost) > max(_FEW, len(before) / MOST):
        yield f"{len(lost):,} of {len(before):,} entries would be gone, more than one in {MOST}: {_some(lost)}."
    regions = {address for address in lost if address.startswith(f"{FOLDERS['region']}/")}
    if regions:
        yield f"Whole regions would be gone: {_some(regions)}."


def _some(addresses: Iterable[str]) -> str:
    every = sorted(map(str, addresses))
    return ", ".join(every[:5]) + (" ..." if len(every) > 5 else "")


def older(hub: Path, published: Published, commit: str) -> str:
    """Why a commit should not be published, if what is published was made from one that it does not hold; else ""."""
    there = str(published.get("commit", ""))
    if not there or history.comes_before(hub, there, commit):
        return ""
    return f"{there[:12]} is published already and is not a part of {commit}: the newest commit wins."
