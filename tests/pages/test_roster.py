"""Where the indexes list a name, known without making them: just where they do list it, whatever was known before."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.pages.conftest import made_paper, made_survey

from conspectus.model.paper import Paper
from conspectus.model.survey import Survey
from conspectus.pages import authors, named, roster
from conspectus.pages import names as module
from conspectus.pages.authors import AuthorsView
from conspectus.pages.holders import Holders
from conspectus.pages.names import AUTHORS
from conspectus.pages.roster import Roster, authors_of
from conspectus.pages.shelf import Shelf

NAMES = st.sampled_from(["Ada Lampe", "Áda Lampe", "A. Lampe", "Bo Licht", "明 灯", "Bö Licht", "Cy"])
PAPERS = st.dictionaries(
    st.sampled_from("abcde"), st.tuples(st.lists(NAMES, max_size=3), st.integers(2000, 2003)), max_size=5
).map(lambda said: {id: made_paper(id, authors=names, date=str(year)) for id, (names, year) in said.items()})


def listed(shelf: Shelf) -> dict[str, tuple[str, int]]:
    """Where the pages of the indexes show each name, and with how many papers."""
    found = {}
    for page in authors.pages(shelf):
        assert isinstance(page.view, AuthorsView)
        for section in page.view.sections:
            found.update({entry.name: (f"{page.url}#{entry.id}", entry.count) for entry in section.entries})
    return found


def test_a_papers_page_leads_to_where_the_index_lists_its_names(lamps: Survey) -> None:
    shelf = Shelf(lamps)
    known = listed(shelf)
    for paper in shelf.newest:
        inverted = authors_of(paper)
        for one in named.authors(shelf, paper):
            assert (one.url, one.papers) == known[inverted[one.name]]
        if found := named.organisation(shelf, paper):
            assert (found.url, found.papers) == known[found.name]


@given(PAPERS, st.booleans())
def test_so_it_does_where_each_letter_has_its_pages(papers: Mapping[str, Paper], long: bool) -> None:
    with pytest.MonkeyPatch.context() as patch:
        for room in (module, authors, roster):
            patch.setattr(room, "MOST_ON_ONE_PAGE", 2, raising=False)
        patch.setattr(module, "FEWEST_FOR_LETTERS", 1)
        patch.setattr(module, "MOST_LINES", 3 if long else 3000)
        shelf = Shelf(made_survey(papers.values()))
        places = Roster(AUTHORS, authors_of).after({}, papers, papers)
        assert sorted(places.place(key[-1]) for key in places._order) == sorted(listed(shelf).values())


@given(st.lists(PAPERS, min_size=1, max_size=4))
def test_a_roster_and_holders_come_out_of_changes_as_from_scratch(states: list[dict[str, Paper]]) -> None:
    one, other, before = Roster(AUTHORS, authors_of), Holders(authors_of, {}, ()), {}
    for now in states:
        ids = {id for id in {*before, *now} if before.get(id) is not now.get(id)}
        one, other = one.after(before, now, ids), other.after(before, now, ids)
        fresh = Roster(AUTHORS, authors_of).after({}, now, now)
        assert (one._order, one._slugs, one._lines) == (fresh._order, fresh._slugs, fresh._lines)
        assert other.of == Holders.among(authors_of, now).of
        before = now


def test_a_name_that_no_index_has_leads_nowhere() -> None:
    assert Roster(AUTHORS, authors_of).place("Nobody") == ("", 0)
