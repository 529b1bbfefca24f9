"""What we export we read again, with nothing lost that the format can carry."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conspectus import sources
from conspectus.cache import Cache
from conspectus.catalog.paper_links import links
from conspectus.exports import Entry, Format, bibtex, csl_json, csv, markdown, ris, write
from conspectus.exports.kinds import kind_of
from conspectus.model.paper import Reading, Record, Source
from conspectus.model.people import Authors, Person
from conspectus.model.when import Date
from conspectus.model.work import Link, Work
from conspectus.text import Text

WORDS = st.sampled_from("wick, lamp; oil & salt, C++ at 5%, A_b #1, über 𝛼 灯, $5 or more, a ~ b, “quoted”".split(", "))
LINE = st.lists(WORDS, min_size=1, max_size=3).map(" ".join)
PEOPLE = st.lists(
    st.sampled_from(
        [
            Person("Wang", "Xinlong"),
            Person("van Beek", "Ada"),
            Person("Qwen Team"),
            Person("King", "Martin Luther", "Jr."),
            Person("Silva Santos", "Ana Maria"),
            Person("Ramón y Cajal", "Santiago"),
            Person("Salt and Sons"),
            Person("李", "华"),
            Person("Plato"),
        ]
    ),
    min_size=1,
    max_size=4,
)
KINDS = st.sampled_from(["article-journal", "paper-conference", "book", "chapter", "thesis", "report", "dataset"])
WORKS = st.builds(
    Work,
    title=LINE.map(lambda line: Text(line.replace("\\", "").replace("{", "").replace("}", "").replace("$", ""))),
    authors=PEOPLE.map(lambda people: Authors(tuple(people))) | st.none(),
    date=st.sampled_from([Date(2024), Date(2024, 4), Date(2024, 4, 22), None]),
    arxiv=st.sampled_from(["2404.14469", "hep-th/9901001", None]),
    doi=st.sampled_from(["10.1145/abc", "10.99999/a_(b)", "10.1002/(sici)1<1::aid>3.0.co;2-o", None]),
    venue=LINE | st.none(),
    kind=KINDS,
    volume=st.sampled_from(["7", "12A", None]),
    issue=st.sampled_from(["3", "1-2", None]),
    pages=st.sampled_from(["1-10", "e17", "12-1-12-9", None]),
    publisher=LINE | st.none(),
    keywords=st.lists(
        st.sampled_from(["oil", "KV cache", "C#", "über", "Aged, 80 and over"]), unique=True, max_size=3
    ).map(tuple),
    urls=st.sampled_from([(), (Link("paper", "https://press.example/lamp?a=1&b=(2)"),)]),
)

LEFT_OUT: dict[str, dict[str, str]] = {
    "BibTeX": {"urls": "an identifier says where a paper is", "issue": "BibTeX's number is an issue in journals alone"},
    "RIS": {},
    "CSL-JSON": {},
    "CSV": {},
}
"""What a format says in another way, and why."""


def read(text: str, suffix: str) -> Reading:
    data = text.encode()
    reading = sources.parse(Source(f"papers.{suffix}", data, hashlib.sha256(data).hexdigest()), Cache(None))
    assert (reading.mistakes, reading.remarks) == ((), ())
    return reading


def again(format: Format, work: Work) -> Record:
    (record,) = read(write(format, [Entry("wick2024", work, links(work))]), format.SUFFIX).records
    return record


@pytest.mark.parametrize("format", [bibtex, ris, csl_json, csv], ids=lambda module: module.NAME)
@settings(max_examples=60)
@given(WORKS)
def test_a_paper_is_the_same_after_a_way_through_an_export(format: Format, work: Work) -> None:
    record = again(format, work)
    found = record.work
    assert record.id == "wick2024"
    assert found.title and work.title and found.title.as_text() == work.title.as_text()
    for name in ("authors", "date", "arxiv", "doi", "venue", "volume", "issue", "pages", "publisher", "keywords"):
        if name not in LEFT_OUT[format.NAME]:
            assert getattr(found, name) == getattr(work, name), name
    preprint = work.arxiv and not work.venue and not work.publisher
    assert found.kind == kind_of(work) or (preprint and found.kind == "article")
    if "urls" not in LEFT_OUT[format.NAME]:
        url = Entry("wick2024", work, links(work)).url
        assert not url or url in {link.url for link in found.urls}


@settings(max_examples=60)
@given(st.lists(WORKS, min_size=2, max_size=4))
def test_many_papers_are_read_in_their_order(works: list[Work]) -> None:
    for format in (bibtex, ris, csl_json, csv):
        entries = [Entry(f"wick{number}", work, links(work)) for number, work in enumerate(works)]
        records = read(write(format, entries), format.SUFFIX).records
        assert [record.id for record in records] == [entry.key for entry in entries]


def test_authors_that_are_not_all_named_are_more() -> None:
    work = Work(title=Text("Lamps"), authors=Authors((Person("Wick", "Ada"),), others=True))
    assert again(bibtex, work).work.authors == work.authors


def said_in_markdown(work: Work) -> tuple[str, list[str], int | None, str | None]:
    people = [person.name for person in work.authors.people] if work.authors else []
    title = work.title.as_text() if work.title else ""
    return title, people[:1] if len(people) > 3 else people, work.date.year if work.date else None, work.venue


@settings(max_examples=60)
@given(st.lists(WORKS, min_size=1, max_size=4).filter(lambda works: any(work.date for work in works)))
def test_markdown_is_read_again_as_far_as_it_says(works: list[Work]) -> None:
    text = write(markdown, [Entry(f"wick{number}", work, links(work)) for number, work in enumerate(works)])
    records = read(text if len(works) > 1 else f"- {text}", "md").records
    assert len(records) == len(works)
    for record, work in zip(records, works, strict=True):
        title, people, year, venue = said_in_markdown(work)
        found = record.work
        assert (found.title and found.title.as_text(), found.date and found.date.year) == (title, year)
        named = [person.name for person in found.authors.people] if found.authors else []
        assert [name.removesuffix(".") for name in named] == [name.removesuffix(".") for name in people]
        assert found.venue == venue
        assert not work.arxiv or found.arxiv == work.arxiv
