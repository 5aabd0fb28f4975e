"""published.json: which entries a site shows, and the commit it is made from, for whoever publishes the next one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import blake2b

from skillshub.catalogue import Catalogue
from skillshub.model import FOLDERS
from skillshub.site import Site, SiteFile

PATH = "published.json"


def render(site: Site) -> Iterator[SiteFile]:
    told = {"version": 1, "commit": site.commit, "entries": sorted(shown_by(site.catalogue))}
    content = (json.dumps(told, indent=0) + "\n").encode()
    yield SiteFile(PATH, blake2b(content, digest_size=12).hexdigest(), lambda: content)


def shown_by(catalogue: Catalogue) -> frozenset[str]:
    """The addresses of all entries that a site shows: "courses/hv-safety"."""
    return frozenset(f"{FOLDERS[entry.kind]}/{entry.slug}" for entry in catalogue if entry.status != "draft")
