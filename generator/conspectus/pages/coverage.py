"""Coverage: topics by what else a survey knows of its papers, as tables in which an empty cell is seen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain
from urllib.parse import urlencode

from conspectus.catalog import Catalog
from conspectus.catalog.filter_values import YEAR, FilterValue, group_name
from conspectus.components.crumbs import Crumb
from conspectus.components.head import Head
from conspectus.components.made_of import of_places, of_tree
from conspectus.model.site import Kind, Page
from conspectus.model.taxonomy import Category, Facet

FOLDER = "overview/gaps/"
KIND = Kind("coverage", (FOLDER, f"{FOLDER}{{axis}}/"), in_sitemap=True)
MOST_YEARS = 20
"""How many years have a column each; those before stand in one together."""


@dataclass(frozen=True, slots=True)
class Column:
    """What topics are crossed with: the values a paper may have (one category, or one year or several), and their page.

    A category's papers are those of all below it too. `url` is empty where no page shows them.
    """

    title: str
    url: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Axis:
    """The columns of a table: a facet's, or the years. `name` as the search page's address has it."""

    name: str
    title: str
    columns: tuple[Column, ...]

    @property
    def url(self) -> str:
        return f"{FOLDER}{self.name}/"


@dataclass(frozen=True, slots=True)
class Cell:
    """A topic’s papers in a column: how many, how many in a hundred of the topic’s, and the topic’s list
    filtered by them; where there are none, to an empty list, whose filters show what is near."""

    column: str
    count: int
    share: int
    url: str


@dataclass(frozen=True, slots=True)
class Row:
    """A topic. `count`: its papers, each once; `rest`: those that no column has."""

    title: str
    url: str
    count: int
    cells: tuple[Cell, ...]
    rest: Cell


@dataclass(frozen=True, slots=True)
class CoverageView:
    """`bands`: each topic of the first level, followed by those right below it. `empty`: how many cells have no paper,
    of `cells` in all. `rest`: what those in no column are called, if any.
    """

    head: Head
    crumbs: tuple[Crumb, ...]
    here: str
    topics: str
    axis: Axis
    axes: tuple[Axis, ...]
    bands: tuple[tuple[Row, ...], ...]
    rest: str
    empty: int
    cells: int


def pages(catalog: Catalog) -> Iterator[Page]:
    """A page for each axis; the first stands at the folder's own address too."""
    main = catalog.survey.taxonomy.main
    if main is None or not main.categories:
        return
    inputs = partial(_made_of, catalog)
    for index, axis in enumerate(axes(catalog)):
        make = partial(view, catalog, main, axis)
        if index == 0:
            yield Page(FOLDER, KIND, "pages/coverage.html", make, made_of=inputs)
        yield Page(axis.url, KIND, "pages/coverage.html", make, made_of=inputs)


def _made_of(catalog: Catalog) -> tuple[bytes, ...]:
    """All that the view of any axis is made of."""
    return of_tree(catalog), of_places(catalog)


def view(catalog: Catalog, main: Facet, axis: Axis) -> CoverageView:
    """What the page of an axis shows."""
    held = _held(catalog, axis)
    bands = tuple(
        tuple(_row(catalog, main, category, axis, held) for category in (topic, *topic.children))
        for topic in main.categories
    )
    rows = tuple(chain.from_iterable(bands))
    counts = [cell.count for row in rows for cell in row.cells]
    gettext = catalog.language.gettext
    title = gettext("%(topics)s by %(axis)s", topics=main.title, axis=_inside(catalog, axis.title))
    rest = any(row.rest.count for row in rows)
    description = gettext(
        "Number of papers in each of the survey’s topics, by %(axis)s.", axis=_inside(catalog, axis.title)
    )
    return CoverageView(
        Head(title, description),
        (Crumb(gettext("Explore"), "overview/"),),
        title,
        main.title,
        axis,
        axes(catalog),
        bands,
        _rest(catalog, axis) if rest else "",
        counts.count(0),
        len(counts),
    )


def _held(catalog: Catalog, axis: Axis) -> dict[str, frozenset[int]]:
    """The columns that each paper stands in, by their positions."""
    positions = {FilterValue(axis.name, value): at for at, column in enumerate(axis.columns) for value in column.values}
    return {
        paper.id: frozenset(positions[value] for value in catalog.filter_values(paper) if value in positions)
        for paper in catalog.newest
    }


def axes(catalog: Catalog) -> tuple[Axis, ...]:
    """What topics can be crossed with: each other facet by its first level, and the years; nothing without topics."""
    taxonomy = catalog.survey.taxonomy
    if not (taxonomy.main and taxonomy.main.categories):
        return ()
    found = [_facet(facet) for facet in taxonomy.facets if not facet.is_main]
    return tuple(axis for axis in (*found, _years(catalog)) if axis.columns)


def _facet(facet: Facet) -> Axis:
    columns = (Column(category.title, facet.url(category), (category.id,)) for category in facet.categories)
    return Axis(group_name(facet.id), facet.title, tuple(columns))


def _years(catalog: Catalog) -> Axis:
    known = Counter(work.year for work in catalog.works.values() if work.year)
    if not known:
        return Axis(YEAR, catalog.language.gettext("Year"), ())
    last = max(known)
    first = max(min(known), last - MOST_YEARS + 1)
    before = tuple(str(year) for year in sorted(known) if year < first)
    single = (
        Column(str(year), f"papers/#y{year}" if year in known else "", (str(year),)) for year in range(first, last + 1)
    )
    gettext = catalog.language.gettext
    earlier = (Column(gettext("until %(year)s", year=str(first - 1)), "", before),) if before else ()
    return Axis(YEAR, gettext("Year"), (*earlier, *single))


def _row(catalog: Catalog, main: Facet, topic: Category, axis: Axis, held: dict[str, frozenset[int]]) -> Row:
    papers = [held[paper.id] for paper in catalog.inside(main, topic)]
    url = main.url(topic)

    def cell(column: str, count: int, values: Iterable[str]) -> Cell:
        narrowed = urlencode([(axis.name, value) for value in values])
        return Cell(column, count, -(-100 * count // len(papers)) if papers else 0, f"{url}?{narrowed}#papers")

    counts = Counter(chain.from_iterable(papers))
    cells = tuple(cell(column.title, counts[at], column.values) for at, column in enumerate(axis.columns))
    left_out = (f"-{value}" for column in axis.columns for value in column.values)
    rest = cell(_rest(catalog, axis), papers.count(frozenset()), left_out)
    return Row(topic.title, url, len(papers), cells, rest)


def _rest(catalog: Catalog, axis: Axis) -> str:
    """What papers are called that are in no column."""
    gettext = catalog.language.gettext
    return gettext("undated") if axis.name == YEAR else gettext("not stated")


def _inside(catalog: Catalog, title: str) -> str:
    """A facet's title within an English sentence: `Training needed` → `training needed`, but `GPUs` stays."""
    english = catalog.language.tag.partition("-")[0] == "en"
    return title[:1].lower() + title[1:] if english and title[1:2].islower() else title
