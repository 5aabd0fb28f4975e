"""A whole page: a shell, stamped with a body and with what search engines and other sites read in its head.

Everything a page's bytes depend on goes into its key here, in one place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from typing import Any

from skillshub.addresses import absolute, file_of, in_language, way_up
from skillshub.outputs.pages.stage import Stage, escaped, rooted
from skillshub.shell import Shell, content_security_policy
from skillshub.site import Site, SiteFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a page says of itself outside its body."""

    title: str  # text
    description: str  # text
    things: Sequence[Mapping[str, Any]] = ()  # schema.org
    og_type: str = "website"
    indexed: bool = True
    now_at: str = ""  # the address that it leads on to


def key_of(*parts: str) -> str:
    return blake2b("\n".join(parts).encode(), digest_size=12).hexdigest()


def page(
    stage: Stage, address: str, shell: Shell, key: Iterable[str], tell: Callable[[], tuple[Told, str]]
) -> SiteFile:
    """The file of a page; ``tell`` works out what it says of itself, and its body, when the page is written."""
    path = file_of(in_language(address, stage.language.prefix))
    whole = key_of(stage.site.made_from, stage.language.code, address, *key)

    def content() -> bytes:
        told, body = tell()
        filling = {"csp": _policy(shell), "head": _head(stage, address, told), "languages": _languages(stage, address)}
        if "body" in shell.slots:
            filling |= {"body": body, "title": escaped(told.title), "description": escaped(told.description)}
        return rooted(shell.stamp(**filling), address).encode()

    return SiteFile(path, whole, content)


@lru_cache(maxsize=512)
def _policy(shell: Shell) -> str:
    return escaped(content_security_policy(shell.html))


def _head(stage: Stage, address: str, told: Told) -> str:
    site, own = stage.site, stage.language
    url = site.settings.url
    return stage.render(
        "head.html",
        canonical=absolute(url, in_language(told.now_at or address, own.prefix)) if url else "",
        alternates=tuple(alternates(site, address)) if url and told.indexed and not told.now_at else (),
        title=told.title,
        description=told.description,
        og_type=told.og_type,
        site_name=stage.say(site.settings.name).text,
        locale=str(own.locale),
        things=told.things,
        indexed=told.indexed,
        now_at=told.now_at,
    )


def alternates(site: Site, address: str) -> Iterable[tuple[str, str]]:
    """The same page in each language (hreflang), the first also for everybody else."""
    if len(site.languages) < 2:
        return
    for language in site.languages:
        yield language.code, absolute(site.settings.url, in_language(address, language.prefix))
    yield "x-default", absolute(site.settings.url, in_language(address, site.languages[0].prefix))


@lru_cache(maxsize=4096)
def _language_link(code: str, name: str, target: str, current: bool) -> str:
    mark = ' aria-current="true"' if current else ""
    return f'<li><a href="{escaped(target)}" hreflang="{code}" lang="{code}"{mark}>{escaped(name)}</a></li>'


def _languages(stage: Stage, address: str) -> str:
    """Links to this very page in the other languages."""
    if len(stage.site.languages) < 2:
        return ""
    up = way_up(in_language(address, stage.language.prefix))
    return "".join(
        _language_link(
            one.code,
            str(one.locale.languages.get(one.code, one.code)).capitalize(),
            up + in_language(address, one.prefix) or "./",
            one.code == stage.language.code,
        )
        for one in stage.site.languages
    )
