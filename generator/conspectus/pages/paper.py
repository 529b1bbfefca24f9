"""A paper's page: everything the survey knows of it, and where it knows it from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from conspectus.catalog import Catalog
from conspectus.catalog.name_index import Named
from conspectus.components import json_ld, preview_images
from conspectus.components.cards import Chip, card
from conspectus.components.cited_prose import cited_prose
from conspectus.components.corrections import correction, line
from conspectus.components.crumbs import Crumb
from conspectus.components.export_files import Citing, of_paper
from conspectus.components.fact_table import tables_with, written
from conspectus.components.head import Head
from conspectus.components.made_of import of_card, of_lists
from conspectus.components.neighbors import Neighbors, neighbors
from conspectus.components.reference_tags import Tag, tags
from conspectus.components.related import Relative, related
from conspectus.components.versions import Dates, Version, dates, versions
from conspectus.language import marked
from conspectus.model.paper import Authority, Paper
from conspectus.model.site import Kind, Page
from conspectus.model.subjects import Subject, paper_url
from conspectus.model.work import Link, Work
from conspectus.text import Prose

SHOWN_FIELDS = {
    "title": marked("title"),
    "authors": marked("authors"),
    "date": marked("date"),
    "venue": marked("venue"),
    "volume": marked("volume"),
    "issue": marked("issue"),
    "pages": marked("pages"),
    "publisher": marked("publisher"),
    "language": marked("language"),
    "organization": marked("organization"),
    "abstract": marked("abstract"),
    "summary": marked("summary"),
    "keywords": marked("keywords"),
    "facts": marked("reported results"),
    "arxiv": marked("arXiv ID"),
    "doi": marked("DOI"),
    "urls": marked("links"),
    "code": marked("code"),
}
"""The fields whose sources a reader is told, as the page calls them."""

SAID_BY = {
    Authority.CURATOR: marked("record by the editor"),
    Authority.EXPORT: marked("bibliographic export"),
    Authority.LISTING: marked("listing"),
    Authority.KEPT: marked("listing"),
}


@dataclass(frozen=True, slots=True)
class Origin:
    """A record the paper was put together from: what kind it is, which fields it gave.

    `url`: its line in the survey's repository; empty if that is not known.
    """

    url: str
    kind: str
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure of the paper: the heading of its column, and the figure as it is written."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Places:
    """A paper's places in one facet."""

    facet: str
    chips: tuple[Chip, ...]


@dataclass(frozen=True, slots=True)
class PaperView:
    """What is not as the work has it.

    `tables`: where its facts are compared with those of others. `dates`: those of its preprint and its publication, if
    they are two; `versions`: papers that are the same work, published elsewhere. `correction`: where a reader says what
    is wrong; empty if there is no such place.
    """

    head: Head
    id: str
    work: Work
    authors: tuple[Named, ...]
    organizations: tuple[Named, ...]
    summary: Prose
    note: Prose
    links: tuple[Link, ...]
    places: tuple[Places, ...]
    facts: tuple[Fact, ...]
    tables: tuple[Crumb, ...]
    neighbors: tuple[Neighbors, ...]
    origins: tuple[Origin, ...]
    tags: tuple[Tag, ...]
    citing: Citing
    related: tuple[Relative, ...]
    dates: Dates | None
    versions: tuple[Version, ...]
    correction: str


KIND = Kind("paper", (paper_url("{paper}"),), in_sitemap=True)


def pages_about(catalog: Catalog, subject: Subject | None) -> Iterator[Page]:
    """The page of a paper."""
    if isinstance(subject, Paper):
        make, inputs = partial(view, catalog, subject), partial(made_of, catalog, subject)
        yield Page(paper_url(subject.id), KIND, "pages/paper.html", make, subject, inputs)


def view(catalog: Catalog, paper: Paper) -> PaperView:
    """What the paper's template may see."""
    work = paper.work
    return PaperView(
        head=Head(
            paper.title.as_text(),
            described(catalog, paper),
            data=json_ld.paper(catalog.entry(paper), catalog.survey.settings, paper_url(paper.id)),
            preview=preview_images.of_paper(catalog, paper),
        ),
        id=paper.id,
        work=work,
        authors=catalog.authors.named(paper),
        organizations=catalog.organizations.named(paper),
        summary=cited_prose(catalog, work.summary or ""),
        note=cited_prose(catalog, note_on(catalog, paper)),
        links=catalog.entry(paper).links,
        places=places(card(catalog, paper).chips),
        facts=facts(catalog, paper),
        tables=tables_with(catalog, paper),
        neighbors=neighbors(catalog, paper),
        origins=origins(catalog, paper),
        tags=tags(paper),
        citing=Citing(catalog.entry(paper), of_paper(paper)),
        related=related(catalog, paper),
        dates=dates(paper),
        versions=versions(catalog, paper),
        correction=correction(catalog.survey.settings, catalog.language, paper),
    )


def made_of(catalog: Catalog, paper: Paper) -> tuple[object, ...]:
    """All that the view is made of."""
    return (
        of_card(catalog, paper),
        cited_prose(catalog, note) if (note := note_on(catalog, paper)) else None,
        catalog.authors.named(paper),
        catalog.organizations.named(paper),
        tables_with(catalog, paper),
        versions(catalog, paper),
        of_lists(catalog, paper),
    )


def note_on(catalog: Catalog, paper: Paper) -> str:
    """The editor's note on a paper, as Markdown; empty if there is none."""
    return catalog.once(_notes).get(paper.id, "")


def _notes(catalog: Catalog) -> dict[str, str]:
    return {note.name: note.source for note in reversed(catalog.survey.notes)}


def described(catalog: Catalog, paper: Paper) -> str:
    """One line on the paper for search engines: its first author and year."""
    people = paper.work.people
    first = people[0].name if people else ""
    if len(people) > 1:
        first = f"{first} {catalog.language.gettext('et al.')}"
    return ", ".join(filter(None, [paper.title.as_text(), first, str(paper.work.year or "")]))


def places(chips: tuple[Chip, ...]) -> tuple[Places, ...]:
    """Places by facet, in the taxonomy's order."""
    return tuple(Places(facet, tuple(some)) for facet, some in groupby(chips, lambda chip: chip.facet))


def facts(catalog: Catalog, paper: Paper) -> tuple[Fact, ...]:
    """The paper's figures, in the curator's order, named as in the tables."""
    columns = {column.id: column.title for column in catalog.survey.settings.columns}
    return tuple(
        Fact(columns.get(name, name.replace("_", " ")), written(value, catalog.language))
        for name, value in paper.work.facts
    )


def origins(catalog: Catalog, paper: Paper) -> tuple[Origin, ...]:
    """The records of a paper, each with the fields that were taken from it."""
    settings, gettext = catalog.survey.settings, catalog.language.gettext
    return tuple(
        Origin(
            url=line(settings, record.span),
            kind=gettext(SAID_BY[record.authority]),
            fields=tuple(
                gettext(SHOWN_FIELDS[name])
                for name, span in paper.origins.items()
                if span == record.span and name in SHOWN_FIELDS
            ),
        )
        for record in paper.records
    )
