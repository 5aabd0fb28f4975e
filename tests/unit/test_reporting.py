"""Reporting: four styles of the same problems, none of which a hostile text can do anything to."""

from __future__ import annotations

import io
import json
import re
import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillshub.problems import Place, Problem, Severity
from skillshub.reporting import STYLES, report, summary, wants_colour
from skillshub.reporting.escaping import columns, one_line
from skillshub.reporting.excerpts import WIDEST, excerpt_of

DESIGN = """\
error unknown-field: there is no field 'langage' for a course
  --> content/courses/hv-safety-2.yml:9:1
   |
 9 | langage: [en]
   | ^^^^^^^
   = did you mean 'languages'?
   = help: languages the course is taught in, for example  languages: [it, en]
   = docs: contribute/rules/#unknown-field

1 error in 1 file
"""


def a_problem(**fields: Any) -> Problem:
    own: dict[str, Any] = {
        "path": "content/courses/hv-safety-2.yml",
        "code": "unknown-field",
        "message": "There is no field 'langage' for a course.",
        "hint": "Did you mean 'languages'? Languages the course is taught in.",
        "example": "languages: [it, en]",
        "place": Place(line=9, column=1, length=7, excerpt="langage: [en]"),
    }
    return Problem(**{**own, **fields})


def test_the_text_is_that_of_the_design() -> None:
    """Code, place, line, what is wrong, what to do, where it is explained."""
    assert report([a_problem()]) == DESIGN


def test_the_gutter_is_as_wide_as_the_number() -> None:
    """All bars stand in one column."""
    place = Place(line=1234, column=1, length=7, excerpt="langage: [en]")
    lines = report([a_problem(place=place)]).splitlines()
    assert lines[1].startswith("     --> ")
    assert {line.index("|") for line in lines if "|" in line} == {6}
    assert {line.index("=") for line in lines if line.lstrip().startswith("=")} == {6}


def test_a_problem_without_a_line_shows_none() -> None:
    """As for a file that cannot be read at all."""
    assert "|" not in report([a_problem(place=Place())])


def test_docs_lead_to_the_site_where_it_is_known() -> None:
    """Else the address is relative."""
    assert "= docs: https://hub.example.org/contribute/rules/#unknown-field\n" in report(
        [a_problem()], site_url="https://hub.example.org/"
    )


def test_concise_gives_each_problem_one_line() -> None:
    """As compilers do, so that editors can jump to it."""
    assert report([a_problem(), a_problem(code="x", hint="Delete it.")], "concise").splitlines() == [
        (
            "content/courses/hv-safety-2.yml:9:1: error unknown-field: there is no field 'langage' for a course"
            " (did you mean 'languages'?)"
        ),
        "content/courses/hv-safety-2.yml:9:1: error x: there is no field 'langage' for a course",
        "2 errors in 1 file",
    ]


@pytest.mark.parametrize(
    ("sentence", "clause"),
    [
        ("There is no file.", "there is no file"),
        ("February 2027 has no day 30.", "February 2027 has no day 30"),
        ("NUTS codes begin with EL.", "NUTS codes begin with EL"),
        ("A text cannot begin so.", "a text cannot begin so"),
        ("'title' is empty.", "'title' is empty"),
        ("ESCO has it.", "ESCO has it"),
        ("480 of which currency?", "480 of which currency?"),
    ],
)
def test_after_a_colon_a_sentence_begins_small(sentence: str, clause: str) -> None:
    """But names keep their capitals."""
    assert report([a_problem(message=sentence)]).splitlines()[0] == f"error unknown-field: {clause}"


@pytest.mark.parametrize(
    ("severities", "checked", "words"),
    [
        (["error"], 0, "1 error in 1 file"),
        (["error", "error", "warning"], 40, "2 errors and 1 warning in 1 of 40 files"),
        (["warning"] * 2, 1, "2 warnings in 1 file"),
        ([], 1234, "No problems in 1,234 files"),
        ([], 0, "No problems"),
    ],
)
def test_the_summary_counts(severities: list[Severity], checked: int, words: str) -> None:
    """Errors, warnings, files with problems, files in all; one is not written as many."""
    assert summary([a_problem(severity=one) for one in severities], checked) == words


