"""The files in which papers are exported: a paper's, a category's, a saved query's, all papers'."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import NamedTuple

from conspectus import exports
from conspectus.catalog.addresses import cite_url
from conspectus.exports import Entry, Format, Use, csl_json, write
from conspectus.model.paper import Paper
from conspectus.model.query import Query
from conspectus.model.subjects import query_url
from conspectus.model.taxonomy import Category, Facet


class File(NamedTuple):
    """A file that a page offers: the format's name, the url below the root, the media type."""

    name: str
    url: str
    type: str

    @property
    def suffix(self) -> str:
        """What tells the format from the others."""
        return self.url.rpartition(".")[2]

    @property
    def format(self) -> Format:
        """The format, by its name in EXPORTS."""
        return next(export for export in exports.EXPORTS if self.name == export.NAME)


LIST = File("awesome list", "data/README.md", "text/markdown")


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
            Form(file, write(file.format, (self.entry,)) if Use.READ in file.format.USES else "") for file in self.files
        )


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
    return tuple(file for file in of_all() if Use.CITE in file.format.USES)


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


def _files(stem: str) -> tuple[File, ...]:
    return tuple(File(export.NAME, f"{stem}.{export.SUFFIX}", export.MEDIA_TYPE) for export in exports.EXPORTS)
