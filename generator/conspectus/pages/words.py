"""The words of all papers as files for the search: `data/search.json`, `data/words/` with files of some words, and
`data/values/` with a file for each group of filters.

A browser asks for the first when a reader begins to search, and for each word of a query for the one file that has the
words with the same beginning; where there are several, for a file of `data/postings/` as well, and for phrases of words
that very many papers have, of `data/positions/`; for a word that no paper has, of `data/endings/`.
`data/order.json` has the ids of the papers, which are numbers in the others, and `data/similar.json` which papers'
texts are similar, unless a survey is large.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from conspectus import __version__
from conspectus.catalog import Catalog
from conspectus.components import filter_index, results, similar_texts, word_endings, word_index, word_rows
from conspectus.derived import packed
from conspectus.model.site import Kind, Page
from conspectus.pages.data import Document

TEMPLATE = "pages/document.json"
ABOUT, ORDER, SIMILAR = "data/search.json", "data/order.json", "data/similar.json"
FOLDERS = ("words", "postings", "positions", "endings", "values")
KIND = Kind(
    "words", (ABOUT, ORDER, SIMILAR, *(f"data/{name}/{{number}}.json" for name in FOLDERS)), offline=True, together=True
)


def pages(catalog: Catalog) -> Iterator[Page]:
    yield Page(ABOUT, KIND, TEMPLATE, partial(_about, catalog))
    yield Page(ORDER, KIND, TEMPLATE, lambda: Document([paper.id for paper in word_rows.oldest(catalog)]))
    if similar_texts.is_offered(catalog):
        yield Page(SIMILAR, KIND, TEMPLATE, lambda: Document(similar_texts.similar(catalog)))
    for number in range(word_index.shards(catalog)):
        yield Page(address(number), KIND, TEMPLATE, partial(_shard, catalog, number))
    for number in range(word_index.posting_shards(catalog)):
        yield Page(f"data/postings/{number}.json", KIND, TEMPLATE, partial(_postings, catalog, number))
    for number in range(word_index.position_shards(catalog)):
        yield Page(f"data/positions/{number}.json", KIND, TEMPLATE, partial(_positions, catalog, number))
    for number in range(word_endings.shards(catalog)):
        yield Page(f"data/endings/{number}.json", KIND, TEMPLATE, partial(_endings, catalog, number))
    for number, name in enumerate(filter_index.names(catalog)):
        yield Page(f"data/values/{number}.json", KIND, TEMPLATE, partial(_values, catalog, name))


def address(number: int) -> str:
    """Where the file of that number is."""
    return f"data/words/{number}.json"


def only_file(catalog: Catalog) -> str:
    """The address of the file that has all words; empty if they are spread over several."""
    return address(0) if word_index.shards(catalog) == 1 else ""


def edition(catalog: Catalog) -> str:
    """What tells all that is searched of papers, and by what they are filtered, from that of any other build."""
    called = sorted((word, sorted(papers)) for word, papers in word_index.in_categories(catalog).items())
    titles = [(place.facet.title, place.category.title) for place in catalog.survey.taxonomy.walk()]
    filed = (called, titles, catalog.once(filter_index.values))
    return packed((__version__, catalog.once(word_rows.digests), filed)).hex()[:8]


def _about(catalog: Catalog) -> Document:
    also = {
        "edition": catalog.once(edition),
        "endings": word_endings.about(catalog),
        "groups": filter_index.names(catalog),
        "results": results.per_file(catalog),
        "pagefind": results.are_by_pagefind(catalog),
        "similar": similar_texts.is_offered(catalog),
    }
    return Document(word_index.about(catalog) | also)


def _shard(catalog: Catalog, number: int) -> Document:
    return Document(catalog.once(word_index.words)[number])


def _postings(catalog: Catalog, number: int) -> Document:
    return Document(catalog.once(word_index.postings)[number])


def _positions(catalog: Catalog, number: int) -> Document:
    return Document(catalog.once(word_index.positions)[number])


def _endings(catalog: Catalog, number: int) -> Document:
    return Document(catalog.once(word_endings.endings)[number])


def _values(catalog: Catalog, name: str) -> Document:
    return Document(catalog.once(filter_index.values)[name])
