"""Files to take along: a paper's, a category's, all papers; in every format that exports know."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from typing import NamedTuple

from conspectus import exports
from conspectus.exports import Entry, Format, Use, awesome, csl_json
from conspectus.model.paper import Paper
from conspectus.model.query import Query
from conspectus.model.site import Kind, Page
from conspectus.model.subjects import CATEGORY, Subject, paper_url, query_url
from conspectus.model.taxonomy import Category, Facet, Place
from conspectus.pages.shelf import Shelf, cite_url

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


class File(NamedTuple):
    """A file that a page offers: the format's name, the url below the root, the media type."""

    name: str
    url: str
    type: str

    @property
    def suffix(self) -> str:
        """What tells the format from the others."""
        return self.url.rpartition(".")[2]


LIST = File("awesome list", "data/README.md", "text/markdown")


@dataclass(frozen=True, slots=True)
class Download:
    """Papers in a format, by its name in EXPORTS."""

    format: str
    entries: tuple[Entry, ...]

    @property
    def text(self) -> str:
        return _format(self.format).write(self.entries)


@dataclass(frozen=True, slots=True)
class List:
    """All papers by topic, as an awesome list."""

    title: str
    tagline: str
    chapters: tuple[awesome.Chapter, ...]

    @property
    def text(self) -> str:
        return awesome.write(self.title, self.tagline, self.chapters)


class Form(NamedTuple):
    """A format to cite in: its file, and its text where people read it too."""

    file: File
    text: str


@dataclass(frozen=True, slots=True)
class Citing:
    """How a paper's page says how to cite it."""

    entry: Entry
    files: tuple[File, ...]

    @property
    def forms(self) -> tuple[Form, ...]:
        return tuple(
            Form(file, Download(file.name, (self.entry,)).text if Use.READ in _format(file.name).USES else "")
            for file in self.files
        )


def pages(shelf: Shelf) -> Iterator[Page]:
    for paper in shelf.survey.library.papers:
        yield from _about(shelf, paper)
    for place in shelf.categories.values():
        yield from _about(shelf, place)
    for query in shelf.survey.queries.saved:
        yield from _about(shelf, query)
    yield from _about(shelf, None)


def at(shelf: Shelf, url: str) -> Iterator[Page]:
    """The files of the paper, category or saved query whose folder this url is in, else those of all papers."""
    return _about(shelf, shelf.subject_at(url))


def _about(shelf: Shelf, subject: Subject | None) -> Iterator[Page]:
    """The files of a subject's papers; of all papers where it is none that has files of its own."""
    match subject:
        case Paper():
            return _planned(shelf, of_paper(subject), (subject,), subject)
        case Place(facet, category):
            return _of_list(shelf, of_category(facet, category), shelf.inside(facet, category), subject)
        case Query():
            return _of_list(shelf, of_query(subject), shelf.answering(subject), subject)
        case _:
            return _of_all(shelf)


def _of_list(shelf: Shelf, files: tuple[File, ...], papers: Sequence[Paper], subject: Subject) -> Iterator[Page]:
    """An empty list is not worth a file."""
    return _planned(shelf, files, papers, subject) if papers else iter(())


def _of_all(shelf: Shelf) -> Iterator[Page]:
    yield from _planned(shelf, of_all(), shelf.newest)
    settings = shelf.survey.settings
    yield Page(LIST.url, KIND, TEMPLATE, lambda: List(settings.title, settings.tagline, tuple(chapters(shelf))))


def _planned(
    shelf: Shelf, files: tuple[File, ...], papers: Sequence[Paper], subject: Subject | None = None
) -> Iterator[Page]:
    for file in files:
        yield Page(file.url, KIND, TEMPLATE, partial(_download, shelf, file.name, papers), subject)


def _download(shelf: Shelf, format: str, papers: Sequence[Paper]) -> Download:
    return Download(format, shelf.entries(papers))


def of_paper(paper: Paper) -> tuple[File, ...]:
    """The files of one paper."""
    return tuple(
        File(export.NAME, cite_url(paper.id, export.SUFFIX), export.MEDIA_TYPE)
        for export in exports.EXPORTS
        if export.USES
    )


def of_category(facet: Facet, category: Category) -> tuple[File, ...]:
    """The files of all papers in a category and below it."""
    return _files(f"{facet.url(category)}papers")


def of_query(query: Query) -> tuple[File, ...]:
    """The files of all papers that a saved query finds."""
    return _files(f"{query_url(query.id)}papers")


def of_all() -> tuple[File, ...]:
    """The files of all papers; `data/papers.json` is the survey itself, so CSL-JSON has a longer name here."""
    return tuple(
        file._replace(url="data/papers.csl.json") if file.name == csl_json.NAME else file
        for file in _files("data/papers")
    )


def to_cite() -> tuple[File, ...]:
    """Those of them that a reader is offered for papers of their own choice."""
    return tuple(file for file in of_all() if Use.CITE in _format(file.name).USES)


def formats() -> list[dict[str, object]]:
    """What a browser is told of each format: which files there are, and how their entries are laid out."""
    return [
        {
            "suffix": export.SUFFIX,
            "type": export.MEDIA_TYPE,
            "whole": file.url,
            "each": bool(export.USES),
            **asdict(export.LAYOUT),
        }
        for export, file in zip(exports.EXPORTS, of_all(), strict=True)
    ]


def _format(name: str) -> Format:
    return next(export for export in exports.EXPORTS if name == export.NAME)


def _files(stem: str) -> tuple[File, ...]:
    return tuple(File(export.NAME, f"{stem}.{export.SUFFIX}", export.MEDIA_TYPE) for export in exports.EXPORTS)


def chapters(shelf: Shelf) -> Iterator[awesome.Chapter]:
    """The main facet's categories with their papers, then the papers that have no place in it."""
    main = shelf.survey.taxonomy.main
    placed: set[str] = set()
    if main:
        yield from (_chapter(shelf, main, category) for category in main.categories)
        placed = {paper.id for category in main.categories for paper in shelf.inside(main, category)}
    rest = shelf.entries(paper for paper in shelf.newest if paper.id not in placed)
    yield awesome.Chapter("Other papers" if placed else "Papers", rest)


def _chapter(shelf: Shelf, facet: Facet, category: Category) -> awesome.Chapter:
    below = {paper.id for child in category.children for paper in shelf.inside(facet, child)}
    own = shelf.entries(paper for paper in shelf.inside(facet, category) if paper.id not in below)
    return awesome.Chapter(category.title, own, tuple(_chapter(shelf, facet, child) for child in category.children))
