"""A survey's categories as they are gone through and found."""

from __future__ import annotations

from conspectus.diagnostics import Span
from conspectus.model.taxonomy import Category, CategoryId, Facet, Taxonomy

AT = Span("content/taxonomy/topic.yaml")
OIL = Category("oil", "Oil", AT, was=("grease", "stage/fuel"))
LAMPS = Category("lamps", "Lamps", AT, children=(OIL,))
STAGE = Facet("stage", "Stage", AT, categories=(Category("oil", "Oiling", AT),))
TAXONOMY = Taxonomy((Facet("topic", "Topics", AT, categories=(LAMPS,)), STAGE))


def test_categories_come_parents_first_facet_by_facet_with_what_they_lie_in() -> None:
    assert [(place.id, place.url, place.ancestors) for place in TAXONOMY.walk()] == [
        (("topic", "lamps"), "topics/lamps/", ()),
        (("topic", "oil"), "topics/oil/", (LAMPS,)),
        (("stage", "oil"), "stage/oil/", ()),
    ]


def test_a_category_is_found_by_its_facet_and_its_id() -> None:
    found = TAXONOMY.find(CategoryId("stage", "oil"))
    assert found is not None
    assert found.category.title == "Oiling"
    assert TAXONOMY.find(CategoryId("stage", "lamps")) is None


def test_a_category_knows_what_it_was_here_and_in_other_facets() -> None:
    assert list(TAXONOMY.facets[0].former(OIL)) == [CategoryId("topic", "grease"), CategoryId("stage", "fuel")]
