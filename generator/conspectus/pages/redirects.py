"""Earlier addresses of papers, categories and saved queries (`was:`), which lead to where they are now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from conspectus.model.paper import Paper
from conspectus.model.site import Page
from conspectus.model.taxonomy import folder
from conspectus.pages.shelf import Shelf, paper_url, query_url


@dataclass(frozen=True, slots=True)
class Redirect:
    """Where an earlier address leads."""

    title: str
    url: str


def pages(shelf: Shelf) -> Iterator[Page]:
    for paper in shelf.survey.library.papers:
        for earlier in paper.work.was:
            if earlier not in shelf.papers:
                yield Page(paper_url(earlier), "pages/redirect.html", partial(_to_paper, paper))
    for facet, category, _ in shelf.categories.values():
        for former in facet.former(category):
            if former not in shelf.categories:
                target = partial(Redirect, category.title, facet.url(category))
                yield Page(f"{folder(former[0])}/{former[1]}/", "pages/redirect.html", target)
    for query in shelf.survey.queries.saved:
        for earlier in query.was:
            yield Page(query_url(earlier), "pages/redirect.html", partial(Redirect, query.title, query_url(query.id)))


def _to_paper(paper: Paper) -> Redirect:
    return Redirect(paper.title.as_text(), paper_url(paper.id))
