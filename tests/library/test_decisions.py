"""What the curator says with `same_as` and `not`, and where it cannot be. All papers here are made up."""

from __future__ import annotations

from dataclasses import replace

import pytest

from conspectus.diagnostics import Span
from conspectus.model.paper import Library, Reading
from conspectus.model.work import Reference
from made_up_records import CURATOR, EXPORT, library_of, reading, work

TWO = "`same_as` says that this paper is `snow`, but a `not` says that they are two"
TITLES = {"ice": "Lamps of Ice", "snow": "Lanterns in Snow", "hail": "Hail on the Gallery"}


def said(*others: Reading, same_as: dict[str, str] | None = None, apart: dict[str, str] | None = None) -> Library:
    """The library of three papers of the curator's, and of what else is read."""
    here = Span("own.yaml", 1)
    read = reading("own.yaml", CURATOR, *((id, work(title)) for id, title in TITLES.items()))
    records = []
    for record in read.records:
        same, other = (same_as or {}).get(str(record.id)), (apart or {}).get(str(record.id))
        references = (Reference(other, here),) if other else ()
        records.append(replace(record, same_as=Reference(same, here) if same else None, other=references))
    return library_of([replace(read, records=tuple(records)), *others])


@pytest.mark.parametrize(
    ("same_as", "apart", "message"),
    [
        ({"ice": "ice"}, {}, "`same_as` names the paper itself"),
        ({"ice": "rain"}, {}, "`same_as` names `rain`, which is no paper"),
        (
            {"ice": "snow"},
            {"ice": "snow"},
            "`same_as` says that this paper is `snow`, but a `not` says that they are two",
        ),
        (
            {"ice": "snow"},
            {"snow": "ice"},
            "`same_as` says that this paper is `snow`, but a `not` says that they are two",
        ),
        ({"ice": "twice"}, {}, "`same_as` names `twice`, which means 2 papers"),
    ],
)
def test_what_cannot_be_is_told_and_the_ids_stay(same_as: dict[str, str], apart: dict[str, str], message: str) -> None:
    twice = [reading(f"{n}.bib", EXPORT, ("twice", work(f"Fog of {n}"))) for n in ("May", "June")]
    library = said(*twice, same_as=same_as, apart=apart)
    assert [mistake.message for mistake in library.mistakes] == [message]
    assert library.ids == {*TITLES, "fog-of-may", "fog-of-june"}


@pytest.mark.parametrize("last", ["ice", "snow"])
def test_a_circle_is_told_once(last: str) -> None:
    library = said(same_as={"ice": "snow", "snow": "hail", "hail": last})
    (mistake,) = library.mistakes
    ways = {"ice": "`hail` → `ice` → `snow` → `hail`", "snow": "`hail` → `snow` → `hail`"}
    assert (mistake.check, mistake.message) == ("cycle", f"`same_as` leads in a circle: {ways[last]}")
    assert len(library.papers) == 1


def test_one_of_three_that_are_not_all_one_is_told() -> None:
    library = said(same_as={"ice": "snow", "snow": "hail"}, apart={"ice": "hail"})
    (mistake,) = library.mistakes
    assert "but a `not` says that they are two" in mistake.message
    assert library.ids == {"snow", "hail"}


def test_an_id_is_meant_before_a_citation_key() -> None:
    library = said(reading("a.bib", EXPORT, ("snow", work("Fog in May"))), same_as={"ice": "snow"})
    assert not library.mistakes and library.ids == {"snow", "hail", "fog-in-may"}


def test_a_key_of_one_work_in_two_libraries_is_clear() -> None:
    fog = [reading(f"{n}.bib", EXPORT, ("fog", work("Fog in May"))) for n in "ab"]
    library = said(*fog, same_as={"ice": "fog"})
    assert not library.mistakes and len(library.papers) == 3
