"""What exports are told of a paper, and what kind of work it is."""

from __future__ import annotations

import pytest

from conspectus.exports import EXPORTS, Entry, write
from conspectus.exports.kinds import kind_of
from conspectus.model.work import Link, Work


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ({"kind": "thesis", "venue": "ICML 2023"}, "thesis"),
        ({"venue": "NeurIPS 2023"}, "paper-conference"),
        ({"venue": "ICML'23"}, "paper-conference"),
        ({"venue": "EMNLP 2025 Findings"}, "paper-conference"),
        ({"venue": "T4V Workshop at CVPR 2023"}, "paper-conference"),
        ({"venue": "Journal of Imaginary Lights 8(2) (2021)"}, "article-journal"),
        ({"venue": "Lights", "volume": "7"}, "article-journal"),
        ({"venue": "Lights"}, "document"),
        ({"venue": "Lights", "arxiv": "2305.99901"}, "document"),
        ({"arxiv": "2305.99901"}, "article"),
        ({"arxiv": "2305.99901", "kind": "article", "venue": "ICML 2023"}, "paper-conference"),
        ({"arxiv": "2305.99901", "kind": "article", "venue": "Lights"}, "article"),
        ({}, "document"),
    ],
)
def test_a_kind_nobody_said_is_told_by_the_venue(said: dict[str, str], kind: str) -> None:
    assert kind_of(Work(**said)) == kind  # type: ignore[arg-type]


def test_the_best_address_is_where_the_paper_is_to_be_read() -> None:
    code, pdf = Link("code", "https://code.example/"), Link("pdf", "https://pdf.example/")
    assert Entry("key", Work(), (code, pdf)).url == pdf.url
    assert Entry("key", Work(), (code,)).url == code.url
    assert Entry("key", Work()).url == ""


def test_the_same_entries_give_the_same_text(article: Entry) -> None:
    again = Entry(article.key, article.work, article.links)
    for export in EXPORTS:
        assert write(export, [article]) == write(export, [again])
        assert article.title.split()[-1] in write(export, [article])
        assert export.NAME and export.SUFFIX and "/" in export.MEDIA_TYPE
