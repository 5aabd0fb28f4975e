"""The command ``skillshub``: its words, its exit codes, and the clock.

0: all is well. 1: the content has errors. 2: the command was called wrongly, or cannot do its work here.

``doors``     the way in, which room has which command, and what all commands share
``clock``     the day          ``values``      fields given on the command line
"""

from __future__ import annotations

from skillshub.cli.doors import main, run

__all__ = ["main", "run"]
