"""What the card of an entry says: a few facts that decide, in the same order for every kind and everywhere.

A card is a value here; ``card`` in ``theme/pages/parts.html`` is how it looks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from skillshub import languages
from skillshub.addresses import address
from skillshub.model import Course, Entry, Event, Funding, JobRole, Kind, Practice, Price, Provider, Region, Skill
from skillshub.outputs.pages.stage import ROOT, Piece, Said, Stage, iso
from skillshub.outputs.pages.words import BADGES, KIND
from skillshub.states import Standing

_LEVELS = ("awareness", "practitioner", "expert")


@dataclass(frozen=True, slots=True)
class CardFact:
    name: str  # of its icon
    label: str
    text: str
    language: str | None = None
    strong: bool = False
    datetime: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    address: str
    icon: str
    type: str
    title: Said
    summary: Said
    states: tuple[str, ...]
    badges: tuple[tuple[str, str], ...]
    facts: tuple[CardFact, ...]


def card_html(stage: Stage, entry: Entry) -> str:
    """The card as it stands in every list: HTML that templates take as it is."""
    return stage.part("card", card(stage, entry))


def row_html(stage: Stage, entry: Entry) -> str:
    """What the card says, in a line."""
    return stage.part("row", card(stage, entry))


def card(stage: Stage, entry: Entry) -> Card:
    """The card, worked out once for lists, pages and the search."""
    if entry not in stage.cards:
        stage.cards[entry] = _card(stage, entry)
    made: Card = stage.cards[entry]
    return made


def _card(stage: Stage, entry: Entry) -> Card:
    stand = stage.around.standings[entry]
    say = stage.language.gettext
    return Card(
        address=ROOT + address(entry),
        icon=entry.kind,
        type=_type(stage, entry),
        title=stage.say(entry.title),
        summary=stage.say(entry.summary),
        states=stand.states,
        badges=tuple((state, say(BADGES[state])) for state in stand.states if state != "unverified"),
        facts=tuple(_FACTS[entry.kind](stage, entry, stand)),
    )


def _type(stage: Stage, entry: Entry) -> str:
    if isinstance(entry, Course | Event | Provider):
        return stage.label(f"{entry.kind}.type", entry.type)
    return stage.language.gettext(KIND[entry.kind])


def _named(stage: Stage, name: str, label: str, kind: Kind, slug: str) -> CardFact:
    found = stage.find(kind, slug)
    said = stage.say(found.title) if found else Said(slug, None)
    return CardFact(name, stage.language.gettext(label), said.text, said.language)


def _course(stage: Stage, course: Course, stand: Standing) -> Iterator[CardFact]:
    say, language = stage.language.gettext, stage.language
    yield _named(stage, "provider", "Provider", "provider", course.provider)
    yield CardFact("place", say("Place"), _places(stage, course.regions) or say("Everywhere, online"))
    spoken = ", ".join(languages.name(code, language) for code in course.languages)
    yield CardFact("mode", say("Form"), f"{stage.label('course.mode', course.mode)} · {spoken}")
    yield CardFact("level", say("Level"), levels(stage, course))
    if stand.session:
        told = _dates(languages.span(stand.session.start, stand.session.end, language), len(stand.days) - 1, stage)
        yield CardFact("date", say("Next date"), told, strong=True, datetime=iso(stand.session.start))
    elif not course.sessions:
        yield CardFact("date", say("Next date"), say("Start at any time"), strong=True)
    yield CardFact("price", say("Price"), price(stage, course.price), strong=True)
    yield from _until(stage, stand)


def _dates(next_: str, more: int, stage: Stage) -> str:
    if not more:
        return next_
    told = stage.language.ngettext("%(next)s and %(more)s more date", "%(next)s and %(more)s more dates", more)
    return told % {"next": next_, "more": more}


def _until(stage: Stage, stand: Standing) -> Iterator[CardFact]:
    """The last day to register: said in words, since in a line it stands beside the day on which it begins."""
    say, language = stage.language.gettext, stage.language
    if stand.deadline and not stand.over:
        told = say("Register until %(when)s") % {"when": languages.day(stand.deadline, language)}
        yield CardFact("deadline", say("Deadline"), told, datetime=iso(stand.deadline))


def price(stage: Stage, price: Price) -> str:
    """The amount, and what else one must know of it: that it comes again, or is not for all."""
    category = stage.label("price.category", price.category)
    if not (price.amount and price.currency):
        return category
    amount = languages.amount(price.amount, price.currency, stage.language)
    return amount if price.category == "paid" else f"{amount} · {category}"


def _places(stage: Stage, regions: tuple[str, ...]) -> str:
    """The regions by name: three at the most, then how many more."""
    found = [stage.find("region", slug) for slug in regions[:3]]
    names = [stage.say(one.title).text if one else slug for one, slug in zip(found, regions, strict=False)]
    more = len(regions) - len(names)
    return ", ".join(names) + (f" +{more}" if more else "")


def levels(stage: Stage, course: Course) -> str:
    """From the lowest level that it teaches to the highest."""
    reached = sorted({_LEVELS.index(one.level) for one in course.skills})
    ends = dict.fromkeys((reached[0], reached[-1]))
    return "–".join(stage.label("level", _LEVELS[level]) for level in ends)


def _event(stage: Stage, event: Event, stand: Standing) -> Iterator[CardFact]:
    say, language = stage.language.gettext, stage.language
    yield _named(stage, "people", "Organiser", "provider", event.organiser)
    if event.place:
        yield CardFact("place", say("Place"), f"{event.place.city}, {languages.country(event.place.country, language)}")
    yield CardFact("mode", say("Taking part"), stage.label("event.attendance", event.attendance))
    told = languages.span(event.start, event.end, language)
    yield CardFact("date", say("Date"), told, strong=True, datetime=iso(event.start))
    if event.price:
        yield CardFact("price", say("Price"), price(stage, event.price), strong=True)
    yield from _until(stage, stand)


def _region(stage: Stage, region: Region, _stand: Standing) -> Iterator[CardFact]:
    say = stage.language.gettext
    yield CardFact("world", say("Country"), languages.country(region.country, stage.language))
    if region.nuts:
        yield CardFact("region", say("NUTS code"), region.nuts)


def _provider(stage: Stage, provider: Provider, _stand: Standing) -> Iterator[CardFact]:
    yield _named(stage, "place", "Region", "region", provider.region)


def _funding(stage: Stage, funding: Funding, _stand: Standing) -> Iterator[CardFact]:
    say, language = stage.language.gettext, stage.language
    funder = stage.say(funding.funder)
    yield CardFact("provider", say("Funder"), funder.text, funder.language)
    yield CardFact("level", say("Kind of programme"), stage.label("funding.level", funding.level))
    audience = ", ".join(stage.label("funding.audience", one) for one in funding.audience[:3])
    yield CardFact("people", say("Who can apply"), audience + (" …" if len(funding.audience) > 3 else ""))
    if funding.closes:
        told = languages.day(funding.closes, language)
        yield CardFact("deadline", say("Closes"), told, strong=True, datetime=iso(funding.closes))


def _practice(stage: Stage, practice: Practice, _stand: Standing) -> Iterator[CardFact]:
    yield _named(stage, "provider", "Organisation", "provider", practice.organisation)
    yield _named(stage, "place", "Region", "region", practice.region)


def _skill(stage: Stage, skill: Skill, _stand: Standing) -> Iterator[CardFact]:
    yield CardFact("skill", stage.language.gettext("Group"), stage.skill_group(skill.group))


def _job_role(stage: Stage, role: JobRole, _stand: Standing) -> Iterator[CardFact]:
    say = stage.language.gettext
    count = stage.language.ngettext("%(count)s skill", "%(count)s skills", len(role.skills)) % {
        "count": len(role.skills)
    }
    yield CardFact("skill", say("Skills"), count)
    if role.trend:
        yield CardFact("trend", say("Demand"), stage.label("job-role.trend.direction", role.trend.direction))


_FACTS: Mapping[Kind, Callable[[Stage, Any, Standing], Iterator[CardFact]]] = {
    "course": _course,
    "event": _event,
    "region": _region,
    "provider": _provider,
    "funding": _funding,
    "practice": _practice,
    "skill": _skill,
    "job-role": _job_role,
}

PIECES: Mapping[str, Piece] = {"card": card_html, "row": row_html}
"""How an entry looks in a list: names of filters for templates."""
