"""Lists of papers in Markdown. All samples are made up in the layouts of real lists."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conspectus import sources
from conspectus.cache import Cache
from conspectus.model.paper import Reading, Record, Source
from conspectus.sources import awesome

SAMPLES = Path(__file__).resolve().parents[3] / "shared" / "samples"

COUNTS = {
    "awesome/awesome-efficient-llm-kv-cache.md": 57,
    "awesome/awesome-llm-long-context.md": 1475,
    "awesome/awesome-multimodal-token-compression.md": 63,
    "awesome/awesome-video-diffusion.md": 794,  # 793 whole links, and one whose opening bracket is missing
    "awesome/ml-papers-of-the-week-slice.md": 54,
    "listings/cv-arxiv-daily-wechat.md": 839,
    "listings/hf-daily-table-2024-10-10.md": 43,
    "listings/zhuwenxing-archive-2023-12.md": 53,
}


def parse(text: str, path: str = "README.md") -> Reading:
    return sources.parse(Source(path, text.encode(), "d"), Cache(None))


def only(line: str) -> Record:
    reading = parse(f"## Lamps\n\n{line}\n")
    assert not reading.mistakes
    (record,) = reading.records
    return record


LINES = {
    "- [Dim Lamps: A Survey of Wicks](<arxiv>v2) (Mar., 2026)": {
        "title": "Dim Lamps: A Survey of Wicks", "arxiv": "2404.14469", "date": "2026-03",
    },
    "- [Wickar](<arxiv>): Many-Tenant Oil Serving | MLSys' 24": {
        "title": "Wickar: Many-Tenant Oil Serving", "venue": "MLSys", "date": "2024",
    },
    "- [Every Drop Counts](<arxiv>): Burning Oil without Lamps of Brass| Oil Group": {
        "title": "Every Drop Counts: Burning Oil without Lamps of Brass", "organization": "Oil Group",
    },
    "1. **Lamps: A Review.** AI Open 2020. [paper](https://doi.org/10.1016/j.l.1)\n\n    *Ada Wick, Bo Oil.*": {
        "title": "Lamps: A Review", "venue": "AI Open", "doi": "10.1016/j.l.1",
        "authors": ["Ada Wick", "Bo Oil"],
    },
    "2. (2018 ACM CSUR) **Learning to Light: Methods.** _Ada Wick, Bo Oil_. [[pdf](<arxiv>)]": {
        "title": "Learning to Light: Methods", "venue": "ACM CSUR", "date": "2018", "arxiv": "2404.14469",
        "authors": ["Ada Wick", "Bo Oil"],
    },
    '3. <u>LAMP</u>: **"No Wick Left Behind"**. *LAMP Team.* arXiv 2022. [[Paper](<arxiv>)]': {
        "title": "No Wick Left Behind", "method": "LAMP", "authors": ["LAMP Team"], "venue": None,
    },
    "- A Speed Odyssey of Oil Lamps <br> NeurIPS 2023 [[Paper]](<arxiv>) [[Code]](<code>)": {
        "title": "A Speed Odyssey of Oil Lamps", "venue": "NeurIPS", "code": "https://github.com/o/il",
    },
    "- Deep Lamp Style Transfer (2017), F. Wick et al. [[pdf]](<arxiv>)": {
        "title": "Deep Lamp Style Transfer", "date": "2017", "authors": ["F. Wick"],
    },
    "- 2022-11-30, **Oil Racks and Shelves**, Ada Wick et.al., Paper: [<arxiv>](<arxiv>), Code: **[<code>](<code>)**": {
        "title": "Oil Racks and Shelves", "date": "2022-11-30", "authors": ["Ada Wick"], "arxiv": "2404.14469",
        "code": "https://github.com/o/il",
    },
    "| Date | Title | Paper | Code |\n|-|-|-|-|\n|2023.05|🔥[**OilQA**] Lit Lamps(@Oilworks) |[[pdf]](<arxiv>)|⚠️|": {
        "title": "Lit Lamps", "method": "OilQA", "organization": "Oilworks", "date": "2023-05",
    },
    "| Title & Authors | Links |\n|:--|:-:|\n|[![Publish](https://img.shields.io/badge/Conference-NeurIPS'23-blue)]()<br>"
    "[Lamps: Ten Wicks](<arxiv>) <br> Ada Wick, Bo (Bob) Oil |[Github](<code>) <br> [Paper](<arxiv>)|": {
        "title": "Lamps: Ten Wicks", "venue": "NeurIPS", "date": "2023", "code": "https://github.com/o/il",
    },
    "<table><tr><th>Title</th><th>Venue</th></tr>\n<tr><td><a href='https://openreview.net/forum?id=x'>Lamps</a></td>"
    "<td>ICLR 2024</td></tr></table>": {"title": "Lamps", "venue": "ICLR", "date": "2024"},
    "- **Lamps with Two Wicks**\n  - Ada Wick, Bo Oil\n  - [Paper](<arxiv>) [Code](<code>)": {
        "title": "Lamps with Two Wicks", "authors": ["Ada Wick", "Bo Oil"], "arxiv": "2404.14469",
        "code": "https://github.com/o/il",
    },
    "- [x] :fire: [Lamps and Links](https://dl.acm.org/doi/pdf/10.1145/3676641.3715998)": {
        "title": "Lamps and Links", "doi": "10.1145/3676641.3715998",
    },
    '- Smith, J., Wick, A. et al. "Lamps of the North." *ACL*, 2022. [[link]](<arxiv>)': {
        "title": "Lamps of the North", "authors": ["J. Smith", "A. Wick"], "venue": "ACL", "date": "2022",
    },
    '- Wick, Ada, Bo Oil, and Cy Fay. "Lamps of the South". In *Proceedings of EMNLP*, 2021. [pdf](<arxiv>)': {
        "title": "Lamps of the South", "authors": ["Ada Wick", "Bo Oil", "Cy Fay"], "venue": "Proceedings of EMNLP",
    },
    "- Wick, A., Oil, B., & Fay, C. (2020). Lamps of the East: A review. *Lamps*, 12(3), 1-9. [link](<arxiv>)": {
        "title": "Lamps of the East: A review", "authors": ["A. Wick", "B. Oil", "C. Fay"], "date": "2020",
    },
    "- Wick A, Oil BC. Lamps of the West. J Light. 2020;12:1-9. [link](<arxiv>)": {
        "title": "Lamps of the West", "authors": ["A Wick", "BC Oil"],
    },
    "- Wick et al., “Lamps of One”, NeurIPS 2021 [link](<arxiv>)": {
        "title": "Lamps of One", "authors": ["Wick"], "venue": "NeurIPS", "date": "2021",
    },
    "- Ada Wick, Bo Oil. **Lamps in Bold.** ICLR 2022. [[link]](<arxiv>)": {
        "title": "Lamps in Bold", "authors": ["Ada Wick", "Bo Oil"], "venue": "ICLR",
    },
    "- Deep Lamp Style and Wick Control. ICLR 2022. [[link]](<arxiv>)": {
        "title": "Deep Lamp Style and Wick Control", "authors": [], "venue": "ICLR",
    },
    "- [Lamps at Dusk](<arxiv>) (arXiv 2024.07)": {"title": "Lamps at Dusk", "date": "2024-07", "venue": None},
    "- **Lamps at Dawn** (ICLR, Jul 2024) [paper](<arxiv>)": {"date": "2024-07", "venue": "ICLR"},
    "- [Lamps at Six](<arxiv>), Samuel Lampe Jr., Ada Wick. ICLR 2024": {"authors": ["Samuel Lampe Jr.", "Ada Wick"]},
    "| Title | Year |\n|-|-|\n| Lamps without a Link | 2024 |": {"title": "Lamps without a Link", "date": "2024"},
}  # fmt: skip


def known(record: Record) -> dict[str, object]:
    work = record.work
    return {
        "title": work.title and work.title.source,
        "arxiv": work.arxiv,
        "doi": work.doi,
        "venue": work.venue,
        "date": work.date and str(work.date),
        "organization": work.organization,
        "method": dict(work.facts).get("method"),
        "authors": [person.name for person in work.authors.people] if work.authors else [],
        "code": next((link.url for link in work.urls if link.kind == "code"), None),
    }


@pytest.mark.parametrize("line", LINES)
def test_an_entry_in_any_layout_is_read(line: str) -> None:
    urls = {"<arxiv>": "https://arxiv.org/abs/2404.14469", "<code>": "https://github.com/o/il"}
    found = known(only(re.sub("<arxiv>|<code>", lambda mark: urls[mark[0]], line)))
    assert {name: found[name] for name in LINES[line]} == LINES[line]


LIST = """\
# Awesome Lamps 💡 [![Awesome](https://awesome.re/badge.svg)](https://awesome.re)