# Excerpts


def marked(text: str, column: int, length: int) -> str:
    """What stands above the carets, column by column."""
    line, mark = excerpt_of(Place(line=1, column=column, length=length, excerpt=text))
    start, stop = mark.index("^"), len(mark)
    shown, at = "", 0
    for character in line:
        if start <= at < stop:
            shown += character
        at += columns(character)
    return shown


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("langage: [en]", "langage"),
        ("title: \t\tTabs before it", "Tabs"),
        ("title: 日本語のコース bad", "bad"),
        ("title: 日本語のコース", "のコ"),
        ("title: e\u0301te\u0301 bad", "bad"),
        ("x" * 5000 + "BAD" + "y" * 5000, "BAD"),
        ("日" * 5000 + "BAD" + "本" * 5000, "BAD"),
        ("\t" * 300 + "BAD", "BAD"),
        ("BAD" + "y" * 5000, "BAD"),
        ("x" * 5000 + "BAD", "BAD"),
    ],
)
def test_the_carets_stand_under_what_is_wrong(text: str, wrong: str) -> None:
    """Whatever stands before it: tabs, wide letters, accents of their own, very much."""
    assert marked(text, text.index(wrong) + 1, len(wrong)) == wrong


@given(st.text(max_size=300), st.integers(1, 400), st.integers(1, 400))
def test_an_excerpt_fits_on_the_screen(text: str, column: int, length: int) -> None:
    """However long the line, wherever the problem: one line, no wider than it may be, with at least one caret."""
    line, mark = excerpt_of(Place(line=1, column=column, length=length, excerpt=text))
    assert "^" in mark
    assert set(mark) <= {" ", "^"}
    assert columns(line) <= WIDEST + 10
    assert len(mark) <= WIDEST + 10


# Hostile text

HOSTILE = st.text(max_size=60) | st.sampled_from(
    [
        "\x1b[31mred\x1b[0m",
        "\x1b]8;;https://evil.example\x07click\x1b]8;;\x07",
        "line\nerror fake: nothing\n",
        "line\r::error::fake",
        "\u202eright to left",
        "a\u2028b\u2029c\x85d\x0be",
        "::error file=x::y",
        "%0A::error::x",
        "a,b=c:d%e",
        "\ud800",
        "\u200bnothing\ufeff",
    ]
)


@st.composite
def hostile_problems(draw: st.DrawFn) -> Problem:
    place = Place(
        line=draw(st.integers(1, 99999)),
        column=draw(st.integers(1, 200)),
        length=draw(st.integers(1, 200)),
        excerpt=draw(HOSTILE),
    )
    return Problem(
        path=draw(HOSTILE),
        code="unknown-field",
        message=draw(HOSTILE),
        hint=draw(HOSTILE),
        example=draw(HOSTILE),
        place=place,
        severity=draw(st.sampled_from(["error", "warning"])),
    )


def may_be_printed(text: str) -> bool:
    """Nothing that moves the cursor, changes colours or the order of reading, or cannot be encoded."""
    return all(character == "\n" or unicodedata.category(character)[0] != "C" for character in text) and not re.search(
        "[\u2028\u2029]", text
    )


@given(st.lists(hostile_problems(), max_size=3), st.sampled_from(sorted(STYLES)))
def test_no_text_can_do_anything_to_its_reader(problems: list[Problem], style: str) -> None:
    """In no style: everything is visible, and can be written as UTF-8."""
    said = report(problems, style)
    assert may_be_printed(said)
    said.encode()


@given(hostile_problems())
def test_no_text_can_add_a_line(problem: Problem) -> None:
    """Every line of a text report begins as our lines do, and there are as many as for any problem."""
    lines = report([problem]).splitlines()
    assert lines[0].startswith(f"{problem.severity} unknown-field: ")
    assert all(re.match(r" *(-->|\||[0-9]+ \||=) ?", line) for line in lines[1:-2])
    assert len(report([problem], "concise").splitlines()) == 2


