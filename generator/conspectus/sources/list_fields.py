"""What the entry of a list says besides its title, gathered piece by piece: the first that is said counts."""

from __future__ import annotations

from dataclasses import dataclass, field

from conspectus.model.people import BODIES, Authors
from conspectus.model.when import Date
from conspectus.sources.list_publication import Publication
from conspectus.sources.list_words import VENUE_WORD


@dataclass(slots=True)
class Fields:
    """What an entry says besides its title. `alone`: a text that is one author if a date or a venue stands by it."""

    authors: Authors | None = None
    venue: str | None = None
    date: Date | None = None
    organization: str | None = None
    method: str | None = None
    volume: str | None = None
    issue: str | None = None
    pages: str | None = None
    publisher: str | None = None
    arxiv: str | None = None
    doi: str | None = None
    alone: str = ""
    abstract: str | None = None
    keywords: list[str] = field(default_factory=list)

    def add_date(self, date: Date | None) -> None:
        """The most exact date counts."""
        if date and (self.date is None or (date.year == self.date.year and self.date.month is None)):
            self.date = date

    def add_venue(self, found: tuple[str | None, int | None]) -> None:
        name, year = found
        if name and name.rpartition(" ")[2] in BODIES and not VENUE_WORD.search(name):
            self.organization = self.organization or name
        else:
            self.venue = self.venue or name
        if year:
            self.add_date(year_of(year))

    def add_publication(self, published: Publication) -> None:
        self.venue = self.venue or published.venue or None
        self.add_date(published.date)
        self.volume, self.issue = published.volume or None, published.issue or None
        self.pages, self.publisher = published.pages or None, published.publisher or None

    def add_dated_venue(self, name: str | None, date: Date) -> None:
        self.venue = self.venue or name
        self.add_date(date)


def year_of(year: int) -> Date | None:
    return Date(year) if 1900 < year < 2100 else None
