"""Long lists are cut into pages of fifty."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conspectus.components.paging import paged


@given(st.integers(0, 1200))
def test_every_item_is_on_one_page_in_its_order(length: int) -> None:
    items = range(length)
    assert [item for part in paged(items, "x/") for item in part.items] == list(items)


@pytest.mark.parametrize(("length", "urls"), [(0, 1), (1, 1), (50, 1), (51, 2), (100, 2), (101, 3)])
def test_a_page_holds_fifty_and_an_empty_list_has_one_page(length: int, urls: int) -> None:
    assert [part.url for part in paged(range(length), "x/")] == ["x/", "x/2/", "x/3/"][:urls]


def test_one_page_has_no_steps() -> None:
    (part,) = paged(range(50), "x/")
    assert (part.paging.steps, part.paging.before, part.paging.after) == ((), None, None)


@given(st.integers(51, 1200))
def test_each_page_leads_to_the_next_and_back(length: int) -> None:
    pages = list(paged(range(length), "x/"))
    urls = [part.url for part in pages]
    assert [part.paging.after for part in pages] == [*urls[1:], None]
    assert [part.paging.before for part in pages] == [None, *urls[:-1]]


def test_the_first_the_last_and_the_near_pages_can_be_gone_to_from_each() -> None:
    pages = list(paged(range(50 * 20), "x/"))
    paging = pages[9].paging
    assert [step.number for step in paging.steps] == [1, 8, 9, 10, 11, 12, 20]
    assert [step.number for step in paging.steps if step.gap] == [8, 20]
    assert [step.number for step in paging.steps if step.here] == [10]
    assert [step.number for step in pages[0].paging.steps] == [1, 2, 3, 20]


@given(st.integers(51, 5000))
def test_a_gap_stands_exactly_where_pages_are_left_out(length: int) -> None:
    for part in paged(range(length), "x/"):
        numbers = [step.number for step in part.paging.steps]
        jumps = [now - before > 1 for before, now in pairwise(numbers)]
        assert [step.gap for step in part.paging.steps] == [False, *jumps]
