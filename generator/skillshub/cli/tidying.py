"""fmt and fix: the commands that change files of entries, and say what they change."""

from __future__ import annotations

import difflib
import sys
from collections.abc import Iterable
from pathlib import Path

import click

from skillshub.build import schema_folder
from skillshub.cli.doors import Refused, main, must_be_a_hub, within
from skillshub.editing import CannotFormat, formatted
from skillshub.mending import mended
from skillshub.problems import Problem
from skillshub.schemas import Schemas
from skillshub.sources import EntryFile, contents, entry_files
from skillshub.writing import keep

diff_option = click.option("--diff", is_flag=True, help="Show what would change, and change nothing.")


@main.command("fmt")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option("--check", "only_check", is_flag=True, help="Change nothing; exit 1 if a file is not in good order.")
@diff_option
@click.pass_obj
def fmt_command(hub: Path, paths: tuple[str, ...], only_check: bool, diff: bool) -> None:
    """Put entries in good order: fields as in the list of fields, one layout, each comment where it belongs.

    What an entry says stays the same, to the letter.
    """
    schemas = Schemas.load(schema_folder())
    refused: list[str] = []
    changed: list[str] = []
    for file in wanted_files(hub, paths):
        try:
            before = text_of_file(hub, file)
            after = formatted(file.kind, schemas.fields(file.kind), before)
        except CannotFormat as why:
            refused.append(f"{file.path}: left as it is. {why}")
            continue
        if after.encode() != (hub / file.path).read_bytes():
            changed.append(file.path)
            _change(hub, file.path, before, after, is_trial=only_check or diff, shows=diff)
    _sum_up(changed, refused, is_trial=only_check or diff)
    sys.exit(1 if refused or (only_check and changed) else 0)


@main.command("fix")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@diff_option
@click.pass_obj
def fix_command(hub: Path, paths: tuple[str, ...], diff: bool) -> None:
    """Mend the mistakes that have one right mend: a slip in a name, a day written another way, a tab, a lost quote.

    Nothing else in the file changes: comments and layout stay. What only you can know is left for you.
    """
    schemas = Schemas.load(schema_folder())
    counts = [_fix(hub, file, schemas, diff=diff) for file in wanted_files(hub, paths)]
    done, left = sum(one for one, _ in counts), sum(one for _, one in counts)
    would = " (nothing was written)" if diff else ""
    click.echo(f"{done} mended{would}, {left} left{' for you: see skillshub check' if left else ''}.", err=True)
    sys.exit(1 if left else 0)


def _fix(hub: Path, file: EntryFile, schemas: Schemas, *, diff: bool) -> tuple[int, int]:
    """Mend one file; how many mistakes were mended, and how many are left."""
    content = contents(hub, file.path)
    if isinstance(content, Problem):
        return 0, 1
    found = mended(schemas, file.path, file.kind, content)
    if found.mended:
        before, after = content.decode("utf-8"), found.content.decode("utf-8")
        _change(hub, file.path, before, after, is_trial=diff, shows=diff)
        for problem in found.mended:
            click.echo(f"{file.path}:{problem.place.line}: {problem.message}", err=True)
    return len(found.mended), len(found.left)


def wanted_files(hub: Path, paths: tuple[str, ...]) -> list[EntryFile]:
    """The entries at or below the paths."""
    must_be_a_hub(hub)
    files, _ = entry_files(hub)
    wanted = within(hub, paths, (file.path for file in files))
    if not wanted and paths:
        raise Refused(f"There is no entry in {', '.join(paths)}.")
    return [file for file in files if file.path in wanted]


def text_of_file(hub: Path, file: EntryFile) -> str:
    content = contents(hub, file.path)
    try:
        if isinstance(content, bytes):
            return content.decode("utf-8")
    except UnicodeDecodeError as foreign:
        raise CannotFormat("It is not saved as UTF-8.") from foreign
    raise CannotFormat(content.message if isinstance(content, Problem) else "")


def _change(hub: Path, path: str, before: str, after: str, *, is_trial: bool, shows: bool) -> None:
    if shows:
        click.echo(diff_of(path, before, after), nl=False)
    if not is_trial:
        keep(hub / path, after.encode())


def diff_of(path: str, before: str, after: str) -> str:
    lines = difflib.unified_diff(
        before.splitlines(keepends=True), after.splitlines(keepends=True), path, path, lineterm="\n"
    )
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)


def _sum_up(changed: list[str], refused: Iterable[str], *, is_trial: bool) -> None:
    for path in changed:
        click.echo(f"{path}: {'not in good order' if is_trial else 'put in order'}", err=True)
    for sentence in refused:
        click.echo(sentence, err=True)
    if not changed and not refused:
        click.echo("Everything is in good order.", err=True)
