"""links: the command that asks whether the links of the entries still lead somewhere."""

from __future__ import annotations

from pathlib import Path

import click

from skillshub import __version__
from skillshub.build import schema_folder
from skillshub.checking import Checked, check
from skillshub.cli.clock import day, today_option
from skillshub.cli.doors import main, must_be_a_hub
from skillshub.schemas import Schemas
from skillshub.writing import keep

_FILE = click.Path(path_type=Path, dir_okay=False)


@main.command("links")
@click.option("--cache", type=_FILE, help="Where strikes are kept from night to night (JSON).")
@click.option("--report", "report_file", type=_FILE, help="Where the report goes (JSON), with an issue a provider.")
@click.option("--fresh-days", type=click.IntRange(0), default=6, show_default=True, help="Trust what was well so long.")
@click.option("--delay", type=click.FloatRange(0), default=1.0, show_default=True, help="Seconds between two requests.")
@click.option("--allow-private", is_flag=True, help="Also ask machines of your own network.")
@today_option
@click.pass_obj
def links_command(
    hub: Path,
    cache: Path | None,
    report_file: Path | None,
    fresh_days: int,
    delay: float,
    allow_private: bool,
    today: str | None,
) -> None:
    """Ask for every outside link of the entries, politely, and say which of them fail. Goes online."""
    from skillshub import links, outside  # noqa: PLC0415 - only those who go online pay for it

    must_be_a_hub(hub)
    checked, _ = check(hub, Schemas.load(schema_folder()), day(today))
    shown = [entry for entry in checked.catalogue if entry.status == "published" and not entry.sample]
    urls = [url for entry in shown for _, url in outside.links_of(entry)]
    before = links.read_strikes(cache.read_bytes()) if cache and cache.is_file() else {}
    manners = links.Manners(agent=_name(checked), delay=delay, allow_private=allow_private)
    done = links.go_round(urls, before, checked.day, manners, fresh_days)
    if cache:
        keep(cache, links.written_strikes(done.records))
    if report_file:
        keep(report_file, links.as_report(checked.catalogue, done).encode())
    click.echo(links.as_table(checked.catalogue, done), nl=False)


def _name(checked: Checked) -> str:
    """Who asks, for the logs of those who are asked; a header holds ASCII only."""
    url = checked.settings.url if checked.settings else ""
    name = next(iter(checked.settings.name.values())) if checked.settings else ""
    who = f"+{url}" if url else name
    return f"skillshub-links/{__version__} ({who.encode('ascii', 'replace').decode()})"
