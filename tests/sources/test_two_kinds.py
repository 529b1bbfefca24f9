"""Two exports in one file: what is not read of them is told."""

from __future__ import annotations

import pytest
from tests.made_up_formats import SAMPLES

from conspectus import sources
from conspectus.cache import Cache
from conspectus.model.paper import Reading, Source

TOLD = ["BibTeX", "RIS", "MEDLINE", "Web of Science", "EndNote tagged", "RefWorks tagged", "Zotero RDF", "PubMed XML"]
HIDDEN = "in a file of its own"


def read(name: str, data: bytes) -> Reading:
    return sources.parse(Source.of(name, data), Cache(None))


@pytest.mark.parametrize("second", [*TOLD, "CSL-JSON"])
@pytest.mark.parametrize("first", ["BibTeX", "RIS", "EndNote tagged", "Web of Science", "PubMed XML", "CSL-JSON"])
def test_what_is_of_another_kind_is_told(first: str, second: str) -> None:
    one, other = SAMPLES[first], SAMPLES[second]
    found = read(one.name, one.of(2) + b"\n" + other.of(3).replace(b"Lamps", b"Stoves").replace(b"lamp", b"stove"))
    told = [*found.remarks, *(mistake.message for mistake in found.mistakes), *(drop.why for drop in found.dropped)]
    assert len(found.records) >= 5 or told


@pytest.mark.parametrize("kind", [*SAMPLES])
def test_one_kind_is_not_told(kind: str) -> None:
    sample = SAMPLES[kind]
    assert not [remark for remark in read(sample.name, sample.of(3)).remarks if HIDDEN in remark]


def test_the_line_and_the_count_are_told() -> None:
    found = read(
        "x.bib", b'[{"id": "w"}]\n@misc{a, title={Wicks}}\nTY  - JOUR\nTI  - Oils\nER  - \n\nTY  - JOUR\nER  - \n'
    )
    assert [record.id for record in found.records] == ["a"]
    assert found.remarks == (
        "line 3: 2 records in RIS begin here and are not read; save RIS in a file of its own",
        "line 1: JSON begins here and is not read; save JSON in a file of its own",
    )


def test_lists_in_json_behind_one_another_are_read() -> None:
    data = b'[{"id": "a", "type": "book", "title": "Wicks"}]\n[\n {"id": "b", "type": "book", "title": "Oils"}]\n'
    found = read("x.json", data)
    assert [(record.id, record.span.line, record.span.column) for record in found.records] == [("a", 1, 2), ("b", 3, 2)]
    assert not found.mistakes


def test_what_is_no_list_behind_one_is_told() -> None:
    found = read("x.json", b'[{"id": "a", "type": "book", "title": "Wicks"}]\nand my notes\n')
    assert [record.id for record in found.records] == ["a"]
    assert [(each.check, each.span.line, each.span.column) for each in found.mistakes] == [("broken-entry", 1, 47)]


def test_an_example_in_a_list_of_papers_is_not_told() -> None:
    text = (
        '# Lamps\n\n- [Lamps in Halls](https://arxiv.org/abs/2401.00001)\n\n## Format\n\n```json\n{"title": "x"}\n```\n'
    )
    assert not read("README.md", text.encode()).remarks
