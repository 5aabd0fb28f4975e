"""Every word of the site can be said in every language: catalogues are whole, and pages show nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.catalog import Message as Translation
from babel.messages.pofile import read_po
from lxml import etree, html

from skillshub.build import Terms, build, schema_folder
from skillshub.docs_engine import LANDING_SLOTS, DocsSite
from skillshub.languages import FOLDER, load
from skillshub.messages import PACKAGE, TEMPLATE, messages, template, updated, written
from skillshub.messages import Message as Found
from skillshub.model import FOLDERS
from skillshub.outputs import pages
from skillshub.schemas import Schemas
from tests.conftest import REPO
from tests.unit.builders import a_course, a_landing, a_provider, a_region, a_site, a_skill, some_settings

CATALOGUES = sorted(FOLDER.glob("*.po"))
WHOLE = ("de",)
"""The languages in which nothing may be missing; others may be in the making."""

_NAMED = re.compile(r"%\((\w+)\)s|%%")


@pytest.fixture(scope="module")
def found() -> tuple[Found, ...]:
    return tuple(messages(Schemas.load(schema_folder())))


@pytest.fixture(scope="module")
def by(found: tuple[Found, ...]) -> Catalog:
    return template(found)


@pytest.fixture(params=CATALOGUES, ids=lambda path: path.stem)
def catalogue(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


def translations(path: Path) -> list[Translation]:
    with path.open("rb") as lines:
        return [message for message in read_po(lines, locale=path.stem) if message.id]


def forms(message: Translation) -> Iterator[tuple[str, str]]:
    """A message with its translation; each form of a plural with the form that it is for."""
    if isinstance(message.id, str):
        assert isinstance(message.string, str), message.id
        yield message.id, message.string
        return
    for number, words in enumerate(plural(message)):
        yield message.id[min(number, 1)], words


def plural(message: Translation) -> Sequence[str]:
    """The forms of a message that is one."""
    assert isinstance(message.string, tuple), message.id
    return message.string


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("Skip to content", "theme/base.html"),
        ("by", "theme/pages/course.html"),
        ("Register until %(when)s", "theme/pages/course.html"),
        (("%(count)s course", "%(count)s courses"), "theme/pages/region.html"),
        ("All courses", "theme/pages/region.html"),
        ("Table", "docs_engine/editions.py"),
        ("Provider", "outputs/pages/cards.py"),
        ("Next date", "outputs/pages/cards.py"),
        (("Every week", "Every %(count)s weeks"), "outputs/pages/recurrence.py"),
        ("Fully booked", "outputs/pages/words.py"),
        ("Sample", "schema_org/__init__.py"),
        ("Micro-credential", "schema/course.schema.json"),
        ("Learning outcomes", "schema/course.schema.json"),
        ("A currency is given by its three-letter code (ISO 4217): `EUR`, `PLN`, `GBP`.", "guide.py"),
        ("Contribute", "mkdocs.yml"),
    ],
)
def test_messages_are_found_wherever_they_stand(
    found: tuple[Found, ...], words: str | tuple[str, ...], place: str
) -> None:
    """A message of each sort is found: of templates, of Python, of the schemas, of the manuals, of the menu."""
    assert Found(words, place) in found


def test_names_of_languages_and_countries_are_left_to_babel(found: tuple[Found, ...]) -> None:
    """Nobody has to translate four hundred names that Babel knows in every language."""
    assert not {"Afghanistan", "Albanian"} & {str(message.words) for message in found}


def test_the_template_is_up_to_date(by: Catalog) -> None:
    """``skillshub.pot`` holds the messages of the program as it is: else run ``make messages``."""
    assert (FOLDER / TEMPLATE).read_bytes() == written(by)


def test_every_catalogue_is_in_step_with_the_template(catalogue: Path, by: Catalog) -> None:
    """``make messages`` would change nothing: no message is new, none is left over."""
    content = catalogue.read_bytes()
    assert written(updated(content, catalogue.stem, by)) == content


@pytest.mark.parametrize("language", WHOLE)
def test_nothing_is_left_to_translate(language: str) -> None:
    """Every message is translated, in every form of its plural, and somebody was sure of it."""
    read = translations(FOLDER / f"{language}.po")
    assert not [message.id for message in read if message.fuzzy]
    assert not [words for message in read for words, said in forms(message) if not said.strip()]


def test_every_plural_has_all_its_forms(catalogue: Path) -> None:
    """A language with three forms has three, not the two of English."""
    with catalogue.open("rb") as lines:
        wanted = read_po(lines, locale=catalogue.stem).num_plurals
    plurals = [message for message in translations(catalogue) if not isinstance(message.id, str)]
    assert plurals
    assert all(len(plural(message)) == wanted for message in plurals)


def test_translations_keep_the_places_of_values(catalogue: Path) -> None:
    """What a page fills in is named alike in message and translation."""
    for message in translations(catalogue):
        for words, said in forms(message):
            wanted = sorted(one[0] for one in _NAMED.finditer(words))
            assert not said or sorted(one[0] for one in _NAMED.finditer(said)) == wanted, words


def test_translations_keep_the_space_around_them(catalogue: Path) -> None:
    """Where a message begins or ends with a space, its translation does, too; and nowhere else."""
    for message in translations(catalogue):
        for words, said in forms(message):
            ends = (words[:1].isspace(), words[-1:].isspace())
            assert not said or (said[:1].isspace(), said[-1:].isspace()) == ends, words


def test_what_templates_translate_when_compiled_is_in_the_catalogue(by: Catalog) -> None:
    """The stage looks messages up by the text between the tags; that text is the message, to the letter."""
    for path in sorted((PACKAGE / "theme" / "pages").glob("*.html")):
        for text in re.findall(r"{% trans %}([^{}]*){% endtrans %}", path.read_text("utf-8")):
            assert text in by, f"{path.name}: {text}"


def test_a_new_language_begins_with_every_message_and_form(by: Catalog) -> None:
    """A catalogue begins empty, with as many forms of a plural as its language has."""
    begun = written(updated(b"", "pl", by))
    assert b'"Language: pl\\n"' in begun
    assert begun.count(b"msgstr[2]") == begun.count(b"msgid_plural") > 0
    assert begun.count(b"\nmsgid ") == len(by) + 1
    assert b"fuzzy" not in begun
    assert written(updated(begun, "pl", by)) == begun


_OF_JINJA = re.compile(r"{% trans\b.*?{% endtrans %}|{#.*?#}|{%.*?%}|{{.*?}}", re.DOTALL)
_SAID_BY_TAGS = re.compile(r'\b(?:aria-label|placeholder|title|alt)="([^"]*)"')
_SAME_EVERYWHERE = re.compile(r"HUB-SLOT-[A-Z]+|DigComp|GreenComp|ISCO-08|ECTS")


def own_words(source: str) -> list[str]:
    """Words that a template would show without asking for their translation."""
    plain = _OF_JINJA.sub(" ", source)
    shown = " ".join([*_SAID_BY_TAGS.findall(plain), re.sub(r"<[^>]*>", " ", plain)])
    return re.findall(r"[^\W\d_]{2,}", _SAME_EVERYWHERE.sub(" ", shown))


def test_templates_have_no_words_of_their_own() -> None:
    """Each word that a template shows goes through the translations, in its text and in its attributes."""
    assert own_words("<p>{% trans %}by{% endtrans %} {{ name }} Anna</p>") == ["Anna"]
    assert own_words('<nav aria-label="Menu"><a title="{{ _(title) }}">{{ name }}</a></nav>') == ["Menu"]
    sources = {path.name: path.read_text("utf-8") for path in (PACKAGE / "theme").rglob("*.html")}
    assert not {name: own_words(source) for name, source in sources.items() if own_words(source)}


@pytest.mark.parametrize("settings", ["mkdocs.yml", "generator/skillshub/new_hub/mkdocs.yml"])
def test_sections_of_the_menu_are_messages(settings: str, by: Catalog) -> None:
    """Titles that stand in the menu of ``mkdocs.yml`` are translated like all other words."""
    menu = re.search(r"^nav:\n(.*?)^\S", (REPO / settings).read_text("utf-8"), re.DOTALL | re.MULTILINE)
    assert menu
    sections = re.findall(r"^ +- (\w[^:\n]*):", menu[1], re.MULTILINE)
    assert sections
    assert not [title for title in sections if title not in by]


def test_a_changed_program_changes_its_catalogues() -> None:
    """What is new is empty, what was nearly there is in doubt, what is gone is gone; no word is lost silently."""
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    old = head + 'msgid "Go to the course"\nmsgstr "Zum Kurs"\n\nmsgid "Farewell"\nmsgstr "Lebewohl"\n'
    fresh = template([Found("Go to the courses", "a.html"), Found("Quite another thing", "b.html")])
    new = updated(old.encode(), "de", fresh)
    assert new["Go to the courses"].string == "Zum Kurs"
    assert new["Go to the courses"].fuzzy
    assert not new["Quite another thing"].string
    assert "Lebewohl" not in written(new).decode()
    assert written(updated(written(new), "de", fresh)) == written(new)


def english(language: str) -> re.Pattern[str]:
    """All messages that read differently in that language, with anything in the place of a value."""
    read = [form for message in translations(FOLDER / f"{language}.po") for form in forms(message)]
    spoken = {said for _, said in read}  # "Start" is German, too
    differing = {words for words, said in read if said != words and words not in spoken}
    values = {"%%": "%", r"%\(count\)s": r"[\d.,]+"}
    patterns = [re.sub(r"%%|%\\\(\w+\\\)s", lambda hole: values.get(hole[0], ".+"), re.escape(w)) for w in differing]
    return re.compile("|".join(sorted(patterns)))


def texts(page: bytes, language: str) -> Iterator[str]:
    """Every text that a page shows or says as one of that language; code is of none, tags are an entry's own."""
    for element in html.document_fromstring(page).iter(etree.Element):
        closest = element.xpath("ancestor-or-self::*[@lang][1]/@lang")
        if closest != [language] or element.xpath("ancestor-or-self::*[self::script or self::code or self::pre]"):
            continue
        shown = [element.text, *(child.tail for child in element)]
        named = [element.get(name) for name in ("aria-label", "title", "placeholder", "alt")]
        yield from (" ".join(text.split()) for text in (*shown, *named) if text and text.strip())


