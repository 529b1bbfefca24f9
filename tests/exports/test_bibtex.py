"""BibTeX, read back by pybtex, by bibtexparser and by our own importer."""

from __future__ import annotations

import re

import bibtexparser
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pybtex.database import BibliographyData, parse_string
from pybtex.database import Entry as Read

from conspectus.exports import Entry, bibtex, write
from conspectus.model.paper import Source
from conspectus.model.people import Authors, Person
from conspectus.model.when import Date
from conspectus.model.work import Work
from conspectus.sources import bibtex as importer
from conspectus.sources.bibtex_works import KINDS
from conspectus.text import Text
from reading_tex import decoded


def read(*entries: Entry) -> BibliographyData:
    return parse_string(write(bibtex, entries), "bibtex")


def alone(entry: Entry) -> Read:
    found = read(entry).entries
    assert list(found) == [entry.key]
    return found[entry.key]


def test_another_library_reads_every_fact(article: Entry) -> None:
    found = alone(article)
    assert found.type == "article"
    assert dict(found.fields) == {
        "title": r"{Trimming the Wick in $O(\log n)$ Nights: 50\% \& more}",
        "journal": r"Lights \& Shadows",
        "volume": "7",
        "number": "2",
        "pages": "11--29",
        "publisher": r"Salt\_Press \#1",
        "year": "2023",
        "month": "May",
        "day": "4",
        "eprint": "2305.99901",
        "archivePrefix": "arXiv",
        "eprinttype": "arxiv",
        "doi": "10.99999/wick_2023",
        "keywords": "{oil, lamp}, burner",
    }
    people = list(map(str, found.persons["author"]))
    assert people == ["Sternlicht, Bo", "van der Glas, Jo", "O'Löwe-Ní, Åsa", "{Drøbak}"]


def test_our_importer_reads_what_we_wrote(article: Entry) -> None:
    source = Source("content/papers/back.bib", write(bibtex, [article]).encode(), "")
    (record,) = importer.parse(source).records
    assert record.id == article.key
    for name in ("authors", "date", "kind", "venue", "volume", "issue", "pages", "publisher", "arxiv", "doi"):
        assert getattr(record.work, name) == getattr(article.work, name), name
    assert record.work.title and str(record.work.title) == article.title


@pytest.mark.parametrize("kind", [None, *sorted({*KINDS.values(), "article"})])
def test_every_kind_of_work_has_an_entry_and_keeps_its_venue_and_publisher(kind: str | None, make_entry) -> None:  # type: ignore[no-untyped-def]
    found = alone(make_entry(kind=kind, venue="Somewhere", publisher="Someone", date="2020"))
    assert {"Somewhere", "Someone"} <= set(found.fields.values())


def test_a_preprint_is_misc_with_its_eprint(make_entry) -> None:  # type: ignore[no-untyped-def]
    found = alone(make_entry(arxiv="hep-th/9901001", date="1999-01"))
    assert (found.type, found.fields["eprint"], found.fields["month"]) == ("misc", "hep-th/9901001", "January")
    assert "url" not in found.fields


def test_months_are_bare(article: Entry) -> None:
    assert re.search(r"^  month +=\ may,$", write(bibtex, [article]), re.MULTILINE)


def test_authors_that_are_left_out_are_and_others(make_entry) -> None:  # type: ignore[no-untyped-def]
    some = Authors((Person("Lampe", "Ada"),), others=True)
    assert "{Lampe, Ada and others}" in write(bibtex, [make_entry(authors=some)])
    assert "author" not in write(bibtex, [make_entry(authors=Authors(count=12))])


def test_a_hostile_title_breaks_nothing(hostile: str, make_entry) -> None:  # type: ignore[no-untyped-def]
    entries = [
        make_entry("first", hostile, venue=hostile, keywords=(hostile,), date="2020"),
        make_entry("last", "Calm"),
    ]
    assert list(read(*entries).entries) == ["first", "last"]
    assert read(*entries).entries["first"].fields["year"] == "2020"
    library = bibtexparser.parse_string(write(bibtex, entries))
    assert [entry.key for entry in library.entries] == ["first", "last"]
    assert not library.failed_blocks


@settings(deadline=None)
@given(st.text(max_size=60))
def test_whatever_a_title_says_the_entry_stays_whole(title: str) -> None:
    entry = Entry("key", Work(title=Text(title), venue=title, date=Date(2020)))
    assert list(read(entry).entries) == ["key"]
    assert read(entry).entries["key"].fields["year"] == "2020"


SAID = st.text(st.sampled_from("aZéØß中ō #$%&_{}~^\\<>|@\"'`=:;.,!?()[]*+/-0123"), min_size=1).map(
    lambda text: " ".join(text.split())
)


@settings(deadline=None)
@given(SAID)
def test_plain_text_comes_back_as_it_was(text: str) -> None:
    found = read(Entry("key", Work(title=Text("T"), venue=text))).entries["key"]
    assert decoded(found.fields.get("howpublished", "")) == text


NAMES = st.text(st.sampled_from("abdenorsABDNO éØßłō中-.&{}_,"), min_size=1).map(lambda text: " ".join(text.split()))


@settings(deadline=None)
@given(st.lists(st.builds(Person, NAMES.filter(bool), NAMES), min_size=1, max_size=3))
def test_names_come_back_as_they_were(people: list[Person]) -> None:
    work = Work(title=Text("T"), authors=Authors(tuple(people)))
    found = read(Entry("key", work)).entries["key"].persons["author"]
    last = [decoded(" ".join([*person.prelast_names, *person.last_names])) for person in found]
    first = [decoded(" ".join([*person.first_names, *person.middle_names])) for person in found]
    assert list(zip(last, first, strict=True)) == [(person.family, person.given) for person in people]


def test_a_name_that_divides_is_held_together() -> None:
    people = (Person("Sons and Daughters"), Person("others"), Person("Smith and", "A"), Person("King", "Martin", "Jr."))
    found = read(Entry("key", Work(title=Text("T"), authors=Authors(people)))).entries["key"].persons["author"]
    assert [str(person) for person in found] == [
        "{Sons and Daughters}",
        "{others}",
        "{Smith and}, A",
        "King, Jr., Martin",
    ]
