"""What we write as JSON Lines is read as ours, whatever it quotes."""

from __future__ import annotations

import json

import pytest

from conspectus import sources
from conspectus.cache import Cache
from conspectus.diagnostics import Span
from conspectus.model.paper import Authority, Record, Source
from conspectus.model.people import Authors, Person
from conspectus.model.when import Date
from conspectus.model.work import Link, Work
from conspectus.sources import own_lines, records_jsonl
from conspectus.text import Text

WORK = Work(
    title=Text("Trimming the Wick"),
    authors=Authors((Person("Lampe", "Ada"),)),
    date=Date(2026, 6, 12),
    abstract=Text('A record says {"paperId": "1", "DOI": "10.99999/x"} of a lamp.'),
)


@pytest.mark.parametrize(
    ("id", "url"),
    [
        ("wick", "https://openalex.org/W7"),
        ("2511.00001", "https://arxiv.org/abs/2511.00001"),
        ("", "https://x.example/"),
    ],
)
def test_other_formats_addresses_and_ids_do_not_make_it_one_of_theirs(id: str, url: str) -> None:
    record = Record(WORK, Span("a"), Authority.CURATOR, id or None)
    line = json.dumps({**records_jsonl.as_json(record), "urls": [{"kind": "paper", "url": url}]})
    reading = sources.parse(Source("content/papers/a.jsonl", line.encode(), "d"), Cache(None))
    assert reading.format == records_jsonl.NAME
    (read,) = reading.records
    assert (read.work.title, read.work.authors, read.work.date, read.work.abstract, read.work.urls) == (
        WORK.title, WORK.authors, WORK.date, WORK.abstract, (Link("paper", url),),
    )  # fmt: skip
    assert read.id == (id or None)


@pytest.mark.parametrize(
    "line",
    [
        '{"id": "2511.00001", "title": "A Lamp", "abstract": "It burns."}',
        '{"id": "https://openalex.org/W7", "title": "A Lamp", "source": "x", "ids": {}}',
        '{"title": "A Lamp", "source": "x"',
        "[1]",
        "",
    ],
)
def test_other_lines_are_left_to_other_formats(line: str) -> None:
    assert not own_lines.sniff(Source("a.jsonl", f"{line}\n".encode(), "d"))
