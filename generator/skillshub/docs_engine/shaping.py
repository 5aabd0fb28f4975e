"""The last touches on HTML that MkDocs made: text in, text out."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection

_TABLE = re.compile(r"<table>(.*?)</table>", re.DOTALL)
_ALIGNED = re.compile(r' style="text-align: (left|right|center);"')
_PERMALINK = re.compile(r'(<a class="headerlink" href="[^"]*") title="[^"]*"')
_HEADING = re.compile(r"\s*<h1\b[^>]*>.*?</h1>", re.DOTALL)
_REFERENCE = re.compile(r'(\s(?:href|src|poster)=")([^":#?][^":#?]*)')
_SPACE = re.compile(r"\n\s*\n+")

_INTRO, _OUTRO = "HUB-SLOT-INTRO", "HUB-SLOT-OUTRO"


def readable(content: str, table: str, permalink: str) -> str:
    """A page's own HTML, fit for keyboards and for our policy on styles.

    ``table`` is what a table that scrolls sideways is called, ``permalink`` the link beside a heading.
    """
    content = _PERMALINK.sub(lambda found: f'{found[1]} title="{permalink}"', content)
    content = _ALIGNED.sub(r' align="\1"', content)
    content = content.replace("<pre>", '<pre tabindex="0">')
    region = f'<div class="hub-scroll" role="region" aria-label="{table}" tabindex="0"><table>'
    return _TABLE.sub(lambda found: f"{region}{found[1]}</table></div>", content)


def without_slots(shown: object) -> object:
    """What a template shows, unable to open a slot: a text about slots must not become one."""
    return shown.replace("HUB-SLOT-", "HUB&#45;SLOT-") if isinstance(shown, str) else shown


def without_intro(html: str) -> tuple[str, str]:
    """A landing page without its own text, and that text without its first heading."""
    before, _, rest = html.partition(_INTRO)
    intro, _, after = rest.partition(_OUTRO)
    return before.rstrip() + after, _HEADING.sub("", intro, count=1).strip()


def sharing(html: str, folder: str, assets: Collection[str], base: str) -> str:
    """A page of another language, with its links to assets leading one folder further up, to those of the root.

    ``folder`` is where the page stands below its language ("courses"); ``base`` is the absolute path of the language
    where links are absolute ("/hub/de/"), else empty.
    """

    parent = posixpath.dirname(base.rstrip("/")).rstrip("/")

    def shared(found: re.Match[str]) -> str:
        link = found[2]
        target = link.removeprefix(base) if base else posixpath.normpath(posixpath.join(folder, link))
        if target.partition("?")[0] not in assets:  # behind which a version may stand
            return found[0]
        return f"{found[1]}{parent}/{target}" if base else f"{found[1]}../{link}"

    return _REFERENCE.sub(shared, html)


def tidy(html: str) -> str:
    """Without the empty lines that templates leave; text in ``pre`` has none that matter to a reader's eye."""
    return html if "<pre" in html else _SPACE.sub("\n", html)
