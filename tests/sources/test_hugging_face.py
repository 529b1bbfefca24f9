"""What Hugging Face gives: its API's JSON, pages with addresses, a paper's page. All samples are made up."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from conspectus import sources
from conspectus.cache import Cache
from conspectus.model.paper import Reading, Source

SAMPLES = Path(__file__).resolve().parents[3] / "shared" / "samples" / "listings"

COUNTS = {
    "hf-api-daily-2025-09-30.json": ("Hugging Face papers", 50),
    "hf-paper-page-reader.md": ("Hugging Face paper", 1),
    "hf-search-url-lines.md": ("Hugging Face page", 9),
}

LIT = "Lamps are lit in many halls, and we count how long they burn. They burn for long. " * 4

API = [
    {
        "paper": {
            "id": "2509.00001", "title": "Lamps of\n  Many Wicks", "summary": "Lamps\nburn.", "upvotes": 3,
            "authors": [{"_id": "1", "name": "Ada Wick", "hidden": False}, {"_id": "2", "name": "Bo Oil"}],
            "publishedAt": "2025-09-28T17:58:59.000Z", "submittedOnDailyAt": "2025-09-30T01:13:12.259Z",
            "githubRepo": "https://github.com/o/il", "projectPage": "https://lamps.example/", "ai_keywords": ["oil"],
        },
        "publishedAt": "2025-09-28T13:58:59.000Z", "title": "Lamps", "numComments": 2,
        "organization": {"_id": "3", "name": "oil", "fullname": "Oil Works"},
    },
]  # fmt: skip

LINES = f"""\
---
url: https://huggingface.co/papers/date/2026-03-25
exported: 2026-07-28
---
# Daily Papers - Hugging Face

Get trending papers in your email inbox!

Mar 25

 [-] 1

https://huggingface.co/login?next=%2Fpapers%2F2410.00001

Lamps of Many Wicks

https://huggingface.co/papers/2410.00001

{LIT}

https://huggingface.co/papers/2410.00001

[

2 authors](https://huggingface.co/papers/2410.00001)

·

Oct 7, 2024

 [-] -

https://huggingface.co/login?next=%2Fpapers%2F2306.00002

Wicks

https://huggingface.co/papers/2306.00002
"""

MARKDOWN = f"""\
# Trending Papers

[![Image 1](https://cdn.example/a.png)](https://huggingface.co/papers/2410.00001)

Submitted by [![Image 2](https://cdn.example/b.png) wick](https://huggingface.co/wick)

### [Lamps of Many Wicks](https://huggingface.co/papers/2410.00001 "Lamps")

[{LIT}](https://huggingface.co/papers/2410.00001)

[12 authors](https://huggingface.co/papers/2410.00001)

Published on Oct 7, 2024

[Upvote 12](https://huggingface.co/login?next=%2Fpapers%2F2410.00001)

### [Wicks](https://huggingface.co/papers/2306.00002)

[3](https://huggingface.co/papers/2306.00002#community)
"""

PAPER = """\
Paper page - Lamps

[Papers](https://huggingface.co/papers)

arxiv:2309.00001

Lamps: A Survey of Wicks
========================

Published on Sep 21, 2023

· Submitted by [![Image 45](https://cdn.example/c.jpeg) wick](https://huggingface.co/wick) on Sep 22, 2023

Authors:

 ![Image 54](https://cdn.example/d.jpeg) [Ada Wick](https://huggingface.co/ada) ,

Bo Oil

Abstract
--------

Lamps burn (\\\\eg, at night).

[View arXiv page](https://arxiv.org/abs/2309.00001) [GitHub 12](https://github.com/o/il)

### Community

The following papers were recommended by the Semantic Scholar API

*   [Another Lamp Altogether](https://huggingface.co/papers/2308.00009) (2023)
*   [Code of another](https://github.com/an/other)
"""


def parse(text: str, path: str = "hf-2026-07-29.md") -> Reading:
    reading = sources.parse(Source(path, text.encode(), "d"), Cache(None))
    assert reading.mistakes == ()
    return reading


def test_the_apis_day_is_when_a_paper_was_added_and_not_its_date() -> None:
    for text in (json.dumps(API, indent=1), json.dumps(API), json.dumps([one["paper"] for one in API])):
        (record,) = parse(text, "daily.json").records
        work = record.work
        assert (str(work.title), work.arxiv, str(work.abstract)) == ("Lamps of Many Wicks", "2509.00001", "Lamps burn.")
        assert (str(work.date), str(work.added)) == ("2025-09-28", "2025-09-30")
        assert work.authors and [person.name for person in work.authors.people] == ["Ada Wick", "Bo Oil"]
        assert [link.kind for link in work.urls] == ["code", "project"]
    work = parse(json.dumps(API)).records[0].work
    assert (work.comments, work.organization, work.listed) == (2, "Oil Works", ("hf-2026-07-29",))


@pytest.mark.parametrize(("text", "count", "added"), [(LINES, 2, "2026-03-25"), (MARKDOWN, 12, "2026-07-29")])
def test_a_page_with_addresses_is_read(text: str, count: int, added: str) -> None:
    reading = parse(text)
    assert [(str(record.work.title), record.work.arxiv) for record in reading.records] == [
        ("Lamps of Many Wicks", "2410.00001"),
        ("Wicks", "2306.00002"),
    ]
    first = reading.records[0].work
    assert (str(first.abstract), str(first.date), str(first.added)) == (LIT.strip(), "2024-10-07", added)
    assert first.authors and first.authors.count == count
    assert reading.records[0].span.line == text[: text.index("Lamps of Many")].count("\n") + 1


def test_of_a_papers_page_the_bots_list_is_not_taken() -> None:
    (record,) = parse(PAPER).records
    work = record.work
    assert (str(work.title), work.arxiv) == ("Lamps: A Survey of Wicks", "2309.00001")
    assert work.authors and [person.name for person in work.authors.people] == ["Ada Wick", "Bo Oil"]
    assert (str(work.date), str(work.added)) == ("2023-09-21", "2023-09-22")
    assert [link.url for link in work.urls] == ["https://github.com/o/il"]
    assert work.abstract and work.abstract.source.startswith("Lamps burn")


@pytest.mark.parametrize("text", [LINES, MARKDOWN, PAPER, json.dumps(API, indent=1)])
def test_half_a_file_is_read_or_reported_and_never_breaks(text: str) -> None:
    for end in range(0, len(text), 7):
        sources.parse(Source("x.md", text[:end].encode(), "d"), Cache(None))


def test_large_pages_are_read_in_linear_time() -> None:
    started = time.process_time()
    for text in (LINES * 500, MARKDOWN * 500, MARKDOWN + "[" * 90_000, MARKDOWN + "![a](b " * 14_000):
        parse(text)
    assert time.process_time() - started < 15


@pytest.mark.parametrize(("name", "expected"), COUNTS.items())
def test_real_files_are_read_to_their_count(name: str, expected: tuple[str, int]) -> None:
    path = SAMPLES / name
    if not path.is_file():
        pytest.skip("the real listings are not on this machine")
    reading = sources.parse(Source(path.name, path.read_bytes(), "d"), Cache(None))
    assert (reading.format, len(reading.records)) == expected
