"""The files beside the pages: one stylesheet, two scripts, and what ``docs/`` holds besides Markdown.

Everything is put together here once for all languages: our parts of the stylesheet, the icons that they draw, the hub's
accent. Material's own stylesheet goes into a cascade layer under ours, for the hand-written pages only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import quote

from skillshub.docs_engine.scripts import bundles

THEME = Path(__file__).parent.parent / "theme"
STYLESHEET = "assets/hub.css"
MATERIAL_STYLESHEET = "assets/material.css"
ACCENT = {"light": "#0b5f6a", "dark": "#7fd3df"}

_REM = re.compile(r"(?<![\w#.])(-?\d*\.?\d+)rem\b")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SPACES = re.compile(r"\s+")
_LOOSE = re.compile(r" ?([{};]) ?")
_NOT_CSS = re.compile(r'@charset "[^"]*";|/\*# sourceMappingURL=.*?\*/')


def material_folder() -> Path:
    """Material's templates, found without importing it."""
    spec = find_spec("material")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("mkdocs-material is not installed")
    return Path(spec.submodule_search_locations[0]) / "templates"


def theme_assets(accent: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
    """Stylesheets and scripts by their path below the site's root."""
    yield STYLESHEET, stylesheet(accent).encode()
    yield MATERIAL_STYLESHEET, material_stylesheet().encode()
    for file in sorted((THEME / "assets").glob("hub*")):
        yield f"assets/{file.name}", file.read_bytes()
    for name, script in bundles():
        yield f"assets/{name}", script
    for file in sorted((THEME / "assets" / "form").glob("*.js")):
        yield f"assets/form/{file.name}", file.read_bytes()


def stylesheet(accent: Mapping[str, str]) -> str:
    """Our one stylesheet: the hub's accent, the icons, then the parts in the order of their names."""
    parts = (_pressed(part.read_text("utf-8")) for part in sorted((THEME / "assets" / "css").glob("*.css")))
    return "\n".join((accent_css({**ACCENT, **accent}), icons_css(), *parts))


def material_stylesheet() -> str:
    """Material's main stylesheet, under ours, and measured in our unit: its rem is 20 pixels, ours is 16."""
    (source,) = (material_folder() / "assets" / "stylesheets").glob("main.*.min.css")
    css = _NOT_CSS.sub("", source.read_text("utf-8"))
    return f"@layer material{{{_REM.sub(lambda size: f'{float(size[1]) * 1.25:.5g}rem', css).strip()}}}\n"


def accent_css(accent: Mapping[str, str]) -> str:
    """The accent in both schemes, and the colour of text that stands on it."""
    light, dark = (f"--hub-accent:{accent[scheme]};--hub-on-accent:{ink_on(accent[scheme])}" for scheme in ACCENT)
    return (
        f":root{{--hub-brand:{accent['light']};{light}}}\n"
        f'@media screen and (prefers-color-scheme:dark){{:root:not([data-hub-scheme="light"]){{{dark}}}}}\n'
        f'@media screen{{:root[data-hub-scheme="dark"]{{{dark}}}}}\n'
    )


def icons_css() -> str:
    """Each icon as a picture that a class or another rule can use as its mask."""
    pictures = "".join(f'--hub-icon-{name}:url("{_inlined(picture)}");' for name, picture in _icons())
    classes = "".join(
        f".hub-icon--{name},.hub-fact--{name}{{--hub-icon:var(--hub-icon-{name})}}\n" for name, _ in _icons()
    )
    return f":root{{{pictures}}}\n{classes}"


def contrast(one: str, other: str) -> float:
    """How well two colours can be told apart, from 1 to 21 (WCAG 2.2)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def ink_on(colour: str) -> str:
    """White or nearly black, whichever reads better on this colour."""
    return max(("#ffffff", "#0c1413"), key=lambda ink: contrast(ink, colour))


def _pressed(css: str) -> str:
    """Without comments and without the spaces that only people need."""
    return _LOOSE.sub(r"\1", _SPACES.sub(" ", _COMMENT.sub("", css))).strip()


def _icons() -> Iterator[tuple[str, Path]]:
    for line in (THEME / "assets" / "icons.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            name, picture = line.split()
            yield name, material_folder() / ".icons" / f"{picture}.svg"


def _inlined(picture: Path) -> str:
    return "data:image/svg+xml," + quote(picture.read_text("utf-8").strip(), safe=" ='/:;,.-()")


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[place : place + 2], 16) / 255) for place in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
