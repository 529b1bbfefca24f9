"""Dates: no more exact than they are known."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conspectus.model.when import Date


@given(st.dates(min_value=date(1, 1, 1)), st.sampled_from(["day", "month", "year"]))
def test_a_date_is_written_as_it_is_read(day: date, exact: str) -> None:
    month = day.month if exact != "year" else None
    made = Date(day.year, month, day.day if exact == "day" else None)
    assert Date.parse(str(made)) == made
    assert day.isoformat().startswith(str(made))


@pytest.mark.parametrize(
    "text",
    ["", "24", "2024-4", "2024-4-2", "2024-13", "2024-00", "2023-02-29", "2024-04-22T00:00", "22.4.2024", "0000"],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        Date.parse(text)


def test_a_day_needs_a_month() -> None:
    with pytest.raises(ValueError, match="month"):
        Date(2024, None, 3)


def test_what_is_not_known_comes_first() -> None:
    dates = [Date(2024, 4, 22), Date(2024), Date(2024, 4), Date(2023, 12, 31)]
    assert [str(day) for day in sorted(dates, key=lambda day: day.order)] == [
        "2023-12-31",
        "2024",
        "2024-04",
        "2024-04-22",
    ]


def test_how_a_year_was_known_is_kept() -> None:
    assert Date(2024, 4, 22, "file name").inferred == "file name"
    assert str(Date(2024, 4, 22, "file name")) == "2024-04-22"


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("daily-2026-06-12-lamps", Date(2026, 6, 12)),
        ("20260612", Date(2026, 6, 12)),
        ("at-2026-02-30-or-2026-03-01", Date(2026, 3, 1)),
        ("ranked-lamps-2026", None),
        ("lamps-2026-06", None),
        ("120260612", None),
    ],
)
def test_a_day_is_read_from_a_name(name: str, day: Date | None) -> None:
    assert Date.in_name(name) == day
