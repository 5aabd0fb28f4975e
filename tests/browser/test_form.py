"""The form as partners use it: by keyboard, in their own script; what comes out is held against the check."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from playwright.sync_api import Page

from skillshub.build import schema_folder
from skillshub.checking import check
from skillshub.model import FOLDERS, Kind
from skillshub.schemas import Schemas
from tests.browser.conftest import TODAY, Invite
from tests.browser.entries_to_write import ENTRIES
from tests.browser.filling import READY, Writer
from tests.browser.test_every_kind_of_page import FINDINGS, RULES, TOO_WIDE
from tests.browser.visiting import DESK, NARROW, PHONE

from axe_playwright_python.base import AXE_FILE_PATH  # isort: skip

NOT_OPENED = "window.opened = []; window.open = address => { window.opened.push(address); return null; };"
OPENED = "() => window.opened"
LOOKS = [(PHONE, "light", tuple(ENTRIES)), (DESK, "light", ("course", "event")), (DESK, "dark", ("course", "region"))]


def a_writer(invite: Invite, address: str = "?kind=course", language: str = "", **manner: Any) -> Writer:
    visitor = invite(locale="en-GB", **manner)
    visitor.page.add_init_script(NOT_OPENED)
    visitor.page.clock.set_fixed_time(f"{TODAY}T12:00:00Z")
    page = visitor.open(f"{language}contribute/form/{address}")
    page.wait_for_function(READY)
    return Writer(page)


def sent(writer: Writer) -> dict[str, str]:
    """What the address hands over to the forge that the form has opened."""
    writer.send()
    wrong = writer.page.locator("#hub-form-summary li").all_inner_texts()
    assert not wrong, wrong
    (address,) = writer.page.evaluate(OPENED)
    return {"address": address, **{name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}}


@pytest.fixture(scope="module")
def hub(repo: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the hub, to which the tests add what the form has made."""
    hub = tmp_path_factory.mktemp("written")
    shutil.copytree(repo / "content", hub / "content")
    shutil.copy(repo / "mkdocs.yml", hub)
    return hub


@pytest.mark.parametrize("kind", ENTRIES)
def test_what_the_form_writes_passes_the_check(invite: Invite, hub: Path, kind: str) -> None:
    """An entry of each kind is filled in by keyboard, in scripts that are not Latin; the file passes unchanged, and
    says what was filled in."""
    name, values = ENTRIES[kind]
    writer = a_writer(invite, f"?kind={kind}")
    writer.write(values)
    text = writer.text
    writer.send()
    wrong = writer.page.locator("#hub-form-summary li").all_inner_texts()
    assert not wrong, wrong
    assert writer.page.locator("#hub-form-guide").is_visible()
    assert writer.path.endswith(f"/{name}.yml")
    target = hub / writer.path
    target.write_text(text, "utf-8")
    checked, _ = check(hub, Schemas.load(schema_folder()), TODAY)
    assert not [problem for problem in checked.problems if problem.path == writer.path]
    written = yaml.load(text, Loader=yaml.SafeLoader)
    status = {"status": "published", "updated": TODAY.isoformat()}
    meant = {**status, **values}
    differing = {name: (written.get(name), meant.get(name)) for name in {*written, *meant}}
    assert not {name: both for name, both in differing.items() if both[0] != both[1]}


def test_the_forge_gets_path_and_text(invite: Invite) -> None:
    """One button opens the forge's page for a new file in a new tab, with the whole path and the whole text."""
    _, values = ENTRIES["job-role"]
    writer = a_writer(invite, "?kind=job-role")
    writer.write(values)
    text = writer.text
    handed = sent(writer)
    assert handed["address"].startswith("https://github.com/example/skills-hub/new/main?filename=")
    assert handed["filename"] == "content/job-roles/technik-na-baterie.yml"
    assert handed["value"] == text
    assert len(handed["address"]) <= 7500


