"""Rectangles cut into others."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conspectus.components.drawings.treemap import Rect, squarify

SIDE = st.floats(1, 5000)
SIZES = st.lists(st.one_of(st.integers(1, 1000), st.floats(0.01, 1000)), min_size=1, max_size=40)


@settings(deadline=None)
@given(SIZES, SIDE, SIDE)
def test_areas_are_in_proportion_and_fill_the_whole(sizes: list[float], width: float, height: float) -> None:
    within = Rect(3, 5, width, height)
    parts = squarify(sizes, within)
    assert len(parts) == len(sizes)
    for size, part in zip(sizes, parts, strict=True):
        assert part.area == pytest.approx(within.area * size / sum(sizes), rel=1e-5, abs=1e-5)
    assert sum(part.area for part in parts) == pytest.approx(within.area)


@settings(deadline=None)
@given(SIZES, SIDE, SIDE)
def test_none_overlaps_another_or_stands_out(sizes: list[float], width: float, height: float) -> None:
    within = Rect(3, 5, width, height)
    slack = 1e-6 * max(width, height)
    parts = squarify(sizes, within)
    for part in parts:
        assert part.x >= within.x - slack and part.x + part.width <= within.x + width + slack
        assert part.y >= within.y - slack and part.y + part.height <= within.y + height + slack
    for one, two in combinations(parts, 2):
        across = min(one.x + one.width, two.x + two.width) - max(one.x, two.x)
        down = min(one.y + one.height, two.y + two.height) - max(one.y, two.y)
        assert across <= slack or down <= slack


def test_the_example_of_the_paper_comes_out_as_printed_there() -> None:
    """Areas 6, 6, 4, 3, 2, 2, 1 in a rectangle of 6 by 4: figure 6 of Bruls, Huizing and van Wijk."""
    parts = squarify([6, 6, 4, 3, 2, 2, 1], Rect(0, 0, 6, 4))
    assert [(round(part.width, 2), round(part.height, 2)) for part in parts[:5]] == [
        (3, 2),
        (3, 2),
        (1.71, 2.33),
        (1.29, 2.33),
        (1.2, 1.67),
    ]


def test_areas_keep_the_order_they_were_given_in() -> None:
    small, large = squarify([1, 3], Rect(0, 0, 40, 10))
    assert (small.width, large.width) == (10, 30)
    assert large.x == 0


def test_nothing_to_cut_makes_nothing() -> None:
    assert squarify([], Rect(0, 0, 6, 4)) == ()
