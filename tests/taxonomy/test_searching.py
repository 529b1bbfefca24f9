"""What phrases match, with and without what earlier builds found."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conspectus.derived import InMemory
from conspectus.matching.corpus import Corpus, Term
from conspectus.taxonomy.searching import Searched, search
from made_up_lamps import made_paper

WORDS = ["oil", "wick", "lens", "fog bell"]
STATES = st.tuples(
    st.dictionaries(st.sampled_from("abc"), st.lists(st.sampled_from(WORDS), min_size=1, max_size=3)),
    st.frozensets(st.builds(Term, st.sampled_from([*WORDS, "/l.ns/", "oil wick"]), st.booleans())),
)


@given(st.lists(STATES, min_size=1, max_size=5))
def test_it_is_the_same_with_a_memory_of_earlier_builds(states) -> None:  # type: ignore[no-untyped-def]
    memory = InMemory()
    for said, terms in states:
        corpus = Corpus.of([made_paper(id, title=" ".join(words)) for id, words in said.items()])
        assert search(terms, corpus, memory) == search(terms, corpus, InMemory())


def test_papers_that_say_the_same_are_not_searched_again(monkeypatch: pytest.MonkeyPatch) -> None:
    memory, terms = InMemory(), frozenset([Term("wick")])
    papers = [made_paper("a", title="A Wick"), made_paper("b", title="A Lens")]
    search(terms, Corpus.of(papers), memory)
    assert memory.load("phrases", Searched)

    corpus = Corpus.of([papers[0], made_paper("b", title="A Wick of Glass")])
    looked_at: list[str] = []
    monkeypatch.setattr(corpus, "fields", lambda paper: (looked_at.append(paper), Corpus.fields(corpus, paper))[1])
    assert search(terms, corpus, memory)[Term("wick")] == {"a", "b"}
    assert set(looked_at) == {"b"}