A list of lamps. If you use it, please cite:

```bibtex
@article{wick2024lamps, title={A Survey of Lamps}, year={2024}}
```

## Contents
- [Papers](#papers)
- [More lamps](https://github.com/a/lamps)

### 1. Papers

#### 1.1 💡 Oil lamps ([back](#contents))
<details open><summary>2024</summary>

- [Oil for All of Us](https://arxiv.org/abs/2404.00001)
</details>

**Small ones**

- [Small Lamps in the Hall](https://arxiv.org/abs/2404.00002)

## Talks
- Keynotes
  - [Lamps that Were Spoken Of](https://arxiv.org/abs/2404.00003)

- [lampctl](https://github.com/lamp/ctl) - Turns lamps on and off from a terminal.

## News
- [2024.05.01] Paper: [Oil for All of Us](https://arxiv.org/abs/2404.00001)
- [2024.05.02] Paper: [A Lamp that Is Only News](https://arxiv.org/abs/2404.00009)

## Related awesome lists
- [Awesome Wicks of the World](https://arxiv.org/abs/2404.00005)
"""


def test_headings_become_groups_and_the_rest_is_told() -> None:
    reading = parse(LIST)
    assert {record.span.line: record.groups for record in reading.records} == {
        18: (("Oil lamps",),),
        23: (("Oil lamps", "Small ones"),),
        27: (("Talks", "Keynotes"),),
        33: (),
    }
    assert str(reading.records[0].work.date) == "2024"
    assert [(dropped.span.line, dropped.title) for dropped in reading.dropped] == [
        (6, "A Survey of Lamps"),
        (29, "lampctl"),
        (36, "Awesome Wicks of the World"),
    ]
    assert all(dropped.why for dropped in reading.dropped)
    assert reading.remarks == (
        "the file also holds BibTeX: 0 records taken, 1 record left out, by which the list asks to be cited",
        "1 paper announced as news stand in the list itself and are read there",
    )


def test_bibtex_that_is_part_of_the_list_is_taken_too() -> None:
    reading = parse(
        "## Lamps\n- [Oil for All](https://arxiv.org/abs/2404.00001)\n\n### Wicks\n```\n@misc{w, title={Wicks}}\n```\n"
    )
    assert [(record.span.line, record.id) for record in reading.records] == [(2, None), (6, "w")]
    assert "BibTeX: 1 record taken" in reading.remarks[0]


def test_bibtex_without_a_fence_is_taken_too() -> None:
    reading = parse("# Notes\n\n@misc{w, title={Wicks}}\n\n@misc{o,\n  title={Oil}}\n")
    assert [(record.span.line, record.id) for record in reading.records] == [(3, "w"), (5, "o")]


def test_rows_without_a_link_and_a_column_for_titles_are_told() -> None:
    reading = parse(
        "## L\n- [Oil for All](https://arxiv.org/abs/2404.00001)\n\n| What | Authors |\n|-|-|\n"
        "| Lamps of Olden Days | 12 |\n\n| Kind | Size |\n|-|-|\n| a lamp of brass | 7 |\n"
    )
    assert [(dropped.span.line, dropped.title) for dropped in reading.dropped] == [(6, "Lamps of Olden Days")]
    assert "no column of its table is called title" in reading.dropped[0].why


def test_two_preprints_in_one_entry_are_told() -> None:
    reading = parse(
        "## L\n- [Lamps on Paper](https://arxiv.org/abs/2503.14378) (Oct., 2025) [![arXiv](https://img.shields.io/badge/arXiv-b31b1b.svg)]"
        "(https://arxiv.org/abs/2510.05096)\n"
    )
    assert reading.records[0].work.arxiv == "2510.05096"
    assert reading.remarks == ("line 2: the entry links to 2503.14378 and 2510.05096; 2510.05096 is taken",)


@pytest.mark.parametrize(("name", "count"), COUNTS.items())
def test_real_lists_are_read_to_their_count(name: str, count: int) -> None:
    path = SAMPLES / name
    if not path.is_file():
        pytest.skip("the real lists are not on this machine")
    reading = awesome.parse(Source(path.name, path.read_bytes(), "d"))
    assert (len(reading.records), reading.mistakes) == (count, ())


PIECES = '- |1. |\n|  |[|](|)|<td>|</li>|<details>|**|@a{|```|http://a.org|# |Lamps |(2024)|&#|<!--|"|é|\0'.split("|")


@given(st.lists(st.sampled_from([*PIECES, "|"]), max_size=60))
def test_whatever_is_written_is_read(pieces: list[str]) -> None:
    parse("".join(pieces))


def test_a_large_list_is_read_in_linear_time() -> None:
    item = "- [Lamps and Wicks of the World](https://arxiv.org/abs/2404.14469) Ada Wick, Bo Oil. ICLR 2024.\n"
    names = f"Dim Lamps. {', '.join(['Ada Wick'] * 20_000)} [pdf](https://arxiv.org/abs/2404.14469)\n"
    for text in (item * 10_000, names, "<!--" * 100_000, "<a href='" * 20_000, "<ul><li>" * 20_000):
        started = time.process_time()
        parse(text)
        assert time.process_time() - started < 10


def test_a_file_without_papers_is_an_error() -> None:
    reading = parse("# Notes\n\nOnly words, and [a link](https://example.org).\n")
    assert (reading.records, [mistake.check for mistake in reading.mistakes]) == ((), ["broken-listing"])


MISSED = """\
# Lamps
## Oil
- [Oil for All of Us](https://arxiv.org/abs/2404.00001)
- [data link](data:text/html,x) [[pdf]](https://arxiv.org/abs/2404.00002)
- https://doi.org/10.99999/Lamps.3.
- arXiv:2404.00004
<!-- - https://arxiv.org/abs/2404.00005 -->
```
@misc{x, title = {Wicks}, eprint = {2404.00006}, url = {https://arxiv.org/abs/2404.00006}}
```

As said in a sentence that speaks of a paper (https://arxiv.org/pdf/2404.00007v2.pdf), or of
the first one, https://arxiv.org/abs/2404.00001, again.
"""


def test_no_line_that_links_to_a_paper_is_passed_over_in_silence() -> None:
    reading = parse(MISSED)
    told = {one.span.line: one.why for one in reading.dropped}
    assert [line for line, why in told.items() if "with a title first" in why] == [4, 5, 6, 12]
    assert reading.dropped[0].title == "data link [[pdf]](https://arxiv.org/abs/2404.00002)"
