"""What partners wrote, read strictly: which files there are, their bytes, their value, and where each value stands.

The one room that imports yaml. It knows files and YAML, not what a course is: fields are judged by ``schemas``.

``files``     the entries' files and their bytes; ``names``: what they may be called
``rawtext``   what must hold before anything is parsed: size, UTF-8, no character that hides something
``reader``    ``judge``: the value of a file, or everything that is wrong with it
``walking``   the slow way through a file with a problem: every value with its field
``places``    where each value and each name stands
``oddities``  YAML that is valid but refused: references, tags, a field twice, a second document
``doubts``    YAML that is valid but says something else than its writer meant
``mistakes``  YAML that cannot be parsed, in a person's words (``stops``: where the parser gave up)
``sentences`` wordings that ``doubts``, ``oddities`` and ``mistakes`` share
``faults``    a finding before it is a ``Problem``
"""

from __future__ import annotations

from skillshub.sources.files import KIND_OF_FOLDER, MOVED, EntryFile, contents, entry_files
from skillshub.sources.names import is_slug, slug_of
from skillshub.sources.oddities import is_number
from skillshub.sources.places import Places, places
from skillshub.sources.rawtext import without_refused
from skillshub.sources.reader import judge

__all__ = [
    "KIND_OF_FOLDER",
    "MOVED",
    "EntryFile",
    "Places",
    "contents",
    "entry_files",
    "is_number",
    "is_slug",
    "judge",
    "places",
    "slug_of",
    "without_refused",
]
