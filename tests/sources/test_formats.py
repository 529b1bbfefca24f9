"""Which format reads a file."""

from __future__ import annotations

import hashlib
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conspectus import sources
from conspectus.cache import Cache
from conspectus.model.paper import Reading, Source

FILES = {
    "list.md": ("- [Lamps](https://arxiv.org/abs/2404.14469)\n", "list of papers in Markdown"),
    "a.txt": ("CVMay 2, 2024\nLampsAda Wick\nThey burn.\n", "ranked listing"),
    "b.txt": ("Get trending papers in your email inbox!\nSubscribeLamps\nThey burn.\n", "search listing"),
    "c.txt": ("Daily Papers\nMay 2, 2024\nLamps\nThey burn.\n", "daily listing"),
    "d.txt": ("@misc{lamps, title = {Lamps}}\n", "BibTeX"),
    "e.yaml": ("- title: Lamps\n", "records in YAML"),
    "f.txt": ('{"title": "Lamps"}\n', "records in JSON Lines"),
}


def parse(path: str, data: bytes, cache: Cache | None = None) -> Reading:
    return sources.parse(Source(path, data, hashlib.sha256(data).hexdigest()), cache or Cache(None))


@pytest.mark.parametrize(("name", "text", "format"), [(name, *rest) for name, rest in FILES.items()])
def test_a_format_is_found_out_from_the_file(name: str, text: str, format: str) -> None:
    reading = parse(f"content/papers/{name}", text.encode())
    assert (reading.format, reading.mistakes) == (format, ())
    assert [record.work.title and record.work.title.source for record in reading.records] == ["Lamps"]


@pytest.mark.parametrize(("name", "text", "format"), [(name, *rest) for name, rest in FILES.items()])
def test_no_two_formats_claim_a_file(name: str, text: str, format: str) -> None:
    source = Source(f"content/papers/{name}", text.encode(), "d")
    assert [module.NAME for module in sources.FORMATS if module.sniff(source)] == [format]


@pytest.mark.parametrize(
    "data",
    [b"", b"\n\n", b"Notes of a keeper.\n", b"<!doctype html>\n<p>Lamps</p>\n", b"%PDF-1.7\n", bytes(range(256)) * 9],
)
def test_a_file_of_something_else_is_refused(data: bytes) -> None:
    reading = parse("content/papers/x.txt", data)
    (mistake,) = reading.mistakes
    assert (mistake.check, reading.records) == ("unknown-format", ())


@pytest.mark.parametrize(
    ("name", "data", "look"),
    [
        ("a.txt", b" \n", "an empty file"),
        ("a.pdf", b"%PDF-1.7\n", "a PDF"),
        ("a.html", b"<!doctype html>\n<p>Lamps</p>\n", "a web page"),
        ("a.xlsx", b"PK\x03\x04xl/", "a spreadsheet"),
        ("a.sqlite", b"SQLite format 3\0", "a database"),
        ("a.xml", b'<?xml version="1.0"?><lamps/>', "XML"),
        ("a.json", b'{"lamps": [1, 2]}', "JSON"),
        ("a.bin", bytes(range(256)) * 9, "binary data"),
        ("a.csv", b"name,color\nlamp,red\n", "a table without a column for titles"),
        ("a.txt", b"Oil for All\nCite as:\tarXiv:2404.14469 [cs.CL]\n", "a paper's page at arXiv"),
        ("a.txt", b"1. J Lamps. 2020.\n\nOil for All.\n\nPMID: 123\n", "a list from PubMed"),
        ("a.txt", b"[1] A. Wick, Oil for All, 2020.\n[2] B. Oil, Lamps, 2021.\n", "a list of references"),
        ("a.txt", b"Wick, A. (2020). Oil for All. Light, 2(1), 3-4.\n", "a list of references"),
        ("a.bib", b"PK\x03\x04..a.bib@misc{lamps, title = {Lamps}}\n", "a packed file"),
        ("a.bib", b"\x1f\x8b\x08\0", "a compressed file"),
        ("a.bib", b"SQLite format 3\0", "a database"),
        ("a.bib", bytes(4096), "a file whose content was lost"),
        ("a.bib", b"version https://git-lfs.github.com/spec/v1\noid sha256:0\n", "what Git LFS leaves"),
        ("a.bib", b"\n<html><head><title>\nSign in</title></head></html>", "a web page, “Sign in”"),
        ("a.ris", b"<html><p>Sign in: a@b.example</p></html>", "a web page"),
        ("a.ris", b"{\\rtf1 TY  - JOUR\\par TI  - Lamps}", "a document of a word processor"),
        ("a.docx", b"PK\x03\x04word/document.xml", "a document of a word processor"),
        ("a.bib", b'{"error": {"code": 429}}', "the error message of a service"),
        ("a.json", b"[ ]\n", "an empty list"),
        ("a.xml", b'<?xml version="1.0"?>\n<rss version="2.0"></rss>', "a feed, but not arXiv's"),
        ("a.bbl", b"\\begin{thebibliography}{9}\n\\bibitem{a} A. Wick. Oil.\n", "LaTeX"),
        ("a.rst", b"Lamps\n=====\n\n* `Dim Lamps <https://a.example/>`_, Ada Wick\n", "reStructuredText"),
        ("a.org", b"* Lamps\n- [[https://a.example/][Dim Lamps]], Ada Wick\n", "Org"),
        ("a.adoc", b"= Lamps\n\n* https://a.example/[Dim Lamps], Ada Wick\n", "AsciiDoc"),
        ("CITATION.cff", b"cff-version: 1.2.0\ntitle: Lamps\n", "a CITATION.cff"),
    ],
)
def test_what_is_refused_is_told_what_it_looks_like(name: str, data: bytes, look: str) -> None:
    (mistake,) = parse(name, data).mistakes
    assert mistake.check == "unknown-format"
    assert f"this looks like {look}" in mistake.message
    assert mistake.help and mistake.help.endswith("; the formats are in the manual: reference, formats")


