"""When listings showed a paper, and what they said of it that day."""

from __future__ import annotations

from dataclasses import replace

from conspectus.commands.listings import Listing, listings
from conspectus.diagnostics import Span
from conspectus.model.paper import Authority, Paper, Record
from conspectus.model.when import Date
from conspectus.model.work import Work
from made_up_lamps import made_paper


def with_listings(paper: Paper, *works: Work) -> Paper:
    """The paper with saved listings that show it."""
    found = tuple(Record(work, Span("content/papers/day.txt", 9), Authority.LISTING) for work in works)
    return replace(paper, records=(*paper.records, *found))


def test_the_day_of_a_listing_that_a_record_names_stands_in_its_name() -> None:
    paper = made_paper("x", listed=("daily-2026-01-07-lamps", "daily-20260612", "search-lamps"), comments=7)
    assert listings(paper) == (Listing(Date(2026, 6, 12), paper.work.listed, None, 7),)


def test_each_listing_keeps_the_figures_of_its_day_the_latest_first() -> None:
    early = Work(listed=("daily",), added=Date(2026, 1, 7), comments=3)
    late = Work(listed=("ranked",), added=Date(2026, 6, 12), score=94.2)
    found = listings(with_listings(made_paper("x"), early, late))
    assert found == (
        Listing(Date(2026, 6, 12), ("ranked",), 94.2, None),
        Listing(Date(2026, 1, 7), ("daily",), None, 3),
    )


def test_a_listing_that_is_named_by_hand_as_well_is_told_once() -> None:
    named = made_paper("x", listed=("daily-2026-01-07",))
    listed = Work(listed=("daily-2026-01-07",), added=Date(2026, 1, 7), comments=3)
    assert listings(with_listings(named, listed)) == (Listing(Date(2026, 1, 7), ("daily-2026-01-07",), None, 3),)


def test_a_listing_of_no_known_day_is_told_by_its_name() -> None:
    assert listings(made_paper("x", listed=("search-lamps",))) == (Listing(None, ("search-lamps",), None, None),)


def test_what_no_listing_showed_has_none() -> None:
    assert listings(made_paper("x", comments=0)) == ()
