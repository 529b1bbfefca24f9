"""Papers in a list that has pages: those of a category, those that a saved query finds."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass

from conspectus.catalog import Catalog
from conspectus.components import json_ld
from conspectus.components.cards import Card, cards
from conspectus.components.crumbs import Crumb
from conspectus.components.export_files import File
from conspectus.components.filter_groups import WORTH_NARROWING, Group, Sort, narrowing, sorts
from conspectus.components.head import Head
from conspectus.components.paging import PER_PAGE, Paging, Part
from conspectus.model.paper import Paper


@dataclass(frozen=True, slots=True)
class PaperList:
    """A page of a list. `count`: how many papers the whole list has; `feed`: where it can be followed, if anywhere.

    What filters and sorts the list stands on its first page only. `sorts`: the orders there are besides the date.
    """

    count: int
    files: tuple[File, ...]
    feed: str
    cards: tuple[Card, ...]
    groups: tuple[Group, ...]
    sorts: tuple[Sort, ...]
    number: int
    paging: Paging


def paper_list(
    catalog: Catalog, papers: Set[str], part: Part[Paper], files: tuple[File, ...], feed: str = ""
) -> PaperList:
    """A part of the list of these papers."""
    worth = part.number == 1 and len(papers) >= WORTH_NARROWING
    counted = catalog.counts(papers if worth else ())
    return PaperList(
        count=len(papers),
        files=files if papers else (),
        feed=feed,
        cards=cards(catalog, part.items),
        groups=narrowing(catalog, papers, counted) if worth else (),
        sorts=sorts(catalog, counted) if worth else (),
        number=part.number,
        paging=part.paging,
    )


def list_head(catalog: Catalog, way: Sequence[Crumb], description: str, part: Part[Paper], feed: str) -> Head:
    """The head of a part of a list, to which `way` leads from the front page; its last step has the list's title."""
    title, settings = part.title(catalog.language, way[-1].title), catalog.survey.settings
    here = (*way[:-1], Crumb(way[-1].title, part.url))
    data = json_ld.collection(title, settings, here, part.items, (part.number - 1) * PER_PAGE + 1)
    return Head(title, description, feed, data)
