"""A category moves with its papers, and its address leads to where it is."""

from __future__ import annotations

import pytest

from conspectus import checks
from conspectus.cache import Cache
from conspectus.changes.comparing import Renamed, compare
from conspectus.curation.relocating import moved_below, moved_beside
from conspectus.pipeline import compile
from conspectus.project import Project
from conspectus.yaml_edit import EditError, write
from made_up_desk import Desk, lines, stands


def test_within_a_facet_no_address_changes(survey: Project) -> None:
    desk = Desk(survey)
    facet, watch = desk.category("watch")
    draft = moved_below(desk.draft, desk.survey, desk.category("lenses"), facet, watch)
    changes = compare(compile(survey, Cache(None)), compile(draft, Cache(None)))
    assert not [each for each in changes.addresses if each.is_lost or each.leads_to]
    assert not changes.moved


def test_in_another_facet_the_old_address_leads_to_the_new_one(survey: Project) -> None:
    desk = Desk(survey)
    fuel, oil = desk.category("oil")
    draft = moved_beside(desk.draft, desk.survey, desk.category("light"), fuel, oil, after=True)
    write(survey, draft.edits)
    assert not checks.check(compile(survey, Cache(None)).survey).fails()
    changes = compare(compile(Project(desk.project.root), Cache(None)), compile(survey, Cache(None)))
    assert not changes
    site = {page.url: page for page in compile(survey, Cache(None)).site.pages}
    assert site["topics/burners/"].view.url == "fuel/burners/"
    assert site["topics/burning/"].view.url == "fuel/light/"


def test_records_follow_to_another_facet(survey: Project) -> None:
    desk = Desk(survey)
    fuel, _ = desk.category("oil")
    before = compile(survey, Cache(None))
    draft = moved_below(desk.draft, desk.survey, desk.category("light"), fuel, None)
    assert "+  place: {fuel: [burners]}" in lines(draft)
    assert stands(draft, "wick", "fuel") == ["burners"]
    changes = compare(before, compile(draft, Cache(None)))
    assert Renamed("burners", "fuel/burners", "Burners", "topic") in changes.categories_renamed
    assert [(moved.id, moved.facet) for moved in changes.moved] == [("wick", "fuel")]  # its rule of `oil` is overruled
    assert not changes.lost_addresses


def test_an_earlier_id_belongs_to_one_category(survey: Project) -> None:
    path = survey.content / "taxonomy/fuel.yaml"
    path.write_text(path.read_text("utf-8").replace("title: Oil\n", "was: [topic/fog, topic/gone]\n"), "utf-8")
    path.with_name("place.yaml").write_text("facet: place\ncategories: [{id: sea, was: [topic/gone]}]\n", "utf-8")
    report = checks.check(compile(survey, Cache(None)).survey)
    found = [(each.span.file, each.message) for each in report.diagnostics if each.code == "S009"]
    assert found == [
        ("content/taxonomy/fuel.yaml", "`topic/fog`, a former id of `fuel/oil`, is the id of `topic/fog` too"),
        ("content/taxonomy/place.yaml", "`topic/gone`, a former id of `place/sea`, is a former id of `fuel/oil` too"),
    ]


def test_saved_queries_follow_where_they_can(survey: Project) -> None:
    path = survey.content / "survey.yaml"
    asked = "queries:\n  lit:\n    in: {topic: [burners, lenses], fuel: oil}\n"
    path.write_text(path.read_text("utf-8").replace("queries:\n", asked), "utf-8")
    desk = Desk(survey)
    fuel, _ = desk.category("oil")
    draft = moved_below(desk.draft, desk.survey, desk.category("light"), fuel, None)
    assert "+    in: {fuel: [oil, burners, lenses]}" in lines(draft)
    with pytest.raises(EditError, match="would ask for categories of two facets at once"):
        moved_below(desk.draft, desk.survey, desk.category("burners"), fuel, None)
