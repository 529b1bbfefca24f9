"""What search knows besides the index of words: places by their titles, and papers by their identifiers.

A browser asks for `data/finder.json` when a reader begins to search. Identifiers (arXiv ids, DOIs, citation keys, ids)
would be megabytes in a large survey, so they are spread over files of some dozens each by a checksum: to look one up
takes one small file. `data/keys.json` and `data/exports.json` are for taking papers along that a reader has found or
chosen: they tell them apart in the survey's own exports.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from itertools import chain
from zlib import crc32

from conspectus.catalog import Catalog
from conspectus.catalog.filter_values import group_name
from conspectus.catalog.orders import latest_first
from conspectus.components.crumbs import to_timeline
from conspectus.components.export_files import formats
from conspectus.components.word_index import number_of
from conspectus.model.site import Kind, Page, Shell, Site
from conspectus.model.subjects import address
from conspectus.pages import coverage, offline
from conspectus.pages.data import Document

TEMPLATE = "pages/document.json"
FINDER = "data/finder.json"
KEYS = "data/keys.json"
FORMATS = "data/exports.json"
KIND = Kind("finder", (FINDER, KEYS, FORMATS, "data/ids/{number}.json"), offline=True)
MOST_NAMES = 300
"""How many authors, and how many organizations, the box on every page knows by name."""

PER_SHARD = 32
"""How many papers' identifiers a file holds on average at most."""


def pages(catalog: Catalog, site: Site) -> Iterator[Page]:
    yield Page(FINDER, KIND, TEMPLATE, lambda: Document(about(catalog, site.shell)))
    yield Page(KEYS, KIND, TEMPLATE, lambda: Document({paper.id: catalog.entry(paper).key for paper in catalog.newest}))
    yield Page(FORMATS, KIND, TEMPLATE, lambda: Document(formats()))
    for number, url in enumerate(shards(catalog)):
        yield Page(url, KIND, TEMPLATE, partial(_shard, catalog, number))


def about(catalog: Catalog, shell: Shell) -> dict[str, object]:
    """The survey as search speaks of it: what it is called, how new it is, and where one can go.

    `dated` is when the latest paper came into it, or, where nobody noted that, when it appeared.
    """
    survey = catalog.survey
    main = survey.taxonomy.main
    latest = min(catalog.newest, key=latest_first).work if catalog.newest else None
    dated = latest and (latest.added or latest.date)
    return {
        "title": survey.settings.title,
        "papers": len(catalog.newest),
        "dated": str(dated) if dated else None,
        "shards": len(shards(catalog)),
        "main": group_name(main.id) if main else None,
        "years": sorted({work.year for work in catalog.works.values() if work.year}, reverse=True),
        "places": [*categories(catalog), *navigation(shell), *tools(catalog, shell), *saved(catalog), *names(catalog)],
    }


def categories(catalog: Catalog) -> Iterator[Mapping[str, object]]:
    """Every category that has papers, parents first, with what it is filtered by; `name`: where two have its title."""
    for id, (facet, category, ancestors) in catalog.categories.items():
        papers = catalog.inside(facet, category)
        if papers:
            yield {
                "title": category.title,
                **({"name": name} if (name := catalog.called[id].anywhere) != category.title else {}),
                "also": category.also,
                "url": facet.url(category),
                "kind": facet.title,
                "count": len(papers),
                "group": group_name(facet.id),
                "value": category.id,
                "depth": len(ancestors),
            }


def navigation(shell: Shell) -> Iterator[Mapping[str, object]]:
    """What every page leads to."""
    kind = shell.language.gettext("Page")
    for group in shell.nav:
        yield from ({"title": item.title, "url": item.url, "kind": kind} for item in group)


def tools(catalog: Catalog, shell: Shell) -> Iterator[Mapping[str, object]]:
    """What a reader can do with the survey, by what people call it too."""
    language, timeline = catalog.language, to_timeline(catalog)
    kind = language.gettext("Page")
    if timeline:
        yield {"title": timeline.title, "url": timeline.url, "kind": kind, "also": ("trends",)}
    for is_there, title, url, also in (
        (coverage.axes(catalog), language.gettext("Coverage"), coverage.FOLDER, ("gaps",)),
        (True, language.gettext("Comparison"), "compare/", ("compare",)),
        (True, language.gettext("Reading list"), "reading/", ("saved papers",)),
        (True, language.gettext("Subscribe (Atom)"), "feed.xml", ("feed", "RSS")),
        (shell.queries, language.gettext("Saved queries"), "queries/", ()),
        (True, language.gettext("Data"), "data/", ("download",)),
        (True, language.gettext("Offline reading"), offline.URL, ("download",)),
        (shell.unplaced, language.gettext("Unclassified papers"), "worklist/", ("work list", "possible duplicates")),
    ):
        if is_there:
            yield {"title": title, "url": url, "kind": kind, "also": also}


def saved(catalog: Catalog) -> Iterator[Mapping[str, object]]:
    """The curator's queries, with how many papers each finds."""
    kind = catalog.language.gettext("Saved query")
    for query in catalog.survey.queries.saved:
        yield {"title": query.title, "url": address(query), "kind": kind, "count": len(catalog.answering(query))}


def names(catalog: Catalog) -> Iterator[Mapping[str, object]]:
    """Authors and organizations, the most frequent ones; a search finds the papers of the others."""
    for kind, index, fewest in (
        (catalog.language.gettext("Author"), catalog.authors, 2),
        (catalog.language.gettext("Organization"), catalog.organizations, 1),
    ):
        listed = sorted(index.listed, key=lambda each: -len(each.papers))[:MOST_NAMES]
        for each in listed:
            if len(each.papers) >= fewest:
                named = index.at(each.person.name)
                yield {"title": named.name, "url": named.url, "kind": kind, "count": len(each.papers)}


def shards(catalog: Catalog) -> tuple[str, ...]:
    """The files that identifiers are spread over: a power of two, so that their number seldom changes."""
    number = 1 << max(0, (len(catalog.newest) - 1) // PER_SHARD).bit_length()
    return tuple(f"data/ids/{index}.json" for index in range(number))


def _shard(catalog: Catalog, number: int) -> Document:
    return Document(catalog.once(spread)[number])


def spread(catalog: Catalog) -> tuple[Mapping[str, int], ...]:
    """The identifiers of each file, with the numbers that search has for their papers; `lookup.js` works out in the
    same way in which one to look."""
    files: tuple[dict[str, int], ...] = tuple({} for _ in shards(catalog))
    for name, id in identified(catalog).items():
        files[crc32(name.encode()) % len(files)][name] = number_of(catalog, id)
    return files


def identified(catalog: Catalog) -> dict[str, str]:
    """The id of each paper by all that identifies it, in lower case; ids go first, earlier ids last."""
    own = ((paper.id, paper.id) for paper in catalog.newest)
    given = (
        (name, paper.id)
        for paper in catalog.newest
        for name in (catalog.entry(paper).key, paper.work.arxiv, paper.work.doi)
        if name
    )
    earlier = ((name, paper.id) for paper in catalog.newest for name in paper.work.was)
    known: dict[str, str] = {}
    for name, id in chain(own, given, earlier):
        known.setdefault(name.lower(), id)
    return known
