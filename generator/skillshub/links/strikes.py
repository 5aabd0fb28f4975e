"""What is remembered of a link from night to night: how often in a row it failed. One success wipes that out."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from skillshub.links.visiting import Verdict

OUT = 4
"""So many strikes, each on another day, and the entry is marked."""

_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What is known of one link."""

    how: str  # ok, fault or unsure: the last verdict
    says: str
    asked: date  # when it was asked last
    at: str = ""  # where it led in the end, if that is another address
    strikes: int = 0  # days in a row on which it failed
    since: date | None = None  # the first of them

    @property
    def is_out(self) -> bool:
        return self.strikes >= OUT


Records = Mapping[str, Record]  # by address


def struck(before: Record | None, verdict: Verdict | None, today: date) -> Record:
    """The record after a visit; without one, as it was. A day counts once, and "not for us" counts for nothing."""
    old = before or Record(how="unsure", says="not asked yet", asked=today)
    if verdict is None:
        return old
    again = verdict.how == "unsure" or (old.strikes > 0 and old.asked == today)
    strikes = 0 if verdict.how == "ok" else old.strikes + (not again)
    since = (old.since or today) if strikes else None
    return Record(how=verdict.how, says=verdict.says, at=verdict.at, asked=today, strikes=strikes, since=since)


def read_strikes(content: bytes) -> Records:
    """The records in a file that ``written_strikes`` wrote; any other file is a memory that is lost, and no harm."""
    try:
        told = json.loads(content)
        if told["version"] != _VERSION:
            return {}
        return {url: _record(one) for url, one in told["links"].items()}
    except (ValueError, KeyError, TypeError, AttributeError):
        return {}


def _record(one: Mapping[str, Any]) -> Record:
    days = {name: date.fromisoformat(one[name]) for name in ("asked", "since") if one.get(name)}
    return Record(how=one["how"], says=one["says"], at=one["at"], strikes=int(one["strikes"]), **days)


def written_strikes(records: Records) -> bytes:
    told = {"version": _VERSION, "links": {url: asdict(record) for url, record in sorted(records.items())}}
    return (json.dumps(told, indent=1, default=str) + "\n").encode()
