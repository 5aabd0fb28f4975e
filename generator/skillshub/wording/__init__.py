"""Every sentence a partner reads when an entry does not fit its schema.

A schema speaks of patterns and enums; a partner wants to know what to change. ``words_for`` takes everything a
validator found in one entry and stops the cascades: of what follows from one mistake, only the mistake is told.

``misfits``  a value that does not fit its form, before it is put into words
``shapes``   a value of the wrong sort            ``choices``  a value or a name that is on no list
``amounts``  too long, too many, too large        ``dates``    days, times, time zones
``codes``    file names, addresses, currencies    ``names``    did you mean
``other_names``  what people write instead of a code
``showing``  values and fields in a sentence      ``sentences`` what is said, with places for values
``manual``   what each code means, for the docs
``manual_of_files``, ``manual_of_hubs``  the same for the codes of other rooms
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import islice

from skillshub.findings import Finding
from skillshub.problems import Field
from skillshub.wording import amounts, choices, codes, dates, shapes
from skillshub.wording.amounts import repeated
from skillshub.wording.misfits import Misfit, Say, help_of
from skillshub.wording.sentences import said
from skillshub.wording.showing import named, sentence

__all__ = ["FORMAT_SAY", "MOST", "SAY", "Misfit", "repeated", "words_for"]

FORMAT_SAY: Mapping[str, Say] = {
    "date": dates.bad_date,
    "moment": dates.bad_moment,
    "timezone": dates.bad_timezone,
    "web-address": codes.bad_web_address,
    "email": codes.bad_email,
    "currency": codes.bad_currency,
    "isced-f": codes.bad_code,
}


def _by_format(misfit: Misfit) -> Finding:
    return FORMAT_SAY[misfit.limit](misfit)


def _by_pattern(misfit: Misfit) -> Finding:
    """A pattern that only asks for one visible character means: not empty."""
    if misfit.limit == r"\S":
        return amounts.empty_text(misfit)
    return FORMAT_SAY.get(misfit.form.format, codes.bad_code)(misfit)


def _no_text_at_all(misfit: Misfit) -> Finding:
    return Finding(
        field=misfit.field,
        code="empty-text",
        message=said("empty-text", field=named(misfit.field)),
        hint=help_of(misfit.form),
    )


SAY: Mapping[str, Say] = {
    "type": shapes.wrong_type,
    "enum": choices.unknown_choice,
    "minLength": amounts.empty_text,
    "pattern": _by_pattern,
    "format": _by_format,
    "maxLength": amounts.too_long,
    "minProperties": _no_text_at_all,
    "propertyNames": choices.unknown_language_of_text,
    "minItems": amounts.too_few,
    "maxItems": amounts.too_many,
    "uniqueItems": amounts.repeated_item,
    "minimum": amounts.at_least,
    "maximum": amounts.at_most,
    "exclusiveMinimum": amounts.more_than,
    "exclusiveMaximum": amounts.less_than,
}
"""Keyword -> the room that words it; of several about one plain value the first is told and the rest are left out."""

MOST = 100
"""Findings in one entry that are told; nobody reads further, and only a file made to annoy has more."""

_OF_FIELDS = ("additionalProperties", "required")
_RANK = {keyword: rank for rank, keyword in enumerate(SAY)}


def words_for(misfits: Iterable[Misfit]) -> tuple[Finding, ...]:
    """What is wrong, once each; the order is that of the fields."""
    at: dict[Field, list[Misfit]] = defaultdict(list)
    for misfit in misfits:
        at[misfit.field].append(misfit)
    found = (finding for together in at.values() for finding in _at_one_place(together))
    return tuple(dict.fromkeys(map(_in_sentences, islice(found, MOST))))


def _in_sentences(finding: Finding) -> Finding:
    return replace(finding, message=sentence(finding.message), hint=sentence(finding.hint))


def _at_one_place(misfits: list[Misfit]) -> Iterator[Finding]:
    ranked = sorted((misfit for misfit in misfits if misfit.keyword in SAY), key=lambda misfit: _RANK[misfit.keyword])
    unknown = [misfit for misfit in misfits if misfit.keyword not in SAY and misfit.keyword not in _OF_FIELDS]
    if unknown:
        raise NotImplementedError(f"no words for {unknown[0].keyword!r}")
    if ranked and not isinstance(ranked[0].value, list | dict):
        ranked = ranked[:1]
    for misfit in ranked:
        yield SAY[misfit.keyword](misfit)
    yield from _fields([misfit for misfit in misfits if misfit.keyword in _OF_FIELDS])


def _fields(misfits: list[Misfit]) -> Iterator[Finding]:
    """Unknown and missing fields of one thing: a field that was meant is not missing, only misspelt."""
    meant: set[str] = set()
    for misfit in misfits:
        if misfit.keyword == "additionalProperties":
            present = frozenset(misfit.value)
            for word in misfit.value:
                if word not in misfit.form.fields:
                    finding, name = choices.unknown_field(misfit, word, misfit.value[word], present | meant)
                    meant |= {name} if name else set()
                    yield finding
    missing = {name: misfit for misfit in misfits if misfit.keyword == "required" for name in misfit.limit}
    for name, misfit in missing.items():
        if name not in misfit.value and name not in meant:
            yield choices.missing_field(misfit, name)
