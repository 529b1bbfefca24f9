"""The ids of papers. All papers here are made up."""

from __future__ import annotations

from typing import Any

import pytest

from conspectus.model.paper import (
    Paper,
    Reading,
)
from conspectus.model.when import Date
from made_up_records import CURATOR, EXPORT, library_of, people, reading, work


def one(*readings: Reading) -> Paper:
    (paper,) = library_of(readings).papers
    return paper


@pytest.mark.parametrize(
    ("said", "id"),
    [
        (("mine", work("T", arxiv="2404.14469")), "mine"),
        (work("T", arxiv="2404.14469", doi="10.1000/X.y"), "2404.14469"),
        (work("T", arxiv="hep-th/9901001"), "hep-th9901001"),
        (work("T", doi="10.1000/x_(y)"), "10-1000-x-y"),
        (work("Naïve $x$: A Test"), "naive-x-a-test"),
        (work("日本"), "paper-4b5ed3cd"),
    ],
)
def test_an_id_is_the_curators_or_comes_from_an_identifier_or_the_title(said: Any, id: str) -> None:
    found = one(reading("a.yaml", CURATOR, said)).id
    assert found == id or (id.startswith("paper-") and found.startswith("paper-") and len(found) == 14)


def test_the_key_of_an_export_is_no_id() -> None:
    assert one(reading("a.bib", EXPORT, ("smith2020", work("A Title")))).id == "a-title"


def test_ids_that_collide_become_longer_all_of_them() -> None:
    def ids(*works: Any) -> list[str]:
        return [paper.id for paper in library_of([reading("a.bib", EXPORT, *works)]).papers]

    years = [work("Introduction", date=Date(year)) for year in (2001, 2005)]
    assert ids(*years) == ids(*reversed(years)) == ["introduction-2001", "introduction-2005"]
    names = [work("Preface", date=Date(2001), authors=people(name)) for name in ("Ada Bee", "Cy Dee")]
    assert ids(*names, *years) == ["introduction-2001", "introduction-2005", "preface-2001-bee", "preface-2001-dee"]
    mine = reading("b.yaml", CURATOR, ("preface", work("Something Else")))
    assert [paper.id for paper in library_of([mine, reading("a.bib", EXPORT, names[0])]).papers] == [
        "preface",
        "preface-2001",
    ]
