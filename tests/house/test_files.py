"""What no file of the repository may hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.rooms import REPO, nobody_breaks, texts

LEFT_UNDONE = re.compile(r"\b(TODO|FIXME|XXX)\b")
REGISTRY = re.compile(
    r"\bpypi\.(?:org|python)|pythonhosted\.org|npmjs\.(?:org|com)|\b(?:deb|security)\.debian\.org"
    r"|--(?:extra-)?index-url|--find-links"
)
ONE_MACHINE = re.compile(r"(?<![\w.~*>-])/(?:root|work|home|Users)/\w|(?<!\w)/usr/bin/chrom")

HANDLER = re.compile(r"<[a-z][^<>]*?\son[a-z]+\s*=", re.IGNORECASE)
STYLE = re.compile(r"<[a-z][^<>]*?\sstyle\s*=", re.IGNORECASE)
FROM_OUTSIDE = re.compile(
    r"""<(?:link|base)\b[^<>]*\bhref\s*=\s*["']?(?:https?:)?//"""
    r"""|\b(?:src|srcset|poster|action)\s*=\s*["']?(?:https?:)?//"""
    r"""|url\(\s*["']?(?:https?:)?//|@import\b[^;]*//|\b(?:import|from|fetch)\b\s*\(?\s*["'](?:https?:)?//""",
    re.IGNORECASE,
)
TRUSTED_BLINDLY = re.compile(
    r"""\|\s*safe\b|autoescape\s+false|\{%-?\s*endautoescape|["'=]\s*javascript:""", re.IGNORECASE
)

THEME = "generator/skillshub/theme/"
THIS_FILE = "tests/house/test_files.py"  # it holds what it looks for


def lines_with(pattern: re.Pattern[str], *suffixes: str, below: str = "") -> Iterator[str]:
    for path, text in texts(*suffixes):
        if path.startswith(below) and path != THIS_FILE:
            yield from (f"{path}:{text.count(chr(10), 0, hit.start()) + 1} {hit[0]}" for hit in pattern.finditer(text))


def test_nothing_is_left_for_later() -> None:
    """What is not done is an issue, not a note in a file."""
    found = lines_with(LEFT_UNDONE, ".py", ".html", ".css", ".js", ".mjs", ".toml", ".json", ".md", ".yml", "")
    nobody_breaks(line for line in found if not line.startswith(("content/", "tests/examples/")))


def test_no_address_of_a_package_registry() -> None:
    """Where packages come from is a setting of the machine that installs them."""
    nobody_breaks(lines_with(REGISTRY))


def test_no_path_of_one_machine() -> None:
    """The repository works wherever it lies."""
    nobody_breaks(lines_with(ONE_MACHINE))


def test_no_script_or_style_in_an_attribute() -> None:
    """The Content-Security-Policy would stop it, so no template relies on it."""
    nobody_breaks(lines_with(HANDLER, ".html", below=THEME))
    nobody_breaks(lines_with(STYLE, ".html", below=THEME))


def test_nothing_is_fetched_from_outside() -> None:
    """A page brings all that it needs."""
    nobody_breaks(lines_with(FROM_OUTSIDE, ".html", ".css", ".js", ".mjs", ".svg", below=THEME))


def test_no_template_trusts_blindly() -> None:
    """What is safe comes from ``prose`` and is known to be; a template never says so by itself."""
    nobody_breaks(lines_with(TRUSTED_BLINDLY, ".html", ".xml", below=THEME))


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (LEFT_UNDONE, "# TODO: later"),
        (REGISTRY, "pip install --index-url https://example.org/simple x"),
        (REGISTRY, "https://pypi.org/simple"),
        (ONE_MACHINE, "open('/root/hub')"),
        (ONE_MACHINE, "/home/anna/hub"),
        (HANDLER, '<a href="x" onclick="y()">'),
        (STYLE, '<p class="a" style="color: red">'),
        (FROM_OUTSIDE, '<script src="https://example.org/x.js">'),
        (FROM_OUTSIDE, '<link rel="stylesheet" href="//example.org/x.css">'),
        (FROM_OUTSIDE, "src: url(https://example.org/x.woff2)"),
        (FROM_OUTSIDE, 'import x from "https://example.org/x.js"'),
        (TRUSTED_BLINDLY, "{{ text | safe }}"),
        (TRUSTED_BLINDLY, "{{ text|safe }}"),
        (TRUSTED_BLINDLY, "{% autoescape false %}"),
    ],
)
def test_a_bad_line_is_noticed(pattern: re.Pattern[str], text: str) -> None:
    """Each of the laws above can be broken."""
    assert pattern.search(text)


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (ONE_MACHINE, "https://example.org/work/1"),
        (ONE_MACHINE, "$HOME/bin and ~/home/x"),
        (HANDLER, "<p>once = twice</p>"),
        (STYLE, '<link rel="stylesheet" href="x.css">'),
        (FROM_OUTSIDE, '<a href="https://example.org/">'),
        (FROM_OUTSIDE, '<script src="assets/x.js">'),
        (TRUSTED_BLINDLY, "{{ text }} is a safe | place"),
    ],
)
def test_a_good_line_is_left_alone(pattern: re.Pattern[str], text: str) -> None:
    """No law cries over what only looks like breaking it."""
    assert not pattern.search(text)


def broken_links(text: str, folder: Path) -> list[str]:
    """The relative links in a Markdown text that lead to no file or folder."""
    targets = re.findall(r"\]\(([^)#\s]+)[^)]*\)", text)
    return [target for target in targets if ":" not in target and not (folder / target).exists()]


def test_the_front_page_leads_somewhere(tmp_path: Path) -> None:
    """Each file that README.md and CHANGELOG.md point to is there, the picture included."""
    assert broken_links("[a](here.md) ![b](there.png) [c](https://example.org/)", tmp_path) == ["here.md", "there.png"]
    for name in ("README.md", "CHANGELOG.md"):
        nobody_breaks(f"{name}: {target}" for target in broken_links((REPO / name).read_text("utf-8"), REPO))
