"""The one clock of the program: the day for which a hub is built."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import UTC, date, datetime

import click

from skillshub.cli.doors import Refused

today_option = click.option(
    "--today", metavar="DATE", help="The day to build for (2027-03-15); SOURCE_DATE_EPOCH, else the clock, if left out."
)


def day(given: str | None, environment: Mapping[str, str] = os.environ) -> date:
    """The day that was given, that of a reproducible build, or that where the hub is built."""
    try:
        if given is not None:
            return date.fromisoformat(given)
        if epoch := environment.get("SOURCE_DATE_EPOCH"):
            return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError) as wrong:
        raise Refused(f"That is no day: {epoch if given is None else given}. Write it like 2027-03-15.") from wrong
    return date.today()  # noqa: DTZ011 - the day where the hub is built
