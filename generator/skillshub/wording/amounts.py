"""Too long, too short, too many, too few, too large, too small, twice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from skillshub.findings import Finding
from skillshub.wording.misfits import Misfit, Say, help_of
from skillshub.wording.sentences import counted, said
from skillshub.wording.showing import named, shown


def too_long(misfit: Misfit) -> Finding:
    length = len(misfit.value)
    over = counted("characters", length - misfit.limit)
    return Finding(
        field=misfit.field,
        code="too-long",
        message=said("too-long", field=named(misfit.field), length=f"{length:,}", over=over, limit=f"{misfit.limit:,}"),
        hint=f"shorten it by {over}, or move the details into a longer field"
        if misfit.limit < 2000
        else f"shorten it by {over}",
    )


def empty_text(misfit: Misfit) -> Finding:
    instead = "write something" if misfit.form.required else "write something, or delete the line"
    return Finding(
        field=misfit.field,
        code="empty-text",
        message=said("empty-text", field=named(misfit.field)),
        hint=f"{instead}: {help_of(misfit.form)}".removesuffix(": "),
        example=misfit.example,
    )


def too_few(misfit: Misfit) -> Finding:
    return Finding(
        field=misfit.field,
        code="too-few",
        message=said(
            "too-few",
            field=named(misfit.field),
            least=counted("items", misfit.limit),
            count=_count(misfit.value),
        ),
        hint=help_of(misfit.form),
        example=misfit.example,
    )


def too_many(misfit: Misfit) -> Finding:
    over = len(misfit.value) - misfit.limit
    return Finding(
        field=misfit.field,
        code="too-many",
        message=said("too-many", field=named(misfit.field), count=len(misfit.value), over=over, limit=misfit.limit),
        hint=f"keep the {misfit.limit} that matter most",
    )


def repeated(items: Iterable[object]) -> tuple[int, int] | None:
    """The numbers of the first two items that are the same; takes time in proportion to the items."""
    seen: dict[object, int] = {}
    for number, item in enumerate(items):
        first = seen.setdefault(_key(item), number)
        if first != number:
            return first, number
    return None


def _key(value: object) -> object:
    """The same for what is the same in JSON, where 1 and 1.0 are one number and true is none."""
    if isinstance(value, Mapping):
        return ("group", frozenset((name, _key(one)) for name, one in value.items()))
    if isinstance(value, list):
        return ("list", tuple(map(_key, value)))
    return (isinstance(value, bool), value)


def repeated_item(misfit: Misfit) -> Finding:
    """Points at the second of the two."""
    first, again = repeated(misfit.value) or (0, 0)
    item = misfit.value[again]
    what = said("the-same-item") if isinstance(item, Mapping | list | tuple) else shown(item)
    return Finding(
        field=(*misfit.field, again),
        code="repeated-item",
        message=said("repeated-item", what=what, field=named(misfit.field), first=first + 1, again=again + 1),
        hint="delete one of them",
        instead="",
    )


def _out_of_range(bound: str) -> Say:
    def say(misfit: Misfit) -> Finding:
        value, limit = shown(misfit.value), _figure(misfit.limit)
        return Finding(
            field=misfit.field,
            code="out-of-range",
            message=said(bound, field=named(misfit.field), value=value, limit=limit),
            hint=help_of(misfit.form),
            example=misfit.example,
        )

    return say


at_least, at_most = _out_of_range("minimum"), _out_of_range("maximum")
more_than, less_than = _out_of_range("exclusiveMinimum"), _out_of_range("exclusiveMaximum")


def _count(items: list[object]) -> str:
    return str(len(items)) if items else said("none")


def _figure(number: float) -> str:
    return f"{number:,}"
