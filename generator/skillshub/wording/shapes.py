"""A value of the wrong sort: a number where a text is wanted, a text where a list is, and so on."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import reduce

from skillshub.findings import Finding
from skillshub.wording.misfits import Misfit, help_of
from skillshub.wording.sentences import said
from skillshub.wording.showing import TYPE_WORDS, flow, named, shown, type_of

_YES = frozenset({"yes", "y", "on", "true", "ja", "oui", "si", "sí", "1", "x"})
_NO = frozenset({"no", "n", "off", "false", "nein", "non", "0"})


def wrong_type(misfit: Misfit) -> Finding:
    """The one thing to say about a value of the wrong sort; whatever else is wrong with it follows from this."""
    if misfit.value is None:
        return _empty(misfit)
    wanted = misfit.form.types or tuple(misfit.limit if isinstance(misfit.limit, list) else [misfit.limit])
    hint, example = _advice(misfit, wanted)
    return Finding(
        field=misfit.field,
        code="wrong-type",
        message=said(
            "wrong-type", field=named(misfit.field), what=_described(misfit.value), wanted=_wanted_words(wanted)
        ),
        hint=hint,
        example=example or misfit.example,
        instead=_certain(misfit.value, misfit, wanted),
    )


def _empty(misfit: Misfit) -> Finding:
    instead = "write it after the colon" if misfit.form.required else "write it after the colon, or delete the line"
    return Finding(
        field=misfit.field,
        code="empty-field",
        message=said("empty-field", field=named(misfit.field)),
        hint=f"{instead}: {help_of(misfit.form)}".removesuffix(": "),
        example=misfit.example,
        at="key",
    )


def _described(value: object) -> str:
    if isinstance(value, bool):
        return said("word-value", value=shown(value))
    if isinstance(value, int | float):
        return said("number-value", value=shown(value))
    return said("text-value", value=shown(value)) if isinstance(value, str) else TYPE_WORDS[type_of(value)]


def _wanted_words(wanted: Sequence[str]) -> str:
    if tuple(wanted) == ("string", "object"):
        return said("text-or-texts")
    return reduce(lambda one, other: said("or", one=one, other=other), (TYPE_WORDS[kind] for kind in wanted))


def _advice(misfit: Misfit, wanted: Sequence[str]) -> tuple[str, str]:
    """A hint and an example, for the mistakes that people make."""
    for kind in wanted:
        say = _ADVICE.get((kind, type_of(misfit.value)))
        if say:
            hint, value = say(misfit.value, misfit)
            return hint, misfit.as_written(value) if value is not None else ""
    return help_of(misfit.form), ""


def _quote_it(value: object, misfit: Misfit) -> tuple[str, object]:
    text = shown(value)
    if misfit.form.format == "isced-f" and len(text) == 3:
        text = f"0{text}"
    return "put it in quotes, so that it stays as it is written", text


def _make_list(value: object, misfit: Misfit) -> tuple[str, object]:
    text = shown(value) if not isinstance(value, str) else value
    parts = [part.strip() for part in re.split(r"[,;]| / ", text)]
    if any(len(part) > 40 for part in parts) or (misfit.form.items and "string" not in misfit.form.items.types):
        return "put a hyphen and a space before each item, also when there is only one", None
    if misfit.form.items and misfit.form.items.format == "isced-f":
        parts = [part.zfill(4) for part in parts]
    return "put square brackets around it, also when there is only one", [part for part in parts if part]


def _only_text(value: object, misfit: Misfit) -> tuple[str, object]:
    assert isinstance(value, Sequence)
    lone = value[0] if len(value) == 1 and isinstance(value[0], str) else None
    return "write one text here, without brackets or hyphens", lone or _first_example(misfit)


def _true_or_false(value: object, _misfit: Misfit) -> tuple[str, object]:
    word = str(value).strip().casefold()
    if word in _YES | _NO:
        return f"YAML knows only true and false: write {'true' if word in _YES else 'false'}", word in _YES
    return "write true or false, without quotes", None


def _only_number(value: object, _misfit: Misfit) -> tuple[str, object]:
    found = re.findall(r"-?[0-9][0-9.,' \u00a0]*", str(value)[:60])
    number = _number(found[0]) if len(found) == 1 else None
    return "write only the number, without quotes or a unit, and with a point before the decimals", number


def _number(text: str) -> int | float | None:
    """The number that a text shows, if it can be only one."""
    digits = _with_a_point(re.sub(r"[ '\u00a0]", "", text).rstrip(".,"))
    if digits is None:
        return None
    number = float(digits)
    return int(number) if number == int(number) and abs(number) < 10**15 else number


def _with_a_point(digits: str) -> str | None:
    """1.200,50 and 1,200.50 are both 1200.50; 1.200 could be either of two numbers and is left alone."""
    marks = re.findall(r"[.,]", digits)
    if len(set(marks)) == 2 and marks.count(marks[-1]) == 1:
        return digits.replace(marks[0], "").replace(marks[-1], ".")
    if len(marks) > 1 or re.search(r"[.,][0-9]{3}$", digits):
        return None
    return digits.replace(",", ".")


def _whole_number(value: object, _misfit: Misfit) -> tuple[str, object]:
    return "write a number without decimals", round(float(str(value)))


def _fields_of_its_own(_value: object, misfit: Misfit) -> tuple[str, object]:
    names = [f"'{name}'" for name, form in misfit.form.fields.items() if form.required]
    needs = f", at least {' and '.join(names)}" if names else ""
    return f"write its fields below it, each two spaces further in{needs}", None


def _hyphen_first(value: object, misfit: Misfit) -> tuple[str, object]:
    assert isinstance(value, Mapping)
    plain = {name: one for name, one in value.items() if type_of(one) in ("string", "integer", "number", "boolean")}
    fits = misfit.form.items and "object" in misfit.form.items.types and len(flow(plain)) < 80 and plain
    return "a list has a hyphen and a space before each of its items", [plain] if fits else None


def _first_example(misfit: Misfit) -> object:
    return misfit.form.examples[0] if misfit.form.examples else None


def _certain(value: object, misfit: Misfit, wanted: Sequence[str]) -> str | None:
    """The same value in the right sort, where only its spelling is wrong."""
    found = (sure(value, misfit) for kind in wanted if (sure := _SURE.get((kind, type_of(value)))))
    return next((text for text in found if text is not None), None)


def _quoted_number(value: object, misfit: Misfit) -> str | None:
    return flow(_quote_it(value, misfit)[1])


def _same_word(value: object, misfit: Misfit) -> str | None:
    answer = _true_or_false(value, misfit)[1]
    return None if answer is None else flow(answer)


def _same_number(value: object, _misfit: Misfit) -> str | None:
    """Only digits and signs: what stands beside a number may change what it says."""
    text = str(value).strip()
    number = _number(text) if re.fullmatch(r"-?[0-9][0-9.,' \u00a0]*", text) else None
    return None if number is None else flow(number)


def _list_of_codes(value: object, misfit: Misfit) -> str | None:
    """Names and codes hold no comma; a sentence may."""
    items = _make_list(value, misfit)[1]
    inner = misfit.form.items
    is_of_codes = inner and (inner.choices or inner.refers_to or inner.format)
    return flow(items) if items and (is_of_codes or (isinstance(items, list) and len(items) == 1)) else None


_SURE: Mapping[tuple[str, str], Callable[[object, Misfit], str | None]] = {
    ("string", "integer"): _quoted_number,
    ("string", "boolean"): _quoted_number,
    ("array", "string"): _list_of_codes,
    ("array", "integer"): _list_of_codes,
    ("boolean", "string"): _same_word,
    ("number", "string"): _same_number,
    ("integer", "string"): _same_number,
}

_ADVICE = {
    ("string", "integer"): _quote_it,
    ("string", "number"): _quote_it,
    ("string", "boolean"): _quote_it,
    ("string", "array"): _only_text,
    ("array", "string"): _make_list,
    ("array", "integer"): _make_list,
    ("array", "number"): _make_list,
    ("array", "object"): _hyphen_first,
    ("boolean", "string"): _true_or_false,
    ("boolean", "integer"): _true_or_false,
    ("number", "string"): _only_number,
    ("integer", "string"): _only_number,
    ("integer", "number"): _whole_number,
    ("object", "string"): _fields_of_its_own,
    ("object", "integer"): _fields_of_its_own,
    ("object", "number"): _fields_of_its_own,
    ("object", "array"): _fields_of_its_own,
}
"""(what is wanted, what is there) -> what to do about it."""
