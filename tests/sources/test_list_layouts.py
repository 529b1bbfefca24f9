"""Layouts of entries in lists of papers. All samples are made up in the layouts of real lists."""

from __future__ import annotations

import re
import time

import pytest

from conspectus import sources
from conspectus.cache import Cache
from conspectus.model.paper import Reading, Record, Source

ARXIV, CODE = "https://arxiv.org/abs/2404.14469", "https://github.com/o/il"

LINES = {
    '- **Wickar**: "Wickar: Oil to Many", ICML, 2021 (*Lampworks*). [[Paper](<arxiv>)][[PyTorch (wip)](<code>)]': {
        "title": "Wickar: Oil to Many", "method": "Wickar", "venue": "ICML", "date": "2021",
        "organization": "Lampworks", "code": CODE, "authors": [],
    },
    '- **?**: "Lamps "Lit" by Hand", arXiv, 2023 (*Oil University*). [[Paper](<arxiv>)]': {
        "title": 'Lamps "Lit" by Hand', "method": None, "organization": "Oil University", "authors": [],
    },
    '- **Oiler**: "Talking to Lamps". ICLR(2020) [[paper]](<arxiv>)': {
        "title": "Talking to Lamps", "venue": "ICLR", "date": "2020",
    },
    "- (arXiv 2022.04) Lighting **Brass Lamps** of **Oil**-Wicks, [[Paper]](<arxiv>)": {
        "title": "Lighting Brass Lamps of Oil-Wicks", "date": "2022-04",
    },
    "- (arXiv 2022.04) **Lamp Lighting** in the age of oil, [[Paper]](<arxiv>)": {
        "title": "Lamp Lighting in the age of oil", "authors": [],
    },
    "- Brass-Oriented Lamp Lighting for **Slow Oil**, [[Paper]](<arxiv>)": {
        "title": "Brass-Oriented Lamp Lighting for Slow Oil", "authors": [],
    },
    "- LWL: **Crossed** Wick Lighting with Oil, [[Paper]](<arxiv>)": {"title": "LWL: Crossed Wick Lighting with Oil"},
    "- **Lamps of Olden Days** Ada Wick, Bo Oil. ICLR 2022. [[Paper]](<arxiv>)": {
        "title": "Lamps of Olden Days", "authors": ["Ada Wick", "Bo Oil"],
    },
    "- **Dim Lamps on a Shelf (KDD 2005)**\n  - Ada Wick, Bo Oil\n  - [[Paper]](<arxiv>)": {
        "title": "Dim Lamps on a Shelf", "venue": "KDD", "date": "2005", "authors": ["Ada Wick", "Bo Oil"],
    },
    "- [[Brass] Dim Lamps on a Wall (Lampworks 2016)](https://lamp.org/dim.pdf)": {
        "title": "Dim Lamps on a Wall", "method": "Brass", "date": "2016",
    },
    "- [[CVPR2021](<arxiv>)] Lamps that Shine Twice [[github](<code>)]": {
        "title": "Lamps that Shine Twice", "venue": "CVPR", "date": "2021", "arxiv": "2404.14469", "code": CODE,
    },
    "- [[TMM](<arxiv>)] Compact Lamps. [[code](<code>)]": {
        "title": "Compact Lamps", "venue": "TMM", "arxiv": "2404.14469",
    },
    "**Lamps in Three Lines**<br>\nAda Wick, Bo Oil<br>\n[EMNLP 2024](<arxiv>) • [Code](<code>)": {
        "title": "Lamps in Three Lines", "venue": "EMNLP", "arxiv": "2404.14469", "authors": ["Ada Wick", "Bo Oil"],
    },
    "- <[Lamps for Hire](<arxiv>)>, by Ada Wick, Bo Oil and Cy Fay, ICRA 2019.": {
        "title": "Lamps for Hire", "venue": "ICRA", "authors": ["Ada Wick", "Bo Oil", "Cy Fay"],
    },
    "- Ada Wick , Bo Oil .2021. [Lamps to Let](<arxiv>) . In *Proceedings of ACL 2021*.": {
        "title": "Lamps to Let", "date": "2021", "authors": ["Ada Wick", "Bo Oil"],
    },
    '- Wickar: "Serving Oil to Two" CVPR (Oral). [[Paper]](<arxiv>)': {
        "title": "Serving Oil to Two", "method": "Wickar",
    },
    "- **Pixel Lamps of Brass (2018 CVPR)** [[Paper]](<arxiv>)": {
        "title": "Pixel Lamps of Brass", "venue": "CVPR", "date": "2018",
    },
    "- Wick A, Oil B, et al. <b>Deep Lamps: a Survey[J]</b>. Journal of Lamps, 2020, 2(2): 11-15. [Link](<arxiv>)": {
        "title": "Deep Lamps: a Survey", "authors": ["A Wick", "B Oil"], "venue": "Journal of Lamps",
    },
    "- Ada Wick, Bo Oil, and Cy Fay, *Relit: A Net for Lamps of Brass*, arXiv:2404.14469 [[Paper](<arxiv>)]": {
        "title": "Relit: A Net for Lamps of Brass", "authors": ["Ada Wick", "Bo Oil", "Cy Fay"],
    },
    "[3]Light, Burn, then Shine: Lamps of Few Shots<br>\n[paper](<arxiv>) | [code](<code>)<br><br>": {
        "title": "Light, Burn, then Shine: Lamps of Few Shots", "authors": [], "code": CODE,
    },
    "- [2025/05/30] **Lamps of the Town** | [[paper]](<arxiv>) | [code]": {
        "title": "Lamps of the Town", "organization": None,
    },
}  # fmt: skip


