"""The few statements and expressions of which a generated stemmer consists, said in JavaScript.

``try: ... except lab0: pass`` is a block with a label, ``raise lab0()`` leaves it. What is not known here is a mistake
of ours: an exception when a new release of snowballstemmer says something new.
"""

from __future__ import annotations

import ast
import json
from collections.abc import Callable, Mapping
from string import ascii_lowercase
from typing import Any

Names = Mapping[str, str]

# The names of BaseStemmer, as theme/scripts/search/snowball.js has them.
MOVES = {
    "bra": "x",
    "current": "w",
    "cursor": "c",
    "eq_s": "eq",
    "eq_s_b": "eqB",
    "find_among": "find",
    "find_among_b": "findB",
    "go_in_grouping": "goIn",
    "go_in_grouping_b": "goInB",
    "go_out_grouping": "goOut",
    "go_out_grouping_b": "goOutB",
    "in_grouping": "in",
    "in_grouping_b": "inB",
    "insert": "ins",
    "ket": "y",
    "limit": "l",
    "limit_backward": "b",
    "out_grouping": "out",
    "out_grouping_b": "outB",
    "slice_del": "del",
    "slice_from": "set",
    "slice_to": "slice",
}
# One letter is compared in place in Python, where a call costs more; here a move is shorter. The next statement, which
# takes the cursor over it, goes with it.
ONE_LETTER = {
    "self.cursor == self.limit or self.current[self.cursor] != ": ("eq", "self.cursor += 1"),
    "self.cursor <= self.limit_backward or self.current[self.cursor - 1] != ": ("eqB", "self.cursor -= 1"),
}
OPERATORS: dict[type[ast.AST], str] = {
    ast.Add: "+",
    ast.Sub: "-",
    ast.Eq: "==",
    ast.NotEq: "!=",
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
    ast.Or: "||",
    ast.And: "&&",
}


def literal(text: str) -> str:
    """A text in quotes; what cannot be seen is written as a number."""
    quoted = json.dumps(text, ensure_ascii=False)
    return "".join(each if each.isprintable() else f"\\u{ord(each):04x}" for each in quoted)


def expression(node: ast.AST, names: Names) -> str:
    return _EXPRESSIONS[type(node)](node, names)


def _constant(node: ast.Constant, _names: Names) -> str:
    if isinstance(node.value, str):
        return literal(node.value)
    assert isinstance(node.value, int)
    return str(int(node.value))  # False is 0, which is shorter


def _attribute(node: ast.Attribute, names: Names) -> str:
    """``self.cursor`` is ``s.c``; ``self.I_p1`` and ``GermanStemmer.g_v`` are names of the script."""
    return f"s.{MOVES[node.attr]}" if node.attr in MOVES else names[node.attr]


def _call(node: ast.Call, names: Names) -> str:
    arguments = [expression(each, names) for each in node.args]
    if isinstance(node.func, ast.Name):
        assert node.func.id == "len"
        return f"{arguments[0]}.length"
    return f"{expression(node.func, names)}({','.join(arguments)})"


def _subscript(node: ast.Subscript, names: Names) -> str:
    return f"{expression(node.value, names)}[{expression(node.slice, names)}]"


def _unary(node: ast.UnaryOp, names: Names) -> str:
    said = expression(node.operand, names)
    if isinstance(node.op, ast.USub):
        return f"-{said}"
    assert isinstance(node.op, ast.Not)
    return f"!{said}" if isinstance(node.operand, ast.Call | ast.Attribute | ast.Name) else f"!({said})"


def _binary(node: ast.BinOp, names: Names) -> str:
    right = expression(node.right, names)
    simple = not isinstance(node.right, ast.BinOp | ast.UnaryOp)
    return f"{expression(node.left, names)}{OPERATORS[type(node.op)]}{right if simple else f'({right})'}"


def _compare(node: ast.Compare, names: Names) -> str:
    (operator,), (right,) = node.ops, node.comparators
    return f"{expression(node.left, names)}{OPERATORS[type(operator)]}{expression(right, names)}"


def _either(node: ast.BoolOp, names: Names) -> str:
    assert not any(isinstance(each, ast.BoolOp) for each in node.values)
    return OPERATORS[type(node.op)].join(expression(each, names) for each in node.values)


