"""Placing time after time: whatever was placed before, the outcome is that of placing from scratch."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from conspectus import taxonomy
from conspectus.diagnostics import Span
from conspectus.model.paper import Library, Paper, Reference, Source, Work
from conspectus.model.survey import Placing
from conspectus.taxonomy import Placer
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


def as_values(placing: Placing) -> tuple[object, ...]:
    """All that a placing comes to, whatever the order of what is no list."""
    tables = (placing.hits, placing.members, placing.inside, placing.outside)
    as_sets = [{key: set(ids) for key, ids in table.items()} for table in tables]
    return dict(placing.placements), list(placing.placements), *as_sets


@given(st.lists(st.tuples(TAXONOMIES, libraries()), min_size=1, max_size=5), st.data())
def test_the_outcome_is_that_of_placing_from_scratch(states: list[tuple], data: st.DataObject) -> None:  # type: ignore[type-arg]
    placer = Placer()
    placed = []
    facets, library = states[0]
    for next_facets, next_library in states:
        edited = data.draw(st.sampled_from(["taxonomy", "papers", "both"]))
        facets = facets if edited == "papers" else next_facets
        library = library if edited == "taxonomy" else next_library
        placing = placer.place(library, facets)
        placed.append((placing, as_values(taxonomy.place(library, facets))))
        assert as_values(placing) == placed[-1][1]
    assert all(as_values(placing) == values for placing, values in placed), "what was placed earlier is what it was"


BLOCKS = (
    "- id: one\n  match: {any: [lamp]}\n",
    "- id: two\n  match: {any: [wick, fog]}\n",
    "- id: gas\n  match: {any: [gas light]}\n  papers: [a, b]\n",
    "- id: oil\n  match: {any: [oil]}\n  children:\n  - {id: oil-a, papers: [a]}\n  - {id: oil-b, papers: [a, c]}\n",
)


@given(st.lists(st.permutations(BLOCKS), min_size=2, max_size=4), libraries())
def test_so_it_is_where_categories_stand_in_another_order(orders: list[list[str]], library: Library) -> None:
    placer = Placer()
    for blocks in orders:
        text = "".join(["categories:\n", *blocks])
        facets = taxonomy.load([Source("content/taxonomy/topic.yaml", text.encode(), "")])
        assert as_values(placer.place(library, facets)) == as_values(taxonomy.place(library, facets))


@given(TAXONOMIES, libraries())
def test_who_stands_in_a_category_is_who_is_placed_there(facets, library: Library) -> None:  # type: ignore[no-untyped-def]
    placing = taxonomy.place(library, facets)
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


def test_phrases_are_looked_up_once(monkeypatch) -> None:  # type: ignore[no-untyped-def]
    library = Library((Paper("a", Work(title=Text("A lamp")), (), {}),))
    rule = "categories: [{{id: one, title: {}, match: {{any: [lamp, wick]}}}}]"
    placer = Placer()
    first, second = (
        taxonomy.load([Source("content/taxonomy/topic.yaml", rule.format(title).encode(), "")]) for title in "AB"
    )
    placer.place(library, first)
    asked: list[object] = []
    looked_for = placer.corpus._looked_for
    monkeypatch.setattr(placer.corpus, "_looked_for", lambda some, ids: asked.extend(some) or looked_for(some, ids))
    assert list(placer.place(library, second).placements) == ["a"]
    assert asked == []
