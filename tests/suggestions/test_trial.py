"""What a rule would catch before it is written down."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conspectus.cache import Cache
from conspectus.matching.corpus import Corpus, Term
from conspectus.model.paper import Library, Paper, Source
from conspectus.model.taxonomy import Taxonomy
from conspectus.model.work import Work
from conspectus.pipeline import read
from conspectus.project import Project
from conspectus.suggestions.trial import AROUND, Trial, tried
from conspectus.taxonomy import load_rule, place
from conspectus.text import Text

Try = Callable[..., Trial]


def trial(project: Project, rule: str, category: str = "") -> Trial:
    match, mistakes = load_rule(Source("RULE", rule.encode(), ""))
    assert match is not None
    assert not mistakes
    snapshot = read(project, Cache(None))
    survey, placed = snapshot.survey, snapshot.stages.placed
    assert placed
    pairs = [(facet, found) for facet in survey.taxonomy.facets for found, _ in facet.walk()]
    within = next((pair for pair in pairs if pair[1].id == category), None)
    return tried(match, placed, survey.taxonomy.facets, within)


def test_a_hit_has_the_words_around_what_was_met(survey: Project) -> None:
    hit = next(hit for hit in trial(survey, "any: [sun valves]").hits)
    assert (hit.paper.id, hit.field) == ("sun-valve", "title")
    assert (hit.before, hit.words) == ("A ", "Sun Valve")


def test_a_phrase_that_is_met_nowhere_is_told(survey: Project) -> None:
    found = trial(survey, "{any: [tide tables, quasar], none: [lens]}").tallies
    assert [(tally.key, tally.phrase, bool(tally.papers)) for tally in found] == [
        ("any", "tide tables", True),
        ("any", "quasar", False),
        ("none", "lens", True),
    ]


def test_overlaps_are_counted_by_the_papers_the_rules_take(survey: Project) -> None:
    found = trial(survey, "any: [sun valve]").overlaps
    assert [(overlap.facet, overlap.category, overlap.shared) for overlap in found][:2] == [
        ("topic", "watch", 1),
        ("fuel", "acetylene", 1),
    ]


def test_a_swap_says_what_is_gained_lost_and_kept(survey: Project) -> None:
    swap = trial(survey, "any: [tide tables]", "acetylene").swap
    assert swap is not None
    assert [place.paper for place in swap.gained] == ["unplaced-tide"]
    assert [place.paper for place in swap.lost] == ["sun-valve"]
    assert swap.kept == 0


def test_a_swap_comes_true(survey: Project) -> None:
    swap = trial(survey, "any: [tide tables]", "acetylene").swap
    assert swap is not None
    path = survey.content / "taxonomy/fuel.yaml"
    path.write_text(path.read_text("utf-8").replace("any: [acetylene]", "any: [tide tables]"), "utf-8")
    placements = read(survey, Cache(None)).survey.placing.placements
    stand = {id for id, places in placements.items() for place in places if place.category == "acetylene"}
    assert stand == {place.paper for place in swap.gained}


def test_the_words_of_the_curator_keep_a_paper_out(survey: Project) -> None:
    swap = trial(survey, "any: [trimming]", "fog").swap
    assert swap is not None
    assert [(kept.paper.id, kept.why) for kept in swap.kept_out] == [("wick", "its record has `place` for topic")]


def test_an_exception_keeps_a_paper_out(survey: Project) -> None:
    path = survey.content / "taxonomy/topic.yaml"
    path.write_text(path.read_text("utf-8").replace("  - id: watch\n", "  - id: watch\n    except: [unplaced-tide]\n"))
    swap = trial(survey, "any: [tide tables]", "fog").swap
    assert swap is not None
    assert [kept.why for kept in swap.kept_out] == ["`watch` lists it under `except`"]


def test_a_paper_below_is_counted_there(survey: Project) -> None:
    swap = trial(survey, "any: [lens]", "light").swap
    assert swap is not None
    assert {kept.why for kept in swap.kept_out} == {"it is in a category below `light`"}


@pytest.mark.parametrize("rule", ["match: {any: [lens]}", "any: [lens]", "any: lens"])
def test_a_rule_may_be_copied_with_its_key(survey: Project, rule: str) -> None:
    assert trial(survey, rule).hits


WORDS = st.lists(st.sampled_from(["lamp", "lamps", "lens", "Licht-Haus", "über", "a", "(b)", "…"]), max_size=40)


@given(WORDS, WORDS)
def test_what_is_shown_of_a_text_is_written_in_it(before: list[str], after: list[str]) -> None:
    title = " ".join([*before, "fog bell", *after])
    paper = Paper("fog", Work(title=Text(title)), (), {})
    match, _ = load_rule(Source("RULE", b"any: [fog bells]", ""))
    assert match is not None
    term = Term(match.any[0].source)
    assert Corpus.of([paper]).search([term])[term]
    (hit,) = tried(match, place(Library((paper,)), Taxonomy()), ()).hits
    assert hit.before.removeprefix("… ") + hit.words + hit.after.removesuffix(" …") in paper.title.as_text()
    assert len(hit.before) <= AROUND + 2
    assert len(hit.after) <= AROUND + 2
