"""What pages are made of, as digests, which are quicker to have than the pages' views and tell whether these changed.

A digest may stand for more than a page shows: then the view is made, and compared. It must never stand for less.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from operator import attrgetter
from typing import NamedTuple

from conspectus.catalog import Catalog
from conspectus.catalog.catalog import keywords_of
from conspectus.components.cited_prose import cited_prose
from conspectus.components.crumbs import paper_link
from conspectus.components.related import NEAR, label_of, titles_of_places
from conspectus.derived import packed
from conspectus.model.paper import Paper, Record
from conspectus.model.taxonomy import CategoryId, Place

SIZE = len(packed(None))


def of_card(catalog: Catalog, paper: Paper) -> bytes:
    """What is said of a paper wherever it stands: all of its records, its citation key, its places and their rules."""
    return catalog.once(_cards)[paper.id]


def of_data(catalog: Catalog) -> Mapping[str, bytes]:
    """What is said of each paper to other programs: the same, and which papers are its versions."""
    return catalog.once(_data)


def _data(catalog: Catalog) -> Mapping[str, bytes]:
    versions = catalog.survey.library.versions
    return {id: packed((card, versions.get(id))) for id, card in catalog.once(_cards).items()}


def _cards(catalog: Catalog) -> Mapping[str, bytes]:
    places = {id: packed((catalog.called[id], _said_of_place(place))) for id, place in catalog.categories.items()}
    pins: dict[str, list[CategoryId]] = defaultdict(list)
    for id, place in catalog.categories.items():
        for pinned, _ in place.category.papers:
            pins[pinned].append(id)
    return {
        paper.id: packed(
            (
                paper.id,
                catalog.said(paper),
                paper.origins,
                [
                    (None if record.work is paper.work else record.work, _said_of_record(record))
                    for record in paper.records
                ],
                catalog.entry(paper).key,
                cited_prose(catalog, paper.work.summary or ""),
                [places[id] for id in catalog.categories_of(paper)],
                pins.get(paper.id),
            )
        )
        for paper in catalog.newest
    }


_said_of_record = attrgetter(*(field.name for field in fields(Record) if field.name != "work"))


def _said_of_place(place: Place) -> tuple[object, ...]:
    """Without the lines on which it is written, which no page shows."""
    facet, category, ancestors = place
    rule = category.match
    phrases = (
        [[phrase.source for phrase in some] for some in (rule.any, rule.title, rule.all, rule.none)] if rule else ()
    )
    return facet.id, facet.title, category.id, category.title, phrases, [(above.id, above.title) for above in ancestors]


def of_lists(catalog: Catalog, paper: Paper) -> tuple[object, ...]:
    """Which papers are in its categories, and have its keywords; what is said of those near it; the order of all."""
    lists, here = catalog.once(_lists), catalog.rank[paper.id]
    keys: list[CategoryId | str] = [*catalog.categories_of(paper), *dict.fromkeys(keywords_of(paper.work))]
    return (catalog.once(_order), *(lists[key].near(here) for key in keys))


class _List(NamedTuple):
    """A category, or a keyword. `said`: what it is called, and the papers that have it. `own`: these papers; `inside`:
    those with it or with what is below it."""

    said: bytes
    own: _Papers
    inside: _Papers

    def near(self, rank: int) -> tuple[bytes, ...]:
        """What a page says of the list that shows papers next to the one of this rank, and those related to it."""
        return self.said, self.own.near(rank, NEAR), self.inside.near(rank, 1)


class _Papers(NamedTuple):
    """Some papers: their ranks in order, and for each the digest of what other papers' pages say of it."""

    ranks: Sequence[int] = ()
    links: bytes = b""

    def near(self, rank: int, reach: int) -> bytes:
        """The digests of so many papers before and after one."""
        at = bisect_left(self.ranks, rank)
        return self.links[max(0, at - reach) * SIZE : (at + reach + 1) * SIZE]


def _lists(catalog: Catalog) -> Mapping[CategoryId | str, _List]:
    """The list of each category, and of each keyword as keywords are compared."""
    links = [packed(paper_link(catalog, paper)) for paper in catalog.newest]

    def listed(ids: Iterable[str]) -> _Papers:
        ranks = sorted(map(catalog.rank.__getitem__, ids))
        return _Papers(ranks, b"".join(map(links.__getitem__, ranks)))

    lists: dict[CategoryId | str, _List] = {}
    for id, (facet, category, _) in catalog.categories.items():
        own = listed(catalog.survey.placing.members.get(id, ()))
        lists[id] = _List(packed(own.ranks), own, listed(catalog.members(facet, category)))
    for word, ids in catalog.keywords.of.items():
        own = listed(ids)
        lists[word] = _List(packed((label_of(catalog, word), own.ranks)), own, _Papers())
    return lists


def _order(catalog: Catalog) -> bytes:
    return packed((list(catalog.rank), sorted(catalog.once(titles_of_places))))


def of_places(catalog: Catalog) -> bytes:
    """Which papers are in each category, and from which years they are."""
    return catalog.once(_places)


def _places(catalog: Catalog) -> bytes:
    lists = catalog.once(_lists)
    years = [paper.work.year for paper in catalog.newest]
    return packed((catalog.once(_order), years, [(id, lists[id].said) for id in catalog.categories]))


def of_tree(catalog: Catalog) -> bytes:
    """The titles of all facets and categories, in their trees."""
    return catalog.once(_tree)


def _tree(catalog: Catalog) -> bytes:
    places = catalog.survey.taxonomy.walk()
    return packed([(place.facet.title, place.id, place.category.title, len(place.ancestors)) for place in places])
