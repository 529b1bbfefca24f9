"""Another id, wherever the old one is named; and the old one leads to it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from conspectus.cache import Cache
from conspectus.changes.comparing import ChangedAddress, compare
from conspectus.curation import renaming
from conspectus.pipeline import compile
from conspectus.project import Project
from conspectus.yaml_edit import Draft, EditError
from made_up_desk import Desk, lines, stands

Edit = Callable[[str, str, str], None]


QUERY = "queries:\n  old:\n    about: See [@sun-valve].\n    in: {topic: [burners, fog]}\n"
"""Stands before the queries that the survey has."""


def paper(project: Project, before: str, after: str) -> Draft:
    desk = Desk(project)
    return renaming.renamed_paper(desk.draft, desk.survey, desk.paper(before), after)


def category(project: Project, before: str, after: str) -> Draft:
    desk = Desk(project)
    return renaming.renamed_category(desk.draft, desk.survey, *desk.category(before), after)


def gone(project: Project, draft: Draft) -> list[ChangedAddress]:
    """The addresses of pages that are gone."""
    found = compare(compile(project, Cache(None)), compile(draft, Cache(None))).addresses
    return [each for each in found if each.kind != "other"]


def test_a_paper_is_renamed_in_all_that_names_it(survey: Project, edit: Edit) -> None:
    edit("taxonomy/fuel.yaml", "match: {any: [acetylene]}", "match: {any: [acetylene]}\n    except: [wick, sun-valve]")
    edit("pages/about.md", "\n", "\nSee [@wick; @sun-valve] and `sun-valve`.\n")
    edit("survey.yaml", "queries:\n", QUERY)
    draft = paper(survey, "sun-valve", "valve")
    assert {edit.path for edit in draft.edits} == {
        "content/papers/records.yaml",
        "content/taxonomy/fuel.yaml",
        "content/survey.yaml",
        "content/pages/about.md",
        "content/notes/sun-valve.md",
        "content/notes/valve.md",
    }
    said = lines(draft)
    assert "+- id: valve" in said and "+  was: [sun-valve]" in said
    assert "+    except: [wick, valve]" in said
    assert "+See [@wick; @valve] and `sun-valve`." in said
    assert any(line.endswith('Builds on [@valve]."') for line in said)
    assert stands(draft, "valve") == ["watch"]
    assert [(each.url, each.leads_to) for each in gone(survey, draft)] == [("papers/sun-valve/", "papers/valve/")]


def test_back_again_is_as_before_but_for_the_address_in_between(survey: Project) -> None:
    draft = paper(survey, "wick", "trim")
    assert "+  was: [wick-trimming, wick]" in lines(draft)
    for each in draft.edits:
        assert each.after is not None
        (survey.root / each.path).write_bytes(each.after)
    assert "+  was: [wick-trimming, trim]" in lines(paper(survey, "trim", "wick"))


def test_a_paper_without_a_record_gets_one(survey: Project) -> None:
    desk = Desk(survey)
    before = next(each.id for each in desk.survey.library.papers if each.work.doi == "10.99999/lens.2022")
    draft = paper(survey, before, "lens")
    assert lines(draft)[0].startswith("+- id: lens  # A Stepped")
    assert [(each.url, each.leads_to) for each in gone(survey, draft)] == [(f"papers/{before}/", "papers/lens/")]


def test_a_record_without_an_id_gets_one_at_its_head(survey: Project) -> None:
    (survey.content / "papers/more.yaml").write_text("- title: Oil on Water\n  doi: 10.99999/oil\n", "utf-8")
    desk = Desk(survey)
    before = next(each.id for each in desk.survey.library.papers if each.work.doi == "10.99999/oil")
    said = lines(paper(survey, before, "oil-on-water"))
    assert said[:3] == ["-- title: Oil on Water", "+- id: oil-on-water", "+  title: Oil on Water"]
    assert said[3:] == [f"+  was: [{before}]"]


def test_a_category_is_renamed_in_all_that_names_it(survey: Project, edit: Edit) -> None:
    edit("survey.yaml", "newest: 4\n", "newest: 4\ncolumns: {saved: {}}\ntables:\n  burners: [saved]   # all\n")
    edit("survey.yaml", "queries:\n", QUERY)
    draft = category(survey, "burners", "flames")
    said = lines(draft)
    assert "+      - id: flames" in said and "+        was: [burners]" in said
    assert "+  place: {topic: [flames]}" in said
    assert "+  flames: [saved]   # all" in said
    assert "+    in: {topic: [flames, fog]}" in said
    assert stands(draft, "wick") == ["flames"]
    assert [(each.url, each.leads_to) for each in gone(survey, draft)] == [("topics/burners/", "topics/flames/")]


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("wick", "sun-valve", "there is already a paper sun-valve"),
        ("wick", "SUN-valve", "there is already a paper sun-valve"),
        ("sun-valve", "wick-trimming", "wick-trimming is a former id of the paper wick"),
        ("wick", "a/b", "the id 'a/b' cannot be part of an address"),
        ("wick", "wick", "its id is already wick"),
    ],
)
def test_an_id_that_cannot_be_is_refused(survey: Project, before: str, after: str, words: str) -> None:
    with pytest.raises(EditError, match=words):
        paper(survey, before, after)


def test_what_stands_in_no_yaml_is_left_to_a_hand(survey: Project) -> None:
    with (survey.content / "papers/machine.jsonl").open("a", encoding="utf-8") as file:
        file.write('{"id": "bell", "title": "A Bell", "place": {"topic": ["fog"]}}\n')
    with pytest.raises(EditError, match="is not YAML"):
        paper(survey, "bell", "bells")
    with pytest.raises(EditError, match="is not YAML"):
        category(survey, "fog", "horns")
