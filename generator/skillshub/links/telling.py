"""What is told of a round: a report for programs, a table for people, and an issue for each provider."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from skillshub.catalogue import Catalogue
from skillshub.changes.owners import owner_of
from skillshub.links.rounds import Round
from skillshub.links.strikes import OUT, Record
from skillshub.model import Entry
from skillshub.outside import links_of
from skillshub.reporting import plain_line, plain_markdown


class Found(NamedTuple):
    """A link of an entry that does not lead where it should."""

    entry: Entry
    field: str
    url: str
    record: Record


def findings(catalogue: Catalogue, done: Round) -> Iterator[Found]:
    """Every link that failed this time or is not for us, in the order of the entries' files."""
    for entry in sorted(catalogue, key=lambda entry: entry.path):
        for field, url in links_of(entry):
            record = done.records.get(url)
            if record and record.how != "ok":
                yield Found(entry, ".".join(map(str, field)), url, record)


def as_report(catalogue: Catalogue, done: Round) -> str:
    """JSON: the counts, every finding, which entries to mark, and an issue ready to be opened for each provider."""
    found = list(findings(catalogue, done))
    out = [one for one in found if one.record.is_out]
    hows = [record.how for record in done.records.values()]
    told = {
        "version": 1,
        "day": str(done.day),
        "counts": {"links": len(hows), "asked": done.asked, **{how: hows.count(how) for how in _HOWS}},
        "findings": [_finding(one) for one in found],
        "broken": sorted({one.entry.path for one in out}),
        "issues": list(_issues(catalogue, out)),
    }
    return json.dumps(told, indent=1) + "\n"


_HOWS = ("ok", "fault", "unsure")


def _finding(one: Found) -> dict[str, Any]:
    record = one.record
    return {
        "path": one.entry.path,
        "provider": owner_of(one.entry),
        "field": one.field,
        "url": one.url,
        "how": record.how,
        "says": record.says,
        "at": record.at,
        "strikes": record.strikes,
        "since": str(record.since or ""),
        "is_out": record.is_out,
    }


def _issues(catalogue: Catalogue, out: list[Found]) -> Iterator[Mapping[str, Any]]:
    by: dict[str, list[Found]] = defaultdict(list)
    for one in out:
        by[owner_of(one.entry)].append(one)
    for slug in sorted(by):
        provider = catalogue.providers.get(slug)
        maintainers = provider.maintainers if provider else ()
        yield {
            "provider": slug,
            "title": f"Links that do not work: {slug or 'the hub itself'}",
            "body": _body(by[slug], maintainers),
        }


def _body(found: list[Found], maintainers: tuple[str, ...]) -> str:
    """Markdown in which only the maintainers are mentioned, whatever the entries say."""
    mentions = " ".join(f"@{one.removeprefix('@')}" for one in maintainers)
    lines = [
        f"{mentions} These links failed on {OUT} days in a row or more. Is there a better address?".strip(),
        "",
        "| entry | field | link | since | what came |",
        "|---|---|---|---|---|",
        *(f"| {' | '.join(map(plain_markdown, _cells(one)))} |" for one in found),
    ]
    return "\n".join(lines) + "\n"


def _cells(one: Found) -> tuple[str, ...]:
    return one.entry.path, one.field, one.url, str(one.record.since or ""), one.record.says


def as_table(catalogue: Catalogue, done: Round) -> str:
    """A line for each finding, the worst first, and the counts below."""
    found = sorted(findings(catalogue, done), key=lambda one: -one.record.strikes)
    rows = [(_mark(one.record), one.record.says, one.url, f"{one.entry.path} {one.field}") for one in found]
    widths = [max((len(plain_line(row[at])) for row in rows), default=0) for at in range(2)]
    lines = [_row(row, widths) for row in rows]
    faults = sum(record.how == "fault" for record in done.records.values())
    last = f"{len(done.records):,} links, {done.asked:,} asked: {faults:,} failed, "
    marked = len({one.entry.path for one in found if one.record.is_out})
    return "\n".join([*lines, f"{last}{marked:,} entries to mark after {OUT} strikes"]) + "\n"


def _row(row: tuple[str, ...], widths: list[int]) -> str:
    shown = [plain_line(cell) for cell in row]
    padded = [cell.ljust(width) for cell, width in zip(shown, widths, strict=False)]
    return "  ".join([*padded, *shown[len(padded) :]])


def _mark(record: Record) -> str:
    return f"{record.strikes}/{OUT}" if record.how == "fault" else "?"
