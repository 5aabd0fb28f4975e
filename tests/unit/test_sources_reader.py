"""The strict reader: what values a sound file has, what is refused, and that nothing makes it stumble."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from skillshub.problems import Problem
from skillshub.sources import judge, places
from skillshub.sources.doubts import doubts_in, looks_doubtful
from skillshub.sources.faults import lines_of
from tests.unit.effort import lines_run

PATH = "content/courses/x.yml"

PIECES = (
    *(
        "a",
        "b: ",
        "title: ",
        ":",
        "- ",
        "-",
        " ",
        "  ",
        "\n",
        "\n",
        "\n  ",
        "\n- ",
        "\t",
        "#",
        " #x",
        '"',
        "'",
        "[",
        "]",
    ),
    *(
        "{",
        "}",
        ",",
        "&a ",
        "*a",
        "!t ",
        "|\n",
        ">\n",
        "---\n",
        "...\n",
        "? ",
        "<<: ",
        "\\",
        "\\x00",
        "\\u202e",
        "“",
        "”",
    ),
    *("\xa0", "é", "e\u0301", "1", "null", "true", "~", "%", "@", "`", "\r\n", "0", "-5", "1.5", "foo bar", "en:Batt"),
    *("%YAML 1.2\n", "!!str ", "https://x", "a: b\n", "a: b\nc:\n  - d: e\n", " - ", "\n   - x"),
)
YAMLISH = st.lists(st.sampled_from(PIECES), max_size=25).map("".join)


def value_of(text: str) -> Mapping[str, object]:
    judged = judge(PATH, text.encode())
    assert not isinstance(judged, tuple), judged
    return judged


def codes_of(content: bytes) -> list[str]:
    judged = judge(PATH, content)
    assert isinstance(judged, tuple), judged
    return [problem.code for problem in judged]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("", None),
        ("~", None),
        ("null", None),
        ("true", True),
        ("false", False),
        ("0", 0),
        ("-7", -7),
        ("1250", 1250),
        ("1.50", 1.5),
        ("-0.5", -0.5),
        *(
            (text, text)
            for text in ("Null", "True", "FALSE", "NO", "no", "on", "y", "yes", "12:30", "010", "0716", "1_000")
        ),
        *(
            (text, text)
            for text in ("1e5", "1.", ".5", "0x1F", "0o7", "+1", "1,5", "2027-03-01", ".inf", "=", "-x", "1.2.3")
        ),
        ("12345678901234567", "12345678901234567"),
        ("1.12345678901234567", "1.12345678901234567"),
        ("'true'", "true"),
        ('"5"', "5"),
        ("'null'", "null"),
        ('"a\\tb\\u00e9"', "a\tbé"),
        ("|\n  one\n  two\n", "one\ntwo\n"),
        (">-\n  one\n  two\n", "one two"),
        ("[1, a, [b]]", [1, "a", ["b"]]),
        ("{en: x, de: NO}", {"en": "x", "de": "NO"}),
    ],
)
def test_a_value_stays_what_was_written(written: str, value: object) -> None:
    """Only null, true, false, plain whole numbers and plain decimals are anything but text."""
    found = value_of(f"field: {written}\n")["field"]
    assert found == value
    assert type(found) is type(value)


def test_names_of_fields_stay_text() -> None:
    """Norway's code is a name like any other, and an accent typed in two ways is one name."""
    assert value_of("NO: a\non: b\n'1': c\n") == {"NO": "a", "on": "b", "1": "c"}
    assert value_of("cafe\u0301: a\n") == {"caf\u00e9": "a"}


@pytest.mark.parametrize(
    "text", ["a: b", "a: b\n", "a: b\r\nc: d\r\n", "---\na: b\n", "---\na: b\n...\n", "# c\na: b # d\n"]
)
def test_the_same_file_in_many_hands(text: str) -> None:
    """Line ends, comments and document marks do not matter."""
    assert value_of(text)["a"] == "b"


def nested(levels: int) -> bytes:
    return b"a: " + b"[" * (levels - 1) + b"]" * (levels - 1)


def test_depth_is_bounded_exactly() -> None:
    """Twelve levels pass, thirteen do not."""
    assert isinstance(judge(PATH, nested(12)), dict)
    assert codes_of(nested(13)) == ["too-deep"]


