"""The versions of a work: its preprint and its publication, and papers that are the same work published elsewhere."""

from __future__ import annotations

from typing import NamedTuple

from conspectus.catalog import Catalog
from conspectus.components.crumbs import PaperLink, paper_link
from conspectus.exports.kinds import issued
from conspectus.model.identifiers import names_arxiv
from conspectus.model.paper import Paper
from conspectus.model.when import Date
from conspectus.model.work import Work

PREPRINTS = ("article", "manuscript")
"""The types of works, as CSL names them, that are not published yet."""


class Dates(NamedTuple):
    """When a work first appeared, and when it was published in its venue."""

    preprint: Date
    published: Date


class Version(NamedTuple):
    """Another paper that is the same work, and where that was published."""

    paper: PaperLink
    venue: str | None


def dates(paper: Paper) -> Dates | None:
    """Both dates of a paper that is a preprint joined with what became of it later, or whose venue names a later year;
    else None."""
    works = [record.work for record in paper.records]
    preprints = [work.date for work in works if not _is_published(work) and (work.arxiv or work.doi) and work.date]
    published = next((work.date for work in works if _is_published(work) and work.date), None)
    first = min(preprints, key=lambda date: date.order, default=None)
    if first and published and _is_later(published, first):
        return Dates(first, published)
    date, cited = paper.work.date, issued(paper.work)
    return Dates(date, cited) if date and cited and _is_later(cited, date) else None


def _is_later(one: Date, other: Date) -> bool:
    """Whether a date is known to be in a later month than another, or in a later year."""
    if one.year == other.year and one.month and other.month:
        return one.month > other.month
    return one.year > other.year


def _is_published(work: Work) -> bool:
    return bool(work.venue) and not names_arxiv(work.venue or "") and work.kind not in PREPRINTS


def versions(catalog: Catalog, paper: Paper) -> tuple[Version, ...]:
    """The papers that are versions of this one, which stayed apart because they were published in other places."""
    others = [catalog.papers[id] for id in catalog.survey.library.versions.get(paper.id, ())]
    return tuple(Version(paper_link(catalog, other), other.work.venue) for other in others)
