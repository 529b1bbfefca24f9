"""What arXiv gives: mails, pages, feeds, metadata. All samples are made up in the real layouts."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from conspectus import sources
from conspectus.cache import Cache
from conspectus.model.paper import Reading, Record, Source

SAMPLES = Path(__file__).resolve().parents[3] / "shared" / "samples" / "listings"

COUNTS = {
    "arxiv-abs-acc-phys-9411001.txt": ("arXiv mailing", 1),
    "arxiv-daily-scroll.json": ("arXiv metadata", 109),
    "arxiv-list-recent-one-line.txt": ("arXiv page", 3),
    "arxiv-mail-math-new-AG.txt": ("arXiv mailing", 2),
    "arxiv-pastweek-astro-ph-EP.txt": ("arXiv mailing", 49),
}

FENCE = "\\\\\n"
RULE = "-" * 78 + "\n"
MAIL = f"""\
Date: Fri,  9 Jun 23 00:44:20 GMT
Subject: lamps daily mailing
{RULE}
 Submissions to:
Lamps
{RULE}{FENCE}arXiv:2306.00001 (*cross-listing*)
Date: Wed, 7 Jun 2023 18:23:40 GMT   (14kb)

Title: Lamps of Many Wicks and
  of Little Oil
Authors: Ada L\\"ampe (1), Bo Oil Jr. (2) and Cy {{\\AA}}s ((1) House, (2) Hall)
Categories: math.GR math.DS
Comments: 7 pages, code at https://github.com/o/il
Journal-ref: Lamps Lett., Volume 3 (2023) 12
DOI: 10.1234/Lamps.3.12
{FENCE}  We light $n$ lamps
and count them.
\\\\ ( https://arxiv.org/abs/2306.00001 ,  14kb)
%%--%%--%%
{RULE}{FENCE}arXiv:2204.00002
replaced with revised version Thu, 8 Jun 2023 08:03:26 GMT   (25kb,D)

Title: Old Lamps
Authors: Ada Wick
Categories: math.PR
\\\\ ( https://arxiv.org/abs/2204.00002 ,  25kb)
"""

PAST_WEEK = f"""\
{RULE}{FENCE}/* Fri, 3 Mar 2023 */
{FENCE}{RULE}{FENCE}arXiv:2303.00001
Date: Thu, 2 Mar 2023 18:56:47 GMT   (828kb,D)

Title: One Lamp
Authors: Ada Wick
Categories: astro-ph.EP
{FENCE}{RULE}{FENCE}/* Thu, 2 Mar 2023 */
{FENCE}{RULE}{FENCE}arXiv:2303.00002
Date: Wed, 1 Mar 2023 18:56:47 GMT   (828kb,D)

Title: Two Lamps
Authors: Bo Oil
Categories: astro-ph.EP
{FENCE}"""

NEW = """\
Showing new listings for Monday, 7 July 2025
New submissions (showing 1 of 1 entries)
[1] arXiv:2507.00001 [pdf, html, other]
Title: A Survey of Lamps
Ada Wick, Bo van der Oil
Comments: 7 pages
Subjects: Computation and Language (cs.CL); Artificial Intelligence (cs.AI)

Lamps are lit.
And they burn.

Cross submissions (showing 1 of 1 entries)
[2] arXiv:2507.00002v2 (cross-list from cs.AI) [pdf, ps, other]
Title:
      Old Lamps
Authors: Cy Dim
Journal-ref: Lamps Lett. 3 (2024)
Subjects: Artificial Intelligence (cs.AI)
Total of 2 entries
"""

RECENT = """\
Wed, 9 Jul 2025 (showing 1 of 1 entries )
[1] arXiv:2507.00001 [pdf, html, other]
Title: A Survey of Lamps
Ada Wick
Subjects: Computation and Language (cs.CL)
Tue, 8 Jul 2025 (showing 1 of 1 entries )
[2] arXiv:2507.00002 [pdf, html, other]
Title: Old Lamps
Bo Oil
Subjects: Computation and Language (cs.CL)
"""

SEARCH = """\
Showing 1–2 of 2 results for all: lamps
1. arXiv:2507.00001 [pdf, ps, other] cs.CL cs.AI
A Survey of Lamps
Authors: Ada Wick, Bo Oil
Abstract: Lamps … ▽ More Lamps are lit. △ Less
Submitted 8 July, 2025; v1 submitted 6 July, 2025; originally announced July 2025.
Comments: 7 pages
2. arXiv:hep-th/9901001 [pdf, ps, other] hep-th
Old Lamps
Authors: Cy Dim
Abstract: They burn.
Submitted 1 January, 1999; originally announced January 1999.
"""

ATOM = """\
<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom">
  <updated>2025-07-09T00:00:00-04:00</updated>
  <entry>
    <id>http://arxiv.org/abs/2404.00001v2</id>
    <published>2024-04-01T17:43:00Z</published>
    <title>Lamps &amp; $n$
      Wicks</title>
    <summary>They burn.</summary>
    <author><name>Ada Wick</name><arxiv:affiliation>House</arxiv:affiliation></author>
    <author><name>Bo Oil</name></author>
    <arxiv:doi>10.1234/l.3</arxiv:doi><arxiv:journal_ref>Lamps Lett. 3 (2024)</arxiv:journal_ref>
    <arxiv:primary_category term="cs.CL"/><category term="cs.CL"/>
  </entry>
</feed>
"""

RSS = """\
<?xml version="1.0" encoding="UTF-8"?>
<rss xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns:dc="http://purl.org/dc/elements/1.1/" version="2.0">
  <channel><title>cs.CL updates on arXiv.org</title><pubDate>Mon, 07 Jul 2025 00:00:00 -0400</pubDate>
    <item>
      <title>Lamps</title><link>https://arxiv.org/abs/2507.00001</link>
      <description>arXiv:2507.00001v1 Announce Type: new
Abstract: They burn.</description>
      <guid isPermaLink="false">oai:arXiv.org:2507.00001v1</guid><category>cs.CL</category>
      <arxiv:announce_type>new</arxiv:announce_type><dc:creator>Ada Wick, Bo Oil</dc:creator>
    </item>
  </channel>
</rss>
"""

SNAPSHOT = {
    "id": "0704.0001", "submitter": "A", "authors": "Ada L\\\"ampe, Bo Oil", "title": "Old\n  Lamps",
    "comments": "3 pages", "journal-ref": "Lamps D 76:013009, 2007", "doi": "10.1103/Lamps.76",
    "categories": "hep-ph astro-ph", "abstract": "  Lit.\n",
    "versions": [{"version": "v1", "created": "Mon, 2 Apr 2007 19:18:42 GMT"}], "update_date": "2008-11-26",
    "authors_parsed": [["L\\\"ampe", "Ada", ""], ["Oil", "Bo", "Jr."]],
}  # fmt: skip


MORE = {"id": "0704.0002", "title": "More Lamps"}
SCRIPT = {"title": "Lamps", "authors": ["Ada Wick"], "arxiv_id": "2510.09608v1", "summary": "They\nburn."}


def parse(text: str, path: str = "lamps.txt") -> Reading:
    reading = sources.parse(Source(path, text.encode(), "d"), Cache(None))
    assert reading.mistakes == ()
    return reading


def known(record: Record) -> dict[str, object]:
    work = record.work
    return {
        "title": work.title and work.title.as_text(),
        "arxiv": work.arxiv,
        "authors": [person.name for person in work.authors.people] if work.authors else [],
        "date": work.date and str(work.date),
        "added": work.added and str(work.added),
        "abstract": work.abstract and work.abstract.as_text(),
        "subject": work.subject,
        "venue": work.venue,
        "doi": work.doi,
    }


PAPERS: dict[str, tuple[str, list[dict[str, object]]]] = {
    "mail": (MAIL, [
        {"title": "Lamps of Many Wicks and of Little Oil", "arxiv": "2306.00001", "date": "2023-06-07",
         "added": "2023-06-09", "authors": ["Ada Lämpe", "Bo Oil Jr.", "Cy Ås"],
         "abstract": "We light n lamps and count them.", "subject": "math.GR", "venue": "Lamps Lett",
         "doi": "10.1234/lamps.3.12"},
        {"title": "Old Lamps", "arxiv": "2204.00002", "date": None, "authors": ["Ada Wick"], "abstract": None},
    ]),
    "past week": (PAST_WEEK, [
        {"title": "One Lamp", "added": "2023-03-03", "date": "2023-03-02"},
        {"title": "Two Lamps", "added": "2023-03-02", "abstract": None},
    ]),
    "new": (NEW, [
        {"title": "A Survey of Lamps", "authors": ["Ada Wick", "Bo van der Oil"], "subject": "cs.CL",
         "added": "2025-07-07", "abstract": "Lamps are lit. And they burn."},
        {"title": "Old Lamps", "authors": ["Cy Dim"], "arxiv": "2507.00002", "venue": "Lamps Lett", "abstract": None},
    ]),
    "recent": (RECENT, [
        {"title": "A Survey of Lamps", "added": "2025-07-09", "authors": ["Ada Wick"]},
        {"title": "Old Lamps", "added": "2025-07-08", "authors": ["Bo Oil"]},
    ]),
    "search": (SEARCH, [
        {"title": "A Survey of Lamps", "authors": ["Ada Wick", "Bo Oil"], "date": "2025-07-06", "subject": "cs.CL",
         "abstract": "Lamps are lit."},
        {"title": "Old Lamps", "arxiv": "hep-th/9901001", "date": "1999-01-01", "abstract": "They burn."},
    ]),
    "Atom": (ATOM, [
        {"title": "Lamps & n Wicks", "arxiv": "2404.00001", "authors": ["Ada Wick", "Bo Oil"],
         "date": "2024-04-01", "abstract": "They burn.", "subject": "cs.CL", "venue": "Lamps Lett",
         "doi": "10.1234/l.3", "added": None},
    ]),
    "RSS": (RSS, [
        {"title": "Lamps", "arxiv": "2507.00001", "authors": ["Ada Wick", "Bo Oil"], "date": None,
         "added": "2025-07-07", "abstract": "They burn."},
    ]),
    "snapshot": ("".join(f"{json.dumps(one)}\n" for one in (SNAPSHOT, {**SNAPSHOT, **MORE})), [
        {"title": "Old Lamps", "arxiv": "0704.0001", "authors": ["Ada Lämpe", "Bo Oil Jr."], "date": "2007-04-02",
         "abstract": "Lit.", "subject": "hep-ph", "venue": "Lamps D", "doi": "10.1103/lamps.76"},
        {"title": "More Lamps", "arxiv": "0704.0002"},
    ]),
    "script": (json.dumps({"count": 1, "papers": [SCRIPT]}, indent=2), [
        {"title": "Lamps", "arxiv": "2510.09608", "authors": ["Ada Wick"], "abstract": "They burn."},
    ]),
}  # fmt: skip


@pytest.mark.parametrize("name", PAPERS)
def test_every_field_is_read(name: str) -> None:
    text, papers = PAPERS[name]
    found = [known(record) for record in parse(text).records]
    assert [{key: one[key] for key in paper} for one, paper in zip(found, papers, strict=True)] == papers


def test_a_page_on_one_line_says_where_it_guesses() -> None:
    reading = parse(
        "Lamps - arXiv\n"
        "arXiv:2507.00001 [pdf, html, other] Title: A Survey of Lamps Ada Wick, Bo Oil Subjects: Lamps (cs.CL) "
        "arXiv:2507.00002 [pdf, html, other] Title: Old Lamps of the...\n"
    )
    assert [known(record)["title"] for record in reading.records] == ["A Survey of Lamps", "Old Lamps of the..."]
    assert known(reading.records[0])["authors"] == ["Ada Wick", "Bo Oil"]
    assert reading.remarks == (
        "line 2: where the title ends is a guess: A Survey of Lamps | Ada Wick, Bo Oil",
        "line 2: the text breaks off",
    )


def test_an_entry_without_links_is_read_or_told() -> None:
    links = " [pdf, html, other]"
    paper = "[{n}] arXiv:2401.0000{n}{links}\nTitle: Lamps {n}\nAuthors: Ada Wick, Bo Oil\nSubjects: Wicks (cs.CL)\n\n"
    papers = [paper.format(n=n, links="" if n == 3 else links) for n in range(1, 5)]
    titles = [str(record.work.title) for record in parse("".join(papers)).records]
    assert titles == ["Lamps 1", "Lamps 2", "Lamps 3", "Lamps 4"]
    text = "".join([papers[0], "[2] arXiv:2401.00002\n\n", papers[3]])
    reading = sources.parse(Source("lamps.txt", text.encode(), "d"), Cache(None))
    assert [str(record.work.title) for record in reading.records] == ["Lamps 1", "Lamps 4"]
    assert [(m.message, m.span.line) for m in reading.mistakes] == [("no title was found for arXiv:2401.00002", 6)]


@pytest.mark.parametrize("text", [MAIL, NEW, SEARCH, ATOM, RSS], ids=["mail", "new", "search", "Atom", "RSS"])
def test_half_a_file_is_read_or_reported_and_never_breaks(text: str) -> None:
    for end in range(0, len(text), 7):
        sources.parse(Source("lamps.txt", text[:end].encode(), "d"), Cache(None))


def test_a_feed_that_defines_entities_is_refused() -> None:
    bomb = ATOM.replace('<feed', '<!DOCTYPE feed [<!ENTITY a "aaaa">]>\n<feed', 1)  # fmt: skip
    reading = sources.parse(Source("x.xml", bomb.encode(), "d"), Cache(None))
    assert ([mistake.check for mistake in reading.mistakes], reading.records) == (["broken-entry"], ())


def test_large_files_are_read_in_linear_time() -> None:
    started = time.process_time()
    assert len(parse(MAIL * 1000).records) == 2000
    assert len(parse(NEW * 1000).records) == 2000
    parse(NEW + "arXiv:" * 200_000)
    assert time.process_time() - started < 15


@pytest.mark.parametrize(("name", "expected"), COUNTS.items())
def test_real_files_are_read_to_their_count(name: str, expected: tuple[str, int]) -> None:
    path = SAMPLES / name
    if not path.is_file():
        pytest.skip("the real listings are not on this machine")
    reading = sources.parse(Source(path.name, path.read_bytes(), "d"), Cache(None))
    assert (reading.format, len(reading.records)) == expected
    assert reading.mistakes == ()