def parse(text: str) -> Reading:
    return sources.parse(Source("README.md", text.encode(), "d"), Cache(None))


def told(record: Record) -> dict[str, object]:
    work = record.work
    return {
        "title": work.title and work.title.source,
        "arxiv": work.arxiv,
        "venue": work.venue,
        "date": work.date and str(work.date),
        "organization": work.organization,
        "method": dict(work.facts).get("method"),
        "authors": [person.name for person in work.people],
        "code": next((link.url for link in work.urls if link.kind == "code"), None),
    }


@pytest.mark.parametrize("line", LINES)
def test_an_entry_in_the_layout_of_a_real_list_is_read(line: str) -> None:
    text = re.sub("<arxiv>|<code>", lambda mark: ARXIV if mark[0] == "<arxiv>" else CODE, line)
    reading = parse(f"## Lamps\n\n{text}\n")
    assert not reading.mistakes and not reading.dropped
    (record,) = reading.records
    assert {name: told(record)[name] for name in LINES[line]} == LINES[line]


def test_entries_below_an_item_that_heads_them_are_papers_whatever_leads_them() -> None:
    reading = parse(
        "## Lamps\n"
        "* Oil:\n"
        f'    * **Wickar**: "Serving Oil to Many", ICML, 2021 (*Lampworks*). [[Paper]({ARXIV})]\n'
        '    * **?**: "Serving Oil to None", arXiv, 2021. [[Paper](https://arxiv.org/abs/2404.00001)]\n'
        "    * Ada Wick, Bo Oil, *Serving Oil to One Lamp*, arXiv:2404.00002 [[Paper](https://arxiv.org/abs/2404.00002)]\n"
    )
    assert [record.span.line for record in reading.records] == [3, 4, 5]
    assert {record.groups for record in reading.records} == {(("Lamps", "Oil"),)}


def test_a_preprint_under_its_doi_is_not_told_as_missed() -> None:
    reading = parse("## Lamps\n- **Lamps by Number.** [[paper](https://doi.org/10.48550/arXiv.2404.14469)]\n")
    assert [record.work.arxiv for record in reading.records] == ["2404.14469"]
    assert reading.dropped == ()


def test_papers_on_feedback_are_papers_of_the_list() -> None:
    reading = parse(f"## Lamps\n### Feedback\n- [Lamps that Answer Back]({ARXIV})\n")
    assert [record.groups for record in reading.records] == [(("Lamps", "Feedback"),)]


@pytest.mark.parametrize(
    "below",
    [
        f"**Lamps of the Shore**\n\n- Paper: {ARXIV}\n- Code: {CODE}\n",
        f"**7. Lamps of the Shore**\n\n- Homepage: https://lamp.example\n- Paper(Oral): {ARXIV}\n- Code：{CODE}\n",
        f"##### • Lamps of the Shore. [\\[PDF\\]]({ARXIV}) [\\[Code\\]]({CODE})\n\n_Ada Wick and Bo Oil_\n",
        f"#### [Lamps of the Shore]({ARXIV})\n\nICCV Workshop 2017\n\n[[code]]({CODE})\n\n1. lit\n",
        f"#### Lamps of the Shore\n\nAda Wick, Bo Oil\n\n[[paper]]({ARXIV}) [[code]]({CODE})\n",
        f"3.【】 <a name='x'>**Lamps of the Shore.**</a> ACL, 2019. [paper]({ARXIV}) [code]({CODE})\n\n"
        "   * Wick, Ada and Oil, Bo.\n",
    ],
)
def test_a_title_and_what_stands_in_the_blocks_below_it_are_one_paper(below: str) -> None:
    reading = parse(
        f"# Awesome Lamps\n\n## Shores\n\n{below}\n## Hills\n\n- [Lamps of the Hill](https://arxiv.org/abs/1)\n"
    )
    record, hill = reading.records
    assert (told(record)["title"], told(record)["arxiv"], told(record)["code"]) == (
        "Lamps of the Shore",
        "2404.14469",
        CODE,
    )
    assert (record.groups, hill.groups) == ((("Shores",),), (("Hills",),))
    assert told(record)["authors"] in ([], ["Ada Wick", "Bo Oil"])
    assert bool(told(record)["authors"]) == ("Wick" in below)
    assert not reading.dropped and not reading.mistakes


