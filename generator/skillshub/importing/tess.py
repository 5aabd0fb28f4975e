"""Events and materials as TeSS, the training portal of ELIXIR, answers them: JSON:API, or its older plain lists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from skillshub.importing.drafts import Draft
from skillshub.importing.records import Fields, country_of, draft_from, plain_text, summary_of
from skillshub.schemas import Schemas
from skillshub.sources import slug_of

Node = Mapping[str, Any]
_PRESENCE = {"online": "online", "onsite": "onsite", "hybrid": "hybrid"}
_TYPES = {
    "workshops_and_courses": "training",
    "meetings_and_conferences": "conference",
    "awards_and_prizegivings": "conference",
    "receptions_and_networking": "group-meeting",
}


def drafts_in(document: Any, schemas: Schemas) -> Iterator[Draft]:
    """Every event; and every material, which is a course that one takes alone."""
    form = schemas.fields("event")
    countries, types = form.at(("place", "country")).choices, form.at(("type",)).choices
    for number, (kind, node) in enumerate(_nodes(document), start=1):
        where = f"{kind} {number} '{str(node.get('title'))[:40]}'"
        if kind == "material":
            yield draft_from("course", _material(node), where, number)
        else:
            yield draft_from("event", _event(node, countries, types), where, number)


def _nodes(document: Any) -> Iterator[tuple[str, Node]]:
    items = document.get("data", [document]) if isinstance(document, Mapping) else document
    for item in items if isinstance(items, list) else [items]:
        if isinstance(item, Mapping):
            inner = item.get("attributes")
            node = inner if isinstance(inner, Mapping) else item
            if node.get("title") and node.get("url"):
                is_event = item.get("type") == "events" or bool(node.get("start"))
                yield "event" if is_event else "material", node


def _both(node: Node) -> Fields:
    about = plain_text(str(node.get("description") or ""))
    yield ("title",), str(node["title"]), "title"
    yield ("summary",), summary_of(about, str(node["title"])), "description"
    yield ("description",), about if len(about) > 300 else "", "description"
    yield ("url",), node["url"], "url"
    yield ("tags",), [str(word) for word in node.get("keywords") or [] if len(str(word)) <= 40][:20], "keywords"
    yield ("updated",), str(node.get("updated_at") or "")[:10], "updated_at"


def _event(node: Node, countries: Mapping[str, str], types: Mapping[str, str]) -> Fields:
    yield from _both(node)
    kinds = (_TYPES.get(str(kind), str(kind)) for kind in node.get("event_types") or [])
    yield ("type",), next((kind for kind in kinds if kind in types), ""), "event_types"
    yield ("start",), _moment(node.get("start")), "start"
    yield ("end",), _moment(node.get("end")) or _moment(node.get("start")), "end"
    yield ("timezone",), node.get("timezone"), "timezone"
    is_online = node.get("online") is True
    yield ("attendance",), _PRESENCE.get(str(node.get("presence"))) or ("online" if is_online else "onsite"), "presence"
    yield ("organiser",), slug_of(str(node.get("organizer") or _provider(node))), "organizer"
    yield ("capacity",), node.get("capacity"), "capacity"
    if node.get("city") and node.get("country"):
        yield ("place", "name"), node.get("venue"), "venue"
        yield ("place", "postal_code"), node.get("postcode"), "postcode"
        yield ("place", "city"), node["city"], "city"
        yield ("place", "country"), country_of(node["country"], countries) or node["country"], "country"


def _material(node: Node) -> Fields:
    yield from _both(node)
    yield ("provider",), slug_of(_provider(node)), "content_provider"
    yield ("type",), "course", ""
    yield ("mode",), "online", ""
    outcomes = str(node.get("learning_objectives") or "")
    yield (
        ("outcomes",),
        [line.strip(" -*•") for line in outcomes.splitlines() if line.strip(" -*•")][:20],
        "learning_objectives",
    )
    yield ("prerequisites",), node.get("prerequisites"), "prerequisites"


def _provider(node: Node) -> str:
    provider = node.get("content_provider")
    name = provider.get("title") if isinstance(provider, Mapping) else provider
    return str(name or "")


def _moment(value: object) -> str:
    """2027-03-15T09:00:00.000Z is the local time all the same: TeSS keeps the time zone in a field of its own."""
    text = str(value or "")[:16]
    return text[:10] if text.endswith("T00:00") else text
