"""Where things stand below the site's root that more than one kind of page leads to."""

from __future__ import annotations

from conspectus.model.subjects import paper_url

TIMELINE, YEARS = "overview/timeline/", "overview/years/"

FRONT_PAGE = "index"
"""The name of the prose file that opens the front page, if there is one."""


def cite_url(id: str, suffix: str) -> str:
    """A paper as a file of a format to cite in."""
    return f"{paper_url(id)}cite.{suffix}"


def page_url(url: str, number: int) -> str:
    """A page of a list that begins at `url`; the first is 1."""
    return url if number == 1 else f"{url}{number}/"


def month_anchor(year: int | None, month: int | None = None) -> str:
    """The place of a year, or of one of its months, among all papers; month 0 is the one that is not known."""
    if year is None:
        return "ynone"
    return f"y{year}" if month is None else f"y{year}-{month:02}"
