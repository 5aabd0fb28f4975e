"""Where everything is: the one room that makes an address.

Addresses inside the site are relative to the root of a page's language ("courses/hv-safety/"); a page reaches that root
by ``way_up``. Nothing here knows what an address shows.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple
from urllib.parse import quote, urljoin, urlsplit

from skillshub.model import FOLDERS, Entry, Kind

FORM = "contribute/form/"
"""The one page for all forms; below it stands what they are made from."""

Forge = Callable[[str, str, str], str]  # repository, branch, path of a file -> address of its edit page


def address(entry: Entry) -> str:
    return address_of(entry.kind, entry.slug)


def address_of(kind: Kind, slug: str) -> str:
    return f"{FOLDERS[kind]}/{slug}/"


def list_address(folder: str, scope: str = "", order: str = "", page: int = 1) -> str:
    """A page of a list: "courses/", "courses/page_2/", "courses/in_bavaria/by_start/page_2/".

    ``scope`` ("in_bavaria") narrows the list; ``order`` is empty for the one in which it opens. The underscore keeps
    these apart from the entries themselves, whose names have none.
    """
    steps = (folder, scope, order and f"by_{order}", f"page_{page}" if page > 1 else "")
    return "".join(f"{step}/" for step in steps if step)


def form_address(kind: Kind, slug: str = "") -> str:
    """The form for a new entry of a kind, or for one that is there: "contribute/form/?kind=course&entry=hv-safety"."""
    return f"{FORM}?kind={kind}" + (f"&entry={slug}" if slug else "")


def file_of(address: str) -> str:
    """The file that a static host serves at an address: "courses/" -> "courses/index.html"."""
    return f"{address}index.html" if not address or address.endswith("/") else address


def way_up(address: str) -> str:
    """The relative way from a page to the root that its address counts from: "courses/x/" -> "../../"."""
    return "../" * address.count("/")


def in_language(address: str, prefix: str) -> str:
    """The address below the site's root of a page of a language; ``prefix`` is "" or "de/"."""
    return prefix + address


def absolute(site_url: str, address: str) -> str:
    """``site_url`` ends with a slash, or is empty where the hub has not said where it will stand."""
    return site_url + quote(address, safe="/~.-_")


def path_as_uri(path: str) -> str:
    """The path of a file below the hub as a relative URI; what is no Unicode becomes a question mark."""
    return quote(path, safe="/~.-_", errors="replace")


_EDIT: Mapping[str, Forge] = {
    "github": lambda url, branch, path: f"{url}/edit/{branch}/{path}",
    "gitlab": lambda url, branch, path: f"{url}/-/edit/{branch}/{path}",
    "forgejo": lambda url, branch, path: f"{url}/_edit/{branch}/{path}",
}


def edit_address(forge: str, repository: str, branch: str, path: str) -> str:
    """The page of a forge (github, gitlab, forgejo) on which a file can be changed."""
    return _EDIT[forge](repository.rstrip("/"), quote(branch, safe="/"), quote(path))


class Target(NamedTuple):
    """Where a request for a web address goes."""

    host: str
    port: int
    path: str  # with its query, as a request line holds it
    encrypted: bool


def target_of(url: str) -> Target | None:
    """None for what is no address of the web."""
    try:
        parts = urlsplit(url)
        port = parts.port
        host = (parts.hostname or "").encode("idna").decode("ascii")
    except (ValueError, UnicodeError):
        return None
    if parts.scheme not in ("http", "https") or not host:
        return None
    path = quote(parts.path or "/", safe=_SENT) + (f"?{quote(parts.query, safe=_SENT)}" if parts.query else "")
    return Target(host, port or (443 if parts.scheme == "https" else 80), path, parts.scheme == "https")


_SENT = "/~.-_%!$&'()*+,;=:@?"


def followed(url: str, location: str) -> str:
    """Where a page sends its visitor, who is at ``url``; "" when that is no address."""
    try:
        return urljoin(url, location)
    except ValueError:
        return ""


class FileForms(NamedTuple):
    """Pages of a forge that come filled in: ``{path}`` and ``{text}`` are for the browser to replace, quoted."""

    new: str
    edit: str


_PAGES: Mapping[str, FileForms] = {
    "github": FileForms("/new/{branch}?filename={path}&value={text}", "/edit/{branch}/{path}"),
    "gitlab": FileForms("/-/new/{branch}?file_name={path}", "/-/edit/{branch}/{path}"),
    "forgejo": FileForms("/_new/{branch}/?filename={path}&value={text}", "/_edit/{branch}/{path}?value={text}"),
}
"""GitHub and GitLab show a file that is there as it is; Forgejo and Gitea take a text for either page."""


def file_forms(forge: str, repository: str, branch: str) -> FileForms:
    """The pages of a forge for a new file, and for a file that is there, for the browser to fill in."""
    own = quote(branch, safe="/")
    return FileForms(*(repository.rstrip("/") + page.replace("{branch}", own) for page in _PAGES[forge]))
