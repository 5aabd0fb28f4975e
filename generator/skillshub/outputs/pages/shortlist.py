"""The shortlist: the page on which the browser shows what its visitor has saved. The site knows nothing of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from skillshub.outputs.pages.finder import said
from skillshub.outputs.pages.folios import INTRO, Folios
from skillshub.outputs.pages.framing import Told, page
from skillshub.outputs.pages.words import _, one_or_many
from skillshub.site import SiteFile

SAID: Mapping[str, str] = {
    "gone": _("This entry is no longer here."),
    "unreachable": _("This entry could not be loaded. Perhaps the network is down."),
    "unread": _("This address names no entry."),
    "type": _("Type"),
    "state": _("State"),
    "summary": _("In short"),
    "remove": _("Remove %(name)s"),
    "compare": _("Compare %(name)s"),
    "copied": _("The address is copied."),
    "selected": _("The address is selected: copy it by hand."),
    "loading": _("Loading …"),
}

COUNTED: Mapping[str, tuple[str, str]] = {
    "kept": one_or_many("%(count)s entry is saved in this browser", "%(count)s entries are saved in this browser"),
    "shared": one_or_many("%(count)s entry was shared with you", "%(count)s entries were shared with you"),
}


def shortlist(folios: Folios) -> Iterator[SiteFile]:
    landing, stage = folios.landing("shortlist"), folios.stage

    def tell() -> tuple[Told, str]:
        words = said(stage.language, SAID, COUNTED)
        body = stage.render("shortlist.html", title=landing.title, intro=INTRO, said=words)
        told = Told(title=landing.title, description=folios.description(landing), indexed=False)
        return told, folios.introduced(body, landing, "shortlist/")

    yield page(stage, "shortlist/", folios.shell("shortlist", "shortlist/"), (), tell)
