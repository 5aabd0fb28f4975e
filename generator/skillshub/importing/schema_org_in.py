"""Courses and events from schema.org data (JSON-LD): single ones, lists, graphs, courses with their instances."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from skillshub.importing.drafts import Draft
from skillshub.importing.records import Fields, country_of, draft_from, plain_text, summary_of
from skillshub.problems import Field
from skillshub.schemas import Schemas
from skillshub.sources import slug_of

Node = Mapping[str, Any]
_EVENTS = re.compile(r"(Event|Festival|Hackathon)$")
_MODES = {"online": "online", "onsite": "onsite", "offline": "onsite", "blended": "blended", "mixed": "blended"}
_ATTENDANCE = {"Online": "online", "Offline": "onsite", "Mixed": "hybrid"}
_STATUS = {"Cancelled": "cancelled", "Postponed": "postponed", "Rescheduled": "rescheduled", "Scheduled": "scheduled"}
_HOURS = re.compile(r"P(?:(\d+)D)?(?:T(?:(\d+(?:\.\d+)?)H)?(?:(\d+)M)?)?")


def drafts_in(document: Any, schemas: Schemas) -> Iterator[Draft]:
    """Every course and event of the document."""
    countries = schemas.fields("event").at(("place", "country")).choices
    for number, node in enumerate(_nodes(document), start=1):
        for kind, fits, fields in _KINDS:
            if any(fits(name) for name in _types(node)):
                where = f"{_types(node)[0]} {number} '{_text(node.get('name'))[:40]}'"
                yield draft_from(kind, fields(node, countries), where, number)
                break


def _nodes(document: Any) -> Iterator[Node]:
    """Every node that stands on its own; an instance belongs to its course."""
    if isinstance(document, list):
        for item in document:
            yield from _nodes(item)
    if not isinstance(document, Mapping):
        return
    if "@type" in document and not {"ItemList", "ListItem"} & set(_types(document)):
        yield document
    for inner in ("@graph", "itemListElement", "item", "mainEntity"):
        yield from _nodes(document.get(inner))


def _types(node: Node) -> list[str]:
    return [str(name).rsplit("/", 1)[-1].removeprefix("schema:") for name in _each(node.get("@type"))]


def _each(value: Any) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _text(value: Any) -> str:
    """A text, the name of a thing, or the first of several."""
    first = next(iter(_each(value)), "")
    if isinstance(first, Mapping):
        first = first.get("@value") or first.get("name") or first.get("@id") or ""
    return plain_text(str(first))


def _both(node: Node) -> Fields:
    title, about = _text(node.get("name")), plain_text(_text(node.get("description")))
    yield ("title",), title, "name"
    yield ("summary",), summary_of(about, title), "description"
    yield ("description",), about if len(about) > 300 else "", "description"
    yield ("url",), _text(node.get("url")) or _web(node.get("@id")), "url"
    yield ("languages",), [_language(one) for one in _each(node.get("inLanguage"))], "inLanguage"
    yield ("updated",), _text(node.get("dateModified"))[:10], "dateModified"
    yield from _price(node)


def _course(node: Node, countries: Mapping[str, str]) -> Fields:
    yield from _both(node)
    instances = [one for one in _each(node.get("hasCourseInstance")) if isinstance(one, Mapping)]
    yield ("provider",), _slug(node.get("provider")), "provider"
    yield ("type",), "course", ""
    yield ("mode",), _mode([node, *instances]), "courseMode"
    yield ("outcomes",), [_text(one) for one in _each(node.get("teaches"))], "teaches"
    yield ("workload_hours",), _hours([node, *instances]), "timeRequired"
    for number, instance in enumerate(one for one in instances if one.get("startDate")):
        for way, value, called in _dated(instance, countries):
            yield ("sessions", number, *way), value, f"hasCourseInstance[{number}].{called}"


def _event(node: Node, countries: Mapping[str, str]) -> Fields:
    yield from _both(node)
    yield ("organiser",), _slug(node.get("organizer")), "organizer"
    yield from _dated(node, countries)
    yield ("event_status",), _word(node.get("eventStatus"), _STATUS), "eventStatus"
    yield ("attendance",), _word(node.get("eventAttendanceMode"), _ATTENDANCE), "eventAttendanceMode"


def _dated(node: Node, countries: Mapping[str, str]) -> Iterator[tuple[Field, object, str]]:
    start = _moment(node.get("startDate"))
    yield ("start",), start, "startDate"
    yield ("end",), _moment(node.get("endDate")) or start, "endDate"
    for location in _each(node.get("location")):
        if isinstance(location, Mapping) and "VirtualLocation" in _types(location):
            yield ("virtual_url",), _text(location.get("url")), "location.url"
        elif isinstance(location, Mapping):
            yield from _place(location, countries)


def _place(location: Node, countries: Mapping[str, str]) -> Iterator[tuple[Field, object, str]]:
    address = location.get("address")
    if not isinstance(address, Mapping) or not address.get("addressLocality"):
        return
    yield ("place", "name"), _text(location.get("name")), "location.name"
    for field, name in (("street", "streetAddress"), ("postal_code", "postalCode"), ("city", "addressLocality")):
        yield ("place", field), _text(address.get(name)), f"location.address.{name}"
    country = _text(address.get("addressCountry"))
    yield ("place", "country"), country_of(country, countries) or country, "location.address.addressCountry"


def _price(node: Node) -> Iterator[tuple[Field, object, str]]:
    offer = next((one for one in _each(node.get("offers")) if isinstance(one, Mapping)), {})
    amount = _number(offer.get("price"))
    if node.get("isAccessibleForFree") is True or amount == 0:
        yield ("price", "category"), "free", "offers"
    elif amount is not None:
        yield ("price", "category"), "paid", "offers"
        yield ("price", "amount"), amount, "offers.price"
        yield ("price", "currency"), _text(offer.get("priceCurrency")), "offers.priceCurrency"


def _number(value: Any) -> float | int | None:
    try:
        number = float(value)
    except (TypeError, ValueError):
        return None
    return int(number) if number.is_integer() else number


def _moment(value: Any) -> str:
    """A day or a local time; how far it is from Greenwich is left out, because it does not name a time zone."""
    text = _text(value)
    found = re.match(r"(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}))?", text)
    if not found:
        return text
    return f"{found[1]}T{found[2]}" if found[2] else found[1]


def _hours(nodes: list[Node]) -> float | int | None:
    for node in nodes:
        found = _HOURS.fullmatch(_text(node.get("timeRequired")) or _text(node.get("courseWorkload")))
        if found and any(found.groups()):
            hours = 24 * float(found[1] or 0) + float(found[2] or 0) + float(found[3] or 0) / 60
            return _number(round(hours, 2))
    return None


def _mode(nodes: list[Node]) -> str:
    words = [_text(one).casefold() for node in nodes for one in _each(node.get("courseMode"))]
    return next((_MODES[word] for word in words if word in _MODES), "")


def _word(value: Any, words: Mapping[str, str]) -> str:
    text = _text(value)
    return next((meant for word, meant in words.items() if word in text), "")


def _language(value: Any) -> str:
    text = _text(value)
    return text.split("-")[0].lower() if re.fullmatch(r"[A-Za-z]{2}([-_].*)?", text) else text


def _slug(value: Any) -> str:
    return slug_of(_text(value))


def _web(value: Any) -> str:
    text = str(value or "")
    return text if text.startswith("https://") else ""


_KINDS: tuple[tuple[str, Callable[[str], bool], Callable[[Node, Mapping[str, str]], Fields]], ...] = (
    ("course", lambda name: name == "Course", _course),
    ("event", lambda name: _EVENTS.search(name) is not None, _event),
)
