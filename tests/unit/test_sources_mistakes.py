"""Mistakes that people really make: each has its code, its line and a sentence of its own."""

from __future__ import annotations

import pytest

from skillshub.problems import Problem
from skillshub.sources import judge


def problem_in(text: str) -> Problem:
    judged = judge("content/courses/x.yml", text.encode())
    assert isinstance(judged, tuple), f"passed as {judged}"
    assert len(judged) == 1, judged
    return judged[0]


@pytest.mark.parametrize(
    ("text", "code", "place", "example"),
    [
        # tabs
        ("title: a\n\tb: c\n", "tab", (2, 1), "  b: c"),
        ("sessions:\n\t- start: x\n", "tab", (2, 1), "  - start: x"),
        ("a:\n  - b\n  \t- c\n", "tab", (3, 3), "  - c"),
        ("a: |\n\ttext\n", "tab", (2, 1), "  text"),
        # no space after a colon or a dash
        ("title:Battery\n", "missing-space", (1, 1), "title: Battery"),
        ("title:Battery\nregion: x\n", "missing-space", (1, 1), "title: Battery"),
        ("a: b\ntitle:Battery\nc: d\n", "missing-space", (2, 1), "title: Battery"),
        ("a: b\ntitle:Battery", "missing-space", (2, 1), "title: Battery"),
        ("sessions:\n  - start:2026\n    end: x\n", "missing-space", (2, 5), "- start: 2026"),
        ("title:\n  en:Battery\n", "missing-space", (2, 3), "en: Battery"),
        ("languages:\n  -en\n  -de\n", "missing-space", (2, 3), "- en"),
        ("languages:\n  - en\n  -de\n", "missing-space", (3, 3), "- de"),
        ("languages:\n- en\n-de\n", "missing-space", (3, 1), "- de"),
        # a colon in a text
        ("title: Battery: basics\n", "unquoted-colon", (1, 15), 'title: "Battery: basics"'),
        ('a:\n  - foo: say "x": y\n', "unquoted-colon", (2, 17), "- foo: 'say \"x\": y'"),
        # a text that begins with a sign
        *(
            (f"title: {sign}foo x\n", "special-character", (1, 8), f'title: "{sign}foo x"')
            for sign in ("@", "`", "%", "*:", "|", ">")
        ),
        ("title: & Co\n", "special-character", (1, 8), 'title: "& Co"'),
        ("title: *bold* text\n", "special-character", (1, 8), 'title: "*bold* text"'),
        ("title: [draft] Battery\n", "special-character", (1, 8), 'title: "[draft] Battery"'),
        ("title: {x} y\n", "special-character", (1, 8), 'title: "{x} y"'),
        ("title: , y\n", "special-character", (1, 8), 'title: ", y"'),
        ("title: &Co and\n", "reference", (1, 8), ""),
        ("title: !important\n", "tag", (1, 8), ""),
        ("title: [draft\nb: c\n", "unclosed-bracket", (1, 8), "languages: [en, de]"),
        ("title: {draft\nb: c\n", "unclosed-bracket", (1, 8), "languages: [en, de]"),
        ("title: - foo\n", "list-beside-field", (1, 8), "title:\n  - foo"),
        # a hash
        ("title: Module #3\n", "hash-sign", (1, 15), 'title: "Module #3"'),
        ("title: #1 course\nb: c\n", "hash-sign", (1, 8), 'title: "#1 course"'),
        ("title: foo #1\n  more\nb: c\n", "hash-sign", (1, 12), 'title: "foo #1"'),
        ("tags:\n  - C #\n  - C #x\n", "hash-sign", (3, 7), '- "C #x"'),
        ("a: [b #1\n  ,c]\n", "hash-sign", (1, 7), ""),
        # columns
        ("languages:\n  - en\n - de\n", "indentation", (3, 1), ""),
        ("languages:\n  - en\n   - de\n", "indentation", (3, 1), ""),
        ("title: x\n  region: y\n", "indentation", (2, 1), ""),
        ("title: x\n  - region\n", "indentation", (2, 1), ""),
        ("a:\n    b: c\n  d: e\n", "indentation", (3, 1), ""),
        (" title: x\nregion: y\n", "indentation", (2, 1), ""),
        ("a:\n  - b: c\n     d: e\n", "indentation", (3, 1), ""),
        ("a:\n  - b: c\n   d: e\n", "indentation", (3, 1), ""),
        ("a:\n  - b\n  c: d\n", "indentation", (3, 3), ""),
        ("a:\n  b: c\n  - d\n", "indentation", (3, 3), ""),
        ("a: |\n   x\n  y\nb: c\n", "indentation", (3, 1), ""),
        # quotes
        ("title: “Battery”\n", "smart-quotes", (1, 8), 'title: "Battery"'),
        ("title: „Battery: basics“\n", "smart-quotes", (1, 8), 'title: "Battery: basics"'),
        ("“title”: x\n", "smart-quotes", (1, 1), '"title": x'),
        ("a: [‘en’, de]\n", "smart-quotes", (1, 5), "a: ['en', de]"),
        ('title: "Battery\nb: c\n', "unclosed-quote", (1, 8), 'title: "Battery"'),
        ('title: "Battery\nb: "c"\nd: e\n', "unclosed-quote", (1, 8), 'title: "Battery"'),
        ("title: 'it's fine'\n", "text-after-quote", (1, 12), 'title: "it\'s fine"'),
        ('title: "Battery" basics\n', "text-after-quote", (1, 17), 'title: "Battery basics"'),
        ('title: "C:\\path"\n', "backslash", (1, 10), "title: 'C:\\path'"),
        # names
        ("title Battery\nregion: x\n", "missing-colon", (1, 1), "title: Data basics"),
        ("a: b\ntitle\nregion: x\n", "missing-colon", (2, 1), "title: Data basics"),
        ("a: b\ntext that goes on\n", "missing-colon", (2, 1), "title: Data basics"),
        # what Word leaves behind
        ("a:\n\xa0\xa0b: c\n", "odd-space", (2, 1), "  b: c"),
        ("a: x\n\xa0\xa0b: c\n", "odd-space", (2, 1), "  b: c"),
        ("title:\xa0foo\nb: c\n", "odd-space", (1, 7), "title: foo"),
        ("a:\n  -\xa0foo\n  - b\n", "odd-space", (2, 4), "  - foo"),
        ("a:\n  -\xa0foo\n", "odd-space", (2, 4), "  - foo"),
        ("title\xa0: foo\n", "odd-space", (1, 6), "title : foo"),
        # ends
        ("---\na: b\n...\nfoo\n", "second-document", (4, 1), ""),
    ],
)
def test_a_mistake_is_named_where_it_was_made(text: str, code: str, place: tuple[int, int], example: str) -> None:
    """One problem, at the mistake and not where the parser noticed it, with the line as it should be."""
    problem = problem_in(text)
    assert (problem.code, (problem.place.line, problem.place.column)) == (code, place)
    assert problem.place.excerpt == text.split("\n")[place[0] - 1]
    assert problem.example == example
    assert problem.message.endswith(".")
    assert problem.hint.endswith(".")


