"""What results can be narrowed by: which choices each entry has of a facet, and what these are called.

``columns`` writes them down; the lists of one choice are made from them, too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from skillshub import languages
from skillshub.model import (
    EVERYWHERE,
    FOLDERS,
    Course,
    Entry,
    Event,
    Funding,
    JobRole,
    Kind,
    Practice,
    Provider,
    Region,
    Skill,
)
from skillshub.outputs.pages.stage import Stage
from skillshub.outputs.pages.words import BADGES, KINDS
from skillshub.states import Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """Choices of which a document has none, one or several."""

    of: Callable[[Stage, Entry, Standing], Iterable[str]]
    label: Callable[[Stage, str], Sequence[Any]]
    ways: tuple[str, ...] = ()  # to labels of the schema whose order means something
    order: tuple[str, ...] = ()  # of choices that the schema does not know
    kind: Kind | None = None  # of the entries that are its choices


def _kind(_stage: Stage, entry: Entry, _stand: Standing) -> Iterator[str]:
    yield entry.kind


def _region(stage: Stage, entry: Entry, _stand: Standing) -> Iterable[str]:
    """What is in a region is in the larger ones around it, too; a programme is for all that lies in what it names."""
    named = stage.site.catalogue.within(_named(entry))
    match entry:
        case Course():
            return named or (EVERYWHERE,)
        case Event():
            return named or ((_whole(entry.place.country),) if entry.place else _online(entry))
        case Funding():
            return (*entry.regions, *_reached(stage, entry), *map(_whole, entry.countries))
        case _:
            return named


def _named(entry: Entry) -> Iterable[str]:
    match entry:
        case Course() | Event() | Funding():
            return entry.regions
        case Region():
            return (entry.slug,)
        case _:
            return (entry.region,) if isinstance(entry, Practice | Provider) else ()


def _reached(stage: Stage, programme: Funding) -> Iterator[str]:
    regions, places = stage.site.catalogue.regions, stage.site.catalogue.places
    for slug, region in regions.items():
        if region.country in programme.countries or not set(places[slug]).isdisjoint(programme.regions):
            yield slug


def _online(event: Event) -> Iterable[str]:
    return (EVERYWHERE,) if event.attendance == "online" else ()


def _whole(country: str) -> str:
    """The choice of a country, as addresses carry it: what is there belongs to no region of it, or to each."""
    return f"~{country}"


def _mode(_stage: Stage, entry: Entry, _stand: Standing) -> Iterable[str]:
    match entry:
        case Course():
            return (entry.mode,)
        case Event():
            return (entry.attendance,)
        case _:
            return ()


def _language(_stage: Stage, entry: Entry, _stand: Standing) -> Iterable[str]:
    return entry.languages if isinstance(entry, Course | Event) else ()


def _level(_stage: Stage, entry: Entry, _stand: Standing) -> Iterable[str]:
    return dict.fromkeys(one.level for one in entry.skills) if isinstance(entry, Course | Event) else ()


def _skill(_stage: Stage, entry: Entry, _stand: Standing) -> Iterable[str]:
    if isinstance(entry, Skill):
        return (entry.slug,)
    return (one.skill for one in entry.skills) if isinstance(entry, Course | Event | Practice | JobRole) else ()


def _group(stage: Stage, entry: Entry, stand: Standing) -> Iterable[str]:
    found = (stage.find("skill", slug) for slug in _skill(stage, entry, stand))
    return (cast("Skill", one).group for one in found if one)


def _job_role(_stage: Stage, entry: Entry, _stand: Standing) -> Iterable[str]:
    if isinstance(entry, JobRole):
        return (entry.slug,)
    return entry.job_roles if isinstance(entry, Course) else ()


def _provider(_stage: Stage, entry: Entry, _stand: Standing) -> Iterable[str]:
    match entry:
        case Course():
            return (entry.provider,)
        case Event():
            return (entry.organiser,)
        case Practice():
            return (entry.organisation,)
        case _:
            return (entry.slug,) if entry.kind == "provider" else ()


def _price(_stage: Stage, entry: Entry, _stand: Standing) -> Iterable[str]:
    price = entry.price if isinstance(entry, Course | Event) else None
    return (price.category,) if price else ()


def _credential(_stage: Stage, entry: Entry, _stand: Standing) -> Iterable[str]:
    return (entry.credential.type,) if isinstance(entry, Course) and entry.credential else ()


def _schedule(_stage: Stage, entry: Entry, _stand: Standing) -> Iterable[str]:
    return (entry.schedule,) if isinstance(entry, Course) and entry.schedule else ()


CURRENT = "current"
"""The state of all that is not over, whatever else one should know of it."""

_WEEK, _MONTH = 40, 160  # hours


def _duration(_stage: Stage, entry: Entry, _stand: Standing) -> Iterable[str]:
    if not isinstance(entry, Course):
        return ()
    steps = ((8, "day"), (_WEEK, "week"), (_MONTH, "month"))
    return (next((name for most, name in steps if entry.workload_hours <= most), "longer"),)


def _open(_stage: Stage, entry: Entry, stand: Standing) -> Iterable[str]:
    if not isinstance(entry, Course | Event | Funding):
        return ()
    shut = {"deadline-over", "full", "no-dates", "postponed", "not-open-yet"}
    return ("no" if stand.over or shut.intersection(stand.states) else "yes",)


def _status(_stage: Stage, _entry: Entry, stand: Standing) -> Iterable[str]:
    return (*(() if stand.over else (CURRENT,)), *(state for state in stand.states if state != "unverified"))


def _entry_label(kind: Kind) -> Callable[[Stage, str], Sequence[Any]]:
    def label(stage: Stage, slug: str) -> Sequence[Any]:
        found = stage.find(kind, slug)
        return (stage.say(found.title).text if found else slug,)

    return label


def _region_label(stage: Stage, slug: str) -> Sequence[Any]:
    if slug == EVERYWHERE:
        return (stage.language.gettext("Everywhere, online"),)
    if slug.startswith("~"):
        return languages.country(slug[1:], stage.language), slug[1:]
    found = cast("Region | None", stage.find("region", slug))
    if found is None:
        return (slug,)
    return stage.say(found.title).text, found.country, round(found.lat, 2), round(found.lon, 2)


_MODES = ("course.mode", "event.attendance")


def _mode_label(stage: Stage, word: str) -> Sequence[Any]:
    ways = (stage.label(way, word) for way in _MODES)
    return (next((label for label in ways if label != word), word),)


def _skill_label(stage: Stage, slug: str) -> Sequence[Any]:
    found = cast("Skill | None", stage.find("skill", slug))
    return (stage.say(found.title).text, found.group) if found else (slug,)


def _says(*pairs: tuple[str, str]) -> Callable[[Stage, str], Sequence[Any]]:
    words = dict(pairs)
    return lambda stage, word: (stage.language.gettext(words[word]),)


def _(message: str) -> str:
    """Marks a message for the catalogues of translations."""
    return message


_DURATIONS = (
    ("day", _("Up to a day")),
    ("week", _("Up to a week (40 hours)")),
    ("month", _("Up to a month (160 hours)")),
    ("longer", _("Longer")),
)

FACETS: Mapping[str, Facet] = {
    "kind": Facet(of=_kind, label=_says(*KINDS.items()), order=tuple(FOLDERS)),
    "region": Facet(of=_region, label=_region_label, kind="region"),
    "mode": Facet(of=_mode, label=_mode_label, ways=_MODES),
    "language": Facet(of=_language, label=lambda stage, code: (languages.name(code, stage.language),)),
    "level": Facet(of=_level, label=lambda stage, word: (stage.label("level", word),), ways=("level",)),
    "group": Facet(of=_group, label=lambda stage, word: (stage.skill_group(word),)),
    "skill": Facet(of=_skill, label=_skill_label, kind="skill"),
    "role": Facet(of=_job_role, label=_entry_label("job-role"), kind="job-role"),
    "provider": Facet(of=_provider, label=_entry_label("provider"), kind="provider"),
    "price": Facet(
        of=_price, label=lambda stage, word: (stage.label("price.category", word),), ways=("price.category",)
    ),
    "credential": Facet(of=_credential, label=lambda stage, word: (stage.label("course.credential.type", word),)),
    "duration": Facet(of=_duration, label=_says(*_DURATIONS), order=tuple(word for word, _ in _DURATIONS)),
    "schedule": Facet(
        of=_schedule, label=lambda stage, word: (stage.label("course.schedule", word),), ways=("course.schedule",)
    ),
    "open": Facet(
        of=_open, label=_says(("yes", _("Open for registration")), ("no", _("Not open"))), order=("yes", "no")
    ),
    "status": Facet(of=_status, label=_says((CURRENT, _("Current")), *BADGES.items()), order=(CURRENT,)),
}
"""Every facet by the short name that addresses carry, in the order in which filters stand."""


def in_order(stage: Stage, name: str, words: Iterable[str]) -> list[str]:
    """Choices of a facet in the order in which they are shown: that of the schema, or of the alphabet."""
    facet = FACETS[name]
    known = dict.fromkeys([*facet.order, *(word for way in facet.ways for word in stage.site.labels.get(way, ()))])
    place = {word: at for at, word in enumerate(known)}
    labels = {word: languages.alphabetical(str(facet.label(stage, word)[0])) for word in words}
    return sorted(labels, key=lambda word: (place.get(word, len(place)), labels[word], word))
