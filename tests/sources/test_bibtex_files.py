"""Whole BibTeX files: encodings, hostile text, and real exports where they lie beside."""

from __future__ import annotations

import codecs
import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conspectus.model.paper import Reading, Source
from conspectus.model.people import Authors, Person
from conspectus.sources import bibtex
from conspectus.text import Text

SAMPLES = Path(__file__).resolve().parents[3] / "shared" / "samples"


def parse(text: str | bytes) -> Reading:
    return bibtex.parse(Source("refs.bib", text if isinstance(text, bytes) else text.encode(), "d"))


UMLAUT = "@misc{k,\n  title = {Über},\n  author = {Ö Ä}\n}\n"


@pytest.mark.parametrize(
    ("data", "remark"),
    [
        (UMLAUT.encode(), ()),
        (codecs.BOM_UTF8 + UMLAUT.encode(), ()),
        (UMLAUT.replace("\n", "\r").encode(), ()),
        (UMLAUT.replace("\n", "\r\n").encode("utf-16"), ("read as utf-16",)),
        (UMLAUT.encode("utf-16-be"), ("read as utf-16-be",)),
        (UMLAUT.encode("utf-16-le"), ("read as utf-16-le",)),
        (("% Encoding: latin1\n" + UMLAUT).encode("latin1"), ("read as latin1",)),
        (("% Encoding: latin1\n" + UMLAUT).encode(), ()),
        (("% Encoding: zlib\n" + UMLAUT).encode("cp1252"), ("read as windows-1252",)),
        (UMLAUT.encode("cp1252"), ("read as windows-1252",)),
    ],
)
def test_every_encoding_gives_the_same_entry(data: bytes, remark: tuple[str, ...]) -> None:
    reading = parse(data)
    assert reading.records[0].work.title == Text("Über")
    assert reading.records[0].work.authors == Authors((Person("Ä", "Ö"),))
    assert reading.remarks == remark
    assert bibtex.sniff(Source("x.txt", data, "d"))


def test_other_files_are_not_taken_for_bibtex() -> None:
    for text in (
        "",
        "ada@example.org {x}",
        "- title: T\n  note: '@misc'\n",
        '{"title": "@misc{a,"}',
        "@handle said (yes",
    ):
        assert not bibtex.sniff(Source("x.txt", text.encode(), "d"))


@given(st.text(st.sampled_from('@misc{},="\\#%()\n ak1') | st.characters(), max_size=80))
def test_no_text_breaks_the_reader(text: str) -> None:
    reading = parse(text.encode("utf-8", "surrogatepass"))
    assert all(1 <= m.span.line <= len(re.split("\r\n|\r|\n", text)) + 1 for m in reading.mistakes)


def expected() -> list[tuple[str, int]]:
    readme = SAMPLES / "README.md"
    rows = re.findall(r"(?m)^\| bib/(\S+) \|[^|]*\|[^|]*\| (\d+)", readme.read_text()) if readme.is_file() else []
    return [(name, int(count)) for name, count in rows]


@pytest.mark.parametrize(("name", "count"), expected())
def test_no_entry_of_a_real_file_is_lost(name: str, count: int) -> None:
    reading = bibtex.parse(Source(name, (SAMPLES / "bib" / name).read_bytes(), "d"))
    assert len(reading.records) == count
    assert not [mistake for mistake in reading.mistakes if mistake.message.startswith("the entry")]


def test_a_file_made_to_be_slow_is_not() -> None:
    started = time.process_time()
    for text in (
        "\n" * 500_000,
        " ,\n" * 200_000,
        "@" * 500_000,
        "@a{" * 100_000,
        "@a{b, c = {" * 50_000,
        "@misc{a, t = {" + "\\{" * 300_000,
        "%@a{\n" * 100_000,
        "@string{a = b}\n" * 50_000,
    ):
        parse(text)
    assert time.process_time() - started < 30
