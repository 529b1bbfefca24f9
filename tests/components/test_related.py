"""Related papers: what two papers share is said on both, the rare counts more, and no order is left to chance."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from conspectus.catalog import Catalog
from conspectus.components.related import NEAR, SAID, SHOWN, Relative, related
from conspectus.diagnostics import Span
from conspectus.model.survey import Survey
from conspectus.model.taxonomy import Category, Facet

HERE = Span("content/taxonomy/topic.yaml", 1)


def facet(*ids: str) -> Facet:
    return Facet("topic", "Topics", HERE, "", tuple(Category(id, f"The {id}", HERE) for id in ids))


def shown(survey: Survey) -> dict[str, dict[str, tuple[str, ...]]]:
    """For each paper the related ones in their order, with what they share."""
    catalog = Catalog.of(survey)
    return {
        paper.id: {relative.paper.url.split("/")[1]: relative.shares for relative in related(catalog, paper)}
        for paper in catalog.newest
    }


@pytest.fixture(scope="module")
def harbour(make_paper, make_survey) -> Survey:  # type: ignore[no-untyped-def]
    """Nine papers: `a` and `b` share a rare keyword and a common place, `c` the place alone, the others nothing."""
    papers = [
        make_paper("a", date="2024", keywords=("Sun valve", "brass")),
        make_paper("b", date="2020", keywords=("sun valve",)),
        make_paper("c", date="2024"),
        *(make_paper(f"x{number}", date="2022") for number in range(6)),
    ]
    places = [(id, "topic", "lens") for id in "abc"]
    return make_survey(papers, (facet("lens", "bell"),), places=places)  # type: ignore[no-any-return]


def test_papers_are_related_by_what_they_share_and_the_rare_comes_first(harbour: Survey) -> None:
    found = shown(harbour)
    assert found["a"] == {"b": ("Sun valve", "The lens"), "c": ("The lens",)}
    assert list(found["a"]) == ["b", "c"]
    assert found["x0"] == {}


def test_what_is_shared_is_the_same_from_both_sides(harbour: Survey, lamps: Survey) -> None:
    for found in (shown(harbour), shown(lamps)):
        pairs = [(one, other) for one, others in found.items() for other in others]
        assert pairs
        assert all(found[one][other] == found[other][one] for one, other in pairs if one in found[other])
        assert all(one != other for one, other in pairs)


def test_what_most_papers_have_relates_none_of_them(make_paper, make_survey) -> None:  # type: ignore[no-untyped-def]
    papers = [make_paper(f"p{number}", keywords=("lamp",)) for number in range(4)]
    assert shown(make_survey(papers)) == {"p0": {}, "p1": {}, "p2": {}, "p3": {}}


def test_a_keyword_named_like_a_category_is_said_once(make_paper, make_survey) -> None:  # type: ignore[no-untyped-def]
    papers = [make_paper(id, keywords=("the LENS",)) for id in "ab"] + [make_paper(id) for id in "cd"]
    survey = make_survey(papers, (facet("lens"),), places=[("a", "topic", "lens"), ("b", "topic", "lens")])
    assert shown(survey)["a"] == {"b": ("The lens",)}


def test_no_more_is_shown_than_can_be_read(make_paper, make_survey) -> None:  # type: ignore[no-untyped-def]
    words = tuple(f"word {number}" for number in range(9))
    papers = [make_paper(f"p{number}", keywords=words if number < 10 else ()) for number in range(20)]
    found = shown(make_survey(papers))["p0"]
    assert len(found) == SHOWN and all(len(shares) == SAID for shares in found.values())


def test_of_papers_alike_in_all_the_nearest_in_time_are_shown(make_paper, make_survey) -> None:  # type: ignore[no-untyped-def]
    papers = [
        make_paper(f"p{year}", date=str(year), keywords=("oil",) if year % 2 else ()) for year in range(1900, 2000)
    ]
    found = shown(make_survey(papers))
    assert set(found["p1951"]) == {f"p{year}" for year in (1945, 1947, 1949, 1953, 1955, 1957)}


def test_the_same_papers_in_another_order_are_related_alike(harbour: Survey) -> None:
    library = replace(harbour.library, papers=tuple(reversed(harbour.library.papers)))
    assert shown(replace(harbour, library=library)) == shown(harbour)


def test_a_rare_thing_in_common_is_found_however_far_apart(make_paper, make_survey) -> None:  # type: ignore[no-untyped-def]
    old = make_paper("old", date="1900", keywords=("oil", "clockwork"))
    new = make_paper("new", date="2020", keywords=("oil", "clockwork"))
    between = [make_paper(f"p{number}", date="1950", keywords=("oil",)) for number in range(3 * NEAR)]
    others = [make_paper(f"q{number}", date="1950") for number in range(4 * NEAR)]
    found = shown(make_survey([old, new, *between, *others]))
    assert next(iter(found["old"].items())) == ("new", ("clockwork", "oil"))


def test_thousands_of_papers_in_few_topics_are_related_in_a_moment(make_paper, make_survey) -> None:  # type: ignore[no-untyped-def]
    names = [f"t{number}" for number in range(10)]
    papers = [make_paper(f"p{number}", keywords=(f"word {number % 97}",)) for number in range(4000)]
    places = [(paper.id, "topic", names[number % 10]) for number, paper in enumerate(papers)]
    catalog = Catalog.of(make_survey(papers, (facet(*names),), places=places))
    began = time.process_time()
    assert all(len(related(catalog, paper)) == SHOWN for paper in papers)
    assert time.process_time() - began < 20  # each looks at a hundred others; at all others it would be a minute


def test_a_relative_has_the_title_with_its_markup(catalog: Catalog) -> None:
    (wick, *_) = [one for one in related(catalog, catalog.papers["hostile"]) if one.paper.url == "papers/wick/"]
    assert isinstance(wick, Relative) and wick.paper.title is catalog.papers["wick"].title
