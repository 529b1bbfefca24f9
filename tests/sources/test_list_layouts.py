"""Layouts of entries in lists of papers. All samples are made up in the layouts of real lists."""

from __future__ import annotations

import re

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
    )
    assert [(record.span.line, record.groups) for record in reading.records] == [
        (3, (("Lamps", "Oil"),)),
        (4, (("Lamps", "Oil"),)),
    ]


def test_a_preprint_under_its_doi_is_not_told_as_missed() -> None:
    reading = parse("## Lamps\n- **Lamps by Number.** [[paper](https://doi.org/10.48550/arXiv.2404.14469)]\n")
    assert [record.work.arxiv for record in reading.records] == ["2404.14469"]
    assert reading.dropped == ()


def test_papers_on_feedback_are_papers_of_the_list() -> None:
    reading = parse(f"## Lamps\n### Feedback\n- [Lamps that Answer Back]({ARXIV})\n")
    assert [record.groups for record in reading.records] == [(("Lamps", "Feedback"),)]
