"""From an address to a verdict: after redirects, second attempts, and another way of asking."""

from __future__ import annotations

import threading
import time
from collections import defaultdict
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Literal

from skillshub.addresses import Target, followed, target_of
from skillshub.links.asking import Reply, ask
from skillshub.links.manners import Manners

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_LATER = frozenset({429, 503})  # ask again, after a while
_CLOSED = frozenset({401, 403, 407, 429, 451, 999})  # there, but not for us: a person may well see it


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What is known of a link after a visit."""

    how: Literal["ok", "fault", "unsure"]
    says: str  # "404 Not Found", "no answer in time"
    at: str = ""  # where it led in the end, if that is another address


@dataclass(frozen=True, slots=True, kw_only=True)
class Turns:
    """One request at a time to a host, and a pause between two."""

    manners: Manners
    _locks: dict[str, threading.Lock] = field(default_factory=lambda: defaultdict(threading.Lock))
    _last: dict[str, float] = field(default_factory=dict)

    def ask(self, method: str, target: Target) -> Reply:
        with self._locks[target.host]:
            pause = self._last.get(target.host, float("-inf")) + self.manners.delay - time.monotonic()
            time.sleep(max(0.0, pause))
            try:
                return ask(method, target, self.manners)
            finally:
                self._last[target.host] = time.monotonic()


def visit(url: str, turns: Turns) -> Verdict:
    """Follow a link to its end."""
    at, seen = url, set[str]()
    for _ in range(turns.manners.redirects + 1):
        target = target_of(at)
        if target is None:
            return Verdict(how="fault", says="it sends us to what is no web address", at=_other(url, at))
        if at in seen:
            return Verdict(how="fault", says="it sends us in a circle", at=_other(url, at))
        seen.add(at)
        reply = _insist(target, turns)
        if reply.status not in _REDIRECTS or not reply.location:
            return _verdict(reply, _other(url, at))
        at = followed(at, reply.location).partition("#")[0]
    return Verdict(how="fault", says=f"it sends us on more than {turns.manners.redirects} times", at=_other(url, at))


def _other(url: str, at: str) -> str:
    return at if at != url else ""


def _insist(target: Target, turns: Turns) -> Reply:
    """Ask, and ask again where that may help. A server that does not like HEAD is asked for the page's beginning."""
    reply = _ask(target, turns, "HEAD")
    for attempt in range(1, turns.manners.attempts):
        if not (reply.may_pass or reply.status in _LATER or reply.status >= 500):
            break
        time.sleep(min(_pause(reply, attempt, turns.manners), turns.manners.most_wait))
        reply = _ask(target, turns, "GET" if reply.fault else "HEAD")
    return reply


def _ask(target: Target, turns: Turns, method: str) -> Reply:
    reply = turns.ask(method, target)
    if method == "HEAD" and reply.status >= 400 and reply.status not in _LATER:
        return turns.ask("GET", target)
    return reply


def _pause(reply: Reply, attempt: int, manners: Manners) -> float:
    return reply.wait if reply.wait is not None else manners.backoff * 2 ** (attempt - 1)


def _verdict(reply: Reply, at: str) -> Verdict:
    if reply.fault:
        return Verdict(how="fault", says=reply.fault, at=at)
    says = _status(reply.status)
    if 200 <= reply.status < 300 or reply.status == 416:  # 416: a page shorter than what we asked for
        return Verdict(how="ok", says=says, at=at)
    return Verdict(how="unsure" if reply.status in _CLOSED else "fault", says=says, at=at)


def _status(number: int) -> str:
    try:
        return f"{number} {HTTPStatus(number).phrase}"
    except ValueError:
        return str(number)
