"""What the build hands over to the form on the site."""

from __future__ import annotations

import json
from typing import Any

import pytest

from skillshub.addresses import file_forms, form_address
from skillshub.build import schema_folder
from skillshub.catalogue import shelve
from skillshub.languages import load
from skillshub.model import FOLDERS
from skillshub.outputs import form
from skillshub.outputs.form.stacks import stack_count, stack_of
from skillshub.schemas import Schemas
from tests.form.agreeing import ask
from tests.unit.builders import a_course, a_provider, a_region, a_site, a_skill, some_settings

DOCUMENTS = Schemas.load(schema_folder()).documents


def rendered(*entries: Any, **fields: Any) -> dict[str, Any]:
    """Every file of the output as JSON, by its path below contribute/form/."""
    site = a_site(*entries, documents=DOCUMENTS, written=lambda entry: {"title": entry.slug}, **fields)
    return {file.path.replace("contribute/form/", "", 1): json.loads(file.content()) for file in form.render(site)}


def keys(*entries: Any) -> dict[str, str]:
    site = a_site(*entries, documents=DOCUMENTS, written=lambda _: {})
    return {file.path: file.key for file in form.render(site)}


def test_a_hub_without_schemas_has_no_form() -> None:
    """Nothing is handed over that nobody could use."""
    assert not list(form.render(a_site()))


def test_the_form_gets_the_schemas_as_they_are() -> None:
    """The same documents that the check reads, but for that of the settings."""
    handed = rendered()["schemas.json"]
    assert handed["course.schema.json"] == DOCUMENTS["course.schema.json"]
    assert "settings.schema.json" not in handed


def test_names_say_what_a_rule_may_ask() -> None:
    """Title in the page's language, marks for samples and archived ones; a name without a sound entry is taken, too."""
    provider = a_provider(slug="one", title={"en": "One", "de": "Eins"}, sample=True)
    files = rendered(provider, a_provider(slug="two", title="Two", status="archived"))
    assert files["names/provider.json"] == {"one": ["One", "sample "], "two": ["Two", "archived "]}
    assert files["de/names/provider.json"]["one"][0] == "Eins"


def test_entries_are_found_in_their_stack() -> None:
    """Each entry lies in the file that its name leads to, whole."""
    courses = [a_course(slug=f"course-{number}") for number in range(150)]
    files = rendered(*courses, a_provider(), a_region(), a_skill())
    count = files["lists.json"]["stacks"]["course"]
    assert count == 4
    for course in courses:
        stack = files[f"entries/course-{stack_of(course.slug, count)}.json"]
        assert stack[course.slug] == {"title": course.slug}


def test_form_and_build_agree_where_an_entry_lies() -> None:
    """The browser works out the same number."""
    names = ["a", "hv-safety-level-2", "x" * 80, "0-1-2", "sample-academy"]
    assert ask("stacks", texts=names, count=32) == [stack_of(name, 32) for name in names]
    assert [stack_count(entries) for entries in (0, 64, 65, 1000, 10_000)] == [1, 1, 2, 16, 256]


def test_a_changed_entry_changes_its_stack_alone() -> None:
    """An incremental build writes one stack and the names of the kind in each language, and no word of the form."""
    courses = [a_course(slug=f"course-{number}") for number in range(150)]
    before = keys(*courses)
    after = keys(*courses[:-1], a_course(slug="course-149", digest="1" * 32))
    changed = {path for path in before if before[path] != after[path]}
    stack = f"contribute/form/entries/course-{stack_of('course-149', 4)}.json"
    assert changed == {stack, "contribute/form/names/course.json", "de/contribute/form/names/course.json"}


def test_every_language_has_its_words() -> None:
    """What the form says is in the language of the page; what the schemas say is left out where it reads the same."""
    files = rendered(languages=load(("en", "de")), settings=some_settings(languages=("en", "de")))
    assert files["words.json"]["messages"] == {}
    german = files["de/words.json"]
    assert german["messages"]["Learning outcomes"]
    assert german["sentences"]["empty-text"] == "%(field)s ist leer"
    assert german["form"]["problems"] == [
        "%(count)s Angabe ist zu berichtigen",
        "%(count)s Angaben sind zu berichtigen",
    ]


def test_where_a_form_is() -> None:
    """One page for all: the kind and the entry stand in its query."""
    assert form_address("course") == "contribute/form/?kind=course"
    assert form_address("job-role", "welder") == "contribute/form/?kind=job-role&entry=welder"


@pytest.mark.parametrize(
    ("forge", "new", "edit"),
    [
        ("github", "/new/a%20b/c?filename={path}&value={text}", "/edit/a%20b/c/{path}"),
        ("forgejo", "/_new/a%20b/c/?filename={path}&value={text}", "/_edit/a%20b/c/{path}?value={text}"),
        ("gitlab", "/-/new/a%20b/c?file_name={path}", "/-/edit/a%20b/c/{path}"),
    ],
)
def test_pages_of_a_forge_that_come_filled_in(forge: str, new: str, edit: str) -> None:
    """Each forge has its own; where one takes no text, there is no place for it."""
    pages = file_forms(forge, "https://forge.example.org/a/b/", "a b/c")
    assert pages == (f"https://forge.example.org/a/b{new}", f"https://forge.example.org/a/b{edit}")


LONG = "Ωmega\n" * 700


@pytest.mark.parametrize(
    ("forge", "is_new", "text", "opens", "has"),
    [
        ("github", True, "a: b\n", True, "filename=content%2Fcourses%2Fx.yml&value=a%3A%20b%0A"),
        ("github", True, LONG, False, "filename=content%2Fcourses%2Fx.yml"),
        ("github", False, "a: b\n", False, "/edit/main/content/courses/x.yml"),
        ("forgejo", True, "a: b\n", True, "_new/main/?filename=content%2Fcourses%2Fx.yml&value=a%3A%20b%0A"),
        ("forgejo", False, "a: b\n", True, "_edit/main/content/courses/x.yml?value=a%3A%20b%0A"),
        ("forgejo", False, LONG, False, "_edit/main/content/courses/x.yml"),
        ("gitlab", True, "a: b\n", False, "/-/new/main?file_name=content%2Fcourses%2Fx.yml"),
        ("", True, "a: b\n", False, ""),
    ],
)
def test_the_way_to_the_forge(forge: str, is_new: bool, text: str, opens: bool, has: str) -> None:
    """A link that carries all, up to 7,500 bytes; else one that carries the name, and the steps to copy the text."""
    words = rendered()["words.json"]
    pages = {"kind": forge, **file_forms(forge, "https://forge.example.org/a/b", "main")._asdict()} if forge else None
    way = ask("way", forge=pages, path="content/courses/x.yml", text=text, isNew=is_new, words=words)
    assert way["opens"] is opens
    assert way["href"].endswith(has)
    assert len(way["href"]) <= 7500
    assert len(way["steps"]) >= 2
    assert bool(way["why"]) is (not opens and bool(forge))


def test_names_that_are_exchanged_are_told_anew() -> None:
    """A sound file and a broken one change places: what is offered is another name, so the list has another key."""
    known = {kind: frozenset({"here", "there"}) for kind in FOLDERS}

    def key(slug: str) -> str:
        site = a_site(catalogue=shelve([a_region(slug=slug)], known), documents=DOCUMENTS, written=lambda _: {})
        return next(file.key for file in form.render(site) if file.path.endswith("names/region.json"))

    assert key("here") != key("there")