def test_a_long_entry_goes_by_copying(invite: Invite) -> None:
    """Above 7,500 bytes of address nothing opens by itself: the page guides through copying, and offers the file."""
    _, values = ENTRIES["practice"]
    writer = a_writer(invite, "?kind=practice", permissions=["clipboard-read", "clipboard-write"])
    writer.write({**values, "results": "Αποτελέσματα χωρίς τέλος. " * 60})
    text = writer.text
    writer.send()
    page = writer.page
    assert page.evaluate(OPENED) == []
    assert page.locator("#hub-form-guide").is_visible()
    assert "filename=content" in (page.locator("#hub-form-go").get_attribute("href") or "")
    assert "value=" not in (page.locator("#hub-form-go").get_attribute("href") or "")
    page.focus("#hub-form-copy")
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.getElementById('hub-form-draft').textContent !== ''")
    assert page.evaluate("() => navigator.clipboard.readText()") == text
    with page.expect_download() as download:
        page.focus("#hub-form-download")
        page.keyboard.press("Enter")
    assert download.value.suggested_filename == "motori-kai-mpataries.yml"
    assert download.value.path().read_text("utf-8") == text


def test_mistakes_are_told_on_top_and_beside(invite: Invite) -> None:
    """The summary takes the focus, says all at once in the words of the check, and its links lead to the fields; what
    is put right is no longer wrong."""
    writer = a_writer(invite, "?kind=event")
    page = writer.page
    writer.write(
        {
            "title": "Ein Treffen",
            "summary": "x" * 301,
            "url": "http://example.org",
            "start": "2027-03-15",
            "end": "2027-03-14",
        }
    )
    writer.send()
    assert page.evaluate("() => document.activeElement.id") == "hub-form-summary"
    told = page.locator("#hub-form-summary li").all_inner_texts()
    assert "'Summary' has 301 characters, 1 character more than the 300 that fit." in told
    assert any("not encrypted" in line for line in told)
    assert "The field 'Organiser' is missing for an event." in told
    page.locator("#hub-form-summary a", has_text="Organiser").focus()
    page.keyboard.press("Enter")
    field = page.locator('[data-field="organiser"] input')
    assert field.evaluate("input => input === document.activeElement")
    assert field.get_attribute("aria-invalid") == "true"
    described = (field.get_attribute("aria-describedby") or "").split()
    assert any("missing" in page.locator(f"[id='{one}']").inner_text() for one in described)
    writer.write({"organiser": "automotive-skills-alliance"})
    assert field.get_attribute("aria-invalid") is None
    assert page.locator('[data-field="url"] .hub-field__wrong').first.is_visible()


def test_a_field_speaks_up_when_one_leaves_it(invite: Invite) -> None:
    """What is wrong in a field is said there as soon as one goes on; that others are still empty is not."""
    writer = a_writer(invite)
    writer.write({"url": "www.example.org"})
    writer.page.keyboard.press("Tab")
    wrong = writer.page.locator(".hub-field__wrong:visible")
    assert wrong.all_inner_texts() == ["A web address must begin with 'https://'."]
    writer.write({"url": "https://www.example.org"})
    assert wrong.count() == 0


def test_a_name_that_is_taken_is_told(invite: Invite) -> None:
    """The file gets its name from the title until one writes another; a name that an entry has already is refused."""
    writer = a_writer(invite)
    writer.write({"title": "Hydrogen Mobility MOOC"})
    assert writer.path == "content/courses/hydrogen-mobility-mooc.yml"
    writer.send()
    assert "There is an entry with the name 'hydrogen-mobility-mooc' already." in writer.page.locator(
        "#hub-form-summary"
    ).inner_text().replace("\n", " ")
    writer.write({"file": "hydrogen-mobility-2", "title": "Other"})
    assert writer.path == "content/courses/hydrogen-mobility-2.yml"


