"""What the form on the site is made from: schemas, words, the catalogue's own lists, and the entries as they are.

Data only, loaded by ``theme/assets/form`` on the one page of the form (``outputs.pages.contributing``). Entries lie
some fifty to a file: a file for each would double the files of a large hub.

``words``  all that the form says, in each language    ``lists``  what can be chosen
``stacks``  the entries as their files have them
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from skillshub.addresses import FORM, in_language
from skillshub.model import FOLDERS
from skillshub.outputs.form.lists import lists, lists_key, names, names_key
from skillshub.outputs.form.stacks import stack_key, stacks_of
from skillshub.outputs.form.words import words
from skillshub.site import Site, SiteFile


def render(site: Site) -> Iterator[SiteFile]:
    if not site.documents:
        return
    documents = {name: document for name, document in site.documents.items() if name != "settings.schema.json"}
    yield SiteFile(f"{FORM}schemas.json", site.made_from, lambda: _json(documents))
    yield SiteFile(f"{FORM}lists.json", lists_key(site), lambda: _json(lists(site)))
    for language in site.languages:
        below = in_language(FORM, language.prefix)
        yield SiteFile(f"{below}words.json", site.made_from, lambda said=language: _json(words(site, said)))  # type: ignore[misc]
        for kind in FOLDERS:
            key = f"{language.code} {names_key(site, kind)}"
            content = lambda said=language, of=kind: _json(names(site, said, of))  # noqa: E731
            yield SiteFile(f"{below}names/{kind}.json", key, content)
    yield from _entries(site)


def _entries(site: Site) -> Iterator[SiteFile]:
    written = site.written
    if written is None:
        return
    for kind in FOLDERS:
        for number, stack in stacks_of(site, kind).items():
            content = lambda those=stack: _json({entry.slug: written(entry) for entry in those})  # noqa: E731
            yield SiteFile(f"{FORM}entries/{kind}-{number}.json", stack_key(site, stack), content)


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
