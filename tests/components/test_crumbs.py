"""The way to a page."""

from __future__ import annotations

from conspectus.catalog import Catalog
from conspectus.components.crumbs import crumbs


def test_the_way_to_a_category_goes_by_its_facet_and_all_above_it(catalog: Catalog) -> None:
    facet, _, ancestors = catalog.categories["topic", "burners"]
    assert [crumb.url for crumb in crumbs(facet, ancestors)] == ["topics/", "topics/light/"]
