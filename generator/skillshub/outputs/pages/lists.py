"""The lists of each kind, page by page and in each order: they read, page and sort without JavaScript."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from skillshub import languages, schema_org
from skillshub.addresses import list_address
from skillshub.model import FOLDERS, Entry, Kind, Region, Skill
from skillshub.outputs.pages import scopes
from skillshub.outputs.pages.folios import INTRO, Folios
from skillshub.outputs.pages.framing import Told, page
from skillshub.outputs.pages.scopes import Scope
from skillshub.outputs.pages.words import FILTERS, ORDERS, PAST
from skillshub.site import SiteFile

_ROWS_A_CARD = 4  # a list of a part is in rows, of which a page takes so many more than of cards

Sorting = Callable[[Folios, Any], tuple[Any, ...]]


def _title(folios: Folios, entry: Entry) -> tuple[Any, ...]:
    return (folios.titles[entry],)


def _start(folios: Folios, entry: Entry) -> tuple[Any, ...]:
    """What comes next first; at the end what is over, the latest first."""
    stand = folios.stage.around.standings[entry]
    ago = -max(stand.past).toordinal() if stand.past else 0
    return (stand.over, stand.starts is None, str(stand.starts or ""), ago, folios.titles[entry])


def _deadline(folios: Folios, entry: Entry) -> tuple[Any, ...]:
    stand = folios.stage.around.standings[entry]
    return (stand.over, stand.deadline is None, str(stand.deadline or ""), folios.titles[entry])


def _updated(folios: Folios, entry: Entry) -> tuple[Any, ...]:
    return (-entry.updated.toordinal(), folios.titles[entry])


def _group(folios: Folios, skill: Skill) -> tuple[Any, ...]:
    return (languages.alphabetical(folios.stage.skill_group(skill.group)), folios.titles[skill])


def _country(folios: Folios, region: Region) -> tuple[Any, ...]:
    told = languages.country(region.country, folios.stage.language)
    return (languages.alphabetical(told), folios.titles[region])


_SORTINGS: Mapping[str, Sorting] = {
    "title": _title,
    "start": _start,
    "deadline": _deadline,
    "updated": _updated,
    "group": _group,
    "country": _country,
}

_ORDERS: Mapping[Kind, tuple[str, ...]] = {
    "course": ("start", "deadline", "title", "updated"),
    "event": ("start", "title"),
    "region": ("country", "title"),
    "provider": ("title", "updated"),
    "funding": ("deadline", "title"),
    "practice": ("title", "updated"),
    "skill": ("group", "title"),
    "job-role": ("title",),
}
"""The orders of each kind; the first is the one in which its list opens."""


def lists(folios: Folios) -> Iterator[SiteFile]:
    """Every page of every list in one language."""
    for scope in scopes.wholes(folios):
        for order in _ORDERS[scope.kind]:
            yield from _pages(folios, scope, order)
    for scope in (*scopes.of_those_that_left(folios), *scopes.of_entries(folios), *scopes.of_answers(folios)):
        yield from _pages(folios, scope, _ORDERS[scope.kind][0])


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One page of a list."""

    scope: Scope
    order: str
    orders: tuple[str, ...]  # that the list can be shown in; the first is how it opens
    number: int
    last: int
    first: int  # place in the list of its first entry, from 1
    entries: Sequence[Entry]

    def address(self, number: int, order: str = "") -> str:
        """Where another page of the same list is, in this order or in another."""
        wanted = order or self.order
        return list_address(
            FOLDERS[self.scope.kind], self.scope.name, "" if wanted == self.orders[0] else wanted, number
        )


