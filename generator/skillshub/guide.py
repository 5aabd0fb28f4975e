"""The two generated pages of the handbook, as Markdown: every field of every kind, and every rule with its mistakes.

Fields come from the schemas, rules from their manuals, mistakes from ``tests/examples/reports``: what the check says of
each file in ``tests/examples/bad``, kept true by the tests. Nothing strangers write ever comes here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from skillshub import rules
from skillshub.forms import Form
from skillshub.model import FOLDERS
from skillshub.schemas import Schemas
from skillshub.wording.manual import MANUAL
from skillshub.wording.manual_of_changes import CALLOUTS, MANUAL_OF_CHANGES
from skillshub.wording.manual_of_files import MANUAL_OF_FILES
from skillshub.wording.manual_of_hubs import MANUAL_OF_HUBS
from skillshub.wording.showing import TYPE_WORDS, flow, written

Say = Callable[[str], str]  # gettext

WARNINGS = frozenset({*map(rules.code_of, rules.WARNINGS), *CALLOUTS, "stray-file", "docs-warning", "docs-pale-accent"})

CHAPTERS: Mapping[str, Mapping[str, str]] = {
    "How the file is written": MANUAL_OF_FILES,
    "What the fields hold": MANUAL,
    "What must hold between entries": rules.MANUAL,
    "What a change does": MANUAL_OF_CHANGES,
    "The hub itself": MANUAL_OF_HUBS,
}
"""Title of a chapter -> code -> manual: every code that the program knows."""


def codes() -> Mapping[str, str]:
    """Every code with its manual."""
    return {code: text for manual in CHAPTERS.values() for code, text in manual.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A mistake, and what the check says of it."""

    codes: tuple[str, ...]
    report: str


def reports_folder() -> Path:
    """Beside this file in the wheel, among the tests in the work tree."""
    packed = Path(__file__).parent / "examples"
    return packed if packed.is_dir() else Path(__file__).parents[2] / "tests" / "examples" / "reports"


def examples_in(folder: Path) -> tuple[Example, ...]:
    """Every report of the folder, by the name of its file."""
    texts = (path.read_text("utf-8") for path in sorted(folder.rglob("*.txt")))
    return tuple(Example(codes=tuple(_codes(text)), report=_without_docs(text)) for text in texts)


def _codes(report: str) -> Iterator[str]:
    for line in report.splitlines():
        if line.startswith(("error ", "warning ")):
            yield line.split(" ", 1)[1].split(":", 1)[0]


def _without_docs(report: str) -> str:
    """The address of this very page helps nobody here."""
    return "\n".join(line for line in report.splitlines() if "= docs: " not in line).strip()


def examples_of(code: str, examples: Iterable[Example]) -> tuple[str, ...]:
    """What the check says of the files that were made to cause this code."""
    return tuple(example.report for example in examples if example.codes[0] == code)


def rules_page(examples: Iterable[Example], say: Say = str) -> str:
    """Every code with its manual and every example of it; the headings are what reports link to."""
    by_code: dict[str, list[str]] = {}
    for example in examples:
        by_code.setdefault(example.codes[0], []).append(example.report)
    return "\n\n".join(_rules(by_code, say)) + "\n"


def _rules(examples: Mapping[str, list[str]], say: Say) -> Iterator[str]:
    yield f"# {say('Rules')}"
    yield say("Every message of the check, what it means, and the mistakes that it answers to.")
    for title, manual in CHAPTERS.items():
        yield f"## {say(title)}"
        for code, text in manual.items():
            yield f"### {code} {{ #{code} }}"
            warning = say("This is only a warning: the entry is published all the same.") if code in WARNINGS else ""
            yield f"{say(text)} {warning}".strip()
            yield from (_fenced(report) for report in examples.get(code, ()))


def _fenced(report: str) -> str:
    return f"~~~~ text\n{report}\n~~~~"


def fields_page(schemas: Schemas, say: Say = str) -> str:
    """Every field of every kind: what it is for, what it may hold, an example."""
    parts = [f"# {say('Fields')}", say("What an entry of each kind may hold. Fields marked as required must be there.")]
    for kind, folder in FOLDERS.items():
        form = schemas.fields(kind)
        parts += [f"## {say(form.title)} {{ #{kind} }}", f"{say(form.description)}. `content/{folder}/`"]
        parts += [_field(kind, way, field, say) for way, field in _fields(form)]
    return "\n\n".join(parts) + "\n"


def _fields(form: Form, above: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Form]]:
    """Every field with the way to it, the inner ones after the one that holds them."""
    for name, field in form.fields.items():
        yield (*above, name), field
        yield from _fields(field.items or field, (*above, name))


def _field(kind: str, way: tuple[str, ...], field: Form, say: Say) -> str:
    required = f" · **{say('required')}**" if field.required else ""
    term = f"`{' › '.join(way)}`{{ #{'-'.join((kind, *way))} }}{required}"
    facts = [
        f"{_capital(say(field.description or field.title))}.",
        f"*{_kind_of_value(field, say)}.*",
        *_limits(field, say),
    ]
    lines = [" ".join(facts), *_choices(field, say), *_example(field, say)]
    return f"{term}\n:   " + "\n\n    ".join(lines)


def _kind_of_value(field: Form, say: Say) -> str:
    if set(field.types) == {"string", "object"}:
        return _capital(say("text, or one text per language"))
    inner = field.items or Form()
    words = " / ".join(say(TYPE_WORDS[kind]) for kind in field.types)
    of = f" ({' / '.join(say(TYPE_WORDS[kind]) for kind in inner.types)})" if inner.types else ""
    return _capital(words + of)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _limits(field: Form, say: Say) -> Iterator[str]:
    for name, words in _LIMIT_WORDS.items():
        if name in field.limits and field.limits[name] not in (0, 1):
            yield f"{say(words)} {field.limits[name]:,}."


_LIMIT_WORDS = {
    "maxLength": "Characters at most:",
    "minItems": "Items at least:",
    "maxItems": "Items at most:",
    "minimum": "At least:",
    "maximum": "At most:",
}

_MANY = 20  # choices; longer lists are those of languages and countries


def _choices(field: Form, say: Say) -> Iterator[str]:
    choices = field.choices or (field.items.choices if field.items else {})
    if 0 < len(choices) <= _MANY:
        yield " · ".join(f"`{value}` {say(label)}" for value, label in choices.items())


def _example(field: Form, say: Say) -> Iterator[str]:
    if field.examples:
        yield f"{say('Example:')} `{written(field.name, field.examples[0])}`"
    elif field.items and field.items.examples:
        yield f"{say('Example:')} `{field.name}: {flow([field.items.examples[0]])}`"


def messages(schemas: Schemas) -> tuple[str, ...]:
    """Every text of the two pages that wants a translation, in the order in which they show it."""
    seen: dict[str, None] = {}

    def say(text: str) -> str:
        seen[text] = None
        return text

    fields_page(schemas, say)
    rules_page((), say)
    return tuple(filter(None, seen))
