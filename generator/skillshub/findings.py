"""What is wrong with one value of one entry, before anybody has looked up on which line it stands.

``schemas`` and ``rules`` find; ``build`` gives each finding its place in the file and makes it a ``Problem``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from skillshub.problems import Field, Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    field: Field  # the way to the value; () is the whole entry
    code: str
    message: str
    hint: str = ""
    example: str = ""
    severity: Severity = "error"
    at: Literal["key", "value"] = "value"  # underline the name of the field, or what it holds
    instead: str | None = None  # YAML that is certainly right in its place, "" for nothing; None if nobody can know
    missing: str = ""  # the name of the field that is not there
