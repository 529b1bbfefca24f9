"""Tables of more indexes and programs, and what they leave in cells; every record is made up."""

from __future__ import annotations

import pytest

from conspectus.model.paper import Record, Source
from conspectus.sources import table


def only(text: str) -> Record:
    (record,) = table.parse(Source("papers.csv", text.encode(), "d")).records
    return record


@pytest.mark.parametrize(
    "text",
    [
        "Article Title,Author,Journal Title,Publication Date,Volume,First Page,DOI,Doctype,PLink\n"
        'Lamps,"Wick, Ada; Oil, Bo",J. Light,4/2024,7,12,10.1000/x,Article,https://a.example/x\n',
        "id,doi,title,publication_year,type,primary_location.source.display_name,biblio.volume,biblio.first_page,"
        "primary_location.landing_page_url,authorships.author.display_name\n"
        "https://openalex.org/W1,https://doi.org/10.1000/x,Lamps,2024,article,J. Light,7,12,https://a.example/x,"
        "Ada Wick|Bo Oil\n",
        "Reference Type\tAuthors, Primary\tTitle Primary\tPeriodical Full\tPub Year\tVolume\tStart Page\tURL\tDOI\n"
        "Journal Article\tWick, Ada;Oil, Bo\tLamps\tJ. Light\t2024\t7\t12\thttps://a.example/x\t10.1000/x\n",
    ],
    ids=["EBSCO", "OpenAlex", "RefWorks"],
)
def test_tables_of_more_indexes(text: str) -> None:
    work = only(text).work
    assert [person.name for person in work.people] == ["Ada Wick", "Bo Oil"]
    assert (str(work.title), work.venue, work.kind, work.volume, work.pages) == (
        "Lamps", "J. Light", "article-journal", "7", "12",
    )  # fmt: skip
    assert (work.doi, work.year, [link.url for link in work.urls]) == ("10.1000/x", 2024, ["https://a.example/x"])


def test_a_word_behind_a_semicolon_and_a_number_of_nothing_are_no_values() -> None:
    """As Abstrackr has them."""
    record = only('title,authors,pubmed id\nLamps,"Wick, A.; and Oil, B.",0\n')
    assert [person.inverted for person in record.work.people] == ["Wick, A.", "Oil, B."]
    assert not record.work.urls


@pytest.mark.parametrize("row", ["Summe;;;12,75", "Total:;;4041;12.75", "gesamt;;;"])
def test_a_last_row_of_sums_is_not_a_paper(row: str) -> None:
    text = f"Titel;Autor;Jahr;Preis\nDochte;Bo Docht;2021;0,25\n{row}\n"
    reading = table.parse(Source("papers.csv", text.encode(), "d"))
    assert [str(record.work.title) for record in reading.records] == ["Dochte"]
    assert [(each.span.line, each.why) for each in reading.dropped] == [(3, "the last row is a sum, not a paper")]


@pytest.mark.parametrize(
    "rows",
    [
        "Summe;Ada Wick;2020;;12,75",
        "Summe;;2020;2310.11511;",
        "Summen;;;;12,75",
        "Total;;;;\nDochte;Bo Docht;2021;;",
    ],
)
def test_a_row_that_may_be_a_paper_is_one(rows: str) -> None:
    reading = table.parse(Source("papers.csv", f"Titel;Autor;Jahr;arXiv;Preis\n{rows}\n".encode(), "d"))
    assert len(reading.records) == len(rows.split("\n")) and not reading.dropped


def test_columns_that_are_not_read_are_named_where_something_stands_in_them() -> None:
    text = "Titel,Autor,Preis,Notiz,Regal\nDochte,Bo Docht,0.25,,\nLampen,Ada Wick,,schön,\n"
    assert table.parse(Source("papers.csv", text.encode(), "d")).unread_columns == ("Preis", "Notiz")


@pytest.mark.parametrize("name", ["arXiv", "arXiv ID", "arXivId", "ArXiv", "arxiv_id"])
def test_arxiv_ids_are_read_however_their_column_spells_it(name: str) -> None:
    (record,) = table.parse(Source("papers.csv", f"Title,{name}\nLamps,2310.11511\n".encode(), "d")).records
    assert record.work.arxiv == "2310.11511"
