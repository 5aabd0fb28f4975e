"""What of an entry is searched: its texts by field.

A text goes in as its page shows it; names go in in every language that they have, so that "Hochvolt", "alto voltaje"
and "HV" find the same course.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from skillshub import languages
from skillshub.model import (
    Course,
    Entry,
    Event,
    Funding,
    JobRole,
    Kind,
    Moment,
    Practice,
    Price,
    Provider,
    Region,
    Skill,
    SkillAtLevel,
    Spot,
    Text,
)
from skillshub.outputs.pages.stage import Stage
from skillshub.outputs.pages.words import KIND, KINDS
from skillshub.outputs.search.fields import Piece
from skillshub.texts import spoken

_TARGET = re.compile(r"\]\([^)]*\)|https?://\S+")


@dataclass(frozen=True, kw_only=True)
class Reading:
    """Reads entries for the index of one language."""

    stage: Stage

    def __post_init__(self) -> None:
        object.__setattr__(self, "named", cache(lambda kind, slug: tuple(self._named(kind, slug))))
        object.__setattr__(self, "called", cache(lambda kind, slug: tuple(self._called(kind, slug))))

    named: Callable[[Kind, str], tuple[Piece, ...]] = None  # type: ignore[assignment]
    """All names of what an entry refers to, in every language, synonyms included."""
    called: Callable[[Kind, str], tuple[Piece, ...]] = None  # type: ignore[assignment]
    """The names of a provider or a region, and the country it lies in."""

    def of(self, entry: Entry) -> Mapping[str, Iterable[Piece]]:
        """The texts of each field."""
        return {
            "title": [self.shown(entry.title)],
            "names": self.other_names(entry),
            "summary": [self.shown(entry.summary)],
            "tags": [
                *((tag, entry.language) for tag in entry.tags),
                *(self.word(self.stage.language.gettext(name)) for name in (KIND[entry.kind], KINDS[entry.kind])),
                *self._own("tags", entry),
            ],
            "skills": self._own("skills", entry),
            "place": self._own("place", entry),
            "body": [*self.long(entry.description), *self._own("body", entry)],
        }

    def shown(self, words: Text) -> Piece:
        return spoken(words, self.stage.language.code, self.stage.site.settings.languages[0])

    def word(self, text: str) -> Piece:
        """What the site itself says, in the language of the page."""
        return text, self.stage.language.code

    def label(self, way: str, value: str | None) -> Iterator[Piece]:
        if value:
            yield self.word(self.stage.label(way, value))

    def every(self, text: Text | None) -> Iterator[Piece]:
        """A text in all languages that it has."""
        for language, words in (text or {}).items():
            yield words, language

    def country(self, code: str) -> Iterator[Piece]:
        """A country as the page calls it, as the site does in its other languages, and as it calls itself."""
        here = self.stage.language
        yield from dict.fromkeys(
            (
                *((languages.country(code, one), one.code) for one in (here, *self.stage.site.languages)),
                *languages.own_names(code),
            )
        )

    def month(self, when: Moment) -> Iterator[Piece]:
        """When something begins, as one asks for it: month and year are one word, too, which no other year is."""
        yield self.word(f"{languages.month(when, self.stage.language)}-{when.first.year}")

    def skills(self, skills: Iterable[SkillAtLevel]) -> Sequence[Piece]:
        return [piece for one in skills for piece in self.named("skill", one.skill)]

    def spot(self, place: Spot | None) -> Iterator[Piece]:
        if place:
            yield self.word(place.city)
            yield from self.every(place.name)
            yield from self.country(place.country)

    def long(self, *texts: Text | None) -> Iterator[Piece]:
        """Texts in Markdown: their words, without the addresses that links lead to."""
        for text in texts:
            if text:
                words, language = self.shown(text)
                yield _TARGET.sub(" ", words) if "](" in words or "://" in words else words, language

    def _own(self, field: str, entry: Entry) -> Iterable[Piece]:
        told = _TOLD[field].get(entry.kind)
        return told(self, entry) if told else ()

    def other_names(self, entry: Entry) -> Iterator[Piece]:
        shown = self.shown(entry.title)[0]
        yield from (piece for piece in self.every(entry.title) if piece[0] != shown)
        yield from self._own("names", entry)

    def _named(self, kind: Kind, slug: str) -> Iterator[Piece]:
        entry = self.stage.find(kind, slug)
        if entry is None:
            return
        yield from self.every(entry.title)
        yield from self._own("names", entry)
        if isinstance(entry, Skill):
            yield self.word(self.stage.skill_group(entry.group))

    def _called(self, kind: Kind, slug: str) -> Iterator[Piece]:
        entry = self.stage.find(kind, slug)
        if entry is None:
            return
        yield from self.every(entry.title)
        if isinstance(entry, Region):
            yield from self.country(entry.country)


def _course_place(read: Reading, one: Course) -> Iterator[Piece]:
    yield from read.called("provider", one.provider)
    for region in one.regions:
        yield from read.called("region", region)
    for city in dict.fromkeys(session.place.city for session in one.sessions if session.place) or _home(read, one):
        yield read.word(city)
    if not one.regions:
        yield read.word(read.stage.language.gettext("Everywhere, online"))


def _home(read: Reading, one: Course) -> Iterator[str]:
    """The city of who teaches it, where nothing more is known and one has to go there."""
    found = read.stage.find("provider", one.provider)
    if isinstance(found, Provider) and found.place and one.mode != "online":
        yield found.place.city


def _course_tags(read: Reading, one: Course) -> Iterator[Piece]:
    yield read.word(" ".join(one.standards))
    for session in one.sessions:
        yield from read.month(session.start)
    for group in one.target_groups:
        yield from read.label("course.target_groups", group)
    yield from read.label("course.schedule", one.schedule)
    levels = dict.fromkeys(skill.level for skill in one.skills)
    for level in levels:
        yield from read.label("level", level)
    if list(levels) == ["awareness"]:
        yield read.word(read.stage.language.gettext("beginner"))
    yield from read.label("course.type", one.type)
    yield from read.label("course.mode", one.mode)
    yield from read.label("course.credential.type", one.credential.type if one.credential else None)
    yield from _free(read, one.price)
    if one.eqf:
        yield read.word(f"{read.stage.language.gettext('EQF level')} {one.eqf}")
    yield from (read.word(name) for name in _spoken(read, one))
    if one.credential:
        yield from read.every(one.credential.name)


def _spoken(read: Reading, one: Course) -> Iterator[str]:
    """The languages that it is held in, and how well one should know them (CEFR)."""
    yield from (languages.name(code, read.stage.language) for code in one.languages)
    if one.cefr:
        yield one.cefr


def _free(read: Reading, price: Price | None) -> Iterator[Piece]:
    """What costs nothing, or less: nobody looks for what is paid."""
    if price and "free" in price.category:
        yield from read.label("price.category", price.category)


def _event_place(read: Reading, one: Event) -> Iterator[Piece]:
    yield from read.called("provider", one.organiser)
    yield from read.spot(one.place)
    for region in one.regions:
        yield from read.called("region", region)


def _region_place(read: Reading, one: Region) -> Iterator[Piece]:
    yield from read.country(one.country)


def _region_names(_read: Reading, one: Region) -> Iterator[Piece]:
    yield from ((name, one.language) for name in (one.official_name, one.nuts) if name)


def _region_body(read: Reading, one: Region) -> Iterator[Piece]:
    yield from read.long(*one.industries, one.motivation)
    for need in one.needs:
        if found := read.stage.find("skill", need.skill) if need.skill else None:
            yield read.shown(found.title)


def _synonyms(_read: Reading, one: Skill | JobRole) -> Iterator[Piece]:
    for language, words in one.synonyms.items():
        yield from ((word, language) for word in words)


def _event_tags(read: Reading, one: Event) -> Iterator[Piece]:
    yield from read.month(one.start)
    yield from read.label("event.type", one.type)
    yield from read.label("event.attendance", one.attendance)
    yield from _free(read, one.price)


def _provider_names(_read: Reading, one: Provider) -> Iterator[Piece]:
    yield one.legal_name, one.language


def _practice_place(read: Reading, one: Practice) -> Iterator[Piece]:
    yield from read.called("provider", one.organisation)
    yield from read.called("region", one.region)


def _provider_place(read: Reading, one: Provider) -> Iterator[Piece]:
    yield from read.called("region", one.region)
    yield from read.spot(one.place)


def _funding_place(read: Reading, one: Funding) -> Iterator[Piece]:
    yield from read.every(one.funder)
    for region in one.regions:
        yield from read.called("region", region)
    yield from (piece for code in one.countries for piece in read.country(code))


def _funding_tags(read: Reading, one: Funding) -> Iterator[Piece]:
    yield from read.label("funding.level", one.level)
    for audience in one.audience:
        yield from read.label("funding.audience", audience)


def _course_skills(read: Reading, one: Course) -> Sequence[Piece]:
    return [*read.skills(one.skills), *(piece for role in one.job_roles for piece in read.named("job-role", role))]


_TOLD: Mapping[str, Mapping[Kind, Callable[[Reading, Any], Iterable[Piece]]]] = {
    "names": {"region": _region_names, "provider": _provider_names, "skill": _synonyms, "job-role": _synonyms},
    "skills": {
        "course": _course_skills,
        "event": lambda read, one: read.skills(one.skills),
        "practice": lambda read, one: read.skills(one.skills),
        "job-role": lambda read, one: read.skills(one.skills),
        "skill": lambda read, one: [read.word(read.stage.skill_group(one.group))],
    },
    "place": {
        "course": _course_place,
        "event": _event_place,
        "region": _region_place,
        "provider": _provider_place,
        "funding": _funding_place,
        "practice": _practice_place,
    },
    "tags": {
        "course": _course_tags,
        "event": _event_tags,
        "provider": lambda read, one: read.label("provider.type", one.type),
        "funding": _funding_tags,
    },
    "body": {
        "course": lambda read, one: read.long(*one.outcomes, one.prerequisites, one.quality_assurance),
        "event": lambda read, one: read.long(one.outcomes),
        "region": _region_body,
        "provider": lambda read, one: read.long(*one.offers, *one.looking_for, *one.accreditation),
        "funding": lambda read, one: read.long(*one.purposes),
        "practice": lambda read, one: read.long(one.problem, one.actions, one.results, one.transferability),
    },
}
