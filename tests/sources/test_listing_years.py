"""Dates of listings; everything is made up."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conspectus.model.paper import Reading, Source
from conspectus.model.when import Date
from conspectus.sources import listing_daily, listing_ranked
from conspectus.sources.listing_years import DAY, MONTHS, Known, Written, dated


def ranked(*dates: str, name: str = "lamps", first: str = "") -> Reading:
    papers = "".join(f"CV{when}\nLampsAda Wick\nThey burn.\n" for when in dates)
    return listing_ranked.parse(Source(f"content/papers/{name}.txt", (first + papers).encode(), "d"))


def daily(head: str, *dates: str, name: str = "lamps", first: str = "") -> Reading:
    papers = "".join(f"Lamps {n}\nThey burn.\n• 2 authors\n·\n{when}\n" for n, when in enumerate(dates))
    text = f"{first}Daily Papers\n{head}\n{papers}"
    return listing_daily.parse(Source(f"content/papers/{name}.txt", text.encode(), "d"))


def dates(reading: Reading) -> list[Date | None]:
    return [record.work.date for record in reading.records]


def test_the_best_witness_is_asked_first() -> None:
    first, name = "retrieved: 2024-06-12\n", "lamps-2022-06-12"
    assert dates(daily("Jun 12, 2023", "May 2", name=name, first=first)) == [Date(2024, 5, 2, "retrieved")]
    assert dates(daily("Jun 12, 2023", "May 2", name=name)) == [Date(2023, 5, 2, "head")]
    assert dates(daily("Jun 12", "May 2", "May 2, 2020", name=name)) == [
        Date(2022, 5, 2, "file name"),
        Date(2020, 5, 2),
    ]
    assert dates(daily("Jun 12", "May 2", "May 2, 2020")) == [Date(2021, 5, 2, "other dates"), Date(2020, 5, 2)]


def test_how_the_year_was_known_is_told_for_each_witness() -> None:
    said = [
        daily("Jun 12", "May 2", first="retrieved: 2024-06-12\n").remarks,
        daily("Jun 12, 2023", "May 2").remarks,
        daily("Jun 12", "May 2", "May 3", name="x-2022-06-12").remarks,
        ranked("May 2", "May 3, 2020").remarks,
        ranked("May 3, 2020", name="x-2022-06-12").remarks,
    ]
    assert said == [
        ("1 date has no year; the listing is of 2024, known from its line `retrieved: 2024-06-12`",),
        ("1 date has no year; the listing is of 2023, known from the page's head, Jun 12, 2023",),
        ("2 dates have no year; the listing is of 2022, known from the file's name, 2022-06-12",),
        ("1 date has no year; the listing is of 2021, known from the other dates, of which the last is in 2020",),
        (),
    ]


@pytest.mark.parametrize("day", ["Jun 13", "Jul 1", "Dec 31"])
def test_a_date_later_than_the_listing_belongs_to_the_year_before(day: str) -> None:
    month, number = MONTHS.index(day[:3]) + 1, int(day[4:])
    for reading in (
        ranked(day, first="retrieved: 2024-06-12\n"),
        ranked(day, name="lamps-2024-06-12"),
        daily("Jun 12, 2024", day),
        daily("Jun 12", day, name="lamps-2024-06-20"),
        daily("Jun 12", day, "May 3, 2023"),
    ):
        found = dates(reading)[0]
        assert found and found.order == (2023, month, number)


def test_the_day_of_the_listing_itself_belongs_to_its_year() -> None:
    assert dates(ranked("Jun 12", name="lamps-2024-06-12")) == [Date(2024, 6, 12, "file name")]
    assert dates(ranked("Jun 30", name="lamps-2024-06")) == [Date(2024, 6, 30, "file name")]
    assert dates(ranked("Jul 1", name="lamps-2024-06")) == [Date(2023, 7, 1, "file name")]


def test_a_page_saved_after_new_year_is_of_the_old_one() -> None:
    reading = daily("Dec 31", "Dec 30", name="lamps-2024-01-01")
    assert dates(reading) == [Date(2023, 12, 30, "file name")]


def test_a_page_may_be_a_day_ahead_of_who_saved_it() -> None:
    reading = daily("Jan 1", "Dec 30", "Jan 1", first="retrieved: 2023-12-31\n")
    assert [found and found.order for found in dates(reading)] == [(2023, 12, 30), (2024, 1, 1)]


@pytest.mark.parametrize(
    ("name", "year"),
    [
        ("lamps-2024-06-12", 2024),
        ("2024.06.12 lamps", 2024),
        ("lamps_20240612_2", 2024),
        ("lamps-2024-06-12-2", 2024),
        ("lamps-2024", 2024),
        ("lamps-2021-06-12", 2023),  # before a date it shows
        ("lamps-2022", 2023),  # a topic's year: a listing does not write its own
        ("lamps-2024-13-12", 2024),
        ("from-2023-to-2024", 2023),
        ("lamps-120240612", 2023),
    ],
)
def test_a_file_name_counts_if_the_dates_allow_it(name: str, year: int) -> None:
    found = dates(ranked("May 2", "May 3, 2022", name=name))[0]
    assert found and found.year == year
    assert found.inferred == ("other dates" if year == 2023 else "file name")


def test_without_any_witness_the_year_stays_unknown_and_that_is_a_mistake() -> None:
    reading = ranked("May 2", "May 3")
    assert dates(reading) == [None, None]
    (mistake,) = reading.mistakes
    assert (mistake.check, mistake.span.line) == ("unknown-year", 1)
    assert mistake.message == "the year of `May 2` (and of 1 more) is not known"
    assert "retrieved: " in mistake.help


def test_a_day_its_year_does_not_have_stays_unknown() -> None:
    reading = ranked("Feb 29", name="lamps-2023-06-12")
    assert dates(reading) == [None]
    assert [mistake.check for mistake in reading.mistakes] == ["unknown-year"]
    assert dates(ranked("Feb 29", name="lamps-2024-06-12")) == [Date(2024, 2, 29, "file name")]


def test_a_broken_retrieved_is_a_mistake_and_the_next_witness_is_asked() -> None:
    reading = ranked("May 2", name="lamps-2024-06-12", first="retrieved: yesterday\n")
    assert dates(reading) == [Date(2024, 5, 2, "file name")]
    assert [(mistake.check, mistake.span.line) for mistake in reading.mistakes] == [("bad-date", 1)]


def test_listings_of_all_layouts_may_begin_with_retrieved() -> None:
    assert [record.span.line for record in ranked("May 2", first="Retrieved: 2024-06\n\n").records] == [4]


@given(st.dates(date(2001, 1, 1), date(2098, 12, 31)), st.integers(0, 364))
def test_a_day_of_the_year_that_ends_with_the_listing_is_found(own: date, ago: int) -> None:
    day = own - timedelta(days=ago)
    written = f"{MONTHS[day.month - 1]} {day.day}"
    found = re.fullmatch(DAY, written)
    when = Written.of(found, 1) if found else None
    assert when is not None
    assert str(when) == written
    assert dated(when, Known(own.year, own.month, own.day, "head", "")) == Date(day.year, day.month, day.day, "head")


@given(st.dates(date(1991, 1, 1), date(2099, 12, 31)))
def test_a_date_with_its_year_is_taken_as_it_is(day: date) -> None:
    found = re.fullmatch(DAY, f"{MONTHS[day.month - 1]} {day.day}, {day.year}")
    when = Written.of(found, 1) if found else None
    assert when is not None
    assert dated(when, None) == Date(day.year, day.month, day.day)


@pytest.mark.parametrize(
    "text", ["May 0", "May 32", "Mai 3", "May 3, 24", "May 3,2024", "May 312", "Mayo 3", "May 3, 20245"]
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert not re.fullmatch(DAY, text)
