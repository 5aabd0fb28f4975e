"""What is written in ``docs/``: the text of each page in each language, and the other files. Reads, renders nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from skillshub.problems import Problem

_SIBLING = re.compile(r"\.([a-z]{2,3})\.md$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Manuscript:
    """The text of one page for one language."""

    page: str  # path below docs/ without a language: "about.md"
    file: str  # the file that it comes from: "docs/about.de.md"; empty for a generated page
    language: str  # in which it is written
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """All that lies in ``docs/``, the generated pages among it."""

    manuscripts: Mapping[tuple[str, str], Manuscript]  # (language, page)
    assets: Mapping[str, bytes]  # everything that is no Markdown, by its path below docs/
    problems: tuple[Problem, ...]

    def pages_for(self, language: str, default: str) -> Iterator[Manuscript]:
        """Each page once, in that language where somebody wrote it, else in the default one."""
        for page in sorted({page for _, page in self.manuscripts}):
            found = self.manuscripts.get((language, page)) or self.manuscripts.get((default, page))
            if found:
                yield found


def lay_out(docs: Path, languages: Sequence[str], extra_pages: Mapping[str, str]) -> Desk:
    """Read the folder. Hidden files are left alone; links to other places are not followed but reported."""
    found = [path for path in sorted(docs.rglob("*")) if not _is_hidden(path.relative_to(docs))]
    files = {path.relative_to(docs).as_posix(): path for path in found if path.is_file() and not path.is_symlink()}
    contents = {name: path.read_bytes() for name, path in files.items()}
    texts = {name: content.decode("utf-8", "replace") for name, content in contents.items() if _is_page(name)}
    written = [*_manuscripts(texts, languages, "docs/"), *_manuscripts(extra_pages, languages, "")]
    return Desk(
        manuscripts={(sheet.language, sheet.page): sheet for sheet in written},
        assets={name: content for name, content in contents.items() if not _is_page(name)},
        problems=(
            *(_linked(path, docs) for path in found if path.is_symlink()),
            *(_garbled(name) for name, text in texts.items() if "\ufffd" in text),
        ),
    )


def _manuscripts(texts: Mapping[str, str], languages: Sequence[str], folder: str) -> Iterator[Manuscript]:
    for name, text in texts.items():
        named = _SIBLING.search(name)
        yield Manuscript(
            page=f"{name[: named.start()]}.md" if named else name,
            file=f"{folder}{name}" if folder else "",
            language=named[1] if named else languages[0],
            text=text.removeprefix("\ufeff"),
        )


def _linked(path: Path, docs: Path) -> Problem:
    return Problem(
        path=f"docs/{path.relative_to(docs).as_posix()}",
        code="docs-linked-file",
        message="This is a link to another place, and only plain files are published.",
        hint="Put a copy of the file here instead of the link.",
    )


def _garbled(name: str) -> Problem:
    return Problem(
        path=f"docs/{name}",
        code="docs-not-utf-8",
        message="Some letters of this page cannot be read, because it is not saved as UTF-8.",
        hint="Save it again, and choose UTF-8 as the encoding.",
    )


def _is_page(name: str) -> bool:
    return name.endswith(".md")


def _is_hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)
