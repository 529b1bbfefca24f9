"""All records here are made up."""

from __future__ import annotations

import json

from conspectus.diagnostics import Span
from conspectus.model.paper import Authority, Reading, Record, Source
from conspectus.model.work import RECORD, Work
from conspectus.sources import records_jsonl
from conspectus.text import Text


def parse(*lines: str) -> Reading:
    return records_jsonl.parse(Source("p.jsonl", "\n".join(lines).encode("utf-8", "surrogatepass"), "d"))


def test_what_is_unknown_is_null_or_empty() -> None:
    printed = records_jsonl.as_json(Record(Work(), Span("a.txt"), Authority.LISTING))
    empty = {"listed": [], "urls": [], "keywords": [], "facts": {}, "place": {}, "was": []}
    assert printed == dict.fromkeys(RECORD.names) | empty | {"source": "a.txt"}


def test_the_curators_record_keeps_its_id_and_an_exports_key_is_none() -> None:
    for authority, id in [(Authority.CURATOR, "wick"), (Authority.EXPORT, None)]:
        assert records_jsonl.as_json(Record(Work(), Span("a"), authority, "wick"))["id"] == id


def test_an_exports_citation_key_comes_back() -> None:
    for key in ("wick2024", "DBLP:conf/sea/Wick24"):
        record = Record(Work(title=Text("T")), Span("a.bib"), Authority.EXPORT, key)
        (again,) = parse(json.dumps(records_jsonl.as_json(record))).records
        assert (again.id, again.authority) == (key, Authority.EXPORT)
    reading = parse('{"title": "T", "key": "12"}', '{"title": "U", "key": ["a"], "id": "u"}')
    assert [record.id for record in reading.records] == [None, "u"]
    assert [mistake.check for mistake in reading.mistakes] == ["unknown-key"]


def test_an_id_makes_a_record_the_curators() -> None:
    first, second = parse('{"title": "T"}', "", '{"title": "U", "id": "u"}').records
    assert (first.authority, second.authority) == (Authority.EXPORT, Authority.CURATOR)
    assert second.span.line == 3


def test_a_broken_line_costs_itself_alone() -> None:
    reading = parse(
        '{"title": "T"}', '{"title": ', "[1]", '{"title": "U"} x', '{"title": "V", "title": "W"}', "[" * 9999
    )
    assert [record.work.title for record in reading.records] == [Text("T"), Text("V")]
    assert [(m.check, m.span.line) for m in reading.mistakes] == [
        ("broken-entry", 2),
        ("bad-value", 3),
        ("broken-entry", 4),
        ("duplicate-key", 5),
        ("broken-entry", 6),
    ]


def test_bytes_that_are_not_text_are_reported_by_line() -> None:
    reading = records_jsonl.parse(Source("p.jsonl", b'{"title": "T"}\n{"title": "\xff"}\n', "d"))
    assert [(m.check, m.span.line) for m in reading.mistakes] == [("broken-entry", 2)]


def test_half_a_character_does_not_come_through() -> None:
    assert parse('{"title": "a\\ud800b"}').records[0].work.title == Text("a b")
    assert parse('{"title": "T", "score": NaN}').mistakes[0].check == "bad-value"


def test_json_lines_are_known_by_name_or_by_their_first_line() -> None:
    for path, data, is_ours in [
        ("a.jsonl", b"", True),
        ("a.txt", b'\xef\xbb\xbf\n{"title": "T"}\n', True),
        ("a.json", b'{\n"title": "T"}\n', False),
        ("a.txt", b"{T}", False),
        ("a.bib", b"@article{a}", False),
    ]:
        assert records_jsonl.sniff(Source(path, data, "d")) is is_ours
