"""The command ``skillshub``: its words, its exit codes, and the clock.

0: all is well. 1: the content has errors. 2: the command was called wrongly, or cannot do its work here.

``doors``     the way in, and what every command shares    ``clock``       the day
``building``  check, build, serve                          ``explaining``  what a code means
``reviewing`` review, the comment below a pull request
"""

from __future__ import annotations

from skillshub.cli import building, explaining, reviewing
from skillshub.cli.doors import main, run

__all__ = ["building", "explaining", "reviewing", "main", "run"]
