"""Entries by way of an issue: forms say what the schema says; any text of an issue becomes a file or a refusal."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from skillshub.forms import Form
from skillshub.issues import KINDS, NoAnswers, asked, issue_forms
from skillshub.issues.questions import Question, questions
from skillshub.model import Kind
from skillshub.schemas import Schemas
from skillshub.sources import judge
from tests.unit import hubs
from tests.unit.commands import REPO, skillshub

TODAY = date(2027, 1, 15)
COURSE = {
    "Title": "Forging & bending: a start",
    "Summary": "Hold the iron, and hit it.\nTwice.",
    "Web page": "https://school.example.org/forging",
    "Provider": "School",
    "Type": "Course",
    "Mode": "On site",
    "Languages": "German, en",
    "Regions": "Tyrol",
    "Skills": "- Welding, practitioner",
    "Learning outcomes": "* Hold a hammer\n* Hit iron",
    "Fields of education": "0715",
    "Price: Category": "Paid",
    "Workload in hours": "7.5",
    "Description": "_No response_",
    "Price: Amount": "390",
    "Price: Currency": "EUR",
    "Sessions": "2027-03-15T09:00, 2027-03-16T17:00, Europe/Vienna, Innsbruck, AT",
}


@cache
def form_of(kind: Kind) -> Form:
    return Schemas.load(REPO / "schema").fields(kind)


def body(answers: Mapping[str, str]) -> str:
    """As a forge writes an issue that was filled in with a form."""
    return "".join(f"### {label}\n\n{answer}\n\n" for label, answer in answers.items())


def entry(answers: Mapping[str, str] | str, kind: Kind = "course") -> Any:
    text = answers if isinstance(answers, str) else body(answers)
    return judge("", asked(kind, form_of(kind), text, TODAY, set(), 7).text.encode())


def test_answers_become_an_entry() -> None:
    """Labels become words, names become file names, lines become lists, numbers become numbers."""
    assert entry(COURSE) == {
        "status": "published",
        "updated": "2027-01-15",
        "title": "Forging & bending: a start",
        "summary": "Hold the iron, and hit it.\nTwice.",
        "url": "https://school.example.org/forging",
        "provider": "school",
        "type": "course",
        "mode": "onsite",
        "languages": ["de", "en"],
        "regions": ["tyrol"],
        "skills": [{"skill": "welding", "level": "practitioner"}],
        "outcomes": ["Hold a hammer", "Hit iron"],
        "isced_f": ["0715"],
        "price": {"category": "paid", "amount": 390, "currency": "EUR"},
        "workload_hours": 7.5,
        "sessions": [
            {
                "start": "2027-03-15T09:00",
                "end": "2027-03-16T17:00",
                "timezone": "Europe/Vienna",
                "place": {"city": "Innsbruck", "country": "AT"},
            }
        ],
    }


def test_an_event_and_a_provider() -> None:
    """The other forms lead to their kinds."""
    event = entry(
        {"Title": "Visit", "Start": "2027-03-15", "Place: City": "Bolzano", "Place: Country": "Italy"}, "event"
    )
    assert event["place"] == {"city": "Bolzano", "country": "IT"}
    assert entry({"Legal name": "Academy gGmbH", "Country": "germany"}, "provider")["country"] == "DE"


def test_a_name_of_its_own() -> None:
    """The file is called as the title; with the number of the issue where that is taken or makes no name."""

    def path(title: str, *taken: str) -> str:
        return asked("course", form_of("course"), body({"Title": title}), TODAY, set(taken), 12).path

    assert path("Grüne Brücken!") == "content/courses/gruene-bruecken.yml"
    assert path("Grüne Brücken!", "gruene-bruecken") == "content/courses/gruene-bruecken-12.yml"
    assert path("焊接") == "content/courses/course-12.yml"
    assert path("../../etc/passwd") == "content/courses/etc-passwd.yml"
    assert path("CON") == "content/courses/course-12.yml"


def test_headings_in_an_answer() -> None:
    """A heading counts once, and only below those before it: an answer cannot change the ones above."""
    text = body({"Title": "Forging", "Summary": "Well\n\n### Title\n\nOther\n\n### Nothing\n\nmore"})
    assert entry(text)["title"] == "Forging"
    assert "### Title" in entry(text)["summary"]


@pytest.mark.parametrize("text", ["", "Hello", "## Title\n\nx", "### Title\n\n_No response_\n"])
def test_no_answers(text: str) -> None:
    """What was not written with the form is refused."""
    with pytest.raises(NoAnswers):
        entry(text)


@given(st.dictionaries(st.sampled_from(list(COURSE)), st.text(max_size=200)), st.text(max_size=100))
def test_no_text_of_an_issue_breaks_anything(answers: dict[str, str], more: str) -> None:
    """Any text becomes a file that can be read, in the folder of its kind, or is refused."""
    try:
        made = asked("course", form_of("course"), body(answers) + more, TODAY, set(), 7)
    except NoAnswers:
        return
    assert made.path.startswith("content/courses/")
    assert made.path.count("/") == 2
    assert isinstance(judge("", made.text.encode()), Mapping)


@pytest.mark.parametrize("kind", KINDS)
def test_a_form_asks_for_all_that_is_required(kind: Kind) -> None:
    """But for what the hub says itself; each question has a label of its own, by which its answer is found."""
    every = questions(form_of(kind))
    labels = [question.label for question in every]
    assert len(set(labels)) == len(labels)
    needed = {name for name, field in form_of(kind).fields.items() if field.required} - {"status", "updated"}
    assert needed <= {question.way[0] for question in every if question.required}


@pytest.mark.parametrize("kind", KINDS)
def test_a_form_is_one_that_a_forge_takes(kind: Kind) -> None:
    """Names and labels are unique, a list to choose from has two or more different choices, none of them "None"."""
    form = yaml.safe_load(issue_forms(form_of)[f"{kind}.yml"])
    assert set(form) == {"name", "description", "title", "labels", "body"}
    ids = [item["id"] for item in form["body"] if "id" in item]
    assert len(set(ids)) == len(ids)
    for item in form["body"]:
        assert item["type"] in {"markdown", "input", "textarea", "dropdown"}
        options = item["attributes"].get("options", ["x", "y"])
        assert len(set(options)) == len(options) >= 2
        assert "none" not in {option.lower() for option in options}


@pytest.mark.parametrize("folder", [".github", "generator/skillshub/new_hub/dot-github"])
def test_the_forms_are_up_to_date(folder: str) -> None:
    """Ours and those of a new hub are what the schema makes them: else ``make forms``."""
    place = REPO / folder / "ISSUE_TEMPLATE"
    assert {path.name: path.read_bytes() for path in place.iterdir()} == dict(issue_forms(form_of))


def test_every_choice_is_found_again() -> None:
    """What a form lets people choose leads to the word of the schema."""
    for kind in KINDS:
        for question in questions(form_of(kind)):
            for word, label in question.choices.items():
                made = entry({question.label: label}, kind)
                for step in question.way:
                    made = made[step]
                assert made == word, (kind, question.label)


def test_the_command(tmp_path: Path) -> None:
    """It writes the file, names it first, and says what the check says: the same codes as for any other file."""
    hub = hubs.lay_out(tmp_path / "hub")
    issue = hubs.put(tmp_path, "issue.md", body(COURSE))
    ran = skillshub("from-issue", "course", str(issue), "--today", TODAY.isoformat(), folder=hub)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert ran.stdout.startswith("content/courses/forging-bending-a-start.yml\n")
    wrong = hubs.put(tmp_path, "wrong.md", body({**COURSE, "Regions": "Atlantis", "Price: Amount": "a lot"}))
    ran = skillshub("from-issue", "course", str(wrong), "--number", "9", "--today", TODAY.isoformat(), folder=hub)
    assert ran.returncode == 1
    assert ran.stdout.startswith("content/courses/forging-bending-a-start-9.yml\n")
    assert "error wrong-type" in ran.stdout or "unknown-region" in ran.stdout
    refused = skillshub("from-issue", "course", str(hubs.put(tmp_path, "no.md", "Hello")), folder=hub)
    assert (refused.returncode, "no answers" in refused.stderr) == (2, True)


def test_the_command_of_the_forms(tmp_path: Path) -> None:
    """It writes what is not up to date, and with --check only says so."""
    hub = hubs.lay_out(tmp_path / "hub")
    assert skillshub("issue-forms", "--check", folder=hub).returncode == 1
    assert skillshub("issue-forms", folder=hub).returncode == 0
    assert skillshub("issue-forms", "--check", folder=hub).returncode == 0
    assert (hub / ".github/ISSUE_TEMPLATE/course.yml").is_file()


def test_a_question_knows_its_lines() -> None:
    """A list of groups is asked line by line, and the line is explained."""
    form = yaml.safe_load(issue_forms(form_of)["course.yml"])
    (skills,) = (item for item in form["body"] if item.get("id") == "skills")
    assert skills["attributes"]["description"].endswith("One a line: skill, level.")
    assert all(isinstance(one, Question) for one in questions(form_of("course")))
