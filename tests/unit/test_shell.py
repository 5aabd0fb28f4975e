"""A shell: cut at its slots, moved down in the tree, stamped with text, and allowed by its own policy."""

from __future__ import annotations

import re
from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillshub.shell import Shell, WrongSlots, content_security_policy, inline_script_hashes, lowered

PAGE = '<title>HUB-SLOT-TITLE</title><a href="../about/">x</a><p>HUB-SLOT-NEXT-EVENT HUB-SLOT-TITLE</p>'


def test_a_slot_is_filled_wherever_it_stands() -> None:
    """A name may occur twice; a hyphen in it is an underscore in Python."""
    html = Shell.cut(PAGE).stamp(title="Courses", next_event="Monday")
    assert html == '<title>Courses</title><a href="../about/">x</a><p>Monday Courses</p>'


def test_text_that_fills_a_slot_is_never_read_as_a_slot() -> None:
    """What an entry says cannot open a slot of its own."""
    assert "HUB-SLOT-BODY" in Shell.cut(PAGE).stamp(title="HUB-SLOT-BODY", next_event="")


@pytest.mark.parametrize("filling", [{"title": ""}, {"title": "", "next_event": "", "body": ""}])
def test_a_missing_or_unknown_slot_is_our_mistake(filling: dict[str, str]) -> None:
    """Each slot must be filled, and nothing else given."""
    with pytest.raises(WrongSlots):
        Shell.cut(PAGE).stamp(**filling)


def test_the_page_of_a_shell_is_the_page_it_was_cut_from() -> None:
    """Nothing is lost between the slots."""
    assert Shell.cut(PAGE).html == PAGE


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<a href="x/">', '<a href="../x/">'),
        ("<a href='x/'>", "<a href='../x/'>"),
        ('<a href="..">', '<a href="../..">'),
        ('<a href="./?q=1">', '<a href=".././?q=1">'),
        ('<a class="b" href = "x">', '<a class="b" href = "../x">'),
        (
            '<img src="x.png" srcset="x.png 1x, ../y.png 2x, /z.png 3x">',
            '<img src="../x.png" srcset="../x.png 1x, ../../y.png 2x, /z.png 3x">',
        ),
        ('<form action="find/">', '<form action="../find/">'),
        ('<video poster="x.png">', '<video poster="../x.png">'),
        ('<script>__md_scope=new URL("..",location)</script>', '<script>__md_scope=new URL("../..",location)</script>'),
        (
            '<script type="application/json">{"base": ".", "search": "assets/s.js"}</script>',
            '<script type="application/json">{"base": "../.", "search": "../assets/s.js"}</script>',
        ),
        ('<script src="a.js"></script>', '<script src="../a.js"></script>'),
        ('<a title="a > b" href="x">', '<a title="a > b" href="../x">'),
    ],
)
def test_a_relative_link_leads_one_folder_further_up(html: str, expected: str) -> None:
    """Links, pictures, forms and the paths that Material writes into its scripts."""
    assert lowered(html, 1) == expected


@pytest.mark.parametrize(
    "html",
    [
        '<a href="#main">',
        '<a href="">',
        '<a href="/about/">',
        '<a href="https://example.org/">',
        '<a href="HTTPS://example.org/">',
        '<a href="mailto:a@example.org">',
        '<img src="data:image/png;base64,AA">',
        '<a href="//example.org/">',
        '<meta content="href=x">',
        "<code>href=\"x\" src='y'</code>",
        '<!-- <a href="x"> -->',
        '<style>a{background:url("x")}</style>',
        "<script>const a = '<a href=\"x\">'</script>",
        '<a data-href="x">',
        '<a href="HUB-SLOT-URL">',
    ],
)
def test_everything_else_stays(html: str) -> None:
    """Anchors, absolute addresses, schemes, slots, and text that only looks like a link."""
    assert lowered(html, 3) == html


@given(
    link=st.from_regex(r"(\.\./){0,3}[a-z]{1,8}(/[a-z]{1,8}){0,3}/?(\?[a-z]=1)?(#[a-z]+)?", fullmatch=True),
    levels=st.integers(0, 4),
)
def test_a_lowered_link_leads_where_it_led(link: str, levels: int) -> None:
    """From a page that many folders further down, the link reaches the same address."""
    here = "https://example.org/a/b/c/d/"
    below = here + "e/" * levels
    found = re.search('href="([^"]*)"', lowered(f'<a href="{link}">', levels))
    assert found is not None
    assert urljoin(below, found[1]) == urljoin(here, link)


def test_a_slot_inside_a_tag_does_not_hide_a_link_beside_it() -> None:
    """A tag that is cut in two is still a tag."""
    shell = Shell.cut('<a title="HUB-SLOT-TITLE" href="x/">').lowered(2)
    assert shell.stamp(title="a > b") == '<a title="a > b" href="../../x/">'


def test_only_scripts_that_a_browser_runs_need_a_hash() -> None:
    """Data blocks and scripts from files need none; equal scripts share one."""
    html = (
        '<script>a()</script><script>a()</script><script type="module">b()</script>'
        '<script type="application/ld+json">{}</script><script src="x.js"></script>'
    )
    assert len(inline_script_hashes(html)) == 2
    assert all(digest.startswith("sha256-") for digest in inline_script_hashes(html))


def test_a_page_without_inline_scripts_allows_none() -> None:
    """The strictest policy is the usual one."""
    policy = content_security_policy("<p>", form_targets=("https://forge.example.org",))
    assert "default-src 'none'" in policy
    assert "script-src 'self';" in policy
    assert "form-action 'self' https://forge.example.org" in policy
    assert "unsafe" not in policy
