"""A paper's page."""

from __future__ import annotations

from dataclasses import replace

import pytest

from conspectus.catalog import Catalog
from conspectus.diagnostics import Span
from conspectus.model.paper import Authority, Record
from conspectus.model.survey import Survey
from conspectus.model.work import Work
from conspectus.pages import all_about, paper
from conspectus.pages.paper import PaperView
from conspectus.text import Text


def views(catalog: Catalog) -> dict[str, PaperView]:
    return {page.url: page.view for page in all_about(paper, catalog) if isinstance(page.view, PaperView)}


@pytest.fixture(scope="module")
def found(catalog: Catalog) -> dict[str, PaperView]:
    return views(catalog)


def test_each_paper_has_a_page_named_by_its_id(found: dict[str, PaperView]) -> None:
    assert list(found) == [f"papers/{id}/" for id in ("bell", "hostile", "tide", "valve", "wick")]


def test_all_authors_are_named(found: dict[str, PaperView]) -> None:
    assert len(found["papers/wick/"].authors) == 7
    assert (found["papers/bell/"].authors, found["papers/bell/"].work.authors.count) == ((), 12)


def test_places_stand_under_their_facets_in_the_taxonomys_order_each_with_its_reason(
    found: dict[str, PaperView],
) -> None:
    places = found["papers/wick/"].places
    assert [place.facet for place in places] == ["Topics", "Fuel"]
    assert [(chip.category, chip.where, chip.words) for chip in places[0].chips] == [
        ("Burners", "title", "Lamps"),
        ("Lenses & <prisms>", "", ""),
    ]
    assert not found["papers/valve/"].places[0].chips[0].words


def test_facts_are_named_as_in_the_tables(found: dict[str, PaperView]) -> None:
    facts = [(fact.label, fact.text) for fact in found["papers/wick/"].facts]
    assert facts == [("Saved", "40%"), ("Manned", "yes"), ("reach nm", "12")]


def test_the_curators_note_is_shown_on_its_paper(found: dict[str, PaperView]) -> None:
    assert found["papers/valve/"].note.source == "The saving is for clear years."
    assert not found["papers/wick/"].note


def test_each_record_of_a_merged_paper_is_told_with_what_was_taken_from_it(make_paper, make_survey) -> None:  # type: ignore[no-untyped-def]
    whole = make_paper("x", "A Lamp", date="2024")
    listed = Record(Work(title=Text("A lamp"), venue="Lights"), Span("content/papers/ranked.txt", 9), Authority.LISTING)
    merged = replace(whole, records=(*whole.records, listed), origins={**whole.origins, "venue": listed.span})
    origins = views(Catalog.of(make_survey([merged])))["papers/x/"].origins
    assert [(origin.kind, origin.fields) for origin in origins] == [
        ("record by the editor", ("title", "date")),
        ("listing", ("venue",)),
    ]


def test_what_is_not_known_is_left_out(lamps: Survey) -> None:
    view = views(Catalog.of(lamps))["papers/tide/"]
    assert (view.authors, view.work.date, view.links, view.places, view.facts, view.tags) == ((), None, (), (), (), ())
