"""A value that is on no list, a language or a country written in another way, a field that nobody knows."""

from __future__ import annotations

from collections.abc import Mapping

from skillshub.findings import Finding
from skillshub.forms import Form
from skillshub.wording.misfits import Misfit, example_of, help_of
from skillshub.wording.names import field_meant, folded, nearest, only_field_meant, only_near
from skillshub.wording.other_names import OTHER_NAMES
from skillshub.wording.sentences import said
from skillshub.wording.showing import cut, flow, listed, named, shown

_FEW = 20  # choices that fit into one line of help


def unknown_choice(misfit: Misfit) -> Finding:
    """Not on the list; languages and countries have codes of their own, because so many forms of them are about."""
    form = misfit.form
    code = _CODES.get(form.part, "unknown-value")
    meant = _meant(form, str(misfit.value))
    return Finding(
        field=misfit.field,
        code=code,
        message=said(code, value=shown(misfit.value), field=named(misfit.field)),
        hint=_did_you_mean(form, meant) or _choose_from(form),
        example=misfit.as_written(meant) if meant else "",
        instead=flow(meant) if meant and _is_certain(form, str(misfit.value), meant) else None,
    )


def unknown_language_of_text(misfit: Misfit) -> Finding:
    """A text per language, with something before the colon that is no language code."""
    form = misfit.form
    meant = _meant(form, str(misfit.value))
    is_language = form.part == "language"
    name = "unknown-language-of-text" if is_language else "bad-name"
    return Finding(
        field=misfit.field,
        code="unknown-language" if is_language else "bad-code",
        message=said(name, value=shown(misfit.value), field=named(misfit.field[:-1])),
        hint=_did_you_mean(form, meant) or help_of(form),
        example=f"{meant or 'en'}: ..." if is_language else "",
        at="key",
        instead=meant if meant and _is_certain(form, str(misfit.value), meant) else None,
    )


def unknown_field(misfit: Misfit, word: str, value: object, present: frozenset[str]) -> tuple[Finding, str | None]:
    """A field that the form does not have, and the field that was probably meant."""
    meant = field_meant(word, value, misfit.form, present)
    known = misfit.form.fields.get(meant or "", Form())
    hint = f"did you mean '{meant}'? {help_of(known)}" if meant else _without(word, misfit.form, present)
    finding = Finding(
        field=(*misfit.field, word),
        code="unknown-field",
        message=_of_field("unknown-field", misfit, word),
        hint=hint.strip(),
        example=example_of(known),
        at="key",
        instead=meant if meant and meant == only_field_meant(word, value, misfit.form) else None,
    )
    return finding, meant


def missing_field(misfit: Misfit, name: str) -> Finding:
    known = misfit.form.fields.get(name, Form())
    return Finding(
        field=misfit.field,
        code="missing-field",
        message=_of_field("missing-field", misfit, name),
        hint=help_of(known),
        example=example_of(known),
        at="value" if misfit.field and isinstance(misfit.field[-1], int) else "key",  # an item of a list has no name
        missing=name,
    )


def _without(word: str, form: Form, present: frozenset[str]) -> str:
    """Nothing that is missing looks like it: is it there already, or what else could be meant?"""
    there = nearest(word, [name for name in form.fields if name in present])
    if there:
        return f"delete it: there is '{there}' already"
    absent = listed((f"'{name}'" for name in form.fields if name not in present), most=40)
    return f"it can have these fields too: {absent}" if absent else "it has every field that it can have"


def _of_field(code: str, misfit: Misfit, word: str) -> str:
    if misfit.field:
        return said(f"{code}-inside", word=shown(word), field=named(misfit.field))
    return said(code, word=shown(word), owner=misfit.owner)


def _did_you_mean(form: Form, meant: str | None) -> str:
    if not meant:
        return ""
    label = form.choices.get(meant, "")
    is_plain = folded(label).replace("-", "") == folded(meant).replace("-", "")
    return f"did you mean '{meant}'?" + (f" It stands for {label}" if label and not is_plain else "")


def _choose_from(form: Form) -> str:
    if len(form.choices) > _FEW:
        return help_of(form)
    return f"choose from {listed(form.choices, most=_FEW)}"


def _is_certain(form: Form, word: str, meant: str) -> bool:
    """Another name, a label, or a slip that can be meant for nothing else and is long enough to be no chance."""
    key = folded(cut(word))
    names = {folded(meant), folded(form.choices.get(meant, meant))}
    if key in names or OTHER_NAMES.get(form.part, {}).get(key) == meant:
        return True
    labels = {folded(label): choice for choice, label in form.choices.items()}
    near = only_near(key, labels if form.part else {**{choice: choice for choice in form.choices}, **labels})
    return len(key) > 3 and near is not None and labels.get(near, near) == meant


def _meant(form: Form, word: str) -> str | None:
    """By another name of it, by its label, by its beginning, by what it looks like."""
    key = folded(cut(word))
    other = OTHER_NAMES.get(form.part, {}).get(key)
    if other:
        return other
    exact = {folded(choice): choice for choice in form.choices}
    labels = {folded(label): choice for choice, label in form.choices.items()}
    begun = exact.get(key.split("-")[0]) if form.part == "language" else None
    found = exact.get(key) or labels.get(key) or begun
    if found or len(key) < 3:
        return found
    near = nearest(key, {*labels} if form.part else {*exact, *labels})
    return (exact.get(near) or labels.get(near)) if near else None


_CODES: Mapping[str, str] = {"language": "unknown-language", "country": "unknown-country"}
