"""The page of trending papers as text; the papers of the sample are made up, in the real layout."""

from __future__ import annotations

import pytest

from conspectus import sources
from conspectus.cache import Cache
from conspectus.model.paper import Reading, Source
from conspectus.model.people import Authors
from conspectus.model.when import Date

CARD = """\
Submitted by
wickkeeper

{title}

{abstract}

{who}
·
Published on {day}

Upvote
76

GitHub
86.1k
arXiv Page
"""


def card(title: str, who: str = "• 9 authors", day: str = "Sep 12, 2023") -> str:
    abstract = "A made-up lamp burns in halls, and its keepers count how long it burns at night."
    return CARD.format(title=title, abstract=abstract, who=who, day=day)


PAGE = (
    "new\n\nGet trending papers in your email inbox once a day!\nSubscribe\n\nTrending Papers\nby\nAK\n"
    "and the research community\nDaily\nWeekly\nTrending Papers\n"
    + card("Efficient Lamps: Serving Light with Wicks")
    + card("Efficient Lamps: Serving Light with Wicks").replace("Published on ", "")
    + card("Oil for Everybody", "Oil Works", "Oct 4, 2026").replace("\n·\n", " · ")
    + "Company\nTOS\nPrivacy\n"
)


def parse(text: str) -> Reading:
    return sources.parse(Source("trending.txt", text.encode(), "d"), Cache(None))


def test_every_paper_is_read_once() -> None:
    reading = parse(PAGE)
    assert (reading.format, reading.mistakes) == ("trending listing", ())
    first, second = (record.work for record in reading.records)
    assert str(first.title) == "Efficient Lamps: Serving Light with Wicks"
    assert (first.authors, first.organization, first.date) == (Authors(count=9), None, Date(2023, 9, 12))
    assert str(first.abstract).startswith("A made-up lamp")
    assert (str(second.title), second.organization, second.date) == (
        "Oil for Everybody",
        "Oil Works",
        Date(2026, 10, 4),
    )
    assert [record.span.line for record in reading.records] == [16, 50]


@pytest.mark.parametrize(("gone", "line"), [("Oil for Everybody\n\n", 51), ("Oct 4, 2026", 50)])
def test_a_card_that_lacks_something_is_told(gone: str, line: int) -> None:
    reading = parse(PAGE.replace(gone, ""))
    assert [str(record.work.title) for record in reading.records] == ["Efficient Lamps: Serving Light with Wicks"]
    (mistake,) = reading.mistakes
    assert mistake.check == "broken-entry"
    assert abs(mistake.span.line - line) <= 3
