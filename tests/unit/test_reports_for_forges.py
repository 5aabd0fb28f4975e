"""Reports that forges read: each holds its format's own schema and can do nothing to a reader, whatever it tells."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker
from lxml import etree

from skillshub.problems import Place, Problem
from skillshub.reporting import report
from skillshub.reporting.comments import LONGEST, plain
from tests.unit.test_reporting import a_problem, hostile_problems

FORMATS = Path(__file__).parent / "formats"
DAY = date(2027, 1, 15)
URL = "https://hub.example.org/"


def validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(json.loads((FORMATS / name).read_text("utf-8")), format_checker=FormatChecker())


SARIF, QUALITY = validator("sarif.schema.json"), validator("code-quality.schema.json")
JUNIT = etree.XMLSchema(etree.parse(str(FORMATS / "junit.xsd")))


def sarif(*problems: Problem, url: str = URL) -> Any:
    said = json.loads(report(problems, "sarif", site_url=url))
    SARIF.validate(said)
    return said["runs"][0]


def junit(*problems: Problem, names: tuple[str, ...] = ()) -> Any:
    tree = etree.fromstring(report(problems, "junit", names=names, checked=len(names), day=DAY).encode())
    JUNIT.assertValid(tree)
    return tree.find("testsuite")


def quality(*problems: Problem) -> Any:
    said = json.loads(report(problems, "gitlab"))
    QUALITY.validate(said)
    return said


HOSTILE = st.lists(
    hostile_problems().map(lambda one: replace(one, path=one.path or "x", message=one.message or "x")), max_size=4
)
QUIETLY = settings(suppress_health_check=[HealthCheck.too_slow])  # the first text takes long: a table is made


@QUIETLY
@given(HOSTILE)
def test_every_report_holds_its_schema(problems: list[Problem]) -> None:
    """SARIF, code quality and JUnit, with any text in any place."""
    assert len(sarif(*problems)["results"]) == len(quality(*problems)) == len(problems)
    assert int(junit(*problems).get("tests")) == len(junit(*problems).findall("testcase"))


@pytest.mark.parametrize("url", [URL, ""])
def test_nothing_to_say_is_a_report_too(url: str) -> None:
    """An empty list, a run without results, a suite whose tests pass: never an empty file."""
    assert sarif(url=url)["results"] == []
    assert quality() == []
    suite = junit(names=("mkdocs.yml", "content/courses/a.yml"))
    assert (suite.get("tests"), suite.get("failures")) == ("2", "0")
    assert report((), "markdown") == "### No problems\n"


def test_sarif_names_rule_place_and_manual() -> None:
    """A rule once, whatever the number of its results; columns from one, the last one excluded; paths as URIs."""
    one = a_problem(path="content/ä b.yml", place=Place(line=9, column=3, length=7))
    run = sarif(one, a_problem(severity="warning", code="stale"))
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["stale", "unknown-field"]
    assert run["tool"]["driver"]["rules"][1]["helpUri"] == f"{URL}contribute/rules/#unknown-field"
    place = run["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "content/%C3%A4%20b.yml"
    assert place["region"] == {"startLine": 9, "startColumn": 3, "endColumn": 10}
    assert [result["level"] for result in run["results"]] == ["error", "warning"]
    assert [result["ruleIndex"] for result in run["results"]] == [1, 0]


def test_a_manual_that_nobody_can_reach_is_not_named() -> None:
    """SARIF wants whole addresses: without the site's there is none."""
    assert "helpUri" not in sarif(a_problem(), url="")["tool"]["driver"]["rules"][0]


def test_fingerprints_are_one_each_and_stay() -> None:
    """The same problem on another line is the same; the same words twice in a file are two."""
    moved = a_problem(place=Place(line=90, column=1, length=7))
    marks = [found["fingerprint"] for found in quality(a_problem(), a_problem(), a_problem(code="stale"))]
    assert len(set(marks)) == 3
    assert quality(moved)[0]["fingerprint"] == marks[0]
    assert sarif(moved)["results"][0]["partialFingerprints"] == {"skillshub/v1": marks[0]}


def test_gitlab_is_told_how_grave_it_is() -> None:
    """An error is major, a warning minor; the line is where the problem is."""
    error, warning = quality(a_problem(), a_problem(severity="warning"))
    assert (error["severity"], warning["severity"]) == ("major", "minor")
    assert error["location"] == {"path": "content/courses/hv-safety-2.yml", "lines": {"begin": 9}}


def test_a_file_is_a_test() -> None:
    """It fails once, with all its errors; a warning fails nothing, and stands in the output."""
    suite = junit(
        a_problem(), a_problem(code="bad-date"), a_problem(path="mkdocs.yml", severity="warning", code="docs-warning"),
        names=("mkdocs.yml", "content/courses/hv-safety-2.yml", "content/courses/sound.yml"),
    )  # fmt: skip
    assert (suite.get("tests"), suite.get("failures"), suite.get("timestamp")) == ("3", "1", "2027-01-15T00:00:00")
    (failure,) = suite.iter("failure")
    assert failure.text.count("\n") == 1
    assert "bad-date" in failure.text
    assert "docs-warning" in suite.find("system-out").text


# Markdown


@QUIETLY
@given(HOSTILE)
def test_no_text_can_do_anything_in_a_comment(problems: list[Problem]) -> None:
    """As many items as problems; no tag but ours, no link but those to the manual."""
    said = report(problems, "markdown", site_url=URL)
    assert len(re.findall(r"^- (error|warning) in line \d+: ", said, re.MULTILINE)) == len(problems)
    assert set(re.findall(r"(?<!\\)<[^>]*>", said)) <= {"<!-- -->", "<code>", "</code>"}
    assert said.count("](") == said.count(f"]({URL}contribute/rules/#") == len(problems)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("<img src=x>", "&lt;img src\\=x&gt;"),
        ("@octocat and #12", "@<!-- -->octocat and \\#<!-- -->12"),
        ("[click](https://evil.example)", "\\[click\\]\\(https:<!-- -->//evil.example\\)"),
        ("WWW.evil.example", "www<!-- -->.evil.example"),
        ("`code` | **bold**", "\\`code\\` \\| \\*\\*bold\\*\\*"),
        ("a\n# heading", "a\\\\n\\#<!-- --> heading"),
    ],
)
def test_signs_are_escaped(text: str, shown: str) -> None:
    """Mentions, references, links, tags and headings of strangers are plain text."""
    assert plain(text) == shown


def test_a_comment_is_not_too_long_for_the_forge() -> None:
    """What does not fit is counted in the last line."""
    said = report([a_problem(path=f"content/{number}.yml") for number in range(2000)], "markdown")
    assert len(said) < LONGEST + 200
    told = said.count("\n- error")
    assert said.splitlines()[-1].startswith(f"{2000 - told:,} more problems did not fit here")


# Annotations


def test_the_last_line_says_what_was_left_out() -> None:
    """GitHub drops what is above its limit without a word, so we say it."""
    problems = [a_problem(path=f"content/{number}.yml") for number in range(25)]
    last = report(problems, "github").splitlines()[-1]
    assert last == "25 errors in 25 files; 16 errors without an annotation, of which GitHub shows 10 a step"
    assert report(problems[:10], "github").splitlines()[-1] == "10 errors in 10 files"
