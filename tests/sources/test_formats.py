"""Which format reads a file."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from conspectus import sources
from conspectus.cache import Cache
from conspectus.model.paper import Reading, Source

FILES = {
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
    assert (mistake.rule, reading.records) == ("unknown-format", ())


def test_a_reading_is_kept_by_bytes_and_path(tmp_path: Path) -> None:
    cache, data = Cache(tmp_path), FILES["c.txt"][0].encode()
    first = parse("content/papers/c.txt", data, cache)
    assert parse("content/papers/c.txt", data, cache) == first
    moved = parse("content/papers/moved.txt", data, cache)
    assert moved.records[0].span.file == "content/papers/moved.txt"
    assert moved.records[0].work.listed == ("moved",)
