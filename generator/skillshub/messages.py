"""Every message of the program that wants a translation, and the catalogues that translators fill.

Messages stand where they are used: in the templates, in Python, in the schemas, in the manuals of the rules. This room
finds them and keeps ``theme/translations`` in step (``make messages``). It translates nothing; ``languages`` does.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

from babel.messages.catalog import Catalog
from babel.messages.extract import extract, extract_python
from babel.messages.pofile import read_po, write_po
from jinja2.ext import babel_extract

from skillshub import guide
from skillshub.build import schema_folder
from skillshub.forms import words_in
from skillshub.languages import FOLDER
from skillshub.schemas import Schemas
from skillshub.writing import keep

PACKAGE = Path(__file__).parent
TEMPLATE = "skillshub.pot"

_MENU = ("Directory", "Contribute", "About")
"""Sections of the menu, as the hub of the repository and a new hub name them in ``mkdocs.yml``."""

_ROOMS = ("docs_engine/*.py", "guide.py", "outputs/**/*.py", "schema_org/*.py", "**/sentences.py", "weblinks.py")
"""Where Python speaks to visitors, on pages and in the form; the check itself says the same in English."""

_KEYWORDS: Mapping[str, Any] = {
    "_": None,
    "gettext": None,
    "say": None,
    "ngettext": (1, 2),
    "one_or_many": (1, 2),
    "_named": (3,),  # of the cards: the label of a fact that names an entry
}


class Message(NamedTuple):
    """A message and where it stands; singular and plural where a number decides."""

    words: str | tuple[str, ...]
    place: str


def messages(schemas: Schemas) -> Iterator[Message]:
    """Every message, in an order that only changes when messages do; one may come more than once."""
    yield from (Message(title, "mkdocs.yml") for title in _MENU)
    yield from _in_files("theme/**/*.html", babel_extract, {"silent": "false"})
    for rooms in _ROOMS:
        yield from _in_files(rooms, extract_python, {})
    for name, document in schemas.documents.items():
        yield from (Message(words, f"schema/{name}") for words in words_in(document))
    yield from (Message(words, "guide.py") for words in guide.messages(schemas))


def _in_files(pattern: str, method: Callable[..., Any], options: dict[str, str]) -> Iterator[Message]:
    for path in sorted(PACKAGE.glob(pattern)):
        with path.open("rb") as lines:
            for _, words, _, _ in extract(method, lines, _KEYWORDS, (), options):
                yield Message(words, path.relative_to(PACKAGE).as_posix())


def template(found: Iterable[Message]) -> Catalog:
    """The catalogue without translations, from which all others follow."""
    catalogue = Catalog(fuzzy=False)
    for message in found:
        if message.words:
            catalogue.add(message.words, locations=[(message.place, 0)])
    return catalogue


def updated(translated: bytes, language: str, by: Catalog) -> Catalog:
    """A translated catalogue in step with the template: what is new is empty, or fuzzy where it was nearly there."""
    catalogue = read_po(BytesIO(translated), locale=language)
    catalogue.update(by)
    return catalogue


def written(catalogue: Catalog) -> bytes:
    """The file of a catalogue: the same messages give the same bytes, on any day, at any line."""
    lines = BytesIO()
    write_po(lines, catalogue, width=0, omit_header=True, include_lineno=False, ignore_obsolete=True)
    return "\n".join(_head(catalogue)).encode() + lines.getvalue()


def _head(catalogue: Catalog) -> Iterator[str]:
    yield from ("# Words of the Skills Hub. Renew with: make messages", 'msgid ""', 'msgstr ""')
    if catalogue.locale is not None:
        yield f'"Language: {catalogue.locale}\\n"'
        yield f'"Plural-Forms: {catalogue.plural_forms}\\n"'
    yield from ('"Content-Type: text/plain; charset=UTF-8\\n"', '"Content-Transfer-Encoding: 8bit\\n"', "", "")


def main() -> None:
    """Bring the template and every translation in step with the program; languages that are named begin anew."""
    by = template(messages(Schemas.load(schema_folder())))
    keep(FOLDER / TEMPLATE, written(by))
    for path in sorted({*FOLDER.glob("*.po"), *(FOLDER / f"{language}.po" for language in sys.argv[1:])}):
        catalogue = updated(path.read_bytes() if path.exists() else b"", path.stem, by)
        keep(path, written(catalogue))
        left = sum(not message.string or message.fuzzy for message in catalogue if message.id)
        sys.stdout.write(f"{path.name}: {len(by)} messages, {left} to translate\n")


if __name__ == "__main__":
    main()
