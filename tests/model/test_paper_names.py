"""Which paper a name means. All papers here are made up."""

from __future__ import annotations

import pytest

from conspectus.diagnostics import Span
from conspectus.model.ledger import Ledger
from conspectus.model.paper import Library
from conspectus.model.paper_names import find, others
from conspectus.model.work import Reference
from made_up_records import EXPORT, library_of, reading, work

LEDGER = Ledger({"tin": Reference("glas2021tin", Span("content/citation-keys.yaml", 1))})


@pytest.fixture(scope="module")
def library() -> Library:
    first = reading(
        "a.bib",
        EXPORT,
        ("Glas_2021", work("A Mirror of Tin", doi="10.1000/Mirror(1)", was=("tin",))),
        ("same2020", work("Fog Horns That Answer", arxiv="2404.00001")),
    )
    return library_of([first, reading("b.bib", EXPORT, ("same2020", work("Burning Oil by Night")))])


@pytest.mark.parametrize(
    "name, ids",
    [
        ("burning-oil-by-night", ["burning-oil-by-night"]),
        ("Burning-Oil-By-Night", ["burning-oil-by-night"]),
        ("TIN", ["10-1000-mirror-1"]),
        ("glas_2021", ["10-1000-mirror-1"]),
        ("https://doi.org/10.1000/mirror(1)", ["10-1000-mirror-1"]),
        ("glas2021TIN", ["10-1000-mirror-1"]),
        ("arXiv:2404.00001v3", ["2404.00001"]),
        ("same2020", ["2404.00001", "burning-oil-by-night"]),
        ("nobody", []),
        ("", []),
    ],
)
def test_a_name_means_the_papers_that_have_it(library: Library, name: str, ids: list[str]) -> None:
    assert [paper.id for paper in find(name, library, LEDGER)] == ids


def test_an_id_comes_before_a_key_and_a_kept_key_before_that_of_an_export(library: Library) -> None:
    kept = Ledger({"2404.00001": Reference("same2020", Span("content/citation-keys.yaml", 1))})
    assert [paper.id for paper in find("same2020", library, kept)] == ["2404.00001"]
    named = library_of([reading("c.bib", EXPORT, ("horns", work("Lamps")), ("x", work("Horns")))])
    assert [paper.title.as_text() for paper in find("horns", named)] == ["Horns"]


def test_each_name_of_a_paper_is_listed_once(library: Library) -> None:
    (paper,) = find("tin", library)
    assert list(others(paper, LEDGER)) == ["tin", "glas2021tin", "Glas_2021", "10.1000/Mirror(1)"]