_EXPRESSIONS: dict[type[ast.AST], Callable[[Any, Names], str]] = {
    ast.Attribute: _attribute,
    ast.BinOp: _binary,
    ast.BoolOp: _either,
    ast.Call: _call,
    ast.Compare: _compare,
    ast.Constant: _constant,
    ast.Name: lambda node, names: names[node.id],
    ast.Subscript: _subscript,
    ast.UnaryOp: _unary,
}


def block(statements: list[ast.stmt], names: Names) -> str:
    """Statements one after the other."""
    said = []
    rest = iter([*zip(statements, [*statements[1:], None], strict=True)])
    for node, following in rest:
        letter = _one_letter(node, following, names)
        said.append(letter or _STATEMENTS[type(node)](node, names))
        if letter:
            next(rest)
    return "".join(said)


def _one_letter(node: ast.stmt, following: ast.stmt | None, names: Names) -> str:
    if not isinstance(node, ast.If) or not isinstance(node.test, ast.BoolOp) or not following or node.orelse:
        return ""
    test, _, letter = ast.unparse(node.test).rpartition("!= ")
    move, step = ONE_LETTER.get(f"{test}!= ", ("", ""))
    if not move or ast.unparse(following) != step:
        return ""
    return f"if(!s.{move}({literal(ast.literal_eval(letter))})){_body(node.body, names)}"


def _body(statements: list[ast.stmt], names: Names) -> str:
    """What an if does: in braces, unless it is one plain statement."""
    said = block(statements, names)
    plain = len(statements) == 1 and isinstance(statements[0], ast.Assign | ast.AugAssign | ast.Expr | ast.Raise)
    leaves = len(statements) == 1 and isinstance(statements[0], ast.Return | ast.Break | ast.Continue)
    return said if plain or leaves else f"{{{said}}}"


def _if(node: ast.If, names: Names) -> str:
    said = f"if({expression(node.test, names)}){_body(node.body, names)}"
    if not node.orelse:
        return said
    chained = len(node.orelse) == 1 and isinstance(node.orelse[0], ast.If)
    other = block(node.orelse, names) if chained else _body(node.orelse, names)
    return f"{said}else{'' if other.startswith('{') else ' '}{other}"


def _try(node: ast.Try, names: Names) -> str:
    (handler,) = node.handlers
    assert isinstance(handler.body[0], ast.Pass)
    return f"{_label(handler.type)}:{{{block(node.body, names)}}}"


def _label(node: ast.AST | None) -> str:
    """``lab0`` is ``a``."""
    assert isinstance(node, ast.Name)
    return ascii_lowercase[int(node.id.removeprefix("lab"))]


def _raise(node: ast.Raise, _names: Names) -> str:
    assert isinstance(node.exc, ast.Call)
    return f"break {_label(node.exc.func)};"


def _while(node: ast.While, names: Names) -> str:
    assert ast.unparse(node.test) == "True"
    assert not node.orelse
    return f"for(;;){{{block(node.body, names)}}}"


def _for(node: ast.For, names: Names) -> str:
    """Something done so many times: ``for _ in (0, 0)``."""
    assert isinstance(node.iter, ast.Tuple)
    turns = ",".join(expression(each, names) for each in node.iter.elts)
    return f"for({expression(node.target, names)} of[{turns}]){{{block(node.body, names)}}}"


def _assign(node: ast.Assign, names: Names) -> str:
    (target,) = node.targets
    return f"{expression(target, names)}={expression(node.value, names)};"


def _grow(node: ast.AugAssign, names: Names) -> str:
    operator = OPERATORS[type(node.op)]
    by = expression(node.value, names)
    return f"{expression(node.target, names)}{operator * 2 if by == '1' else f'{operator}={by}'};"


def _return(node: ast.Return, names: Names) -> str:
    assert node.value
    said = expression(node.value, names)
    return f"return{'' if said.startswith('!') else ' '}{said};"


_STATEMENTS: dict[type[ast.AST], Callable[[Any, Names], str]] = {
    ast.Assign: _assign,
    ast.AugAssign: _grow,
    ast.Break: lambda _node, _names: "break;",
    ast.Continue: lambda _node, _names: "continue;",
    ast.Expr: lambda node, names: f"{expression(node.value, names)};",
    ast.For: _for,
    ast.If: _if,
    ast.Pass: lambda _node, _names: "",
    ast.Raise: _raise,
    ast.Return: _return,
    ast.Try: _try,
    ast.While: _while,
}
