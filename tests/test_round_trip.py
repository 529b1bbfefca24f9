"""What comes out goes in again: a paper is the same after a way through records, site data and JSON Lines."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import yaml
from hypothesis import given

from conspectus import library
from conspectus.catalog import Catalog
from conspectus.catalog.paper_links import links
from conspectus.diagnostics import Span
from conspectus.exports import EXPORTS, Entry, write
from conspectus.model.paper import Authority, Library, Paper, Reading, Record, Source
from conspectus.model.people import Person
from conspectus.model.plain import plain
from conspectus.model.settings import Settings
from conspectus.model.survey import Survey
from conspectus.model.taxonomy import Taxonomy
from conspectus.model.work import FIELDS, RECORD, Work
from conspectus.pages import data
from conspectus.sources import records_jsonl, records_yaml
from conspectus.sources import site_data as papers_json
from conspectus.text import Text
from made_up_places import placing
from made_up_works import inferred, works

LEFT_OUT: dict[str, dict[str, str]] = {
    "JSON Lines": {},
    "data/papers.json": {"abstract": "abstracts are not ours to give away"},
}
"""What a format says nothing of, and why."""

OTHERWISE = {
    "title": "its TeX is made to compile, with look-alikes for rare signs",
    "urls": "those that the identifiers lead to are there too",
    "code": "what nobody says is no",
    "place": "it has lost the lines it stands in",
}
"""What `data/papers.json` says so that it means the same to a reader, though the value is another."""


def from_yaml(id: str, work: Work) -> Reading:
    """A work as the curator would write it."""
    text = yaml.safe_dump([{"id": id, **plain(work)}], allow_unicode=True, sort_keys=False)
    return read(records_yaml, "content/papers/a.yaml", text)


def read(format: Any, path: str, text: str) -> Reading:
    reading: Reading = format.parse(Source(path, text.encode(), "d"))
    assert reading.mistakes == ()
    return reading


def only_paper(reading: Reading) -> Paper:
    (paper,) = library.merge([reading]).library.papers
    return paper


def site_data(paper: Paper) -> dict[str, Any]:
    """What `data/papers.json` says of a paper, as a program reads it."""
    found = Library((paper,))
    survey = Survey(Settings(), (), found, Taxonomy(()), placing({}, (), found.by_id))
    item: dict[str, Any] = json.loads(json.dumps(data.as_json(Catalog.of(survey), paper)))
    return item


def as_line(item: dict[str, Any]) -> str:
    """A paper of the site's data as a line of JSON."""
    record = {key: value for key, value in item.items() if key in RECORD.names}
    record |= {"title": item["title_tex"], "authors": [Person(**person).written for person in item["people"]]}
    return json.dumps(record)


def is_shown(work: Work) -> bool:
    """Whether a work has a title, and one whose signs TeX has."""
    if work.title is None:
        return False
    again = Text(work.title.as_tex())
    return (again.as_text(), again.as_tex()) == (work.title.as_text(), work.title.as_tex())


def exported(paper: Paper) -> list[str]:
    return [write(format, [Entry(paper.id, paper.work, links(paper.work))]) for format in EXPORTS]


def referred(work: Work) -> list[tuple[str, list[str]]]:
    return [(facet, [reference.id for reference in categories]) for facet, categories in work.place]


@given(works())
def test_json_lines_say_all_of_a_record(work: Work) -> None:
    for said in (work, inferred(work)):
        record = Record(said, Span("refs.bib", 7), Authority.EXPORT)
        printed = records_jsonl.as_json(record)
        assert printed.keys() == set(RECORD.names)
        (again,) = read(records_jsonl, "p.jsonl", json.dumps(printed, ensure_ascii=False)).records
        assert (again.authority, again.id, again.span) == (Authority.EXPORT, None, Span("p.jsonl", 1))
        for field in FIELDS:
            if field.name != "place":
                assert getattr(again.work, field.name) == getattr(said, field.name), field.name
        assert referred(again.work) == referred(said)


@given(works(whole=True).filter(is_shown))
def test_a_paper_is_the_same_after_a_way_through_the_site(work: Work) -> None:
    paper = only_paper(from_yaml("a-lamp", work))
    item = site_data(paper)
    again = only_paper(read(records_jsonl, "p.jsonl", as_line(item)))
    assert again.id == paper.id
    assert site_data(again) == item
    assert exported(again) == exported(paper)
    assert referred(again.work) == referred(work)
    for field in FIELDS:
        value = getattr(again.work, field.name)
        if field.name in LEFT_OUT["data/papers.json"]:
            assert field.name not in item and value is None
        elif field.name not in OTHERWISE:
            assert value == getattr(paper.work, field.name), field.name


@given(works(whole=True).filter(is_shown))
def test_the_data_of_a_whole_site_are_read_again(work: Work) -> None:
    item = site_data(only_paper(from_yaml("a-lamp", work)))
    text = json.dumps({"title": "Lamps", "papers": [item, {**item, "id": "b", "was": []}]}, indent=1)
    assert papers_json.sniff(Source("papers.json", text.encode(), "d"))
    reading = read(papers_json, "papers.json", text)
    first, second = reading.records
    assert (first.id, second.id, first.span.line < second.span.line) == ("a-lamp", "b", True)
    again = library.merge([replace(reading, records=(first,))]).library.papers[0]
    assert site_data(again) == item


@given(works().filter(is_shown))
def test_what_is_unknown_stays_so(work: Work) -> None:
    item = site_data(only_paper(from_yaml("a-lamp", work)))
    assert site_data(only_paper(read(records_jsonl, "p.jsonl", as_line(item)))) == item


def test_what_is_left_out_is_what_the_table_keeps_back() -> None:
    kept_back = {field.name for field in FIELDS if not field.exported}
    assert LEFT_OUT["data/papers.json"].keys() == kept_back
    assert set(OTHERWISE) <= {field.name for field in FIELDS} - kept_back