def test_headings_that_mostly_link_to_papers_are_entries_and_others_are_not() -> None:
    papers = "".join(
        f"#### [Lamps of Shore {n}](https://arxiv.org/abs/2404.0000{n})\n\n1. a note\n\n" for n in (1, 2, 3)
    )
    reading = parse(
        f"## Shores [[site]](https://lamp.example)\n\n{papers}#### [Lamps of My Shore](https://lamp.example/x)\n"
    )
    assert [record.groups for record in reading.records] == [(("Shores",),)] * 4


PARAGRAPHS = {
    f"**[5]** Wick, Ada, et al. \"**Dim Lamps**.\" arXiv:2404.14469 (2024). [[pdf]]({ARXIV}) **(D)** :star:": (
        "Dim Lamps", ["Ada Wick"],
    ),
    f"Dim Lamps at Sea. Wick, Oil, Le Fay. {ARXIV}": ("Dim Lamps at Sea", ["Wick", "Oil", "Le Fay"]),
    f"Dim Lamps on Land.\tWick, Oil\t{ARXIV}": ("Dim Lamps on Land", ["Wick", "Oil"]),
    f"ECCV'20: **Dim Lamps in the Air**. [paper]({ARXIV}) [page](https://lamp.example)<br>\n*comment*: dim.": (
        "Dim Lamps in the Air", [],
    ),
    f"<p><a href='https://lamp.example/a.png'><img src='a.png'></a>"
    f"<a href='{ARXIV}'><strong>Dim Lamps of Old</strong></a><br>"
    f"Ada Wick, Bo Oil<br>[<a href='{ARXIV}'>paper</a>]<br><strong>Topic:</strong> Lamps</p>": (
        "Dim Lamps of Old", ["Ada Wick", "Bo Oil"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("text", PARAGRAPHS)
def test_a_paragraph_may_be_an_entry(text: str) -> None:
    reading = parse(f"# Lamps\n\n## 2021\n\n{text}\n")
    (record,) = reading.records
    assert (told(record)["title"], told(record)["authors"]) == PARAGRAPHS[text]
    assert told(record)["arxiv"] == "2404.14469"


def test_a_paragraph_about_papers_is_none() -> None:
    reading = parse(
        f"## Lamps\n\nWe keep this list for [our survey]({ARXIV}).\n\n"
        f'The name "Dim Lamps" and its logo are ours, see [here]({CODE}).\n\n'
        "- [Lamps of the Hill](https://arxiv.org/abs/2404.00001)\n"
    )
    assert [record.span.line for record in reading.records] == [7]


def test_paragraphs_of_an_item_that_are_links_to_papers_are_papers() -> None:
    reading = parse(
        f"## Lamps\n\n- Oil\n\n    [Lamps of the Shore]({ARXIV})\n\n\n    [Lamps of the Hill](https://doi.org/10.1000/x)\n"
    )
    assert [(record.span.line, record.groups) for record in reading.records] == [
        (5, (("Lamps", "Oil"),)),
        (8, (("Lamps", "Oil"),)),
    ]


def test_lines_with_a_name_say_what_they_are_called() -> None:
    reading = parse(
        f"## Lamps\n- [Lamps of the Shore]({ARXIV})\n    - Ada Wick, Bo Oil\n    - 🏛️ Institutions: Lampworks, Oil Inc\n"
        "    - 📅 Date: July 2, 2025\n    - 📑 Publisher: Findings of ACL 2025\n    - 🔑 Key: [oil], [wicks]\n"
        "    - 📖 TLDR: Lamps at ICLR 2020 were dim.\n"
    )
    (record,) = reading.records
    assert (told(record)["authors"], told(record)["date"]) == (["Ada Wick", "Bo Oil"], "2025-07-02")
    assert (told(record)["venue"], told(record)["organization"]) == ("Findings of ACL", "Lampworks, Oil Inc")
    assert record.work.keywords == ("oil", "wicks")


def test_columns_without_a_title_tell_the_venue_and_the_date() -> None:
    reading = parse(
        "## Lamps\n|Abbreviation|Title|Publication|Paper|\n|:-:|-|-|-|\n"
        f"|**DIM**|**Dim Lamps on a Shelf**|TGRS2022|[DIM]({ARXIV})|\n\n"
        f"|Data|Year|Where|\n|-|-|-|\n|[Dim]({CODE})|2014|SIGGRAPH 2014 [[pdf]]({ARXIV}v1)|\n"
    )
    first, second = map(told, reading.records)
    assert (first["title"], first["venue"], first["date"]) == ("Dim Lamps on a Shelf", "TGRS", "2022")
    assert (second["title"], second["date"]) == ("Dim", "2014")


def test_pages_of_the_repository_are_no_papers() -> None:
    reading = parse(
        "# Lamps\n\n| Section | Papers |\n|-|-|\n"
        "| [Lamps, Wicks and Oil](https://github.com/o/il/blob/main/lamps.md) | 12 |\n"
    )
    assert not reading.records


def test_long_white_space_takes_no_time() -> None:
    before = time.process_time()
    reading = parse(f"## Lamps\n\n- Lamps of the Shore{chr(9) * 60_000}[[paper]]({ARXIV})\n")
    assert told(reading.records[0])["title"] == "Lamps of the Shore"
    assert time.process_time() - before < 5