def test_a_draft_survives_a_reload(invite: Invite) -> None:
    """What is filled in is kept on the device, and said to be; it is there again after a reload, until thrown away."""
    writer = a_writer(invite, "?kind=practice")
    page = writer.page
    _, values = ENTRIES["practice"]
    writer.write(values)
    page.wait_for_function("() => document.getElementById('hub-form-draft').textContent.includes('saved')")
    before = writer.text
    page.reload()
    page.wait_for_function(READY)
    assert writer.text == before
    assert writer.path == "content/practices/motori-kai-mpataries.yml"
    assert "here again" in page.locator("#hub-form-status").inner_text()
    page.focus("#hub-form-discard")
    page.keyboard.press("Enter")
    assert "Μοτόρι" not in writer.text
    page.reload()
    page.wait_for_function(READY)
    assert "Μοτόρι" not in writer.text


def test_a_browser_that_keeps_nothing_says_so(invite: Invite) -> None:
    """Without storage the form works, says that no draft is kept, and asks before one leaves."""
    visitor = invite(locale="en-GB")
    visitor.page.add_init_script("Storage.prototype.setItem = () => { throw new Error('full'); }")
    page = visitor.open("contribute/form/?kind=skill")
    page.wait_for_function(READY)
    Writer(page).write({"summary": "Something"})
    page.wait_for_function("() => document.getElementById('hub-form-draft').textContent.includes('keeps no drafts')")
    asks = "() => !dispatchEvent(new Event('beforeunload', { cancelable: true }))"
    assert page.evaluate(asks)


def test_improve_this_entry_opens_it_in_the_form(invite: Invite) -> None:
    """From an entry's page to the form with all that its file holds; on GitHub a changed text goes by copying."""
    visitor = invite(locale="en-GB")
    visitor.page.add_init_script(NOT_OPENED)
    page = visitor.open("courses/hv-safety-level-2-stuttgart/")
    page.locator(".hub-improve a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/contribute/form/?kind=course&entry=hv-safety-level-2-stuttgart")
    page.wait_for_function(READY)
    writer = Writer(page)
    assert "Change: High-voltage safety, level 2" in page.locator("h1").inner_text()
    writer.write({"workload_hours": 20})
    writer.send()
    assert page.evaluate(OPENED) == []
    assert page.locator("#hub-form-guide").is_visible()
    href = page.locator("#hub-form-go").get_attribute("href")
    assert href == "https://github.com/example/skills-hub/edit/main/content/courses/hv-safety-level-2-stuttgart.yml"
    assert "workload_hours: 20" in writer.text


def _opened(page: Page, kind: str, slug: str, root: str) -> Any:
    page.goto(f"{root}contribute/form/?kind={kind}&entry={slug}")
    page.wait_for_function(READY)
    return yaml.load(Writer(page).text, Loader=yaml.SafeLoader)


def test_an_entry_comes_out_of_the_form_as_it_went_in(invite: Invite, root: str, site: Path) -> None:
    """Whoever opens an entry and changes nothing loses nothing, but for the day on which it was brought up to date."""
    visitor = invite(locale="en-GB")
    for kind in ENTRIES:
        stacks = [
            json.loads(path.read_text("utf-8")) for path in sorted(site.glob(f"contribute/form/entries/{kind}-*"))
        ]
        entries = {slug: value for stack in stacks for slug, value in stack.items()}
        fullest = sorted(entries, key=lambda slug: -len(json.dumps(entries[slug])))
        for slug in [*fullest[:2], *fullest[-1:]]:
            read = _opened(visitor.page, kind, slug, root)
            assert {**read, "updated": ""} == {**entries[slug], "updated": ""}, slug


def test_an_entry_is_found_by_its_title(invite: Invite) -> None:
    """One chooses an existing entry in the form itself, by typing."""
    writer = a_writer(invite)
    page = writer.page
    page.focus("#hub-form-open summary")
    page.keyboard.press("Enter")
    page.locator("#hub-form-open input").focus()
    page.keyboard.type("hydrogen mooc")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**&entry=hydrogen-mobility-mooc")
    page.wait_for_function(READY)
    assert writer.path == "content/courses/hydrogen-mobility-mooc.yml"


