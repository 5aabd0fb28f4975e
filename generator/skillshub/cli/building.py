"""check, build, serve and init: the commands about whole hubs."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Collection, Iterable
from datetime import date
from pathlib import Path
from typing import Any

import click

from skillshub import workers
from skillshub.build import Built, Terms, build, program, schema_folder
from skillshub.changes import compared, judged
from skillshub.checking import Checked, check
from skillshub.cli.clock import day, today_option
from skillshub.cli.doors import Refused, main, must_be_a_hub, style_option, tell, within
from skillshub.memory import Memory
from skillshub.model import FOLDERS
from skillshub.outside import broken_in
from skillshub.problems import Problem
from skillshub.progress import Progress
from skillshub.schemas import Schemas
from skillshub.starter import start
from skillshub.writing import keep


@main.command("check")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@style_option
@click.option("--changed-since", "since", metavar="REV", help="Fail only for what changed since it parted from REV.")
@click.option("--actor", metavar="NAME", help="Whose change it is: tells when an entry is somebody else's.")
@today_option
@click.pass_obj
def check_command(
    hub: Path, paths: tuple[str, ...], style: str | None, since: str | None, actor: str | None, today: str | None
) -> None:
    """Say everything that is wrong with the entries, all files at once. PATHs limit what is told, not what is read."""
    if actor and not since:
        raise Refused("With --actor, say since when: --changed-since origin/main.")
    must_be_a_hub(hub)
    schemas = Schemas.load(schema_folder())
    checked, _ = check(hub, schemas, day(today), _memory(hub), hands=workers.hands())
    every = judged(compared(hub, schemas, checked, since), actor or "") if since else checked.problems
    wanted = within(hub, paths, [*checked.files, *(one.path for one in every)]) if paths else None
    problems = [one for one in every if wanted is None or one.path in wanted]
    _report(problems, style, checked, checked.files if wanted is None else wanted)
    sys.exit(1 if any(one.severity == "error" for one in problems) else 0)


@main.command("build")
@click.option("--site", type=click.Path(path_type=Path, file_okay=False), help="Where the site goes; site/ in the hub.")
@click.option(
    "--keep-going", is_flag=True, help="Publish the sound entries even when others have errors; still exit 1."
)
@style_option
@click.option("--cold", is_flag=True, help="Remember nothing of earlier builds.")
@click.option("--allow-loss", is_flag=True, help="Take the place of a site with many more entries, or more regions.")
@click.option("--links", type=click.Path(path_type=Path, dir_okay=False), help="A report of skillshub links: marks.")
@click.option("--commit", default="", metavar="ID", help="The commit that it is built from; kept in published.json.")
@today_option
@click.pass_obj
def build_command(
    hub: Path, /, site: Path | None, style: str | None, cold: bool, today: str | None, **terms: Any
) -> None:
    """Check the entries and build the site, whole or not at all."""
    must_be_a_hub(hub)
    began = time.perf_counter()
    with Progress(sys.stderr) as progress:
        built = _build(hub, site or hub / "site", day(today), cold, _terms(**terms), progress)
    _report(built.problems, style, built.checked, built.checked.files)
    _sum_up(built, site or hub / "site", time.perf_counter() - began)
    sys.exit(1 if any(one.severity == "error" for one in built.problems) else 0)


def _terms(keep_going: bool, allow_loss: bool, commit: str, links: Path | None) -> Terms:
    """A report that is not there marks nothing: a first night has none."""
    broken = broken_in(links.read_bytes()) if links and links.is_file() else frozenset[str]()
    return Terms(keep_going=keep_going, refuse_loss=not allow_loss, commit=commit, broken_links=broken)


def _build(hub: Path, site: Path, today: date, cold: bool, terms: Terms, progress: Progress) -> Built:
    return build(
        hub,
        site,
        today,
        memory=None if cold else _memory(hub),
        hands=workers.hands(),
        terms=terms,
        tell=progress.tell,
    )


@main.command("serve")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="Where to listen on this machine."
)
@today_option
@click.pass_obj
def serve_command(hub: Path, port: int, today: str | None) -> None:
    """Show the site in a browser while you edit; pages reload, and problems stand on them."""
    from skillshub import serve  # noqa: PLC0415 - only those who serve pay for it

    must_be_a_hub(hub)
    try:
        serve.serve(hub, port, day(today), _memory(hub))
    except serve.PortTaken as taken:
        raise Refused(str(taken)) from taken


@main.command("init")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option("--name", help="What the hub is called; the folder's name, if left out.")
@click.option("--languages", default="en,de", show_default=True, help="Its languages, the first one at /.")
@today_option
def init_command(folder: Path, name: str | None, languages: str, today: str | None) -> None:
    """Begin a hub of your own in FOLDER, with a few sample entries."""
    if folder.exists() and any(folder.iterdir()):
        raise Refused(f"{folder} is not empty; a hub begins in a new or an empty folder.")
    codes = tuple(code.strip() for code in languages.split(","))
    if not all(len(code) == 2 and code.isascii() and code.islower() for code in codes):
        raise Refused(f"These are no languages: {languages}. Write their two-letter codes like en,de.")
    title = name or folder.resolve().name.replace("-", " ").title()
    files = start(title, day(today), codes)
    for path, content in files.items():
        keep(folder / path, content)
    click.echo(f"{title}: {len(files)} files in {folder}. Next:  cd {folder}  and  skillshub serve")


def _memory(hub: Path) -> Memory:
    return Memory.of(hub, program(), os.environ)


def _report(problems: Iterable[Problem], style: str | None, checked: Checked, names: Collection[str]) -> None:
    tell(problems, style, checked.settings.url if checked.settings else "", len(names), names, checked.day)


def _sum_up(built: Built, site: Path, seconds: float) -> None:
    """The last lines of a build, on the side of the progress so that reports stay what they are."""
    if built.outcome is None:
        click.echo("Nothing was built: the site that stood there stands unchanged.", err=True)
        return
    counts = ", ".join(f"{count} {FOLDERS[kind].replace('-', ' ')}" for kind, count in built.entries.items() if count)
    warnings = sum(one.severity == "warning" for one in built.problems)
    written, kept = built.outcome.rendered, built.outcome.kept
    click.echo(f"{counts or 'no entries'}", err=True)
    click.echo(
        f"{site}: {written + kept} files ({written} new, {kept} unchanged), {warnings} warnings, {seconds:.1f} s",
        err=True,
    )
