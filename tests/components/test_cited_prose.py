"""Prose with the papers that it cites."""

from __future__ import annotations

from conspectus.catalog import Catalog
from conspectus.components.cited_prose import cited_prose


def test_prose_carries_the_papers_it_cites_and_leaves_the_others(catalog: Catalog) -> None:
    prose = cited_prose(catalog, "As [@wick] and [@nobody] say, [@wick; @valve].")
    assert [citation.name for citation in prose.citations] == ["wick", "valve"]
    assert prose.citations[0].title == "Trimming the Wick in O(log n) Nights"
    assert (prose.citations[0].url, prose.citations[0].year) == ("papers/wick/", 2023)
