"""Files to take along: a paper's, a category's, all papers; in every format that exports know."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, partial

from conspectus.catalog import Catalog
from conspectus.components.export_files import LIST, File, of_all, of_category, of_paper, of_query
from conspectus.components.made_of import of_places, of_tree
from conspectus.exports import awesome, write
from conspectus.model.paper import Paper
from conspectus.model.query import Query
from conspectus.model.site import Kind, Page, TextFile
from conspectus.model.subjects import CATEGORY, Subject, paper_url, query_url
from conspectus.model.taxonomy import Category, Facet, Place

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


def pages_about(catalog: Catalog, subject: Subject | None) -> Iterator[Page]:
    """The files of a subject's papers, but for an empty list; without a subject, those of all papers."""
    files: tuple[File, ...]
    papers: Sequence[Paper]
    match subject:
        case Paper():
            files, papers = of_paper(subject), (subject,)
        case Place(facet, category):
            files, papers = of_category(facet, category), catalog.inside(facet, category)
        case Query():
            files, papers = of_query(subject), catalog.answering(subject)
        case _:
            files, papers = of_all(), catalog.newest
            yield Page(LIST.url, KIND, "", partial(_awesome_list, catalog), made_of=partial(_of_list, catalog))
    made_of = partial(catalog.cited, subject) if isinstance(subject, Paper) else cache(partial(_cited, catalog, papers))
    for file in files if papers or subject is None else ():
        yield Page(file.url, KIND, "", partial(_export, catalog, file, papers), subject, made_of)


def _export(catalog: Catalog, file: File, papers: Sequence[Paper]) -> TextFile:
    return TextFile(write(file.format, catalog.entries(papers)))


def _cited(catalog: Catalog, papers: Sequence[Paper]) -> tuple[bytes, ...]:
    """The digest of each paper as it is cited; with the format, all that a file is made of."""
    return tuple(map(catalog.cited, papers))


def _awesome_list(catalog: Catalog) -> TextFile:
    """All papers by topic."""
    settings = catalog.survey.settings
    return TextFile(awesome.write(settings.title, settings.tagline, tuple(chapters(catalog))))


def _of_list(catalog: Catalog) -> tuple[object, ...]:
    """All that the list of all papers is made of."""
    return of_tree(catalog), of_places(catalog), _cited(catalog, catalog.newest)


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
