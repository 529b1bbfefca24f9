"""Papers over time, as bars."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conspectus.catalog.addresses import month_anchor
from conspectus.components.drawings.bars import MOST_BARS, WIDTH, bars


def listed_at(year: int, month: int | None) -> str:
    return f"papers/#{month_anchor(year, month)}"


def test_a_bar_stands_for_a_month_and_leads_to_it() -> None:
    drawn = bars({(2024, 11): 2, (2025, 1): 4}, listed_at)
    assert [(bar.said, bar.count, bar.url) for bar in drawn.bars] == [
        ("November 2024", 2, "papers/#y2024-11"),
        ("January 2025", 4, "papers/#y2025-01"),
    ]
    first, second = drawn.bars
    assert second.height == 2 * first.height
    assert second.x - first.x == 2 * 48  # December has its place too


@pytest.mark.parametrize(
    ("last", "said", "url"),
    [
        (2020, "January 2010", "papers/#y2010-01"),
        (2030, "January 2010 – March 2010", "papers/#y2010-02"),
        (2100, "2010", "papers/#y2010"),
        (2400, "2010–2014", "papers/#y2010"),
    ],
)
def test_a_long_time_is_drawn_by_quarters_years_or_five_of_them(last: int, said: str, url: str) -> None:
    first, *_ = bars({(2010, 1): 1, (2010, 2): 1, (last, 6): 1}, listed_at).bars
    assert (first.said, first.url) == (said, url)


def test_few_papers_without_a_month_are_told_and_of_many_years_are_drawn() -> None:
    few = bars({(2024, 0): 1, (2024, 5): 4, (2025, 6): 5}, listed_at)
    assert (few.unknown, sum(bar.count for bar in few.bars)) == (1, 9)
    many = bars({(2024, 0): 5, (2024, 5): 4, (2025, 6): 5}, listed_at)
    assert (many.unknown, [(bar.said, bar.count) for bar in many.bars]) == (0, [("2024", 9), ("2025", 5)])


def test_the_year_in_which_the_drawing_begins_is_named_where_there_is_room() -> None:
    assert [tick.label for tick in bars({(2023, 3): 1, (2025, 6): 1}, listed_at).ticks] == ["2023", "2024", "2025"]
    assert [tick.label for tick in bars({(2020, 12): 1, (2025, 6): 1}, listed_at).ticks][:2] == ["", "2021"]


MONTHS = st.tuples(st.integers(1900, 2100), st.integers(0, 12))


@given(st.lists(MONTHS, min_size=1, max_size=60))
def test_every_paper_is_counted_once_and_nothing_leaves_the_drawing(months: list[tuple[int, int]]) -> None:
    drawn = bars(Counter(months), listed_at)
    assert sum(bar.count for bar in drawn.bars) + drawn.unknown == len(months)
    assert len(drawn.bars) <= MOST_BARS and drawn.width <= WIDTH + 1
    ends = [0.0] + [bar.x + bar.width for bar in drawn.bars]
    assert all(bar.x >= end - 0.2 for bar, end in zip(drawn.bars, ends, strict=False))
    assert ends[-1] <= drawn.width + 1
