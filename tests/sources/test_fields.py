"""Whatever stands under a key, the reader answers with a value or a mistake. All values here are made up."""

from __future__ import annotations

import dataclasses
import json
import re

import yaml
from hypothesis import given
from hypothesis import strategies as st

from conspectus.diagnostics.excerpt import LINE_END
from conspectus.model.identifiers import http_url, is_safe_id
from conspectus.model.paper import Reading, Source
from conspectus.model.work import RECORD
from conspectus.sources import records_jsonl, records_yaml

WORDS = st.one_of(
    st.text(max_size=20),
    st.sampled_from(
        ["2404.14469", "https://x.org/a", "javascript:x", "10.1000/x", "2024-04", "a b", "and", "{x}", ";,"]
    ),
)
SCALARS = st.one_of(WORDS, st.none(), st.booleans(), st.integers(), st.floats())
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3), max_leaves=6
)
RECORDS = st.dictionaries(st.sampled_from([*RECORD.names, "titel", "url"]), VALUES, max_size=6)


def holds(reading: Reading) -> None:
    """No exception so far, and nothing in the records and the mistakes that a page could not show."""
    control = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
    assert not control.search(said(reading.mistakes))
    for record in reading.records:
        assert record.id is None or is_safe_id(record.id)
        assert all(http_url(link.url) == link.url for link in record.work.urls)
        assert all(is_safe_id(id) for id in record.work.was)
        assert not control.search(said(record.work))


def said(value: object) -> str:
    """Everything in a value, as one text."""
    if dataclasses.is_dataclass(value):
        return said([getattr(value, field.name) for field in dataclasses.fields(value)])
    if isinstance(value, list | tuple):
        return " ".join(map(said, value))
    return str(value)


@given(st.lists(RECORDS, max_size=3) | VALUES)
def test_any_yaml_is_read_or_reported(data: object) -> None:
    for text in (yaml.safe_dump(data), yaml.safe_dump(data, allow_unicode=True, default_flow_style=True)):
        reading = records_yaml.parse(Source("p.yaml", text.encode("utf-8", "surrogatepass"), "d"))
        holds(reading)
        assert all(mistake.span.line <= len(LINE_END.split(text)) for mistake in reading.mistakes)


@given(st.lists(RECORDS | VALUES, max_size=3))
def test_any_json_lines_are_read_or_reported(data: list[object]) -> None:
    text = "\n".join(map(json.dumps, data))
    reading = records_jsonl.parse(Source("p.jsonl", text.encode(), "d"))
    holds(reading)
    assert len(reading.records) == sum(isinstance(item, dict) for item in data)
