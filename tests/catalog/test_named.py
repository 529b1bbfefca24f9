"""Where the indexes list a name that a paper's page shows."""

from __future__ import annotations

from html import unescape
from pathlib import Path

import pytest

from conspectus.catalog import Catalog
from conspectus.model.survey import Survey
from conspectus.pages import plan
from conspectus.project import Project
from conspectus.render import Renderer


def test_an_author_leads_to_their_entry_and_tells_how_many_papers_it_has(make_paper, make_survey) -> None:  # type: ignore[no-untyped-def]
    first, second = make_paper("a", authors=["Ada Lampe", "Bo Sternlicht"]), make_paper("b", authors=["Ada Lampe"])
    found = Catalog.of(make_survey([first, second])).authors.named(first)
    assert found == (
        ("Ada Lampe", "authors/#by-ada-lampe", 2),
        ("Bo Sternlicht", "authors/#by-bo-sternlicht", 1),
    )


def test_names_that_look_alike_in_an_address_have_entries_of_their_own(make_paper, make_survey) -> None:  # type: ignore[no-untyped-def]
    paper = make_paper("a", authors=["José Lampe", "Jose Lampe", "李雷", "韩梅梅"])
    urls = [author.url for author in Catalog.of(make_survey([paper])).authors.named(paper)]
    assert len(set(urls)) == 4


def test_an_organisation_leads_to_its_entry(make_paper, make_survey) -> None:  # type: ignore[no-untyped-def]
    paper = make_paper("a", organization="Lamps & Sons")
    catalog = Catalog.of(make_survey([paper]))
    assert catalog.organizations.named(paper) == (("Lamps & Sons", "organisations/#by-lamps-sons", 1),)
    assert catalog.organizations.named(make_paper("b")) == ()


@pytest.fixture(scope="module")
def crowd(make_paper, make_survey) -> Survey:  # type: ignore[no-untyped-def]
    """So many authors that each letter has a page, and one of them two."""
    papers = [make_paper(f"p{n}", authors=[f"Keeper A{n:05}-{k}" for k in range(50)]) for n in range(30)]
    return make_survey([*papers, make_paper("z", authors=["Zoe Zander"])])  # type: ignore[no-any-return]


@pytest.mark.parametrize(("id", "url"), [("p0", "authors/a/"), ("p29", "authors/a/2/"), ("z", "authors/z/")])
def test_in_a_long_index_they_lead_to_the_page_that_has_the_name(id: str, url: str, crowd: Survey) -> None:
    catalog, site = Catalog.of(crowd), plan(Catalog.of(crowd))
    renderer = Renderer(Project(Path(__file__)).templates, site.shell)
    for author in catalog.authors.named(catalog.papers[id]):
        page, _, place = author.url.partition("#")
        found = site.page(page)
        assert page == url and found
        assert f'<li id="{place}">' in unescape(renderer.page(found).data.decode())
