"""Keys by which papers are cited: what keeps them, and what they are made of."""

from __future__ import annotations

import pytest

from conspectus.diagnostics import Span
from conspectus.exports import CitationKeys
from conspectus.exports.keys import KEY, new_key
from conspectus.model.ledger import Ledger
from conspectus.model.paper import Authority, Paper, Record
from conspectus.model.people import Authors, Person
from conspectus.model.when import Date
from conspectus.model.work import Reference, Work
from conspectus.text import Text

SPAN = Span("content/papers/lamps.bib", 1)


def paper(id: str, *keys: str, was: tuple[str, ...] = ()) -> Paper:
    """A paper with a record of the curator's, and one from an export for each of these keys."""
    work = Work(title=Text(id), was=was)
    exports = (Record(work, SPAN, Authority.EXPORT, key) for key in keys)
    return Paper(id, work, (Record(work, SPAN, Authority.CURATOR, id), *exports), {})


def kept(**keys: str) -> Ledger:
    return Ledger({id: Reference(key, SPAN) for id, key in keys.items()})


def keys_of(papers: list[Paper], ledger: Ledger) -> dict[str, str]:
    keys = CitationKeys(papers, ledger)
    return {paper.id: keys.of(paper) for paper in papers}


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
def test_a_key_that_is_not_kept_is_the_exports_where_it_is_its_own_else_the_id(
    papers: list[Paper], keys: dict[str, str]
) -> None:
    assert keys_of(papers, Ledger()) == keys
    assert keys_of(papers[::-1], Ledger()) == keys


def test_a_kept_key_stands_whatever_an_export_says_and_however_the_paper_is_called() -> None:
    ledger = kept(wick="lampe2023wick")
    for changed in (paper("wick"), paper("wick", "Lampe23"), paper("trim", was=("cut", "wick"))):
        assert keys_of([changed], ledger) == {changed.id: "lampe2023wick"}


def test_nobody_gets_a_key_that_is_kept_for_another_or_was() -> None:
    ledger = kept(wick="bell", gone="Valve")
    found = keys_of([paper("wick"), paper("bell"), paper("valve"), paper("tide", "bell")], ledger)
    assert found == {"wick": "bell", "bell": "bell-2", "valve": "valve-2", "tide": "tide"}


def written(title: str, *authors: str, date: str = "") -> Paper:
    people = Authors(tuple(map(Person.parse, authors))) if authors else None
    work = Work(title=Text(title), authors=people, date=Date.parse(date) if date else None)
    return Paper("id", work, (Record(work, SPAN, Authority.CURATOR, "id"),), {})


@pytest.mark.parametrize(
    ("made", "key"),
    [
        (written("On the Trimming of Wicks", "Ada Lampe", "Bo Sternlicht", date="2023-05"), "lampe2023trimming"),
        (written("Block-Trim: A Wick", "Ada Lampe", date="2023"), "lampe2023blocktrim"),
        (written("Öl für Lampen", "Åsa O'Løwe-Ní", date="1901"), "oloweni1901ol"),
        (written("Lamps", "Jo van der Glas", date="1901"), "vanderglas1901lamps"),
        (written("Lamps", "Wick Team", date="1901"), "wickteam1901lamps"),
        (written(r"$O(\log n)$ Nights", "Ada Lampe"), "lampeolog"),
        (written("Lamps at Sea", date="1901"), "lamps1901"),
        (written("灯", "灯台", date="1901"), "id"),
        (written("What It Is", "Ada Lampe", date="1901"), "lampe1901what"),
    ],
)  # fmt: skip
def test_a_new_key_is_author_year_and_word(made: Paper, key: str) -> None:
    assert new_key(made, ()) == key
    assert KEY.fullmatch(key) and key.isascii()


def test_a_new_key_is_the_exports_if_there_is_one() -> None:
    assert new_key(paper("wick", "Lampe:23"), ()) == "Lampe:23"
    assert new_key(paper("wick", "Lampe:23"), ("lampe:23",)) == "wick"


def test_a_new_key_that_is_taken_grows_by_words_then_by_the_id_then_by_a_number() -> None:
    made, taken = written("On Lamps at Sea", "Ada Lampe", date="1901"), set[str]()
    found = []
    for _ in range(5):
        found.append(new_key(made, taken))
        taken.add(found[-1].lower())
    assert found == ["lampe1901lamps", "lampe1901lampssea", "id", "lampe1901lamps-2", "lampe1901lamps-3"]
