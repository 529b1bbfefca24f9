"""Real exports, where they lie beside: no record is lost, and what is read of them is what rispy reads."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest
import rispy

from conspectus import sources
from conspectus.cache import Cache
from conspectus.model.paper import Reading, Source

SAMPLES = Path(__file__).resolve().parents[3] / "shared" / "samples"
FOLDERS = ("bib", "ris", "nbib", "csl", "endnote")

LISTED_ELSEWHERE = {"taxonomies/emnlp2023-papers.yml": 6, "listings/gscholar-api-pop.json": 7}
UNCLEAR = {"endnote/jabref-Endnote.entries.enw": 13}
"""Made for a test of tags; it has 13 lines that begin a record."""


def expected() -> dict[str, int]:
    """The files with the numbers of records that were counted by hand."""
    readme = SAMPLES / "README.md"
    rows = re.findall(r"(?m)^\| ((\w+)/\S+) \|[^|]*\|[^|]*\| (\d+)", readme.read_text()) if readme.is_file() else []
    return {name: int(count) for name, folder, count in rows if folder in FOLDERS} | LISTED_ELSEWHERE | UNCLEAR


def read(path: Path, name: str) -> Reading:
    data = path.read_bytes()
    return sources.parse(Source(name, data, hashlib.sha256(data).hexdigest()), Cache(None))


@pytest.mark.parametrize(("name", "count"), expected().items())
def test_no_record_of_a_real_file_is_lost(samples: Path, name: str, count: int) -> None:
    reading = read(samples / name, name)
    assert len(reading.records) == count
    lines = (samples / name).read_bytes().replace(b"\r", b"\n").count(b"\n") + 1
    assert all(1 <= record.span.line <= lines for record in reading.records)


@pytest.mark.parametrize("name", [name for name in expected() if name.startswith("ris/")])
def test_ris_is_read_as_by_rispy(samples: Path, name: str) -> None:
    text = (samples / name).read_text("utf-8-sig")
    for record, theirs in zip(read(samples / name, name).records, rispy.loads(text), strict=False):
        work = record.work
        title = theirs.get("title") or theirs.get("primary_title")
        assert (work.title and work.title.as_text()) == (title and " ".join(title.split()))
        named = theirs.get("authors") or theirs.get("first_authors") or []
        people = work.authors.people if work.authors else ()
        assert {re.sub(r"\W", "", name) for name in named} <= {
            re.sub(r"\W", "", shown) for person in people for shown in (person.inverted, person.name)
        }
        year = re.match(r"(?:Start date: )?([12]\d{3})", theirs.get("year") or theirs.get("publication_year") or "")
        assert (work.date and str(work.date.year)) == (year and year[1])
        assert (work.doi or "") in (theirs.get("doi") or "").lower() or "urls" in theirs
