"""Placing again: whatever was placed before, the outcome is that of placing from scratch."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from conspectus import taxonomy
from conspectus.diagnostics import Span
from conspectus.matching.rules import evaluate
from conspectus.model.paper import Library, Paper, Source
from conspectus.model.taxonomy import Taxonomy
from conspectus.model.work import Reference, Work
from conspectus.taxonomy import Placed
from conspectus.text import Text

WORDS = ["lamp", "lamps", "oil-lamp", "wick", "fog", "gas light"]
PHRASES = st.lists(st.sampled_from([*WORDS, "oil lamp", "/gas.light/", "∞"]), max_size=3).map(", ".join)
IDS = st.lists(st.sampled_from("abcd"), max_size=2).map(", ".join)
PLACES = st.lists(
    st.tuples(st.sampled_from(["topic", "fuel"]), st.lists(st.sampled_from(["one", "two", "oil"]), max_size=2)),
    max_size=2,
    unique_by=lambda place: place[0],
)


@st.composite
def categories(draw: st.DrawFn, names: tuple[str, ...], indent: str = "") -> str:
    """Categories with these names, in some order, some of them below others."""
    text = ""
    for name in draw(st.permutations(names).map(lambda found: found[: draw(st.integers(0, len(names)))])):
        keys = ("any", "title", "all", "none")
        rules = ", ".join(f"{key}: [{draw(PHRASES)}]" for key in keys if draw(st.booleans()))
        text += f"{indent}- id: {name}\n{indent}  match: {{{rules}}}\n"
        text += f"{indent}  papers: [{draw(IDS)}]\n{indent}  except: [{draw(IDS)}]\n"
        if len(name) == 3 and draw(st.booleans()):
            below = draw(categories(names=(f"{name}-a", f"{name}-b"), indent=f"{indent}    "))
            text += f"{indent}  children:\n{below}" if below else ""
    return text


TAXONOMIES = st.dictionaries(
    st.sampled_from(["topic", "fuel"]), categories(names=("one", "two", "oil")), max_size=2
).map(
    lambda texts: taxonomy.load(
        Source(f"content/taxonomy/{name}.yaml", f"categories:\n{text}".encode(), "") for name, text in texts.items()
    )
)


@st.composite
def libraries(draw: st.DrawFn) -> Library:
    papers = []
    for id in draw(st.lists(st.sampled_from("abcd"), unique=True)):
        place = tuple(
            (facet, tuple(Reference(name, Span("r.yaml", draw(st.integers(1, 3)))) for name in names))
            for facet, names in draw(PLACES)
        )
        title, summary = (" ".join(draw(st.lists(st.sampled_from(WORDS), max_size=3))) for _ in range(2))
        work = Work(title=Text(title or "none"), summary=summary, place=place)
        papers.append(Paper(id, work, (), {"place": Span("r.yaml")}))
    return Library(tuple(sorted(papers, key=lambda paper: paper.id)))


def as_values(placed: Placed) -> tuple[object, ...]:
    """All that placing comes to, whatever the order of what is no list."""
    placing = placed.placing
    tables = (placing.hits, placing.members, placing.inside, placing.outside)
    as_sets = [{key: set(ids) for key, ids in table.items()} for table in tables]
    return (
        dict(placing.placements),
        list(placing.placements),
        dict(placing.categories_of),
        list(placing.members),
        *as_sets,
    )


@given(st.lists(st.tuples(TAXONOMIES, libraries()), min_size=1, max_size=5), st.data())
def test_the_outcome_is_that_of_placing_from_scratch(states: list[tuple], data: st.DataObject) -> None:  # type: ignore[type-arg]
    placed = None
    facets, library = states[0]
    for next_facets, next_library in states:
        edited = data.draw(st.sampled_from(["taxonomy", "papers", "one paper", "both"]))
        facets = facets if "paper" in edited and edited != "both" else next_facets
        if edited == "one paper":
            papers = {**library.by_id, **{paper.id: paper for paper in next_library.papers[:1]}}
            library = Library(tuple(papers[id] for id in sorted(papers)))
        elif edited != "taxonomy":
            library = next_library
        placed = taxonomy.place(library, facets, previous=placed)
        assert as_values(placed) == as_values(taxonomy.place(library, facets))


@given(st.tuples(TAXONOMIES, libraries()), st.lists(st.tuples(TAXONOMIES, libraries()), min_size=2, max_size=3))
def test_what_was_placed_stays_what_it_was_and_any_edit_goes_on_from_it(first: tuple, edits: list[tuple]) -> None:  # type: ignore[type-arg]
    facets, library = first
    previous = taxonomy.place(library, facets)
    for next_facets, next_library in edits:
        for edit in ((library, next_facets), (next_library, facets), (next_library, next_facets)):
            assert as_values(taxonomy.place(*edit, previous=previous)) == as_values(taxonomy.place(*edit))
    assert as_values(previous) == as_values(taxonomy.place(library, facets))


BLOCKS = (
    "- id: one\n  match: {any: [lamp]}\n",
    "- id: two\n  match: {any: [wick, fog]}\n",
    "- id: gas\n  match: {any: [gas light]}\n  papers: [a, b]\n",
    "- id: oil\n  match: {any: [oil]}\n  children:\n  - {id: oil-a, papers: [a]}\n  - {id: oil-b, papers: [a, c]}\n",
)


@given(st.lists(st.permutations(BLOCKS), min_size=2, max_size=4), libraries())
def test_so_it_is_where_categories_stand_in_another_order(orders: list[list[str]], library: Library) -> None:
    placed = None
    for blocks in orders:
        text = "".join(["categories:\n", *blocks])
        facets = taxonomy.load([Source("content/taxonomy/topic.yaml", text.encode(), "")])
        placed = taxonomy.place(library, facets, previous=placed)
        assert as_values(placed) == as_values(taxonomy.place(library, facets))


@given(TAXONOMIES, libraries())
def test_who_stands_in_a_category_is_who_is_placed_there(facets, library: Library) -> None:  # type: ignore[no-untyped-def]
    placing = taxonomy.place(library, facets).placing
    found: dict[tuple[str, str], set[str]] = {key: set() for key in placing.members}
    for id, places in placing.placements.items():
        assert len({(place.facet, place.category) for place in places}) == len(places) > 0
        for place in places:
            found[place.facet, place.category].add(id)
    assert found == {key: set(members) for key, members in placing.members.items()}
    for facet in facets.facets:
        inside = {id for category in facet.categories for id in placing.inside[facet.id, category.id]}
        for category, _ in facet.walk():
            below = [found[facet.id, each.id] for each, _ in category.walk()]
            assert placing.inside[facet.id, category.id] == set().union(*below)
        assert placing.outside[facet.id] == library.by_id.keys() - inside


def paper(id: str, title: str, summary: str = "", **place: str) -> Paper:
    decided = tuple((facet, (Reference(name, Span("r.yaml")),)) for facet, name in place.items())
    return Paper(id, Work(title=Text(title), summary=summary, place=decided), (), {"place": Span("r.yaml")})


def facets_of(text: str) -> Taxonomy:
    return taxonomy.load([Source("content/taxonomy/topic.yaml", f"categories:\n{text}".encode(), "")])


def made(placed: Placed) -> list[tuple[str, ...]]:
    return [recomputed.made for recomputed in placed.recomputed]


LAMPS = Library((paper("a", "A lamp"), paper("b", "A wick"), paper("c", "Fog")))
ONE = "- {id: one, match: {any: [lamp]}, children: [{id: oil, match: {any: [wick]}}]}\n"
TWO = "- {id: two, match: {title: [fog]}}\n"


def test_from_scratch_everything_is_worked_out() -> None:
    placed = taxonomy.place(LAMPS, facets_of(ONE + TWO))
    assert made(placed) == [("fog", "lamp", "wick"), ("a", "b", "c"), ("topic/one", "topic/oil", "topic/two")]
    assert [recomputed.total for recomputed in placed.recomputed] == [3, 3, 3]


def test_an_edit_that_moves_no_phrase_and_no_paper_has_nothing_worked_out_again() -> None:
    placed = taxonomy.place(LAMPS, facets_of(ONE + TWO))
    again = taxonomy.place(LAMPS, facets_of(TWO + ONE), previous=placed)
    assert made(again) == [(), (), ()]
    assert all(again.memberships[id] is placed.memberships[id] for id in placed.memberships)


def test_where_neither_papers_nor_rules_changed_all_of_it_is_taken_over() -> None:
    placed = taxonomy.place(LAMPS, facets_of(ONE + TWO))
    again = taxonomy.place(LAMPS, facets_of(ONE + TWO), previous=placed)
    assert again.placing is placed.placing
    assert made(again) == [(), (), ()]
    moved = taxonomy.place(LAMPS, facets_of(f"\n{ONE}{TWO}"), previous=placed)
    assert moved.placing.placements["a"][0].reason.span.line == 3, "the rule stands in another line"


def test_a_new_phrase_is_looked_for_in_all_papers_and_no_other_one() -> None:
    placed = taxonomy.place(LAMPS, facets_of(ONE + TWO))
    again = taxonomy.place(LAMPS, facets_of(ONE.replace("[wick]", "[wick, fog, gas]") + TWO), previous=placed)
    assert made(again) == [("fog", "gas"), (), ("topic/one", "topic/oil")]
    assert again.recomputed[-1].because == ("below", "rule")
    assert again.memberships["topic", "two"] is placed.memberships["topic", "two"]


def test_a_phrase_that_no_paper_has_is_looked_for_once() -> None:
    rule = facets_of("- {id: gas, match: {any: [gas]}}\n")
    assert made(taxonomy.place(LAMPS, rule, previous=taxonomy.place(LAMPS, rule))) == [(), (), ()]


def test_only_papers_that_say_something_else_are_searched() -> None:
    facets = facets_of(ONE + TWO)
    placed = taxonomy.place(LAMPS, facets)
    library = Library((LAMPS.papers[0], paper("b", "A lamp"), paper("c", "Fog", topic="one")))
    again = taxonomy.place(library, facets, previous=placed)
    assert made(again) == [(), ("b",), ("topic/one", "topic/oil", "topic/two")]
    assert again.recomputed[-1].because == ("below", "by_hand", "decided", "rule")
    assert again.corpus.fields("a") is placed.corpus.fields("a")
    assert again.corpus.fields("c") is placed.corpus.fields("c")


def test_rules_of_others_are_looked_up_as_well() -> None:
    also = facets_of(TWO).facets[0].categories[0].match
    assert also
    placed = taxonomy.place(LAMPS, facets_of(ONE), [also])
    assert evaluate(also, placed.hits) == {"c"}
    assert evaluate(also, taxonomy.place(LAMPS, facets_of(ONE)).hits) == frozenset()
