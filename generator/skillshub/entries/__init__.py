"""Shape entries from values that have passed their schema: dates become dates, plain texts get their language.

Nothing is judged here and nothing is looked up: a value that does not fit is our mistake, not the contributor's.

``kinds``  which field of a file becomes which field of an entry    ``parts``  how each is given its shape
"""

from __future__ import annotations

from skillshub.entries.kinds import KINDS
from skillshub.entries.parts import Value, moment
from skillshub.model import Entry, Kind

__all__ = ["moment", "shape"]


def shape(kind: Kind, slug: str, value: Value, *, digest: str, language: str) -> Entry:
    """The entry that a value of this kind stands for; ``language`` is the hub's own, where the file names none."""
    entry, given = KINDS[kind]
    own = value.get("language", language)
    fields = {"slug": slug, "digest": digest, "language": own}
    for name, written in value.items():
        field, give = given[name]
        fields[field] = written if give is None else give(written, own, value)
    if kind == "provider" and "short_name" not in value:
        fields["title"] = {own: value["legal_name"]}
    return entry(**fields)  # the schema has seen to the types
