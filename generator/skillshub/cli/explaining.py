"""explain: the manual of one code, in the terminal."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator

import click

from skillshub import guide
from skillshub.cli.doors import Refused, main
from skillshub.wording.names import nearest

_WIDTH = 80


def _codes(_context: object, _parameter: object, begun: str) -> list[str]:
    """What a shell offers while one types."""
    return [code for code in guide.codes() if code.startswith(begun)]


@main.command("explain")
@click.argument("code", required=False, shell_complete=_codes)
def explain_command(code: str | None) -> None:
    """Say what a CODE of the check means, with an example. Without a CODE, list all of them."""
    if code is None:
        click.echo("\n".join(_list()))
        return
    known = guide.codes()
    if code not in known:
        meant = nearest(code, known)
        raise Refused(f"There is no code '{code}'. " + (f"Did you mean '{meant}'?" if meant else _how_to_list()))
    click.echo("\n".join(_explained(code, known[code])))


def _how_to_list() -> str:
    return "'skillshub explain' lists all codes."


def _list() -> Iterator[str]:
    width = max(map(len, guide.codes()))
    for title, manual in guide.CHAPTERS.items():
        yield f"\n{title}"
        for code, text in manual.items():
            first = re.split(r"(?<=[.:;]) ", _plain(text), maxsplit=1)[0].rstrip(":;")
            yield f"  {code:{width}}  {textwrap.shorten(first, 100, placeholder=' …')}"
    yield "\nskillshub explain CODE tells more."


def _explained(code: str, text: str) -> Iterator[str]:
    yield code
    yield textwrap.fill(_plain(text), _WIDTH)
    if code in guide.WARNINGS:
        yield "This is only a warning: the entry is published all the same."
    for report in guide.examples_of(code, guide.examples_in(guide.reports_folder())):
        yield f"\n{textwrap.indent(report, '  ')}"


def _plain(text: str) -> str:
    """The manual is Markdown; a terminal shows a word in quotes where a page shows it as code."""
    return re.sub(r"`([^`]*)`", lambda found: found[1] if '"' in found[1] else f"'{found[1]}'", text)
