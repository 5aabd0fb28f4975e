"""The first page of the hub."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta
from typing import Any

from babel import dates

from skillshub import languages, schema_org
from skillshub.addresses import list_address
from skillshub.model import FOLDERS, Course, Entry, Event, Funding, Kind, Region
from skillshub.outputs.pages.folios import INTRO, Folios
from skillshub.outputs.pages.framing import Told, page
from skillshub.outputs.pages.scopes import wholes
from skillshub.outputs.pages.words import one_or_many
from skillshub.site import SiteFile

_NEW: Mapping[Kind, int] = {"course": 3, "practice": 1, "funding": 2}  # how many of each, at the most
_EVENTS, _CLOSING, _REGIONS, _ASKED = 5, 5, 12, 5
_NUMBERS: tuple[Kind, ...] = ("course", "event", "region", "provider", "funding", "skill")


def home(folios: Folios) -> Iterator[SiteFile]:
    """The home page. What is sample stands behind what is real, when both are as new."""
    here = _Home(folios)

    def tell() -> tuple[Told, str]:
        landing = folios.landing("home")
        body = folios.stage.render("home.html", title=landing.title, intro=INTRO, **here.shown())
        told = Told(
            title=folios.stage.say(folios.site.settings.name).text,
            description=folios.description(landing),
            things=[schema_org.web_site(folios.site.settings, folios.stage.language)],
        )
        return told, folios.introduced(body, landing, "")

    yield page(folios.stage, "", folios.shell("home", ""), here.key(), tell)


class _Home:
    """What the home page shows, chosen before it is rendered: its key depends on it."""

    def __init__(self, folios: Folios) -> None:
        self.folios = folios
        shelf, around = folios.site.catalogue, folios.stage.around
        self.listed = {one.kind: len(one.entries) for one in wholes(folios)}
        stands = around.standings
        self.fresh = sorted(
            (one for kind, most in _NEW.items() for one in self._newest(kind, most)),
            key=lambda one: (-one.updated.toordinal(), one.sample, one.slug),
        )
        self.coming = [one for one in shelf.events.values() if stands[one].starts]
        self.events = sorted(self.coming, key=lambda one: (str(stands[one].starts), one.slug))[:_EVENTS]
        due: Iterable[Entry] = [*shelf.courses.values(), *shelf.events.values(), *shelf.funding.values()]
        self.closing = sorted(
            (one for one in due if "closing" in stands[one].states and not stands[one].over),
            key=lambda one: (str(stands[one].deadline), one.slug),
        )[:_CLOSING]
        dated: Iterable[Course | Event] = [*shelf.courses.values(), *shelf.events.values()]
        held = Counter(slug for one in dated for slug in set(one.regions))  # its own: a larger one holds the same again
        self.regions = sorted(shelf.regions.values(), key=lambda one: (-held[one.slug], one.slug))[:_REGIONS]
        taught = {slug: len(shelf.courses_teaching.get(slug, ())) for slug in shelf.skills}
        self.asked = sorted(shelf.skills.values(), key=lambda one: (-taught[one.slug], one.slug))[:_ASKED]

    def _newest(self, kind: Kind, most: int) -> list[Entry]:
        site, stands = self.folios.site, self.folios.stage.around.standings
        since = site.today - timedelta(days=site.settings.thresholds.new_days)
        new = (one for one in site.catalogue.shelf(kind).values() if one.updated >= since and not stands[one].over)
        return sorted(new, key=lambda one: (-one.updated.toordinal(), one.sample, one.slug))[:most]

    def key(self) -> Iterator[str]:
        shelf = self.folios.site.catalogue
        for kind in FOLDERS:
            yield str(self.listed[kind])
        yield str(len(self.coming))
        for one in (*self.fresh, *self.events, *self.closing, *self.regions, *self.asked):
            yield self.folios.faces[one]
        for region in self.regions:
            yield f"{len(shelf.courses_in.get(region.slug, ()))} {len(shelf.events_in.get(region.slug, ()))}"

    def shown(self) -> dict[str, Any]:
        return {
            "fresh": self.fresh,
            "events": [(one, self._leaf(one), self._of_event(one)) for one in self.events],
            "states": {one: self.folios.stage.around.standings[one].states for one in self.events},
            "closing": [self._deadline(one) for one in self.closing],
            "regions": [(one, self._held(one)) for one in self.regions],
            "asked": self.asked if self.folios.site.catalogue.courses else [],
            "numbers": self._numbers(),
        }

    def _leaf(self, event: Event) -> tuple[str, str]:
        """The leaf of a calendar: the day above the month; the year alone where no more is known."""
        locale = self.folios.stage.language.locale
        if event.start.first != event.start.last:
            return str(event.start.first.year), ""
        return str(event.start.first.day), dates.format_skeleton("yMMM", event.start.first, locale=locale)

    def _of_event(self, event: Event) -> str:
        stage = self.folios.stage
        where = event.place.city if event.place else stage.label("event.attendance", event.attendance)
        return f"{stage.label('event.type', event.type)} · {where}"

    def _deadline(self, entry: Entry) -> tuple[Entry, str, str, str]:
        stage = self.folios.stage
        when = stage.around.standings[entry].deadline
        if when is None:
            raise ValueError(f"{entry.slug} closes without a deadline")
        if isinstance(entry, Funding):
            more = stage.say(entry.funder).text
        elif isinstance(entry, Course | Event):
            more = stage.label(f"{entry.kind}.type", entry.type)
        return entry, more, when.isoformat(), languages.short_day(when, stage.language)

    def _held(self, region: Region) -> str:
        shelf, language = self.folios.site.catalogue, self.folios.stage.language
        counts = (
            (len(shelf.courses_in.get(region.slug, ())), one_or_many("%(count)s course", "%(count)s courses")),
            (len(shelf.events_in.get(region.slug, ())), one_or_many("%(count)s event", "%(count)s events")),
        )
        told = [language.ngettext(*words, count) % {"count": count} for count, words in counts if count]
        return " · ".join(told) or languages.country(region.country, language)

    def _numbers(self) -> list[tuple[str, str, int]]:
        return [
            (list_address(FOLDERS[kind]), self.folios.landing(FOLDERS[kind]).title, self.listed[kind])
            for kind in _NUMBERS
        ]
