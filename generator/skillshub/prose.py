"""Markdown from strangers -> HTML that is safe in any page. The only room that may call a text safe (``Markup``).

HTML in the source is shown as the text it is. What Markdown makes of the rest passes one sanitiser, last, with a short
allow-list: no images, no ids, no classes, no styles, and links only to https and mailto. Headings begin at ``h3``.
"""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape, unescape

import nh3
import pyromark
from markupsafe import Markup

from skillshub.weblinks import fault_in, fault_in_email, host_of

LONGEST = 20_000
"""Characters that are read of one text; the longest real description takes a third of it."""

DEEPEST = 8
"""Lists and quotations within each other; the sanitiser's time grows with the square of it."""

_OPTIONS = pyromark.Options.ENABLE_TABLES | pyromark.Options.ENABLE_STRIKETHROUGH
_TAGS = frozenset("p br strong em del code pre ul ol li blockquote a h3 h4 h5 table thead tbody tr th td hr".split())
_SANITISER = nh3.Cleaner(
    tags=_TAGS,
    attributes={"a": {"href"}},
    url_schemes={"https", "mailto"},
    url_relative="deny",
    link_rel="noopener noreferrer nofollow ugc",
)

_LESS_THAN = "\ue000"  # stands for a '<' that is text while Markdown is read; private use, so no text needs it
_RAW_LESS_THAN = re.compile(r"<(?!https://[^\s<>]+>|[A-Za-z0-9._+\-]{1,64}@[A-Za-z0-9.\-]{1,253}>)")
_HEADING = re.compile(r"<(/?)h([1-6])>")
_IMAGE = re.compile(r'<img src="[^"]*" alt="([^"]*)"[^>]*>')
_LINK = re.compile(r'<a href="([^"]*)"[^>]*>(.*?)</a>', re.DOTALL)
_NEST = re.compile(r"<(/?)(?:blockquote|ul|ol)[> ]")
_TAG = re.compile(r"<[^>]*>")
_INLINE_TAG = re.compile(r"</?(?:a|strong|em|del|code|img)(?: [^>]*)?>")
_TARGET_LEADS = re.compile(r"(?:https://|mailto:)?(?:www\.)?([^\s/?#]+)", re.IGNORECASE)


@lru_cache(maxsize=8192)
def html(markdown: str) -> Markup:
    """The text as HTML blocks (``<p>…</p>``), cut at 20,000 characters; '' for an empty text."""
    rendered = _rendered(markdown)
    if _is_too_deep(rendered):
        rendered = "".join(f"<p>{escape(part)}</p>\n" for part in markdown[:LONGEST].split("\n\n"))
    elif "<" in rendered:
        rendered = _in_our_page(rendered)
    return Markup(_SANITISER.clean(rendered))  # noqa: S704 - the one place, after the sanitiser


def block(markdown: str, language: str | None) -> Markup:
    """The same as a block of its own, marked with its language where that is not the page's."""
    return Markup('<div class="hub-prose"{}>{}</div>').format(_lang(language), html(markdown))


def phrase(text: str, language: str) -> Markup:
    """A text that is not Markdown, marked with its language."""
    return Markup("<span{}>{}</span>").format(_lang(language), text)


def _lang(language: str | None) -> Markup:
    return Markup(' lang="{}"').format(language) if language else Markup()


def plain(markdown: str, limit: int) -> str:
    """The words alone in one line of at most ``limit`` characters, cut after a whole word, with '…' if cut."""
    spaced = _TAG.sub(" ", _INLINE_TAG.sub("", _rendered(markdown)))
    words = " ".join(unescape(spaced).split())
    if len(words) <= limit:
        return words
    head, space, _ = words[:limit].rpartition(" ")
    return (head.rstrip(" ,;:.-") if space else words[: limit - 1]) + "…"


def _rendered(markdown: str) -> str:
    """What Markdown makes of a text whose every '<' is text, except in <https://...> and <name@host>."""
    source = markdown[:LONGEST].replace("\0", "").replace(_LESS_THAN, "\ufffd")
    if "<" in source:
        source = _RAW_LESS_THAN.sub(_LESS_THAN, source)
    return pyromark.html(source, options=_OPTIONS).replace(_LESS_THAN, "&lt;")


def _is_too_deep(rendered: str) -> bool:
    if rendered.count("<blockquote") + rendered.count("<ul") + rendered.count("<ol") <= DEEPEST:
        return False
    depth = 0
    for match in _NEST.finditer(rendered):
        depth += -1 if match[1] else 1
        if depth > DEEPEST:
            return True
    return False


def _in_our_page(rendered: str) -> str:
    """Images as their text, headings below the page's own, links that say where they lead."""
    if "<img " in rendered:
        rendered = _IMAGE.sub(r"\1", rendered)
    if "<h" in rendered:
        rendered = _Outline().lowered(rendered)
    if "<a " in rendered:
        rendered = _LINK.sub(_link, rendered)
    return rendered


class _Outline:
    """Headings of one text, lowered so that none skips a level: the first is ``h3``."""

    def __init__(self) -> None:
        self._open: list[int] = []

    def lowered(self, rendered: str) -> str:
        return _HEADING.sub(self._heading, rendered)

    def _heading(self, match: re.Match[str]) -> str:
        level = int(match[2])
        if not match[1]:
            while self._open and self._open[-1] >= level:
                self._open.pop()
            self._open.append(level)
        return f"<{match[1]}h{min(2 + len(self._open), 5)}>"


def _link(match: re.Match[str]) -> str:
    """The link, naming where it leads if its text does not begin with that; only the text if it may not be linked."""
    address, text = unescape(match[1]), match[2]
    is_mail = address.startswith("mailto:")
    if (fault_in_email(address[7:]) if is_mail else fault_in(address)) is not None:
        return text
    target = address[7:] if is_mail else host_of(address)
    shown = _TARGET_LEADS.match(unescape(_TAG.sub("", text)).strip())
    if shown and shown[1].lower() == target.lower():
        return f'<a href="{match[1]}">{text}</a>'
    return f'<a href="{match[1]}">{text} ({escape(target)})</a>'
