"""Saved queries: how they are written, and what they find."""

from __future__ import annotations

from dataclasses import replace

import pytest

from conspectus import taxonomy
from conspectus.diagnostics import Span
from conspectus.matching.corpus import Corpus
from conspectus.matching.rules import phrases
from conspectus.model.keys import Keys
from conspectus.model.paper import Authority, Library, Paper, Record, Source
from conspectus.model.query import Query, Within
from conspectus.model.survey import Placement, Reason
from conspectus.model.taxonomy import Category, Facet, Taxonomy
from conspectus.model.when import Date
from conspectus.model.work import Link, Reference, Work
from conspectus.taxonomy import querying
from conspectus.text import Text
from made_up_places import placing

PATH = "content/survey.yaml"
HERE = Span(PATH, 1)


def load(text: str) -> tuple[tuple[Query, ...], list[tuple[str, int, int]]]:
    saved, mistakes = taxonomy.load_queries(Source(PATH, text.encode(), ""))
    return saved, [(mistake.check, mistake.span.line, mistake.span.column) for mistake in mistakes]


def test_everything_a_query_asks_is_read_with_its_places() -> None:
    (query,), mistakes = load(
        "title: Lamps\nqueries:\n  new-lenses:\n    title: New\n     lenses\n    about: After [@wick].\n"
        "    match: {any: [lens], none: prism}\n    in: {topic: [light, fog], fuel: oil}\n"
        "    code: yes\n    since: 2023\n    until: 2024\n    was: lenses\n"
    )
    assert not mistakes
    assert (query.id, query.title, query.span.line, query.was) == ("new-lenses", "New lenses", 3, ("lenses",))
    assert (query.code, query.since, query.until) == (True, 2023, 2024)
    assert query.match and [phrase.source for phrase in (*query.match.any, *query.match.none)] == ["lens", "prism"]
    assert [(facet.id, [each.id for each in some]) for facet, some in query.within] == [
        ("topic", ["light", "fog"]),
        ("fuel", ["oil"]),
    ]
    assert [(each.id, each.span.line) for each in query.cited] == [("wick", 6)]


@pytest.mark.parametrize("text", ["", "title: Lamps", "queries:", "queries: {}", "- a list"])
def test_a_survey_need_not_save_any(text: str) -> None:
    assert load(text) == ((), [])


def test_a_title_is_made_of_the_id_where_none_is_given() -> None:
    assert load("queries: {new-lenses: {code: true}}")[0][0].title == "New lenses"


@pytest.mark.parametrize(
    ("text", "mistake"),
    [
        ("queries: [a]", ("bad-value", 1, 10)),
        ("queries:\n  a: lens", ("bad-value", 2, 6)),
        ("queries:\n  a: {title: A}", ("bad-value", 2, 3)),
        ("queries:\n  a: {code: true, tags: [b]}", ("unknown-key", 2, 19)),
        ("queries:\n  a/b: {code: true}", ("bad-identifier", 2, 3)),
        ("queries:\n  a: {code: perhaps}", ("bad-value", 2, 13)),
        ("queries:\n  a: {since: 24}", ("bad-value", 2, 14)),
        ("queries:\n  a: {until: [2024]}", ("bad-value", 2, 14)),
        ("queries:\n  a: {in: [light]}", ("bad-value", 2, 11)),
        ("queries:\n  a: {match: {any: ['/(/']}}", ("broken-regex", 2, 21)),
        ("queries:\n  a: {code: true}\n  A: {code: true}", ("duplicate-id", 3, 3)),
        ("queries:\n  a: {code: true}\n  b: {code: true, was: [a]}", ("duplicate-id", 3, 25)),
    ],
)
def test_what_is_wrong_is_told_where_it_stands(text: str, mistake: tuple[str, int, int]) -> None:
    assert mistake in load(text)[1]


def paper(id: str, title: str, year: int = 0, **said: object) -> Paper:
    work = Work(title=Text(title), date=Date(year) if year else None, **said)  # type: ignore[arg-type]
    return Paper(id, work, (Record(work, HERE, Authority.CURATOR, id),), {})


CODE = (Link("code", "https://code.example/wick"),)
PAPERS = (
    paper("bell", "A bell", 2024),
    paper("lens", "A lens of glass", 2022, code=True),
    paper("prism", "Lenses and prisms", 2024),
    paper("tide", "Tide tables"),
    paper("wick", "Wicks behind lenses", 2023, urls=CODE),
)
LENSES = Category("lenses", "Lenses", HERE)
TREES = Taxonomy(
    (
        Facet("topic", "Topics", HERE, "", (Category("light", "Light", HERE, children=(LENSES,)),)),
        Facet("fuel", "Fuel", HERE, "", (Category("oil", "Oil", HERE), Category("gas", "Gas", HERE))),
    )
)
WHY = Reason("pin", HERE)
PLACES = placing(
    {
        "bell": (Placement("bell", "topic", "light", WHY),),
        "lens": (Placement("lens", "topic", "lenses", WHY), Placement("lens", "fuel", "oil", WHY)),
        "wick": (Placement("wick", "topic", "lenses", WHY), Placement("wick", "fuel", "gas", WHY)),
    },
    TREES.facets,
    ("bell", "lens", "wick"),
)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("match: {any: [lens]}", "lens prism wick"),
        ("match: {any: [lens], none: [glass]}", "prism wick"),
        ("code: true", "lens wick"),
        ("code: false", "bell prism tide"),
        ("since: 2023", "bell prism wick"),
        ("until: 2023", "lens wick"),
        ("since: 2023, until: 2023", "wick"),
        ("in: {topic: [light]}", "bell lens wick"),
        ("in: {topic: [lenses]}", "lens wick"),
        ("in: {fuel: [oil, gas]}", "lens wick"),
        ("in: {topic: [light], fuel: [gas]}", "wick"),
        ("in: {topic: [nowhere]}", ""),
        ("in: {nowhere: [light]}", ""),
        ("in: {topic: [lenses]}, match: {any: [wick]}, code: true, since: 2023", "wick"),
        ("match: {any: [lens]}, until: 1999", ""),
    ],
)
def test_a_paper_meets_all_that_is_asked(asked: str, found: str) -> None:
    saved, _ = load(f"queries: {{a: {{{asked}}}}}")
    terms = [term for query in saved if query.match for _, term in phrases(query.match)]
    queries = taxonomy.answer(saved, Library(PAPERS), PLACES, Corpus.of(PAPERS).search(terms))
    assert sorted(queries.answers["a"]) == found.split()


def test_no_query_finds_nothing() -> None:
    assert not taxonomy.answer((), Library(PAPERS), PLACES, Corpus.of(PAPERS).search(())).answers


def test_what_is_asked_of_a_facet_stands_where_it_is_written() -> None:
    (query,), _ = load("queries:\n  a:\n    in: {topic: [light]}")
    assert query.within == (
        Within(Reference("topic", Span(PATH, 3, 10, 5)), (Reference("light", Span(PATH, 3, 18, 5)),)),
    )


def test_queries_are_found_under_a_former_name(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = (replace(key, former=("questions",)) if key.name == "queries" else key for key in querying.SURVEY)
    monkeypatch.setattr(querying, "SURVEY", Keys.of(*rows))
    (query,), mistakes = load("questions: {a: {code: true}}\n")
    assert (query.id, mistakes) == ("a", [])
