"""A catalog that comes after another is the one made from scratch, and the other stays what it was."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from conspectus.catalog import Catalog
from conspectus.components.cards import card, description
from conspectus.components.related import related
from conspectus.model.paper import Paper
from conspectus.model.survey import Survey
from made_up_lamps import TOPICS, made_paper, made_survey

PAPERS = st.dictionaries(
    st.sampled_from("abcde"),
    st.tuples(
        st.sampled_from([None, "2020", "2021-05", "2021-05-04"]),
        st.lists(st.sampled_from(["oil", "Oil", "wick"]), max_size=2),
        st.lists(st.sampled_from(["Ada Lampe", "Bo Licht", "Lampe, Ada"]), max_size=2),
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


def shown(catalog: Catalog) -> list[object]:
    """All that a catalog is looked up for."""
    return [
        catalog.newest,
        dict(catalog.rank),
        catalog.keywords,
        catalog.authors.listed,
        catalog.counts(catalog.papers),
        [catalog.inside(facet, category) for facet, category, _ in catalog.categories.values()],
        *((card(catalog, paper), related(catalog, paper), catalog.authors.named(paper)) for paper in catalog.newest),
    ]


@given(st.lists(PAPERS, min_size=1, max_size=4))
def test_it_is_the_same_as_one_from_scratch(states) -> None:  # type: ignore[no-untyped-def]
    known: dict[object, Paper] = {}
    previous: Catalog | None = None
    for said in states:
        made = survey(said, known)
        catalog = Catalog.of(made, previous)
        before = shown(previous) if previous else None
        assert shown(catalog) == shown(Catalog.of(made))
        assert previous is None or shown(previous) == before, "a catalog that was given out stays what it was"
        previous = catalog


def test_papers_that_moved_in_their_file_are_the_ones_shown_and_nothing_is_made_again() -> None:
    papers = [made_paper("a", authors=["Ada Lampe"], keywords=("oil",)), made_paper("b", date="2020")]
    before = Catalog.of(made_survey(papers))
    description(before, papers[0])
    moved = [replace(paper) for paper in papers]
    after = Catalog.of(made_survey(moved), before)
    assert all(after.newest[after.rank[paper.id]] is paper for paper in moved)
    assert (after.rank, after.authors, after.keywords) == (before.rank, before.authors, before.keywords)
    assert description(after, moved[0]) is description(before, papers[0])
    assert [again.made for again in after.recomputed] == [(), ()]


def test_a_catalog_says_what_was_made_again_and_for_which_papers() -> None:
    a, b = made_paper("a", authors=["Ada Lampe"], date="2020"), made_paper("b", date="2021")
    before = Catalog.of(made_survey([a, b]))
    for paper in (a, b):
        card(before, paper)
    after = Catalog.of(made_survey([made_paper("a", authors=["Bo Licht"], date="2020"), b]), before)
    for paper in after.newest:
        card(after, paper)
    lookups, descriptions, cards = after.recomputed
    assert (lookups.made, lookups.because) == (("authors",), ("a",))
    assert {descriptions.what: descriptions.made, cards.what: cards.made} == {"descriptions": ("a",), "cards": ("a",)}
    assert (descriptions.total, cards.total) == (2, 2)
