"""The survey for other programs: `data/papers.json`, and its JSON Schema beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from conspectus.model.paper import Paper
from conspectus.model.site import Kind, Page
from conspectus.model.subjects import paper_url
from conspectus.pages.shelf import Shelf

TEXT = {"type": "string"}
OPTIONAL_TEXT = {"type": ["string", "null"]}
DATE = r"^\d{4}(-\d{2}(-\d{2})?)?$"
LINK = {
    "type": "object",
    "required": ["kind", "url"],
    "properties": {"kind": TEXT, "url": {"type": "string", "pattern": "^https?://"}},
    "additionalProperties": False,
}
PLACEMENT = {
    "type": "object",
    "required": ["facet", "category", "reason"],
    "properties": {"facet": TEXT, "category": TEXT, "reason": TEXT},
    "additionalProperties": False,
}
FIELDS: dict[str, Any] = {
    "id": {"type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9._-]*$"},
    "url": {"type": "string", "description": "The paper's page, below the site's root."},
    "title": {"type": "string", "description": "Plain text."},
    "title_tex": {"type": "string", "description": "As TeX that compiles."},
    "authors": {
        "type": "array",
        "items": TEXT,
        "description": "As one says them; empty if only their number is known.",
    },
    "author_count": {"type": ["integer", "null"]},
    "date": {"type": ["string", "null"], "pattern": DATE},
    "date_inferred": {"type": ["string", "null"], "description": "How the year was known where no source gave it."},
    "arxiv": OPTIONAL_TEXT,
    "doi": OPTIONAL_TEXT,
    "kind": {"type": ["string", "null"], "description": "As CSL names it: article-journal, paper-conference, …"},
    "venue": OPTIONAL_TEXT,
    "volume": OPTIONAL_TEXT,
    "issue": OPTIONAL_TEXT,
    "pages": OPTIONAL_TEXT,
    "publisher": OPTIONAL_TEXT,
    "organization": OPTIONAL_TEXT,
    "subject": OPTIONAL_TEXT,
    "score": {"type": ["number", "null"]},
    "comments": {"type": ["integer", "null"]},
    "code": {"type": "boolean", "description": "Whether code is published."},
    "listed": {"type": "array", "items": TEXT, "description": "Names of the listings that showed the paper."},
    "added": {
        "type": ["string", "null"],
        "pattern": DATE,
        "description": "When the paper came into the survey.",
    },
    "keywords": {"type": "array", "items": TEXT},
    "summary": {"type": ["string", "null"], "description": "Markdown."},
    "facts": {"type": "object", "additionalProperties": {"type": ["string", "number", "boolean"]}},
    "urls": {"type": "array", "items": LINK},
    "placements": {"type": "array", "items": PLACEMENT},
    "was": {"type": "array", "items": TEXT, "description": "Earlier ids, which lead to the paper's page."},
}
SCHEMA = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "The papers of a survey",
    "type": "object",
    "required": ["title", "papers"],
    "properties": {
        "title": TEXT,
        "papers": {
            "type": "array",
            "items": {
                "type": "object",
                "required": list(FIELDS),
                "properties": FIELDS,
                "additionalProperties": False,
            },
        },
    },
}


URL, SCHEMA_URL = "data/papers.json", "data/papers.schema.json"
KIND = Kind("data", (URL, SCHEMA_URL))


@dataclass(frozen=True, slots=True)
class Document:
    """A value to be written as JSON."""

    document: object


def pages(shelf: Shelf) -> Iterator[Page]:
    yield Page(URL, KIND, "pages/document.json", lambda: Document(all_papers(shelf)))
    yield Page(SCHEMA_URL, KIND, "pages/document.json", lambda: Document(SCHEMA))


def all_papers(shelf: Shelf) -> dict[str, object]:
    """The survey, as the schema has it."""
    papers = [as_json(shelf, paper) for paper in shelf.survey.library.papers]
    return {"title": shelf.survey.settings.title, "papers": papers}


def as_json(shelf: Shelf, paper: Paper) -> dict[str, object]:
    """One paper, with the fields of the schema."""
    work = paper.work
    return {
        "id": paper.id,
        "url": paper_url(paper.id),
        "title": paper.title.as_text(),
        "title_tex": paper.title.as_tex(),
        "authors": [person.name for person in work.authors.people] if work.authors else [],
        "author_count": work.authors.count if work.authors else None,
        "date": str(work.date) if work.date else None,
        "date_inferred": work.date.inferred if work.date else None,
        "arxiv": work.arxiv,
        "doi": work.doi,
        "kind": work.kind,
        "venue": work.venue,
        "volume": work.volume,
        "issue": work.issue,
        "pages": work.pages,
        "publisher": work.publisher,
        "organization": work.organization,
        "subject": work.subject,
        "score": work.score,
        "comments": work.comments,
        "code": work.has_code,
        "listed": list(work.listed),
        "added": str(work.added) if work.added else None,
        "keywords": list(work.keywords),
        "summary": work.summary,
        "facts": dict(work.facts),
        "urls": [{"kind": link.kind, "url": link.url} for link in shelf.links(paper)],
        "placements": [
            {"facet": placement.facet, "category": placement.category, "reason": str(placement.reason)}
            for placement in shelf.placements(paper.id)
        ],
        "was": list(work.was),
    }
