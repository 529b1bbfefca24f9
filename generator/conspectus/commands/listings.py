"""When and where listings showed a paper, and how it stood there that day."""

from __future__ import annotations

from typing import NamedTuple

from conspectus.model.paper import Authority, Paper, Record
from conspectus.model.when import Date


class Listing(NamedTuple):
    """What a record says of listings: the latest of their days, their names, and the figures of that day."""

    day: Date | None
    names: tuple[str, ...]
    score: float | None
    comments: int | None

    @property
    def has_figures(self) -> bool:
        return bool(self.comments) or self.score is not None


def listings(paper: Paper) -> tuple[Listing, ...]:
    """The listings that showed a paper, the latest first, those of no known day last."""
    found = dict.fromkeys(_listing(record) for record in paper.records)
    figured = {name for listing in found if listing.has_figures for name in listing.names}
    known = [listing for listing in found if listing.has_figures or set(listing.names) - figured]
    return tuple(sorted(known, key=lambda listing: listing.day.order if listing.day else (0, 0, 0), reverse=True))


def _listing(record: Record) -> Listing:
    work = record.work
    if record.authority == Authority.LISTING:
        return Listing(work.added, work.listed, work.score, work.comments)
    days = [day for name in work.listed if (day := Date.in_name(name))]
    return Listing(max(days, key=lambda day: day.order, default=None), work.listed, work.score, work.comments)
