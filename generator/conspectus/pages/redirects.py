"""Earlier addresses of papers, categories and saved queries (`was:`), which lead to where they are now."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from conspectus.catalog import Catalog
from conspectus.components.crumbs import Crumb
from conspectus.model.paper import Paper
from conspectus.model.site import Kind, Page
from conspectus.model.subjects import CATEGORY, paper_url, query_url
from conspectus.model.taxonomy import folder

KIND = Kind("redirect", (paper_url("{paper}"), CATEGORY, query_url("{query}")), redirects=True)
TEMPLATE = "pages/redirect.html"


def pages(catalog: Catalog) -> Iterator[Page]:
    for paper in catalog.survey.library.papers:
        for earlier in paper.work.was:
            if earlier not in catalog.papers:
                yield Page(paper_url(earlier), KIND, TEMPLATE, partial(_to_paper, paper), paper)
    for place in catalog.categories.values():
        facet, category, _ = place
        for former in facet.former(category):
            if former not in catalog.categories:
                target = partial(Crumb, category.title, facet.url(category))
                yield Page(f"{folder(former[0])}/{former[1]}/", KIND, TEMPLATE, target, place)
    for query in catalog.survey.queries.saved:
        for earlier in query.was:
            target = partial(Crumb, query.title, query_url(query.id))
            yield Page(query_url(earlier), KIND, TEMPLATE, target, query)


def _to_paper(paper: Paper) -> Crumb:
    return Crumb(paper.title.as_text(), paper_url(paper.id))
