"""What each code of this room means, in the words of the people who read it: for contribute/rules."""

from __future__ import annotations

from collections.abc import Mapping

MANUAL: Mapping[str, str] = {
    "unknown-field": (
        "The entry has a field that entries of its kind do not have. Mostly it is misspelt. The fields of "
        "each kind, with an example of each, are listed on the page about fields."
    ),
    "missing-field": "A field is missing that every entry of this kind needs.",
    "empty-field": (
        "A field has a name and a colon, but nothing behind it. Write its value, or delete the line if "
        "the field is not required."
    ),
    "empty-text": "A text is empty or holds only spaces.",
    "wrong-type": (
        "The field holds a value of the wrong sort: a number where a text is wanted, a text where a list "
        'is wanted, `yes` where `true` is wanted. YAML reads `480` as a number and `"480"` as text; a '
        "list stands in square brackets, or each of its items on a line of its own after a hyphen and a "
        "space."
    ),
    "unknown-value": "The field takes one of a few values, and this is none of them.",
    "unknown-language": (
        "A language is given by its two-letter code (ISO 639-1): `en`, `de`, `el` for Greek, `cs` for "
        "Czech. That holds for the languages of a course and for the name before each text that is given "
        "per language."
    ),
    "unknown-country": (
        "A country is given by its two-letter code (ISO 3166-1) in capitals: `DE`, `GR` for Greece, `GB` "
        "for the United Kingdom."
    ),
    "too-long": "The text is longer than fits where it is shown, for example on a card in a list.",
    "too-few": "The list holds fewer items than it needs.",
    "too-many": "The list holds more items than fit.",
    "repeated-item": "The same item stands twice in one list.",
    "out-of-range": "The number is smaller or larger than can be meant.",
    "bad-date": "A day is written year-month-day, for example `2027-03-15`, and it must exist.",
    "bad-moment": (
        "A day, or a day and a local time with a T between them: `2027-03-15` or `2027-03-15T09:00`. The "
        "time zone stands in a field of its own. Where only the month or the year is known, as for an "
        'event of long ago, write `2024-06` or `"2024"` (with quotes, because a year alone is a number).'
    ),
    "bad-timezone": (
        "A time zone has the name of a continent and a city (IANA): `Europe/Berlin`. Abbreviations such "
        "as CET do not say when summer time begins."
    ),
    "bad-web-address": (
        "A web address begins with `https://` and leads to a host with a name: no user name, no bare "
        "number (IP address), no other scheme. Visitors of the site are sent there, so it has to be safe."
    ),
    "bad-email": "This is not an e-mail address.",
    "bad-currency": "A currency is given by its three-letter code (ISO 4217): `EUR`, `PLN`, `GBP`.",
    "bad-code": (
        "A code or a name is not written as such codes are. The name of another entry is its file name "
        "without `.yml`: small letters, digits and hyphens."
    ),
}
"""Code -> what it means and what is right, in Markdown."""
