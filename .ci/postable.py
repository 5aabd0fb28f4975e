"""Whether a comment that came from a pull request may be posted in the hub's name: exit 0, or 1 and the reason.

    python3 .ci/postable.py FILE [ADDRESS]...

The file is whatever a stranger's change has made of it; nothing in it is believed. It must be what ``skillshub review``
writes: short, marked, and without pictures, mentions, markup of its own, and links other than below the ADDRESSes.
Uses nothing but the standard library, and is run from the default branch.
"""

from __future__ import annotations

import re
import stat
import sys
from pathlib import Path

MARK = "<!-- skillshub review -->\n"
LONGEST = 65_000
OWN_TAGS = re.compile(r"<!-- (?:skillshub review )?-->|<br>|</?code>")
REFUSED = {
    "a tag or a hidden comment": re.compile(r"<"),
    "a picture": re.compile(r"(?<!\\)(?:\\\\)*!\["),
    "a mention": re.compile(r"@\w"),
    "the definition of a link": re.compile(r"(?<!\\)(?:\\\\)*\]:"),
    "a command for the forge": re.compile(r"^\s*/\w", re.MULTILINE),
    "a sign that is not seen": re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]"),
}
LINK = re.compile(r"\]\(([^()\s]*)\)")


def refusal(text: str, addresses: list[str]) -> str:
    """Why the text may not be posted; "" if it may."""
    if not text.startswith(MARK):
        return "it does not begin with the mark of a review"
    if len(text) > LONGEST:
        return f"it is longer than {LONGEST} characters"
    bare = OWN_TAGS.sub("\x1b", text).replace("\x1b", "\u00a0")  # what a tag parts stays apart
    found = next((what for what, pattern in REFUSED.items() if pattern.search(bare)), "")
    if found:
        return f"it holds {found}"
    leading = [target for target in LINK.findall(bare) if not target.startswith(tuple(addresses))]
    if leading:
        return f"it links to {leading[0][:80]!r}"
    rest = LINK.sub("]", bare)
    return "it holds an address that is not a plain link" if "://" in rest or "](" in rest else ""


def main() -> int:
    path, addresses = Path(sys.argv[1]), [one for one in sys.argv[2:] if one.startswith("https://")]
    if not stat.S_ISREG(path.lstat().st_mode) or path.stat().st_size > 4 * LONGEST:
        why = "it is no ordinary file of a fitting size"
    else:
        why = refusal(path.read_bytes().decode("utf-8", "replace"), addresses)
    if why:
        sys.stderr.write(f"Not posted: {why}.\n")
    return 1 if why else 0


if __name__ == "__main__":
    sys.exit(main())
