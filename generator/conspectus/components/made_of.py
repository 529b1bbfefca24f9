"""What pages are made of, as digests, which are quicker to have than the pages' views and tell whether these changed.

A digest may stand for more than a page shows: then the view is made, and compared. It must never stand for less.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from conspectus.catalog import Catalog
from conspectus.catalog.catalog import keywords_of
from conspectus.components.cited_prose import cited_prose
from conspectus.components.crumbs import paper_link
from conspectus.components.related import titles_of_places
from conspectus.derived import packed
from conspectus.model.paper import Paper
from conspectus.model.taxonomy import CategoryId, Place


def of_card(catalog: Catalog, paper: Paper) -> bytes:
    """What is said of a paper wherever it stands: all of its records, its citation key, its places and their rules."""
    return catalog.once(_cards)[paper.id]


def _cards(catalog: Catalog) -> Mapping[str, bytes]:
    places = {id: packed((catalog.called[id], _said_of_place(place))) for id, place in catalog.categories.items()}
    pins: dict[str, list[CategoryId]] = defaultdict(list)
    for id, place in catalog.categories.items():
        for pinned, _ in place.category.papers:
            pins[pinned].append(id)
    return {
        paper.id: packed(
            (
                paper,
                catalog.entry(paper).key,
                cited_prose(catalog, paper.work.summary or ""),
                [places[id] for id in catalog.categories_of(paper)],
                pins.get(paper.id),
            )
        )
        for paper in catalog.newest
    }


def _said_of_place(place: Place) -> tuple[object, ...]:
    """Without the lines on which it is written, which no page shows."""
    facet, category, ancestors = place
    rule = category.match
    phrases = (
        [[phrase.source for phrase in some] for some in (rule.any, rule.title, rule.all, rule.none)] if rule else ()
    )
    return facet.id, facet.title, category.id, category.title, phrases, [(above.id, above.title) for above in ancestors]


def of_lists(catalog: Catalog, paper: Paper) -> tuple[bytes, ...]:
    """The papers that stand in its categories, or have its keywords, in their order, and the order of all papers."""
    lists = catalog.once(_lists)
    keywords = (lists[word] for word in dict.fromkeys(keywords_of(paper.work)))
    return (catalog.once(_order), *(lists[id] for id in catalog.categories_of(paper)), *keywords)


def _lists(catalog: Catalog) -> Mapping[CategoryId | str, bytes]:
    """The list of each category, and of each keyword as keywords are compared."""
    links = {paper.id: packed(paper_link(catalog, paper)) for paper in catalog.newest}

    def listed(ids: Iterable[str]) -> bytes:
        return b"".join(links[catalog.newest[rank].id] for rank in sorted(map(catalog.rank.__getitem__, ids)))

    lists: dict[CategoryId | str, bytes] = {}
    for id, (facet, category, _) in catalog.categories.items():
        own = catalog.survey.placing.members.get(id, ())
        lists[id] = packed((listed(own), listed(catalog.members(facet, category))))
    for word, ids in catalog.keywords.of.items():
        newest = min(ids, key=catalog.rank.__getitem__)
        lists[word] = packed((catalog.works[newest].keywords, listed(ids)))
    return lists


def _order(catalog: Catalog) -> bytes:
    return packed((list(catalog.rank), sorted(catalog.once(titles_of_places))))


def of_tree(catalog: Catalog) -> bytes:
    """The titles of all facets and categories, in their trees."""
    return catalog.once(_tree)


def _tree(catalog: Catalog) -> bytes:
    places = catalog.survey.taxonomy.walk()
    return packed([(place.facet.title, place.id, place.category.title, len(place.ancestors)) for place in places])
