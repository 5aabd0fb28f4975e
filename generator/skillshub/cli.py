"""The command ``skillshub``: its words, its exit codes, and the clock.

0: all is well. 1: the content has errors. 2: the command was called wrongly, or cannot do its work here.
"""

from __future__ import annotations

import gc
import os
import sys
import time
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path

import click

from skillshub import __version__, reporting, workers
from skillshub.build import Built, build, program, schema_folder
from skillshub.checking import Checked, check
from skillshub.docs_engine import DocsBroken
from skillshub.memory import Memory
from skillshub.model import FOLDERS
from skillshub.problems import Problem
from skillshub.progress import Progress
from skillshub.schemas import Schemas
from skillshub.starter import start
from skillshub.workers import WorkerDied
from skillshub.writing import CannotWrite, keep

_TODAY = click.option(
    "--today", metavar="DATE", help="The day to build for (2027-03-15); SOURCE_DATE_EPOCH, else the clock, if left out."
)


class Refused(click.ClickException):
    """The command cannot do its work here; one sentence says why."""

    exit_code = 2


class _Commands(click.Group):
    """What stops a command for a reason that is nobody's mistake here is one sentence, whichever command it is."""

    def invoke(self, context: click.Context) -> object:
        try:
            return super().invoke(context)
        except (DocsBroken, CannotWrite, WorkerDied) as refusal:
            raise Refused(str(refusal)) from refusal
        except KeyboardInterrupt:
            click.echo("\nStopped.", err=True)
            sys.exit(130)  # as shells count it: 128 and the number of the signal


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="skillshub")
@click.option(
    "-C",
    "--hub",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(),
    help="The hub's folder, if not this one.",
)
@click.pass_context
def main(context: click.Context, hub: Path) -> None:
    """Check the entries of a skills hub and build its site."""
    gc.disable()  # a build makes values, not garbage: collecting costs a third of its time and frees nothing
    context.obj = hub


def run() -> None:
    """The command as the system calls it. It ends at once: giving back the memory of a build takes a while."""
    try:
        main(prog_name="skillshub")
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 1
    with suppress(OSError):  # nobody listens any more
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(code)


@main.command("check")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option(
    "--format", "style", type=click.Choice(sorted(reporting.STYLES)), default=None, help="How problems are told."
)
@_TODAY
@click.pass_obj
def check_command(hub: Path, paths: tuple[str, ...], style: str | None, today: str | None) -> None:
    """Say everything that is wrong with the entries, all files at once. PATHs limit what is told, not what is read."""
    _must_be_a_hub(hub)
    schemas = Schemas.load(schema_folder())
    checked, _ = check(hub, schemas, _day(today), _memory(hub), hands=workers.hands())
    wanted = _within(hub, paths, checked)
    problems = [one for one in checked.problems if not paths or one.path in wanted]
    _report(problems, style, checked, len(wanted))
    sys.exit(1 if any(one.severity == "error" for one in problems) else 0)


@main.command("build")
@click.option("--site", type=click.Path(path_type=Path, file_okay=False), help="Where the site goes; site/ in the hub.")
@click.option(
    "--keep-going", is_flag=True, help="Publish the sound entries even when others have errors; still exit 1."
)
@click.option(
    "--format", "style", type=click.Choice(sorted(reporting.STYLES)), default=None, help="How problems are told."
)
@click.option("--cold", is_flag=True, help="Remember nothing of earlier builds.")
@_TODAY
@click.pass_obj
def build_command(
    hub: Path, site: Path | None, keep_going: bool, style: str | None, cold: bool, today: str | None
) -> None:
    """Check the entries and build the site, whole or not at all."""
    _must_be_a_hub(hub)
    began = time.perf_counter()
    with Progress(sys.stderr) as progress:
        built = _build(hub, site or hub / "site", _day(today), cold, keep_going, progress)
    _report(built.problems, style, built.checked, len(built.checked.files))
    _sum_up(built, site or hub / "site", time.perf_counter() - began)
    sys.exit(1 if any(one.severity == "error" for one in built.problems) else 0)


