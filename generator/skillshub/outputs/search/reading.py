"""What of an entry is searched: its texts by field.

A text goes in as its page shows it; names go in in every language that they have, so that "Hochvolt", "alto voltaje"
and "HV" find the same course.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from skillshub.model import (
    Course,
    Entry,
    Event,
    Funding,
    JobRole,
    Kind,
    Practice,
    Price,
    Provider,
    Region,
    Skill,
    SkillAtLevel,
)
from skillshub.outputs.pages.words import KIND, KINDS
from skillshub.outputs.search.fields import Piece
from skillshub.outputs.search.telling import Telling


@dataclass(frozen=True, kw_only=True)
class Reading(Telling):
    """Reads entries for the index of one language."""

    @cached_property
    def named(self) -> Callable[[Kind, str], tuple[Piece, ...]]:
        """All names of what an entry refers to, in every language, synonyms included."""
        return cache(lambda kind, slug: tuple(self._named(kind, slug)))

    @cached_property
    def called(self) -> Callable[[Kind, str], tuple[Piece, ...]]:
        """The names of a provider or a region, and of what this lies in."""
        return cache(lambda kind, slug: tuple(self._called(kind, slug)))

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

    def shown_of(self, kind: Kind, slugs: Iterable[str]) -> Iterator[Piece]:
        """What entries are called on the page, where they are named in passing."""
        yield from (self.shown(found.title) for slug in slugs if (found := self.stage.find(kind, slug)))

    def skills(self, skills: Iterable[SkillAtLevel]) -> Sequence[Piece]:
        return [piece for one in skills for piece in self.named("skill", one.skill)]

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
            yield from self.lies_in(entry)

    def lies_in(self, region: Region) -> Iterator[Piece]:
        """The larger regions that it lies in, and its country."""
        catalogue = self.stage.site.catalogue
        yield from (
            piece for slug in catalogue.places[region.slug][1:] for piece in self.every(catalogue.regions[slug].title)
        )
        yield from self.country(region.country)


def _course_place(read: Reading, one: Course) -> Iterator[Piece]:
    yield from read.called("provider", one.provider)
    for region in one.regions:
        yield from read.called("region", region)
    places = [session.place for session in one.sessions if session.place]
    for city in dict.fromkeys(place.city for place in places) or _home(read, one):
        yield read.word(city)
    yield from dict.fromkeys(piece for place in places for piece in read.every(place.name))
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
    yield from _course_levels(read, one)
    yield from read.label("course.type", one.type)
    yield from read.label("course.mode", one.mode)
    yield from read.label("course.credential.type", one.credential.type if one.credential else None)
    yield from _free(read, one.price)
    yield from read.held_in(one.languages)
    if one.credential:
        yield from read.every(one.credential.name)
        yield from read.every(one.credential.awarding_body)


def _course_levels(read: Reading, one: Course) -> Iterator[Piece]:
    levels = dict.fromkeys(skill.level for skill in one.skills)
    for level in levels:
        yield from read.label("level", level)
    if list(levels) == ["awareness"]:
        yield read.word(read.stage.language.gettext("beginner"))
    if one.eqf:
        yield read.word(f"{read.stage.language.gettext('EQF level')} {one.eqf}")
    if one.ects:
        yield read.word(f"{one.ects:g} ECTS")
    if one.cefr:
        yield read.word(one.cefr)


def _course_body(read: Reading, one: Course) -> Iterator[Piece]:
    yield from read.long(*one.outcomes, one.prerequisites, one.quality_assurance, one.price.note)
    yield read.word(" ".join(one.isced_f))
    for way in one.assessment:
        yield from read.label("course.assessment", way)
    yield from read.label("course.setting", one.setting)
    yield from read.shown_of("funding", one.funding)


def _free(read: Reading, price: Price | None) -> Iterator[Piece]:
    """What costs nothing, or less: nobody looks for what is paid."""
    if price and "free" in price.category:
        yield from read.label("price.category", price.category)


def _event_place(read: Reading, one: Event) -> Iterator[Piece]:
    yield from read.called("provider", one.organiser)
    yield from read.spot(one.place)
    for region in one.regions:
        yield from read.called("region", region)


def _region_names(_read: Reading, one: Region) -> Iterator[Piece]:
    yield from ((name, one.language) for name in (one.official_name, one.nuts) if name)


def _region_body(read: Reading, one: Region) -> Iterator[Piece]:
    yield from read.long(*one.industries, one.motivation)
    for membership in one.memberships:
        yield read.word(membership.network)
        yield from read.long(membership.role)
    for fact in one.facts:
        yield from read.long(fact.label)
        yield read.word(fact.value)
    yield from dict.fromkeys(read.long(*(need.note for need in one.needs)))
    yield from read.shown_of("skill", (need.skill for need in one.needs if need.skill))
    yield from read.shown_of("job-role", (need.job_role for need in one.needs if need.job_role))


def _job_role_names(read: Reading, one: JobRole) -> Iterator[Piece]:
    yield from _synonyms(read, one)
    if one.isco:
        yield read.word(f"ISCO-08 {one.isco}")


def _skill_body(read: Reading, one: Skill) -> Iterator[Piece]:
    for name, codes in (("DigComp", one.digcomp), ("GreenComp", one.greencomp)):
        if codes:
            yield read.word(f"{name} {' '.join(codes)}")


def _synonyms(_read: Reading, one: Skill | JobRole) -> Iterator[Piece]:
    for language, words in one.synonyms.items():
        yield from ((word, language) for word in words)


def _event_tags(read: Reading, one: Event) -> Iterator[Piece]:
    yield from read.month(one.start)
    yield from read.label("event.type", one.type)
    yield from read.label("event.attendance", one.attendance)
    yield from read.held_in(one.languages)
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
    if not (one.regions or one.countries):
        yield read.word(read.stage.language.gettext("All regions"))


def _funding_body(read: Reading, one: Funding) -> Iterator[Piece]:
    yield from read.long(*one.purposes)
    if one.source:
        yield from read.long(one.source.title)


def _funding_tags(read: Reading, one: Funding) -> Iterator[Piece]:
    yield from read.label("funding.level", one.level)
    for audience in one.audience:
        yield from read.label("funding.audience", audience)


def _course_skills(read: Reading, one: Course) -> Sequence[Piece]:
    return [*read.skills(one.skills), *(piece for role in one.job_roles for piece in read.named("job-role", role))]


_TOLD: Mapping[str, Mapping[Kind, Callable[[Reading, Any], Iterable[Piece]]]] = {
    "names": {"region": _region_names, "provider": _provider_names, "skill": _synonyms, "job-role": _job_role_names},
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
        "region": Reading.lies_in,
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
        "course": _course_body,
        "event": lambda read, one: read.long(one.outcomes, one.price.note if one.price else None),
        "region": _region_body,
        "provider": lambda read, one: read.long(*one.offers, *one.looking_for, *one.accreditation),
        "funding": _funding_body,
        "practice": lambda read, one: read.long(one.problem, one.actions, one.results, one.transferability),
        "skill": _skill_body,
    },
}
