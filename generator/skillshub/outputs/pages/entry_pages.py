"""A page for each entry of each kind."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from skillshub import schema_org
from skillshub.addresses import absolute, address, edit_address, form_address, in_language
from skillshub.around import Around
from skillshub.model import FOLDERS, Course, Entry, JobRole, Session, Skill
from skillshub.outputs.pages.cards import levels
from skillshub.outputs.pages.folios import Folios
from skillshub.outputs.pages.framing import Told, page
from skillshub.outputs.pages.words import BADGES, KIND
from skillshub.site import SiteFile
from skillshub.states import OPEN

_SESSION = "course.sessions.status"


def entry_pages(folios: Folios) -> Iterator[SiteFile]:
    for entry in folios.site.catalogue:
        yield _entry_page(folios, entry)


def _entry_page(folios: Folios, entry: Entry) -> SiteFile:
    around = folios.stage.around.of(entry)
    own = address(entry)

    def tell() -> tuple[Told, str]:
        return _told(folios, entry), _body(folios, entry, around)

    shell = folios.shell(FOLDERS[entry.kind], own)
    return page(folios.stage, own, shell, (folios.faces[entry], *_seen(folios, around)), tell)


def _seen(folios: Folios, around: Around) -> Iterator[str]:
    """What the page shows of others, for its key."""
    for name, group in around.items():
        yield f"{name} {group.total}"
        for entry in group.entries:
            yield folios.faces[entry]


def _told(folios: Folios, entry: Entry) -> Told:
    stage = folios.stage
    site, language = stage.site, stage.language
    title = stage.say(entry.title).text
    steps = [*folios.crumbs(FOLDERS[entry.kind]), (address(entry), title)]
    addressed = [(words, absolute(site.settings.url, in_language(to, language.prefix))) for to, words in steps]
    return Told(
        title=title,
        description=stage.say(entry.summary).text,
        things=(
            schema_org.thing(
                entry, site.catalogue, language, site.settings.url, site.today, otherwise=site.settings.languages[0]
            ),
            schema_org.breadcrumbs(addressed),
        ),
        og_type="article",
    )


def _body(folios: Folios, entry: Entry, around: Around) -> str:
    stage = folios.stage
    return stage.render(
        f"{entry.kind}.html",
        entry=entry,
        stand=stage.around.standings[entry],
        around=around,
        crumbs=folios.crumbs(FOLDERS[entry.kind]),
        kind_name=stage.language.gettext(KIND[entry.kind]),
        edit=_edit(folios, entry),
        saves=address(entry).rstrip("/"),
        form=form_address(entry.kind, entry.slug),
        **_extras(folios, entry),
    )


def _edit(folios: Folios, entry: Entry) -> str:
    forge = folios.site.settings.forge
    return edit_address(forge.kind, forge.url, forge.branch, entry.path) if forge else ""


def _extras(folios: Folios, entry: Entry) -> dict[str, Any]:
    """What only some kinds show and no template can say by itself."""
    language = folios.stage.language
    today = folios.site.today

    def session_state(session: Session) -> str:
        if session.end.last < today:
            return "past"
        if session.status not in OPEN:
            return session.status
        late = session.registration_deadline and session.registration_deadline < today
        return "deadline-over" if late else session.status

    def session_word(session: Session) -> str:
        state = session_state(session)
        return language.gettext(BADGES[state]) if state in BADGES else folios.stage.label(_SESSION, state)

    extras: dict[str, Any] = {"session_state": session_state, "session_word": session_word}
    if isinstance(entry, Course):
        extras["levels"] = levels(folios.stage, entry)
    if isinstance(entry, Skill | JobRole):
        extras["synonyms"] = entry.synonyms.get(language.code, ())
    return extras
