"""Taxonomies as they are written. All texts here are made up."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conspectus.diagnostics import Mistake, Span
from conspectus.model.taxonomy import Category, Facet, Match, Phrase, Taxonomy
from conspectus.model.work import Reference

Load = Callable[..., Taxonomy]

LIGHT = """\
facet: topic
title: Topics
about: What it is about.
categories:
  - id: light
    title: Making light
    about: By [@wick].
    was: [burning]
    match: {any: [oil lamp, /gas.?light/], title: mantle, all: [flame], none: [stove]}
    papers: [sun-valve]
    except: [bell]
    children:
      - id: far-lenses
"""


def at(text: str, piece: str, file: str = "topic") -> Span:
    """Where a piece stands that stands once in a text."""
    assert text.count(piece) == 1, piece
    before = text[: text.index(piece)]
    column = len(before) - before.rfind("\n")
    return Span(f"content/taxonomy/{file}.yaml", before.count("\n") + 1, column, len(piece))


def wrong(taxonomy: Taxonomy) -> list[tuple[str, Span]]:
    return sorted(((mistake.check, mistake.span) for mistake in taxonomy.mistakes), key=lambda pair: pair[1])


def test_a_facet_is_read_whole_and_everything_knows_its_place(load: Load) -> None:
    def phrase(source: str) -> tuple[Phrase, ...]:
        return (Phrase(source, at(LIGHT, source)),)

    match = Match(
        at(LIGHT, "{any: [oil lamp, /gas.?light/], title: mantle, all: [flame], none: [stove]}"),
        phrase("oil lamp") + phrase("/gas.?light/"),
        phrase("mantle"),
        phrase("flame"),
        phrase("stove"),
    )
    light = Category(
        "light", "Making light", Span("content/taxonomy/topic.yaml", 5, 9, 5),
        "By [@wick].", (Reference("wick", at(LIGHT, "@wick")),), match,
        (Reference("sun-valve", at(LIGHT, "sun-valve")),), (Reference("bell", at(LIGHT, "bell")),), ("burning",),
        (Category("far-lenses", "Far lenses", at(LIGHT, "far-lenses")),),
    )  # fmt: skip
    facet = Facet("topic", "Topics", Span("content/taxonomy/topic.yaml", 1, 8, 5), "What it is about.", (light,))
    assert load(LIGHT) == Taxonomy((facet,))


def test_the_main_facet_comes_first_and_the_others_by_name(load: Load) -> None:
    taxonomy = load("facet: topic\n", fuel="title: Fuel\n", age="facet: age\n")
    assert [facet.id for facet in taxonomy.facets] == ["topic", "age", "fuel"]


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "~\n"])
def test_an_empty_file_is_no_facet_and_a_mistake(load: Load, text: str) -> None:
    help = "write `facet: fuel` and `categories:`, or delete the file"
    mistake = Mistake("bad-value", "the file of a facet is empty", Span("content/taxonomy/fuel.yaml"), help)
    assert load(fuel=text) == Taxonomy((), (mistake,))


def test_a_file_that_is_not_yaml_has_that_mistake_alone(load: Load) -> None:
    assert [check for check, _ in wrong(load(fuel="facet: [fuel\n"))] == ["broken-yaml"]


BROKEN = """\
facet: topic
titel: Topics
categories:
  - id: light
    match: {any: [/oil(lamp/, ∞], some: [wick]}
  - id: ../etc
    title: {a: b}
  - title: No name
  - id: Light
    was: [bad one, gas]
    children: none
  - id: gas
    was: [gaslight]
  - id: oil
    was: [gaslight]
    papers: [x, [y]]
    children:
      - id: lamps
        children:
          - id: oil
            titles: Again
  - just words
"""


def test_all_mistakes_are_told_at_once_each_at_its_place(load: Load) -> None:
    file = "content/taxonomy/topic.yaml"
    assert wrong(load(BROKEN)) == [
        ("unknown-key", at(BROKEN, "titel")),
        ("broken-regex", at(BROKEN, "/oil(lamp/")),
        ("bad-value", at(BROKEN, "∞")),
        ("unknown-key", at(BROKEN, "some")),
        ("bad-identifier", at(BROKEN, "../etc")),
        ("bad-value", at(BROKEN, "{a: b}")),
        ("bad-value", Span(file, 8, 5)),
        ("duplicate-id", at(BROKEN, "Light")),
        ("bad-identifier", at(BROKEN, "bad one")),
        ("bad-value", at(BROKEN, "none")),
        ("duplicate-id", Span(file, 15, 11, 8)),
        ("bad-value", at(BROKEN, "[y]")),
        ("cycle", Span(file, 20, 17, 3)),
        ("unknown-key", at(BROKEN, "titles")),
        ("bad-value", at(BROKEN, "just words")),
    ]


def test_what_is_right_beside_a_mistake_is_kept(load: Load) -> None:
    (facet,) = load(BROKEN).facets
    assert [category.id for category, _ in facet.walk()] == ["light", "gas", "oil", "lamps"]
    assert facet.categories[0].match and facet.categories[0].match.any == ()
    assert [reference.id for reference in facet.categories[2].papers] == ["x"]


def test_the_key_that_was_meant_is_proposed(load: Load) -> None:
    (mistake,) = load("facet: topic\ncategories:\n  - id: a\n    childen: []\n").mistakes
    assert mistake.help == "did you mean `children`?"


@pytest.mark.parametrize("earlier, now", [("lamps", "oil"), ("oil", "oil"), ("Lamps", "oil")])
def test_an_earlier_id_that_is_in_use_would_lead_in_a_circle(load: Load, earlier: str, now: str) -> None:
    text = f"facet: topic\ncategories:\n  - id: {now}\n    was: [{earlier}]\n  - id: lamps\n    was: [wicks]\n"
    ((check, span),) = wrong(load(text))
    assert (check, span.line, span.column) == ("duplicate-id", 4, 11)


def test_one_id_may_stand_in_two_facets(load: Load) -> None:
    assert load("categories: [{id: oil}]", fuel="categories: [{id: oil}]").mistakes == ()


def test_a_facet_is_named_as_its_file_and_read_once(load: Load) -> None:
    taxonomy = load("facet: topic\n", topics="facet: topic\n")
    assert [rule for rule, _ in wrong(taxonomy)] == ["misnamed-file", "duplicate-id"]
    assert len(taxonomy.facets) == 1


def nested(levels: int) -> str:
    lines = ["facet: topic", "categories:"]
    for level in range(levels):
        lines += [f"{'  ' * level}- id: level-{level}", f"{'  ' * level}  children:"]
    return "\n".join(lines[:-1]) + "\n"


def test_categories_go_down_eight_levels_and_no_deeper(load: Load) -> None:
    assert load(nested(8)).mistakes == ()
    ((check, span),) = wrong(load(nested(9)))
    assert (check, span.line, span.column) == ("deep-nesting", 19, 17)


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(BROKEN.split("\n") + LIGHT.split("\n")), max_size=30))
def test_no_text_stops_the_reader(load: Load, lines: list[str]) -> None:
    text = "\n".join(lines)
    for mistake in load(text).mistakes:
        assert mistake.span.line <= len(lines) + 1


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.booleans(), min_size=1, max_size=12))
def test_every_mistake_of_many_has_its_own_line_and_column(load: Load, spoilt: list[bool]) -> None:
    text, places = "facet: topic\ncategories:\n", []
    for number, bad in enumerate(spoilt):
        text += f"  - id: id-{number}\n" + ("    #\n" * number) + f"    {'colour' if bad else 'title'}: red\n"
        if bad:
            places.append((text.count("\n"), 5, 6))
    spans = [span for _, span in wrong(load(text))]
    assert [(span.line, span.column, span.width) for span in spans] == places
