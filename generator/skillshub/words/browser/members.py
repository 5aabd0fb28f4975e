"""A stemmer's class as a script: its groups of letters, its tables, its variables and its steps.

Inside the script everything of the class has a name of one or two capital letters; what is local to a step has a small
one. ``s`` is the word with its cursor, ``t`` makes a table.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping
from itertools import count
from string import ascii_lowercase, ascii_uppercase

from skillshub.words.browser.statements import block, expression, literal

Names = Mapping[str, str]


def module(stemmer: ast.ClassDef) -> str:
    """The script's one export, without its import: what tells a table its conditions must come after them."""
    names = dict(zip(_members(stemmer), _capitals(), strict=False))
    steps = [node for node in stemmer.body if isinstance(node, ast.FunctionDef)]
    values = [node for node in stemmer.body if isinstance(node, ast.Assign)]
    tables = [node for node in values if isinstance(node.value, ast.List)]
    plain = [node for node in values if node not in tables]
    said = [
        *(f"let {names[_name(node)]}={_value(node.value, names)};" for node in plain),
        *(_step(node, names) for node in steps),
        *(
            f"const {names[_name(node)]}={_table(node.value, names)};"
            for node in tables
            if isinstance(node.value, ast.List)
        ),
    ]
    return f"export const stem=snowball((s,t)=>{{{''.join(said)}return {names['_stem']}}});\n"


def _members(stemmer: ast.ClassDef) -> Iterator[str]:
    for node in stemmer.body:
        if isinstance(node, ast.FunctionDef):
            yield node.name
        if isinstance(node, ast.Assign):
            yield _name(node)


def _name(node: ast.Assign) -> str:
    match node.targets:
        case [ast.Name(id=name)]:
            return name
    raise AssertionError(ast.unparse(node))


def _capitals() -> Iterator[str]:
    yield from ascii_uppercase
    yield from (one + other for one in ascii_uppercase for other in ascii_uppercase)


def _value(node: ast.expr, names: Names) -> str:
    """A group of letters as a text, a list of endings as an array, a variable's first value."""
    match node:
        case ast.Set(elts=letters):
            return literal("".join(sorted(map(_text, letters))))
        case ast.Tuple(elts=endings):
            return f'{literal(",".join(map(_text, endings)))}.split(",")'
    return expression(node, names)


def _text(node: ast.expr) -> str:
    assert isinstance(node, ast.Constant)
    assert isinstance(node.value, str)
    assert not set(node.value) & set(",|."), "a text may not hold what parts the texts"
    return node.value


def _table(node: ast.List, names: Names) -> str:
    """``Among("e", -1, 3), Among("en", -1, 1)`` as ``t("|en||e")``: lists by number, the first for those without one.

    Which text is the end of which other (the second argument) need not be told: the longest that fits is taken.
    """
    lists: dict[int, list[str]] = {}
    conditions: list[str] = []
    for entry in node.elts:
        assert isinstance(entry, ast.Call)
        text, _, number, *method = entry.args
        lists.setdefault(ast.literal_eval(number), []).append(_text(text))
        conditions += [f"{literal(_text(text))}:{expression(each, names)}" for each in method]
    numbers = [-1, *range(1, max(lists) + 1)]
    told = "|".join(",".join(each or "." for each in lists.get(number, ())) for number in numbers)
    asked = f",{{{','.join(conditions)}}}" if conditions else ""
    return f"t({literal(told)}{asked})"


def _step(step: ast.FunctionDef, names: Names) -> str:
    own = dict(zip(_locals(step), _smalls(), strict=False))
    declared = f"let {','.join(own.values())};" if own else ""
    body = block(step.body, {**names, **own})
    return f"const {names[step.name]}=()=>{{{declared}{body}}};"


def _locals(step: ast.FunctionDef) -> list[str]:
    """The names that a step gives to values, each once, in their order."""
    stored = (node for node in ast.walk(step) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store))
    return list(dict.fromkeys(node.id for node in stored))


def _smalls() -> Iterable[str]:
    letters = [letter for letter in ascii_lowercase if letter not in "st"]
    yield from letters
    yield from (f"{letters[0]}{number}" for number in count())
