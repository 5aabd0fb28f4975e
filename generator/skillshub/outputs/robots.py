"""robots.txt: every crawler is welcome everywhere, and is told where the sitemap is.

Format: https://www.rfc-editor.org/rfc/rfc9309
"""

from __future__ import annotations

from collections.abc import Iterator

from skillshub.addresses import absolute
from skillshub.outputs.sitemap import PATH
from skillshub.site import Site, SiteFile


def render(site: Site) -> Iterator[SiteFile]:
    lines = ["User-agent: *", "Allow: /"]
    if site.settings.url:
        lines += ["", f"Sitemap: {absolute(site.settings.url, PATH)}"]
    text = "\n".join([*lines, ""])
    yield SiteFile("robots.txt", text, text.encode)
