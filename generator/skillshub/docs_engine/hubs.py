"""The hub's own settings as the templates of the theme see them: each text in one language, each address complete."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from skillshub.addresses import edit_address
from skillshub.docs_engine.assets import contrast
from skillshub.problems import Problem

_OWN_LOGO = "assets/hub-logo.svg"
_CARD = {"light": "#ffffff", "dark": "#182120"}  # what an accent must stand out from, in either scheme
_READABLE = 4.5  # WCAG 2.2, 1.4.3


def said_in(settings: Mapping[str, Any], language: str, default: str, assets: Collection[str]) -> dict[str, Any]:
    """name, tagline, logo, forge, licence, operator: what of it the hub has said, each text in that language."""
    return {
        "name": _say(settings["name"], language, default),
        "tagline": _say(settings.get("tagline", ""), language, default),
        "logo": logo_of(settings, assets),
        "forge": settings.get("forge"),
        "licence": settings.get("licence"),
        "operator": settings.get("operator"),
    }


def logo_of(settings: Mapping[str, Any], assets: Collection[str]) -> str:
    """The hub's logo, or the generator's own where there is none."""
    logo = str(settings.get("logo", _OWN_LOGO))
    return logo if logo in assets else _OWN_LOGO


def edit_page(hub: Mapping[str, Any], file: str) -> str | None:
    """Where the text of a page can be improved; a generated page has no such place."""
    forge = hub["forge"]
    if not forge or not file:
        return None
    return edit_address(forge["kind"], forge["url"], forge.get("branch", "main"), file)


def pale_accents(accent: Mapping[str, str]) -> Iterator[Problem]:
    """An accent colour that cannot be read on the background of its scheme."""
    for scheme, colour in accent.items():
        found = contrast(colour, _CARD[scheme])
        if found < _READABLE:
            yield Problem(
                path="mkdocs.yml",
                code="docs-pale-accent",
                message=f"The accent colour {colour} is hard to read in the {scheme} scheme: its contrast is "
                f"{found:.1f} to 1.",
                hint=f"Choose a {'darker' if scheme == 'light' else 'lighter'} colour, with at least 4.5 to 1.",
                severity="warning",
            )


def _say(text: str | Mapping[str, str], language: str, default: str) -> str:
    if isinstance(text, str):
        return text
    return text.get(language) or text.get(default) or next(iter(text.values()), "")
