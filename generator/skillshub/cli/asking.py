"""from-issue and issue-forms: entries from people who only have an account."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import IO, cast

import click

from skillshub import workers
from skillshub.build import schema_folder
from skillshub.checking import check
from skillshub.cli.clock import day, today_option
from skillshub.cli.doors import Refused, main, must_be_a_hub, style_option, tell
from skillshub.issues import KINDS, NoAnswers, asked, issue_forms
from skillshub.model import Kind
from skillshub.schemas import Schemas
from skillshub.sources import entry_files
from skillshub.writing import keep

_FOLDER = ".github/ISSUE_TEMPLATE"


@main.command("from-issue")
@click.argument("kind", type=click.Choice(KINDS))
@click.argument("body", type=click.File("r", encoding="utf-8", errors="replace"), default="-")
@click.option("--number", type=click.IntRange(1), default=1, help="Of the issue; makes a name that is taken another.")
@style_option
@today_option
@click.pass_obj
def from_issue_command(hub: Path, kind: str, body: IO[str], number: int, style: str | None, today: str | None) -> None:
    """Write the entry that the answers of an issue make, and check it. BODY is the issue's text: a file, or - for what
    comes in. The first line says which file was written."""
    must_be_a_hub(hub)
    schemas, when = Schemas.load(schema_folder()), day(today)
    which = cast("Kind", kind)
    taken = {file.slug for file in entry_files(hub)[0] if file.kind == kind}
    try:
        entry = asked(which, schemas.fields(which), body.read(), when, taken, number)
    except NoAnswers as refusal:
        raise Refused(str(refusal)) from refusal
    keep(hub / entry.path, entry.text.encode())
    click.echo(entry.path)
    checked, _ = check(hub, schemas, when, hands=workers.hands())
    problems = [one for one in checked.problems if one.path == entry.path]
    tell(problems, style, checked.settings.url if checked.settings else "", 1, [entry.path], when)
    sys.exit(1 if any(one.severity == "error" for one in problems) else 0)


@main.command("issue-forms")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), required=False)
@click.option("--check", "only_check", is_flag=True, help="Write nothing; exit 1 if a form is not up to date.")
@click.pass_obj
def issue_forms_command(hub: Path, folder: Path | None, only_check: bool) -> None:
    """Write the forms for issues, as the fields of the entries are now, into .github/ISSUE_TEMPLATE or FOLDER."""
    must_be_a_hub(hub)
    place = folder or hub / _FOLDER
    forms = issue_forms(Schemas.load(schema_folder()).fields)
    old = [name for name, text in forms.items() if not (place / name).is_file() or (place / name).read_bytes() != text]
    for name in old if not only_check else ():
        keep(place / name, forms[name])
    click.echo(f"{place}: {len(forms)} forms, {len(old)} {'not up to date' if only_check else 'written'}")
    sys.exit(1 if only_check and old else 0)
