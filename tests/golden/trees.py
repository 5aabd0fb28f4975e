"""The golden hub, built, and the golden site as it is kept: most files whole, some as digests. Compares nothing.

Kept as digests is what would make the diff long without telling more: styles, pictures, the generated handbook, lists
in their other orders, and most lists of a part. The index of the search is left out: its files are proved elsewhere; so
is the version in the addresses of scripts and styles, whose digests tell when one changes.
"""

from __future__ import annotations

import hashlib
import re
import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from skillshub.build import build

HERE = Path(__file__).parent
HUB, SITE, DIGESTS = HERE / "hub", HERE / "site", HERE / "digests.txt"
TODAY = date(2027, 1, 15)

_VERSION = re.compile(rb"(assets/hub[\w-]*\.(?:js|css)\?)[0-9a-f]{8}")

Tree = Mapping[str, str]  # path -> text, or "sha256 ..." where only the digest is kept


def build_tree(folder: Path) -> Tree:
    """Build the golden hub without a memory, and read what came out."""
    built = build(HUB, folder / "site", TODAY, memory=None)
    if built.outcome is None:
        raise AssertionError(f"The golden hub has mistakes: {[problem.message for problem in built.problems]}")
    return {
        path.relative_to(folder / "site").as_posix(): _kept(path, path.relative_to(folder / "site").as_posix())
        for path in sorted((folder / "site").rglob("*"))
        if path.is_file() and "find/index/" not in path.as_posix()
    }


def kept_tree() -> Tree:
    """The golden site as it was blessed."""
    whole = {path.relative_to(SITE).as_posix(): path.read_text("utf-8") for path in SITE.rglob("*") if path.is_file()}
    digests = (line.split("  ", 1) for line in DIGESTS.read_text("utf-8").splitlines())
    return {**whole, **{path: digest for digest, path in digests}}


def bless(tree: Tree) -> None:
    """From now on this is what the site has to be."""
    shutil.rmtree(SITE, ignore_errors=True)
    for path, text in tree.items():
        if not _as_digest(path):
            (SITE / path).parent.mkdir(parents=True, exist_ok=True)
            (SITE / path).write_bytes(text.encode())
    lines = (f"{text}  {path}\n" for path, text in sorted(tree.items()) if _as_digest(path))
    DIGESTS.write_text("".join(lines), "utf-8")


def _kept(path: Path, name: str) -> str:
    content = _VERSION.sub(rb"\1version", path.read_bytes())
    return f"sha256:{hashlib.sha256(content).hexdigest()}" if _as_digest(name) else content.decode()


def _as_digest(path: str) -> bool:
    own = path.removeprefix("de/")
    parts = ("/by_", "/language_", "/level_", "/price_", "/group_")  # "/mode_" shows what such a list looks like
    return own.startswith(("assets/", "contribute/")) or any(part in own for part in parts)
