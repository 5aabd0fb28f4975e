"""The same entries as a Hugo site, made the way a Hugo user would: front matter, and taxonomies for what pages gather.

The templates in ``hugo/`` make a page as heavy as the hub's. Knows nothing of how fast anything is.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from tests.bench.entries import FOLDERS, Entry
from tests.bench.written import yaml_of

_TEMPLATES = Path(__file__).parent / "hugo"
_TERMS = {"region", "provider", "skill", "job-role"}  # kinds whose page gathers others: a term of a taxonomy in Hugo
_TITLES = ("title", "name", "label", "legal_name")
_BODIES = ("description", "actions")
_MINUTE = re.compile(r"(T\d\d:\d\d)(?=\"$)", re.MULTILINE)  # Hugo reads a time only with its seconds
_RENAMED = {"url": "web", "homepage": "web", "type": "form", "job_roles": "job-roles"}  # what else Hugo makes of them
_ORDERS = {  # the lists that the hub, too, writes once more in another order
    "courses": ("deadline", "title", "updated"),
    "events": ("title",),
    "funding": ("title",),
    "practices": ("updated",),
}


def write_site(folder: Path, made: Iterable[tuple[str, str, Entry]]) -> None:
    shutil.copytree(_TEMPLATES, folder)
    content = folder / "content"
    for kind, name in FOLDERS.items():
        (content / name).mkdir(parents=True)
        (content / name / "_index.md").write_text(f"---\ntitle: {kind.capitalize()}s\n---\n", encoding="utf-8")
    for name, orders in _ORDERS.items():
        for order in orders:
            (content / name / f"by_{order}").mkdir()
            front = f"---\ntitle: By {order}\norder: {order}\n---\n"
            (content / name / f"by_{order}" / "_index.md").write_text(front, encoding="utf-8")
    for kind, slug, entry in made:
        page = page_of(content, kind, slug)
        page.parent.mkdir(exist_ok=True)
        page.write_text(_page(kind, entry), encoding="utf-8")


def page_of(content: Path, kind: str, slug: str) -> Path:
    folder = content / FOLDERS[kind]
    return folder / slug / "_index.md" if kind in _TERMS else folder / f"{slug}.md"


def _page(kind: str, entry: Entry) -> str:
    body = next((entry[name] for name in _BODIES if name in entry), "")
    front = _MINUTE.sub(r"\1:00", yaml_of(_front_matter(kind, entry)))
    return f"---\n{front}---\n{body}"


def _front_matter(kind: str, entry: Entry) -> Mapping[str, Any]:
    title = next(entry[name] for name in _TITLES if name in entry)
    kept = {_RENAMED.get(name, name): value for name, value in entry.items() if name not in (*_TITLES, *_BODIES)}
    for name in ("provider", "region", "organiser", "organisation", "skills", "kind"):
        kept.pop(name, None)
    return {"title": title, "date": entry["updated"]} | kept | dict(_gathered(kind, entry))


def _gathered(kind: str, entry: Entry) -> Iterable[tuple[str, Any]]:
    """What other pages list this one for; and on a provider's own page only the link to its region."""
    if kind in _TERMS:
        yield from [("home", entry["region"])] if "region" in entry else []
        yield from [("skills_at", entry["skills"])] if "skills" in entry else []
        return
    if dates := entry.get("sessions") or ([entry] if "start" in entry else []):
        yield "next", min(one["start"] for one in dates)
        yield "deadline", min(one["registration_deadline"] for one in dates)
    for field in ("provider", "organiser", "organisation"):
        if field in entry:
            yield "providers", [entry[field]]
    if "region" in entry:
        yield "regions", [entry["region"]]
    if "skills" in entry:
        yield "skills", [skill["skill"] for skill in entry["skills"]]
        yield "skills_at", entry["skills"]
