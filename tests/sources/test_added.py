"""When papers came into the survey. All files are made up."""

from __future__ import annotations

import hashlib

import pytest

from conspectus import sources
from conspectus.cache import Cache
from conspectus.model.paper import Source
from conspectus.model.when import Date

DAILY = "Daily Papers\nJun 12\nLamps\nThey burn.\n"


def added(path: str, text: str) -> list[Date | None]:
    data = text.encode()
    source = Source(f"content/papers/{path}", data, hashlib.sha256(data).hexdigest())
    return [record.work.added for record in sources.parse(source, Cache(None)).records]


@pytest.mark.parametrize(
    ("path", "text", "day"),
    [
        ("page.txt", f"retrieved: 2026-06-13\n{DAILY}", Date(2026, 6, 12)),
        ("page.txt", DAILY.replace("Jun 12", "Jun 12, 2025"), Date(2025, 6, 12)),
        ("daily-2026-06-13.txt", DAILY, Date(2026, 6, 12)),
        ("ranked-2026-06.txt", "CVMay 2, 2024\nLampsAda Wick\nThey burn.\n", Date(2026, 6)),
        ("ranked-2026.txt", "CVMay 2, 2024\nLampsAda Wick\nThey burn.\n", None),
        ("page.txt", DAILY, None),
    ],
)
def test_what_a_listing_brings_was_added_on_the_listings_own_day(path: str, text: str, day: Date | None) -> None:
    assert added(path, text) == [day]


def test_a_record_says_itself_when_it_was_added_or_names_its_listings_or_stands_in_a_dated_file() -> None:
    lamps = "- {title: Lamps, listed: [search-oil, daily-2026-06-12, daily-2026-01-07], added: 2025-12-31}\n"
    wicks = "- {title: Wicks, listed: [search-oil, daily-2026-06-12, daily-2026-01-07]}\n"
    lenses = "- {title: Lenses}\n"
    text = lamps + wicks + lenses
    assert added("lamps.yaml", text) == [Date(2025, 12, 31), Date(2026, 1, 7), None]
    assert added("lamps-2026-03-04.yaml", text) == [Date(2025, 12, 31), Date(2026, 1, 7), Date(2026, 3, 4)]
    assert added("export-2026-03-04.bib", "@misc{lamps, title = {Lamps}}\n") == [Date(2026, 3, 4)]
    assert added("export-2026-02-30.bib", "@misc{lamps, title = {Lamps}}\n") == [None]
