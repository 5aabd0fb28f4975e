"""The sentences about a value that does not fit, with places for values: one text for the check and for the form.

The check says them in English, the form on the site in the language of its page. Nothing is decided here.
"""

from __future__ import annotations

from collections.abc import Mapping


def _(message: str) -> str:
    """Marks a message for the catalogues of translations."""
    return message


def one_or_many(one: str, many: str) -> tuple[str, str]:
    """Marks a message in singular and plural."""
    return one, many


SENTENCES: Mapping[str, str] = {
    "entry": _("the entry"),
    "inside": _("%(inner)s in %(outer)s"),
    "item": _("item %(number)s"),
    "item-of": _("item %(number)s of %(list)s"),
    "none": _("none"),
    "text-value": _("the text %(value)s"),
    "number-value": _("the number %(value)s"),
    "word-value": _("the word %(value)s, which YAML reads as yes or no"),
    "text-or-texts": _("text, or one text per language"),
    "or": _("%(one)s or %(other)s"),
    "wrong-type": _("%(field)s is %(what)s, but it must be %(wanted)s"),
    "empty-field": _("%(field)s has no value"),
    "empty-text": _("%(field)s is empty"),
    "too-long": _("%(field)s has %(length)s characters, %(over)s more than the %(limit)s that fit"),
    "too-few": _("%(field)s needs at least %(least)s, but has %(count)s"),
    "too-many": _("%(field)s has %(count)s items, %(over)s more than the %(limit)s that fit"),
    "the-same-item": _("the same item"),
    "repeated-item": _("%(what)s stands twice in %(field)s: it is item %(first)s and item %(again)s"),
    "minimum": _("%(field)s is %(value)s, but it must be at least %(limit)s"),
    "maximum": _("%(field)s is %(value)s, but it must be at most %(limit)s"),
    "exclusiveMinimum": _("%(field)s is %(value)s, but it must be more than %(limit)s"),
    "exclusiveMaximum": _("%(field)s is %(value)s, but it must be less than %(limit)s"),
    "unknown-value": _("%(value)s is not among the values that %(field)s can have"),
    "unknown-language": _("there is no language %(value)s"),
    "unknown-country": _("there is no country %(value)s"),
    "unknown-language-of-text": _("there is no language %(value)s, so %(field)s cannot have a text in it"),
    "bad-name": _("%(value)s cannot be a name in %(field)s"),
    "unknown-field": _("there is no field %(word)s for %(owner)s"),
    "unknown-field-inside": _("there is no field %(word)s in %(field)s"),
    "missing-field": _("the field %(word)s is missing for %(owner)s"),
    "missing-field-inside": _("the field %(word)s is missing in %(field)s"),
    "bad-code": _("%(field)s cannot be %(value)s"),
    "bad-email": _("%(value)s is not an e-mail address"),
    "bad-currency": _("there is no currency %(value)s"),
    "bad-timezone": _("there is no time zone %(value)s"),
    "bad-date": _("%(field)s is %(value)s, but a day is written year-month-day"),
    "bad-moment": _("%(field)s is %(value)s, but a day is written year-month-day, with a T before the time"),
    "no-such-year": _("the year %(year)s cannot be meant"),
    "no-such-month": _("there is no month %(month)s"),
    "no-such-day": _("%(month)s %(year)s has no day %(day)s: it has %(days)s days"),
}

COUNTS: Mapping[str, tuple[str, str]] = {
    "characters": one_or_many("%(count)s character", "%(count)s characters"),
    "items": one_or_many("%(count)s item", "%(count)s items"),
}

OWNERS: Mapping[str, str] = {
    "course": _("a course"),
    "event": _("an event"),
    "region": _("a region"),
    "provider": _("a provider"),
    "funding": _("a funding opportunity"),
    "practice": _("a practice"),
    "skill": _("a skill"),
    "job-role": _("a job role"),
    "settings": "the settings of a hub",
}
"""Kind -> the one entry that a field is missing for."""


def said(name: str, /, **values: object) -> str:
    """A sentence with its values."""
    return SENTENCES[name] % values


def counted(name: str, count: int) -> str:
    """So many of something: "1 character", "1,200 characters"."""
    one, many = COUNTS[name]
    return (one if count == 1 else many) % {"count": f"{count:,}"}
