"""What a kind of entry asks for, as its schema says it: every field with its name, help, limits and example.

A schema is a web of references; here it is one tree that ``wording`` and the generated pages can walk. Nothing is
judged.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from skillshub.problems import Field

Json = Mapping[str, Any]
EACH = "*"
"""In a way through an entry: every item of the list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One field, or a whole entry: what it is called, what it may hold."""

    name: str = ""  # as written in the file; "" for an entry and for an item of a list
    part: str = ""  # what it is made of, when schemas share it: "language", "url"
    title: str = ""
    description: str = ""
    required: bool = False
    types: tuple[str, ...] = ()  # string, number, integer, boolean, array, object
    choices: Mapping[str, str] = field(default_factory=dict)  # value -> label
    examples: tuple[Any, ...] = ()
    refers_to: str = ""  # the kind of entry that it names
    format: str = ""
    limits: Json = field(default_factory=dict)  # maxLength, minItems, maximum ...
    fields: Mapping[str, Form] = field(default_factory=dict)  # of a thing with named fields
    items: Form | None = None  # of a list
    keys: Form | None = None  # what the names may be, where they are free
    values: Form | None = None  # what such names hold

    def at(self, way: Field) -> Form:
        """The form of the value at the end of the way; an empty form where the schema knows nothing."""
        here = self
        for step in way:
            here = here._below(step)
        return here

    def _below(self, step: str | int) -> Form:
        if isinstance(step, int):
            return self.items or Form()
        return self.fields.get(step) or self.values or Form(name=step)


LIMITS = (
    *("minLength", "maxLength", "pattern", "minItems", "maxItems", "uniqueItems", "minProperties"),
    *("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"),
)


def form_of(documents: Mapping[str, Json], name: str) -> Form:
    """The form that a document (``course.schema.json``) describes; its references are looked up among the documents."""
    return _form(documents, name, documents[name], "", required=False)


_NAMED_FOR_EXAMPLE: Mapping[str, str] = {
    "provider": "sample-academy",
    "region": "lower-saxony",
    "skill": "battery-testing",
    "job-role": "battery-technician",
    "funding": "skills-voucher",
}
"""Kind -> a name that an entry of it could have, where the schema knows only what names look like."""


def _form(documents: Mapping[str, Json], home: str, schema: Json, name: str, *, required: bool) -> Form:
    examples = schema.get("examples")
    home, schema, part = _followed(documents, home, schema)
    kinds = schema.get("type", ())
    choices = schema.get("enum", ())
    needed = schema.get("required", ())
    free = schema.get("additionalProperties")
    return Form(
        name=name,
        part=part,
        title=schema.get("title", ""),
        description=schema.get("description", ""),
        required=required,
        types=(kinds,) if isinstance(kinds, str) else tuple(kinds),
        choices=dict(zip(choices, schema.get("enumDescriptions", choices), strict=True)),
        examples=tuple(examples or _examples(schema)),
        refers_to=schema.get("x-refers-to", ""),
        format=schema.get("format", ""),
        limits={limit: schema[limit] for limit in LIMITS if limit in schema},
        fields={
            one: _form(documents, home, below, one, required=one in needed)
            for one, below in schema.get("properties", {}).items()
        },
        items=_some(documents, home, schema.get("items")),
        keys=_some(documents, home, schema.get("propertyNames")),
        values=_some(documents, home, free if isinstance(free, Mapping) else None),
    )


def _examples(schema: Json) -> Iterable[Any]:
    kind = str(schema.get("x-refers-to"))
    return [_NAMED_FOR_EXAMPLE[kind]] if kind in _NAMED_FOR_EXAMPLE else schema.get("examples", ())


def _some(documents: Mapping[str, Json], home: str, schema: Json | None) -> Form | None:
    return None if schema is None else _form(documents, home, schema, "", required=False)


def _followed(documents: Mapping[str, Json], home: str, schema: Json) -> tuple[str, Json, str]:
    """The schema with what it refers to laid under it: the nearer words win."""
    part = ""
    while "$ref" in schema:
        document, _, pointer = schema["$ref"].partition("#")
        home = document or home
        target: Any = documents[home]
        for step in filter(None, pointer.split("/")):
            target = target[step]
            part = step
        schema = {**target, **{key: value for key, value in schema.items() if key != "$ref"}}
    return home, schema, part


SAID_BY_BABEL = frozenset({"language", "country"})
"""Parts of the schemas whose labels ``languages`` says in every language by itself."""


def words_in(schema: object, name: str = "") -> Iterator[str]:
    """Titles, helps and labels of a schema, from the outside in."""
    if isinstance(schema, list):
        for one in schema:
            yield from words_in(one)
    if not isinstance(schema, Mapping):
        return
    yield from (schema[word] for word in ("title", "description") if isinstance(schema.get(word), str))
    if name not in SAID_BY_BABEL:
        yield from schema.get("enumDescriptions", ())
    for key, below in schema.items():
        if key not in ("examples", "enum", "default", "const"):
            yield from words_in(below, key)


def references_in(form: Form) -> Iterator[tuple[tuple[str, ...], str]]:
    """Every way to the name of another entry, with the kind of that entry: (("skills", "*", "skill"), "skill")."""
    if form.refers_to:
        yield (), form.refers_to
    if form.items:
        for way, kind in references_in(form.items):
            yield (EACH, *way), kind
    for name, below in form.fields.items():
        for way, kind in references_in(below):
            yield (name, *way), kind
