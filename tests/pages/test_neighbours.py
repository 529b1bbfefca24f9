"""What came just before a paper, and just after, in each of its categories."""

from __future__ import annotations

from conspectus.model.survey import Survey
from conspectus.pages.neighbours import neighbours
from conspectus.pages.shelf import Shelf


def found(shelf: Shelf, id: str) -> list[tuple[str, str | None, str | None]]:
    return [
        (place.category.url, place.earlier and place.earlier.url, place.later and place.later.url)
        for place in neighbours(shelf, shelf.papers[id])
    ]


def test_a_paper_has_neighbours_in_each_of_its_categories_where_it_is_not_alone(shelf: Shelf) -> None:
    assert found(shelf, "wick") == [
        ("topics/burners/", "papers/hostile/", None),
        ("topics/lenses/", "papers/valve/", None),
    ]
    assert found(shelf, "valve") == [
        ("topics/watch/", None, "papers/bell/"),
        ("topics/lenses/", None, "papers/wick/"),
    ]


def test_what_is_alone_or_in_no_category_has_none(shelf: Shelf) -> None:
    assert found(shelf, "bell") == [] and found(shelf, "tide") == []


def test_the_neighbours_are_those_of_the_categorys_list(many: Survey) -> None:
    shelf = Shelf(many)
    listed = shelf.inside(*shelf.categories["topic", "burners"][:2])
    for newer, paper, older in zip(listed, listed[1:], listed[2:], strict=False):
        (place,) = neighbours(shelf, paper)
        assert (place.later and place.later.url) == f"papers/{newer.id}/"
        assert (place.earlier and place.earlier.url) == f"papers/{older.id}/"