def test_a_name_makes_no_bibtex_of_another_format() -> None:
    assert parse("a.bib", b"TY  - JOUR\nTI  - Lamps\nER  - \n").format == "RIS"
    assert parse("a.bib", b'[{"id": "a", "type": "book", "title": "Lamps"}]').format == "CSL-JSON"


def test_records_in_ris_among_bibtex_are_told_of() -> None:
    reading = parse("a.txt", b"@misc{a, title = {Lamps}}\n\nTY  - JOUR\nTI  - Wicks\nER  - \n")
    assert [record.id for record in reading.records] == ["a"]
    assert reading.remarks == ("line 3: a record in RIS begins here and is not read; save RIS in a file of its own",)


CONFLICT = "@misc{a, title = {Lamps}}\n<<<<<<< HEAD\n@misc{b, title = {Wicks}}\n=======\n>>>>>>> other\n"


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_what_git_could_not_merge_is_an_error_at_its_line(end: str) -> None:
    (mistake,) = parse("a.bib", CONFLICT.replace("\n", end).encode()).mistakes
    assert (mistake.check, mistake.span.line) == ("unreadable-file", 2)
    assert parse("a.bib", CONFLICT.replace(">>>>>>> ", "end ").encode()).mistakes == ()


@pytest.mark.parametrize(("name", "data"), [("a.bib", b"% nothing yet\n"), ("a.yaml", b"# nothing yet\n")])
def test_a_file_without_records_says_so(name: str, data: bytes) -> None:
    assert parse(name, data).remarks == ("the file has no records",)


LINES = st.sampled_from(
    """\
new|Subscribe|SubscribeLamps|Get trending papers in your email inbox!|Daily Papers|byAK and the research community
Feb 29|Feb 29, 2023|Dec 31 5|retrieved: 9999-12-31|retrieved: 2023-02-29|retrieved: 0001-01-01|·|• 3 authors
Qwick Qwick|CVFeb 29|99.9CVMar 1, 2024Code|LampsAda Wick|LampsAda Wick et al. · oil|They burn.|They burn|
""".replace("\n", "|").split("|")
)


@settings(max_examples=300)
@given(
    st.lists(LINES | st.text(max_size=12), max_size=14), st.sampled_from(["x", "x-2023-02-28", "x-2024", "x-2023-12"])
)
def test_whatever_a_file_holds_it_is_read_or_refused_and_nothing_raises(lines: list[str], name: str) -> None:
    reading = parse(f"content/papers/{name}.txt", "\n".join(lines).encode("utf-8", "surrogatepass"))
    refused = {mistake.check for mistake in reading.mistakes} & {"broken-listing", "unknown-format"}
    assert not (refused and reading.records)
    assert reading.mistakes or reading.records or reading.remarks
    for record in reading.records:
        assert 1 <= record.span.line <= len(lines) + 1


@pytest.mark.parametrize(
    "format", [module for module in sources.FORMATS if module.NAME.endswith("listing")], ids=lambda module: module.NAME
)
@given(st.binary(max_size=200))
def test_bytes_of_any_kind_raise_nothing(format: sources.Format, data: bytes) -> None:
    source = Source("content/papers/x.txt", data, "d")
    format.sniff(source)
    reading = format.parse(source)
    assert bool(reading.mistakes) != bool(reading.records)


def test_a_file_made_to_be_slow_is_not() -> None:
    heads = ("CVMay 2, 2024\nLampsAda Wick\n", "CVMay 2, 2024\n", "Daily Papers\nMay 2\nLamps\n")
    tails = ("https://github.com/ " + "A" * 300_000, "https://a.org/" + "." * 300_000, "A, " * 100_000, "Aa" * 150_000)
    started = time.process_time()
    for head in heads:
        for tail in tails:
            parse("content/papers/x.txt", (head + tail).encode())
    assert time.process_time() - started < 30


def test_a_reading_is_kept_by_bytes_and_path(tmp_path: Path) -> None:
    cache, data = Cache(tmp_path), FILES["c.txt"][0].encode()
    first = parse("content/papers/c.txt", data, cache)
    assert parse("content/papers/c.txt", data, cache) == first
    moved = parse("content/papers/moved.txt", data, cache)
    assert moved.records[0].span.file == "content/papers/moved.txt"
    assert moved.records[0].work.listed == ("moved",)
