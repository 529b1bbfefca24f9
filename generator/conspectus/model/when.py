"""Dates as sources give them: to the day, the month or the year."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

MONTHS = "January February March April May June July August September October November December".split()

IN_NAME = re.compile(r"(?<!\d)(20\d\d)[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?!\d)")
"""A day as people write it into the names of files: `daily-2026-06-12`."""

ISO = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?")


@dataclass(frozen=True, slots=True)
class Date:
    """A date to the day, the month or the year.

    `inferred` says how the year was known where the source did not give one: `head`, `file name`, `retrieved`,
    `other dates` or `arxiv id`; None means that the source gave it.
    """

    year: int
    month: int | None = None
    day: int | None = None
    inferred: str | None = None

    def __post_init__(self) -> None:
        if self.day is not None and self.month is None:
            raise ValueError("a day needs a month")
        date(self.year, 1 if self.month is None else self.month, 1 if self.day is None else self.day)

    @classmethod
    def parse(cls, text: str) -> Date:
        """Read `2024`, `2024-04` or `2024-04-22`; ValueError for anything else, or for a day that never was."""
        found = ISO.fullmatch(text.strip())
        if not found:
            raise ValueError(f"{text!r} is not a date such as 2024, 2024-04 or 2024-04-22")
        year, month, day = (int(part) if part else None for part in found.groups())
        assert year is not None  # noqa: S101 - the pattern demands it
        return cls(year, month, day)

    @classmethod
    def in_name(cls, name: str) -> Date | None:
        """The first date in the name of a file or a listing; None if there is none."""
        for year, month, day in IN_NAME.findall(name):
            try:
                return cls(int(year), int(month), int(day))
            except ValueError:
                continue
        return None

    def __str__(self) -> str:
        """As ISO 8601 writes it, no more exact than it is known."""
        parts = [f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part)]
        return "-".join(parts)

    @property
    def order(self) -> tuple[int, int, int]:
        """For sorting: what is not known comes before what is."""
        return (self.year, self.month or 0, self.day or 0)
