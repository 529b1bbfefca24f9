"""Looking things up: papers of a category, cards, links, citations."""

from __future__ import annotations

from dataclasses import replace

from conspectus.model.people import Authors, Person
from conspectus.pages.shelf import Shelf


def inside(shelf: Shelf, facet: str, category: str) -> list[str]:
    return [paper.id for paper in shelf.inside(*shelf.categories[facet, category][:2])]


def test_a_category_has_the_papers_of_all_below_it_each_once_and_newest_first(shelf: Shelf) -> None:
    assert inside(shelf, "topic", "light") == ["wick", "valve", "hostile"]
    assert inside(shelf, "topic", "lenses") == ["wick", "valve"]
    assert inside(shelf, "topic", "watch") == ["bell", "valve"]
    assert inside(shelf, "topic", "idle") == []


def test_papers_without_a_date_come_last(shelf: Shelf) -> None:
    assert [paper.id for paper in shelf.newest] == ["bell", "wick", "valve", "hostile", "tide"]


def test_a_paper_that_only_a_missing_category_names_is_still_placed_elsewhere(shelf: Shelf) -> None:
    assert [chip.category for chip in shelf.chips("bell")] == ["Fog signals"]


def test_what_nothing_places_is_unplaced(shelf: Shelf) -> None:
    assert [paper.id for paper in shelf.unplaced()] == ["tide"]


def test_a_tree_counts_each_paper_once_in_a_parent(shelf: Shelf) -> None:
    light, watch, idle = shelf.tree(shelf.survey.taxonomy.facets[0])
    assert (light.count, [child.count for child in light.children]) == (3, [2, 2])
    assert (watch.count, [child.count for child in watch.children]) == (2, [1])
    assert (idle.count, idle.children) == (0, ())


def test_a_card_names_six_authors_and_folds_the_others(shelf: Shelf) -> None:
    card = shelf.card(shelf.papers["wick"]).description
    assert (len(card.authors), card.authors[-1], card.folded) == (6, "Flo Tide", ("Gus van der Glas",))
    assert (card.more_authors, card.author_count) == (False, 7)


def test_very_many_authors_are_left_to_the_papers_page(make_paper, make_survey) -> None:  # type: ignore[no-untyped-def]
    paper = make_paper("many", authors=[f"Keeper {number}" for number in range(99)])
    card = Shelf(make_survey([paper])).card(paper).description
    assert (len(card.authors), card.folded, card.more_authors, card.author_count) == (6, (), True, 99)


def test_authors_a_source_cut_short_are_said_to_be_more(make_paper, make_survey) -> None:  # type: ignore[no-untyped-def]
    paper = make_paper("cut", authors=Authors((Person("Lampe", "Ada"),), others=True, count=9))
    card = Shelf(make_survey([paper])).card(paper).description
    assert (card.authors, card.folded, card.more_authors, card.author_count) == (("Ada Lampe",), (), True, 9)


def test_a_number_of_authors_without_names_is_kept(shelf: Shelf) -> None:
    card = shelf.card(shelf.papers["bell"]).description
    assert (card.authors, card.more_authors, card.author_count) == ((), False, 12)


def test_prose_carries_the_papers_it_cites_and_leaves_the_others(shelf: Shelf) -> None:
    prose = shelf.prose("As [@wick] and [@nobody] say, [@wick; @valve].")
    assert [citation.id for citation in prose.citations] == ["wick", "valve"]
    assert prose.citations[0].title == "Trimming the Wick in O(log n) Nights"
    assert (prose.citations[0].url, prose.citations[0].year) == ("papers/wick/", 2023)


def test_code_is_there_if_a_source_says_so_or_gives_its_address(shelf: Shelf) -> None:
    assert [paper.id for paper in shelf.newest if paper.work.has_code] == ["bell", "wick"]


def test_the_way_to_a_category_goes_by_its_facet_and_all_above_it(shelf: Shelf) -> None:
    facet, _, ancestors = shelf.categories["topic", "burners"]
    assert [crumb.url for crumb in shelf.crumbs(facet, ancestors)] == ["topics/", "topics/light/"]


def test_a_survey_of_nothing_has_a_shelf(make_survey) -> None:  # type: ignore[no-untyped-def]
    empty = Shelf(make_survey([]))
    assert empty.newest == () and empty.categories == {}


def test_a_card_that_says_the_same_is_the_very_same(shelf: Shelf) -> None:
    wick, bell = shelf.card(shelf.papers["wick"]), shelf.card(shelf.papers["bell"])
    facet, *others = shelf.survey.taxonomy.facets
    light, *rest = facet.categories
    renamed = replace(facet, categories=(replace(light, children=(replace(light.children[0], title="Glass"),)), *rest))
    taxonomy = replace(shelf.survey.taxonomy, facets=(renamed, *others))
    later = Shelf(replace(shelf.survey, taxonomy=taxonomy), shelf)
    assert later.card(later.papers["bell"]) is bell
    assert later.card(later.papers["wick"]) != wick, "it stands among the lenses"
