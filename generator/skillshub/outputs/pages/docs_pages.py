"""The hand-written pages of a hub, stamped like all others, and the files that pages are drawn with."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import blake2b

from skillshub.outputs.pages.folios import Folios
from skillshub.outputs.pages.framing import Told, page
from skillshub.site import Site, SiteFile

_NOT_FOUND = "404.html"


def docs_pages(folios: Folios) -> Iterator[SiteFile]:
    for (language, path), one in folios.site.docs.pages.items():
        if language != folios.stage.language.code:
            continue
        told = Told(title=one.title, description=one.description, indexed=path != _NOT_FOUND)
        yield page(folios.stage, path.removesuffix("index.html"), one.shell, (), lambda told=told: (told, ""))  # type: ignore[misc]


def assets(site: Site) -> Iterator[SiteFile]:
    for path, content in site.docs.assets.items():
        yield SiteFile(path, blake2b(content, digest_size=12).hexdigest(), lambda content=content: content)  # type: ignore[misc]
