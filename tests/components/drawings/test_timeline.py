"""Papers by year, as bars."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import settings as limits
from hypothesis import strategies as st

from conspectus.catalog import Catalog
from conspectus.components.drawings.timeline import MOST_BARS, timeline
from conspectus.model.survey import Survey
from conspectus.pages import all_about, category
from conspectus.pages.category import CategoryView


def address(years: tuple[int, ...]) -> str:
    return f"years/{min(years)}-{max(years)}"


def test_a_year_without_papers_has_its_place_too() -> None:
    drawn = timeline({2023: 2, 2021: 1}, address)
    assert drawn is not None
    assert [(bar.label, bar.count, bar.height > 0) for bar in drawn.bars] == [
        ("2021", 1, True),
        ("2022", 0, False),
        ("2023", 2, True),
    ]
    assert drawn.said == "2021: 1, 2022: 0, 2023: 2"
    assert [(bar.years, bar.url) for bar in drawn.bars] == [
        ((2021,), "years/2021-2021"),
        ((), ""),
        ((2023,), "years/2023-2023"),
    ]


def test_papers_without_a_date_are_counted_and_said() -> None:
    drawn = timeline({2021: 1, None: 1, 2022: 1}, address)
    assert drawn is not None
    assert drawn.undated == 1
    assert drawn.undated == 1


def test_one_year_alone_is_no_timeline() -> None:
    assert timeline({}, address) is None
    assert timeline({2021: 2, None: 1}, address) is None


def test_many_years_stand_together() -> None:
    drawn = timeline({1905: 1, 2019: 1, 2011: 1}, address)
    assert drawn is not None
    assert drawn.bars[0].label == "1900–09"
    assert (drawn.bars[-1].label, drawn.bars[-1].count) == ("2010–19", 2)
    assert (drawn.bars[-1].years, drawn.bars[-1].url) == ((2011, 2019), "years/2011-2019")  # those that have papers


@limits(deadline=None)
@given(st.lists(st.integers(1, 9999), min_size=2, max_size=30))
def test_every_dated_paper_is_in_one_bar_and_no_bar_overlaps_another(years: list[int]) -> None:
    drawn = timeline(Counter(years), address)
    if drawn is None:
        assert len(set(years)) < 2
        return
    assert sum(bar.count for bar in drawn.bars) == len(years)
    assert len(drawn.bars) <= max(MOST_BARS, 101)
    for left, right in zip(drawn.bars, drawn.bars[1:], strict=False):
        assert left.x + left.width < right.x
    assert all(bar.y >= 0 and bar.y + bar.height == drawn.base for bar in drawn.bars)
    assert drawn.bars[-1].x + drawn.bars[-1].width <= drawn.width


def test_a_category_has_one_on_its_first_page(many: Survey) -> None:
    views = [page.view for page in all_about(category, Catalog.of(many)) if page.url.startswith("topics/light/")]
    drawn = [view.timeline for view in views if isinstance(view, CategoryView)]
    assert drawn[0] is not None and drawn[0].bars[0].label == "2000–01"
    assert sum(bar.count for bar in drawn[0].bars) == 120
    assert drawn[0].bars[0].url == "topics/light/?year=2000&year=2001#papers"
    assert drawn[1:] == [None, None]
