"""All records here are made up."""

from __future__ import annotations

import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from conspectus.diagnostics import Span
from conspectus.model.paper import Authority, Link, Reading, Record, Source, Work
from conspectus.model.people import Authors, Person
from conspectus.model.when import Date
from conspectus.sources import records_jsonl
from conspectus.text import Text

KEYS = (
    "title authors author_count date date_inferred organization subject score comments code abstract arxiv doi urls "
    "source"
).split()


def parse(*lines: str) -> Reading:
    return records_jsonl.parse(Source("p.jsonl", "\n".join(lines).encode("utf-8", "surrogatepass"), "d"))


NAMES = st.sampled_from(
    [
        Person("Wang", "Xinlong"),
        Person("van Beek", "Ada"),
        Person("Qwen Team"),
        Person("S", "Anandu A"),
        Person("Plato"),
    ]
)
LINE = st.text(st.characters(blacklist_categories=("Cc", "Cs")), min_size=1).map(lambda t: " ".join(t.split()))
MAYBE = LINE.map(lambda text: text or None)
TEXTS = MAYBE.map(lambda text: Text(text) if text else None).filter(
    lambda t: not t or not set(t.source) & set("\ufffe\uffff")
)
AUTHORS = st.one_of(
    st.none(),
    st.builds(Authors, st.lists(NAMES, min_size=1).map(tuple), st.booleans()),
    st.builds(lambda n: Authors(count=n), st.integers(1, 99)),
)
WORKS = st.builds(
    Work,
    title=TEXTS,
    authors=AUTHORS,
    date=st.sampled_from([None, Date(2024), Date(2024, 4), Date(2024, 4, 22, "file name")]),
    organization=st.sampled_from([None, "tsinghua", "null", "2024"]),
    subject=st.sampled_from([None, "CV"]),
    score=st.one_of(st.none(), st.floats(allow_nan=False, allow_infinity=False)),
    comments=st.one_of(st.none(), st.integers(0, 99)),
    code=st.sampled_from([None, True, False]),
    abstract=TEXTS,
    arxiv=st.sampled_from([None, "2404.14469", "hep-th/9901001"]),
    doi=st.sampled_from([None, "10.1145/abc"]),
    urls=st.sampled_from([(), (Link("code", "https://github.com/a/b"), Link("other", "http://x.org/"))]),
)


@given(WORKS)
def test_what_import_prints_is_read_back(work: Work) -> None:
    record = Record(work, Span("refs.bib", 7), Authority.EXPORT)
    printed = records_jsonl.as_json(record)
    assert list(printed) == KEYS
    reading = parse(json.dumps(printed, ensure_ascii=False))
    assert reading.mistakes == ()
    assert reading.records == (replace(record, span=Span("p.jsonl", 1)),)


def test_what_is_unknown_is_null() -> None:
    printed = records_jsonl.as_json(Record(Work(), Span("a.txt"), Authority.LISTING))
    assert printed == dict.fromkeys(KEYS) | {"urls": [], "source": "a.txt"}


def test_an_id_makes_a_record_the_curators() -> None:
    first, second = parse('{"title": "T"}', "", '{"title": "U", "id": "u"}').records
    assert (first.authority, second.authority) == (Authority.EXPORT, Authority.CURATOR)
    assert second.span.line == 3


def test_a_broken_line_costs_itself_alone() -> None:
    reading = parse(
        '{"title": "T"}', '{"title": ', "[1]", '{"title": "U"} x', '{"title": "V", "title": "W"}', "[" * 9999
    )
    assert [record.work.title for record in reading.records] == [Text("T"), Text("V")]
    assert [(m.rule, m.span.line) for m in reading.mistakes] == [
        ("broken-entry", 2),
        ("bad-value", 3),
        ("broken-entry", 4),
        ("duplicate-key", 5),
        ("broken-entry", 6),
    ]


def test_bytes_that_are_not_text_are_reported_by_line() -> None:
    reading = records_jsonl.parse(Source("p.jsonl", b'{"title": "T"}\n{"title": "\xff"}\n', "d"))
    assert [(m.rule, m.span.line) for m in reading.mistakes] == [("broken-entry", 2)]


def test_half_a_character_does_not_come_through() -> None:
    assert parse('{"title": "a\\ud800b"}').records[0].work.title == Text("a b")
    assert parse('{"title": "T", "score": NaN}').mistakes[0].rule == "bad-value"


def test_json_lines_are_known_by_name_or_by_their_first_line() -> None:
    for path, data, is_ours in [
        ("a.jsonl", b"", True),
        ("a.txt", b'\xef\xbb\xbf\n{"title": "T"}\n', True),
        ("a.json", b'{\n"title": "T"}\n', False),
        ("a.txt", b"{T}", False),
        ("a.bib", b"@article{a}", False),
    ]:
        assert records_jsonl.sniff(Source(path, data, "d")) is is_ours
