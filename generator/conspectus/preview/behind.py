"""What is behind a page: the places in the curator's files that it is made from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from conspectus.diagnostics import Span
from conspectus.model.paper import Authority, Paper
from conspectus.model.survey import Survey
from conspectus.model.taxonomy import Facet

RECORDS = {
    Authority.CURATOR: "your record",
    Authority.EXPORT: "an export’s entry",
    Authority.LISTING: "a listing’s entry",
}


@dataclass(frozen=True, slots=True)
class Behind:
    """A place in a file, and what stands there."""

    what: str
    span: Span


def behind(survey: Survey, path: str) -> tuple[Behind, ...]:
    """What a page is made from, given its path below the root; empty where no single place makes it."""
    match path.removesuffix("index.html").strip("/").split("/"):
        case [""]:
            settings = Behind("the survey’s title and settings", survey.settings.span)
            return (settings, *_prose(survey, "index"))
        case ["papers", id]:
            found = paper(survey, id)
            return tuple(_of_paper(survey, found)) if found else ()
        case ["pages", name]:
            return tuple(_prose(survey, name))
        case [folder, *below]:
            facets = [facet for facet in survey.taxonomy.facets if facet.folder == folder]
            return tuple(_of_facet(facets[0], below)) if facets else ()
    return ()


def paper_at(survey: Survey, path: str) -> str:
    """The id of the paper whose page stands at a path; empty where another page does."""
    folder, _, id = path.removesuffix("index.html").strip("/").partition("/")
    return id if folder == "papers" and paper(survey, id) else ""


def paper(survey: Survey, id: str) -> Paper | None:
    """A paper by its id."""
    return next((paper for paper in survey.library.papers if paper.id == id), None)


def _of_paper(survey: Survey, paper: Paper) -> Iterator[Behind]:
    """Its records, the weightiest first, and the note on it."""
    for record in paper.records:
        yield Behind(RECORDS[record.authority], record.span)
    for note in survey.notes:
        if note.name == paper.id:
            yield Behind("your note", note.span)


def _of_facet(facet: Facet, below: list[str]) -> Iterator[Behind]:
    """The category whose page it is, or a further page of it; without one, the facet."""
    if not below:
        yield Behind("the facet", facet.span)
    for category, _ in facet.walk():
        if below and category.id == below[0]:
            yield Behind("the category and its rule", category.span)


def _prose(survey: Survey, name: str) -> Iterator[Behind]:
    for note in survey.pages:
        if note.name == name:
            yield Behind("the prose", note.span)
