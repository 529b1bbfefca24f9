"""The words of all papers as files for the search: `data/search.json`, and `data/words/` with files of some words.

A browser asks for the first when a reader begins to search, and for each word of a query for the one file that has the
words with the same beginning. `data/order.json` has the ids of the papers, which are numbers in the others.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from conspectus.catalog import Catalog
from conspectus.components import results, word_index
from conspectus.model.site import Kind, Page
from conspectus.pages.data import Document

TEMPLATE = "pages/document.json"
ABOUT, ORDER = "data/search.json", "data/order.json"
KIND = Kind("words", (ABOUT, ORDER, "data/words/{number}.json"), offline=True, together=True)


def pages(catalog: Catalog) -> Iterator[Page]:
    yield Page(
        ABOUT, KIND, TEMPLATE, lambda: Document(word_index.about(catalog) | {"results": results.per_file(catalog)})
    )
    yield Page(ORDER, KIND, TEMPLATE, lambda: Document([paper.id for paper in word_index.oldest(catalog)]))
    for number in range(word_index.shards(catalog)):
        yield Page(address(number), KIND, TEMPLATE, partial(_shard, catalog, number))


def address(number: int) -> str:
    """Where the file of that number is."""
    return f"data/words/{number}.json"


def only_file(catalog: Catalog) -> str:
    """The address of the file that has all words; empty if they are spread over several."""
    return address(0) if word_index.shards(catalog) == 1 else ""


def _shard(catalog: Catalog, number: int) -> Document:
    return Document(catalog.once(word_index.words)[number])
