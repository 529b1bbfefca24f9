"""What imports write down of entries, and what it does for their papers. All papers here are made up."""

from __future__ import annotations

from dataclasses import replace

import pytest

from conspectus import entry_ledger, sources
from conspectus.cache import Cache
from conspectus.curation.entry_lines import with_lines
from conspectus.diagnostics import Span
from conspectus.model.ledger import Entries, Entry, ids_path
from conspectus.model.paper import Reading, Source
from conspectus.model.when import Date
from conspectus.model.work import Reference
from made_up_records import CURATOR, EXPORT, library_of, people, reading, work


def load(text: str) -> Entries:
    return entry_ledger.load(Source("content/imported/refs.bib.ids.yaml", text.encode(), ""))


def with_ids(read: Reading, **ids: str) -> Reading:
    return entry_ledger.with_entries(read, Entries({name: Entry(id) for name, id in ids.items()}))


def test_ids_and_days_are_read() -> None:
    found = load("# ours\nwick: {id: wick, added: 2026-01-31, doi: 10.1000/X}\n'DBLP:x/Y': {id: y}\nz: {added: 2026}\n")
    assert not found.mistakes
    assert found.by_name == {
        "wick": Entry("wick", Date(2026, 1, 31), None, "10.1000/x"),
        "DBLP:x/Y": Entry("y"),
        "z": Entry(None, Date(2026)),
    }
    assert load("") == load("# nothing yet\n") == Entries()


@pytest.mark.parametrize(
    ("text", "check"),
    [
        ("- wick\n", "bad-value"),
        ("wick: x\n", "bad-value"),
        ("wick: {id: a/b}\n", "bad-identifier"),
        ("wick: {added: soon}\n", "bad-date"),
        ("wick: {name: x}\n", "unknown-key"),
        ("wick: {id: 'a}\n", "broken-yaml"),
    ],
)
def test_what_cannot_be_read_is_a_mistake(text: str, check: str) -> None:
    assert [mistake.check for mistake in load(text).mistakes] == [check]


def test_records_are_called_by_key_else_identifier_else_title() -> None:
    read = reading(
        "a.bib",
        EXPORT,
        ("k", work("A")),
        ("k", work("B")),
        work("C", arxiv="2404.00001"),
        work("D", doi="10.1/d"),
        work("E"),
    )
    assert entry_ledger.names(read.records) == ["k", "k (2)", "arXiv:2404.00001", "doi:10.1/d", "E"]


def test_a_corrected_title_and_year_keep_the_id() -> None:
    for title, year in (("A Mirror of Tin", 2021), ("A Mirror of Silver", 1999)):
        read = reading("content/papers/a.bib", EXPORT, ("mirror", work(title, date=Date(year))))
        (paper,) = library_of([with_ids(read, mirror="glas2021mirror")]).papers
        assert (paper.id, paper.title.as_text(), paper.work.was) == ("glas2021mirror", title, ())


def test_an_entry_whose_key_changed_is_known_by_its_doi() -> None:
    entries = Entries({"old": Entry("mirror", doi="10.1/m"), "lamp": Entry("lamp", doi="10.1/l")})
    read = reading("a.bib", EXPORT, ("new", work("A Mirror", doi="10.1/m")), ("lamp", work("A Lamp", doi="10.1/m")))
    assert [record.assigned for record in entry_ledger.with_entries(read, entries).records] == ["mirror", "lamp"]


def test_a_title_before_it_was_edited_is_nobodys() -> None:
    """The ledger knows an entry without a key by each title that it had."""
    written = load("Quiet lamps of winter: {id: quiet}\nBright horns of the north: {id: quiet}\n")
    edited = work("Bright horns of the north")
    read = reading("a.ris", EXPORT, edited, work("Quiet lamps of summer"))
    assert [entry and entry.id for entry in entry_ledger.known(read.records, written)] == ["quiet", None]
    assert [entry and entry.id for entry in entry_ledger.known(read.records[1:], written)] == ["quiet"]


def test_a_record_with_an_id_of_its_own_gets_only_the_day() -> None:
    entries = Entries({"wick": Entry("other", Date(2026, 1, 31))})
    (record,) = entry_ledger.with_entries(reading("a.yaml", CURATOR, ("wick", work("A"))), entries).records
    assert (record.assigned, record.work.added) == (None, Date(2026, 1, 31))


def test_a_work_that_two_files_were_imported_with_stays_one() -> None:
    first = reading("a.bib", EXPORT, ("x", work("A Mirror of Tin", date=Date(2021), authors=people("Jo Glas"))))
    second = reading("b.bib", EXPORT, ("y", work("A Mirror of Silver", date=Date(2024), authors=people("Jo Glas"))))
    assert len(library_of([first, second]).papers) == 2
    (paper,) = library_of([with_ids(first, x="mirror"), with_ids(second, y="mirror")]).papers
    assert paper.id == "mirror"


def test_the_curators_record_is_joined_by_the_id_whatever_the_title() -> None:
    export = with_ids(reading("a.bib", EXPORT, ("x", work("A Mirror of Silver"))), x="mirror")
    own = reading("b.yaml", CURATOR, ("mirror", work("My Own Title", summary="Shiny.")))
    (paper,) = library_of([export, own]).papers
    assert (paper.id, paper.title.as_text(), paper.work.summary) == ("mirror", "My Own Title", "Shiny.")
    renamed = reading("b.yaml", CURATOR, ("silver", work(was=("mirror",))))
    (paper,) = library_of([export, renamed]).papers
    assert (paper.id, paper.title.as_text(), paper.work.was) == ("silver", "A Mirror of Silver", ("mirror",))


