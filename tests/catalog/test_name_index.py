"""Where the indexes list a name: just where their pages do, whatever was known before."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conspectus.catalog import Catalog, name_index
from conspectus.catalog.name_index import NameIndex, letter_of
from conspectus.model.paper import Paper
from conspectus.model.survey import Survey
from conspectus.pages import authors
from conspectus.pages.authors import AuthorsView
from made_up_lamps import made_paper, made_survey

NAMES = st.sampled_from(
    [
        "Ada Lampe",
        "Áda Lampe",
        "A. Lampe",
        "Bo Licht",
        "明 灯",
        "Bö Licht",
        "Cy",
        "Ludwig van Licht",
        "van Licht, Ludwig",
    ]
)
PAPERS = st.dictionaries(
    st.sampled_from("abcde"), st.tuples(st.lists(NAMES, max_size=3), st.integers(2000, 2003)), max_size=5
).map(lambda said: {id: made_paper(id, authors=names, date=str(year)) for id, (names, year) in said.items()})


def listed(catalog: Catalog) -> dict[str, tuple[str, int]]:
    """Where the pages of the indexes show each name, and with how many papers."""
    found = {}
    for page in authors.pages(catalog):
        assert isinstance(page.view, AuthorsView)
        for section in page.view.sections:
            found.update({entry.name: (f"{page.url}#{entry.id}", entry.count) for entry in section.entries})
    return found


def positions(index: NameIndex) -> dict[str, tuple[str, int]]:
    people = {person.name: person.inverted for paper in index.papers for person in index.people(paper)}
    return {people[name]: (url, papers) for paper in index.papers for name, url, papers in index.named(paper)}


def test_a_name_is_where_the_pages_list_it(lamps: Survey) -> None:
    catalog = Catalog.of(lamps)
    assert positions(catalog.authors) | positions(catalog.organizations) == listed(catalog)


@given(PAPERS, st.booleans())
def test_so_it_is_where_each_letter_has_its_pages(papers: Mapping[str, Paper], long: bool) -> None:
    with pytest.MonkeyPatch.context() as patch:
        for module in (name_index, authors):
            patch.setattr(module, "MOST_ON_ONE_PAGE", 2)
        patch.setattr(name_index, "FEWEST_FOR_LETTERS", 1)
        patch.setattr(name_index, "MOST_LINES", 3 if long else 3000)
        catalog = Catalog.of(made_survey(papers.values()))
        assert positions(catalog.authors) == listed(catalog)


@given(st.lists(PAPERS, min_size=1, max_size=4))
def test_after_edits_the_index_is_the_one_from_scratch(states: list[dict[str, Paper]]) -> None:
    catalog, known = None, dict[tuple[str, str], Paper]()
    for papers in states:
        kept = [known.setdefault((paper.id, repr(paper.work)), paper) for paper in papers.values()]
        survey = made_survey(kept)
        catalog = Catalog.of(survey, catalog)
        assert catalog.authors.listed == Catalog.of(survey).authors.listed


def test_an_index_whose_names_and_order_did_not_change_is_the_very_same() -> None:
    ada, bo = made_paper("a", authors=["Ada Lampe"], date="2020"), made_paper("b", authors=["Bo Licht"], date="2021")
    before = Catalog.of(made_survey([ada, bo]))
    renamed = made_paper("a", "Another title", authors=["Ada Lampe"], date="2020")
    assert Catalog.of(made_survey([renamed, bo]), before).authors is before.authors
    later = made_paper("a", authors=["Ada Lampe"], date="2022")
    assert Catalog.of(made_survey([later, bo]), before).authors is not before.authors


def test_a_name_that_no_index_has_leads_nowhere(catalog: Catalog) -> None:
    assert catalog.authors.named(made_paper("z", authors=["Nobody"])) == (("Nobody", "", 0),)


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        ("Ångström", "A"),
        ("Øye", "O"),
        ("de Wit", "D"),
        ("O'Brien", "O"),
        ("‘Quoted’", "Q"),
        ("李", "other"),
        ("<b>", "other"),
        ("", "other"),
    ],
)
def test_a_name_is_looked_for_under_its_letter_without_accents(name: str, letter: str) -> None:
    assert letter_of(name) == letter


def test_names_are_in_the_order_of_the_language() -> None:
    names = ["Zhou, B", "Öz, A", "Ozu, C", "Łukasz, D", "Luka, E", "张, 伟", "阿, 明"]
    papers = [made_paper(f"p{number}", authors=[name]) for number, name in enumerate(names)]

    def in_order(language: str) -> list[str]:
        return [each.person.inverted for each in NameIndex("", name_index.authors_of, tuple(papers), language).listed]

    assert in_order("en")[:5] == ["Luka, E", "Łukasz, D", "Öz, A", "Ozu, C", "Zhou, B"]
    assert in_order("en")[5:] == ["张, 伟", "阿, 明"]
    assert in_order("zh-Hans")[5:] == ["阿, 明", "张, 伟"]
