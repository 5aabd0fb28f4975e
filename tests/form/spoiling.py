"""Entries that are sound, and the same with one mistake that people make: by chance, but the same ones each time."""

from __future__ import annotations

import copy
from collections.abc import Callable, Collection, Iterator, Mapping
from random import Random
from typing import Any

Value = dict[str, Any]
Spoil = Callable[[Value, Random], None]


def _places(value: Any, wanted: Callable[[Any], bool]) -> list[tuple[Any, Any]]:
    """Every (holder, name or number) below a value that holds what is wanted."""
    found: list[tuple[Any, Any]] = []
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, one in pairs:
        if wanted(one):
            found.append((value, key))
        found += _places(one, wanted)
    return found


def _somewhere(wanted: Callable[[Any], bool], instead: Callable[[Any, Random], Any]) -> Spoil:
    def spoil(value: Value, chance: Random) -> None:
        if places := _places(value, wanted):
            holder, key = chance.choice(places)
            holder[key] = instead(holder[key], chance)

    return spoil


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _setting(name: str, *values: Any) -> Spoil:
    def spoil(value: Value, chance: Random) -> None:
        value[name] = copy.deepcopy(chance.choice(values))

    spoil.__name__ = name
    return spoil


def _in_place(*names: str) -> Spoil:
    def spoil(value: Value, chance: Random) -> None:
        if name := chance.choice([one for one in names if one in value] or [""]):
            del value[name]

    return spoil


def _without_a_field(value: Value, chance: Random) -> None:
    del value[chance.choice(sorted(value))]


def _without_an_inner_field(value: Value, chance: Random) -> None:
    groups = [one for one, key in _places(value, lambda _: True) if isinstance(one, dict) and one is not value]
    if groups:
        group = chance.choice(groups)
        group.pop(chance.choice(sorted(group)), None)


def _one_item_twice(value: Value, chance: Random) -> None:
    if lists := _places(value, lambda one: isinstance(one, list) and bool(one)):
        holder, key = chance.choice(lists)
        holder[key].append(copy.deepcopy(holder[key][0]))


def _far_too_many(value: Value, chance: Random) -> None:
    if lists := _places(value, lambda one: isinstance(one, list) and bool(one)):
        holder, key = chance.choice(lists)
        holder[key] = holder[key] * 201


def _dates_swapped(value: Value, _chance: Random) -> None:
    for one in [value, *value.get("sessions", ())]:
        if "start" in one and "end" in one:
            one["start"], one["end"] = one["end"], one["start"]


