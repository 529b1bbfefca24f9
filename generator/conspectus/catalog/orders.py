"""The orders that lists of papers are in."""

from __future__ import annotations

from conspectus.model.paper import Paper


def newest_first(paper: Paper) -> tuple[int, int, int, str]:
    """For sorting: later dates first, those without a date last, then by id."""
    year, month, day = paper.work.date.order if paper.work.date else (0, 0, 0)
    return (-year, -month, -day, paper.id)


def latest_first(paper: Paper) -> tuple[int, int, int, str]:
    """For sorting: by when a paper came into the survey, where that is known, else by its own date; latest first."""
    year, month, day = since.order if (since := paper.work.added or paper.work.date) else (0, 0, 0)
    return (-year, -month, -day, paper.id)
