"""Scripts of several rooms as one file for the visitor: each module once, those it needs before it, without comments.

The modules of ``theme/scripts`` are what they are: an editor and the tests import them as they stand. A visitor loads
one file, since each request costs more than its bytes. Only named imports of neighbours are known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import minify  # type: ignore[import-untyped]  # it has no types

from skillshub.words.browser import stemmer_script

SCRIPTS = Path(__file__).parent.parent / "theme" / "scripts"
BUNDLES = {
    "hub-find.js": "find/start.js",
    "hub-box.js": "find/box.js",
    "hub-filters.js": "filters/panel.js",
    "hub-shortlist.js": "shortlist/shortlist.js",
    "hub-further.js": "search/further.js",
}
"""What a visitor loads, and the module with which it begins; what that one exports, the bundle exports."""

_IMPORT = re.compile(r'^import \{[^}]*\} from "(\./[^"]+|\.\./[^"]+)";\n', re.MULTILINE)
_RENAMED = re.compile(r"^import \{[^}]*\bas\b", re.MULTILINE)
_EXPORT = re.compile(r"^export (?=async |class |const |function |let )", re.MULTILINE)
_EXPORTED = re.compile(r"^export (?:async )?(?:class|const|function|let) ([\w$]+)", re.MULTILINE)
_NAME = re.compile(r"^(?:export )?(?:async function\*?|function\*?|class|const|let) ([\w$]+)", re.MULTILINE)


class NameTwice(Exception):
    """Two modules of one bundle call something by the same name, or one thing by two."""


def bundles() -> Iterator[tuple[str, bytes]]:
    """Each bundle by the name of its file."""
    for name, first in BUNDLES.items():
        yield name, bundle(SCRIPTS / first).encode()


@cache
def bundle(first: Path) -> str:
    """The module and all that it needs, as one script."""
    modules = list(dict.fromkeys(_needed(first.resolve())))
    sources = {module: module.read_text("utf-8") for module in modules}
    names: dict[str, Path] = {}
    for module, source in sources.items():
        if _RENAMED.search(source):
            raise NameTwice(f"{module.name} imports something under another name, which a bundle cannot")
        for name in _NAME.findall(source):
            if name in names:
                raise NameTwice(f"{name} stands in {names[name].name} and in {module.name}")
            names[name] = module
    return _joined(list(sources.values()))


@cache
def stemmer(language: str) -> bytes:
    """The stemmer of a language as one module that exports ``stem``, with what all stemmers stand on in it."""
    shared = (SCRIPTS / "search" / "snowball.js").read_text("utf-8")
    _, _, own = stemmer_script(language).partition("\n")
    return _joined([shared, own]).encode()


def _joined(sources: Sequence[str]) -> str:
    """One module that exports what the last of these does; the rest is in a function, where names can be short."""
    exported = ", ".join(_EXPORTED.findall(sources[-1]))
    inside = "\n".join(_EXPORT.sub("", _IMPORT.sub("", source)) for source in sources)
    return pressed(f"export const {{{exported}}} = (() => {{\n{inside}\nreturn {{{exported}}};\n}})();")


def pressed(script: str) -> str:
    """The same script without comments and with short names; what is no script is an exception."""
    return f"{minify.string('text/javascript', script)}\n"


def _needed(module: Path) -> Iterator[Path]:
    """A module after all those that it imports."""
    for other in _IMPORT.findall(module.read_text("utf-8")):
        yield from _needed((module.parent / other).resolve())
    yield module
