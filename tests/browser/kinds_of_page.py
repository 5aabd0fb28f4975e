"""Every kind of page that a hub has, found in the built site, so that no test leans on one entry of the content."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

ENTRIES = ("courses", "events", "regions", "providers", "funding", "practices", "skills", "job-roles")
BY_HAND = ("about", "contribute", "contribute/form", "contribute/fields", "contribute/rules", "imprint")


def kinds_of_page(site: Path) -> Mapping[str, str]:
    """What it is called -> its path below the root: "course list in German" -> "de/courses/"."""
    pages = {"home": "", "find": "find/", "shortlist": "shortlist/", "not found": "404.html"}
    pages |= {name: f"{name}/" for name in BY_HAND}
    pages |= {f"{kind}, list": f"{kind}/" for kind in ENTRIES}
    pages |= {f"{kind}, entry": _fullest(site, kind) for kind in ENTRIES}
    pages |= {"courses, second page": "courses/page_2/", "courses, sorted": "courses/by_title/"}
    pages |= {"courses, a part": "courses/mode_online/"}
    both = pages | {f"{name}, in German": f"de/{path}" for name, path in pages.items() if path != "404.html"}
    missing = [path for path in both.values() if not file_of(site, path).is_file()]
    assert not missing, f"the site has no {missing}"
    return both


def some(pages: Mapping[str, str], *names: str) -> list[str]:
    """The paths of these pages, in both languages."""
    return [pages[each] for name in names for each in (name, f"{name}, in German")]


def telling(pages: Mapping[str, str]) -> list[str]:
    """Every kind of page in English, and in German those whose words are the longest."""
    german = {"home, in German", "courses, list, in German", "courses, entry, in German", "about, in German"}
    like_others = {"courses, second page", "courses, sorted"}
    return [
        path for name, path in pages.items() if name in german or not (name.endswith("German") or name in like_others)
    ]


def file_of(site: Path, path: str) -> Path:
    return site / path / "index.html" if path.endswith("/") or not path else site / path


def _fullest(site: Path, kind: str) -> str:
    """The longest page of a kind shows the most; names with an underscore are lists, never entries."""
    entries = (page for page in site.glob(f"{kind}/*/index.html") if "_" not in page.parent.name)
    chosen = max(sorted(entries), key=lambda page: page.stat().st_size)
    return f"{kind}/{chosen.parent.name}/"
