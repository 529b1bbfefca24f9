"""The real saved listings, where they lie beside: every record against what is known of it from elsewhere."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from conspectus import sources
from conspectus.cache import Cache
from conspectus.model.paper import Reading, Source

DAILY_JANUARY = "hf-daily-2026-01-07-training-inference"
DAILY_JUNE = "hf-daily-2026-06-12-efficient-hardware"
SEARCH = "hf-search-tokens"
RANKED = "ranked-multimodal-2026"

COUNTS = {
    RANKED: ("ranked listing", 12),
    SEARCH: ("search listing", 119),
    DAILY_JANUARY: ("daily listing", 57),
    DAILY_JUNE: ("daily listing", 67),
}


def parse(path: Path, text: str | None = None, name: str | None = None) -> Reading:
    data = path.read_bytes() if text is None else text.encode()
    return sources.parse(Source(f"content/papers/{name or path.name}", data, "d"), Cache(None))


@pytest.fixture(scope="module")
def readings(listings: Path) -> dict[str, Reading]:
    return {path.stem: parse(path) for path in sorted(listings.glob("*.txt"))}


def key(title: str) -> str:
    return re.sub(r"\W", "", title).lower()


def test_each_has_as_many_papers_as_it_shows(readings: dict[str, Reading]) -> None:
    assert {name: (reading.format, len(reading.records)) for name, reading in readings.items()} == COUNTS
    assert all(reading.mistakes == () for reading in readings.values())


def test_the_titles_are_those_of_the_works(readings: dict[str, Reading], facts: dict[str, Any]) -> None:
    titles = [record.work.title.source for r in readings.values() for record in r.records if record.work.title]
    assert sorted(titles) == sorted(paper["title"] for paper in facts.values())
    assert len(titles) == 255


def test_authors_and_their_number_are_those_of_the_works(readings: dict[str, Reading], facts: dict[str, Any]) -> None:
    counted = 0
    for reading in readings.values():
        for record in reading.records:
            authors = record.work.authors
            known = facts[key(record.work.title.source if record.work.title else "")]["authors"]
            if authors and authors.people:
                assert [person.name for person in authors.people] == known[:3]
                assert authors.others
            elif authors:
                assert authors.count == len(known)
                counted += 1
    assert counted == 57 + 67 - 5 - 9


def test_every_date_fits_the_number_arxiv_gave_the_work(readings: dict[str, Reading], facts: dict[str, Any]) -> None:
    """Numbers are given by month; a date may be that of a first version or of a later one."""
    apart: Counter[int] = Counter()
    for reading in readings.values():
        for record in reading.records:
            date, known = record.work.date, facts[key(str(record.work.title and record.work.title.source))]["arxiv_id"]
            if date and known:
                month = (2000 + int(known[:2])) * 12 + int(known[2:4])
                apart[abs(date.year * 12 + (date.month or 0) - month)] += 1
    assert max(apart) < 10
    assert apart[0] > 0.9 * apart.total()


def test_dates_and_comments_are_as_written(listings: Path, readings: dict[str, Reading]) -> None:
    months = "JanFebMarAprMayJunJulAugSepOctNovDec"
    for name, year in ((DAILY_JANUARY, 2026), (DAILY_JUNE, 2026)):
        written = re.findall(r"(?m)^·\n(\w{3}) (\d+)(?:, (\d{4}))?(?: (\d+))?$", (listings / f"{name}.txt").read_text())
        expected = [
            (int(y or year), months.index(m) // 3 + 1, int(d), None if y else "file name", int(n) if n else None)
            for m, d, y, n in written
        ]
        read = [
            (date.year, date.month, date.day, date.inferred, record.work.comments)
            for record in readings[name].records
            if (date := record.work.date)
        ]
        assert read == expected


def test_five_papers_have_no_foot(readings: dict[str, Reading]) -> None:
    without = {
        name: [
            str(r.work.title and r.work.title.source).split(":")[0] for r in readings[name].records if not r.work.date
        ]
        for name in (DAILY_JANUARY, DAILY_JUNE)
    }
    assert without == {
        DAILY_JANUARY: ["EVODiff"],
        DAILY_JUNE: ["Quartet", "OSP-Next", "SurgicalMamba", "Ultralytics YOLO26"],
    }
    for name in without:
        for record in readings[name].records:
            work = record.work
            assert bool(work.date) == bool(work.authors or work.organization)


def test_organisations_are_called_by_their_names(readings: dict[str, Reading]) -> None:
    named = {
        name: [record.work.organization for record in reading.records if record.work.organization]
        for name, reading in readings.items()
    }
    assert named == {
        DAILY_JANUARY: ["Fudan University", "inclusionAI", "Qwen"],
        DAILY_JUNE: ["Nexa AI", "Tencent Hunyuan", "Tongyi-MAI", "Hugging Face", "Zyphra", "ByteDance Seed"],
        SEARCH: [],
        RANKED: ["tsinghua"],
    }


def test_what_is_run_together_in_the_ranked_listing_comes_apart(readings: dict[str, Reading]) -> None:
    works = [record.work for record in readings[RANKED].records]
    assert [(work.score, work.subject, str(work.date), work.code) for work in works] == [
        (None, "CV", "2024-09-27", True),
        (99.8, "NI", "2026-05-29", None),
        (94.2, "CV", "2026-03-12", True),
        (None, "CV", "2025-10-30", True),
        (None, "CL", "2024-08-14", True),
        (None, "CL", "2024-10-24", True),
        (None, "CL", "2024-08-13", None),
        (None, "CV", "2025-12-28", None),
        (79.5, "RO", "2026-04-27", None),
        (None, "CV", "2025-08-30", None),
        (None, "CL", "2025-08-29", None),
        (None, "DC", "2021-12-06", None),
    ]
    assert [work.date.inferred for work in works if work.date and work.date.inferred] == ["file name"] * 3
    assert len(readings[RANKED].remarks) == 1, "no split of title and names is a guess"


@pytest.mark.parametrize("name", [RANKED, DAILY_JUNE])
def test_the_year_is_found_without_the_file_name_too(name: str, listings: Path, readings: dict[str, Reading]) -> None:
    reading = parse(listings / f"{name}.txt", name="saved.txt")
    assert [str(r.work.date) for r in reading.records] == [str(r.work.date) for r in readings[name].records]
    assert {r.work.date.inferred for r in reading.records if r.work.date} == {None, "other dates"}


def test_the_abstracts_are_whole(listings: Path, readings: dict[str, Reading]) -> None:
    for name, reading in readings.items():
        long = [line.strip() for line in (listings / f"{name}.txt").read_text().splitlines() if len(line) > 300]
        assert [record.work.abstract and record.work.abstract.source for record in reading.records] == long


def test_the_links_to_code_are_those_of_the_works(readings: dict[str, Reading], facts: dict[str, Any]) -> None:
    compared = 0
    for reading in readings.values():
        for record in reading.records:
            known = facts[key(record.work.title.source if record.work.title else "")]
            code = [link.url.rstrip("/").removesuffix("/tree/main") for link in record.work.urls if link.kind == "code"]
            if code:
                assert known["code_url"].rstrip("/") in code
                compared += 1
    assert compared > 60


def test_a_real_listing_that_lacks_a_line_loses_one_paper_at_most_and_tells(
    listings: Path, readings: dict[str, Reading]
) -> None:
    for name, whole in readings.items():
        path = listings / f"{name}.txt"
        lines = path.read_text("utf-8").split("\n")
        for at in range(0, len(lines), 7):
            reading = parse(path, "\n".join(lines[:at] + lines[at + 1 :]))
            if reading.mistakes:
                assert [mistake.check for mistake in reading.mistakes] in (["broken-listing"], ["broken-entry"])
                assert abs(reading.mistakes[0].span.line - at - 1) <= 3
                titles = [record.work.title for record in reading.records]
                assert not titles or len(whole.records) - len(titles) <= 1
                assert set(titles) <= {record.work.title for record in whole.records}
            else:
                assert [record.work for record in reading.records] == [record.work for record in whole.records]
