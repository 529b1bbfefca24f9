"""Things that cannot both be so: one address for two pages, a paper wanted and refused, names that are no addresses."""

from __future__ import annotations

from typing import Any

import pytest

from conspectus.cache import Cache
from conspectus.diagnostics import Span
from conspectus.pipeline import compile
from conspectus.project import Project

TOPIC = "content/taxonomy/topic.yaml"


@pytest.mark.parametrize("id", ["papers", "search", "pages", "worklist", "Assets"])
def test_a_facet_cannot_take_the_folder_of_other_pages(made: Any, id: str) -> None:
    (mistake,) = made.found("url-clash", made.survey(facets=[made.facet(id)]))
    assert mistake.span.file == f"content/taxonomy/{id}.yaml"


def test_a_facet_named_topics_clashes_with_the_topics(made: Any) -> None:
    assert len(made.found("url-clash", made.survey(facets=[made.facet("topic"), made.facet("topics")]))) == 1


def test_categories_that_differ_in_case_alone_clash(made: Any) -> None:
    topic = made.facet("topic", made.category("gas", 3), made.category("GAS", 9))
    (mistake,) = made.found("url-clash", made.survey(facets=[topic]))
    assert (mistake.span.line, mistake.help) == (9, f"rename one; the other is in {TOPIC}:3")


def test_the_same_category_in_two_facets_does_not_clash(made: Any) -> None:
    facets = [made.facet("topic", made.category("gas")), made.facet("fuel", made.category("gas"))]
    assert made.found("url-clash", made.survey(facets=facets)) == []


def test_a_paper_cannot_be_called_like_the_list_of_papers(made: Any) -> None:
    assert len(made.found("url-clash", made.survey([made.paper("index.html")]))) == 1


def test_two_pages_of_one_name_clash(made: Any) -> None:
    pages = [made.note("about", "", "pages"), made.note("about", "", "pages/more")]
    assert len(made.found("url-clash", made.survey(pages=pages))) == 1


def test_a_page_whose_name_is_no_address_is_reported(made: Any) -> None:
    (mistake,) = made.found("bad-identifier", made.survey(pages=[made.note("About us", "", "pages")]))
    assert mistake.help == "rename the file, for example to `about-us.md`"


def test_a_paper_both_pinned_and_excepted_is_reported(made: Any) -> None:
    lenses = made.category("lenses", papers=made.refs(TOPIC, 7, "wick"), excepted=made.refs(TOPIC, 8, "bell", "wick"))
    (mistake,) = made.found("pinned-and-excepted", made.survey(facets=[made.facet("topic", lenses)]))
    assert mistake.span == Span(TOPIC, 8, 20, 4)
    assert mistake.help == f"delete it here or in {TOPIC}:7"


def test_a_paper_placed_by_its_record_and_excepted_is_reported(made: Any) -> None:
    lenses = made.category("lenses", excepted=made.refs(TOPIC, 8, "wick"))
    wick = made.paper("wick", place=(("topic", made.refs("content/papers/lamps.yaml", 9, "lenses")),))
    (mistake,) = made.found("pinned-and-excepted", made.survey([wick], [made.facet("topic", lenses)]))
    assert mistake.help == "delete it here or in content/papers/lamps.yaml:9"


def test_a_paper_pinned_or_placed_below_an_exception_is_reported(made: Any) -> None:
    far = made.category("far", 10, papers=made.refs(TOPIC, 11, "bell"))
    lenses = made.category("lenses", excepted=made.refs(TOPIC, 8, "bell", "wick"), children=(far,))
    wick = made.paper("wick", place=(("topic", made.refs("content/papers/lamps.yaml", 9, "far")),))
    found = made.found("pinned-and-excepted", made.survey([wick], [made.facet("topic", lenses)]))
    assert [mistake.message for mistake in found] == [
        "`lenses` excludes `bell`, but the `papers` of the subcategory `far` include it",
        "`lenses` excludes `wick`, but the paper's `place` puts it in the subcategory `far`",
    ]


def test_an_exception_elsewhere_is_no_contradiction(made: Any) -> None:
    topic = made.facet(
        "topic",
        made.category("lenses", papers=made.refs(TOPIC, 7, "wick")),
        made.category("burners", excepted=made.refs(TOPIC, 8, "wick")),
    )
    assert made.found("pinned-and-excepted", made.survey(facets=[topic])) == []


def test_a_note_that_is_not_utf_8_is_reported_where_it_is_not(made: Any) -> None:
    survey = made.survey(notes=[made.note("wick", "One\nbl\ufffd\n")])
    (mistake,) = made.found("unreadable-file", survey)
    assert str(mistake.span) == "content/notes/wick.md:2:3"


def test_what_stands_at_the_sites_root_beside_facets_is_reserved(survey: Project) -> None:
    compiled = compile(survey, Cache(None))
    facets = {facet.folder for facet in compiled.survey.taxonomy.facets}
    first = {output.path.partition("/")[0] for output in compiled.renderer.outputs(compiled.site)}
    assert first >= facets
    assert first - facets == compiled.survey.reserved - {"pagefind"}  # which is put there when a site is published


@pytest.mark.parametrize("id", ["overview", "data", "pagefind", "assets"])
def test_a_facet_that_is_called_like_a_page_is_an_error(survey: Project, id: str) -> None:
    (survey.root / "content" / "taxonomy" / "fuel.yaml").write_text(f"facet: {id}\ntitle: Fuel\ncategories: []\n")
    found = compile(survey, Cache(None)).report.diagnostics
    assert f"the address `{id}` is reserved for the site itself" in [diagnostic.message for diagnostic in found]
