"""What changed from one state of a survey to the next."""

from __future__ import annotations

from collections.abc import Callable

from click.testing import CliRunner

from conspectus.changes.categories import Relocated, Retitled
from conspectus.changes.comparing import ChangedAddress, Changes, Renamed
from conspectus.commands import group
from conspectus.project import Project

Edit = Callable[[str, str, str], None]
Compare = Callable[[], Changes]


def test_nothing_changed_is_no_changes(changes: Compare) -> None:
    assert not changes()


def test_a_comment_changes_nothing(changes: Compare, edit: Edit) -> None:
    edit("papers/records.yaml", "# Written by hand.", "# Written by another hand.")
    assert not changes()


def test_corrected_values_are_told_with_what_they_were(changes: Compare, edit: Edit) -> None:
    edit("papers/records.yaml", "shows which weather goes unheard", "shows much")
    edit("papers/records.yaml", "id: unplaced-tide", "id: unplaced-tide\n  venue: Ebb")
    corrected = {paper.id: paper.values for paper in changes().corrected}
    ((field, before, after),) = corrected.pop("bell-log")
    assert (field, "shows which" in before, "shows much" in after) == ("summary", True, True)
    assert corrected == {"unplaced-tide": (("venue", "nothing", "“Ebb”"),)}
    assert not changes().moved


def test_another_title_of_a_category_is_told(changes: Compare, edit: Edit) -> None:
    edit("taxonomy/topic.yaml", "title: Lenses", "title: Glasses")
    assert changes() == Changes(categories_retitled=(Retitled("topic", "lenses", "Lenses", "Glasses"),))


def test_a_category_elsewhere_in_the_tree_is_told(survey: Project, changes: Compare, edit: Edit) -> None:
    def move(*words: str) -> str:
        return CliRunner().invoke(group, ["move", *words, "--project", str(survey.root)]).output

    edit("taxonomy/topic.yaml", "id: lenses", "id: glasses\n        was: [lenses]")
    assert changes().categories_moved == ()
    assert "topic: fog is below glasses, and was below watch" in move("fog", "glasses")
    assert changes().categories_moved == (Relocated("topic", "fog", "watch", "glasses"),)
    told = move("fog", "--top")
    assert "topic: fog is at the top level, and was below glasses" in told
    assert "No papers change category" not in told
    assert changes().categories_moved == (Relocated("topic", "fog", "watch", ""),)


def test_a_paper_that_moved_has_the_phrase_that_moved_it(changes: Compare, edit: Edit) -> None:
    edit("taxonomy/topic.yaml", "any: [lens]", "any: [lens, tide tables]")
    (moved,) = changes().moved
    assert (moved.id, moved.facet, moved.left) == ("unplaced-tide", "topic", ())
    (place,) = moved.joined
    assert (place.category, place.reason.phrase, place.reason.words) == ("lenses", "tide tables", "Tide Tables")


def test_a_paper_that_lost_its_place_keeps_the_reason_it_had(changes: Compare, edit: Edit) -> None:
    edit("taxonomy/topic.yaml", "papers: [bell-log]", "papers: []")
    (moved,) = changes().moved
    assert (moved.id, moved.joined) == ("bell-log", ())
    assert [place.reason.kind for place in moved.left] == ["pin"]


def test_papers_come_and_go(changes: Compare, edit: Edit, survey: Project) -> None:
    edit("papers/records.yaml", '- id: unplaced-tide\n  title: "Tide Tables for the Impatient"', "- title: Ebb")
    found = changes()
    assert [listed.title for listed in found.added] == ["Ebb"]
    assert [listed.id for listed in found.removed] == ["unplaced-tide"]
    assert found.lost_addresses == (ChangedAddress("papers/unplaced-tide/", "paper"),)


def test_a_new_id_is_no_new_paper(changes: Compare, edit: Edit) -> None:
    edit("papers/records.yaml", "id: unplaced-tide", "id: tide")
    found = changes()
    assert found.renamed == (Renamed("unplaced-tide", "tide", "Tide Tables for the Impatient"),)
    assert not found.added
    assert not found.removed
    assert not found.moved
    assert [gone.url for gone in found.lost_addresses] == ["papers/unplaced-tide/"]


def test_an_earlier_id_covers_the_old_address(changes: Compare, edit: Edit) -> None:
    edit("papers/records.yaml", "id: unplaced-tide", "id: tide\n  was: [unplaced-tide]")
    found = changes()
    assert ChangedAddress("papers/unplaced-tide/", "paper", "papers/tide/") in found.addresses
    assert not found.lost_addresses


def test_a_redirect_that_is_taken_away_is_a_lost_address(changes: Compare, edit: Edit) -> None:
    edit("papers/records.yaml", "was: [wick-trimming]", "was: []")
    assert changes().lost_addresses == (ChangedAddress("papers/wick-trimming/", "redirect"),)


def test_a_saved_query_that_is_gone_is_a_lost_address_unless_another_had_its_id(changes: Compare, edit: Edit) -> None:
    edit("survey.yaml", "  new-lenses:", "  lenses-now:")
    assert ChangedAddress("queries/new-lenses/", "query") in changes().lost_addresses
    edit("survey.yaml", "was: [lenses]", "was: [lenses, new-lenses]")
    assert ChangedAddress("queries/new-lenses/", "query", "queries/lenses-now/") in changes().addresses
    assert not changes().lost_addresses


def test_a_category_appears_and_its_papers_move(changes: Compare, edit: Edit) -> None:
    edit("taxonomy/fuel.yaml", "  - id: electric", "  - id: none\n    papers: [bell-log]\n  - id: electric")
    found = changes()
    assert [(shelf.facet, shelf.id, shelf.papers) for shelf in found.categories_added] == [("fuel", "none", 1)]
    assert [moved.id for moved in found.moved] == ["bell-log"]


def test_a_category_that_vanished_had_papers_and_an_address(changes: Compare, edit: Edit) -> None:
    edit("taxonomy/fuel.yaml", "  - id: acetylene\n    title: Acetylene\n    match: {any: [acetylene]}\n", "")
    found = changes()
    assert [(shelf.id, shelf.papers) for shelf in found.categories_removed] == [("acetylene", 1)]
    assert [gone.url for gone in found.lost_addresses] == ["fuel/acetylene/"]


def test_a_renamed_category_moves_no_paper(changes: Compare, edit: Edit) -> None:
    edit("taxonomy/fuel.yaml", "  - id: acetylene", "  - id: gas\n    was: [acetylene]")
    found = changes()
    assert found.categories_renamed == (Renamed("acetylene", "gas", "Acetylene", "fuel"),)
    assert not found.moved
    assert not found.categories_added
    assert not found.categories_removed
    assert not found.lost_addresses


def test_a_category_empties_with_all_below_it(changes: Compare, edit: Edit) -> None:
    edit("taxonomy/fuel.yaml", "any: [acetylene]", "any: [acetylenes of another world]")
    found = changes()
    assert [(shelf.id, shelf.papers) for shelf in found.categories_emptied] == [("acetylene", 1)]
    assert not found.categories_removed


def test_feeds_and_tables_of_a_category_are_not_counted_as_lost(changes: Compare, edit: Edit) -> None:
    edit("taxonomy/topic.yaml", "  - id: watch\n", "  - id: guard\n    was: [watch]\n")
    found = changes()
    assert "topics/watch/feed.xml" in [gone.url for gone in found.addresses if gone.kind == "other"]
    assert not found.lost_addresses
