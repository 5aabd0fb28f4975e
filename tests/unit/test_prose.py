"""Markdown from strangers: what it may do, what it may not, and how much it may take."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skillshub import prose
from tests.unit.effort import lines_run

ALLOWED = set("p br strong em del code pre ul ol li blockquote a h3 h4 h5 table thead tbody tr th td hr".split())


class Tags(HTMLParser):
    """Every tag with its attributes, as a browser would see them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))


def assert_harmless(text: str) -> None:
    for tag, attributes in Tags(text).seen:
        assert tag in ALLOWED
        assert set(attributes) <= ({"href", "rel"} if tag == "a" else set())
        assert re.match(r"https://|mailto:", attributes.get("href") or "https://")
        if tag == "a":
            assert attributes["rel"] == "noopener noreferrer nofollow ugc"


def test_the_whole_of_ordinary_markdown() -> None:
    """Emphasis, lists, quotations, code, tables and strikethrough come out as HTML."""
    text = "*a* **b** ~~c~~ `d`\n\n- e\n\n1. f\n\n> g\n\n```\nh\n```\n\n|i|j|\n|-|-|\n|k|l|\n\n---\n"
    assert {tag for tag, _ in Tags(prose.html(text)).seen} == ALLOWED - {"a", "br", "h3", "h4", "h5"}


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "a <img src=x onerror=alert(1)>",
        "<a href='javascript:alert(1)'>x</a>",
        "<div id=x class=y style=z>",
        "<!-- c --> <?x ?> <![CDATA[y]]>",
        "</p></article><h1>",
        "<https://example.org/<script>alert(1)</script>>",
        "<b@c.org><script>",
    ],
)
def test_html_in_the_source_is_shown_as_text(text: str) -> None:
    """A tag that somebody typed is a text about a tag."""
    made = prose.html(text)
    assert_harmless(made)
    assert "&lt;" in made
    assert "script" not in {tag for tag, _ in Tags(made).seen}


def test_code_keeps_its_signs() -> None:
    """What stands in code reads as it was typed."""
    assert prose.html("`a<b>&amp;`") == "<p><code>a&lt;b&gt;&amp;amp;</code></p>\n"
    assert prose.html("```html\n<x>\n```") == "<pre><code>&lt;x&gt;\n</code></pre>\n"


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java&#115;cript:alert(1)",
        "data:text/html,x",
        "../courses/",
        "/x",
        "#top",
        "//evil.org",
        "http://example.org",
        "https://bank.com@evil.org",
        "https://127.0.0.1",
        "mailto:a@example.org?bcc=b@example.org",
    ],
)
def test_a_link_that_may_not_be_is_its_text(address: str) -> None:
    """Relative links, odd schemes and disguised hosts leave only their words."""
    assert prose.html(f"[words]({address})") == "<p>words</p>\n"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("[click](https://www.example.org/a)", "click (example.org)"),
        ("[bank.com](https://evil.org)", "bank.com (evil.org)"),
        ("[example.org.evil.com](https://example.org)", "example.org.evil.com (example.org)"),
        ("[example.org/a](https://example.org/a)", "example.org/a"),
        ("<https://example.org/a>", "https://example.org/a"),
        ("[*the* page](https://example.org)", "<em>the</em> page (example.org)"),
        ("[write](mailto:a@example.org)", "write (a@example.org)"),
        ("<a@example.org>", "a@example.org"),
    ],
)
def test_a_link_says_where_it_leads(text: str, shown: str) -> None:
    """The host stands in the text, or is added to it."""
    made = prose.html(text)
    assert f">{shown}</a>" in made
    assert_harmless(made)


def test_headings_fit_below_the_pages_own() -> None:
    """The first is h3, none skips a level, none is deeper than h5."""
    made = prose.html("## a\n\n#### b\n\n# c\n\n## d\n\n### e\n\n#### f\n")
    assert re.findall(r"<h(\d)>", made) == ["3", "4", "3", "4", "5", "5"]


def test_an_image_leaves_its_words() -> None:
    """No image is loaded from anywhere; its description is kept."""
    assert prose.html('![a "plan"](https://example.org/i.png)') == '<p>a "plan"</p>\n'


HOSTILE = {
    "brackets": "[" * 20000,
    "stars": "*a " * 6666,
    "quotes": ">" * 20000,
    "spaced quotes": "> " * 10000,
    "lists in quotes": ">- " * 6666,
    "numbers": "1. " * 6666,
    "bullets": "\n".join(("* " * 8) + "a" for _ in range(1000)),
    "deepening": "\n".join("  " * depth + "- a" for depth in range(130)),
    "images": "![" * 10000,
    "links": "[a](https://a.org)" * 1100,
    "open links": "[a](<b" * 3333,
    "less than": "<" * 20000,
    "less than a": "<" + "a" * 19999,
    "ampersands": "&" * 20000,
    "table": "|" * 3000 + "\n" + "|-" * 3000 + "|\n" + "|\n" * 5000,
    "wide table": "|a" * 100 + "|\n" + "|-" * 100 + "|\n" + ("|b" * 100 + "|\n") * 95,
    "setext": "a\n-\n" * 5000,
    "emphasis": "**a" * 3333 + "b**" * 3333,
    "references": "[a]: https://a.org\n\n" + "[a]" * 6000,
    "backticks": " ".join("`" * count for count in range(1, 200)),
    "backslashes": "\\" * 20000,
    "too long": "word " * 200_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_markdown_is_bounded(name: str) -> None:
    """A few lines for each sign, and nothing large comes of it."""
    text, made = HOSTILE[name], ""

    def read() -> None:
        nonlocal made
        made = prose.html.__wrapped__(text)
        prose.plain(text, 150)

    assert lines_run(read) < 20 * len(text)
    assert len(made) < 400_000


PIECES = (*"[](){}<>!*_`~#|-+>&;:/\\\"' \n\tab1.@=\ue000\0", "https://a.org", "<script>", "javascript:", "](", "\n\n")


@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
@settings(max_examples=500, deadline=None)
def test_no_markdown_makes_anything_but_the_allowed(text: str) -> None:
    """Whatever is typed, only allowed tags, attributes and schemes come out."""
    assert_harmless(prose.html(text))


def test_plain_text_for_descriptions() -> None:
    """Words in one line, whole words only, no markup, no more than asked for."""
    text = "# Title\n\nHello **world**, see [the page](https://example.org) & `code`.\n\n- one\n- two"
    assert prose.plain(text, 200) == "Title Hello world, see the page & code. one two"
    assert prose.plain(text, 20) == "Title Hello world…"
    assert prose.plain("abcdefghij", 5) == "abcd…"
    assert prose.plain("", 5) == ""


@given(st.text(max_size=200), st.integers(min_value=1, max_value=60))
@settings(deadline=None)
def test_plain_text_never_exceeds_its_limit(text: str, limit: int) -> None:
    """The limit holds, the ellipsis included."""
    assert len(prose.plain(text, limit)) <= limit
