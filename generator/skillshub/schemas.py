"""Hold entries against their schemas: quickly if they are sound, thoroughly if they are not.

A fast validator lets the sound ones through. Only for an entry that it turns away does a slow one find everything that
is wrong, for ``wording`` to say. Both ask the same ``formats`` and read a pattern alike; where they disagree, that is
our mistake and an exception. What must hold between entries is in ``rules``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema_rs

from skillshub.findings import Finding
from skillshub.formats import FORMATS
from skillshub.forms import Form, form_of, references_in
from skillshub.wording import MOST, Misfit, repeated, words_for
from skillshub.wording.sentences import OWNERS

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import ValidationError

Documents = Mapping[str, dict[str, Any]]

_ENDING = ".schema.json"
_BASE = "file:///"  # the schemas name no address of their own, so that no editor goes to the network for them
_SHARED = "common"


@dataclass(frozen=True, kw_only=True)
class Schema:
    """One kind of entry. Each part is made when it is first asked for: a build of a few entries asks for few."""

    documents: Documents = field(repr=False)  # by file name
    name: str  # of its own file

    @cached_property
    def form(self) -> Form:
        return form_of(self.documents, self.name)

    @cached_property
    def references(self) -> Mapping[tuple[str, ...], str]:
        """The way to each name of another entry -> the kind of that entry."""
        return dict(references_in(self.form))

    @cached_property
    def lets_through(self) -> jsonschema_rs.Validator:
        resources: list[tuple[str, Any]] = [(_BASE + one, document) for one, document in self.documents.items()]
        return jsonschema_rs.validator_for(
            self.documents[self.name],
            registry=jsonschema_rs.Registry(resources),
            validate_formats=True,
            formats=dict(FORMATS),
            base_uri=_BASE + self.name,
        )


@dataclass(frozen=True, kw_only=True)
class Schemas:
    """Every kind of entry, and ``settings``."""

    documents: Documents = field(repr=False)  # by file name
    kinds: Mapping[str, Schema]

    @classmethod
    def load(cls, folder: Path) -> Schemas:
        """The schemas of a folder, by the names of its files."""
        documents = {path.name: json.loads(path.read_bytes()) for path in sorted(folder.glob(f"*{_ENDING}"))}
        names = [name for name in documents if name != _SHARED + _ENDING]
        kinds = {name.removesuffix(_ENDING): Schema(documents=documents, name=name) for name in names}
        return cls(documents=documents, kinds=kinds)

    def problems_in(self, path: str, kind: str, value: object) -> tuple[Finding, ...]:
        """Everything that is wrong with a value of this kind; nothing for a sound one."""
        if self.kinds[kind].lets_through.is_valid(value):
            return ()
        errors = tuple(islice(self._thorough[kind].iter_errors(value), 5 * MOST))
        if not errors:
            raise AssertionError(f"{path}: turned away, but nothing is wrong with it")
        form = self.kinds[kind].form
        return words_for(_misfit(form, kind, error) for error in errors)

    def references(self, kind: str) -> Mapping[tuple[str, ...], str]:
        """Every way to the name of another entry ("*" is each item of a list) -> the kind of that entry."""
        return self.kinds[kind].references

    def fields(self, kind: str) -> Form:
        """What an entry of this kind may hold."""
        return self.kinds[kind].form

    @cached_property
    def _thorough(self) -> Mapping[str, Draft202012Validator]:
        return {kind: _thorough_validator(self.documents, kind + _ENDING) for kind in self.kinds}


def _misfit(form: Form, kind: str, error: ValidationError) -> Misfit:
    """An error about the names of free fields is about the name: its field is the name's."""
    way = tuple(error.absolute_path)
    steps = [step for step in error.absolute_schema_path if step != "$ref"]
    about_a_name = "propertyNames" in steps[-2:-1]
    here = form.at(way)
    value: Any = error.instance
    return Misfit(
        field=(*way, value) if about_a_name else way,
        keyword="propertyNames" if about_a_name else str(error.validator),
        limit=error.validator_value,
        value=value,
        form=(here.keys or Form()) if about_a_name else here,
        owner=OWNERS.get(kind, kind),
    )


def _thorough_validator(documents: Documents, name: str) -> Draft202012Validator:
    """Imported here: a hub without a mistake never pays for it."""
    from jsonschema import Draft202012Validator, FormatChecker  # noqa: PLC0415
    from jsonschema.validators import extend  # noqa: PLC0415
    from referencing import Registry  # noqa: PLC0415
    from referencing.jsonschema import DRAFT202012  # noqa: PLC0415

    # Without its $schema: at the sight of one, jsonschema goes on with its own class instead of this one.
    nameless = {
        one: {key: document[key] for key in document if key != "$schema"} for one, document in documents.items()
    }
    resources = [(_BASE + one, DRAFT202012.create_resource(document)) for one, document in nameless.items()]
    checker = FormatChecker(formats=())
    for one, holds in FORMATS.items():
        checker.checks(one)(_of_text_only(holds))
    strict: Any = extend(  # type: ignore[no-untyped-call]
        Draft202012Validator, {"pattern": _pattern, "uniqueItems": _unique_items}
    )
    validator: Draft202012Validator = strict(
        {"$ref": _BASE + name}, registry=Registry[Any]().with_resources(resources), format_checker=checker
    )
    return validator


def _of_text_only(holds: Any) -> Any:
    return lambda value: not isinstance(value, str) or holds(value)


def _pattern(_validator: object, pattern: str, value: object, _schema: object) -> Iterator[ValidationError]:
    from jsonschema.exceptions import ValidationError  # noqa: PLC0415

    if isinstance(value, str) and not _strictly(pattern).search(value):
        yield ValidationError("does not match")


def _unique_items(_validator: object, unique: bool, value: object, _schema: object) -> Iterator[ValidationError]:
    """jsonschema's own compares every item with every other, which takes a minute for a file made to annoy."""
    from jsonschema.exceptions import ValidationError  # noqa: PLC0415

    if unique and isinstance(value, list) and repeated(value):
        yield ValidationError("holds an item twice")


# What JSON Schema (that is, JavaScript) takes for white space; Python takes more.
_SPACE = "\\t\\n\\x0b\\x0c\\r \\xa0\\ufeff\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000"


@lru_cache(maxsize=256)
def _strictly(pattern: str) -> re.Pattern[str]:
    """The pattern as JSON Schema means it: ``$`` is the very end, where Python also stops before a last line break."""
    ended = re.sub(r"(?<!\\)\$(?=$|\|)", r"\\Z", pattern)
    return re.compile(ended.replace(r"\S", f"[^{_SPACE}]"))