@pytest.mark.parametrize(
    ("page", "seen"),
    [
        ('<html lang="de"><p>Next date</p>', ["Next date"]),
        ('<html lang="de"><p>Kurse <b>Go to the course</b></p>', ["Go to the course"]),
        ('<html lang="de"><nav aria-label="Sort by">Termine</nav>', ["Sort by"]),
        ('<html lang="de"><small>Register until 3. Mai</small>', ["Register until 3. Mai"]),
        ('<html lang="de"><p>7 courses</p>', ["7 courses"]),
        ('<html lang="de"><p lang="en">Next date</p>', []),
        ('<html lang="de"><a>Start</a><code>skill</code>', []),
    ],
)
def test_english_on_a_german_page_is_noticed(page: str, seen: list[str]) -> None:
    """The law below can be broken, and text that is marked as English does not break it."""
    assert list(filter(english("de").fullmatch, texts(page.encode(), "de"))) == seen


@pytest.fixture(scope="module")
def german(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The German pages of the hub of this repository."""
    site = tmp_path_factory.mktemp("hub") / "site"
    built = build(REPO, site, date(2026, 11, 23), memory=None, terms=Terms(keep_going=True))
    assert built.outcome
    return site / "de"


def test_german_pages_speak_german(german: Path) -> None:
    """No message of the program is left in English on any page of any kind: list, entry, home, finder, docs, 404."""
    said = english("de").fullmatch
    several = [page for kind in FOLDERS.values() for page in sorted(german.glob(f"{kind}/*/index.html"))[::4]]
    others = [german / name for name in ("index.html", "404.html", "find/index.html", "about/index.html")]
    lists = [german / kind / "index.html" for kind in FOLDERS.values()]
    checked = [*several, *others, *lists, *sorted(german.glob("contribute/**/index.html"))]
    assert len(checked) > 60
    found = {page: list(filter(said, texts(page.read_bytes(), "de"))) for page in checked}
    assert not {page.relative_to(german): wrong for page, wrong in found.items() if wrong}


_FRENCH = """msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

msgid "Go to the course"
msgstr "Vers le cours"

msgid "Short programme"
msgstr "Programme court"

msgid "Provider"
msgstr "Organisme"
"""


_SHELL = " ".join(f"HUB-SLOT-{slot.upper()}" for slot in sorted(LANDING_SLOTS))
_LANDINGS = ("home", "find", "shortlist", *FOLDERS.values())


def test_a_third_language_is_one_catalogue_and_one_line(tmp_path: Path) -> None:
    """A catalogue and the code in the settings are enough; what is not translated yet stands in English."""
    (tmp_path / "fr.po").write_text(_FRENCH, "utf-8")
    codes = ("en", "de", "fr")
    entries = (a_course(type="short-programme"), a_provider(), a_region(), a_skill())
    site = a_site(
        *entries,
        settings=some_settings(languages=codes),
        languages=load(codes, folder=tmp_path),
        docs=DocsSite(
            landings={(code, name): a_landing(name, code, _SHELL) for code in codes for name in _LANDINGS},
            pages={},
            assets={},
            problems=(),
        ),
    )
    files = {file.path: file for file in pages.render(site)}
    course = files[f"fr/courses/{entries[0].slug}/index.html"].content().decode()
    listed = files["fr/courses/index.html"].content().decode()
    assert "Vers le cours" in course
    assert "Programme court" in course
    assert "<dt>Organisme</dt>" in listed
    assert "What you will be able to do" in course
    assert "Go to the course" in files[f"courses/{entries[0].slug}/index.html"].content().decode()
