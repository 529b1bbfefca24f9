"""Cards from one survey to the next: whatever was edited, they say what cards made from scratch say."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from conspectus.diagnostics import Span
from conspectus.model.paper import Authority, Library, Paper, Record, Reference, Source, Work
from conspectus.model.settings import Settings
from conspectus.model.survey import Survey
from conspectus.pages.shelf import Shelf
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
        place=(("topic", (Reference(place, HERE),)),) if place else (),
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
    placed, shelf = None, None
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
        shelf, anew = Shelf(survey, shelf), Shelf(survey)
        assert shelf.cards(shelf.newest) == anew.cards(anew.newest)
