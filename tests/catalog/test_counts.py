"""What is counted of a list of papers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from conspectus.catalog import Catalog
from conspectus.catalog.counts import Counts
from conspectus.model.paper import Library, Paper
from conspectus.model.survey import Survey
from conspectus.model.when import Date
from conspectus.model.work import Link, Work
from conspectus.text import Text

WORKS = st.builds(
    lambda year, **said: Work(title=Text("A lamp"), date=Date(year) if year else None, **said),
    year=st.sampled_from([None, 2020, 2021]),
    urls=st.sampled_from([(), (Link("code", "https://code.example/lamp"),)]),
    score=st.sampled_from([None, 0.0, 9.0]),
    comments=st.sampled_from([None, 0, 4]),
)
LIBRARIES = st.dictionaries(st.sampled_from("abcd"), WORKS)


def test_papers_are_counted_by_year_and_by_code(catalog: Catalog) -> None:
    assert catalog.counts({"wick", "valve", "tide"}) == Counts(
        papers=3, years={2023: 1, 2022: 1, None: 1}, with_code=1, scored=False, discussed=False
    )
    assert catalog.counts({"bell"}) == Counts(papers=1, years={2024: 1}, with_code=1, scored=True, discussed=True)


@given(st.lists(LIBRARIES, min_size=1, max_size=4))
def test_after_an_edit_they_are_counted_as_they_are_now(lamps: Survey, states: list[Mapping[str, Work]]) -> None:
    catalog = None
    for works in states:
        papers = tuple(Paper(id, works[id], (), {}) for id in sorted(works))
        catalog = Catalog.of(replace(lamps, library=Library(papers)), catalog)
        dates = [work.date.year if work.date else None for work in works.values()]
        assert catalog.counts(works.keys()) == Counts(
            papers=len(works),
            years={year: dates.count(year) for year in dates},
            with_code=sum(work.has_code for work in works.values()),
            scored=any(work.score is not None for work in works.values()),
            discussed=any(work.comments for work in works.values()),
        )
