"""Cards from one survey to the next: whatever was edited, they say what cards made from scratch say."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from conspectus.catalog import Catalog
from conspectus.components.cards import card, cards, chips, description
from conspectus.diagnostics import Span
from conspectus.model.paper import Authority, Library, Paper, Record, Source
from conspectus.model.people import Authors, Person
from conspectus.model.settings import Settings
from conspectus.model.survey import Survey
from conspectus.model.work import Named, Work
from conspectus.taxonomy import load, place
from conspectus.text import Text

HERE = Span("content/papers/made-up.yaml")
IDS = ("bell", "lens", "wick")
RULES = ("any: [oil]", "any: [lamp, oil]", "title: [lamp]", "all: [oil, lamp]", "any: [oils]")
TOPICS = st.builds(
    "facet: topic\ntitle: {}\ncategories:\n"
    "  - {{id: light, title: {}, papers: [{}], children: [{{id: lamps, match: {{{}}}}}]}}\n"
    "  - {{id: fog, match: {{{}}}, except: [{}]}}\n".format,
    st.sampled_from(["Topics", "Subjects"]),
    st.sampled_from(["Light", "Making light"]),
    st.sampled_from(["", *IDS]),
    st.sampled_from(RULES),
    st.sampled_from(RULES),
    st.sampled_from(["", *IDS]),
)
WORKS = st.builds(
    lambda title, keyword, summary, place, **said: Work(
        title=Text(title),
        keywords=(keyword,),
        summary=summary,
        place=(("topic", (Named(place, HERE, HERE),)),) if place else (),
        **said,
    ),
    title=st.sampled_from(["A lamp", "Of fog"]),
    keyword=st.sampled_from(["oil", "oil lamp", "Oils"]),
    summary=st.sampled_from([None, "As [@bell] has it, of oil.", "A lamp."]),
    place=st.sampled_from(["", "", "lamps", "fog"]),
    code=st.sampled_from([None, True]),
    score=st.sampled_from([None, 4.0]),
)
WORDS = st.dictionaries(st.sampled_from(IDS), WORKS, min_size=1)


def paper(id: str, work: Work) -> Paper:
    return Paper(id, work, (Record(work, HERE, Authority.CURATOR, id),), {"place": HERE})


@given(st.lists(st.tuples(TOPICS, WORDS), min_size=2, max_size=4), st.data())
@settings(deadline=None)
def test_cards_say_what_cards_from_scratch_say(states: list[tuple[str, dict[str, Work]]], data: st.DataObject) -> None:
    placed, catalog = None, None
    topics, works = states[0]
    library = Library(tuple(paper(id, works[id]) for id in sorted(works)))
    for next_topics, next_works in states:
        edited = data.draw(st.sampled_from(["taxonomy", "papers", "one paper"]))
        if edited == "taxonomy":
            topics = next_topics
        else:
            kept = library.by_id if edited == "one paper" else {}
            few = dict(list(next_works.items())[:1]) if edited == "one paper" else next_works
            papers = {**kept, **{id: paper(id, work) for id, work in few.items()}}
            library = Library(tuple(papers[id] for id in sorted(papers)))
        taxonomy = load([Source("content/taxonomy/topic.yaml", topics.encode(), "")])
        placed = place(library, taxonomy, previous=placed)
        survey = Survey(Settings(title="Lamps"), (), library, taxonomy, placed.placing)
        catalog, anew = Catalog.of(survey, catalog), Catalog.of(survey)
        assert cards(catalog, catalog.newest) == cards(anew, anew.newest)


def test_a_paper_that_only_a_missing_category_names_is_still_placed_elsewhere(catalog: Catalog) -> None:
    assert [chip.category for chip in chips(catalog, catalog.papers["bell"])] == ["Fog signals"]


def test_a_card_names_six_authors_and_folds_the_others(catalog: Catalog) -> None:
    shown = description(catalog, catalog.papers["wick"])
    assert (len(shown.authors), shown.authors[-1], shown.folded) == (6, "Flo Tide", ("Gus van der Glas",))
    assert (shown.more_authors, shown.work.authors.count) == (False, 7)


def test_very_many_authors_are_left_to_the_papers_page(make_paper, make_survey) -> None:  # type: ignore[no-untyped-def]
    paper = make_paper("many", authors=[f"Keeper {number}" for number in range(99)])
    shown = description(Catalog.of(make_survey([paper])), paper)
    assert (len(shown.authors), shown.folded, shown.more_authors, shown.work.authors.count) == (6, (), True, 99)


def test_authors_a_source_cut_short_are_said_to_be_more(make_paper, make_survey) -> None:  # type: ignore[no-untyped-def]
    paper = make_paper("cut", authors=Authors((Person("Lampe", "Ada"),), others=True, count=9))
    shown = description(Catalog.of(make_survey([paper])), paper)
    assert (shown.authors, shown.folded, shown.more_authors, shown.work.authors.count) == (("Ada Lampe",), (), True, 9)


def test_a_number_of_authors_without_names_is_kept(catalog: Catalog) -> None:
    shown = description(catalog, catalog.papers["bell"])
    assert (shown.authors, shown.more_authors, shown.work.authors.count) == ((), False, 12)


def test_a_card_that_says_the_same_is_the_very_same(catalog: Catalog) -> None:
    wick, bell = card(catalog, catalog.papers["wick"]), card(catalog, catalog.papers["bell"])
    facet, *others = catalog.survey.taxonomy.facets
    light, *rest = facet.categories
    renamed = replace(facet, categories=(replace(light, children=(replace(light.children[0], title="Glass"),)), *rest))
    taxonomy = replace(catalog.survey.taxonomy, facets=(renamed, *others))
    later = Catalog.of(replace(catalog.survey, taxonomy=taxonomy), catalog)
    assert card(later, later.papers["bell"]) is bell
    assert card(later, later.papers["wick"]) != wick, "it stands among the lenses"
