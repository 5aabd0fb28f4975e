"""All that the form says, in one language: titles and helps of fields, sentences of the check, its own few words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from skillshub import weblinks
from skillshub.forms import words_in
from skillshub.languages import Language
from skillshub.outputs.pages.words import BADGES, KIND, one_or_many
from skillshub.rules import sentences as of_rules
from skillshub.site import Site
from skillshub.wording import sentences
from skillshub.wording.showing import TYPE_WORDS


def _(message: str) -> str:
    """Marks a message for the catalogues of translations."""
    return message


FORM_WORDS: Mapping[str, Any] = {
    "required": _("required"),
    "example": _("Example: %(example)s"),
    "choose": _("Please choose"),
    "yes": _("Yes"),
    "no": _("No"),
    "day": _("Day"),
    "time": _("Time (optional)"),
    "language": _("Language"),
    "add-translation": _("Add a translation"),
    "remove-translation": _("Remove this translation"),
    "in-language": _("%(title)s (%(language)s)"),
    "add": _("Add: %(title)s"),
    "remove": _("Remove %(title)s %(number)s"),
    "numbered": _("%(title)s %(number)s"),
    "search": _("Type to search, then choose with the arrow keys and Enter."),
    "found": _("Found: %(count)s"),
    "nothing-found": _("Nothing found. Only what is in the catalogue can be chosen: add it first, then come back."),
    "chosen": _("Chosen: %(name)s"),
    "take-away": _("Take away %(name)s"),
    "everywhere": _("Everywhere (online)"),
    "one-per-line": _("One on each line."),
    "new-title": {
        "course": _("Add a course"),
        "event": _("Add an event"),
        "region": _("Add a region"),
        "provider": _("Add a partner"),
        "funding": _("Add a funding opportunity"),
        "practice": _("Add a good practice"),
        "skill": _("Add a skill"),
        "job-role": _("Add a job role"),
    },
    "change-title": _("Change: %(title)s"),
    "file-name": _("File name"),
    "file-help": _(
        "Made from the title; change it if you like. The file is kept in %(folder)s, and its name becomes the address "
        "of the page, for ever: small letters a-z, digits and hyphens."
    ),
    "file-fixed": _("The name stays as it is: it is the address of the page."),
    "taken": _("There is an entry with the name '%(name)s' already."),
    "bad-file-name": _("The name may hold small letters a-z, digits and single hyphens, 80 at the most."),
    "no-file-name": _("The entry has no name for its file yet."),
    "saved": _("Draft saved on this device, %(time)s"),
    "restored": _("Your draft of %(when)s is here again."),
    "discarded": _("The draft was thrown away."),
    "not-saved": _("This browser keeps no drafts: copy the text before you leave the page."),
    "too-large": _("The entry is too large: %(size)s KiB, and an entry may have %(limit)s KiB at most."),
    "problems": one_or_many("There is %(count)s thing to correct", "There are %(count)s things to correct"),
    "copied": _("Copied."),
    "not-copied": _("Copying did not work: select the text and copy it yourself."),
    "no-card": _("The card appears when the entry has a title."),
    "no-such-entry": _("There is no entry with this name any more; this is the form for a new one."),
    "comments": _("Comments in the file, if it has any, will be lost: take them over by hand."),
    "forge": {"github": "GitHub", "gitlab": "GitLab", "forgejo": "Forgejo"},
    "propose": _("Propose it on %(forge)s"),
    "finish": _("Check it and take it with you"),
    "step-sign-in": _("Sign in there if you are asked to. An account costs nothing."),
    "step-look": _("The file is filled in already. You need not change anything."),
    "step-propose": _("Choose “Commit changes” or “Propose changes”, then “Create pull request”."),
    "step-wait": _("The check looks at it within minutes, then one of us does. Nothing is published before."),
    "step-copy": _("Copy the text below."),
    "step-open-new": _("Open the page for a new file; its name is filled in."),
    "step-open-edit": _("Open the file in the editor of %(forge)s."),
    "step-paste": _("Select all that stands there (Ctrl+A), and paste your text over it (Ctrl+V)."),
    "step-paste-new": _("Paste the text into the large field (Ctrl+V)."),
    "step-download": _("Download the file, or copy the text below."),
    "step-send": _("Send the file to those who run this hub, and say what it is."),
    "why-long": _("This entry is too long to be handed over in a link, so the text is handed over by copying."),
    "why-edit": _("%(forge)s opens a file as it is, so the changed text is handed over by copying."),
    "why-gitlab": _("GitLab takes the name of a file but not its text, so the text is handed over by copying."),
    "opened": _("%(forge)s has opened in a new tab."),
    "start-any-time": _("Start at any time"),
    "everywhere-online": _("Everywhere, online"),
}
"""What the form says by itself. Labels of single buttons and headings stand in ``theme/pages/form.html``."""

CARD_WORDS: Mapping[str, str] = {
    "provider": _("Provider"),
    "place": _("Place"),
    "form": _("Form"),
    "level": _("Level"),
    "next-date": _("Next date"),
    "deadline": _("Deadline"),
    "until": _("Register until %(when)s"),
    "price": _("Price"),
    "organiser": _("Organiser"),
    "taking-part": _("Taking part"),
    "date": _("Date"),
    "country": _("Country"),
    "nuts": _("NUTS code"),
    "region": _("Region"),
    "funder": _("Funder"),
    "programme": _("Kind of programme"),
    "who": _("Who can apply"),
    "closes": _("Closes"),
    "organisation": _("Organisation"),
    "group": _("Group"),
    "skills": _("Skills"),
    "demand": _("Demand"),
}


def words(site: Site, language: Language) -> Mapping[str, Any]:
    """Whatever the form may say. A message of the schemas that is missing here reads as the schemas have it."""
    return {
        "language": language.code,
        "messages": dict(_translated(site, language)),
        "sentences": _said({**sentences.SENTENCES, **sentences.COUNTS}, language),
        "owners": _said({kind: sentences.OWNERS[kind] for kind in KIND}, language),
        "types": _said(TYPE_WORDS, language),
        "links": _said(weblinks.SENTENCES, language),
        "rules": _said(of_rules.SENTENCES, language),
        "kinds": _said({str(kind): word for kind, word in KIND.items()}, language),
        "badges": _said({"sample": BADGES["sample"]}, language),
        "form": _said(FORM_WORDS, language),
        "card": _said({**CARD_WORDS, "count-of-skills": one_or_many("%(count)s skill", "%(count)s skills")}, language),
    }


def _translated(site: Site, language: Language) -> Iterable[tuple[str, str]]:
    for name, document in site.documents.items():
        if name != "settings.schema.json":
            for message in words_in(document):
                if (said := language.gettext(message)) != message:
                    yield message, said


def _said(messages: Mapping[str, Any], language: Language) -> dict[str, Any]:
    """The same names with their messages in the language; singular and plural as a pair."""
    said: dict[str, Any] = {}
    for name, message in messages.items():
        if isinstance(message, Mapping):
            said[name] = _said(message, language)
        elif isinstance(message, tuple):
            one, many = message
            said[name] = [language.ngettext(one, many, count) for count in (1, 2)]
        else:
            said[name] = language.gettext(message)
    return said