def _pages(folios: Folios, scope: Scope, order: str) -> Iterator[SiteFile]:
    ranks = folios.ranks(scope.kind, order, _SORTINGS[order])
    entries = sorted(scope.entries, key=ranks.__getitem__)
    size = folios.site.settings.thresholds.page_size * (_ROWS_A_CARD if scope.name else 1)
    last = max(1, -(-len(entries) // size))
    for number in range(1, last + 1):
        start = (number - 1) * size
        sheet = Sheet(
            scope=scope,
            order=order,
            orders=_ORDERS[scope.kind] if not scope.name else (order,),
            number=number,
            last=last,
            first=start + 1,
            entries=entries[start : start + size],
        )
        yield _page(folios, sheet)


def _page(folios: Folios, sheet: Sheet) -> SiteFile:
    scope = sheet.scope
    folder, address = FOLDERS[scope.kind], sheet.address(sheet.number)
    landing = folios.landing(folder)

    def tell() -> tuple[Told, str]:
        title = f"{_asked(folios, scope)}: {scope.label}" if scope.name else landing.title
        body = _body(folios, sheet, title)
        told = Told(
            title=f"{title} ({sheet.number}/{sheet.last})" if sheet.number > 1 else title,
            description=folios.description(landing),
            things=[schema_org.item_list(sheet.entries, folios.stage.language, folios.site.settings.url)],
        )
        return told, folios.introduced(body, landing, address)

    faces = (folios.faces[entry] for entry in sheet.entries)
    own = folios.faces[scope.of] if scope.of else scope.label
    counts = (str(len(scope.entries)), str(scope.left), str(sheet.last), own)
    return page(folios.stage, address, folios.shell(folder, address), (*counts, *faces), tell)


def _asked(folios: Folios, scope: Scope) -> str:
    """What the label of a list answers: "Courses: Online" speaks for itself, "Courses, Credential: None" has to say."""
    title = folios.landing(FOLDERS[scope.kind]).title
    return f"{title}, {folios.stage.language.gettext(FILTERS[scope.facet])}" if scope.facet in _SAID else title


_SAID = ("credential", "duration", "open")


def _body(folios: Folios, sheet: Sheet, title: str) -> str:
    scope, say = sheet.scope, folios.stage.language.gettext
    return folios.stage.render(
        "list.html",
        kind=scope.kind,
        title=title,
        intro=INTRO,
        crumbs=folios.crumbs(FOLDERS[scope.kind]) if scope.name else folios.crumbs(),
        cards=sheet.entries,
        in_rows=bool(scope.name),
        count=_count(folios, sheet),
        left=_left(folios, scope),
        orders=[(sheet.address(1, one), say(ORDERS[one]), one == sheet.order) for one in sheet.orders],
        number=sheet.number,
        last=sheet.last,
        near=_near(sheet.number, sheet.last),
        pages={number: sheet.address(number) for number in _linked(sheet)},
    )


def _left(folios: Folios, scope: Scope) -> tuple[str, str] | None:
    """The way from the list of a kind to what has left it, and how many that are."""
    language = folios.stage.language
    words = f"{language.gettext(PAST)} ({languages.number(scope.left, language)})"
    return (list_address(FOLDERS[scope.kind], scopes.LEFT_NAME), words) if scope.left else None


def _linked(sheet: Sheet) -> set[int]:
    """The pages that a page links to."""
    beside = {max(1, sheet.number - 1), min(sheet.last, sheet.number + 1)}
    return {*_near(sheet.number, sheet.last), *beside} - {0}


def _near(number: int, last: int) -> list[int]:
    """The pages that a pager names: the first, the last and those around; 0 stands for a gap."""
    named = sorted({1, last, *range(max(1, number - 1), min(last, number + 1) + 1)})
    shown = [named[0]]
    for one in named[1:]:
        if one == shown[-1] + 2:
            shown.append(one - 1)
        elif one > shown[-1] + 2:
            shown.append(0)
        shown.append(one)
    return shown


def _count(folios: Folios, sheet: Sheet) -> str:
    language, total, here = folios.stage.language, len(sheet.scope.entries), len(sheet.entries)
    said = language.ngettext("%(count)s entry", "%(count)s entries", total) % {
        "count": languages.number(total, language)
    }
    if here >= total:
        return said
    ends = (languages.number(one, language) for one in (sheet.first, sheet.first + here - 1))
    return f"{said}, {'–'.join(ends)}"
