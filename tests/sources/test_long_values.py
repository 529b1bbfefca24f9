"""A value that is too long is a mistake with its line, in every format, and not a text that is read in part."""

from __future__ import annotations

import pytest

from conspectus import sources
from conspectus.cache import Cache
from conspectus.model.paper import Reading, Source
from conspectus.model.work import FIELDS
from conspectus.sources import long_values

LONG = "a" * 10_001


def read(name: str, text: str) -> Reading:
    return sources.parse(Source.of(f"content/papers/{name}", text.encode()), Cache(None))


def told(reading: Reading) -> list[str]:
    return [f"{mistake.span.line}: {mistake.message}" for mistake in reading.mistakes]


LIST = "[" + ", ".join(f"k{n}" for n in range(1001)) + "]"
TOO_LONG = {
    "title": (LONG, "10,001 characters; 10,000 are the most"),
    "venue": (LONG, "10,001 characters; 10,000 are the most"),
    "doi": (f"10.1000/{'a' * 1000}", "1,008 characters; 1,000 are the most"),
    "abstract": ("wick " * 20_001, "100,004 characters; 100,000 are the most"),
    "summary": ("wick " * 20_001, "100,004 characters; 100,000 are the most"),
    "authors": (f"[Ann Keeper, {'a' * 600} {'b' * 600}]", "a value of 1,200 characters; 1,000 are the most"),
    "keywords": (LIST, "1,001 values; 1,000 are the most"),
    "listed": (f"[{LONG}]", "a value of 10,001 characters; 1,000 are the most"),
    "urls": (LIST.replace("k", "https://a.example/k"), "1,001 values; 1,000 are the most"),
    "facts": (f"{{gauge: {LONG}}}", "a value of 10,006 characters; 10,000 are the most"),
}


@pytest.mark.parametrize("name", TOO_LONG)
def test_a_value_that_is_too_long_is_left_out_with_a_mistake(name: str) -> None:
    value, much = TOO_LONG[name]
    found = read("x.yaml", f"- id: first\n  title: Wick\n- id: second\n  {name}: {value}\n  publisher: Lens\n")
    assert told(found) == [f"3: `{name}` of this record has {much}"]
    assert found.mistakes[0].help
    second = found.records[1].work
    assert not getattr(second, name)
    assert second.publisher == "Lens"


def test_a_value_of_the_most_characters_is_read() -> None:
    found = read("x.yaml", f"- title: {'a' * 10_000}\n  keywords: [{'k' * 1000}]\n  abstract: {'a' * 100_000}\n")
    assert not found.mistakes
    work = found.records[0].work
    assert work.title and len(work.title.source) == 10_000
    assert work.keywords and work.abstract


@pytest.mark.parametrize(
    ("name", "text"),
    {
        "x.bib": f"@misc{{a,\n title={{{LONG}}}, year=2021}}\n",
        "x.ris": f"TY  - JOUR\nTI  - {LONG}\nER  - \n",
        "x.csv": f"title,year\n{LONG},2021\n",
        "x.json": f'[{{"type": "book", "title": "{LONG}", "issued": {{}}}}]',
        "x.jsonl": f'{{"title": "{LONG}"}}\n',
        "x.nbib": f"PMID- 1\nTI  - {LONG}\nFAU - W, A\n\n",
        "x.enw": f"%0 Book\n%T {LONG}\n",
    }.items(),
)
def test_every_format_has_the_same_limits(name: str, text: str) -> None:
    found = read(name, text)
    assert [mistake.message for mistake in found.mistakes] == [
        "`title` of this record has 10,001 characters; 10,000 are the most"
    ]
    assert found.records[0].work.title is None


def test_an_edit_of_a_file_with_long_values_comes_to_what_reading_it_does() -> None:
    long = f"- title: b\n  venue: {LONG}\n"
    texts = (
        "- title: a\n" + long,
        "- title: c\n  date: 2021\n" + long,
        f"- title: c\n  venue: {LONG}\n" + long,
        "- title: c\n- title: b\n",
    )
    sources_ = [Source.of("content/papers/x.yaml", text.encode()) for text in texts]
    last = sources.read([sources_[0]], Cache(None))
    for source, number in zip(sources_[1:], (1, 2, 0), strict=True):
        last = sources.read([source], Cache(None), last)
        assert last[source] == sources.parse(source, Cache(None))
        assert len(last[source].mistakes) == number


def test_every_field_of_text_has_a_limit() -> None:
    """Others are numbers, dates, codes, or ids that are looked up."""
    others = {"date", "added", "arxiv", "kind", "score", "comments", "code", "language", "place", "was"}
    assert {field.name for field in FIELDS} - others == {name for name, _ in long_values.BOUNDED}
