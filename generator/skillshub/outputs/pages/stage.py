"""The stage on which pages are played: one Jinja environment a language, with the functions that templates may call.

The only environment of the program, always escaping. Links in what it renders begin with ``ROOT``; ``rooted`` turns
them into relative ones, so that a card is rendered once and serves pages at any depth.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from markupsafe import escape

from skillshub import languages, prose
from skillshub.addresses import address, way_up
from skillshub.around import Surroundings
from skillshub.languages import Language
from skillshub.model import Entry, Kind, Moment, Text
from skillshub.outputs.pages import recurrence
from skillshub.outputs.pages.words import BADGES, BANNERS
from skillshub.site import Site
from skillshub.texts import spoken
from skillshub.weblinks import host_of

FOLDER = Path(__file__).parents[2] / "theme" / "pages"
ROOT = "\x02"  # the way to the root of the page's language; no text of an entry can hold it


class Said(NamedTuple):
    """A text as a page shows it."""

    text: str
    language: str | None  # only when it is not the language of the page


@dataclass(frozen=True, kw_only=True)
class Stage:
    """One language of one site."""

    site: Site
    language: Language
    around: Surroundings
    environment: Environment = field(repr=False)

    def say(self, text: Text) -> Said:
        words, own = spoken(text, self.language.code, self.site.settings.languages[0])
        return Said(words, None if own == self.language.code else own)

    def find(self, kind: Kind, slug: str) -> Entry | None:
        return self.site.catalogue.shelf(kind).get(slug)

    def label(self, way: str, word: str) -> str:
        return self.language.gettext(self.site.labels.get(way, {}).get(word, word))

    def skill_group(self, group: str) -> str:
        label = self.site.settings.skill_groups.get(group)
        return self.say(label).text if label else group

    def render(self, template: str, **context: Any) -> str:
        return self.environment.get_template(template).render(context)


def rooted(html: str, page_address: str) -> str:
    """The same HTML with links that hold on a page at that address."""
    return html.replace(ROOT, way_up(page_address) or "./")


def way(to: str) -> str:
    """A link to an address of the same language, from any page."""
    return ROOT + to


def setting_up(site: Site, language: Language, around: Surroundings, bytecode: Path | None = None) -> Stage:
    """The stage for a language; ``bytecode`` is a folder that only we can write, to keep compiled templates in."""
    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
        bytecode_cache=FileSystemBytecodeCache(str(bytecode)) if bytecode else None,
        auto_reload=False,
    )
    environment.install_gettext_callables(  # type: ignore[attr-defined]  # added by the extension
        language.gettext, language.ngettext, newstyle=True
    )
    stage = Stage(site=site, language=language, around=around, environment=environment)
    environment.globals.update(_functions(stage))
    return stage


def _functions(stage: Stage) -> Mapping[str, Any]:
    """All that a template may call or look up beside what its page gives it."""
    locale = stage.language.locale
    told: Mapping[str, Callable[..., Any]] = {
        "day": lambda when: languages.day(when, locale),
        "moment": lambda when: languages.moment(when, locale),
        "span": lambda start, end: languages.span(start, end, locale),
        "amount": lambda value, currency: languages.amount(value, currency, locale),
        "number": lambda value: languages.number(value, locale),
        "hours": partial(hours, stage.language),
        "recurrence": lambda rule: recurrence.told(rule, stage.language),
        "country": lambda code: languages.country(code, locale),
        "language_name": lambda code: languages.name(code, locale),
    }
    return {
        **told,
        "spoken": stage.say,
        "find": stage.find,
        "label": stage.label,
        "skill_group": stage.skill_group,
        "to": lambda entry: ROOT + address(entry),
        "way": way,
        "markdown": prose.html,
        "host": host_of,
        "badges": BADGES,
        "banners": BANNERS,
    }


def hours(language: Language, value: float) -> str:
    told = languages.number(value, language.locale)
    return language.ngettext("%(count)s hour", "%(count)s hours", 1 if value == 1 else 2) % {"count": told}


def escaped(text: str) -> str:
    """A text for the slots of a shell, which escape nothing."""
    return str(escape(text))


def iso(when: Moment | date) -> str:
    return when.text if isinstance(when, Moment) else when.isoformat()
