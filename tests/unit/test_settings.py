"""The settings of a hub as one value."""

from __future__ import annotations

from typing import Any

import pytest

from skillshub.settings import Forge, Licence, Thresholds, settings_of


def mkdocs(site_url: Any = "https://hub.example.org", **own: Any) -> dict[str, Any]:
    return {"site_url": site_url, "extra": {"skillshub": {"name": "Hub", "languages": ["de", "en"], **own}}}


def test_a_plain_text_is_in_the_first_language() -> None:
    """A name, a tagline, the name of a group: in one language or in several."""
    settings = settings_of(mkdocs(tagline={"en": "For all"}, skill_groups={"a": "Gruppe", "b": {"en": "Group"}}))
    assert settings.name == {"de": "Hub"}
    assert settings.tagline == {"en": "For all"}
    assert settings.skill_groups == {"a": {"de": "Gruppe"}, "b": {"en": "Group"}}
    assert settings.languages == ("de", "en")


@pytest.mark.parametrize(
    ("written", "url"),
    [
        ("https://hub.example.org", "https://hub.example.org/"),
        ("https://hub.example.org/a/", "https://hub.example.org/a/"),
        ("", ""),
        (None, ""),
    ],
)
def test_the_address_ends_with_a_slash(written: Any, url: str) -> None:
    """Or there is none."""
    assert settings_of(mkdocs(written)).url == url


def test_what_is_not_said_has_its_usual_value() -> None:
    """A hub with a name and a language is a hub."""
    settings = settings_of(mkdocs())
    assert (settings.forge, settings.licence, settings.tagline) == (None, None, None)
    assert settings.thresholds == Thresholds()


def test_what_is_said() -> None:
    """Forge, licence and thresholds as they are written."""
    settings = settings_of(
        mkdocs(
            forge={"kind": "gitlab", "url": "https://forge.example.org/hub"},
            licence={"name": "CC BY 4.0", "url": "https://cc.example.org/"},
            thresholds={"page_size": 7},
        )
    )
    assert settings.forge == Forge(kind="gitlab", url="https://forge.example.org/hub", branch="main")
    assert settings.licence == Licence(name="CC BY 4.0", url="https://cc.example.org/")
    assert settings.thresholds == Thresholds(page_size=7)
