"""Addresses of web pages and mailboxes as partners write them: what is wrong with one, and how to show its host.

Only what leads to a public web page over an encrypted connection passes: https, a host with a name, nothing hidden in
front of it, no odd port. Nothing is looked up: whether the page exists is not this room's question.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple


def _(message: str) -> str:
    """Marks a message for the catalogues of translations."""
    return message


LONGEST = 2000
_LATIN = "a-z0-9à-öø-ĭĮ-įĴ-ķĹ-ľŁ-ňŊ-ž"  # letters that look like nothing but themselves; no dotless i, no kra
_LABEL = rf"[{_LATIN}](?:[{_LATIN}\-]{{0,61}}[{_LATIN}])?"
_HOST = re.compile(rf"(?:{_LABEL}\.)+(?:[a-z]{{2,24}}|xn--[a-z0-9\-]{{1,58}}[a-z0-9])", re.IGNORECASE)
_SOUND = re.compile(r"https://([a-z0-9.\-]{4,253})(?:/[A-Za-z0-9\-._~!$&'()*+/:@?=#]*)?")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.\-]*):")
_PARTS = re.compile(r"https://([^/?#]*)(.*)", re.DOTALL)
_NUMBER = re.compile(r"(?:0[xX][0-9a-fA-F]*|[0-9]+)")
_BAD_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_NEVER = re.compile(r'[<>"\\^`{|}]')
_HERE_ONLY = frozenset(
    {"arpa", "corp", "home", "internal", "intranet", "invalid", "lan", "local", "localhost", "onion", "test"}
)
_MAILBOX = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._+'\-]{0,62}[A-Za-z0-9])?")
_SHOWABLE_LABEL = re.compile(rf"[{_LATIN}\-]+")


SENTENCES: Mapping[str, str] = {
    "empty": _("The web address is empty."),
    "long": _("The web address is longer than %(limit)s characters."),
    "space": _("The web address holds a space, a line break or an invisible character."),
    "character": _("The web address holds the character '%(character)s', which no web address has."),
    "percent": _("A '%%' in a web address must be followed by two digits or letters a-f, as in '%%20'."),
    "http": _("The web address begins with 'http:', which is not encrypted; write 'https:' if the site has it."),
    "slashes": _("The web address must begin with 'https://', in small letters and with two slashes."),
    "scheme": _("A web address must begin with 'https://'."),
    "no-host": _("The web address has no host, such as 'www.example.org'."),
    "user": _("The web address hides its host behind a name and an '@'; write the host right after 'https://'."),
    "number": _("The web address leads to a number instead of a named host."),
    "port": _("The web address names a port; public pages need none."),
    "ending": _("The web address ends with '%(sign)s', which probably belongs to the text around it."),
    "dot": _("The host of the web address ends with a dot."),
    "inside": _("'%(host)s' is not a host that can be reached from outside, such as 'www.example.org'."),
    "letters": _("The host holds letters that can pass for others; write it in its 'xn--' form."),
    "host": _("'%(host)s' is not the name of a host, such as 'www.example.org'."),
    "mailbox": _("An e-mail address has a name, an '@' and a host, for example 'contact@example.org'."),
    "mailbox-name": _("The part of the e-mail address before the '@' holds characters that do not belong there."),
}
"""What is wrong with an address: one text for the check and for the form, which judges alike (form/weblinks.js)."""


def _said(name: str, /, **values: object) -> str:
    return SENTENCES[name] % values


class _Parts(NamedTuple):
    url: str
    authority: str  # between // and the first / ? or #
    rest: str


def fault_in(url: str) -> str | None:
    """What is wrong with the address of a web page, as a sentence; None if it may be linked."""
    plain = _SOUND.fullmatch(url)  # nearly every address; the rest is looked at piece by piece
    if plain and len(url) <= LONGEST and _fault_in_host(plain[1]) is None:
        return None
    if fault := _fault_in_characters(url) or _fault_in_scheme(url):
        return fault
    match = _PARTS.fullmatch(url)
    parts = _Parts(url, match[1], match[2]) if match else _Parts(url, "", "")
    return next((fault for check in _CHECKS if (fault := check(parts))), None)


def fault_in_email(address: str) -> str | None:
    """What is wrong with the address of a mailbox (``name@example.org``), as a sentence; None if it may be linked."""
    name, at, host = address.rpartition("@")
    if not at or not name or not host:
        return _said("mailbox")
    if len(address) > 254 or not _MAILBOX.fullmatch(name) or ".." in name:
        return _said("mailbox-name")
    return _fault_in_host(host)


def host_of(url: str) -> str:
    """The host to show beside a link: small letters, without 'www.'; '' if there is none.

    A name in other letters is shown as such only if it is wholly Latin; any other keeps its 'xn--' form, so that no
    Cyrillic 'а' passes for a Latin one.
    """
    match = _PARTS.match(url)
    authority = match[1] if match else url.rpartition("@")[2] if url.startswith("mailto:") else ""
    host = authority.rpartition("@")[2].partition(":")[0].lower().removesuffix(".")
    return ".".join(_shown(label) for label in host.removeprefix("www.").split("."))


def _shown(label: str) -> str:
    if label.startswith("xn--"):
        return _decoded(label)
    if label.isascii() or _SHOWABLE_LABEL.fullmatch(label):
        return label
    return "xn--" + label.encode("punycode", "replace").decode("ascii", "replace")


def _decoded(label: str) -> str:
    try:
        letters = label[4:].encode("ascii").decode("punycode")
    except (UnicodeError, ValueError, OverflowError):
        return label
    is_honest = not letters.isascii() and letters == letters.lower() and _SHOWABLE_LABEL.fullmatch(letters)
    return letters if is_honest else label


def _fault_in_characters(url: str) -> str | None:
    if not url:
        return _said("empty")
    if len(url) > LONGEST:
        return _said("long", limit=LONGEST)
    if " " in url or not url.isprintable():
        return _said("space")
    if odd := _NEVER.search(url):
        return _said("character", character=odd[0])
    if _BAD_PERCENT.search(url):
        return _said("percent")
    return None


def _fault_in_scheme(url: str) -> str | None:
    if url.startswith("https://"):
        return None
    scheme = _SCHEME.match(url)
    name = scheme[1].lower() if scheme else ""
    if name == "http":
        return _said("http")
    if name == "https":
        return _said("slashes")
    return _said("scheme")


def _empty_host(parts: _Parts) -> str | None:
    return None if parts.authority else _said("no-host")


def _user(parts: _Parts) -> str | None:
    if "@" in parts.authority:
        return _said("user")
    return None


def _bracketed(parts: _Parts) -> str | None:
    if "[" in parts.authority or "]" in parts.authority:
        return _said("number")
    return None


def _port(parts: _Parts) -> str | None:
    _, colon, port = parts.authority.partition(":")
    if colon and port != "443":
        return _said("port")
    return None


def _host(parts: _Parts) -> str | None:
    return _fault_in_host(parts.authority.partition(":")[0])


def _ending(parts: _Parts) -> str | None:
    if parts.rest[-1:] in (",", ";"):
        return _said("ending", sign=parts.rest[-1])
    return None


_CHECKS: tuple[Callable[[_Parts], str | None], ...] = (_empty_host, _user, _bracketed, _port, _host, _ending)


def _fault_in_host(host: str) -> str | None:
    """Of a host alone; every way of writing an IPv4 address ends in a number, so that is what is looked for."""
    labels = host.split(".")
    if _NUMBER.fullmatch(labels[-1]) or (not labels[-1] and _NUMBER.fullmatch(labels[-2] if len(labels) > 1 else "")):
        return _said("number")
    if host.endswith("."):
        return _said("dot")
    if len(labels) < 2 or labels[-1].lower() in _HERE_ONLY:
        return _said("inside", host=host[:60])
    if len(host) > 253 or not _HOST.fullmatch(host):
        return _words_for_odd_host(host)
    return None


def _words_for_odd_host(host: str) -> str:
    if not host.isascii():
        return _said("letters")
    return _said("host", host=host[:60])
