"""Lean pages by Conspectus's engine: what it reads, merges and places, with four templates of its own.

    python lean_conspectus.py SURVEY FOLDER --jobs 2

The command has no such pages, so this gives it another plan of the site and other templates; all else is its own.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from conspectus import pages
from conspectus.cache import Cache, default_folder
from conspectus.catalog import Catalog
from conspectus.components.crumbs import Crumb
from conspectus.model.paper import Paper
from conspectus.model.site import Kind, Page, Pages, Site
from conspectus.model.subjects import paper_url
from conspectus.model.taxonomy import Place
from conspectus.model.when import Date
from conspectus.model.work import Link
from conspectus.pages import shell
from conspectus.pipeline import build
from conspectus.project import Project
from conspectus.text import Prose, Text

TEMPLATES = Path(__file__).parent / "lean" / "conspectus"
CARDS = 50
"""How many papers a category's page and the front page show, the newest."""

PAPER = Kind("paper", (paper_url("{paper}"),))
CATEGORY = Kind("category", ("{facet}/{category}/",), repeats=True)
FRONT = Kind("front", ("",))


@dataclass(frozen=True, slots=True)
class PaperView:
    """A paper's page, and its card elsewhere."""

    url: str
    title: Text
    authors: tuple[str, ...]
    date: Date | None
    organization: str
    summary: Prose
    links: tuple[Link, ...]
    categories: tuple[Crumb, ...]
    keywords: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CategoryView:
    title: str
    about: Prose
    count: int
    cards: tuple[PaperView, ...]


@dataclass(frozen=True, slots=True)
class Counted:
    title: str
    url: str
    count: int


@dataclass(frozen=True, slots=True)
class FacetList:
    title: str
    url: str
    categories: tuple[Counted, ...]


@dataclass(frozen=True, slots=True)
class FrontView:
    title: str
    count: int
    facets: tuple[FacetList, ...]
    cards: tuple[PaperView, ...]


def places(catalog: Catalog, paper: Paper) -> tuple[Place, ...]:
    """The categories that a paper is in, those above them included, in the taxonomy's order."""
    return tuple(place for place, members in catalog.once(_members) if paper.id in members)


def _members(catalog: Catalog) -> list[tuple[Place, Set[str]]]:
    return [(place, catalog.members(place.facet, place.category)) for place in catalog.categories.values()]


def paper_view(catalog: Catalog, paper: Paper) -> PaperView:
    return catalog.shown.get("lean papers", paper.id, partial(_paper_view, catalog, paper))


def _paper_view(catalog: Catalog, paper: Paper) -> PaperView:
    work = paper.work
    return PaperView(
        url=paper_url(paper.id),
        title=paper.title,
        authors=tuple(person.name for person in work.people),
        date=work.date,
        organization=work.organization or "",
        summary=Prose(work.summary or ""),
        links=catalog.entry(paper).links,
        categories=tuple(Crumb(place.category.title, place.url) for place in places(catalog, paper)),
        keywords=work.keywords,
    )


def category_view(catalog: Catalog, place: Place) -> CategoryView:
    papers = catalog.inside(place.facet, place.category)
    cards = _cards(catalog, papers)
    return CategoryView(place.category.title, Prose(place.category.about), len(papers), cards)


def front_view(catalog: Catalog) -> FrontView:
    facets = tuple(
        FacetList(
            facet.title,
            facet.folder,
            tuple(
                Counted(category.title, facet.url(category), len(catalog.inside(facet, category)))
                for category, _ in facet.walk()
            ),
        )
        for facet in catalog.survey.taxonomy.facets
    )
    return FrontView(catalog.survey.settings.title, len(catalog.newest), facets, _cards(catalog, catalog.newest))


def _cards(catalog: Catalog, papers: Sequence[Paper]) -> tuple[PaperView, ...]:
    return tuple(paper_view(catalog, paper) for paper in papers[:CARDS])


def plan(catalog: Catalog) -> Site:
    """A page for each paper and each category, and a front page."""

    def papers() -> Iterator[Page]:
        for paper in catalog.survey.library.papers:
            yield Page(paper_url(paper.id), PAPER, "paper.html", partial(paper_view, catalog, paper), paper)

    def categories() -> Iterator[Page]:
        for place in catalog.categories.values():
            yield Page(place.url, CATEGORY, "category.html", partial(category_view, catalog, place), place)

    front = [Page("", FRONT, "front.html", partial(front_view, catalog))]
    kinds = (Pages.of(PAPER, papers), Pages.of(CATEGORY, categories), Pages.of(FRONT, lambda: front))
    return Site(shell(catalog, ()), kinds)


class LeanProject(Project):
    """A survey whose templates are the lean ones, and none of the package's."""

    @property
    def templates(self) -> tuple[Path, ...]:
        return (TEMPLATES,)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("survey", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    wanted = parser.parse_args()
    pages.plan = plan
    built = build(LeanProject(wanted.survey), Cache(default_folder()), wanted.folder, pagefind=False, jobs=wanted.jobs)
    if built.report.fails():
        raise SystemExit("not built: there are mistakes")


if __name__ == "__main__":
    main()
