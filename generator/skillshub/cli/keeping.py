"""codeowners and publishable: the commands of those who keep a hub, mostly called by their workflows."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from skillshub import history
from skillshub.build import schema_folder
from skillshub.changes import code_owners, losses
from skillshub.checking import check
from skillshub.cli.clock import day, today_option
from skillshub.cli.doors import Refused, main, must_be_a_hub
from skillshub.schemas import Schemas
from skillshub.writing import keep

_PLACES = (".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS", ".gitlab/CODEOWNERS")


@main.command("codeowners")
@click.option("--check", "only_check", is_flag=True, help="Write nothing; exit 1 if the file is not up to date.")
@today_option
@click.pass_obj
def codeowners_command(hub: Path, only_check: bool, today: str | None) -> None:
    """Write the maintainers of the providers into CODEOWNERS, and leave its other lines as they are."""
    must_be_a_hub(hub)
    checked, _ = check(hub, Schemas.load(schema_folder()), day(today))
    path = next((hub / place for place in _PLACES if (hub / place).is_file()), hub / "CODEOWNERS")
    old = path.read_text("utf-8") if path.is_file() else ""
    new = code_owners(checked.catalogue, old)
    if new == old:
        click.echo(f"{path} is up to date.")
        return
    if only_check:
        click.echo(f"{path} is not up to date: run skillshub codeowners.")
        sys.exit(1)
    keep(path, new.encode())
    click.echo(f"{path} is written.")


@main.command("publishable")
@click.argument("published", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--site", type=click.Path(path_type=Path, file_okay=False), help="The site to publish; site/ in the hub.")
@click.option("--allow-loss", is_flag=True, help="Even when a tenth of the entries, or a region, would be gone.")
@click.pass_obj
def publishable_command(hub: Path, published: Path, site: Path | None, allow_loss: bool) -> None:
    """Refuse to publish what is older than, or holds much less than, the site that stands there.

    PUBLISHED is the published.json of that site, as downloaded; a missing or empty file is a first time.
    """
    must_be_a_hub(hub)
    folder = site or hub / "site"
    mine = losses.published_in(_bytes(folder / "published.json"))
    if not mine:
        raise Refused(f"There is no site with a published.json in {folder}: build it first.")
    theirs = losses.published_in(_bytes(published)) if published.exists() else {}
    commit = str(mine.get("commit", "")) or history.commit_of(hub, "HEAD")
    if reason := losses.older(hub, theirs, commit):
        click.echo(reason)
        sys.exit(1)
    if not allow_loss:
        losses.refuse_loss(theirs.get("entries", ()), mine["entries"])
    click.echo("This site may be published.")


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise Refused(f"{path} cannot be read: {error.strerror}.") from error
