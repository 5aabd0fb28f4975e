"""Where things are: codes of regions, coordinates, and the time that a country keeps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from importlib.resources import files
from zoneinfo import ZoneInfo

from skillshub.model import Event, Moment
from skillshub.rules.days import held
from skillshub.rules.ground import Against, Ground, Rule
from skillshub.rules.sentences import said

NUTS_PREFIXES: Mapping[str, str] = {
    **{
        country: country
        for country in "AT BE BG CY CZ DE DK EE ES FI FR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split()
    },
    **{country: country for country in "CH IS LI NO AL ME MK RS TR".split()},
    "GR": "EL",
    "GB": "UK",
}
"""Country -> how its NUTS codes begin: the EU, EFTA, candidates with statistical regions, the United Kingdom."""


def nuts_and_country_disagree(ground: Ground) -> Iterator[Against]:
    """The NUTS code of a region begins with the letters of another country. Two countries have letters of their own in
    NUTS: Greece is EL there (and GR as a country), the United Kingdom UK (and GB)."""
    for region in ground.catalogue.regions.values():
        prefix = NUTS_PREFIXES.get(region.country, region.country)
        if region.nuts and not region.nuts.startswith(prefix):
            message = said("nuts-and-country-disagree", country=region.country, prefix=prefix, nuts=region.nuts)
            yield Against(region, ("nuts",), message, "Which of the two is wrong?")


def missing_nuts(ground: Ground) -> Iterator[Against]:
    """A region has no NUTS code, though its country has such codes: the EU, EFTA, the United Kingdom and some
    candidates."""
    for region in ground.catalogue.regions.values():
        if not region.nuts and region.country in NUTS_PREFIXES:
            prefix = NUTS_PREFIXES[region.country]
            message = said("missing-nuts", country=region.country)
            hint = f"Add it as 'nuts': {prefix} and one to three more letters or digits."
            yield Against(region, ("country",), message, hint, f"nuts: {prefix}1")


def same_nuts_twice(ground: Ground) -> Iterator[Against]:
    """Two regions have the same NUTS code."""
    first: dict[str, str] = {}
    for region in ground.catalogue.regions.values():
        if region.nuts and region.status != "archived":
            other = first.setdefault(region.nuts, region.slug)
            if other != region.slug:
                message = f"The NUTS code '{region.nuts}' is that of the region '{other}' already."
                yield Against(region, ("nuts",), message, "One of the two has the wrong code, or both are one region.")


def swapped_coordinates(ground: Ground) -> Iterator[Against]:
    """A region of a European country lies far outside of Europe, but within it if `lon` and `lat` change places."""
    for region in ground.catalogue.regions.values():
        east, north = region.lon, region.lat
        if region.country in NUTS_PREFIXES and not _is_in_europe(east, north) and _is_on_the_mainland(north, east):
            message = said("swapped-coordinates", east=east, north=north)
            hint = "'lon' and 'lat' are swapped: 'lon' says how far east, 'lat' how far north."
            yield Against(region, ("lon",), message, hint, f"lon: {north}")


def _is_in_europe(east: float, north: float) -> bool:
    """With its islands in the Atlantic."""
    return -32 <= east <= 46 and 27 <= north <= 72


def _is_on_the_mainland(east: float, north: float) -> bool:
    """Without them: Réunion would lie among them the other way round."""
    return -11 <= east <= 46 and 34 <= north <= 72


def timezone_and_country_disagree(ground: Ground) -> Iterator[Against]:
    """An event or a session takes place in a country, but its times are given in a time zone with other hours."""
    for entry, way, one in held(ground):
        zone = one.timezone if isinstance(one, Event) else _zone_of(one.start)
        if one.place and zone and not _keeps_time(one.place.country, zone, one.start.first.year):
            own = _zones_of_country()[one.place.country][0]
            at_session = (*way, "timezone") if isinstance(one, Event) or zone != "UTC" else way
            message = f"The clocks of the country '{one.place.country}' do not show the time of {zone}."
            hint = f"Did you mean '{own}'? Times are those of the place."
            yield Against(entry, at_session, message, hint, f"timezone: {own}")


def times_in_utc(ground: Ground) -> Iterator[Against]:
    """A session without a place gives a time, but no time zone (or UTC): its participants would read it as universal
    time."""
    for course in ground.catalogue.courses.values():
        for number, one in enumerate(course.sessions):
            if not one.place and _zone_of(one.start) == "UTC":
                message = f"The time {one.start.text} counts as universal time (UTC)."
                hint = "Name the time zone that the organiser's clock keeps."
                yield Against(course, ("sessions", number, "start"), message, hint, "timezone: Europe/Berlin")


def _zone_of(moment: Moment) -> str:
    """The time zone of a moment that has a time."""
    return str(moment.at.tzinfo) if moment.at else ""


@lru_cache(maxsize=1024)
def _keeps_time(country: str, zone: str, year: int) -> bool:
    """Whether some clock of the country shows the same time, in winter and in summer; yes for a country without
    clocks."""
    shown = _hours(zone, year)
    return country not in _zones_of_country() or any(_hours(one, year) == shown for one in _zones_of_country()[country])


@lru_cache(maxsize=1024)
def _hours(zone: str, year: int) -> tuple[timedelta | None, ...]:
    place = ZoneInfo(zone)
    return tuple(datetime(year, month, 15, 12, tzinfo=UTC).astimezone(place).utcoffset() for month in (1, 7))


@lru_cache(maxsize=1)
def _zones_of_country() -> Mapping[str, tuple[str, ...]]:
    """Country -> its time zones, the most populous first, as the time zone database lists them."""
    table = (files("tzdata") / "zoneinfo" / "zone.tab").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in table.splitlines() if not line.startswith("#")]
    zones: dict[str, tuple[str, ...]] = {}
    for country, _, zone, *_ in rows:
        zones[country] = (*zones.get(country, ()), zone)
    return zones


PLACE_ERRORS: tuple[Rule, ...] = (nuts_and_country_disagree, missing_nuts, swapped_coordinates)
PLACE_WARNINGS: tuple[Rule, ...] = (same_nuts_twice, timezone_and_country_disagree, times_in_utc)
