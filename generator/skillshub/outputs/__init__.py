"""Everything that a site is made of, as files that are not written yet. The visible list is ``OUTPUTS``."""

from __future__ import annotations

from collections.abc import Mapping

from skillshub.outputs import form, pages, published, robots, search, sitemap
from skillshub.site import Output

OUTPUTS: Mapping[str, Output] = {
    "pages": pages.render,
    "search": search.render,
    "form": form.render,
    "sitemap": sitemap.render,
    "robots": robots.render,
    "published": published.render,
}
