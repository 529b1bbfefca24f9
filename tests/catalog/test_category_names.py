"""Categories of one title are told apart."""

from __future__ import annotations

from conspectus.catalog.category_names import Called, called
from conspectus.diagnostics import Span
from conspectus.model.taxonomy import Category, CategoryId, Facet, Taxonomy

SPAN = Span("x.yaml", 1)


def category(id: str, title: str, *children: Category) -> Category:
    return Category(id, title, SPAN, children=children)


def test_a_title_that_another_has_is_told_with_what_it_lies_in() -> None:
    topics = (
        category("lamps", "Lamps", category("other-lamps", "Other")),
        category("bells", "Bells", category("other-bells", "other")),
    )
    methods = (category("lamps", "LAMPS"), category("trials", "Trials"))
    taxonomy = Taxonomy((Facet("topic", "Topics", SPAN, "", topics), Facet("method", "Methods", SPAN, "", methods)))
    assert called(taxonomy) == {
        CategoryId("topic", "lamps"): Called("Lamps", "Lamps (Topics)"),
        CategoryId("topic", "other-lamps"): Called("Other (Lamps)", "Other (Lamps)"),
        CategoryId("topic", "bells"): Called("Bells", "Bells"),
        CategoryId("topic", "other-bells"): Called("other (Bells)", "other (Bells)"),
        CategoryId("method", "lamps"): Called("LAMPS", "LAMPS (Methods)"),
        CategoryId("method", "trials"): Called("Trials", "Trials"),
    }
