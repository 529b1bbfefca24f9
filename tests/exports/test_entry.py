"""Keys by which papers are cited, and what kind of work they are."""

from __future__ import annotations

import pytest

from conspectus.diagnostics import Span
from conspectus.exports import EXPORTS, Entry, citation_keys
from conspectus.exports.kinds import kind_of
from conspectus.model.paper import Authority, Link, Paper, Record, Work
from conspectus.text import Text

SPAN = Span("content/papers/lamps.bib", 1)


def paper(id: str, *keys: str) -> Paper:
    """A paper with a record of the curator's, and one from an export for each of these keys."""
    work = Work(title=Text(id))
    exports = (Record(work, SPAN, Authority.EXPORT, key) for key in keys)
    return Paper(id, work, (Record(work, SPAN, Authority.CURATOR, id), *exports), {})


@pytest.mark.parametrize(
    ("papers", "keys"),
    [
        ([paper("wick")], {"wick": "wick"}),
        ([paper("wick", "lampe2023", "lampe23")], {"wick": "lampe2023"}),
        ([paper("wick", "Wick")], {"wick": "Wick"}),
        ([paper("a", "same"), paper("b", "Same"), paper("c", "own")], {"a": "a", "b": "b", "c": "own"}),
        ([paper("a", "b"), paper("b")], {"a": "a", "b": "b"}),
        ([paper("a", "b"), paper("b", "c")], {"a": "a", "b": "c"}),
        ([paper("a", "with space"), paper("b", "br{ace"), paper("c", "com,ma")], {"a": "a", "b": "b", "c": "c"}),
        ([paper("a", "DBLP:conf/nips/Lampe23")], {"a": "DBLP:conf/nips/Lampe23"}),
    ],
)
def test_a_key_is_the_exports_where_it_is_its_own_else_the_id(papers: list[Paper], keys: dict[str, str]) -> None:
    assert citation_keys(papers) == keys
    assert citation_keys(reversed(papers)) == keys


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
        assert export.write([article]) == export.write([again])
        assert article.key in export.write([article])
        assert export.NAME and export.SUFFIX and "/" in export.MEDIA_TYPE
