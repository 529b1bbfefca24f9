"""Tables of spreadsheets, reference managers and indexes, and lists of conferences; every paper is made up."""

from __future__ import annotations

import json

import pytest

from conspectus import sources
from conspectus.cache import Cache
from conspectus.model.paper import Reading, Source
from conspectus.model.people import Authors, Person
from conspectus.model.settings import TABLE_FIELDS
from conspectus.model.when import Date
from conspectus.model.work import Link
from conspectus.sources import columns, conference_list, table
from conspectus.text import Text

ZOTERO = (
    '"Key","Item Type","Publication Year","Author","Title","Publication Title","DOI","Url","Abstract Note","Date",'
    '"Pages","Issue","Volume","Publisher","Extra","Manual Tags"\n'
    '"ABCD1234","journalArticle","2021","Silva Santos, Ana Maria","Lamps","Journal of Light","10.99999/lamp.1",'
    '"https://press.example/lamp","They\nburn.","2021-09-01","1309-1348","3","45","Salt Press",'
    '"Citation Key: silva2021","oil; salt"\n'
    '"EFGH5678","conferencePaper","2020","Oil, Cy; Salt Study Group","Wicks",,,,,"2020",,,,,,\n'
)
SCOPUS = (
    '"Authors","Author full names","Author(s) ID","Title","Year","Source title","Volume","Issue","Art. No.",'
    '"Page start","Page end","DOI","Link","Abstract","Author Keywords","Document Type"\n'
    '"Wick A.; Oil B.","Wick, Ada (57200000001); Oil, Bo (57200000002)","1; 2","Lamps","2021","Journal of Light","45",'
    '"3","","1309","1348","10.99999/lamp.1","https://index.example/1","They burn.","oil; salt","Conference paper"\n'
)
IEEE = (
    '"Document Title",Authors,"Publication Title",Date Added To Xplore,"Publication Year","Start Page","End Page",'
    '"DOI",PDF Link,"Author Keywords"\n'
    '"Lamps","A. Wick; B. Oil","Proc. of Nothing","1 Jan 2020","2021","1","9","10.99999/lamp.1",'
    '"https://press.example/lamp.pdf","oil;salt"\n'
)
WEB_OF_SCIENCE = (
    "PT\tAU\tAF\tTI\tSO\tPY\tVL\tBP\tEP\tDI\nJ\tWick, A; Oil, B\tWick, Ada; Oil, Bo\tLamps\tJ LIGHT\t2021\t45\t1\t9\t\n"
)


def parse(format: sources.Format, text: str, name: str = "papers.csv") -> Reading:
    source = Source(name, text.encode(), "d")
    assert next(module.NAME for module in sources.FORMATS if module.sniff(source)) == format.NAME
    reading = format.parse(source)
    assert (reading.mistakes, reading.remarks) == ((), ())
    return reading


def test_zoteros_table() -> None:
    first, second = parse(table, ZOTERO).records
    assert (first.id, second.id, first.span.line, second.span.line) == ("silva2021", "EFGH5678", 2, 4)
    work = first.work
    assert work.authors == Authors((Person("Silva Santos", "Ana Maria"),))
    assert (work.title, work.venue, work.doi, work.kind) == (
        Text("Lamps"),
        "Journal of Light",
        "10.99999/lamp.1",
        "article-journal",
    )
    assert (work.date, work.pages, work.issue, work.volume) == (Date(2021, 9, 1), "1309-1348", "3", "45")
    assert (work.publisher, work.keywords, work.abstract) == ("Salt Press", ("oil", "salt"), Text("They burn."))
    assert second.work.authors == Authors((Person("Oil", "Cy"), Person("Salt Study Group")))


@pytest.mark.parametrize("text", [SCOPUS, IEEE, WEB_OF_SCIENCE], ids=["Scopus", "IEEE", "Web of Science"])
def test_tables_of_indexes(text: str) -> None:
    (record,) = parse(table, text).records
    work = record.work
    assert work.authors and [person.family for person in work.authors.people] == ["Wick", "Oil"]
    assert (work.title, work.date and work.date.year) == (Text("Lamps"), 2021)
    assert work.pages in ("1309-1348", "1-9")


@pytest.mark.parametrize(
    "text",
    [
        "title;authors;year\nLamps;Ada Wick, Bo Oil;2021\n",
        "\ufeffTitle\tAuthors\tYear\r\nLamps\tAda Wick and Bo Oil\t2021\r\n",
        'sep=,\nTitle,Author(s),Publication Year\n"Lamps","Wick, Ada; Oil, Bo",2021\n\n,,\n',
        "Paper title,Authors,Pub. year\nLamps,Ada Wick|Bo Oil,2021\n",
    ],
)
def test_columns_are_known_by_their_names(text: str) -> None:
    (record,) = parse(table, text, "list.txt").records
    assert record.work.title == Text("Lamps")
    assert record.work.authors == Authors((Person("Wick", "Ada"), Person("Oil", "Bo")))
    assert record.work.date == Date(2021)


