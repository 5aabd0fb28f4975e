"""One round through all links of a hub: each address once, the hosts side by side, a host's own one after the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date

from skillshub.addresses import target_of
from skillshub.links.manners import Manners
from skillshub.links.strikes import Record, Records, struck
from skillshub.links.visiting import Turns, Verdict, visit

Verdicts = Mapping[str, Verdict]  # by address


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """What is known of every link after a round."""

    day: date
    records: Records  # of every link that an entry has now
    asked: int  # how many of them were asked this time


def go_round(urls: Iterable[str], before: Records, today: date, manners: Manners, fresh_days: int = 0) -> Round:
    """Ask for every link, but for those that were well within the last days; nothing else is remembered."""
    every = sorted(set(urls))
    due = [url for url in every if not _is_fresh(before.get(url), today, fresh_days)]
    verdicts = visit_all(due, manners)
    records = {url: struck(before.get(url), verdicts.get(url), today) for url in every}
    return Round(day=today, records=records, asked=len(due))


def _is_fresh(record: Record | None, today: date, days: int) -> bool:
    return record is not None and record.how == "ok" and 0 <= (today - record.asked).days < days


def visit_all(urls: Iterable[str], manners: Manners) -> Verdicts:
    """The verdict on each address; the same answers give the same verdicts, in whatever order they come."""
    turns = Turns(manners=manners)
    hosts: dict[str, list[str]] = defaultdict(list)
    for url in urls:
        target = target_of(url)
        hosts[target.host if target else ""].append(url)
    with ThreadPoolExecutor(max_workers=manners.hands) as threads:
        done = list(threads.map(lambda host: _visit_host(hosts[host], turns), sorted(hosts)))
    return {url: verdict for those in done for url, verdict in those.items()}


def _visit_host(urls: Iterable[str], turns: Turns) -> dict[str, Verdict]:
    return {url: visit(url, turns) for url in urls}