@pytest.mark.parametrize(
    "text",
    [
        "title: Module 3 # the third\n",
        "title: Module 3 #\n",
        "title: 'Module #3'\n",
        "title: C# and F#\n",
        "title: a#b\n",
        "# see issue #3\ntitle: x\n",
        "description: |\n  See issue #3\n  -en\n  en:Battery\n  “quoted”\n    - deep\n",
        "title: The “Battery” course\n",
        "title: “A” and “B”\n",
        "title: L’Aquila – 10\xa0km\n",
        "title: À\xa0propos\u202f! La batterie\n",
        'title: "“Battery”"\n',
        "title: A - B\n",
        "title: A\n  and B\n",
        "price: -5\n",
        "time: 12:30\n",
        "url: https://example.org\n",
        "links:\n  - https://example.org\n  - mailto:a@example.org\n",
        "a:\n- b: c\n  d:\n  - e\n  -\n",
        "a:\n  - b\n\n  - c\n",
        "a: >-\n\n  text\n",
        "en: x\t\n",
    ],
)
def test_what_is_right_is_not_suspected(text: str) -> None:
    """Comments, quotes within a text, hyphens and addresses are no mistakes."""
    assert isinstance(judge("content/courses/x.yml", text.encode()), dict)


def test_a_mistake_brings_no_others() -> None:
    """After the place where the file cannot be read, nothing is guessed; what is certain before it stays."""
    judged = judge("x", b"a: 1\na: 2\nb: *bold* text\nc:d\n")
    assert isinstance(judged, tuple)
    assert [problem.code for problem in judged] == ["duplicate-field", "special-character"]


def test_words_are_a_persons() -> None:
    """No sentence speaks the parser's language."""
    for text in ("a: b: c\n", "\ta: b\n", "a: [b\n", "a: 'b\n", "a: @b\n", "- a\n", "a: &b c\n", "a: !b c\n"):
        problem = problem_in(text)
        words = f"{problem.message} {problem.hint}".lower()
        assert not any(word in words for word in ("token", "scalar", "mapping", "node", "stream", "schema", "anchor"))
