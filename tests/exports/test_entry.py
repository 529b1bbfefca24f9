"""What exports are told of a paper, and what kind of work it is."""

from __future__ import annotations

import pytest

from conspectus.exports import EXPORTS, Entry, write
from conspectus.exports.kinds import issued, kind_of
from conspectus.model.when import Date
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


@pytest.mark.parametrize(
    ("venue", "arxiv", "date"),
    [
        ("ICML 2025", "2410.99901", Date(2025)),
        ("EMNLP 2025 Findings", "2410.99901", Date(2025)),
        ("ICML 2024", "2410.99901", Date(2024, 10, 28)),
        ("Lights", "2410.99901", Date(2024, 10, 28)),
        ("Lights 2025–2026", "2410.99901", Date(2024, 10, 28)),
        ("arXiv 2025", "2410.99901", Date(2024, 10, 28)),
        ("ICML 2025", None, Date(2024, 10, 28)),
        (None, "2410.99901", Date(2024, 10, 28)),
    ],
)
def test_a_preprint_s_date_is_not_cited_with_a_venue_of_another_year(
    venue: str | None, arxiv: str | None, date: Date
) -> None:
    assert issued(Work(venue=venue, arxiv=arxiv, date=Date(2024, 10, 28))) == date


def test_every_format_cites_the_year_of_the_venue() -> None:
    work = Work(venue="ICML 2025", arxiv="2410.99901", date=Date(2024, 10, 28))
    for export in EXPORTS:
        text = write(export, [Entry("lamp", work)])
        assert "2025" in text and "2024" not in text


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
