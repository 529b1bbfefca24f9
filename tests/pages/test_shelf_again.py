"""A shelf that comes after another: the same as one made from scratch."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.pages.conftest import TOPICS, made_paper, made_survey

from conspectus.model.paper import Paper
from conspectus.model.survey import Survey
from conspectus.pages.named import authors
from conspectus.pages.related import related
from conspectus.pages.shelf import Shelf

PAPERS = st.dictionaries(
    st.sampled_from("abcde"),
    st.tuples(
        st.sampled_from([None, "2020", "2021-05", "2021-05-04"]),
        st.lists(st.sampled_from(["oil", "Oil", "wick"]), max_size=2),
        st.lists(st.sampled_from(["Ada Lampe", "Bo Licht"]), max_size=2),
        st.sets(st.sampled_from(["light", "burners", "fog"])),
    ),
)


def survey(said: dict[str, tuple[str | None, list[str], list[str], set[str]]], known: dict[object, Paper]) -> Survey:
    papers = []
    for id, (date, keywords, names, _) in said.items():
        key = (id, date, *keywords, "by", *names)
        if key not in known:
            known[key] = made_paper(id, date=date, keywords=tuple(keywords), authors=names)
        papers.append(known[key])
    places = [(id, "topic", place) for id, (*_, stands) in said.items() for place in sorted(stands)]
    return made_survey(papers, (TOPICS,), places=places)


@given(st.lists(PAPERS, min_size=1, max_size=4))
def test_it_is_the_same_as_one_from_scratch(states) -> None:  # type: ignore[no-untyped-def]
    known: dict[object, Paper] = {}
    before: Shelf | None = None
    for said in states:
        made = survey(said, known)
        shelf, fresh = Shelf(made, before), Shelf(made)
        assert shelf.newest == fresh.newest
        assert shelf.papers == fresh.papers
        for paper in shelf.newest:
            assert shelf.card(paper) == fresh.card(paper)
            assert related(shelf, paper) == related(fresh, paper)
            assert authors(shelf, paper) == authors(fresh, paper)
        for facet, category, _ in shelf.categories.values():
            assert shelf.inside(facet, category) == fresh.inside(facet, category)
            assert shelf.count(facet, category) == len(shelf.inside(facet, category))
        before = shelf