SPOILS: tuple[Spoil, ...] = (
    lambda _value, _chance: None,
    _without_a_field,
    _without_an_inner_field,
    _one_item_twice,
    _far_too_many,
    _dates_swapped,
    _setting("colour", "red", 1, None, ["x"], {"a": "b"}),
    _setting("status", "publishd", "", 1, None, [], {}),
    _setting("updated", "2027-13-01", "2027-02-30", "1027-01-01", "soon", "2031-01-01", "15.03.2027", "2026-11-20 "),
    _setting("verified", "2026-11-20T10:00", "2199-01-01", True),
    _setting(
        "url", "http://example.org", "https:example.org", "www.example.org", "https://a b", "https://10.0.0.1/", ""
    ),
    _setting(
        "url", "https://user@example.org", "https://example.org:8080/", "https://localhost/", "https://exämple.org"
    ),
    _setting(
        "url", "https://example.org/a%zz", "https://example.org/,", "https://еxample.org", "https://", "mailto:a@b.cd"
    ),
    _setting("title", "", "  ", "x" * 161, {}, {"xx": "a"}, {"en": ""}, {"en": "a", "de": "b" * 200}, ["a"], 5, None),
    _setting("summary", "s" * 301, "€" * 300, "😀" * 301, {"EN": "x"}, {"en": None}, " "),
    _setting("tags", ["a", "a"], ["x" * 41], "one", [], [""], [1], list(map(str, range(30)))),
    _setting(
        "contacts", [{"name": "A", "email": "a@b"}], [{"email": "x@example.org"}], [{"name": "A", "phone": "0711"}]
    ),
    _setting(
        "contacts", [{"name": ""}], [{"name": "A", "fax": "1"}], [{"name": "A", "email": "ä@example.org"}], [7], {}
    ),
    _setting("language", "EN", "xx", "deu", ["en"], "fr"),
    _setting("price", {"category": "free", "amount": 5}, {"category": "paid"}, {"category": "paid", "amount": 5}, {}),
    _setting("price", {"category": "paid", "amount": -1, "currency": "DM"}, {"category": "paid", "amount": 2_000_000}),
    _setting("regions", ["atlantis"], "everywhere", "nowhere", [], ["bavaria", "bavaria"], ["Bavaria"], [""]),
    _setting(
        "skills", [{"skill": "flying", "level": "expert"}], [{"skill": "plc"}], [{"skill": "plc", "level": "high"}]
    ),
    _setting("skills", [{"skill": "plc", "level": "expert"}, {"skill": "plc", "level": "awareness"}], [], None),
    _setting("provider", "nobody-at-all", "Sample Academy", "", None),
    _setting("organiser", "nobody-at-all", 3),
    _setting("country", "UK", "Germany", "de", 4),
    _setting("nuts", "UKX", "x", "FR1", 11),
    _setting("lon", 181, "9.1", 52.5, True, -180.5),
    _setting("lat", 9.2, None, 91),
    _setting("type", "lecture", "", "course "),
    _setting("mode", "hybrid", "onsite", "lab", ["online"]),
    _setting("attendance", "online", "hybrid", "offline"),
    _setting("event_status", "moved-online", "off"),
    _setting("isced_f", ["0716", "9998"], ["716"], [716], "0716", ["0716"] * 2, []),
    _setting("workload_hours", 0, "16", 20001, -1, 0.5, True),
    _setting("eqf", 9, 0, 5.5, "5"),
    _setting("credential", {"type": "micro-credential"}, {"type": "diploma"}, {"name": "x"}, "certificate"),
    _setting("sample", "yes", False, 1, None),
    _setting("timezone", "CET", "Europe/Stuttgart", "UTC", "", "x" * 50),
    _setting("registration_deadline", "2099-01-01", "2026-02-29"),
    _setting("start", "2027-03-15T24:00", "2027-03-15 09:00", "2027-03-15T9:00", "2027", "2027-06", "2027-13"),
    _setting("end", "2020-01-01", "2020", "2027-03-15T09:00Z"),
    _setting("recurrence", "weekly", "FREQ=HOURLY", "FREQ=WEEKLY;COUNT=3"),
    _setting("esco_uri", "http://data.europa.eu/esco/occupation/0864c444-c22f-46ee-ae1e-c0eeffd49c34", "http://x"),
    _setting("synonyms", {}, {"en": []}, {"xx": ["a"]}, {"en": ["a", "a"]}, {"en": "a"}),
    _setting("group", "magic", "Battery", ""),
    _setting("neighbours", ["bavaria", "bavaria"], ["narnia"], "bavaria"),
    _setting("needs", [{"demand": "high", "source": {"title": "x"}}], [{"demand": "no"}]),
    _setting("rate", 0, 101, "60"),
    _setting("cap", 0, 5, -3),
    _setting("closes", "2020-01-01", "2027-00-10"),
    _setting("isco", "311", 3115),
    _in_place("place", "currency", "registration_url", "virtual_url", "price", "provider", "skills"),
    _somewhere(_is_text, lambda _text, chance: chance.choice((1, True, None, [], {}, "", "\t", 2.5))),
    _somewhere(_is_text, lambda text, chance: text * chance.choice((2, 90, 900))),
    _somewhere(_is_number, lambda number, chance: chance.choice((str(number), -number, number * 10**7, None))),
)


def spoiled(
    sound: list[tuple[str, str, Value]], fields: Mapping[str, Collection[str]], count: int, seed: int = 20261125
) -> Iterator[tuple[str, str, Value]]:
    """So many (kind, slug, value): each kind in turn, each of the mistakes that its ``fields`` allow in turn."""
    chance = Random(seed)
    for number in range(count):
        kind = sorted(fields)[number % len(fields)]
        of_kind = [spoil for spoil in SPOILS if not _field_of(spoil) or _field_of(spoil) in {*fields[kind], "colour"}]
        slug, value = chance.choice([one[1:] for one in sound if one[0] == kind])
        other = copy.deepcopy(value)
        of_kind[(number // len(fields)) % len(of_kind)](other, chance)
        yield kind, slug, other


def _field_of(spoil: Spoil) -> str:
    return "" if spoil.__name__.startswith(("_", "<", "spoil")) else spoil.__name__
