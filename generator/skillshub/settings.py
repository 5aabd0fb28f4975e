"""What makes a hub this hub: ``extra.skillshub`` and ``site_url`` of its ``mkdocs.yml``, as one value.

Shapes only; ``schema/settings.schema.json`` says what is allowed and explains each setting.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from skillshub.model import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Forge:
    kind: str  # github, gitlab or forgejo
    url: str  # of the repository
    branch: str = "main"


@dataclass(frozen=True, slots=True, kw_only=True)
class Licence:
    name: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """When something counts as new, close, stale: days; entries; kilometres."""

    new_days: int = 60
    closing_soon_days: int = 45
    stale_days: int = 186
    unverified_days: int = 365
    page_size: int = 24
    neighbour_km: int = 350


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    name: Text
    languages: tuple[str, ...]  # the first is the default and stands at the root
    url: str = ""  # where the site will stand, with a slash at its end; empty when the hub has not said
    tagline: Text | None = None
    skill_groups: Mapping[str, Text] = field(default_factory=dict)
    forge: Forge | None = None
    licence: Licence | None = None
    email: str = ""  # of the operator
    thresholds: Thresholds = Thresholds()


def settings_of(mkdocs: Mapping[str, Any]) -> Settings:
    """The settings in a ``mkdocs.yml`` whose ``extra.skillshub`` has passed its schema."""
    own = mkdocs["extra"]["skillshub"]
    languages = tuple(own["languages"])

    def say(text: str | Text) -> Text:
        return {languages[0]: text} if isinstance(text, str) else text

    return Settings(
        name=say(own["name"]),
        languages=languages,
        url=_with_slash(mkdocs.get("site_url") or ""),
        tagline=say(own["tagline"]) if "tagline" in own else None,
        skill_groups={group: say(label) for group, label in own.get("skill_groups", {}).items()},
        forge=Forge(**own["forge"]) if "forge" in own else None,
        licence=Licence(**own["licence"]) if "licence" in own else None,
        email=own.get("operator", {}).get("email", ""),
        thresholds=Thresholds(**own.get("thresholds", {})),
    )


def _with_slash(url: str) -> str:
    return url if not url or url.endswith("/") else f"{url}/"
