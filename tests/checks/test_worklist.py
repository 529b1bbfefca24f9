"""What the curator may want to look at: papers without a topic, papers that are alike, years that were inferred."""

from __future__ import annotations

from typing import Any

from conspectus.diagnostics import Span
from conspectus.model.paper import Alike, Authority, Reading, Record
from conspectus.model.when import Date
from conspectus.model.work import Work

LISTING = "content/papers/daily.txt"


def test_a_paper_in_no_topic_is_on_the_work_list(made: Any) -> None:
    facets = [made.facet("topic", made.category("lenses")), made.facet("fuel", made.category("oil"))]
    papers = [made.paper("wick", 1), made.paper("bell", 5), made.paper("tide", 9, place=(("topic", ()),))]
    survey = made.survey(papers, facets, places=[("wick", "topic", "lenses"), ("bell", "fuel", "oil")])
    (mistake,) = made.found("unclassified-paper", survey)
    assert (mistake.message, mistake.span.line) == ("`bell` is in no category of topic", 5)


def test_without_the_main_facet_there_is_no_work_list(made: Any) -> None:
    assert made.found("unclassified-paper", made.survey([made.paper("wick")], [made.facet("fuel")])) == []


def test_alike_papers_are_reported_at_the_second_with_the_place_of_the_first(made: Any) -> None:
    survey = made.survey(
        [made.paper("bell", 5), made.paper("bells", 9)], apart=[Alike("bell", "bells", "nearly the same title")]
    )
    (mistake,) = made.found("near-duplicate", survey)
    place = "(content/papers/lamps.yaml:5)"
    assert mistake.message == f"`bells` may be the same work as `bell` {place}: nearly the same title"
    assert mistake.span.line == 9


def test_inferred_years_are_one_note_for_each_file_and_way(made: Any) -> None:
    dates = [Date(2024, 5, 1, "file name"), Date(2024, 5, 2, "file name"), Date(2023, 1, 1), Date(2024, 6, 1, "head")]
    records = tuple(
        Record(Work(date=date), Span(LISTING, line), Authority.LISTING) for line, date in enumerate(dates, 1)
    )
    survey = made.survey(readings=[Reading(LISTING, "made up", records)])
    assert [(mistake.message, mistake.span.line) for mistake in made.found("inferred-year", survey)] == [
        ("the years of 2 dates were inferred from the file's name", 1),
        ("the year of a date was inferred from the page's head", 4),
    ]
