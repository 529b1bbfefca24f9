"""Where prose in YAML cites papers. All texts here are made up."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conspectus import taxonomy
from conspectus.model.paper import Source
from conspectus.model.taxonomy import Taxonomy
from conspectus.model.work import Reference


def cited(text: str) -> tuple[Reference, ...]:
    (facet,) = taxonomy.load([Source("content/taxonomy/topic.yaml", text.encode(), "")]).facets
    return facet.cited


@pytest.mark.parametrize(
    "text, places",
    [
        ("about: See [@wick].\n", [("wick", 1, 13)]),
        ("about: 'See [@wick; @bell].'\n", [("wick", 1, 14), ("bell", 1, 21)]),
        ("about: >-\n  One.\n\n  Two [@wick],\n  three [@wick].\n", [("wick", 4, 8), ("wick", 5, 10)]),
        ("about: |\n  灯 [@wick;\n  @bell]\n", [("wick", 2, 6), ("bell", 3, 3)]),
        ("# [@wick]\r\nabout: see [@wick]\r\n", [("wick", 2, 13)]),
        ('about: "[\\x40wick]"\n', [("wick", 1, 8)]),
        ("about: me@wick.example\n", []),
    ],
)
def test_every_citation_knows_its_line_and_column(text: str, places: list[tuple[str, int, int]]) -> None:
    assert [(ref.id, ref.span.line, ref.span.column) for ref in cited(text)] == places


def test_a_category_knows_what_it_cites_too(load: Callable[..., Taxonomy]) -> None:
    (facet,) = load("categories:\n- id: light\n  about: By [@wick].\n").facets
    assert [str(ref.span) for ref in facet.categories[0].cited] == ["content/taxonomy/topic.yaml:3:14"]


@given(st.lists(st.sampled_from(["word", "[@wick]", "[@bell; @wick]", "灯", "a@b"]), min_size=1), st.integers(20, 60))
def test_at_each_place_stands_what_is_cited(words: list[str], width: int) -> None:
    lines, line = [], "  x"
    for word in words:
        if len(line) + len(word) > width:
            lines, line = [*lines, line], "  y"
        line += f" {word}"
    text = "about: >-\n" + "\n".join([*lines, line]) + "\n"
    found = cited(text)
    assert len(found) == sum({"[@wick]": 1, "[@bell; @wick]": 2}.get(word, 0) for word in words)
    assert sorted(set(found), key=lambda ref: ref.span) == list(found)
    for ref in found:
        assert text.splitlines()[ref.span.line - 1][ref.span.column - 1 :].startswith(f"@{ref.id}")