CARD = """li => ({ kind: li.querySelector('.hub-card__kind').innerText.split('\\n')[0],
  title: li.querySelector('h3').innerText, summary: li.querySelector('.hub-card__summary').innerText,
  facts: [...li.querySelectorAll('.hub-fact')].map(one => [one.className, one.querySelector('dt').innerText,
    one.matches('.hub-fact--date, .hub-fact--deadline') ? '' : one.querySelector('dd').innerText]) })"""
LINKS = "all => all.slice(0, 2).map(a => a.pathname.split('/').at(-2))"


@pytest.mark.parametrize("kind", ENTRIES)
def test_the_card_looks_as_it_will_in_the_lists(invite: Invite, root: str, kind: Kind) -> None:
    """The preview says what the list says of an entry: kind, title, summary, the same facts in the same order. Only
    dates may be spaced otherwise: here the browser says them."""
    page = invite(locale="en-GB").open(f"{FOLDERS[kind]}/")
    cards = page.locator(".hub-card").evaluate_all(f"all => all.slice(0, 2).map({CARD})")
    slugs = page.locator(".hub-card h3 a").evaluate_all(LINKS)
    for card, slug in zip(cards, slugs, strict=True):
        _opened(page, kind, slug, root)
        assert page.locator("#hub-form-card .hub-card").evaluate(CARD) == card, slug


def test_the_german_form_speaks_german(invite: Invite) -> None:
    """Labels, helps, sentences of the check and steps are in the language of the page; so is the entry, unless told."""
    writer = a_writer(invite, "?kind=course", language="de/")
    writer.write({"title": "Grüße", "url": "http://example.org"})
    writer.send()
    told = writer.page.locator("#hub-form-summary").inner_text()
    assert "Das Feld 'Zusammenfassung' fehlt für einen Kurs." in told
    assert "nicht verschlüsselt" in told
    assert "language: de" in writer.text
    assert writer.path == "content/courses/gruesse.yml"


@pytest.mark.parametrize(("screen", "scheme", "kinds"), LOOKS, ids=["phone", "desk", "desk in the dark"])
def test_axe_finds_no_barrier_in_any_form(invite: Invite, screen: Any, scheme: Any, kinds: tuple[str, ...]) -> None:
    """Every kind, all details open, with all its mistakes shown: WCAG 2.2 AA, as far as axe can tell."""
    found = []
    for kind in kinds:
        writer = a_writer(invite, f"?kind={kind}", viewport=screen, color_scheme=scheme)
        page = writer.page
        page.evaluate("() => document.querySelectorAll('main details').forEach(one => { one.open = true; })")
        page.evaluate("() => document.querySelectorAll('.hub-field__add').forEach(one => one.click())")
        writer.send()
        page.evaluate(AXE_FILE_PATH.read_text("utf-8"))
        found += [f"{kind} {line}" for line in page.evaluate(FINDINGS, RULES)]
    assert not found, "\n".join(found)


def test_no_form_is_wider_than_the_narrowest_screen(invite: Invite) -> None:
    """At 320 pixels nothing scrolls sideways, whatever is open."""
    for kind, (_, values) in ENTRIES.items():
        writer = a_writer(invite, f"?kind={kind}", viewport=NARROW)
        writer.page.evaluate("() => document.querySelectorAll('main details').forEach(one => { one.open = true; })")
        writer.write({name: value for name, value in values.items() if name in {"summary", "source", "contacts"}})
        assert not writer.page.evaluate(TOO_WIDE), kind


def test_without_javascript_the_page_tells_the_other_ways(invite: Invite) -> None:
    """The form itself is not shown; a guide, the files and an address are, and the reason."""
    page = invite(java_script_enabled=False).open("contribute/form/?kind=course")
    assert not page.locator("#hub-form").is_visible()
    assert page.locator("noscript p").is_visible()
    assert page.locator("#ways").is_visible()
    assert page.locator("#ways ~ ul a[href^='mailto:']").is_visible()
