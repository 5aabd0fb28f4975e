"""Bless: what the golden hub builds to now is right. Look at the diff before you commit it."""

from __future__ import annotations

import tempfile
from pathlib import Path

from tests.golden.trees import SITE, bless, build_tree, kept_tree

with tempfile.TemporaryDirectory() as folder:
    before = kept_tree() if SITE.is_dir() else {}
    tree = build_tree(Path(folder))
    bless(tree)
changed = sorted(path for path in before.keys() | tree.keys() if before.get(path) != tree.get(path))
print(f"{len(changed)} of {len(tree)} files changed. Look at them:  git diff --stat tests/golden")
