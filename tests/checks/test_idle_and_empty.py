"""Rules that match nothing, and categories without papers."""

from __future__ import annotations

from typing import Any

from conspectus.diagnostics import Span
from conspectus.model.taxonomy import Match, Phrase

TOPIC = "content/taxonomy/topic.yaml"


def match(line: int, **phrases: tuple[str, ...]) -> Match:
    """A rule in a line, its phrases in the lines after it."""
    spans = iter(Span(TOPIC, line + step) for step in range(1, 20))
    made = {key: tuple(Phrase(phrase, next(spans)) for phrase in several) for key, several in phrases.items()}
    return Match(Span(TOPIC, line, 9, 5), **made)  # type: ignore[arg-type]


def test_a_rule_that_takes_no_paper_is_reported_as_a_whole(made: Any) -> None:
    topic = made.facet("topic", made.category("lenses", match=match(5, any=("lens", "prism"))))
    survey = made.survey([made.paper("wick")], [topic], hits={Span(TOPIC, 6): ("wick",)})
    assert [mistake.span.line for mistake in made.found("unused-rule", survey)] == [5]
    assert made.found("unused-phrase", survey) == []


def test_a_phrase_without_papers_is_reported_in_a_rule_that_works(made: Any) -> None:
    rule = match(5, any=("lens", "prism"), none=("stove",))
    hits = {rule.span: ("wick",), Span(TOPIC, 6): ("wick",)}
    survey = made.survey([made.paper("wick")], [made.facet("topic", made.category("lenses", match=rule))], hits=hits)
    assert made.found("unused-rule", survey) == []
    assert [(m.span.line, m.message) for m in made.found("unused-phrase", survey)] == [
        (7, "“prism” under `any` of `lenses` matches no paper"),
        (8, "“stove” under `none` of `lenses` matches no paper"),
    ]


def test_of_an_empty_branch_the_uppermost_category_is_reported(made: Any) -> None:
    fog = made.category("fog", 4)
    topic = made.facet(
        "topic",
        made.category("light", 2, children=(made.category("lenses", 3), made.category("burners", 9))),
        made.category("watch", 4, children=(fog, made.category("bells", 5))),
    )
    survey = made.survey([made.paper("wick")], [topic], places=[("wick", "topic", "lenses")])
    assert [(m.message, m.span.line) for m in made.found("empty-category", survey)] == [
        ("no paper is in `burners`", 9),
        ("no paper is in `watch` or below it", 4),
    ]


def test_a_category_of_the_same_id_in_another_facet_fills_none(made: Any) -> None:
    facets = [made.facet("topic", made.category("gas")), made.facet("fuel", made.category("gas"))]
    survey = made.survey([made.paper("wick")], facets, places=[("wick", "fuel", "gas")])
    assert len(made.found("empty-category", survey)) == 1


def test_a_survey_without_papers_has_neither(made: Any) -> None:
    topic = made.facet("topic", made.category("lenses", match=match(5, any=("lens",))))
    survey = made.survey(facets=[topic])
    assert made.found("unused-rule", survey) == made.found("empty-category", survey) == []
