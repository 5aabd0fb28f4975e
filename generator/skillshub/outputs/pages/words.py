"""The words for states and kinds. Marked for translation here, translated where they are shown."""

from __future__ import annotations

from collections.abc import Mapping

from skillshub.model import Kind


def _(message: str) -> str:
    """Marks a message for the catalogues of translations."""
    return message


def one_or_many(one: str, many: str) -> tuple[str, str]:
    """Marks a message in singular and plural."""
    return one, many


KIND: Mapping[Kind, str] = {
    "course": _("Course"),
    "event": _("Event"),
    "region": _("Region"),
    "provider": _("Partner"),
    "funding": _("Funding"),
    "practice": _("Practice"),
    "skill": _("Skill"),
    "job-role": _("Job role"),
}

KINDS: Mapping[Kind, str] = {
    "course": _("Courses"),
    "event": _("Events"),
    "region": _("Regions"),
    "provider": _("Partners"),
    "funding": _("Funding"),
    "practice": _("Good practice"),
    "skill": _("Skills"),
    "job-role": _("Job roles"),
}

BADGES: Mapping[str, str] = {
    "sample": _("Sample"),
    "archived": _("Archived"),
    "cancelled": _("Cancelled"),
    "postponed": _("Postponed"),
    "rescheduled": _("Rescheduled"),
    "moved-online": _("Moved online"),
    "past": _("Past"),
    "closed": _("Closed"),
    "closing": _("Closing soon"),
    "deadline-over": _("Registration closed"),
    "no-dates": _("No dates"),
    "full": _("Fully booked"),
    "not-open-yet": _("Not open yet"),
    "unverified": _("Not confirmed lately"),
    "link-broken": _("Link may be broken"),
}

BANNERS: Mapping[str, str] = {
    "sample": _("This entry only shows how an entry looks: what it describes does not exist."),
    "archived": _("This is no longer offered; the page stays so that links to it still lead somewhere."),
    "cancelled": _("This will not take place."),
    "postponed": _("It will not take place on the day first planned; the new date is not known yet."),
    "rescheduled": _("The date has changed; the one below is right."),
    "moved-online": _("It will take place online only."),
    "past": _("This has taken place; nobody can join any more."),
    "closed": _("The last day to apply is over."),
    "deadline-over": _("The last day to register is over."),
    "no-dates": _("All dates were cancelled or postponed, and no new date is known."),
    "full": _("All places are taken."),
    "not-open-yet": _("One cannot apply yet."),
    "unverified": _("Nobody has confirmed for a long time that this is still right: ask before you rely on it."),
    "link-broken": _("A link of this entry could not be reached several times in a row."),
}

PAST = _("Past and closed")

MOVED = _("This page has moved")
HERE_NO_MORE = _("There is nothing here any more")

ORDERS: Mapping[str, str] = {
    "start": _("Next date"),
    "deadline": _("Deadline"),
    "title": _("Title"),
    "updated": _("Last update"),
    "group": _("Group"),
    "country": _("Country"),
}

FILTERS: Mapping[str, str] = {
    "kind": _("What"),
    "region": _("Region"),
    "mode": _("Form"),
    "language": _("Language"),
    "level": _("Level"),
    "group": _("Subject"),
    "skill": _("Skill"),
    "role": _("Job role"),
    "provider": _("Partner"),
    "price": _("Price"),
    "credential": _("Credential"),
    "duration": _("Length"),
    "schedule": _("Schedule"),
    "open": _("Registration"),
    "status": _("State"),
}
"""What the facets of the search are called, in the order in which filters stand."""

SORTS: Mapping[str, str] = {
    "": _("Best match"),
    "start": _("Next date"),
    "deadline": _("Deadline"),
    "amount": _("Price"),
    "hours": _("Length"),
    "title": _("Title"),
    "near": _("Distance"),
}
"""What results can be sorted by, by the words that addresses carry."""
