"""What came just before a paper, and just after, in each of its categories."""

from __future__ import annotations

from conspectus.catalog import Catalog
from conspectus.components.neighbors import neighbors
from conspectus.model.survey import Survey


def found(catalog: Catalog, id: str) -> list[tuple[str, str | None, str | None]]:
    return [
        (place.category.url, place.earlier and place.earlier.url, place.later and place.later.url)
        for place in neighbors(catalog, catalog.papers[id])
    ]


def test_a_paper_has_neighbours_in_each_of_its_categories_where_it_is_not_alone(catalog: Catalog) -> None:
    assert found(catalog, "wick") == [
        ("topics/burners/", "papers/hostile/", None),
        ("topics/lenses/", "papers/valve/", None),
    ]
    assert found(catalog, "valve") == [
        ("topics/watch/", None, "papers/bell/"),
        ("topics/lenses/", None, "papers/wick/"),
    ]


def test_what_is_alone_or_in_no_category_has_none(catalog: Catalog) -> None:
    assert found(catalog, "bell") == [] and found(catalog, "tide") == []


def test_the_neighbours_are_those_of_the_categorys_list(many: Survey) -> None:
    catalog = Catalog.of(many)
    listed = catalog.inside(*catalog.categories["topic", "burners"][:2])
    for newer, paper, older in zip(listed, listed[1:], listed[2:], strict=False):
        (place,) = neighbors(catalog, paper)
        assert (place.later and place.later.url) == f"papers/{newer.id}/"
        assert (place.earlier and place.earlier.url) == f"papers/{older.id}/"
