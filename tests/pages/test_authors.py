"""The indexes of names."""

from __future__ import annotations

from collections.abc import Callable

from conspectus.catalog import Catalog
from conspectus.model.paper import Paper
from conspectus.model.survey import Survey
from conspectus.pages import authors
from conspectus.pages.authors import AuthorsView

MakePaper = Callable[..., Paper]
MakeSurvey = Callable[..., Survey]


def views(survey: Survey) -> dict[str, AuthorsView]:
    found = {}
    for page in authors.pages(Catalog.of(survey)):
        assert isinstance(page.view, AuthorsView)
        found[page.url] = page.view
    return found


def test_each_name_stands_once_with_all_its_papers_newest_first(make_paper: MakePaper, make_survey: MakeSurvey) -> None:
    papers = [
        make_paper("a", authors=["Ada Lampe", "Bo Sternlicht"], date="2020"),
        make_paper("b", authors=["Ada Lampe", "Ada Lampe"], date="2023"),
        make_paper("c"),
    ]
    (section,) = views(make_survey(papers))["authors/"].sections
    assert [(entry.name, entry.count) for entry in section.entries] == [("Lampe, Ada", 2), ("Sternlicht, Bo", 1)]
    assert [(paper.url, paper.date.year) for paper in section.entries[0].papers] == [
        ("papers/b/", 2023),
        ("papers/a/", 2020),
    ]


def crowd(make_paper: MakePaper, number: int) -> list[Paper]:
    """Papers of ten authors each, whose names begin with all letters in turn; one of them wrote two."""
    names = [f"Keeper {chr(65 + index % 26)}{index:05}" for index in range(number)]
    papers = [make_paper(f"p{start}", authors=names[start : start + 10]) for start in range(0, number, 10)]
    return [*papers, make_paper("again", authors=[names[3]])]


def test_a_hundred_names_have_a_section_for_each_letter(make_paper: MakePaper, make_survey: MakeSurvey) -> None:
    found = views(make_survey(crowd(make_paper, 100)))
    assert list(found) == ["authors/"]
    view = found["authors/"]
    assert [letter.url for letter in view.letters] == [f"#{chr(97 + index)}" for index in range(26)]
    assert sum(len(section.entries) for section in view.sections) == view.count == 100


def test_more_than_a_thousand_have_a_page_for_each_letter(make_paper: MakePaper, make_survey: MakeSurvey) -> None:
    found = views(make_survey(crowd(make_paper, 1040)))
    assert list(found) == ["authors/", *(f"authors/{chr(97 + index)}/" for index in range(26))]
    first = found["authors/"]
    assert (first.count, first.sections) == (1040, ())
    assert (first.often[0].name, first.often[0].count) == ("D00003, Keeper", 2)
    assert [letter.count for letter in first.letters] == [40] * 26
    assert sum(len(view.sections[0].entries) for url, view in found.items() if url != "authors/") == 1040
    assert found["authors/d/"].here == "D"


def test_a_letter_with_more_than_a_thousand_has_several_pages(make_paper: MakePaper, make_survey: MakeSurvey) -> None:
    papers = [make_paper(f"p{n}", authors=[f"Keeper A{n:05}-{k}" for k in range(50)]) for n in range(42)]
    found = views(make_survey(papers))
    assert list(found) == ["authors/", "authors/a/", "authors/a/2/", "authors/a/3/"]
    assert [len(view.sections[0].entries) for url, view in found.items() if url != "authors/"] == [1000, 1000, 100]


def test_an_organisation_lists_its_newest_papers_and_leads_to_the_rest(
    make_paper: MakePaper, make_survey: MakeSurvey
) -> None:
    papers = [make_paper(f"p{n:02}", organization="Lamps & Sons", date=f"{1980 + n}") for n in range(30)]
    (section,) = views(make_survey(papers))["organisations/"].sections
    (entry,) = section.entries
    assert (entry.name, entry.count, len(entry.papers), entry.papers[0].date.year) == ("Lamps & Sons", 30, 20, 2009)
    assert entry.url == "search/?organisation=Lamps+%26+Sons"


def test_where_nobody_is_named_there_is_no_index(make_paper: MakePaper, make_survey: MakeSurvey) -> None:
    survey = make_survey([make_paper("a")])
    assert views(survey) == {}
    assert authors.indexes(Catalog.of(survey)) == ()


def test_those_who_wrote_very_much_have_their_newest_listed_and_the_search_for_all(
    make_paper: MakePaper, make_survey: MakeSurvey
) -> None:
    papers = [make_paper(f"p{n:02}", authors=["Ada van Lampe"], date=f"{1980 + n}") for n in range(30)]
    (entry,) = views(make_survey(papers))["authors/"].sections[0].entries
    assert (entry.count, len(entry.papers), entry.papers[0].date.year) == (30, 20, 2009)
    assert entry.url == "search/?q=Ada+van+Lampe"


def test_few_names_with_many_papers_are_cut_by_letters_too(make_paper: MakePaper, make_survey: MakeSurvey) -> None:
    names = [f"Keeper {chr(65 + index % 26)}{index:03}" for index in range(200)]
    found = views(make_survey([make_paper(f"p{n:02}", authors=names) for n in range(15)]))
    assert len(found) == 27 and not found["authors/"].sections
