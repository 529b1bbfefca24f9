"""What cannot be read costs itself alone; the samples are made up."""

from __future__ import annotations

from conspectus import sources
from conspectus.cache import Cache
from conspectus.model.paper import Source


def test_an_entry_without_a_title_costs_itself() -> None:
    page = (
        "[1] arXiv:2404.00001 [pdf, html, other]\nTitle: Lamps\nAuthors: Ada Wick\nSubjects: Computation (cs.CL)\n"
        "[2] arXiv:2404.00002 [pdf, html, other]\nAuthors: Bo Oil\n"
    )
    reading = sources.parse(Source("page.txt", page.encode(), "d"), Cache(None))
    assert [record.work.arxiv for record in reading.records] == ["2404.00001"]
    assert [(mistake.check, mistake.span.line) for mistake in reading.mistakes] == [("broken-entry", 5)]


def test_a_line_that_is_no_identifier_costs_itself() -> None:
    text = "lamps I mean to read\n2404.00001\n10.1145/1.2\nhttps://lamp.example/\n"
    reading = sources.parse(Source("ids.txt", text.encode(), "d"), Cache(None))
    assert [str(record.work.title) for record in reading.records] == [
        "arXiv:2404.00001",
        "doi:10.1145/1.2",
        "https://lamp.example/",
    ]
    assert [(mistake.check, mistake.span.line) for mistake in reading.mistakes] == [("broken-entry", 1)]
