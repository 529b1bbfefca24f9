"""Exports that are cut, doubled or spoiled: whatever a file holds is read or reported, and nothing raises."""

from __future__ import annotations

import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conspectus import sources
from conspectus.model.paper import Source

SEEDS = (
    '@string{j = "J"}\n@article{k,\n  author = {Wick, Ada and {Salt}},\n  title = "L # {n}", journal = j # " 7"}\n',
    "TY  - JOUR\nTI  - Lamps\nAU  - Wick, Ada\nPY  - 2021/09/01/\nDO  - 10.99999/l\nER  - \n",
    "PMID- 99999901\nTI  - Lamps\nFAU - Wick, Ada\nDP  - 2009 Jan 5\nLID - 10.99999/l [doi]\n",
    "FN ISI\nPT J\nAU Wick, A\n   Oil, B\nTI Lamps\nPY 2021\nER\n",
    "RT Journal Article\nA1 Wick, Ada\nT1 Lamps\nYR 2021\n",
    "%0 Book\n%A Wick, Ada\n%T Lamps\n%D 2021\n",
    "<xml><records><record><ref-type>6</ref-type><titles><title>L</title></titles></record></records></xml>",
    "<rdf:RDF><bib:Book><z:itemType>book</z:itemType><dc:title>L</dc:title></bib:Book></rdf:RDF>",
    json.dumps([{"type": "book", "title": "L", "issued": {"date-parts": [[2021]]}, "author": [{"family": "W"}]}]),
    json.dumps({"message-type": "work", "message": {"title": ["L"], "author": [{"name": "W"}], "DOI": "10.1/x"}}),
    json.dumps({"results": [{"id": "https://openalex.org/W1", "title": "L", "authorships": [{"author": {}}]}]}),
    json.dumps({"data": [{"paperId": None, "title": "L", "externalIds": {"ArXiv": "2404.14469"}}]}),
    json.dumps({"papers": [{"id": "a", "title_tex": "L", "people": [{"family": "W", "given": "A"}]}]}),
    json.dumps({"p1": {"title": {"value": "L"}, "authors": ["Ada Wick", 7, None], "year": 2021}}),
    'title,authors,year\n"Lamps","Wick, Ada; Oil, Bo",2021\n',
)
PIECES = st.sampled_from(
    ["{", "}", '"', ",", "@", "\\", "[", "]", ":", "\n", "\r", "\0", "%", "#", "=", "<", "&", "null"]
)


@st.composite
def spoiled(draw: st.DrawFn) -> bytes:
    """A seed in which pieces are put in, left out or doubled."""
    text = draw(st.sampled_from(SEEDS))
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(text)))
        end = min(len(text), at + draw(st.integers(0, 20)))
        text = draw(
            st.sampled_from(
                [text[:at] + draw(PIECES) + text[at:], text[:at] + text[end:], text[:end] + text[at:], text[:at]]
            )
        )
    return text.encode()


@settings(max_examples=150)
@given(st.sampled_from(sources.FORMATS), spoiled() | st.binary(max_size=80))
def test_nothing_raises(format: sources.Format, data: bytes) -> None:
    for name in ("content/papers/x.txt", "content/papers/x.yml"):
        source = Source(name, data, "d")
        format.sniff(source)
        reading = format.parse(source)
        lines = data.replace(b"\r", b"\n").count(b"\n") + 1
        assert all(1 <= record.span.line <= lines for record in reading.records)


@pytest.mark.parametrize("seed", SEEDS)
def test_every_seed_is_known_and_read(seed: str) -> None:
    source = Source("content/papers/x.txt", seed.encode(), "d")
    format = next(module for module in sources.FORMATS if module.sniff(source))
    assert len(format.parse(source).records) == 1


def test_what_is_made_to_be_slow_is_not() -> None:
    started = time.process_time()
    for text in (
        "TY  - JOUR\n" + "\n" * 300_000,
        "TY  - JOUR\nTI  - " + "<" * 200_000,
        "TY  - JOUR\nAU  - " + "a, " * 100_000,
        "TY  - JOUR\nDO  - " + "10.1234/" * 10_000,
        "TY  - JOUR\nPY  - " + "1/" * 100_000,
        "TY  - JOUR\nTI  - " + "&amp;" * 20_000,
        "PMID- 1\n" + "TI  - \n" * 10_000,
        "%0 Book\n" + "%T a\n" * 10_000,
        "[" + '{"title": 1, "year": 2},' * 10_000,
        '{"title": "a",\n' + '"year": 1,\n' * 10_000,
        "title,year\n" + '"' * 200_000,
        "title,year\n" + "a," * 100_000,
        "<xml><records>" + "<record>" * 10_000,
    ):
        source = Source("content/papers/x.txt", text.encode(), "d")
        for format in sources.FORMATS:
            if format.sniff(source):
                format.parse(source)
    assert time.process_time() - started < 60