def test_an_import_goes_to_the_paper_that_has_its_id_not_to_one_that_had_it() -> None:
    export = with_ids(reading("a.bib", EXPORT, ("x", work("A Mirror of Silver"))), x="mirror")
    has = ("mirror", work("My Own Title"))
    had = ("silver", work("Another", was=("mirror",)))
    library = library_of([export, reading("b.yaml", CURATOR, has, had)])
    assert {paper.id: len(paper.records) for paper in library.papers} == {"mirror": 2, "silver": 1}


def test_a_record_without_a_title_means_a_paper_by_a_former_id_too() -> None:
    export = reading("a.bib", EXPORT, ("mirror", work("A Mirror of Silver")))
    own = reading("b.yaml", CURATOR, ("silver", work(was=("mirror",))))
    (paper,) = library_of([export, own]).papers
    assert (paper.id, paper.title.as_text()) == ("silver", "A Mirror of Silver")


def test_the_curator_can_name_a_paper_by_the_id_it_was_imported_with() -> None:
    export = with_ids(reading("a.bib", EXPORT, ("x", work("A Mirror"))), x="glas")
    mine = reading("b.yaml", CURATOR, ("mine", work("A Mirror")))
    here = Span("b.yaml", 1)
    for said, ids in (
        ({"same_as": Reference("glas", here)}, ["glas"]),
        ({"other": (Reference("glas", here),)}, ["glas", "mine"]),
    ):
        own = replace(mine, records=(replace(mine.records[0], **said),))
        assert [paper.id for paper in library_of([export, own]).papers] == ids


def test_the_curators_word_decides_about_two_imported_papers() -> None:
    """Though nothing else speaks for it: other authors, another year, another DOI."""
    ice, snow = people("Anna Frost"), people("Carla Snow")
    one = with_ids(reading("a.bib", EXPORT, ("x", work("Bright Ice", authors=ice, doi="10.1/a"))), x="frost")
    two = with_ids(reading("b.bib", EXPORT, ("y", work("Bright Ice", authors=snow, doi="10.1/b"))), y="snow")
    assert [(pair.first, pair.second) for pair in library_of([one, two]).apart] == [("frost", "snow")]
    here = Reference("frost", Span("c.yaml", 1))
    for title in (None, "Bright Ice", "Another Title"):
        bare = reading("c.yaml", CURATOR, ("snow", work(title)))
        same = replace(bare, records=(replace(bare.records[0], same_as=here),))
        (paper,) = library_of([one, two, same]).papers
        assert (paper.id, paper.work.was, len(paper.records)) == ("frost", ("snow",), 3)
        other = replace(bare, records=(replace(bare.records[0], other=(here,)),))
        library = library_of([one, two, other])
        assert ([paper.id for paper in library.papers], library.apart) == (["frost", "snow"], ())


def test_an_id_that_gives_way_becomes_a_former_one() -> None:
    first = with_ids(reading("a.bib", EXPORT, ("x", work("A Mirror of Tin", doi="10.1/m"))), x="one")
    second = with_ids(reading("b.bib", EXPORT, ("y", work("Mirrors", doi="10.1/m"))), y="two")
    (paper,) = library_of([first, second]).papers
    assert {paper.id, *paper.work.was} == {"one", "two"}
    own = reading("c.yaml", CURATOR, ("three", work("Mirrors", doi="10.1/m")))
    (paper,) = library_of([first, second, own]).papers
    assert (paper.id, set(paper.work.was)) == ("three", {"one", "two"})
    assert not library_of([first, second, own]).mistakes


def test_the_same_key_in_two_libraries_is_not_the_same_work() -> None:
    first = with_ids(reading("a.bib", EXPORT, ("x2020", work("A Mirror of Tin"))), x2020="x2020")
    second = with_ids(reading("b.bib", EXPORT, ("x2020", work("A Lamp of Glass"))), x2020="glass")
    assert {paper.id: paper.title.as_text() for paper in library_of([first, second]).papers} == {
        "x2020": "A Mirror of Tin",
        "glass": "A Lamp of Glass",
    }


def test_readings_without_ids_and_unchanged_ones_stay_the_very_same() -> None:
    source = Source("content/papers/a.bib", b"", "1")
    read = reading(source.path, EXPORT, ("x", work("A")))
    ids = Source(ids_path(source.path), b"x: {id: y}", "2")
    plain, _ = entry_ledger.registered({source: read}, [], {})
    assert list(plain.values()) == [read] and next(iter(plain.values())) is read
    first, mistakes = entry_ledger.registered({source: read}, [ids], plain)
    again, _ = entry_ledger.registered({source: read}, [ids], first)
    assert not mistakes and next(iter(first.values())) is next(iter(again.values()))
    assert next(iter(first.values())).records == (replace(read.records[0], assigned="y"),)


def test_long_titles_and_keys_are_written_so_that_they_are_read_again() -> None:
    """YAML reads no key of more than 1,024 characters."""
    text = f"@a{{{'k' * 2000},title={{x}}}}\n@a{{{'k' * 2000},title={{y}}}}\n@a{{,title={{{'[' * 3000}}}}}\n"
    source = Source("content/papers/x.bib", text.encode(), "d")
    records = sources.parse(source, Cache(None)).records
    called = entry_ledger.names(records)
    assert len(set(called)) == 3
    written = with_lines("", "x.bib", {name: Entry(f"p{number}") for number, name in enumerate(called)})
    entries = entry_ledger.load(Source("content/imported/x.bib.ids.yaml", written.encode(), "d"))
    assert not entries.mistakes
    assert [entry and entry.id for entry in entry_ledger.known(records, entries)] == ["p0", "p1", "p2"]
