"""Links: from identifiers first, each once, and none that leads anywhere but to the web."""

from __future__ import annotations

from conspectus.catalog import Catalog
from conspectus.catalog.paper_links import links
from conspectus.model.work import Link


def test_links_are_made_from_identifiers_and_come_in_a_fixed_order(catalog: Catalog) -> None:
    assert catalog.entry(catalog.papers["wick"]).links == (
        Link("paper", "https://arxiv.org/abs/2305.99901"),
        Link("pdf", "https://arxiv.org/pdf/2305.99901"),
        Link("code", "https://code.example/wick"),
    )
    assert catalog.entry(catalog.papers["valve"]).links == (Link("paper", "https://doi.org/10.99999/sun.valve"),)


def test_the_paper_itself_in_another_spelling_is_no_further_link(make_paper) -> None:  # type: ignore[no-untyped-def]
    paper = make_paper(
        "twice",
        arxiv="2305.99901",
        doi="10.99999/x(y)",
        urls=(
            Link("paper", "http://arxiv.org/abs/2305.99901v2"),
            Link("pdf", "https://arxiv.org/pdf/2305.99901.pdf"),
            Link("other", "https://dx.doi.org/10.99999/X(Y)"),
            Link("paper", "https://openreview.example/forum?id=x"),
        ),
    )
    assert [link.url for link in links(paper.work)] == [
        "https://arxiv.org/abs/2305.99901",
        "https://doi.org/10.99999/x(y)",
        "https://openreview.example/forum?id=x",
        "https://arxiv.org/pdf/2305.99901",
    ]


def test_nothing_but_the_web_is_linked_to(catalog: Catalog) -> None:
    assert all(link.url.startswith("https://") for link in catalog.entry(catalog.papers["hostile"]).links)


def test_a_doi_is_written_so_that_its_address_is_whole(make_paper) -> None:  # type: ignore[no-untyped-def]
    paper = make_paper("odd", doi="10.1002/(sici)1097<1::aid#2>3.0.co;2-x")
    assert [link.url for link in links(paper.work)] == ["https://doi.org/10.1002/(sici)1097%3C1::aid%232%3E3.0.co;2-x"]


def test_a_publishers_page_that_the_doi_leads_to_is_no_further_link(make_paper) -> None:  # type: ignore[no-untyped-def]
    stay = (
        Link("pdf", "https://dl.press.example/doi/pdf/10.99999/sun.a1"),
        Link("other", "https://www.press.example/doi/suppl/10.99999/sun.a1"),
        Link("other", "https://www.press.example/doi/10.99999/sun.a12"),
    )
    pages = (
        Link("paper", "https://dl.press.example/doi/10.99999/SUN.a1"),
        Link("other", "https://www.press.example/doi/full/10.99999/sun.a1"),
        Link("other", "https://link.press.example/article/10.99999%2Fsun.a1/"),
    )
    paper = make_paper("landed", doi="10.99999/sun.a1", urls=(*stay, *pages))
    doi = Link("paper", "https://doi.org/10.99999/sun.a1")
    assert set(links(paper.work)) == {doi, *stay}
