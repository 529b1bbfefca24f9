"""Where records stand: at places that tell them apart, as all that comes after reading does by them."""

from __future__ import annotations

import pytest
from tests.made_up_formats import SAMPLES

from conspectus import sources
from conspectus.cache import Cache
from conspectus.model.paper import Reading, Source

WITHOUT_LINES = [name for name, each in SAMPLES.items() if each.name.endswith((".json", ".xml", ".rdf", ".bib"))]
"""The formats whose files programs write on one line too."""


def read(name: str, data: bytes) -> Reading:
    return sources.parse(Source.of(name, data), Cache(None))


@pytest.mark.parametrize("format", WITHOUT_LINES)
def test_records_on_one_line_have_places_of_their_own(format: str) -> None:
    sample = SAMPLES[format]
    usual, packed = (read(sample.name, data) for data in (sample.of(3), sample.of(3).replace(b"\n", b" ")))
    places = [record.span for record in packed.records]
    assert len(usual.records) == len(set(places)) == len(packed.records)
    assert all(place.line == 1 for place in places)


def test_an_objects_place_is_its_brace() -> None:
    places = [
        record.span for record in read("x.json", b'[{"id":"a","title":"Wicks"},\n {"id":"b","title":"Oils"}]').records
    ]
    assert [(place.line, place.column) for place in places] == [(1, 2), (2, 2)]


def test_an_elements_place_is_its_tag() -> None:
    sample = SAMPLES["EndNote XML"]
    data = sample.of(2).replace(b"\n", b" ")
    assert [data[record.span.column - 1 :][:7] for record in read(sample.name, data).records] == [b"<record"] * 2


def test_records_whose_lines_cannot_be_told_have_places_of_their_own() -> None:
    """The list's name is written with an escape, by which it is not found in the text."""
    sample = SAMPLES["Zotero JSON"]
    data = sample.of(3).replace(b'"items"', b'"\\u0069tems"')
    assert [record.span.column for record in read(sample.name, data).records] == [1, 2, 3]