def test_what_a_row_has_too_much_is_told_of() -> None:
    reading = table.parse(Source("a.csv", b"title,year\nLamps, and wicks,2021\n", "d"))
    assert reading.remarks[0] == "line 2: the row has more cells than the heading; is a cell without quotes?"


def test_of_a_column_that_stands_twice_the_first_that_is_filled_is_read() -> None:
    reading = table.parse(Source("a.csv", b"title,Title,year\nLamps,Wicks,2021\n,Oil,2020\n", "d"))
    titles = [record.work.title and record.work.title.as_text() for record in reading.records]
    remark = "the columns `title` and `Title` are the same; the first that is filled is read"
    assert (titles, reading.remarks) == (["Lamps", "Oil"], (remark,))


def test_a_cell_without_an_end_is_a_mistake() -> None:
    reading = table.parse(Source("a.csv", b'title,year\nA,2020\n"' + b"x" * 200_000, "d"))
    assert [record.work.title for record in reading.records] == [Text("A")]
    assert [mistake.check for mistake in reading.mistakes] == ["broken-entry"]


def test_other_text_is_no_table() -> None:
    for text in ("", "title\nLamps\n", "A title, and an author walk into a bar\n", "a,b\n1,2\n"):
        assert not table.sniff(Source("a.txt", text.encode(), "d"))


MINICONF = {
    "title": "Lamps",
    "UID": "main.1",
    "authors": ["Ada Wick", "Bo Oil"],
    "abstract": "They burn.",
    "pdf_url": "https://press.example/lamp.pdf",
    "keywords": ["oil", "salt"],
    "paper_type": "Long",
}
OPENREVIEW = {
    "id": "aB3",
    "forum": "aB3",
    "content": {
        "title": {"value": "Lamps"},
        "authors": {"value": ["Ada Wick", "Bo Oil"]},
        "venue": {"value": "Nothing 2021"},
        "pdf": {"value": "/pdf/aB3.pdf"},
        "keywords": {"value": ["oil", "salt"]},
    },
}
ANTHOLOGY = {
    "title": "Lamps",
    "bibkey": "wick-oil-2021-lamps",
    "author": [{"first": "Ada", "last": "Wick"}, {"full": "Bo Oil"}],
    "booktitle": "Proc. of Nothing",
    "year": "2021",
    "doi": "10.99999/lamp.1",
}


@pytest.mark.parametrize(
    "value",
    [[MINICONF], {"main.1": MINICONF}, {"papers": [MINICONF]}, [OPENREVIEW], {"notes": [OPENREVIEW]}, [ANTHOLOGY]],
)
def test_lists_of_conferences(value: object) -> None:
    (record,) = parse(conference_list, json.dumps(value, indent=1), "papers.json").records
    work = record.work
    assert work.title == Text("Lamps")
    assert work.authors == Authors((Person("Wick", "Ada"), Person("Oil", "Bo")))


def test_openreview_and_the_anthology_say_more() -> None:
    note = conference_list.parse(Source("a.json", json.dumps([OPENREVIEW]).encode(), "d")).records[0].work
    assert note.urls == (
        Link("paper", "https://openreview.net/forum?id=aB3"),
        Link("pdf", "https://openreview.net/pdf/aB3.pdf"),
    )
    paper = conference_list.parse(Source("a.json", json.dumps([ANTHOLOGY]).encode(), "d")).records[0]
    assert (paper.id, paper.work.venue, paper.work.doi) == (
        "wick-oil-2021-lamps",
        "Proc. of Nothing",
        "10.99999/lamp.1",
    )


def test_a_list_of_a_conference_in_yaml() -> None:
    text = """- id: 1
  authors:
  - first_name: Ada
    last_name: W{\\'i}ck
  title: Lamps
  file: 5.pdf
- id: 2
  title: Wicks
"""
    first, second = parse(conference_list, text, "papers.yml").records
    assert first.work.authors == Authors((Person("Wíck", "Ada"),))
    assert (first.span.line, second.span.line, second.id) == (1, 7, None)


def test_a_quote_that_is_not_closed_costs_its_row() -> None:
    reading = table.parse(
        Source("t.csv", b'title,year,authors\nA,2020,Ada Wick\n"B,2021,Bo Oil\nC,2022,"Oil, Bo"\n"D,2023,Cy Fay\n', "d")
    )
    assert [(str(record.work.title), record.span.line) for record in reading.records] == [("A", 2), ("C", 4)]
    assert [(mistake.check, mistake.span.line, mistake.message) for mistake in reading.mistakes] == [
        ("broken-entry", 3, "this row cannot be read: a quote in it is not closed"),
        ("broken-entry", 5, "this row cannot be read: a quote in it is not closed"),
    ]


