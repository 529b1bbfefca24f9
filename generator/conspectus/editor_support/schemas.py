"""JSON Schemas of the files a curator writes, so that an editor completes keys and ids and marks what is none.

The keys are those the loaders go by, taken from them; the ids are those of the survey at hand.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from conspectus import settings
from conspectus.editor_support import hovers
from conspectus.editor_support.shapes import (
    ADDRESS,
    FORMERS,
    IDS,
    NEEDED_ID,
    READ,
    SCALAR,
    TEXTS,
    Schema,
    among,
    mapping,
    proposing,
)
from conspectus.model.identifiers import SAFE_ID
from conspectus.model.settings import COLUMN_TYPES
from conspectus.model.survey import Survey
from conspectus.sources import fields, records
from conspectus.taxonomy import loading, querying

DRAFT = "https://json-schema.org/draft/2020-12/schema"

MOST_IDS = 5_000
"""Of more papers than this none is proposed: an editor would be busy with the list."""


def schemas(survey: Survey) -> dict[str, Schema]:
    """A schema for each kind of file: `survey`, `taxonomy`, `papers`.

    Unknown facets and categories are refused, as a check does. Papers and columns are proposed only: the one come with
    every import, the other are declared in the very file that names them.
    """
    facets = {facet.id: {each.id: each.title for each, _ in facet.walk()} for facet in survey.taxonomy.facets}
    papers = [paper.id for paper in survey.library.papers]
    columns = {column.id: column.title for column in survey.settings.columns}
    return {
        "survey": _headed("What the survey is called, and how it compares papers", _survey(facets, columns)),
        "taxonomy": _headed("A facet and its categories", _facet(papers if len(papers) <= MOST_IDS else ())),
        "papers": _headed("The curator's own records of papers", _records(facets, columns)),
    }


def written(schema: Schema) -> bytes:
    """The schema as a file."""
    return (json.dumps(schema, ensure_ascii=False, indent=2) + "\n").encode()


def _headed(title: str, schema: Schema) -> Schema:
    return {"$schema": DRAFT, "title": title, **schema}


def _survey(facets: dict[str, dict[str, str]], columns: dict[str, str]) -> Schema:
    column = mapping(
        settings.COLUMN,
        {"title": SCALAR, "type": {"enum": [*COLUMN_TYPES, None], "default": COLUMN_TYPES[0]}},
        hovers.COLUMN,
    )
    compared: Schema = {"$ref": "#/$defs/columns"}
    categories = dict.fromkeys(id for ids in facets.values() for id in ids)
    shapes: dict[str, Schema] = {
        "title": SCALAR,
        "id": SCALAR,
        "tagline": SCALAR,
        "language": {**SCALAR, "pattern": rf"^\s*(?:{settings.LANGUAGE.pattern})?\s*$"},
        "author": SCALAR,
        "base_url": ADDRESS,
        "repository": ADDRESS,
        "newest": {"type": ["integer", "null"], "minimum": 0, "maximum": settings.MOST_NEWEST},
        "columns": {"type": ["object", "null"], "additionalProperties": {**column, "type": "object"}},
        "queries": {
            "type": ["object", "null"],
            "propertyNames": {"pattern": f"^{SAFE_ID.pattern}$"},
            "additionalProperties": _query(facets),
        },
        "tables": {"type": ["object", "null"], **_named(dict.fromkeys(categories, compared), compared)},
    }
    return {**mapping(settings.KEYS, shapes, hovers.SURVEY), "$defs": {"columns": proposing(TEXTS, columns)}}


def _query(facets: dict[str, dict[str, str]]) -> Schema:
    year = {"type": ["integer", "null"], "minimum": querying.YEARS.start, "maximum": querying.YEARS.stop - 1}
    shapes = {
        "title": SCALAR,
        "about": SCALAR,
        "match": _match(),
        "in": _place(facets),
        "code": READ[fields.flag],
        "since": year,
        "until": year,
        "was": IDS,
    }
    asking = [{"required": [key]} for key in querying.ASKING]
    return {**mapping(querying.QUERY, shapes, hovers.QUERY), "type": "object", "anyOf": asking}


def _match() -> Schema:
    return mapping(loading.MATCH, dict.fromkeys(loading.MATCH, TEXTS), hovers.MATCH)


def _place(facets: dict[str, dict[str, str]]) -> Schema:
    """Facets, and some categories of each."""
    known = {id: among(id, categories) for id, categories in facets.items()}
    return {"type": ["object", "null"], **_named(known, TEXTS)}


def _named(known: dict[str, Schema], other: Schema) -> Schema:
    """A mapping with these names and no others; with any, where none is known."""
    return {"properties": known, "additionalProperties": False} if known else {"additionalProperties": other}


def _facet(papers: Iterable[str]) -> Schema:
    pins = proposing(TEXTS, papers)
    below: Schema = {"type": ["array", "null"], "items": {"$ref": "#/$defs/category"}}
    category = mapping(
        loading.CATEGORY,
        {
            "id": NEEDED_ID, "title": SCALAR, "about": SCALAR, "match": _match(), "papers": {"$ref": "#/$defs/papers"},
            "except": {"$ref": "#/$defs/papers"}, "was": FORMERS, "children": below,
        },
        hovers.CATEGORY,
    )  # fmt: skip
    root = mapping(
        loading.FACET, {"facet": READ[fields.identifier], "title": SCALAR, "about": SCALAR, "categories": below},
        hovers.FACET,
    )  # fmt: skip
    return {**root, "$defs": {"category": {**category, "type": "object", "required": ["id"]}, "papers": pins}}


def _records(facets: dict[str, dict[str, str]], columns: dict[str, str]) -> Schema:
    facts = {id: {**SCALAR, "description": title} for id, title in columns.items()}
    shapes = {
        **{key: READ[reader] for key, reader in fields.FIELDS.items()},
        "id": READ[fields.identifier],
        "author_count": READ[fields.count],
        "date_inferred": SCALAR,
        "source": {},
        "place": _place(facets),
        "facts": {**READ[fields.facts], "properties": facts},
    }
    record = mapping((*records.BESIDE[:1], *fields.FIELDS, *records.BESIDE[1:]), shapes, hovers.RECORD)
    return {"type": ["array", "null"], "items": {**record, "type": "object"}}
