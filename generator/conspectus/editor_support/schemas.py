"""JSON Schemas of the files a curator writes, so that an editor completes keys and ids and marks unknown ones.

The keys are those of the tables that the loaders go by; the ids are those of the survey at hand.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from conspectus.editor_support.shapes import SCALAR, SHAPES, TEXTS, Schema, among, mapping, proposing
from conspectus.model.identifiers import SAFE_ID
from conspectus.model.keys import Shape
from conspectus.model.query import ASKING, QUERY
from conspectus.model.settings import COLUMN, SOURCE, SURVEY, TABLE_FIELDS
from conspectus.model.survey import Survey
from conspectus.model.taxonomy import CATEGORY, FACET, MATCH
from conspectus.model.work import RECORD

Facets = dict[str, dict[str, str]]
"""The titles of each facet's categories, by their ids."""

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


def _survey(facets: Facets, columns: dict[str, str]) -> Schema:
    compared: Schema = {"$ref": "#/$defs/columns"}
    categories = dict.fromkeys(id for ids in facets.values() for id in ids)
    shapes = SHAPES | {
        Shape.COLUMNS: {
            "type": ["object", "null"],
            "additionalProperties": {**mapping(COLUMN, SHAPES), "type": "object"},
        },
        Shape.QUERIES: {
            "type": ["object", "null"],
            "propertyNames": {"pattern": f"^{SAFE_ID.pattern}$"},
            "additionalProperties": _query(facets),
        },
        Shape.SOURCES: {"type": ["array", "null"], "items": _source()},
        Shape.IMPORT_COLUMNS: {"type": ["object", "null"], "additionalProperties": {"enum": list(TABLE_FIELDS)}},
        Shape.TABLES: {"type": ["object", "null"], **_named(dict.fromkeys(categories, compared), compared)},
    }
    return {**mapping(SURVEY, shapes), "type": "object", "$defs": {"columns": proposing(TEXTS, columns)}}


def _query(facets: Facets) -> Schema:
    shapes = SHAPES | {Shape.MATCH: mapping(MATCH, SHAPES), Shape.PLACES: _places(facets)}
    asking = [{"required": [key]} for key in ASKING]
    return {**mapping(QUERY, shapes), "type": "object", "anyOf": asking}


def _source() -> Schema:
    """One service and what it is asked, and perhaps phrases."""
    services = [{"required": [name]} for name in SOURCE.names if name != "match"]
    return {**mapping(SOURCE, SHAPES), "type": "object", "oneOf": services}


def _places(facets: Facets) -> Schema:
    """Facets, and some categories of each."""
    known = {id: among(id, categories) for id, categories in facets.items()}
    return {"type": ["object", "null"], **_named(known, TEXTS)}


def _named(known: dict[str, Schema], other: Schema) -> Schema:
    """A mapping with these names and no others; with any, where none is known."""
    return {"properties": known, "additionalProperties": False} if known else {"additionalProperties": other}


def _facet(papers: Iterable[str]) -> Schema:
    shapes = SHAPES | {
        Shape.MATCH: mapping(MATCH, SHAPES),
        Shape.PAPERS: {"$ref": "#/$defs/papers"},
        Shape.CATEGORIES: {"type": ["array", "null"], "items": {"$ref": "#/$defs/category"}},
    }
    own = {"category": mapping(CATEGORY, shapes), "papers": proposing(TEXTS, papers)}
    return {**mapping(FACET, shapes), "type": "object", "$defs": own}


def _records(facets: Facets, columns: dict[str, str]) -> Schema:
    facts = {id: {**SCALAR, "description": title} for id, title in columns.items()}
    shapes = SHAPES | {
        Shape.PLACES: _places(facets),
        Shape.FACTS: {"type": ["object", "null"], "additionalProperties": SCALAR, "properties": facts},
    }
    return {"type": ["array", "null"], "items": {**mapping(RECORD, shapes), "type": "object"}}
