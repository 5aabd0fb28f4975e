"""Everything that a site is made of, as files that are not written yet. The visible list is ``OUTPUTS``."""

from __future__ import annotations

from collections.abc import Mapping

import skillshub.outputs.robots as robots
import skillshub.outputs.sitemap as sitemap
from skillshub.outputs import pages
from skillshub.site import Output

OUTPUTS: Mapping[str, Output] = {
    "pages": pages.render,
    "sitemap": sitemap.render,
    "robots": robots.render,
}
