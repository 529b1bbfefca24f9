"""Files to take along: a paper's, a category's, all papers; in every format that exports know."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from conspectus.catalog import Catalog
from conspectus.components.export_files import LIST, Download, File, of_all, of_category, of_paper, of_query
from conspectus.exports import awesome
from conspectus.model.paper import Paper
from conspectus.model.query import Query
from conspectus.model.site import Kind, Page
from conspectus.model.subjects import CATEGORY, Subject, paper_url, query_url
from conspectus.model.taxonomy import Category, Facet, Place

TEMPLATE = "pages/raw.txt"


KIND = Kind(
    "download",
    (
        paper_url("{paper}") + "cite.{format}",
        CATEGORY + "papers.{format}",
        query_url("{query}") + "papers.{format}",
        "data/papers.{format}",
        "data/README.md",
    ),
)


@dataclass(frozen=True, slots=True)
class List:
    """All papers by topic, as an awesome list."""

    title: str
    tagline: str
    chapters: tuple[awesome.Chapter, ...]

    @property
    def text(self) -> str:
        return awesome.write(self.title, self.tagline, self.chapters)


def pages_about(catalog: Catalog, subject: Subject | None) -> Iterator[Page]:
    """The files of a subject's papers; of all papers where it is none that has files of its own."""
    match subject:
        case Paper():
            return _planned(catalog, of_paper(subject), (subject,), subject)
        case Place(facet, category):
            return _of_list(catalog, of_category(facet, category), catalog.inside(facet, category), subject)
        case Query():
            return _of_list(catalog, of_query(subject), catalog.answering(subject), subject)
        case _:
            return _of_all(catalog)


def _of_list(catalog: Catalog, files: tuple[File, ...], papers: Sequence[Paper], subject: Subject) -> Iterator[Page]:
    """An empty list is not worth a file."""
    return _planned(catalog, files, papers, subject) if papers else iter(())


def _of_all(catalog: Catalog) -> Iterator[Page]:
    yield from _planned(catalog, of_all(), catalog.newest)
    settings = catalog.survey.settings
    yield Page(LIST.url, KIND, TEMPLATE, lambda: List(settings.title, settings.tagline, tuple(chapters(catalog))))


def _planned(
    catalog: Catalog, files: tuple[File, ...], papers: Sequence[Paper], subject: Subject | None = None
) -> Iterator[Page]:
    for file in files:
        yield Page(file.url, KIND, TEMPLATE, partial(_download, catalog, file.name, papers), subject)


def _download(catalog: Catalog, format: str, papers: Sequence[Paper]) -> Download:
    return Download(format, catalog.entries(papers))


def chapters(catalog: Catalog) -> Iterator[awesome.Chapter]:
    """The main facet's categories with their papers, then the papers that have no place in it."""
    main, gettext = catalog.survey.taxonomy.main, catalog.language.gettext
    placed: set[str] = set()
    if main:
        yield from (_chapter(catalog, main, category) for category in main.categories)
        placed = {paper.id for category in main.categories for paper in catalog.inside(main, category)}
    rest = catalog.entries(paper for paper in catalog.newest if paper.id not in placed)
    yield awesome.Chapter(gettext("Other papers") if placed else gettext("Papers"), rest)


def _chapter(catalog: Catalog, facet: Facet, category: Category) -> awesome.Chapter:
    below = {paper.id for child in category.children for paper in catalog.inside(facet, child)}
    own = catalog.entries(paper for paper in catalog.inside(facet, category) if paper.id not in below)
    return awesome.Chapter(category.title, own, tuple(_chapter(catalog, facet, child) for child in category.children))
