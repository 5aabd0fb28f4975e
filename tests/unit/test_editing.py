"""Editing: a file may be laid out anew, and says the same as before, with every comment where it belongs."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any
from unicodedata import normalize

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from skillshub.editing import CannotFormat, formatted, stamped, text_of, without_stamp
from skillshub.forms import Form
from skillshub.schemas import Schemas
from skillshub.sources import judge
from skillshub.sources.rawtext import REFUSED

REPO = Path(__file__).parents[2]
SCHEMAS = Schemas.load(REPO / "schema")
COURSE = SCHEMAS.fields("course")
ANY = Form()
HEAD = "# yaml-language-server: $schema=../../schema/course.schema.json\n"

TRICKY = [
    "NO", "on", "12:30", "010", "1_000", "1e5", "0x1F", "true", "null", "~", "", " ", "-", "- a", "a: b", "a #b", "#a",
    "'", '"', "\\", "a\nb", "a\n", "\n", "\n a", " a\nb", "a\n\n", "a\tb", "\ta", "[a]", "{a}", "a, b", "? a", "| a",
    "!a", "&a", "*a", "%a", "@a", "`a`", "<<", "---", "...", "=", "2027-03-15", "2027", "Ελλάδα", "日本語", "עברית",
    "a:b", "https://example.org/a#b", "no", "Ja: nein", "x ", "a\n  b\n c", "1.50", "-0", "0716", "a\r\nb", "\xa0",
]  # fmt: skip
TEXTS = (st.sampled_from(TRICKY) | st.text(max_size=30)).filter(lambda text: not REFUSED.search(text))
LEAVES = st.none() | st.booleans() | st.integers(-(10**9), 10**9) | TEXTS
NAMES = st.from_regex(r"[a-z][a-z_]{0,8}", fullmatch=True) | TEXTS.filter(
    lambda text: text.strip() and text != "<<" and text.isprintable()
).map(partial(normalize, "NFC"))
VALUES = st.recursive(LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3))


def said(text: str) -> Mapping[str, object]:
    value = judge("content/courses/x.yml", text.encode())
    assert isinstance(value, Mapping), value
    return value


def is_entry(value: Mapping[str, object]) -> bool:
    """What the strict reader takes for doubtful in any layout is no entry: it has nothing to do with ours."""
    return bool(value)


@settings(deadline=None)
@given(st.dictionaries(NAMES, VALUES, min_size=1, max_size=4))
def test_a_value_is_written_as_it_is(value: dict[str, Any]) -> None:
    """Whatever an entry holds, its file says just that, and is in good order already."""
    try:
        text = text_of("course", ANY, value)
    except AssertionError:
        raise AssertionError(value) from None
    assert said(text) == value
    assert formatted("course", ANY, text) == text


# A file as a person may have written it: any order, any depth of indentation, quotes and brackets at will.

COMMENTS = st.sampled_from(["", "", "", "# why", "#no space", "# a: b", "# - x", "# “ü” 日"])
STYLES = st.sampled_from(["plain", "'", '"', "|", ">"])


@st.composite
def files(draw: st.DrawFn) -> str:
    names = draw(st.permutations([*COURSE.fields, "own_field"]))[: draw(st.integers(1, 7))]
    lines: list[str] = []
    for name in names:
        lines += draw(st.lists(st.sampled_from(["", "# above", "#above", "   # further in"]), max_size=2))
        lines += draw(fields(name, 0))
    lines += draw(st.lists(st.sampled_from(["", "# the end"]), max_size=2))
    ends = draw(st.sampled_from(["\n", "\r\n"]))
    return (
        draw(st.sampled_from(["", HEAD, "# about the file\n\n", "---\n"]))
        + ends.join(lines)
        + draw(st.sampled_from(["", "\n", "\n\n"]))
    )


@st.composite
def fields(draw: st.DrawFn, name: str, depth: int) -> list[str]:
    shape = draw(st.sampled_from(["text", "text", "inline", "block", "list", "items"] if depth < 2 else ["text"]))
    beside = draw(COMMENTS)
    pad = " " * draw(st.integers(1, 4))
    own = f"  {beside}" if beside else ""
    if shape == "text":
        return draw(texts(name, own, pad))
    if shape == "inline":
        return [f"{name}: {draw(st.sampled_from(['[a,  b ]', '{a: b}', '[]', '{}', '[{a: 1}, [x]]']))}{own}"]
    inner = draw(st.lists(st.sampled_from(["title", "city", "level", "zone"]), min_size=1, max_size=3, unique=True))
    if shape == "block":
        return [f"{name}:{own}", *(pad + line for each in inner for line in draw(fields(each, depth + 1)))]
    if shape == "list":
        pad = draw(st.sampled_from(["", "  ", "    "]))
        return [f"{name}:{own}", *(f"{pad}- {each}{'  # ' + each if draw(st.booleans()) else ''}" for each in inner)]
    items: list[str] = []
    for _ in range(draw(st.integers(1, 2))):
        first, *rest = [line for each in inner for line in draw(fields(each, depth + 1))]
        items += [f"{pad}- {first}", *(f"{pad}  {line}" for line in rest)]
    return [f"{name}:{own}", *items]


@st.composite
def texts(draw: st.DrawFn, name: str, own: str, pad: str) -> list[str]:
    style = draw(STYLES)
    word = draw(st.sampled_from(["Data basics", "NO", "12:30", "0716", "it's so", "2027-03-15", "a, b", "Ελλάδα", "7"]))
    if style in "|>":
        chomp = draw(st.sampled_from(["", "-", "+"]))
        return [f"{name}: {style}{chomp}{own}", f"{pad}{word}", "", f"{pad}  more", f"{pad}end # no comment"]
    quoted = {"plain": word, "'": "'" + word.replace("'", "''") + "'", '"': f'"{word}"'}[style]
    if draw(st.booleans()):
        quoted = {
            "plain": f"A text\n{pad}of two lines",
            "'": f"'A text\n{pad}# of two\n\n{pad}lines'",
            '"': f'"A text\n{pad}of \\\n{pad}  two lines"',
        }[style]
    return f"{name}:{pad}{quoted}{own}".split("\n")


def comments(text: str) -> list[str]:
    """Each comment with the name of the field beside it, if it stands beside one."""
    found = []
    for line in text.replace("\r", "").split("\n"):
        if "#" in line and "no comment" not in line and "# of two" not in line and not line.startswith(HEAD[:10]):
            where = line.index("#")
            name = line[:where].strip(" -").split(":")[0] if ":" in line[:where] else ""
            found.append(f"{name}|{line[where:].rstrip()}")
    return sorted(found)


@settings(deadline=None, max_examples=200)
@given(files())
@example("a: |\n  x\n # c\nb: 1")
@example("- a")
def test_a_file_in_order_says_the_same(text: str) -> None:
    """The value is the same, each comment is there and beside what it stood beside, and twice is once."""
    if not isinstance(judge("x", text.encode()), Mapping):
        with pytest.raises(CannotFormat):
            formatted("course", COURSE, text)
        return
    after = formatted("course", COURSE, text)
    assert said(after) == said(text)
    assert comments(after) == comments(text)
    assert formatted("course", COURSE, after) == after


def test_fields_stand_in_the_order_of_the_schema() -> None:
    """With what is written above and beside them; what nobody knows comes last."""
    text = (
        "zone: 1  # unknown\n\n\n# the price\nprice:\n    currency: EUR\n    amount: 480 # all in\n"
        "title:   'Data basics'\nlanguages: ['de','en']\nstatus: \"NO\"\r\n# the end\n"
    )
    assert formatted("course", COURSE, text) == (
        f'{HEAD}status: "NO"\ntitle: Data basics\nlanguages: [de, en]\n\n# the price\nprice:\n'
        "  amount: 480 # all in\n  currency: EUR\nzone: 1 # unknown\n# the end\n"
    )


def test_comments_find_their_places() -> None:
    """At the head of the file, above a field, at the end of a group, above an item, at the end of the file."""
    text = (
        "# Anna looks after this file.\n\n# still true?\nstatus: draft\nsessions:\n  # in spring\n"
        "  - start: 2027-03-15\n    end: 2027-03-16\n    # not yet sure\n  # in autumn\n"
        "  - # postponed\n    start: 2027-09-15\n# end\n"
    )
    after = formatted("course", COURSE, text)
    assert after == HEAD + (
        "# Anna looks after this file.\n\n# still true?\nstatus: draft\nsessions:\n  # in spring\n"
        "  - start: 2027-03-15\n    end: 2027-03-16\n    # not yet sure\n  # in autumn\n  - # postponed\n"
        "    start: 2027-09-15\n# end\n"
    )


def test_our_own_entries_are_in_good_order() -> None:
    """What the hub's repository holds is an example for others."""
    for path in sorted((REPO / "content").glob("[ersj]*/[a-s]*.yml"))[::7]:
        kind = path.parent.name.removesuffix("s")
        text = path.read_text("utf-8")
        assert formatted(kind, SCHEMAS.fields(kind), text) == text, path


def test_a_stamp_knows_edits() -> None:
    """A stamped file is intact until anything in it is changed, and the stamp can be taken off again."""
    text = text_of("course", COURSE, {"status": "draft", "title": "Ä"})
    whole = stamped(text, "my\ncourses.xlsx")
    assert without_stamp(whole) == (text, ("my courses.xlsx", True))
    assert formatted("course", COURSE, whole) == whole
    edited = without_stamp(whole.replace("draft", "published"))[1]
    assert edited is not None
    assert not edited.is_intact
    assert without_stamp(text) == (text, None)
