"""The years of a listing's dates: listings leave out the year they are shown in.

Which year that is stands in a first line `retrieved: 2026-06-12`, in the page's head, in the file's name, or follows
from the dates that have a year. A date that would come after the listing's own day belongs to the year before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from conspectus.diagnostics import Mistake, Span
from conspectus.model.when import Date
from conspectus.sources.listing_page import Page

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
DAY = rf"(?P<month>{'|'.join(MONTHS)}) (?P<day>[1-9]|[12]\d|3[01])(?:, (?P<year>(?:19|20)\d\d))?(?!\d)"
"""A date as listings write it: `Mar 1, 2024`, or `Mar 1` in the year of the listing."""

FULL_IN_NAME = re.compile(
    r"(?<!\d)(?P<year>20\d\d)[-_.]?(?P<month>0[1-9]|1[0-2])[-_.]?(?P<day>0[1-9]|[12]\d|3[01])(?!\d)"
)
MONTH_IN_NAME = re.compile(r"(?<!\d)(?P<year>20\d\d)[-_.](?P<month>0[1-9]|1[0-2])(?![-_.]?\d)")
YEAR_IN_NAME = re.compile(r"(?<!\d)20\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Written:
    """A date as a listing wrote it, and the line it stands on."""

    month: int
    day: int
    year: int | None
    line: int

    @classmethod
    def of(cls, found: re.Match[str], line: int) -> Written | None:
        """From a match of DAY; None for a day that never was."""
        month, day = MONTHS.index(found["month"]) + 1, int(found["day"])
        year = int(found["year"]) if found["year"] else None
        return cls(month, day, year, line) if _day(year or 2000, month, day) else None

    def __str__(self) -> str:
        return f"{MONTHS[self.month - 1]} {self.day}" + (f", {self.year}" if self.year else "")


@dataclass(frozen=True, slots=True)
class Known:
    """A listing's own day, as exactly as it is known, and how: a word for `Date.inferred` and a sentence for people."""

    year: int
    month: int | None
    day: int | None
    how: str
    says: str

    @property
    def date(self) -> Date | None:
        """The day, or the month; a year alone was read off the listing's dates and tells nothing of its own."""
        return Date(self.year, self.month, self.day) if self.month else None


def own_day(page: Page, head: Written | None, dates: Sequence[Written]) -> tuple[Known | None, list[Mistake]]:
    """The listing's own day from the best witness there is; the mistake is a `retrieved` that is not a date."""
    mistakes: list[Mistake] = []
    latest = max((when.year for when in dates if when.year), default=None)
    known = _retrieved(page, mistakes) or _head(head) or _file_name(page.name, latest) or _other_dates(latest)
    return (_at_head(known, head) if known else None), mistakes


def dated(when: Written, known: Known | None) -> Date | None:
    """The date with its year; None where the year is not known, or has no such day."""
    if when.year:
        return Date(when.year, when.month, when.day)
    if known is None:
        return None
    later = (when.month, when.day) > (known.month or 12, known.day or 31)
    year = known.year - later
    return Date(year, when.month, when.day, known.how) if _day(year, when.month, when.day) else None


def _retrieved(page: Page, mistakes: list[Mistake]) -> Known | None:
    line = page.retrieved
    if line is None:
        return None
    try:
        said = Date.parse(line.text)
    except ValueError:
        said = None
    if said is None or not 1990 < said.year < 2100:
        at = Span(page.path, line.number)
        mistakes.append(
            Mistake("bad-date", f"`{line.text}` is not a valid date", at, "write it as `retrieved: 2026-06-12`")
        )
        return None
    return Known(said.year, said.month, said.day, "retrieved", f"from its line `retrieved: {line.text}`")


def _head(head: Written | None) -> Known | None:
    if head is None or head.year is None:
        return None
    return Known(head.year, head.month, head.day, "head", f"from the page's head, {head}")


def _file_name(name: str, latest: int | None) -> Known | None:
    """A date in the file's name, unless the listing itself shows that it means something else.

    A year alone may be a topic's; it counts if it is the only one and all years written out are before it.
    """
    for found in (*FULL_IN_NAME.finditer(name), *MONTH_IN_NAME.finditer(name)):
        year, month, day = (
            int(found[part]) if part in found.groupdict() else None for part in ("year", "month", "day")
        )
        if year and _day(year, month or 1, day or 1) and (latest is None or latest <= year):
            return Known(year, month, day, "file name", f"from the file's name, {found[0]}")
    years = {int(year) for year in YEAR_IN_NAME.findall(name)}
    if len(years) == 1 and (latest is None or latest < min(years)):
        return Known(min(years), None, None, "file name", f"from the file's name, {min(years)}")
    return None


def _other_dates(latest: int | None) -> Known | None:
    """The year after the last one written out: only the current year is left out."""
    if latest is None:
        return None
    return Known(latest + 1, None, None, "other dates", f"from the other dates, of which the last is in {latest}")


def _at_head(known: Known, head: Written | None) -> Known:
    """Made exact by the page's own day, which may be a day ahead of the reader's but no more."""
    if head is None or head.year is not None:
        return known
    year = known.year
    if known.month and known.day:
        limit = date(known.year, known.month, known.day) + timedelta(days=1)
        year = limit.year if (head.month, head.day) <= (limit.month, limit.day) else limit.year - 1
    elif known.month and head.month > known.month:
        year -= 1
    return Known(year, head.month, head.day, known.how, known.says)


def _day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
