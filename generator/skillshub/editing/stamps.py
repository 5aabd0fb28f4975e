"""How a file that an import wrote is known again: a line with the digest of all the rest.

As long as the digest is right, nobody has edited the file, and the next import may replace it.
"""

from __future__ import annotations

import re
from hashlib import blake2b
from typing import NamedTuple

_LINE = re.compile(r"^# imported from (?P<source>[^\n]*): (?P<digest>[0-9a-f]{16})\n", re.MULTILINE)


class Stamp(NamedTuple):
    source: str  # the name of the file that was imported
    is_intact: bool  # nobody has edited the file since


def stamped(text: str, source: str) -> str:
    """The text with its stamp, in the line after the one for editors."""
    first, end, rest = text.partition("\n")
    name = re.sub(r"\s+", " ", source)
    return f"{first}{end}# imported from {name}: {_digest(text)}\n{rest}"


def without_stamp(text: str) -> tuple[str, Stamp | None]:
    """The text as it was before it was stamped, and what the stamp says; None for a file that no import wrote."""
    found = _LINE.search(text)
    if not found:
        return text, None
    plain = text[: found.start()] + text[found.end() :]
    return plain, Stamp(found["source"], _digest(plain) == found["digest"])


def _digest(text: str) -> str:
    return blake2b(text.encode(), digest_size=8).hexdigest()
