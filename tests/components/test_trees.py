"""Categories as trees, with counts."""

from __future__ import annotations

from conspectus.catalog import Catalog
from conspectus.components.trees import tree


def test_a_tree_counts_each_paper_once_in_a_parent(catalog: Catalog) -> None:
    light, watch, idle = tree(catalog, catalog.survey.taxonomy.facets[0])
    assert (light.count, [child.count for child in light.children]) == (3, [2, 2])
    assert (watch.count, [child.count for child in watch.children]) == (2, [1])
    assert (idle.count, idle.children) == (0, ())
