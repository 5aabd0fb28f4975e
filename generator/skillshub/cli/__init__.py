"""The command ``skillshub``: its words, its exit codes, and the clock.

0: all is well. 1: the content has errors. 2: the command was called wrongly, or cannot do its work here.

``doors``     the way in, and what every command shares    ``clock``       the day
``building``  check, build, serve, init                    ``explaining``  what a code means
``tidying``   fmt, fix                                   ``importing``   import, template
``adding``    new                                        ``values``     fields given on the command line
``keeping``   codeowners, publishable                    ``linking``     links
``reviewing`` review: the comment below a pull request   ``asking``     from-issue, issue-forms
"""

from __future__ import annotations

from skillshub.cli import adding, asking, building, explaining, importing, keeping, linking, reviewing, tidying
from skillshub.cli.doors import main, run

__all__ = [
    "adding",
    "asking",
    "building",
    "explaining",
    "importing",
    "keeping",
    "linking",
    "reviewing",
    "tidying",
    "main",
    "run",
]
