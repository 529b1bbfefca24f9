"""Names of what does not exist: in records, categories, notes and prose."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from conspectus.diagnostics import Mistake, Span
from conspectus.model.query import Queries, Query, Within
from conspectus.model.settings import Column, Settings, Table
from conspectus.model.work import Named, Reference

TOPIC = "content/taxonomy/topic.yaml"


def test_a_category_that_is_not_there_is_reported_where_it_is_named(made: Any) -> None:
    file = "content/papers/lamps.yaml"
    wick = made.paper("wick", 5, place=(("topic", made.refs(file, 7, "burners", "lenzes")),))
    topic = made.facet("topic", made.category("burners", 3), made.category("lenses", 15))
    (mistake,) = made.found("unknown-category", made.survey([wick], [topic]))
    assert mistake == Mistake(
        "unknown-category",
        "paper `wick` is placed in `lenzes`, which is not in topic.yaml",
        Span(file, 7, 20, 6),
        "did you mean `lenses` (content/taxonomy/topic.yaml:15)?",
    )


@pytest.mark.parametrize(
    "id, help",
    [
        ("prisms", f"its id is now `lenses` ({TOPIC}:15)"),
        ("oil", "it is a category of `fuel`: write `place: {fuel: [oil]}`"),
        ("quite-another", "add the category to the taxonomy, or delete this"),
    ],
)
def test_the_help_names_what_was_meant(made: Any, id: str, help: str) -> None:
    wick = made.paper("wick", place=(("topic", made.refs("x", 1, id)),))
    facets = [
        made.facet("topic", made.category("lenses", 15, was=("prisms",))),
        made.facet("fuel", made.category("oil")),
    ]
    assert [mistake.help for mistake in made.found("unknown-category", made.survey([wick], facets))] == [help]


def test_a_category_below_another_is_known(made: Any) -> None:
    wick = made.paper("wick", place=(("topic", made.refs("x", 1, "fog")),))
    topic = made.facet("topic", made.category("watch", children=(made.category("fog"),)))
    assert made.found("unknown-category", made.survey([wick], [topic])) == []


def test_a_facet_that_is_not_there_is_reported_once_and_not_its_categories(made: Any) -> None:
    facet = Span("x", 3, 2, 6)
    wick = made.paper(
        "wick", place=(("topics", tuple(Named(*ref, facet) for ref in made.refs("x", 3, "lenses", "oil"))),)
    )
    survey = made.survey([wick], [made.facet("topic", made.category("lenses"))])
    (mistake,) = made.found("unknown-facet", survey)
    assert (mistake.span, mistake.help) == (facet, "did you mean `topic`?")
    assert made.found("unknown-category", survey) == []


def test_a_facet_whose_file_could_not_be_read_is_not_called_unknown(made: Any) -> None:
    wick = made.paper("wick", place=(("topic", made.refs("x", 3, "lenses")),))
    broken = Mistake("broken-yaml", "this is not YAML", Span(TOPIC, 9))
    assert made.found("unknown-facet", made.survey([wick], mistakes=[broken])) == []


def test_a_facet_without_categories_is_reported_where_the_record_stands(made: Any) -> None:
    wick = made.paper("wick", 5, place=(("topics", ()),))
    (mistake,) = made.found("unknown-facet", made.survey([wick]))
    assert mistake.span == wick.span


@pytest.mark.parametrize("key", ["papers", "excepted"])
def test_a_pin_and_an_exception_to_no_paper_are_reported(made: Any, key: str) -> None:
    lenses = made.category("lenses", **{key: made.refs(TOPIC, 8, "wick", "wikc")})
    (mistake,) = made.found("unknown-paper", made.survey([made.paper("wick", 5)], [made.facet("topic", lenses)]))
    assert mistake.span == Span(TOPIC, 8, 20, 4)
    assert mistake.help == "did you mean `wick` (content/papers/lamps.yaml:5)?"


@pytest.mark.parametrize("name", ["wick-trimming", "arXiv:2305.99901v2", "10.99999/WICK", "Wick"])
def test_a_paper_may_be_called_by_its_other_names(made: Any, name: str) -> None:
    wick = made.paper("wick", 5, was=("wick-trimming",), arxiv="2305.99901", doi="10.99999/wick")
    lenses = made.category("lenses", papers=(Reference(name, Span(TOPIC, 8, 14)),))
    survey = made.survey([wick], [made.facet("topic", lenses)], notes=[made.note(name, f"[@{name}]")])
    assert not [*made.found("unknown-paper", survey), *made.found("unknown-citation", survey)]
    assert not made.found("unknown-note", survey)


def test_a_name_that_several_papers_have_names_none(made: Any) -> None:
    papers = [made.paper("wick", 5, doi="10.99999/lamp"), made.paper("bell", 7, doi="10.99999/lamp")]
    lenses = made.category("lenses", papers=(Reference("10.99999/lamp", Span(TOPIC, 8, 14)),))
    note = made.note("wick", "[@10.99999/lamp]")
    survey = made.survey(papers, [made.facet("topic", lenses)], notes=[note])
    found = [*made.found("unknown-paper", survey), *made.found("unknown-citation", survey)]
    assert [(mistake.message, mistake.help) for mistake in found] == [
        ("`lenses` lists `10.99999/lamp` under `papers`, but that names 2 papers", "write the id of one: wick, bell"),
        ("`10.99999/lamp` names 2 papers", "write the id of one: wick, bell"),
    ]


def test_the_second_note_of_a_paper_is_reported(made: Any) -> None:
    survey = made.survey([made.paper("wick")], notes=[made.note("wick", "Mine."), made.note("wick", "Mine too.")])
    (mistake,) = made.found("unknown-note", survey)
    assert mistake.message == "the paper `wick` has another note"


def test_a_note_about_no_paper_is_reported(made: Any) -> None:
    survey = made.survey([made.paper("wick")], notes=[made.note("wick", "Mine."), made.note("wikc", "Lost.")])
    (mistake,) = made.found("unknown-note", survey)
    assert str(mistake.span) == "content/notes/wikc.md:1:1"


def test_a_citation_of_no_paper_is_reported_at_its_place(made: Any) -> None:
    page = made.note("about", "One.\n\nSee [@wick; @nobody], and\nagain [@nobody].\n", "pages")
    mistakes = made.found("unknown-citation", made.survey([made.paper("wick")], pages=[page]))
    file = "content/pages/about.md"
    assert [mistake.span for mistake in mistakes] == [Span(file, 3, 13, 7), Span(file, 4, 8, 7)]


def test_categories_facets_and_summaries_cite_too(made: Any) -> None:
    lenses = made.category("lenses", 3, cited=made.refs(TOPIC, 4, "nobody"))
    wick = made.paper("wick", 5, summary="After [@somebody].")
    mistakes = made.found("unknown-citation", made.survey([wick], [made.facet("topic", lenses)]))
    assert [(m.message, m.span.line) for m in mistakes] == [
        ("there is no paper `nobody` to cite", 4),
        ("there is no paper `somebody` to cite", 5),
    ]


def test_tables_name_categories_and_columns_that_are_declared(made: Any) -> None:
    file = "content/survey.yaml"
    settings = Settings(
        columns=(Column("saved", "Saved", "figure", Span(file, 3, 3, 5)),),
        tables=(
            Table(Reference("oil", Span(file, 6, 3, 3)), made.refs(file, 6, "saved", "savd", "lit")),
            Table(Reference("lenzes", Span(file, 7, 3, 6)), ()),
        ),
    )
    facets = [made.facet("topic", made.category("lenses", 15)), made.facet("fuel", made.category("oil"))]
    survey = made.survey(facets=facets, settings=settings)
    assert [(mistake.span, mistake.help) for mistake in made.found("unknown-column", survey)] == [
        (Span(file, 6, 20, 4), "did you mean `saved`?"),
        (Span(file, 6, 30, 3), "declare it under `columns:`"),
    ]
    (mistake,) = made.found("unknown-category", survey)
    assert (mistake.span, mistake.help) == (Span(file, 7, 3, 6), f"did you mean `lenses` ({TOPIC}:15)?")


def test_a_query_that_asks_for_what_is_not_there_is_told_at_its_place(made: Any) -> None:
    file = "content/survey.yaml"
    topic, fuel = made.facet("topic", made.category("lenses")), made.facet("fuel", made.category("oil"))
    within = tuple(
        Within(*made.refs(file, line, facet), made.refs(file, line, "nothing", category))
        for line, (facet, category) in enumerate({"topic": "lense", "fule": "oil", "fuel": "lenses"}.items(), 1)
    )
    survey = replace(
        made.survey([made.paper("wick")], [topic, fuel]),
        queries=Queries((Query("q", "Q", Span(file, 9), within=within),), {"q": frozenset()}),
    )
    (facet,) = made.found("unknown-facet", survey)
    assert (facet.span.line, facet.help) == (2, "did you mean `fuel`?")
    categories = made.found("unknown-category", survey)
    assert [(mistake.span.line, mistake.span.column) for mistake in categories] == [(1, 10), (1, 20), (3, 10), (3, 20)]
    assert "`lenses`" in categories[1].help and "`in: {topic: [lenses]}`" in categories[3].help
    (empty,) = made.found("empty-query", survey)
    assert empty.span.line == 9


def test_a_fact_that_is_nearly_a_column_is_told(made: Any) -> None:
    facts = (("acuracy", "91%"), ("images", 3), ("lamps", 2))
    settings = Settings(columns=tuple(Column(name, name, "text", Span("x", 1)) for name in ("accuracy", "images")))
    survey = replace(made.survey([made.paper("wick", 5, facts=facts)], []), settings=settings)
    (mistake,) = made.found("misspelled-fact", survey)
    assert (mistake.span.line, mistake.help) == (5, "did you mean `accuracy`?")
    assert "`acuracy` of `wick`" in mistake.message