@pytest.mark.parametrize(
    ("content", "codes"),
    [
        (b"", ["empty-file"]),
        (b"\n \n", ["empty-file"]),
        (b"# only\n# comments\n", ["empty-file"]),
        (b"- a\n- b\n", ["not-fields"]),
        (b"just a text\n", ["not-fields"]),
        (b"a: b\n---\nc: d\n", ["second-document"]),
        (b"a: b\n---\n", ["second-document"]),
        (b"a: &x b\nc: *x\n", ["reference", "reference"]),
        (b"a: *x\n", ["reference"]),
        (b"a: {<<: {b: c}}\n", ["reference"]),
        (b"a: !!python/object/apply:os.system [ls]\n", ["tag"]),
        (b"a: !x b\n", ["tag"]),
        (b"!x a: b\n", ["tag"]),
        (b"1: a\n", ["name-is-no-text"]),
        (b"null: a\n", ["name-is-no-text"]),
        (b": a\n", ["name-is-no-text"]),
        (b"[a]: b\n", ["name-is-no-text"]),
        (b"? {a: b}\n: c\n", ["name-is-no-text"]),
        (b'a: "\\0"\n', ["control-character"]),
        (b'a: "\\u202e"\n', ["hidden-direction"]),
        (b'"\\u2028": b\n', ["line-separator"]),
        (b"a: 1\na: 2\n", ["duplicate-field"]),
        (b"a: 1\n'a': 2\n", ["duplicate-field"]),
        ("caf\u00e9: 1\ncafe\u0301: 2\n".encode(), ["duplicate-field"]),
        (b"a: {b: {c: 1}}\na: {b: {c: 2}}\n", ["duplicate-field"]),
        (b"a: 1\nb: &x\na: 2\n", ["reference", "duplicate-field"]),
        (b"\xef\xbb\xbfa: b\n", ["byte-order-mark"]),
        ("a: b\n".encode("utf-16"), ["not-utf-8"]),
        ("a: b\n".encode("utf-16-be"), ["not-utf-8"]),
        ("a: Mühe\nb: Öl\n".encode("cp1252"), ["not-utf-8", "not-utf-8"]),
        (b"a: \xed\xa0\x80\n", ["not-utf-8"]),
        (b"a: \xc0\xaf\n", ["not-utf-8"]),
        (b"a: b\0c\n", ["control-character"]),
        (b"a: b\x1b[2J\n", ["control-character"]),
        (b"a: b\rc: d\r", ["line-separator"]),
        ("a: b\u2028c: d\n".encode(), ["line-separator"]),
        ("a: b\u0085c: d\n".encode(), ["line-separator"]),
        ("a: b\u202ec\n".encode(), ["hidden-direction"]),
        ("a: b\nc: \ufeffd\n".encode(), ["control-character"]),
        (b"a: " + b"b" * 65536, ["too-large"]),
    ],
)
def test_what_is_refused_and_by_which_code(content: bytes, codes: list[str]) -> None:
    """Everything wrong at once, each under the code that explains it."""
    assert codes_of(content) == codes


def test_a_field_given_twice_names_both_lines() -> None:
    """The problem stands at the second, and says where the first is."""
    judged = judge(PATH, b"a:\n  b: 1\n  c: 2\n  b: 3\n")
    assert isinstance(judged, tuple)
    assert (judged[0].place.line, judged[0].place.column, judged[0].place.length) == (4, 3, 1)
    assert "'b'" in judged[0].message
    assert "line 2" in judged[0].message


def test_a_foreign_byte_is_guessed() -> None:
    """The line, the byte and the letter that was probably meant."""
    judged = judge(PATH, "title: ok\ncity: München\n".encode("cp1252"))
    assert isinstance(judged, tuple)
    assert (judged[0].place.line, judged[0].place.column) == (2, 8)
    assert "0xFC" in judged[0].message
    assert "'ü'" in judged[0].message
    assert judged[0].place.excerpt == "city: München"


def test_findings_are_bounded() -> None:
    """Nobody reads more than ten of a kind."""
    assert len(codes_of(b"\xe4\n" * 500)) == 10
    assert len(codes_of("a\u202e\n".encode() * 500)) == 10
    assert len(codes_of(b"a: b\n" * 500)) <= 10
    assert len(codes_of(b"a:\n" + b"  - &x b\n" * 500)) == 10


def test_tags_of_the_configuration_read_as_nothing() -> None:
    """mkdocs.yml may name Python things; they are never looked at."""
    text = b"""\
site_url: !ENV [SITE_URL, 'https://example.org']
emoji: !!python/name:material.extensions.emoji.twemoji
slugify: !!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}
after: 1
"""
    assert judge("mkdocs.yml", text, tags_allowed=True) == {
        "site_url": None, "emoji": None, "slugify": None, "after": 1
    }  # fmt: skip
    assert codes_of(text) == ["tag", "tag", "tag"]
    assert isinstance(judge("mkdocs.yml", b"!x\na: b\n", tags_allowed=True), tuple)