@given(st.lists(hostile_problems(), max_size=3))
def test_no_text_can_forge_an_annotation(problems: list[Problem]) -> None:
    """There are as many commands as problems, and their properties are the five that we give."""
    lines = report(problems, "github").splitlines()
    commands = [line for line in lines if line.startswith("::")]
    assert len(commands) == len(problems)
    for command in commands:
        properties = re.fullmatch(r"::(error|warning) ([^:]*)::.*", command)
        assert properties
        assert [part.split("=")[0] for part in properties[2].split(",")] == [
            "file",
            "line",
            "col",
            "endColumn",
            "title",
        ]


def test_one_line_is_short_and_whole() -> None:
    """Long texts are cut, line breaks are shown as such."""
    assert one_line("a\nb\tc") == "a\\nb c"
    assert len(one_line("x" * 100_000)) == 400
    assert one_line("Motivación für Łódź 日本") == "Motivación für Łódź 日本"


# For programs


def test_json_has_a_form_that_programs_can_rely_on() -> None:
    """A version, the problems with these fields, the counts; texts are whole."""
    said = json.loads(report([a_problem(), a_problem(severity="warning")], "json", checked=7))
    assert said["version"] == 1
    assert said["counts"] == {"errors": 1, "warnings": 1, "files_with_problems": 1, "files_checked": 7}
    assert said["problems"][0] == {
        "path": "content/courses/hv-safety-2.yml",
        "line": 9,
        "column": 1,
        "length": 7,
        "severity": "error",
        "code": "unknown-field",
        "message": "There is no field 'langage' for a course.",
        "hint": "Did you mean 'languages'? Languages the course is taught in.",
        "example": "languages: [it, en]",
        "excerpt": "langage: [en]",
        "docs": "contribute/rules/#unknown-field",
        "mend": None,
    }


def test_an_annotation_names_file_line_and_rule() -> None:
    """Its message has the hint, the example and the docs, on lines of their own."""
    assert report([a_problem(path="content/a,b:c%.yml")], "github").splitlines()[0] == (
        "::error file=content/a%2Cb%3Ac%25.yml,line=9,col=1,endColumn=8,title=unknown-field::"
        "There is no field 'langage' for a course. Did you mean 'languages'? Languages the course is taught in."
        "%0Alanguages: [it, en]%0Acontribute/rules/#unknown-field"
    )


def test_github_shows_ten_annotations_and_the_tenth_counts_the_rest() -> None:
    """Of each severity; and the log has every problem."""
    problems = [
        *(a_problem(path=f"content/{number}.yml") for number in range(25)),
        *(a_problem(severity="warning") for _ in range(10)),
    ]
    lines = report(problems, "github").splitlines()
    errors = [line for line in lines if line.startswith("::error")]
    assert len(errors) == 10
    assert errors[-1] == "::error title=And more::16 more errors in 16 files: see the log of this step."
    assert len([line for line in lines if line.startswith("::warning")]) == 10
    assert len([line for line in lines if line.startswith("- ")]) == 35


# Colours


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_colours_are_for_people_who_want_them() -> None:
    """Not for files, not where NO_COLOR is set, not on a terminal that knows none."""
    assert wants_colour(Terminal(), {"TERM": "xterm"})
    assert not wants_colour(io.StringIO(), {"TERM": "xterm"})
    assert not wants_colour(Terminal(), {"TERM": "xterm", "NO_COLOR": "1"})
    assert not wants_colour(Terminal(), {"TERM": "dumb"})


def test_colours_add_nothing_to_the_words() -> None:
    """Without its colours a coloured report is the plain one."""
    said = report([a_problem()], colour=True)
    assert "\x1b[1;31m" in said
    assert re.sub(r"\x1b\[[0-9;]*m", "", said) == DESIGN
