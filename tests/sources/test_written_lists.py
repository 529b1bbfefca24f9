"""Lists that programs wrote into the cells of a table, as Python, NumPy and JSON write them."""

from __future__ import annotations

import csv
import io
import time

import pytest

from conspectus.model.paper import Reading, Source
from conspectus.sources import table
from conspectus.sources.written_lists import DEEPEST


def read(**cells: str) -> Reading:
    out = io.StringIO()
    csv.writer(out).writerows([["title", "year", *cells], ["Lamps", "2020", *cells.values()]])
    reading = table.parse(Source("t.csv", out.getvalue().encode(), "d"))
    assert reading.mistakes == ()
    return reading


def names(reading: Reading) -> list[str]:
    authors = reading.records[0].work.authors
    return [person.name for person in authors.people] if authors else []


@pytest.mark.parametrize(
    "cell",
    [
        "['Ann Ape', 'Bob Bee']",
        "['Ape, Ann', 'Bee, Bob']",
        "['Ann Ape' 'Bob Bee']",
        "['Ann Ape'\n 'Bob Bee']",
        "('Ann Ape', 'Bob Bee')",
        "{'Ann Ape', 'Bob Bee'}",
        "[u'Ann Ape', u'Bob Bee']",
        "['Ann Ape', None, 'Bob Bee', nan]",
        "array(['Ann Ape', 'Bob Bee'], dtype=object)",
        "array(['Ann Ape', 'Bob Bee'],\n      dtype='<U7')",
        "[{'authorId': '1', 'name': 'Ann Ape'}, {'authorId': None, 'name': 'Bob Bee'}]",
        '[{"authorId": "1", "name": "Ann Ape"}, {"authorId": null, "name": "Bob Bee", "hIndex": 3}]',
        "[{'first': 'Ann', 'last': 'Ape'}, {'given': 'Bob', 'family': 'Bee', 'affiliation': ['Hive (North)']}]",
        r"['Ann\xa0Ape', 'Bob\tBee']",
    ],
)
def test_names_of_a_list_are_read(cell: str) -> None:
    reading = read(authors=cell)
    assert (names(reading), reading.remarks) == (["Ann Ape", "Bob Bee"], ())


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("{'name': 'Ann Ape'}", ["Ann Ape"]),
        ("('Ann Ape',)", ["Ann Ape"]),
        ("['Ann Ape', None]", ["Ann Ape"]),
        ("[nan]", []),
        ("[None]", []),
        ("[]", []),
        (r'["J\u00fcrgen O\u0027Bee", "\ud83d\udd6f Lamp"]', ["Jürgen O'Bee", "🕯 Lamp"]),
        ("""["Bob O'Bee", 'Ann \\'t Ape']""", ["Bob O'Bee", "Ann 't Ape"]),
        ("{'t Wick, Ada}", ["'t Wick, Ada"]),
        ("{Salt Group}", ["Salt Group"]),
    ],
)
def test_other_cells(cell: str, expected: list[str]) -> None:
    reading = read(authors=cell)
    assert (names(reading), reading.remarks) == (expected, ())


@pytest.mark.parametrize(
    "cell",
    [
        "['Ann Ape', 'Bob B",
        "[{'authorId': '1', 'name': 'Ann Ape'}, {'auth",
        "['Ann Ape', __import__('os')]",
        "[['Ape', 'Ann', ''], ['Bee', 'Bob', '']]",
        "['Ann Ape': 'Bob Bee']",
        "['Ann Ape'] and ['Bob Bee']",
        f"{'[' * DEEPEST}['Ann Ape']{']' * DEEPEST}",
    ],
)
def test_what_is_no_list_is_left_out_with_a_remark(cell: str) -> None:
    reading = read(authors=cell)
    assert names(reading) == []
    (remark,) = reading.remarks
    assert remark.startswith(f"line 2: `{cell[:60]}` in the column `authors` is not a list that can be read")


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("['honey', 'wax, soft']", ("honey", "wax, soft")),
        ("('honey', 'wax, soft')", ("honey", "wax, soft")),
        ("['honey; wax']", ("honey", "wax")),
        ("['honey, wax']", ("honey", "wax")),
        ("honey, wax", ("honey", "wax")),
    ],
)
def test_a_comma_in_a_keyword_of_a_list_is_its_own(cell: str, expected: tuple[str, ...]) -> None:
    assert read(keywords=cell).records[0].work.keywords == expected


@pytest.mark.parametrize("text", ["['Lamps' and Wicks]", "('Lamps', 'Wicks')", "[1]", "(2020)", "['a"])
def test_other_columns_keep_what_only_looks_like_a_list(text: str) -> None:
    reading = read(abstract=text)
    assert (str(reading.records[0].work.abstract), reading.remarks) == (text, ())


@pytest.mark.parametrize(
    ("id", "arxiv"),
    [("http://arxiv.org/abs/2001.00001v2", "2001.00001"), ("arXiv:2001.00001", "2001.00001"), ("17", None)],
)
def test_an_id_of_arxiv_is_one(id: str, arxiv: str | None) -> None:
    reading = read(id=id)
    assert (reading.records[0].work.arxiv, reading.remarks) == (arxiv, ())


@pytest.mark.parametrize("piece", ["[", "['", "{'a':", "array([", "'a' ", "\\", "['a',", "array(" + " " * 99, ","])
def test_a_cell_of_any_length_is_read_in_a_moment(piece: str) -> None:
    started = time.process_time()
    for begin in ("", "['a', ", "array(["):
        read(authors=begin + piece * (100_000 // len(piece)))
    assert time.process_time() - started < 4
