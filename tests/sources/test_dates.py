"""Dates as exports write them."""

from __future__ import annotations

import pytest

from conspectus.model.when import Date
from conspectus.sources.dates import best_date, date_of, is_cut


@pytest.mark.parametrize(
    ("text", "date", "cut"),
    [
        ("2024", Date(2024), False),
        ("2024-04", Date(2024, 4), False),
        ("2024-04-22T10:00:00Z", Date(2024, 4, 22), False),
        ("2024/04/22/Spring", Date(2024, 4, 22), False),
        ("2024///", Date(2024), False),
        ("2024/04//", Date(2024, 4), False),
        ("20240422", Date(2024, 4, 22), False),
        ("22 April 2024", Date(2024, 4, 22), False),
        ("April 22, 2024", Date(2024, 4, 22), False),
        ("2024 Apr 22", Date(2024, 4, 22), False),
        ("JUN 14 2006", Date(2006, 6, 14), False),
        ("Mar 1st 2019", Date(2019, 3, 1), False),
        ("22-Apr-2024", Date(2024, 4, 22), False),
        ("Apr-2024", Date(2024, 4), False),
        ("22.04.2024", Date(2024, 4, 22), False),
        ("4/22/2024", Date(2024, 4, 22), False),
        ("4/5/2024", Date(2024), False),
        ("04/2024", Date(2024, 4), False),
        ("März 2024", Date(2024, 3), False),
        ("juillet 2024", Date(2024, 7), False),
        ("2024-04/2025-01", Date(2024, 4), False),
        ("3–5 June 2024", Date(2024, 6, 3), False),
        ("May/June 2019", Date(2019, 5), False),
        ("Dec/Jan 2019", Date(2019), False),
        ("Winter 2019", Date(2019), False),
        ("2019-21", Date(2019), False),
        ("2016-03-31T06:39:36.06636Z", Date(2016, 3, 31), False),
        ("2016-03-31 06:39:36+02:00", Date(2016, 3, 31), False),
        ("c. 1987", Date(1987), False),
        ("2023-02-30", Date(2023, 2), True),
        ("2023-44", Date(2023), True),
        ("-0044", None, True),
        ("99999", None, True),
        ("in press", None, True),
        ("0000", None, True),
        ("", None, False),
    ],
)
def test_a_date_is_as_exact_as_it_can_be_read(text: str, date: Date | None, cut: bool) -> None:
    assert (date_of(text), is_cut(text)) == (date, cut)


def test_of_two_dates_the_more_exact_counts_where_they_agree() -> None:
    assert best_date(["2021", "2021/09/01/"]) == Date(2021, 9, 1)
    assert best_date(["2021", "2020/09/01/"]) == Date(2021)
    assert best_date(["soon", "2020-09"]) == Date(2020, 9)
