"""Files of millions of records that say little: refused at once, in a sentence, by every reader."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from conspectus import located, sources
from conspectus.cache import Cache
from conspectus.located import reading
from conspectus.model.paper import Reading, Source
from conspectus.sources import bibtex_grammar, limits, xml_tree

FEW = 20


def read(name: str, data: bytes) -> Reading:
    return sources.parse(Source(f"content/papers/{name}", data, "d"), Cache(None))


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_RECORDS", FEW)
    monkeypatch.setattr(limits, "MOST_MISTAKES", FEW)


TINY: dict[str, tuple[str, Callable[[int], str]]] = {
    "BibTeX": ("x.bib", lambda n: "@a{b,title={x}}\n" * n),
    "broken BibTeX": ("x.bib", lambda n: "@a{b,\n" * n),
    "RIS": ("x.ris", lambda n: "TY  - JOUR\nTI  - x\nAU  - W, A\nER  - \n" * n),
    "MEDLINE": ("x.nbib", lambda n: "PMID- 1\nTI  - x\nFAU - W, A\n\n" * n),
    "EndNote": ("x.enw", lambda n: "%0 Book\n%T x\n\n" * n),
    "EndNote XML": ("x.xml", lambda n: f"<xml><records>{'<record><titles/></record>' * n}</records></xml>"),
    "CSL": ("x.json", lambda n: "[" + ",".join(['{"type": "book", "title": "x", "issued": {}}'] * n) + "]"),
    "a table": ("x.csv", lambda n: "title,year\n" + "x,2021\n" * n),
    "YAML": ("x.yaml", lambda n: "- title: x\n" * n),
    "JSON Lines": ("x.jsonl", lambda n: '{"title": "x"}\n' * n),
}


@pytest.mark.parametrize("kind", TINY)
@pytest.mark.usefixtures("few")
def test_a_file_has_so_many_records_at_most(kind: str) -> None:
    name, made = TINY[kind]
    assert len(read(name, made(FEW).encode()).records) == (0 if "broken" in kind else FEW)
    refused = read(name, made(FEW + 1).encode())
    assert not refused.records
    assert [mistake.message for mistake in refused.mistakes] == [f"the file has more than {FEW} records"]
    assert refused.mistakes[0].help == "split it"


def test_a_file_has_so_many_lines_at_most(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_LINES", 4)
    monkeypatch.setattr(limits, "MOST_LINES_OF_A_LIST", 2)
    assert not read("x.yaml", b"- title: x\n" * 4).mistakes
    assert read("x.yaml", b"- title: x\n" * 5).mistakes[0].message == "the file has more than 4 lines"
    found = read("x.md", b"# Lamps\n\n- [Oil](https://arxiv.org/abs/2404.14469)\n")
    assert found.mistakes[0].message == "the file has more than 2 lines"


@pytest.mark.usefixtures("few")
def test_the_first_mistakes_of_a_file_are_told_and_the_others_counted() -> None:
    found = read("x.jsonl", b'{"title": "x"}\n' + b'{"title": "x", "year": "x"}\n' * (FEW - 1) + b"\n")
    assert len(found.mistakes) == FEW - 1
    many = read("x.yaml", b"- title: x\n  colour: x\n  shape: x\n  size: x\n" * 10)
    assert len(many.mistakes) == FEW + 1
    assert many.mistakes[-1].message == "there are 10 more mistakes in this file, here and below"
    assert many.mistakes[-1].span.line == 28


@pytest.mark.usefixtures("few")
def test_an_edit_of_a_file_with_many_mistakes_comes_to_what_reading_it_does() -> None:
    wrong = "- title: x\n  colour: x\n" * (FEW - 2)
    before = Source("content/papers/x.yaml", f"- title: a\n  shape: x\n  size: x\n  id: x y\n{wrong}".encode(), "1")
    after = Source("content/papers/x.yaml", f"- title: b\n{wrong}".encode(), "2")
    first = sources.read([before], Cache(None))
    assert len(first[before].mistakes) == FEW + 1
    again = sources.read([after], Cache(None), first)
    assert again[after] == sources.read([after], Cache(None))[after]


def test_yaml_has_so_many_values_at_most(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_VALUES", 4)
    assert located.read(b"[1, 2, 3]", "x")[0] is not None
    root, mistakes = located.read(b"[1, 2,\n 3, 4]", "x")
    assert root is None
    assert [(mistake.message, mistake.span.line) for mistake in mistakes] == [("the file has more than 4 values", 2)]


def test_xml_has_so_many_elements_at_most(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xml_tree, "MOST_ELEMENTS", 3)
    assert len(xml_tree.read("<a><b/><b/></a>").children) == 2
    with pytest.raises(xml_tree.XmlError, match="more than 3 elements"):
        xml_tree.read("<a><b/><b/><b/></a>")


def test_an_entry_of_bibtex_has_so_many_fields_at_most(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bibtex_grammar, "MOST_PIECES", 3)
    found = read("x.bib", b"@misc{a, title={x}, year=2021, note={y}, url={z}}\n@misc{b, title={y}}\n")
    assert [record.id for record in found.records] == ["b"]
    assert found.mistakes[0].message == "the entry `a` cannot be read: it has more than 3 fields"


def test_entries_that_are_commented_out_are_found_one_by_one() -> None:
    found = read("x.bib", b"%@misc{a,\n%  title={x}}\n% @misc{b, title={y}}\n@misc{c, title={z}}\n")
    assert [record.id for record in found.records] == ["c"]
    assert [(one.title, one.span.line) for one in found.dropped] == [("x", 1), ("y", 3)]
