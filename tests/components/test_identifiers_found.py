"""Papers found by the identifiers that stand in what a reader pastes, by Node."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from search_by_node import answers, built

pytestmark = pytest.mark.skipif(not shutil.which("node"), reason="there is no Node")

WICK, LENS, BELL = "2402.99903", "10.99999/lens(2022)7", "math/0309136"
RECORDS = [
    {"title": "Trimming the Wick", "id": "wick", "arxiv": WICK, "date": "2024"},
    {"title": "A Stepped Lens", "id": "lens", "doi": LENS, "date": "2022"},
    {"title": "What the Bell Wrote Down in arXiv", "id": "bell", "arxiv": BELL, "date": "2003"},
]

PASTED = {
    "wick": (
        *(
            "[{}]",
            "(arXiv:{})",
            "arXiv: {}.",
            "{},",
            '"{}"',
            "<https://arxiv.org/abs/{}>",
            "arXiv preprint arXiv:{} (2024)",
        ),
        *("CoRR abs/{}", "arXiv:{}v1 [cs.CL] 25 Feb 2024", "eprint = {{{}}},", "doi: 10.48550/arXiv.{}", "arXiv%3A{}"),
        *("https://www.semanticscholar.org/arxiv/{}", "https://arxiv.org/pdf/{}v2.pdf#page=3", "\u202a{}\u202c"),
        "A. Lampe, B. Docht. On trimming the lens of a bell. arXiv preprint arXiv:{}, 2024.",
    ),
    "lens": (
        *(
            "({})",
            "[{}].",
            "<https://doi.org/{}>",
            "DOI: {};",
            "doi = {{{}}},",
            "https://doi.org/10.99999%2Flens(2022)7",
        ),
        *("https://lamps.example/doi/full/{}", "https://lamps.example/content/pdf/{}.pdf?from=here", "{}\u200b"),
        "Lampe, A. (2022). A stepped bell. Lamps 7, 1–9. https://doi.org/{}.",
    ),
    "bell": ("math.GT/0309136v2", "https://arxiv.org/abs/math/0309136", "(math/0309136)"),
}
CITED = (
    "{{{}}}",
    "{},",
    "\\citep[see][]{{{}}}",
    "\\citet*{{{}}}",
    "[@{}, p. 3]",
    "@misc{{{},",
    '"{}"',
    "\\cite{{{}}}.",
    "[[@{}]]",
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("lamps"), RECORDS)


def test_identifiers_are_found_however_they_are_pasted(site: Path) -> None:
    identifiers = {"wick": WICK, "lens": LENS, "bell": BELL}
    pasted = {form.format(identifiers[id]): id for id, forms in PASTED.items() for form in forms}
    pasted |= {form.format("wick"): "wick" for form in CITED}
    found = dict(zip(pasted, answers(site, *pasted), strict=True))
    assert {query: (results[:1], partial) for query, (results, partial) in found.items()} == {
        query: ([id], []) for query, id in pasted.items()
    }


def test_all_identifiers_of_a_query_are_found(site: Path) -> None:
    assert [
        results for results, _ in answers(site, "\\cite{wick, bell}", f"{WICK} {LENS} 2402.99999", "[@lens; @bell]")
    ] == [
        ["wick", "bell"],
        ["lens", "wick"],
        ["lens", "bell"],
    ]


def test_digits_of_another_identifier_are_none(site: Path) -> None:
    queries = (f"10.99999/{WICK}", f"1{WICK}", f"{WICK}1", "10.48550/arXiv.2402.99999", "@nobody", "pass@wick")
    assert [results for results, _ in answers(site, *queries)] == [[]] * len(queries)


def test_what_only_identifies_a_paper_that_is_not_there_matches_none_in_part(site: Path) -> None:
    queries = (
        "arXiv:2402.99999",
        "https://arxiv.org/abs/2402.99999",
        "https://doi.org/10.99999/bell",
        "bell 2402.99999",
    )
    assert answers(site, *queries) == [([], []), ([], []), ([], []), ([], ["bell"])]
