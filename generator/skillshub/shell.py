"""A page that the docs engine built, cut open where the catalogue goes in.

A shell is fixed text (the walls) around named slots. It knows HTML only as far as it must: which links are relative,
and which scripts a browser would run. It escapes nothing: whoever fills a slot answers for its text.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

_SLOT = re.compile(r"HUB-SLOT-([A-Z]+(?:-[A-Z]+)*)")

_LOOSE = r"(?![A-Za-z][A-Za-z0-9+.-]*:|[/#\"'\s]|HUB-SLOT-)"  # what follows is a relative link, and not an empty one
_PIECE = re.compile(
    r"<!--.*?-->"
    r"|(?P<open><script\b[^>]*>)(?P<code>.*?)(?=</script)"
    r"|<style\b[^>]*>.*?(?=</style)"
    r"|(?P<tag><[A-Za-z](?:[^\"'>]|\"[^\"]*\"|'[^']*')*>)",
    re.DOTALL | re.IGNORECASE,
)
_LINK = re.compile(rf"(\s(?:xlink:href|href|src|action|formaction|poster)\s*=\s*[\"']){_LOOSE}", re.IGNORECASE)
_SRCSET = re.compile(r"(\s(?:srcset|imagesrcset)\s*=\s*)([\"'])(.*?)\2", re.IGNORECASE | re.DOTALL)
_CANDIDATE = re.compile(rf"(^\s*|,\s+){_LOOSE}(?=\S)")
_SCOPE = re.compile(rf"(new URL\(\"|\"(?:base|search)\":\s*\"){_LOOSE}")  # what Material writes into its inline scripts

_SCRIPT = re.compile(r"<script\b(?P<attributes>[^>]*)>(?P<code>.*?)</script", re.DOTALL | re.IGNORECASE)
_TYPE = re.compile(r"\btype\s*=\s*[\"']?([^\"'\s>]*)", re.IGNORECASE)
_SOURCE = re.compile(r"\bsrc\s*=", re.IGNORECASE)
_EXECUTABLE = frozenset({"", "module", "importmap", "text/javascript", "application/javascript"})


class WrongSlots(Exception):
    """A shell was filled with a slot that it does not have, or without one that it has."""


@dataclass(frozen=True, slots=True)
class Shell:
    """A built page as a value; the same one is stamped thousands of times."""

    walls: tuple[str, ...]  # the fixed text around the slots: one more than there are slots
    slots: tuple[str, ...]  # their names as Python writes them, in the order in which they occur; a name may come twice

    @classmethod
    def cut(cls, html: str) -> Self:
        """Cut at each ``HUB-SLOT-NAME``; HUB-SLOT-NEXT-EVENT becomes the slot ``next_event``."""
        first, *rest = _SLOT.split(html)
        return cls((first, *rest[1::2]), tuple(name.lower().replace("-", "_") for name in rest[0::2]))

    @property
    def html(self) -> str:
        """The page with its slots as tokens again."""
        return self.stamp(**{slot: f"HUB-SLOT-{slot.upper().replace('_', '-')}" for slot in self.slots})

    def lowered(self, levels: int) -> Self:
        """The same shell for a page that many folders further down."""
        return type(self).cut(lowered(self.html, levels))

    def stamp(self, **filling: str) -> str:
        """The whole page. Each slot must be filled, and nothing else given."""
        if filling.keys() != set(self.slots):
            raise WrongSlots(f"slots and filling differ: {sorted(filling.keys() ^ set(self.slots))}")
        parts = [self.walls[0]]
        for slot, wall in zip(self.slots, self.walls[1:], strict=True):
            parts += filling[slot], wall
        return "".join(parts)


def lowered(html: str, levels: int) -> str:
    """HTML whose relative links still hold that many folders further down. ``#``, ``/path`` and ``scheme:`` stay."""
    up = "../" * levels
    return _PIECE.sub(lambda piece: _lowered_piece(piece, up), html) if levels else html


def inline_script_hashes(html: str) -> tuple[str, ...]:
    """What a Content-Security-Policy must name so that the page's own inline scripts run: sorted, each once.

    Data blocks (``application/json``, ``application/ld+json``) are no scripts to a browser and need no hash.
    """
    runs = (match["code"] for match in _SCRIPT.finditer(html) if _is_run(match["attributes"]))
    return tuple(sorted({_hash(code) for code in runs}))


def content_security_policy(html: str, *, form_targets: Iterable[str] = ()) -> str:
    """The policy for a page with these inline scripts; the text of a ``content`` attribute.

    A page may load from its own site only, run only its own scripts, and send forms to itself and the targets named.
    """
    rules = {
        "default-src": "'none'",
        "script-src": " ".join(("'self'", *(f"'{digest}'" for digest in inline_script_hashes(html)))),
        "style-src": "'self'",
        "img-src": "'self' data:",
        "font-src": "'self'",
        "connect-src": "'self'",
        "manifest-src": "'self'",
        "worker-src": "'self'",
        "form-action": " ".join(("'self'", *form_targets)),
        "base-uri": "'none'",
    }
    return "; ".join(f"{name} {sources}" for name, sources in rules.items())


def _lowered_piece(piece: re.Match[str], up: str) -> str:
    if piece["open"]:
        return _lowered_tag(piece["open"], up) + _SCOPE.sub(rf"\g<1>{up}", piece["code"])
    return _lowered_tag(piece["tag"], up) if piece["tag"] else piece[0]


def _lowered_tag(tag: str, up: str) -> str:
    tag = _LINK.sub(rf"\g<1>{up}", tag)
    return _SRCSET.sub(lambda found: found[1] + found[2] + _CANDIDATE.sub(rf"\g<1>{up}", found[3]) + found[2], tag)


def _is_run(attributes: str) -> bool:
    named = _TYPE.search(attributes)
    return not _SOURCE.search(attributes) and (named[1].lower() if named else "") in _EXECUTABLE


def _hash(code: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()
