"""What kept a paper out. All papers and rules here are made up."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from conspectus import taxonomy
from conspectus.diagnostics import Span
from conspectus.model.paper import Library, Paper
from conspectus.model.taxonomy import Taxonomy
from conspectus.model.work import Reference, Work
from conspectus.text import Text

Load = Callable[..., Taxonomy]
PLACE = Span("content/papers/lamps.yaml", 4, 20, 5)

TREE = """\
facet: topic
categories:
  - id: light
    match: {any: [lamp]}
    except: [dark]
    children:
      - {id: oil, match: {any: [oil burner], none: [stove]}}
      - {id: glass, match: {title: [lens], all: [stepped]}}
"""


def paper(title: str, summary: str = "", id: str = "a", **place: str) -> Paper:
    said = tuple((facet, (Reference(one, PLACE),)) for facet, one in place.items())
    return Paper(id, Work(title=Text(title), summary=summary or None, place=said), (), {"place": PLACE})


@pytest.mark.parametrize(
    "one, near",
    [
        (paper("Oil burner and stove"), [("oil", "“oil burner” matches, but so does “stove” under `none`", 7)]),
        (paper("Lenses"), [("glass", "“lens” matches, but “stepped” under `all` does not", 8)]),
        (paper("Stepped"), [("glass", "“stepped” matches, but no phrase under `any` or `title` does", 8)]),
        (paper("Stepped", "A lens."), [("glass", "“lens” is in the summary, but `title` searches only titles", 8)]),
        (paper("A burner of oil"), [("oil", "it has all words of “oil burner”, but not next to each other", 7)]),
        (paper("Dark lamp", id="dark"), [("light", "its rule matches, but its `except` lists the paper", 5)]),
        (
            paper("Dark oil burner", id="dark"),
            [("oil", "its rule matches, but the `light` category’s `except` lists the paper", 5)],
        ),
        (paper("Lamp", topic="glass"), [("light", "its rule matches, but the paper’s `place` overrides it", 4)]),
        (paper("Lamp"), []),
        (paper("Oil burner lamp"), []),
        (paper("Fog"), []),
    ],
    ids=lambda value: str(value.title) if isinstance(value, Paper) else "",
)
def test_what_was_in_the_way_is_told_with_its_line(load: Load, one: Paper, near: list[tuple[str, str, int]]) -> None:
    read = load(TREE)
    misses = taxonomy.near_misses.find(one, read, taxonomy.place(Library((one,)), read).placing)
    assert [(miss.category, miss.why, miss.span.line) for miss in misses] == near