def _build(hub: Path, site: Path, today: date, cold: bool, keep_going: bool, progress: Progress) -> Built:
    return build(
        hub,
        site,
        today,
        memory=None if cold else _memory(hub),
        hands=workers.hands(),
        keep_going=keep_going,
        tell=progress.tell,
    )


@main.command("serve")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="Where to listen on this machine."
)
@_TODAY
@click.pass_obj
def serve_command(hub: Path, port: int, today: str | None) -> None:
    """Show the site in a browser while you edit; pages reload, and problems stand on them."""
    from skillshub import serve  # noqa: PLC0415 - only those who serve pay for it

    _must_be_a_hub(hub)
    try:
        serve.serve(hub, port, _day(today), _memory(hub))
    except serve.PortTaken as taken:
        raise Refused(str(taken)) from taken


@main.command("init")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option("--name", help="What the hub is called; the folder's name, if left out.")
@click.option("--languages", default="en,de", show_default=True, help="Its languages, the first one at /.")
@_TODAY
def init_command(folder: Path, name: str | None, languages: str, today: str | None) -> None:
    """Begin a hub of your own in FOLDER, with a few sample entries."""
    if folder.exists() and any(folder.iterdir()):
        raise Refused(f"{folder} is not empty; a hub begins in a new or an empty folder.")
    codes = tuple(code.strip() for code in languages.split(","))
    if not all(len(code) == 2 and code.isascii() and code.islower() for code in codes):
        raise Refused(f"These are no languages: {languages}. Write their two-letter codes like en,de.")
    title = name or folder.resolve().name.replace("-", " ").title()
    files = start(title, _day(today), codes)
    for path, content in files.items():
        keep(folder / path, content)
    click.echo(f"{title}: {len(files)} files in {folder}. Next:  cd {folder}  and  skillshub serve")


def _must_be_a_hub(hub: Path) -> None:
    if not (hub / "mkdocs.yml").is_file():
        raise Refused(f"There is no mkdocs.yml in {hub.resolve()}: this is not the folder of a hub (use -C FOLDER).")


def _day(given: str | None, environment: Mapping[str, str] = os.environ) -> date:
    """The one clock of the program."""
    try:
        if given is not None:
            return date.fromisoformat(given)
        if epoch := environment.get("SOURCE_DATE_EPOCH"):
            return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError) as wrong:
        raise Refused(f"That is no day: {epoch if given is None else given}. Write it like 2027-03-15.") from wrong
    return date.today()  # noqa: DTZ011 - the day where the hub is built


def _memory(hub: Path) -> Memory:
    return Memory.of(hub, program(), os.environ)


def _within(hub: Path, paths: Iterable[str], checked: Checked) -> set[str]:
    """The files of the hub that lie at or below the paths; every one of them must be there."""
    root = hub.resolve()
    wanted: set[str] = set()
    for path in paths:
        full = Path(path).resolve() if Path(path).exists() else (root / path).resolve()
        if not full.exists() or not full.is_relative_to(root):
            raise Refused(f"There is no {path} in this hub.")
        below = full.relative_to(root).as_posix()
        wanted |= {below, *(file for file in checked.files if below == "." or file.startswith(f"{below}/"))}
    return wanted & {*checked.files, *(one.path for one in checked.problems)} if wanted else set(checked.files)


def _report(problems: Iterable[Problem], style: str | None, checked: Checked, count: int) -> None:
    chosen = style or ("github" if os.environ.get("GITHUB_ACTIONS") == "true" else "text")
    url = checked.settings.url if checked.settings else ""
    colour = reporting.wants_colour(sys.stdout, os.environ)
    said = reporting.report(
        problems, chosen, site_url=url, colour=colour, checked=count, names=checked.files, day=checked.day
    )
    click.echo(said, nl=False)


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
