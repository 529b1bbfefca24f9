"""A work as plain data, as JSON has it: what site data and JSON Lines are made of, and what a schema says of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from conspectus.model.keys import Key, Shape
from conspectus.model.people import Authors
from conspectus.model.work import FIELDS, Link, Reference, Work

Schema = dict[str, Any]

TEXT: Schema = {"type": "string"}


def object_of(**properties: Schema) -> Schema:
    """The JSON Schema of an object that has all of these properties and no others."""
    return {
        "type": "object", "required": list(properties), "properties": properties, "additionalProperties": False,
    }  # fmt: skip


LINK = object_of(kind=TEXT, url={"type": "string", "pattern": "^https?://"})


class Form(NamedTuple):
    """How values of a shape are written, and the JSON Schema of what is written."""

    write: Callable[[Any], object]
    schema: Schema


def plain_links(links: Iterable[Link]) -> list[dict[str, str]]:
    """Links with their kinds."""
    return [{"kind": link.kind, "url": link.url} for link in links]


def _names(authors: Authors | None) -> list[str] | None:
    return [person.written for person in authors.people] if authors and authors.people else None


def _places(places: Iterable[tuple[str, Iterable[Reference]]]) -> dict[str, list[str]]:
    return {facet: [reference.id for reference in categories] for facet, categories in places}


LINE: Schema = {"type": ["string", "null"]}
LINES: Schema = {"type": "array", "items": TEXT}
DATE: Schema = {"type": ["string", "null"], "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}
FACTS: Schema = {"type": "object", "additionalProperties": {"type": ["string", "number", "boolean"]}}

FORMS: dict[Shape, Form] = {
    **dict.fromkeys(
        (Shape.LINE, Shape.WORK_TYPE, Shape.ARXIV, Shape.DOI, Shape.PROSE, Shape.LANGUAGE),
        Form(lambda text: text, LINE),
    ),
    **dict.fromkeys((Shape.TITLE, Shape.ABSTRACT), Form(lambda text: text and text.source, LINE)),
    **dict.fromkeys((Shape.LINES, Shape.KEYWORDS, Shape.IDS), Form(list, LINES)),
    Shape.AUTHORS: Form(_names, {"type": ["array", "null"], "items": TEXT}),
    Shape.DATE: Form(lambda date: date and str(date), DATE),
    Shape.NUMBER: Form(lambda number: number, {"type": ["number", "null"]}),
    Shape.COUNT: Form(lambda count: count, {"type": ["integer", "null"]}),
    Shape.FLAG: Form(lambda flag: flag, {"type": ["boolean", "null"]}),
    Shape.LINKS: Form(plain_links, {"type": "array", "items": LINK}),
    Shape.FACTS: Form(dict, FACTS),
    Shape.PLACES: Form(_places, {"type": "object", "additionalProperties": LINES}),
}
"""Each shape that a field of a `Work` may have."""


def plain(work: Work) -> dict[str, object]:
    """All fields of a work under the keys of a record. Text keeps its TeX; what is unknown is null, or empty."""
    values: dict[str, object] = {}
    for field in FIELDS:
        values[field.name] = FORMS[field.shape].write(getattr(work, field.name))
        if field.name == "authors":
            values["author_count"] = work.authors.count if work.authors else None
        elif field.name == "date":
            values["date_inferred"] = work.date.inferred if work.date else None
    return values


def schema(key: Key) -> Schema:
    """The JSON Schema of the value under a key of `plain`."""
    return {**FORMS[key.shape].schema, "description": key.help.replace("`", "")}
