"""The finder: every list and a directory of their parts without JavaScript; with it, the search, its filters and words.

What the browser says comes from here, in the words of the page's language; ``theme/scripts/find`` puts it together.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from skillshub import languages
from skillshub.addresses import list_address
from skillshub.languages import Language
from skillshub.model import FOLDERS
from skillshub.outputs.pages.cards import Card, CardFact
from skillshub.outputs.pages.folios import INTRO, Folios
from skillshub.outputs.pages.framing import Told, page
from skillshub.outputs.pages.scopes import of_answers, wholes
from skillshub.outputs.pages.stage import Said
from skillshub.outputs.pages.words import FILTERS, SORTS, _, one_or_many
from skillshub.site import SiteFile

BLANK = Card(
    address="", icon="", type="", title=Said("", None), summary=Said("", None), states=(), badges=(("", ""),),
    facts=(CardFact("", "", ""),),
)  # fmt: skip
"""A card with a place for everything: what the browser takes for a template."""

SAID: Mapping[str, str] = {
    "least": _("At least %(count)s"),
    "none": _("Nothing found"),
    "unread": _("Nothing found in the 100 entries that fit best"),
    "no-full": _("No entry matches all words"),
    "searching": _("Searching …"),
    "slow": _("Still searching: the network is slow. The lists below are there already."),
    "corrected": _("Showing results for %(words)s"),
    "missing": _("The search could not be loaded. Perhaps the network is down. The lists below hold everything."),
    "broken": _("A part of the search arrived damaged. The lists below hold everything."),
    "old": _("This browser is too old for the search. The lists below hold everything."),
    "unfiltered": _("The filters could not be loaded. Perhaps the network is down. Try again."),
    "outdated": _("This site has been renewed since you opened this page. Please load the page again."),
    "or": _("or"),
    "and": _("and"),
    "remove": _("Remove %(name)s"),
    "from": _("from %(day)s"),
    "until": _("until %(day)s"),
    "inside": _("Show what belongs to %(name)s"),
    "more-choices": _("Show all %(count)s"),
    "without": _("Without “%(name)s”"),
    "unbound": _("Without any filter"),
    "elsewhere": _("Also everywhere, online"),
}

COUNTED: Mapping[str, tuple[str, str]] = {
    "found": one_or_many("%(count)s entry", "%(count)s entries"),
    "full": one_or_many("%(count)s entry matches all words", "%(count)s entries match all words"),
    "some": one_or_many("%(count)s matches some of them", "%(count)s match some of them"),
    "more": one_or_many("%(count)s more matches some of them", "%(count)s more match some of them"),
    "show": one_or_many("Show %(count)s entry", "Show %(count)s entries"),
}

Answers = Sequence[tuple[str, str, int]]  # address, what all of the list have in common, how many


def find(folios: Folios) -> Iterator[SiteFile]:
    landing, stage = folios.landing("find"), folios.stage
    say = stage.language.gettext
    numbers = [
        (one.kind, list_address(folder), folios.landing(folder).title, len(one.entries))
        for one, folder in zip(wholes(folios), FOLDERS.values(), strict=True)
    ]
    directory = list(_directory(folios))

    def tell() -> tuple[Told, str]:
        body = stage.render(
            "find.html",
            title=landing.title,
            intro=INTRO,
            numbers=numbers,
            directory=directory,
            filters=[(name, say(word)) for name, word in FILTERS.items()],
            sorts=[(name, say(word)) for name, word in SORTS.items()],
            said=said(stage.language, SAID, COUNTED),
            blank=BLANK,
        )
        told = Told(title=landing.title, description=folios.description(landing), indexed=False)
        return told, folios.introduced(body, landing, "find/")

    key = (f"{address} {words} {count}" for _, address, words, count in numbers)
    parts = (
        f"{address} {label} {count}" for _, _, rows in directory for _, row in rows for address, label, count in row
    )
    yield page(stage, "find/", folios.shell("find", "find/"), (*key, *parts), tell)


def _directory(folios: Folios) -> Iterator[tuple[str, str, Sequence[tuple[str, Answers]]]]:
    """Kind, its title, and its lists: what they are told apart by, then each of them."""
    for kind, scopes in groupby(of_answers(folios), key=lambda scope: scope.kind):
        rows = []
        for facet, own in groupby(scopes, key=lambda scope: scope.facet):
            answers = [(list_address(FOLDERS[kind], one.name), one.label, len(one.entries)) for one in own]
            rows.append((folios.stage.language.gettext(FILTERS[facet]), answers))
        yield kind, folios.landing(FOLDERS[kind]).title, rows


def said(
    language: Language, words: Mapping[str, str], counted: Mapping[str, tuple[str, str]]
) -> Mapping[str, str | Mapping[str, str]]:
    """Sentences for the browser: one each, or one for each kind of number that the language knows."""
    plain = {name: language.gettext(word) for name, word in words.items()}
    forms = {name: languages.by_number(*each, language) for name, each in counted.items()}
    return {"locale": str(language.locale).replace("_", "-"), **plain, **forms}  # the locale as BCP 47 writes it
