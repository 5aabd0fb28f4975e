"""new: an entry from a few answers, or from flags."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any, cast

import click
from click.shell_completion import CompletionItem

from skillshub.build import schema_folder
from skillshub.checking import Checked, check
from skillshub.cli.clock import day, today_option
from skillshub.cli.doors import Refused, main, must_be_a_hub
from skillshub.cli.values import assigned
from skillshub.editing import text_of
from skillshub.importing import Cell, Draft, Judged, judged
from skillshub.model import FOLDERS, Kind
from skillshub.problems import Field
from skillshub.questions import Question, at, following, questions
from skillshub.schemas import Schemas
from skillshub.wording.names import nearest
from skillshub.writing import keep


@dataclass(frozen=True, slots=True, kw_only=True)
class _Desk:
    """Where a new entry is written: what it is to be, and all that is known around it."""

    hub: Path
    kind: str
    checked: Checked
    schemas: Schemas
    today: date

    def judge(self, name: str, fields: Mapping[str, Any]) -> Judged:
        nowhere = Cell(value="", where="")
        draft = Draft(kind=self.kind, id=name, fields=fields, cells={}, first=nowhere)
        return judged(draft, self.checked, self.schemas, self.today)

    def names(self, question: Question) -> list[str]:
        """What the answer may be, where that is known: names of entries, choices, groups of skills."""
        if question.names:
            return sorted(self.checked.catalogue.known[cast("Kind", question.names)])
        if self.kind == "skill" and question.way == ("group",) and self.checked.settings:
            return sorted(self.checked.settings.skill_groups)
        return list(question.choices)


def _offer(_context: object, _parameter: object, begun: str) -> list[CompletionItem]:
    """What a shell offers after --set: the names of the fields."""
    schemas = Schemas.load(schema_folder())
    names = {question.flag for kind in FOLDERS for question in questions(schemas.fields(kind))}
    return [CompletionItem(f"{name}=") for name in sorted(names) if name.startswith(begun)]


@main.command("new")
@click.argument("kind", type=click.Choice(list(FOLDERS)))
@click.option("--title", help="What it is called (for a provider: its legal name).")
@click.option(
    "--set", "given", multiple=True, metavar="FIELD=VALUE", shell_complete=_offer, help="A field, as often as you like."
)
@click.option("--id", "name", default="", help="The name of its file, without .yml; made of the title, if left out.")
@today_option
@click.pass_obj
def new_command(hub: Path, kind: str, title: str | None, given: tuple[str, ...], name: str, today: str | None) -> None:
    """Write the file of a new entry: a course, an event, a provider …

    In a terminal you are asked for what it needs; the Tab key completes names. Elsewhere, use --title and --set.
    """
    must_be_a_hub(hub)
    schemas = Schemas.load(schema_folder())
    moment = day(today)
    checked, _ = check(hub, schemas, moment)
    desk = _Desk(hub=hub, kind=kind, checked=checked, schemas=schemas, today=moment)
    fields = _given(desk, title, given)
    if sys.stdin.isatty():
        _ask_for_all(desk, fields)
    _write(desk, desk.judge(name, fields))


def _given(desk: _Desk, title: str | None, given: tuple[str, ...]) -> dict[str, Any]:
    fields = assigned(given)
    if title is not None:
        known = desk.schemas.fields(desk.kind).fields
        own = next(field for field in ("title", "legal_name", "label", "name") if field in known)
        fields[own] = title
    for field, value in fields.items():
        form = desk.schemas.fields(desk.kind).at((field,))
        if "array" in form.types and isinstance(value, Mapping):
            fields[field] = [value]  # skills.skill=welding: the one item of the list
    return fields


def _write(desk: _Desk, one: Judged) -> None:
    errors = [finding for finding in one.findings if finding.severity == "error"]
    if errors:
        raise Refused("\n".join(["Nothing was written:", *_faults(desk, one)]))
    if (desk.hub / one.path).exists():
        raise Refused(f"{one.path} is there already, and is left as it is. Choose another name with --id.")
    text = text_of(desk.kind, desk.schemas.fields(desk.kind), one.value)
    keep(desk.hub / one.path, text.encode())
    click.echo(f"Written: {one.path}")
    click.echo("Next: open it and add what else is worth knowing (each field is explained there), then run")
    click.echo(f"  skillshub check {one.path}")


def _faults(desk: _Desk, one: Judged) -> Iterator[str]:
    """Each mistake with the flag that mends it."""
    lacking = _lacking(desk, one.value)
    for question in lacking:
        yield f"  --set {question.flag}=…  is needed: {question.help}"
    asked = {question.way for question in lacking}
    for finding in one.findings:
        if not finding.missing or not any(way[: len(finding.field)] == finding.field for way in asked):
            flag = ".".join(str(step) for step in finding.field if isinstance(step, str)) or "the entry"
            yield f"  {flag}: {finding.message} {finding.hint}".rstrip()


def _lacking(desk: _Desk, value: Mapping[str, Any]) -> list[Question]:
    form = desk.schemas.fields(desk.kind)
    return [one for one in (*questions(form), *following(form, value)) if at(value, one.way) is None]


def _ask_for_all(desk: _Desk, fields: dict[str, Any]) -> None:
    """Ask until nothing is lacking; an answer can lead to a further question."""
    click.echo("Answer in a few words; the file can be changed later. Ctrl+C stops, and nothing is written.", err=True)
    while lacking := _lacking(desk, desk.judge("", fields).value):
        _put(fields, lacking[0].way, _answer(desk, lacking[0]))


def _answer(desk: _Desk, question: Question) -> object:
    """The answer to one question: asked again, with what is wrong, until it can stand."""
    names = desk.names(question)
    click.echo(f"\n{question.help}", err=True)
    if names and not question.choices:
        click.echo(f"One of: {', '.join(names[:20])}{' …' if len(names) > 20 else ''}", err=True)
    while True:
        with _completing(names):
            answer = click.prompt(question.flag)  # on standard output: only there does the terminal edit and complete
        fault = _fault(desk, question, answer, names)
        if not fault:
            return answer
        click.echo(fault, err=True)


def _fault(desk: _Desk, question: Question, answer: str, names: list[str]) -> str:
    fields: dict[str, Any] = {}
    _put(fields, question.way, answer)
    one = desk.judge("", fields)
    for finding in one.findings:
        if finding.field[: len(question.way)] == question.way:
            return f"{finding.message} {finding.hint}"
    value = at(one.value, question.way)
    for word in value if isinstance(value, list) else [value]:
        if question.names and word not in names and word != "everywhere":
            meant = nearest(str(word), names)
            return f"There is no {question.names} '{word}'." + (f" Did you mean '{meant}'?" if meant else "")
    return ""


def _put(fields: dict[str, Any], way: Field, value: object) -> None:
    here: Any = fields
    for step, following_step in pairwise(way):
        empty: Any = [{}] if isinstance(following_step, int) else {}
        here = here[step] if isinstance(step, int) else here.setdefault(step, empty)
    here[way[-1]] = value


@contextmanager
def _completing(names: list[str]) -> Iterator[None]:
    """The Tab key completes these names meanwhile, where the terminal can."""
    try:
        import readline  # noqa: PLC0415 - not everywhere
    except ImportError:
        yield
        return

    def complete(begun: str, number: int) -> str | None:
        fitting = [name for name in names if name.startswith(begun)]
        return fitting[number] if number < len(fitting) else None

    before = readline.get_completer()
    readline.set_completer_delims(" ;,")
    readline.parse_and_bind("tab: complete")
    readline.set_completer(complete)
    try:
        yield
    finally:
        readline.set_completer(before)