def test_a_quote_inside_a_cell_and_lines_inside_a_quote_are_read() -> None:
    reading = table.parse(
        Source("t.csv", b'title,year,authors\nThe "old" lamp,2020,"Ada\nWick"\n"A" b,2021,"Fay, Cy"\n', "d")
    )
    assert reading.mistakes == ()
    assert [(str(record.work.title), record.span.line) for record in reading.records] == [
        ('The "old" lamp', 2),
        ("A b", 4),
    ]


@pytest.mark.parametrize("other", ["Ada Wick", "Wick, Ada; Oil, Bo"])
@pytest.mark.parametrize(
    ("authors", "names"),
    [
        ("A. Smith and B. Jones", ["A. Smith", "B. Jones"]),
        ("A. Smith & B. Jones", ["A. Smith", "B. Jones"]),
        ("Smith, A. and Jones, B.", ["A. Smith", "B. Jones"]),
        ("Salt and Oil Group", ["Salt and Oil Group"]),
        ("Smith, A.", ["A. Smith"]),
    ],
)
def test_names_with_a_word_between_them_are_several(authors: str, names: list[str], other: str) -> None:
    text = f'title,year,authors\nA,2020,"{other}"\nB,2021,"{authors}"\n'
    people = table.parse(Source("t.csv", text.encode(), "d")).records[1].work.authors
    assert people and [person.name for person in people.people] == names


def test_columns_are_what_the_curator_says() -> None:
    data = b"Work;Who;When\nLamps;Ada Wick and Bo Oil;2020\n"
    assert not table.sniff(Source("t.csv", data, "d"))
    source = Source("t.csv", data, "d", (("work", "title"), ("Who", "authors"), ("When", "year")))
    assert table.sniff(source)
    (record,) = table.parse(source).records
    assert (str(record.work.title), str(record.work.date)) == ("Lamps", "2020")
    assert record.work.authors == Authors((Person("Wick", "Ada"), Person("Oil", "Bo")))


def test_every_field_that_a_column_may_have_is_read() -> None:
    assert set(TABLE_FIELDS) <= set(columns.NAMES)
    assert all(columns.role_of(field) == field for field in TABLE_FIELDS)


def test_tags_of_ris_that_rayyan_leaves_in_cells_are_none_of_the_value() -> None:
    text = "title,doi,url\nA,10.1000/x     LK  - https://b.example/10.1000%2Fx,https://a.example     U2  - L20\n"
    (record,) = (reading := parse(table, text)).records
    assert (record.work.doi, [link.url for link in record.work.urls]) == ("10.1000/x", ["https://a.example"])
    assert not reading.remarks


def test_objects_in_json_need_no_quotes_around_them() -> None:
    """As CORE exports them."""
    people = '[{"name":"Wick, Ada"},{"name":"Oil, Bo"}]'
    reading = parse(
        table,
        "id,title,authors,publishedDate,language,doi\n"
        f'1,"Lamps",{people},2020-01-02,{{"code":"en","name":"English"}},10.1000/x\n'
        '2,Wicks,[{"name": "Fay, Cy"}],2021,{"code":"de"},10.1000/z\n'
        "3,Salt,,2022,,10.1000/s\n",
    )
    assert not reading.mistakes and not reading.remarks
    assert [[person.name for person in record.work.people] for record in reading.records] == [
        ["Ada Wick", "Bo Oil"],
        ["Cy Fay"],
        [],
    ]
    assert [(record.work.doi, record.work.language, record.span.line) for record in reading.records] == [
        ("10.1000/x", "en", 2),
        ("10.1000/z", "de", 3),
        ("10.1000/s", None, 4),
    ]


def test_a_list_of_papers_of_which_some_are_at_arxiv_is_none_of_arxiv() -> None:
    """As surveys keep them: what arXiv does not say is read, and papers that it does not have."""
    papers = [
        {"title": "Lamps", "year": 2023, "month": 5, "venue": "LAMP 2023", "pdf_url": "https://arxiv.org/pdf/2404.00001",
         "tags": ["oil"], "external_ids": {"arxiv_id": "2404.00001"}},
        {"title": "Wicks", "year": 2022, "venue": "Salt Press", "authors": ["Ada Wick"], "external_ids": {}},
    ]  # fmt: skip
    source = Source("papers.json", json.dumps({"entries": papers}).encode(), "d")
    first, second = (record.work for record in sources.parse(source, Cache(None)).records)
    assert (first.arxiv, first.venue, str(first.date), first.keywords) == (
        "2404.00001",
        "LAMP 2023",
        "2023-05",
        ("oil",),
    )
    assert (str(second.title), second.venue) == ("Wicks", "Salt Press")
