"""Looking things up: papers of a category, in order, and those that nothing places."""

from __future__ import annotations

from conspectus.catalog import Catalog


def inside(catalog: Catalog, facet: str, category: str) -> list[str]:
    return [paper.id for paper in catalog.inside(*catalog.categories[facet, category][:2])]


def test_a_category_has_the_papers_of_all_below_it_each_once_and_newest_first(catalog: Catalog) -> None:
    assert inside(catalog, "topic", "light") == ["wick", "valve", "hostile"]
    assert inside(catalog, "topic", "lenses") == ["wick", "valve"]
    assert inside(catalog, "topic", "watch") == ["bell", "valve"]
    assert inside(catalog, "topic", "idle") == []


def test_papers_without_a_date_come_last(catalog: Catalog) -> None:
    assert [paper.id for paper in catalog.newest] == ["bell", "wick", "valve", "hostile", "tide"]


def test_what_nothing_places_is_unplaced(catalog: Catalog) -> None:
    assert [paper.id for paper in catalog.unplaced()] == ["tide"]


def test_code_is_there_if_a_source_says_so_or_gives_its_address(catalog: Catalog) -> None:
    assert [paper.id for paper in catalog.newest if paper.work.has_code] == ["bell", "wick"]


def test_a_survey_of_nothing_has_a_catalog(make_survey) -> None:  # type: ignore[no-untyped-def]
    empty = Catalog.of(make_survey([]))
    assert empty.newest == () and empty.categories == {}
