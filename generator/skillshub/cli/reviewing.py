"""review: the comment below a pull request."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable
from datetime import date
from pathlib import Path

import click

from skillshub import languages, workers
from skillshub.build import program, schema_folder
from skillshub.changes import compared, judged
from skillshub.checking import SETTINGS_FILE, Checked, check
from skillshub.cli.clock import day, today_option
from skillshub.cli.doors import Refused, main, must_be_a_hub
from skillshub.history import Change, NoHistory
from skillshub.labels import labels_of
from skillshub.memory import Memory
from skillshub.model import FOLDERS
from skillshub.problems import Problem
from skillshub.review import NoReport, Review, letter, problems_of
from skillshub.review.cards import NO_DOCS
from skillshub.schemas import Schemas
from skillshub.settings import Settings
from skillshub.site import Site


@main.command("review")
@click.option("--changed-since", "since", required=True, metavar="REV", help="Where the change began: origin/main.")
@click.option(
    "--report",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="What the check said (--format json); it is asked again, if left out.",
)
@click.option("--preview-url", "preview", default="", metavar="URL", help="Where a preview of the site stands.")
@today_option
@click.pass_obj
def review_command(hub: Path, since: str, report: Path | None, preview: str, today: str | None) -> None:
    """Say in Markdown what a change does: what the check says, what the site gains, what looks like something else."""
    must_be_a_hub(hub)
    if preview and not _is_address(preview):
        raise Refused("The address of the preview must begin with https:// and hold no spaces or brackets.")
    schemas, when = Schemas.load(schema_folder()), day(today)
    checked, _ = check(hub, schemas, when, Memory.of(hub, program(), os.environ), hands=workers.hands())
    try:
        change = compared(hub, schemas, checked, since)
        problems = problems_of(report.read_text("utf-8")) if report else judged(change)
    except (NoHistory, NoReport) as refusal:
        raise Refused(str(refusal)) from refusal
    review = Review(
        site=_site(checked, schemas, when),
        changes=tuple(_of_content(change.changes)),
        problems=tuple(_to_tell(problems, change.touched)),
        preview=preview,
    )
    click.echo(letter(review), nl=False)


def _is_address(url: str) -> bool:
    return url.startswith(("https://", "http://")) and url.isprintable() and not set(url) & set(" ()<>[]\\`|")


def _of_content(changes: Iterable[Change]) -> Iterable[Change]:
    return (one for one in changes if one.path == SETTINGS_FILE or one.path.startswith("content/"))


def _to_tell(problems: Iterable[Problem], touched: Collection[str]) -> Iterable[Problem]:
    """Every error, since a change may break what it does not touch; warnings only of what it touches."""
    return (one for one in problems if one.severity == "error" or one.path in touched)


def _site(checked: Checked, schemas: Schemas, today: date) -> Site:
    """Enough of a site to show cards: every entry that fits its schema, drafts too, and no hand-written page."""
    settings = checked.settings or Settings(name={"en": ""}, languages=("en",))
    return Site(
        today=today,
        settings=settings,
        languages=languages.load(settings.languages),
        catalogue=checked.catalogue,
        labels=labels_of({kind: schemas.fields(kind) for kind in FOLDERS}),
        docs=NO_DOCS,
        made_from="",
    )
