"""What a rule says of a single entry, with places for values: one text for the check and for the form.

Only the sentences of rules that a form can ask while it is filled in; the others stand in their rules.
"""

from __future__ import annotations

from collections.abc import Mapping


def _(message: str) -> str:
    """Marks a message for the catalogues of translations."""
    return message


SENTENCES: Mapping[str, str] = {
    "unknown-provider": _("There is no provider '%(name)s'."),
    "unknown-region": _("There is no region '%(name)s'."),
    "unknown-skill": _("There is no skill '%(name)s'."),
    "unknown-job-role": _("There is no job role '%(name)s'."),
    "unknown-funding": _("There is no funding opportunity '%(name)s'."),
    "unknown-group": _("There is no group of skills '%(name)s'."),
    "own-neighbour": _("The region is its own neighbour."),
    "ends-before-it-starts": _("It ends on %(end)s, before it starts on %(start)s."),
    "deadline-after-start": _("One can register until %(deadline)s, but it starts on %(start)s."),
    "closes-before-it-opens": _("It closes on %(closes)s, before it opens on %(opens)s."),
    "updated-in-the-future": _("'%(field)s' is %(day)s, a day that has not come yet."),
    "skill-twice": _("The skill '%(name)s' stands in the list already, at another level."),
    "incomplete-micro-credential": _("A micro-credential needs '%(field)s': %(words)s."),
    "awarding_body": _("who awards it, within 'credential'"),
    "assessment": _("how learning is assessed"),
    "quality_assurance": _("who assures the quality, and how"),
    "eqf": _("its level in the European Qualifications Framework"),
    "everywhere-but-not-online": _("Only an online course is everywhere, and the mode of this one is '%(mode)s'."),
    "paid-without-amount": _("It is %(category)s, but how much is it?"),
    "free-with-amount": _("It is free, but costs %(amount)s."),
    "amount-without-currency": _("%(amount)s of which currency?"),
    "missing-place-onsite": _("The event takes place on site, but where?"),
    "missing-place-hybrid": _("The event takes place on site and online, but where?"),
    "missing-place-session": _("The session takes place on site, but where?"),
    "missing-online-address": _("The event takes place online, but at which address?"),
    "real-entry-of-a-sample-provider": _("The provider '%(name)s' is only a sample."),
    "unclear-need-both": _("The need names both a skill and a job role."),
    "unclear-need-neither": _("The need names neither a skill nor a job role."),
    "wrong-esco-skill": _("This is not the address of a skill in ESCO."),
    "wrong-esco-occupation": _("This is not the address of an occupation in ESCO."),
    "nuts-and-country-disagree": _(
        "NUTS codes of the country '%(country)s' begin with %(prefix)s, but this one is '%(nuts)s'."
    ),
    "missing-nuts": _("The region has no NUTS code, though regions of the country '%(country)s' have one."),
    "swapped-coordinates": _("%(east)s degrees east and %(north)s degrees north is not in Europe."),
}


def said(name: str, /, **values: object) -> str:
    """A sentence with its values."""
    return SENTENCES[name] % values
