"""The stage on which pages are played: one Jinja environment a language, with the functions that templates may call.

The only environment of the program, always escaping. Links in what it renders begin with ``ROOT``; ``rooted`` turns
them into relative ones, so that a card is rendered once and serves pages at any depth.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import Any, NamedTuple, cast

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from jinja2.compiler import CodeGenerator
from jinja2.runtime import Macro
from markupsafe import escape

from skillshub import languages, prose
from skillshub.addresses import address, way_up
from skillshub.around import Surroundings
from skillshub.languages import Language
from skillshub.model import Entry, Kind, Moment, Text
from skillshub.outputs.pages import recurrence
from skillshub.outputs.pages.words import BADGES, BANNERS
from skillshub.site import Site
from skillshub.templates import CompiledOnce
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
    cards: dict[Entry, Any] = field(default_factory=dict, repr=False)  # what ``cards.card`` made, once made

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

    def phrase(self, text: Text) -> str:
        """A text, marked with its language where that is not the page's."""
        words, own = self.say(text)
        return prose.phrase(words, own) if own else words

    def block(self, text: Text) -> str:
        """A longer text in Markdown, as HTML that is safe."""
        return prose.block(*self.say(text))

    def part(self, name: str, *values: Any) -> str:
        """A small piece of HTML, made by one of the macros in ``parts.html``."""
        made: str = cast("Macro", self.environment.globals[name])(*values)
        return made

    def render(self, template: str, **context: Any) -> str:
        return self.environment.get_template(template).render(context)


Piece = Callable[[Stage, Entry], str]


_SAFE = type(escape(""))
"""What is escaped already, or was made by ``prose``. Of its own accord it would make a copy of itself, slowly."""


class _Code(CodeGenerator):
    """Code of templates that escapes a text in one step; Jinja's own makes an object of each piece that it escapes."""

    def _output_child_pre(self, node: Any, frame: Any, finalize: Any) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile:
            self.write("environment.escaped(")
        else:
            super()._output_child_pre(node, frame, finalize)


class _Environment(Environment):
    code_generator_class = _Code

    def make_globals(self, d: Any) -> Any:
        """Ours for all templates: a map of their own over them would be copied, key by key, for each page."""
        return {**self.globals, **d} if d else self.globals

    @staticmethod
    def escaped(value: Any) -> str:
        if type(value) is str:
            return html.escape(value)
        made: str = value if type(value) is _SAFE else escape(value)
        return made


class _Templates(FileSystemLoader):
    """Templates in one language: messages without variables are translated once, not on every page."""

    def __init__(self, language: Language) -> None:
        super().__init__(FOLDER)
        self._language = language

    def get_source(self, environment: Environment, template: str) -> Any:
        source, *rest = super().get_source(environment, template)
        return _MESSAGE.sub(lambda found: escaped(self._language.gettext(found[1])), source), *rest


_COMPILED = CompiledOnce()
_MESSAGE = re.compile(r"{% trans %}([^{}]*){% endtrans %}")


def rooted(html: str, page_address: str) -> str:
    """The same HTML with links that hold on a page at that address."""
    return html.replace(ROOT, way_up(page_address) or "./")


def way(to: str) -> str:
    """A link to an address of the same language, from any page."""
    return ROOT + to


def setting_up(site: Site, language: Language, around: Surroundings, pieces: Mapping[str, Piece]) -> Stage:
    """The stage for a language; ``pieces`` make what an entry looks like in lists, by name, and are kept once made."""
    scratch = site.scratch
    environment = _Environment(
        loader=_Templates(language),
        autoescape=True,
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
        bytecode_cache=FileSystemBytecodeCache(str(scratch), f"{language.code}-%s") if scratch else _COMPILED,
        auto_reload=False,
    )
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    environment.install_gettext_callables(  # type: ignore[attr-defined]  # added by the extension
        language.gettext, language.ngettext, newstyle=True
    )
    stage = Stage(site=site, language=language, around=around, environment=environment)
    environment.filters.update(_filters(stage))
    environment.filters.update({name: cache(partial(piece, stage)) for name, piece in pieces.items()})
    environment.globals["badges"] = {state: language.gettext(word) for state, word in BADGES.items()}
    environment.globals["banners"] = {state: language.gettext(word) for state, word in BANNERS.items()}
    parts = vars(environment.get_template("parts.html").module)
    environment.globals.update({name: part for name, part in parts.items() if isinstance(part, Macro)})
    return stage


def _filters(stage: Stage) -> Mapping[str, Callable[..., Any]]:
    """What templates may do with a value: filters, since Jinja calls them three times as fast as functions."""
    language = stage.language
    return {
        "say": stage.phrase,
        "spoken": stage.say,
        "prose": stage.block,
        "label": lambda word, way: stage.label(way, word),
        "level": cache(lambda word: stage.part("level", word, stage.label("level", word))),
        "link": cache(lambda slug, kind: stage.part("link", stage.find(kind, slug), slug)),
        "to": lambda entry: ROOT + address(entry),
        "way": way,
        "host": host_of,
        "skill_group": stage.skill_group,
        "day": lambda when: languages.day(when, language),
        "moment": lambda when: languages.moment(when, language),
        "span": lambda start, end: languages.span(start, end, language),
        "amount": lambda value, currency: languages.amount(value, currency, language),
        "number": lambda value: languages.number(value, language),
        "hours": partial(hours, stage.language),
        "recurrence": lambda rule: recurrence.told(rule, stage.language),
        "country": lambda code: languages.country(code, language),
        "language_name": lambda code: languages.name(code, language),
    }


def hours(language: Language, value: float) -> str:
    told = languages.number(value, language)
    return language.ngettext("%(count)s hour", "%(count)s hours", 1 if value == 1 else 2) % {"count": told}


def escaped(text: str) -> str:
    """A text for the slots of a shell, which escape nothing."""
    return str(escape(text))


def iso(when: Moment | date) -> str:
    return when.text if isinstance(when, Moment) else when.isoformat()
