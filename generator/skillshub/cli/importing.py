"""import: entries from a spreadsheet, a calendar, or the data of another site."""

from __future__ import annotations

import stat
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import click

from skillshub import workers
from skillshub.build import schema_folder
from skillshub.checking import check
from skillshub.cli.clock import day, today_option
from skillshub.cli.doors import Refused, main, must_be_a_hub, style_option, tell
from skillshub.cli.values import assigned
from skillshub.importing import CannotImport, Plan, Request, plan
from skillshub.model import FOLDERS, Kind
from skillshub.problems import Problem
from skillshub.reporting import report
from skillshub.schemas import Schemas
from skillshub.sources import entry_files, judge
from skillshub.workbook import workbook
from skillshub.writing import keep

_LARGEST = 20 * 1024 * 1024 + 1
_MOST = 50  # problems that are told one by one
_SHOWN = 20  # files that are named one by one


@main.command("import")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--kind", type=click.Choice(list(FOLDERS)), help="What its rows are, if no sheet or file name says it.")
@click.option(
    "--mapping",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="A file that says which columns become which fields.",
)
@click.option("--set", "given", multiple=True, metavar="FIELD=VALUE", help="A field that every entry is given.")
@click.option("--force", is_flag=True, help="Replace also what was written or edited by hand.")
@click.option("--dry-run", is_flag=True, help="Say what would happen, and write nothing.")
@style_option
@today_option
@click.pass_obj
def import_command(hub: Path, /, file: Path, **chosen: Any) -> None:
    """Make entries of the rows of a table (XLSX, CSV), of a calendar (.ics), or of data from a web page (JSON).

    The columns of a table are called as the fields are: 'skillshub template' writes such a table. What is imported a
    second time changes only what has changed; what somebody edited since is left alone.
    """
    must_be_a_hub(hub)
    request = Request(
        source=file.name,
        content=_bytes_of(file),
        kind=chosen["kind"] or "",
        mapping=_mapping(chosen["mapping"]),
        constants=assigned(chosen["given"]),
        force=chosen["force"],
    )
    made = _plan(hub, request, day(chosen["today"]))
    if not chosen["dry_run"]:
        for planned in (*made.of("new"), *made.of("changed")):
            keep(hub / planned.path, planned.content)
    if made.problems:
        _tell(made.problems, chosen["style"])
    _sum_up(made, file.name, dry_run=chosen["dry_run"])
    sys.exit(1 if any(one.severity == "error" for one in made.problems) else 0)


@main.command("template")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--kind", "kinds", type=click.Choice(list(FOLDERS)), multiple=True, help="Only these; else all kinds.")
@click.option("--force", is_flag=True, help="Replace a file that is there.")
@click.pass_obj
def template_command(hub: Path, /, file: Path, kinds: tuple[Kind, ...], force: bool) -> None:
    """Write an empty spreadsheet (.xlsx) for others to fill in: 'skillshub import' reads what they send back.

    Each column explains itself, and offers what can be chosen: the names of the hub's regions, skills, providers.
    """
    must_be_a_hub(hub)
    if file.suffix.casefold() != ".xlsx":
        raise Refused(f"{file} does not end in .xlsx, so no spreadsheet program would open it.")
    if file.exists() and not force:
        raise Refused(f"{file} is there already. Choose another name, or replace it with --force.")
    names: dict[str, list[str]] = {kind: [] for kind in FOLDERS}
    for entry in entry_files(hub)[0]:
        names[entry.kind].append(entry.slug)
    keep(file, workbook(kinds or tuple(FOLDERS), Schemas.load(schema_folder()), names))
    click.echo(f"{file}: fill in a row for each entry, then run  skillshub import {file}")


def _tell(problems: tuple[Problem, ...], style: str | None) -> None:
    """One wrong column is as many mistakes as there are rows: the first are enough for a person."""
    is_for_people = style in (None, "text", "concise")
    tell(problems[:_MOST] if is_for_people else problems, style, "", 0)
    if is_for_people and len(problems) > _MOST:
        click.echo(f"{len(problems) - _MOST:,} more are not shown; --format json tells all of them.")


def _plan(hub: Path, request: Request, today: date) -> Plan:
    schemas = Schemas.load(schema_folder())
    checked, _ = check(hub, schemas, today, hands=workers.hands())
    try:
        return plan(hub, request, checked, schemas, today)
    except CannotImport as why:
        raise Refused(f"{request.source}: {why}") from why


def _bytes_of(file: Path) -> bytes:
    try:
        if not stat.S_ISREG(file.stat().st_mode):
            raise Refused(f"{file} is no ordinary file.")
        with file.open("rb") as stream:
            return stream.read(_LARGEST)
    except OSError as error:
        raise Refused(f"{file} cannot be read: {error.strerror}.") from error


def _mapping(file: Path | None) -> Mapping[str, Any] | None:
    """The mapping file, read as strictly as an entry."""
    if file is None:
        return None
    value = judge(file.name, _bytes_of(file))
    if isinstance(value, tuple):
        raise Refused(f"The mapping file has mistakes.\n{report(value)}")
    return value


def _sum_up(made: Plan, source: str, *, dry_run: bool) -> None:
    for note in made.notes:
        click.echo(f"{source}: {note}", err=True)
    for planned in made.of("kept")[:_SHOWN]:
        click.echo(f"{planned.path}: written or edited by hand, left as it is (--force replaces it)", err=True)
    if more := len(made.of("kept")) - _SHOWN:
        click.echo(f"and {more} more" if more > 0 else "", err=True, nl=more > 0)
    counts = [f"{len(found)} {word}" for word in ("new", "changed", "unchanged", "kept") if (found := made.of(word))]
    broken = made.drafts - len(made.files)
    counts += [f"{broken} with mistakes, not imported"] if broken else []
    would = " (nothing was written)" if dry_run else ""
    click.echo(f"{source}: {', '.join(counts) or 'no entries'}{would}", err=True)
