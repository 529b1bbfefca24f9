"""What a page can be about, and the address of the page that each of these has to itself."""

from __future__ import annotations

from typing import TypeAlias, assert_never

from conspectus.model.paper import Paper
from conspectus.model.query import Query
from conspectus.model.settings import Settings
from conspectus.model.survey import Note
from conspectus.model.taxonomy import Facet, Place

PAPERS, QUERIES, PROSE = "papers/", "queries/", "pages/"
"""The folders of papers, saved queries and pages of prose below the site's root; each facet has one of its own."""

CATEGORY = "{facet}/{category}/"
"""How the addresses of categories look."""

Subject: TypeAlias = Settings | Facet | Place | Paper | Query | Note
"""What the curator's files describe: the survey as a whole, a facet, a category, a paper, a saved query, prose."""


def paper_url(id: str) -> str:
    """The address of a paper's page below the root."""
    return f"{PAPERS}{id}/"


def query_url(id: str) -> str:
    """The address of a saved query's page below the root."""
    return f"{QUERIES}{id}/"


def prose_url(name: str) -> str:
    """The address of a page of prose below the root."""
    return f"{PROSE}{name}/"


def address(subject: Subject) -> str:
    """The address of a subject's own page below the root."""
    match subject:
        case Settings():
            return ""
        case Facet():
            return f"{subject.folder}/"
        case Place():
            return subject.url
        case Paper():
            return paper_url(subject.id)
        case Query():
            return query_url(subject.id)
        case Note():
            return prose_url(subject.name)
        case _:
            assert_never(subject)
