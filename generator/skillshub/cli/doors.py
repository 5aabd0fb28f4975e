"""The way in: the group that all commands belong to, how it refuses, and how it ends."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import date
from importlib import import_module
from itertools import chain
from pathlib import Path

import click

from skillshub import __version__, reporting
from skillshub.docs_engine import DocsBroken
from skillshub.history import NoHistory
from skillshub.problems import Problem
from skillshub.workers import WorkerDied
from skillshub.writing import CannotWrite

style_option = click.option(
    "--format", "style", type=click.Choice(sorted(reporting.STYLES)), default=None, help="How problems are told."
)


class Refused(click.ClickException):
    """The command cannot do its work here; one sentence says why."""

    exit_code = 2


ROOMS: Mapping[str, tuple[str, ...]] = {
    "building": ("check", "build", "serve", "init"),
    "adding": ("new",),
    "tidying": ("fmt", "fix"),
    "importing": ("import", "template"),
    "explaining": ("explain",),
    "keeping": ("codeowners", "publishable"),
    "linking": ("links",),
    "reviewing": ("review",),  # the comment below a pull request
    "asking": ("from-issue", "issue-forms"),
}
"""The commands of each room. A room is opened when one of its commands is called: each brings libraries of its own."""


class _Commands(click.Group):
    """What stops a command for a reason that is nobody's mistake here is one sentence, whichever command it is."""

    def list_commands(self, context: click.Context) -> list[str]:
        del context
        return sorted(chain.from_iterable(ROOMS.values()))

    def get_command(self, context: click.Context, cmd_name: str) -> click.Command | None:
        for room, commands in ROOMS.items():
            if cmd_name in commands:
                import_module(f"skillshub.cli.{room}")
        return super().get_command(context, cmd_name)

    def invoke(self, context: click.Context) -> object:
        try:
            return super().invoke(context)
        except (DocsBroken, CannotWrite, NoHistory, WorkerDied) as refusal:
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
    """Check the entries of a skills hub, write them, and build its site."""
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


def must_be_a_hub(hub: Path) -> None:
    if not (hub / "mkdocs.yml").is_file():
        raise Refused(f"There is no mkdocs.yml in {hub.resolve()}: this is not the folder of a hub (use -C FOLDER).")


def within(hub: Path, paths: Iterable[str], files: Iterable[str]) -> set[str]:
    """The files of the hub that lie at or below the paths, each of which must be there; all files without a path."""
    root, files = hub.resolve(), set(files)
    wanted: set[str] = set()
    for path in paths:
        full = Path(path).resolve() if Path(path).exists() else (root / path).resolve()
        if not full.exists() or not full.is_relative_to(root):
            raise Refused(f"There is no {path} in this hub.")
        below = full.relative_to(root).as_posix()
        wanted |= {below, *(file for file in files if below == "." or file.startswith(f"{below}/"))}
    return wanted & files if wanted else files


def tell(
    problems: Iterable[Problem],
    style: str | None,
    site_url: str,
    checked: int,
    names: Iterable[str] = (),
    today: date = date(1970, 1, 1),
) -> None:
    """The report, in the style that was asked for or that suits the place; ``names``: the files looked at."""
    chosen = style or ("github" if os.environ.get("GITHUB_ACTIONS") == "true" else "text")
    colour = reporting.wants_colour(sys.stdout, os.environ)
    said = reporting.report(problems, chosen, site_url=site_url, colour=colour, checked=checked, names=names, day=today)
    click.echo(said, nl=False)
