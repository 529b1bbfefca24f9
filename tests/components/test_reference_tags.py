"""What reference managers read."""

from __future__ import annotations

from urllib.parse import parse_qs

import pytest

from conspectus.catalog import Catalog
from conspectus.components.reference_tags import coins, tags


def test_a_known_paper_has_the_tags_reference_managers_ask_for(catalog: Catalog) -> None:
    found = tags(catalog.papers["wick"])
    said = dict(found)
    assert said["citation_title"] == "Trimming the Wick in O(log n) Nights"
    authors = [tag.content for tag in found if tag.name == "citation_author"]
    assert (len(authors), authors[0], authors[-1]) == (7, "Lampe, Ada", "van der Glas, Gus")
    assert said["citation_publication_date"] == "2023/05/04"
    assert said["citation_journal_title"] == "Journal of Imaginary Lights"
    assert said["citation_arxiv_id"] == "2305.99901"
    assert said["citation_keywords"] == "oil; burner"
    assert said["z:itemType"] == "journalArticle"


def test_without_authors_or_date_there_are_no_tags(catalog: Catalog) -> None:
    assert tags(catalog.papers["bell"]) == () == tags(catalog.papers["tide"])


def test_a_month_is_not_said_for_the_guidelines_know_none(catalog: Catalog) -> None:
    assert dict(tags(catalog.papers["valve"]))["citation_publication_date"] == "2022"


@pytest.mark.parametrize(
    ("said", "type", "venue"),
    [
        ({"arxiv": "2305.99901"}, "preprint", None),
        ({"arxiv": "2305.99901", "venue": "The Lamp"}, None, "citation_journal_title"),
        ({"kind": "paper-conference", "venue": "LAMPS"}, "conferencePaper", "citation_conference_title"),
        ({"kind": "chapter", "venue": "Lamps"}, "bookSection", "citation_inbook_title"),
        ({"kind": "thesis"}, "thesis", None),
        ({"arxiv": "2305.99901", "venue": "arXiv"}, "preprint", None),
        ({"arxiv": "2305.99901", "venue": "CoRR abs/2305.99901"}, "preprint", None),
    ],
)
def test_the_item_type_follows_what_is_known(said, type, venue, make_paper) -> None:  # type: ignore[no-untyped-def]
    found = dict(tags(make_paper("x", authors=["Ada Lampe"], date="2024", **said)))
    assert found.get("z:itemType") == type
    assert [name for name in found if name.endswith("_title")][1:] == ([venue] if venue else [])


@pytest.mark.parametrize(
    ("kind", "tag"),
    [("thesis", "citation_dissertation_institution"), ("report", "citation_technical_report_institution")],
)
def test_a_thesis_or_report_comes_out_of_an_institution(kind: str, tag: str, make_paper) -> None:  # type: ignore[no-untyped-def]
    work = {"authors": ["Ada Lampe"], "date": "2024", "kind": kind}
    assert dict(tags(make_paper("x", publisher="Salt Press", **work)))[tag] == "Salt Press"
    found = dict(tags(make_paper("x", organization="Keepers", **work)))
    assert found[tag] == "Keepers" and "citation_publisher" not in found


def test_pages_are_the_first_and_the_last(make_paper) -> None:  # type: ignore[no-untyped-def]
    work = {"authors": ["Ada Lampe"], "date": "2024", "kind": "article-journal"}
    found = dict(tags(make_paper("x", pages="11–29", **work)))
    assert (found["citation_firstpage"], found["citation_lastpage"]) == ("11", "29")
    one = dict(tags(make_paper("x", pages="7", **work)))
    assert one["citation_firstpage"] == "7" and "citation_lastpage" not in one


def said(catalog: Catalog, id: str) -> dict[str, list[str]]:
    """A paper's COinS, read back; a key or value that is not well encoded is an error."""
    return parse_qs(coins(catalog.entry(catalog.papers[id])), strict_parsing=True)


def test_coins_say_how_a_paper_is_cited(catalog: Catalog) -> None:
    found = said(catalog, "wick")
    assert found.pop("rft.au")[0::6] == ["Lampe, Ada", "van der Glas, Gus"]
    assert found == {
        "ctx_ver": ["Z39.88-2004"],
        "rft_val_fmt": ["info:ofi/fmt:kev:mtx:journal"],
        "rft.genre": ["article"],
        "rft.atitle": ["Trimming the Wick in O(log n) Nights"],
        "rft.jtitle": ["Journal of Imaginary Lights"],
        "rft.date": ["2023-05-04"],
        "rft.volume": ["7"],
        "rft_id": ["https://arxiv.org/abs/2305.99901"],
    }


def test_coins_name_a_doi_and_where_the_paper_is(catalog: Catalog) -> None:
    assert said(catalog, "valve")["rft_id"] == ["info:doi/10.99999/sun.valve", "https://doi.org/10.99999/sun.valve"]


def test_coins_of_a_hostile_paper_read_back_whole(catalog: Catalog) -> None:
    found = said(catalog, "hostile")
    assert found["rft.atitle"] == [catalog.papers["hostile"].title.as_text()]
    assert found["rft.jtitle"] == ['"><b>bold']
    assert not set('<>"&') & set(coins(catalog.entry(catalog.papers["hostile"])).replace("&rft", ""))


@pytest.mark.parametrize(
    ("work", "format", "genre", "title", "where"),
    [
        ({"arxiv": "2305.99901"}, "journal", "preprint", "rft.atitle", None),
        ({"kind": "paper-conference", "venue": "LAMPS"}, "book", "proceeding", "rft.atitle", "rft.btitle"),
        ({"kind": "chapter", "venue": "LAMPS"}, "book", "bookitem", "rft.atitle", "rft.btitle"),
        ({"kind": "book"}, "book", "book", "rft.btitle", None),
        ({"kind": "thesis", "venue": "School of Lamps"}, "dissertation", None, "rft.title", "rft.inst"),
        ({"venue": "The Lamp"}, "journal", "article", "rft.atitle", "rft.jtitle"),
        ({}, "book", "document", "rft.title", None),
    ],
)
def test_coins_follow_what_is_known_of_the_kind(work, format, genre, title, where, make_paper, make_survey) -> None:  # type: ignore[no-untyped-def]
    found = said(Catalog.of(make_survey([make_paper("x", "A Lamp", **work)])), "x")
    assert found["rft_val_fmt"] == [f"info:ofi/fmt:kev:mtx:{format}"]
    assert found.get("rft.genre") == ([genre] if genre else None)
    assert found[title] == ["A Lamp"]
    assert found.get(where) == ([work["venue"]] if where else None)
    assert found.get("rft.type") == (["preprint"] if genre == "preprint" else None)