BOMB = b"a: &a [x,x,x,x,x,x,x,x,x]\n" + b"".join(
    b"%c: &%c [%s]\n" % (name, name, b",".join([b"*%c" % (name - 1)] * 9)) for name in range(ord("b"), ord("k"))
)
HOSTILE = {
    "flow lists": b"[" * 65536,
    "flow lists in a field": b"a: " + b"[" * 65000,
    "flow mappings": b"a: " + b"{a: " * 16000,
    "block lists": b"- " * 32000,
    "deepening fields": b"".join(b" " * depth + b"a:\n" for depth in range(340)),
    "billion laughs": BOMB,
    "merges": b"a: &a {b: c}\n" + b"d: {<<: [" + b"*a, " * 12000 + b"]}\n",
    "one long name": b"a" * 65500 + b": b\n",
    "one long number": b"a: " + b"9" * 65000,
    "one long decimal": b"a: 1." + b"9" * 65000,
    "many names": b"".join(b"k%d: v\n" % number for number in range(6000)),
    "many lines": b"\n" * 65536,
    "question marks": b"? " * 32000,
    "quotes": b'"' * 65536,
    "odd quotes": b"a: " + b"'" * 65001,
    "tabs": b"\t" * 65536,
    "hashes": b"a: b #c\n" * 8000,
    "hash lines": b"a" + b" #x" * 21000,
    "ends of a text": b"a: b\n" + b" - c\n" * 13000,
    "colons": b":" * 65536,
    "spaced colons": b"a: " * 21000,
    "commas": b"a: [" + b"," * 65000,
    "percents": b"%" * 65536,
    "smart quotes": "“".encode() * 21000,
    "no-break spaces": "\u00a0".encode() * 32000,
    "no-break spaces and a colon": b"a: b\n" + "\u00a0x".encode() * 21000,
    "nul": b"\0" * 65536,
    "marks": b"---\n" * 16000,
    "foreign bytes": b"\xff" * 65536,
    "foreign lines": b"\xe4\n" * 32000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_no_file_hangs(name: str) -> None:
    """The worst that fits into a file takes little for each of its bytes; an ordinary one takes twelve lines."""
    content = HOSTILE[name]
    assert lines_run(lambda: (judge(PATH, content), places(content))) < 150 * len(content)


def assert_well_placed(problems: tuple[Problem, ...]) -> None:
    assert problems
    for problem in problems:
        assert problem.path == PATH
        assert problem.message.endswith(".")
        assert min(problem.place.line, problem.place.column, problem.place.length) >= 1
        assert "\n" not in problem.place.excerpt


@given(YAMLISH | st.text(max_size=80), st.booleans())
@settings(max_examples=1500, deadline=None)
def test_any_text_is_judged(text: str, tags_allowed: bool) -> None:
    """Fields or problems with a place, never an exception."""
    judged = judge(PATH, text.encode("utf-8", "surrogatepass"), tags_allowed=tags_allowed)
    if isinstance(judged, tuple):
        assert_well_placed(judged)


@given(st.binary(max_size=60))
@settings(max_examples=500, deadline=None)
def test_any_bytes_are_judged(content: bytes) -> None:
    """Bytes that no editor would save are judged like all others."""
    judged = judge(PATH, content)
    if isinstance(judged, tuple):
        assert_well_placed(judged)
    assert places(content).of(()).line >= 1


def like(mine: object, theirs: object) -> bool:
    """Equal up to the types that the reader gives to plain values."""
    if isinstance(mine, Mapping) and isinstance(theirs, Mapping):
        names = [unicodedata.normalize("NFC", name) for name in theirs]
        return list(mine) == names and all(map(like, mine.values(), theirs.values()))
    if isinstance(mine, list) and isinstance(theirs, list):
        return len(mine) == len(theirs) and all(map(like, mine, theirs))
    return mine == theirs if isinstance(mine, str) else isinstance(theirs, str)


@given(YAMLISH)
@settings(max_examples=1500, deadline=None)
def test_what_passes_is_what_yaml_says(text: str) -> None:
    """A value that passes has the shape and the texts that PyYAML's own loader gives it."""
    judged = judge(PATH, text.encode())
    if not isinstance(judged, tuple):
        assert like(judged, yaml.load(text, yaml.CBaseLoader))  # builds texts, lists and mappings only


@given(YAMLISH)
@settings(max_examples=1500, deadline=None)
def test_the_quick_look_misses_no_doubt(text: str) -> None:
    """Where the slow look would find a doubt, the quick one calls for it."""
    content = text.encode()
    judged = judge(PATH, content)
    if not isinstance(judged, tuple):
        assert looks_doubtful(content, text) or not list(doubts_in(content, lines_of(text)))


@given(YAMLISH)
@settings(max_examples=800, deadline=None)
def test_each_value_of_a_sound_file_has_its_place(text: str) -> None:
    """The places are exactly the fields of the value."""
    judged = judge(PATH, text.encode())
    if not isinstance(judged, tuple):
        assert set(places(text.encode()).values) == set(fields_of(judged, ()))


def fields_of(value: object, field: tuple[str | int, ...]) -> list[tuple[str | int, ...]]:
    pairs: list[tuple[str | int, object]] = []
    if isinstance(value, Mapping):
        pairs = list(value.items())
    if isinstance(value, list):
        pairs = list(enumerate(value))
    return [field, *(inner for name, item in pairs for inner in fields_of(item, (*field, name)))]
