"""Files that nobody writes are read in time that grows with them; `benchmarks/hostile.py` reads 10 MB of each."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest

from conspectus import sources
from conspectus.cache import Cache
from conspectus.model.paper import Reading, Source
from conspectus.model.people import Person

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))

from hostile_inputs import FILES, Shape

SIZE, MOST_SECONDS = 40_000, 4
"""What took a minute or more at this size would take hours at 10 MB."""

UNKNOWN = ("JSON: lists in lists", "JSON: objects in objects", "a table of many columns", "one line of letters",
           "one line of digits", "empty lines", "zero bytes")  # fmt: skip
"""Files that no format knows."""


def read(name: str, text: str) -> Reading:
    return sources.parse(Source(f"content/papers/{name}", text.encode(), "d"), Cache(None))


@pytest.mark.parametrize(("name", "shape"), FILES, ids=[name for name, _ in FILES])
def test_a_hostile_file_is_read_in_a_moment(name: str, shape: Shape) -> None:
    text = shape.make(SIZE)
    read(shape.file, text[:100])  # what a reader needs is imported once
    begun = time.process_time()
    found = read(shape.file, text)
    assert time.process_time() - begun < MOST_SECONDS
    assert (found.format == "unknown format") == (name in UNKNOWN)


def test_a_name_has_one_orcid_however_many_stand_behind_it() -> None:
    number = "0000-0002-1825-0097"
    nested = "0000-0002-1825-" * 2000 + "0097" * 2000
    assert not read("x.yaml", f"- title: Lamps\n  authors: ['{nested}']\n").records[0].work.authors
    for name in (f"Ada Wick {number} {number}", f"Ada Wick {f'{number} ' * 2000}"):
        (record,) = read("x.yaml", f"- title: Lamps\n  authors: ['{name}']\n").records
        assert record.work.authors
        assert record.work.authors.people == (Person("Wick", "Ada", orcid=number),)


def test_an_entry_behind_a_percent_sign_is_read_once() -> None:
    found = read("x.bib", "%@a{b,title={Lamps}}@a{c,title={Oil}}\n@a{d,title={Wicks}}\n")
    assert [str(record.work.title) for record in found.records] == ["Wicks"]
    assert [dropped.title for dropped in found.dropped] == ["Lamps", "Oil"]


def test_what_strings_come_to_is_bounded_and_told() -> None:
    text = "@string{a={" + "x " * 4000 + "}}\n" + "@a{b,title={x},abstract=a}\n" * 300
    found = read("x.bib", text)
    assert len(found.records) == 300
    assert [mistake.message for mistake in found.mistakes] == [
        "the strings of this file come to more than 2,000,000 characters; some are read as written"
    ]


def test_what_entries_take_over_is_bounded_and_told() -> None:
    parent = "@book{p," + "".join(f"f{number}={{x}},\n" for number in range(5000)) + "}\n"
    found = read("x.bib", parent + "@inbook{b,title={x},crossref={p}}\n" * 200)
    assert len(found.records) == 201
    assert "the entries refer to so many others that some of what those have is left out" in found.remarks


def test_a_long_key_is_cut_where_it_is_told_of() -> None:
    found = read("x.bib", "@a{" + "k" * 5000 + ",title={x}," + "f={x},f={y}," * 3 + "crossref={" + "m" * 5000 + "}}")
    assert found.remarks
    assert max(map(len, found.remarks)) < 300


def test_a_collection_is_told_with_those_above_it() -> None:
    collections = ",".join(f'"k{n}":{{"parent":"k{n - 1}","name":"c{n}","items":[{n}]}}' for n in range(30))
    items = ",".join(f'{{"itemType":"book","title":"x","itemID":{n}}}' for n in (1, 29))
    first, last = read("x.json", f'{{"items":[{items}],"collections":{{{collections}}}}}').records
    assert first.groups == (("c0", "c1"),)
    assert last.groups == (tuple(f"c{n}" for n in range(10, 30)),)


def test_a_byline_of_a_million_characters_is_told_and_left_out() -> None:
    names = "Ada Wick and " * 90_000
    for name, text in (
        ("x.bib", f"@a{{b,title={{x}},author={{{names}}}}}"),
        ("x.yaml", f"- title: x\n  authors: {names}\n"),
    ):
        found = read(name, text)
        assert found.records[0].work.authors is None
        assert "`authors` of this record has a value of" in found.mistakes[0].message


def test_a_list_of_broken_objects_is_read_up_to_a_thousand() -> None:
    begin = '[\n{"type": "book", "id": 1, "title": "x"},\n'
    found = read("x.json", begin + "{\n" * 2000 + "]")
    assert (len(found.records), len(found.mistakes)) == (1, 1000)
    assert "what stands below is not read" in found.mistakes[-1].message
