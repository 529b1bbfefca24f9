"""What papers can be filtered by, and the search page that offers it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Set
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conspectus.catalog import Catalog
from conspectus.components import filter_groups
from conspectus.components.cards import card
from conspectus.components.filter_groups import Choice, Group, groups, narrowing
from conspectus.pages import search
from conspectus.pages.search import SearchView


def group(catalog: Catalog, name: str) -> Group:
    return next(group for group in groups(catalog) if group.name == name)


def narrowed(catalog: Catalog, papers: Set[str]) -> tuple[Group, ...]:
    return narrowing(catalog, papers, catalog.counts(papers))


def test_there_is_a_group_for_every_facet_and_for_year_organisation_and_code(catalog: Catalog) -> None:
    assert [group.name for group in groups(catalog)] == ["topic", "fuel", "year", "organisation", "code"]


def test_a_topic_counts_the_papers_of_all_below_it_and_an_empty_one_is_left_out(catalog: Catalog) -> None:
    assert [(choice.value, choice.count, choice.depth) for choice in group(catalog, "topic").choices] == [
        ("light", 3, 0),
        ("burners", 2, 1),
        ("lenses", 2, 1),
        ("watch", 2, 0),
        ("fog", 1, 1),
    ]


def test_the_counts_are_those_of_the_values_the_papers_carry(catalog: Catalog) -> None:
    carried = [value for paper in catalog.newest for value in catalog.filter_values(paper)]
    for offered in groups(catalog):
        for choice in offered.choices:
            assert choice.count == sum(
                value.name == offered.name and value.value == choice.value for value in carried
            ), choice


def test_years_come_newest_first(catalog: Catalog) -> None:
    assert [choice.value for choice in group(catalog, "year").choices] == ["2024", "2023", "2022", "2021"]


def test_code_is_yes_or_no(catalog: Catalog) -> None:
    assert group(catalog, "code").choices == (Choice("yes", "with code", 2), Choice("no", "no code", 3))


def test_a_facet_called_year_does_not_mix_with_the_papers_years(make_paper, make_survey, lamps) -> None:  # type: ignore[no-untyped-def]
    facet = replace(lamps.taxonomy.facets[1], id="year", title="Year of the keeper")
    catalog = Catalog.of(make_survey([make_paper("x", date="2024")], [facet], places=[("x", "year", "oil")]))
    assert [(group.name, [choice.value for choice in group.choices]) for group in groups(catalog)] == [
        ("facet-year", ["oil"]),
        ("year", ["2024"]),
        ("code", ["yes", "no"]),
    ]
    assert {value.name for value in catalog.filter_values(catalog.papers["x"])} == {"facet-year", "year", "code"}


def test_the_search_page_has_the_groups(catalog: Catalog) -> None:
    (page,) = search.pages(catalog)
    assert page.url == "search/"
    assert isinstance(page.view, SearchView)
    assert page.view.groups == groups(catalog)


def test_a_card_carries_what_it_can_be_filtered_by_as_words(catalog: Catalog) -> None:
    assert " ".join(card(catalog, catalog.papers["wick"]).marks) == (
        "topic:light topic:burners topic:lenses fuel:oil year:2023 code:yes"
    )
    for paper in catalog.newest:
        assert all(mark.split() == [mark] for mark in card(catalog, paper).marks)


def test_a_list_is_narrowed_down_by_what_some_of_its_papers_have(catalog: Catalog) -> None:
    facet, light, _ = catalog.categories["topic", "light"]
    offered = narrowed(catalog, catalog.members(facet, light))
    assert [(group.name, [(choice.value, choice.count) for choice in group.choices]) for group in offered] == [
        ("code", [("yes", 1), ("no", 2)]),
        ("fuel", [("oil", 1), ("gas", 0)]),  # what none has is seen to be missing
        ("year", [("2023", 1), ("2022", 1), ("2021", 1)]),
        ("topic", [("burners", 2), ("lenses", 2), ("watch", 1)]),
    ]
    assert {choice.depth for choice in offered[-1].choices} == {0}  # what they lie below is offered to nobody
    assert not any(group.idle for group in offered)


def test_groups_that_tell_no_papers_apart_are_idle(catalog: Catalog) -> None:
    assert [group.name for group in narrowed(catalog, {"wick"}) if not group.idle] == []
    assert [group.name for group in narrowed(catalog, {"bell", "tide"}) if not group.idle] == ["code", "year", "topic"]


def test_of_a_large_facet_only_what_papers_have_is_offered(catalog: Catalog, monkeypatch: pytest.MonkeyPatch) -> None:
    facet, light, _ = catalog.categories["topic", "light"]
    monkeypatch.setattr(filter_groups, "SMALL", 1)
    fuel = next(group for group in narrowed(catalog, catalog.members(facet, light)) if group.name == "fuel")
    assert fuel.choices == (Choice("oil", "Oil", 1),)


@given(st.sets(st.sampled_from(["bell", "hostile", "tide", "valve", "wick"])))
def test_each_value_is_offered_with_the_papers_that_have_it(catalog: Catalog, papers: set[str]) -> None:
    marks = Counter(mark for id in papers for mark in card(catalog, catalog.papers[id]).marks)
    for offered in narrowed(catalog, papers):
        for choice in offered.choices:
            assert choice.count == marks[f"{offered.name}:{choice.value}"]
