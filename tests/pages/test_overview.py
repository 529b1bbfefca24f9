"""The overview and its map."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import settings as limits
from hypothesis import strategies as st

from conspectus.catalog import Catalog
from conspectus.components.drawings.map import BOLD, Map, Tile, _cut, _fitting, _wrapped, ems, maps
from conspectus.components.drawings.treemap import Rect
from conspectus.diagnostics import Span
from conspectus.model.paper import Authority, Library, Paper, Record
from conspectus.model.settings import Settings
from conspectus.model.survey import Placement, Reason, Survey
from conspectus.model.taxonomy import Category, Facet, Taxonomy
from conspectus.model.work import Work
from conspectus.pages import overview
from conspectus.pages.overview import OverviewView
from conspectus.text import Text
from made_up_places import placing


def view_of(catalog: Catalog) -> OverviewView:
    (page,) = overview.pages(catalog)
    assert (page.url, page.template) == ("overview/", "pages/overview.html")
    assert isinstance(page.view, OverviewView)
    return page.view


def test_the_map_has_every_topic_with_a_paper_and_no_other(catalog: Catalog) -> None:
    drawn = view_of(catalog).maps
    assert list(drawn) == ["wide", "medium", "tall"]
    for map in drawn.values():
        assert min(tile.size for tile in map.tiles) >= 14.5, "no text of a page is smaller"
        assert {(tile.title, tile.count, tile.url) for tile in map.tiles} >= {
            ("Making light", 3, "topics/light/"),
            ("Burners", 2, "topics/burners/"),
            ("Lenses & <prisms>", 2, "topics/lenses/"),
            ("Keeping watch", 2, "topics/watch/"),
            ("Fog signals", 1, "topics/fog/"),
        }
        assert "Nothing yet" not in {tile.title for tile in map.tiles}


def test_papers_that_no_child_has_are_an_area_of_their_own(catalog: Catalog) -> None:
    drawn = view_of(catalog).maps
    rest = [tile for tile in drawn["wide"].tiles if tile.title == "Other"]
    assert [(tile.count, tile.url) for tile in rest] == [(1, "topics/watch/")]  # the valve


@pytest.mark.parametrize(("topics", "height"), [(8, 215), (32, 860), (50, 860)])
def test_few_topics_have_a_low_map(topics: int, height: int) -> None:
    drawn = maps(*_survey([("Lamps", 1, [])] * topics))
    assert (drawn["wide"].width, drawn["wide"].height) == (1120, height)


def test_the_overview_leads_to_all_the_others(catalog: Catalog) -> None:
    view = view_of(catalog)
    assert [crumb.url for crumb in view.coverage] == ["overview/gaps/fuel/", "overview/gaps/year/"]
    assert [crumb.url for crumb in view.indexes] == ["authors/", "organisations/"]
    assert view.timeline is not None


def test_a_survey_without_topics_or_papers_has_an_overview(make_survey: Callable[..., Survey], lamps: Survey) -> None:
    view = view_of(Catalog.of(make_survey([], lamps.taxonomy.facets[1:])))
    assert (view.maps, view.branches, view.coverage, view.timeline, view.indexes) == ({}, (), (), None, ())
    assert view_of(Catalog.of(make_survey([], lamps.taxonomy.facets))).maps == {}


SPAN = Span("x.yaml", 1)
WORK = Work(title=Text("A lamp"))
RECORD = Record(WORK, SPAN, Authority.CURATOR)
TITLE = st.text("abcW -<&", min_size=1, max_size=40)


@limits(deadline=None)
@given(st.lists(st.tuples(TITLE, st.integers(0, 40), st.lists(TITLE, max_size=4)), min_size=1, max_size=8))
@example(
    [("<", count, ["<"] * children) for count, children in ((9, 3), (3, 4), (31, 3), (14, 4), (32, 4), (34, 4))]
    + [("<", 39, ["<<<<<"])]
)
def test_text_stays_inside_its_tile(tree: list[tuple[str, int, list[str]]]) -> None:
    drawn = maps(*_survey(tree))
    for map in drawn.values():
        for tile in map.tiles:
            bold = BOLD if tile.frame else 1
            within = Rect(tile.x, tile.y, tile.width, tile.height)
            if tile.turned:
                within = Rect(0, 0, tile.height, tile.width)
            for line in tile.lines:
                assert within.x <= line.x
                assert line.x + ems(line.text) * bold * tile.size <= within.x + within.width
                assert within.y <= line.y <= within.y + within.height
            if tile.figure:
                assert tile.lines, "no count is without what it counts"
                assert within.x <= tile.figure.x <= within.x + within.width
                assert within.y <= tile.figure.y <= within.y + within.height
        _assert_apart(map)


@pytest.mark.parametrize(
    ("most", "room", "lines"),
    [
        (6, 3, ("Doing", "without…")),
        (6, 1, ("Doing…",)),
        (4.6, 1, ("Doing…",)),
        (3, 1, ()),
        (8, 0, ()),
    ],
)
def test_a_name_too_long_for_its_tile_is_cut_between_words(most: float, room: int, lines: tuple[str, ...]) -> None:
    assert _cut("Doing without, unforeseeable keepers", most, room) == lines


def test_a_name_without_spaces_is_broken_and_cut_between_letters_of_chinese() -> None:
    assert _cut("高效的多模态模型", 4, 2) == ("高效的多", "模态模…")
    assert _wrapped("高效的KV缓存", 4) == ("高效的", "KV缓存")


def test_a_name_leaves_room_for_its_count() -> None:
    assert _fitting("Doing without keepers", Rect(0, 0, 90, 54)) == (False, 15, ("Doing…",))
    assert _fitting("Doing without keepers", Rect(0, 0, 90, 30))[2] == ("Doing…",)


def test_what_is_narrow_is_written_downward() -> None:
    assert _fitting("Unforeseeable", Rect(0, 0, 40, 200)) == (True, 17, ("Unforeseeable",))
    assert _fitting("Unforeseeable", Rect(0, 0, 200, 200)) == (False, 17, ("Unforeseeable",))
    assert _fitting("Unforeseeable", Rect(0, 0, 40, 40))[2] == ()


def _assert_apart(map: Map) -> None:
    """Whatever holds no other tile overlaps none."""
    leaves = [tile for tile in map.tiles if not tile.frame]
    for index, one in enumerate(leaves):
        assert one.x >= 0 and one.y >= 0 and one.x + one.width <= map.width and one.y + one.height <= map.height
        assert not any(_overlap(one, two) for two in leaves[index + 1 :])


def _overlap(one: Tile, two: Tile) -> bool:
    across = min(one.x + one.width, two.x + two.width) - max(one.x, two.x)
    down = min(one.y + one.height, two.y + two.height) - max(one.y, two.y)
    return across > 0 and down > 0


def _survey(tree: list[tuple[str, int, list[str]]]) -> tuple[Catalog, Facet]:
    """A survey in which every child of a topic has one paper, and the topic as many as said besides."""
    papers, places, topics = [], {}, []
    for number, (title, count, children) in enumerate(tree):
        ids = [f"t{number}", *(f"t{number}-{child}" for child in range(len(children)))]
        for id in (*ids[1:], *([ids[0]] * count)):
            paper = Paper(f"p{len(papers)}", WORK, (RECORD,), {})
            papers.append(paper)
            places[paper.id] = (Placement(paper.id, "topic", id, Reason("pin", SPAN)),)
        below = tuple(Category(id, name, SPAN) for id, name in zip(ids[1:], children, strict=True))
        topics.append(Category(ids[0], title, SPAN, children=below))
    facet = Facet("topic", "Topics", SPAN, "", tuple(topics))
    where = placing(places, (facet,), [paper.id for paper in papers])
    survey = Survey(Settings(title="Made"), (), Library(tuple(papers)), Taxonomy((facet,)), where)
    return Catalog.of(survey), facet
