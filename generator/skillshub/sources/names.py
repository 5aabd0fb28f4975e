"""What a file of an entry may be called, and what is said about names that do not fit. Touches no disk."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator

from skillshub.problems import Problem

LONGEST_SLUG = 80
WELCOME = frozenset({"README.md"})
"""Files that may lie among entries without being one."""

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_PORTS = (f"{port}{number}" for port in ("com", "lpt") for number in range(10))
_DEVICES = frozenset({"con", "prn", "aux", "nul", *_PORTS})
"""Names that Windows keeps for itself: such a file cannot be checked out there."""

_LETTERS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "o", "å": "a", "ł": "l", "đ": "d"}
)


def slug_of(text: str) -> str:
    """The text as the name of an entry: 'Grüne Brücken!' is 'gruene-bruecken'; '' if nothing is left of it."""
    latin = unicodedata.normalize("NFC", text).lower().translate(_LETTERS)
    plain = unicodedata.normalize("NFKD", latin).encode("ascii", "ignore").decode()
    words = "-".join(re.findall(r"[a-z0-9]+", plain))
    if len(words) <= LONGEST_SLUG:
        return words
    return words[: LONGEST_SLUG + 1].rpartition("-")[0] or words[:LONGEST_SLUG]


def is_slug(name: str) -> bool:
    """Whether a name can be an address on every system: small letters, digits and single hyphens between them."""
    return len(name) <= LONGEST_SLUG and _SLUG.fullmatch(name) is not None and name not in _DEVICES


def about_names(folder: str, odd: list[str], slugs: Iterable[str]) -> Iterator[Problem]:
    """One problem for each name that is no entry's: a twin of another, a wrong ending, a wrong name, a stray."""
    wearers: dict[str, list[str]] = defaultdict(list)
    for slug in slugs:
        wearers[slug].append(f"{slug}.yml")
    for name in sorted(odd):
        wearers[_folded(name)].append(name)
    for name in sorted(odd):
        path = f"{folder}/{name}"
        twin = next((one for one in wearers[_folded(name)] if one != name), "")
        if name in WELCOME:
            continue
        yield _twin(path, twin) if twin and _is_yaml(name) else _misnamed(path, name)


def _is_yaml(name: str) -> bool:
    return name.lower().endswith((".yml", ".yaml"))


def _folded(name: str) -> str:
    """What two names share that some systems, or some people, take for one."""
    stem = name.rpartition(".")[0] if _is_yaml(name) else name
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", stem).casefold())


def _misnamed(path: str, name: str) -> Problem:
    if not _is_yaml(name):
        return stray(path, "Only files ending in '.yml' are entries; move it out of this folder.")
    stem = name.rpartition(".")[0]
    if is_slug(stem):
        message = "The file name must end in '.yml', in small letters; this file is not read."
        return Problem(path=path, code="file-name", message=message, hint=f"Rename it to '{stem}.yml'.")
    message = "The file name is not fit to be an address: it may hold small letters a-z, digits and single hyphens."
    if len(stem) > LONGEST_SLUG:
        message = f"The file name is too long: {len(stem)} characters, where {LONGEST_SLUG} are allowed."
    proposed = slug_of(stem)
    if not is_slug(proposed):
        proposed = "a-short-name"
    return Problem(path=path, code="file-name", message=message, hint=f"Rename it, for example to '{proposed}.yml'.")


def _twin(path: str, other: str) -> Problem:
    message = f"The name differs from '{other}' only in its ending, in capitals or in the way an accent is stored."
    return Problem(path=path, code="twin-name", message=message, hint="Keep one of the two, or give it another name.")


def stray(path: str, hint: str) -> Problem:
    message = "This is not read: it is not where an entry belongs."
    return Problem(path=path, code="stray-file", message=message, hint=hint, severity="warning")
