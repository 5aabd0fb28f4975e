"""The page of the form: which kind, and what there is besides the form. The form itself is made in the browser.

It wears the shell of the finder: a page of the catalogue that no hub has to write, and that no menu names.
"""

from __future__ import annotations

from collections.abc import Iterator

from skillshub.addresses import FORM, form_address, way_up
from skillshub.model import FOLDERS
from skillshub.outputs.pages.cards import Card, CardFact
from skillshub.outputs.pages.folios import Folios
from skillshub.outputs.pages.framing import Told, page
from skillshub.outputs.pages.stage import Said
from skillshub.outputs.pages.words import KIND
from skillshub.site import SiteFile

_BLANK = Said("", None)
_BLANK_CARD = Card(
    address="",
    icon="course",
    type="",
    title=_BLANK,
    summary=_BLANK,
    states=(),
    badges=(("sample", ""),),
    facts=(CardFact("place", "", ""),),
)
"""What the browser stamps its preview from: the card of all lists, with one badge and one fact to copy."""


def form_page(folios: Folios) -> Iterator[SiteFile]:
    stage = folios.stage
    say, settings = stage.language.gettext, stage.site.settings

    def tell() -> tuple[Told, str]:
        title = say("Add or change an entry")
        body = stage.render(
            "form.html",
            title=title,
            kinds=[(kind, form_address(kind), say(KIND[kind])) for kind in FOLDERS],
            blank=_BLANK_CARD,
            shared=way_up(stage.language.prefix) + FORM,
            crumbs=folios.crumbs(),
            forge=settings.forge.url if settings.forge else "",
            email=settings.email,
        )
        words = say("A form for every kind of entry: it helps with each field, checks it and makes the file.")
        return Told(title=title, description=words, indexed=False), body

    yield page(stage, FORM, folios.shell("find", FORM), ("form",), tell)
