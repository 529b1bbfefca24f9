"""Records that are written carelessly, or cut out of references. All papers here are made up."""

from __future__ import annotations

import pytest

from conspectus.library.venues import Venues, compare, venue_of
from conspectus.model.when import Date
from made_up_records import EXPORT, library_of, people, reading, work


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tunable Lamps for Similar Set Retrieval", "Tumble Lamps for Similar Set Retrieval"),
        ("LampDB: A Relational Interface for Harbors", "LampDB: A Database Interface to the Harbor"),
        ("An Abstract-Object Lamp Storage", "A Lamp Storage for Abstract Objects"),
        ("Environment Lanterns in Foggy Ports", "Environmental Lanterns in Foggy Ports"),
        ("C. Dee. Counting Lanterns in Foggy Ports", "Counting Lanterns in Foggy Ports"),
        ("Counting Lanterns in Foggy Ports. 27th Int. Conf.", "Counting lanterns in foggy ports"),
    ],
)
def test_titles_that_are_written_carelessly_are_one_by_the_same_people_in_one_venue(one: str, other: str) -> None:
    def papers(*venues: str) -> int:
        works = [
            work(title, authors=people("Ada Bee", "Cy Dee"), date=Date(2020), venue=venue)
            for title, venue in zip((one, other), venues, strict=True)
        ]
        return len(library_of([reading(f"{n}.bib", EXPORT, each) for n, each in enumerate(works)]).papers)

    assert papers("Lamp Conference", "Lamp Conference") == 1
    assert papers("Lamp Conference", "Lantern Journal") == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A Macro View of Lamp Markets in Cities", "A Micro View of Lamp Markets in Cities"),
        ("Supervised Counting of Lanterns in Ports", "Unsupervised Counting of Lanterns in Ports"),
        ("Maximal Lanterns in Large Foggy Ports", "Minimal Lanterns in Large Foggy Ports"),
        ("Counting Lanterns in Ports and Harbors", "Counting Lanterns in Ports and Gardens"),
    ],
)
def test_titles_that_differ_in_what_they_say_are_two_even_in_one_venue(one: str, other: str) -> None:
    both = [
        reading(file, EXPORT, work(title, authors=people("Ada Bee"), date=Date(2020), venue="Lamp Conference"))
        for file, title in (("a.bib", one), ("b.bib", other))
    ]
    assert len(library_of(both).papers) == 2


@pytest.mark.parametrize(
    ("one", "other", "given"),
    [
        ("Über die Größe der Lücken", "Ueber die Groesse der Luecken", "Jörg Größler"),
        ("Uber die Grosse der Lucken: ein Überblick", "Über die Größe der Lücken", "Joerg Groessler"),
        ("Lysets Årsag på Øerne", "Lysets Aarsag paa Oeerne", "Åse Ørum"),
        ("TNFα Levels of Lamp Makers", "TNF-alpha levels of lamp makers", "Ana Đorđić"),
        ("∞-Lamps for Large Foggy Ports", "Infinity lamps for large foggy ports", "Ana Djordjic"),
        ("Counting 3×3 Lanterns in Ports", "Counting 3x3 lanterns in ports", "Ana Dordic"),
    ],
)
def test_other_ways_to_write_a_letter_make_no_other_title_or_name(one: str, other: str, given: str) -> None:
    plain = given.translate(str.maketrans({"ö": "oe", "ß": "ss", "Å": "Aa", "Ø": "Oe", "Đ": "Dj", "đ": "dj"}))
    both = [
        reading(file, EXPORT, work(title, authors=people(name), date=Date(2020)))
        for file, title, name in (("a.bib", one, given), ("b.bib", other, plain))
    ]
    assert len(library_of(both).papers) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Th?mis: Lamps for Foggy Ports", "V?ronique N?rv?g"), ("Themis: lamps for foggy ports", "Véronique Nørvåg")),
        (("Lamps of Fa\ufffdades in Foggy Ports", "?ke Dee"), ("Lamps of façades in foggy ports", "Åke Dee")),
        (("Lighting Ports E ciently with Lamps", "Ada Bee"), ("Lighting ports efficiently with lamps", "Ada Bee")),
        (("Cooperating Lamps in Foggy Ports", "Ada Bee"), ("Cooperative lamps in foggy ports", "Ada Bee")),
        (("Lamps in Foggy Ports", "Lampwick, Ching-yi"), ("Lamps in foggy ports", "Ching-yi, Lampwick")),
        (("Lamps in Foggy Ports", "Lampwick, C."), ("Lamps in foggy ports", "Ching-yi, Lampwick")),
        (("Lamps in Foggy Ports. 1(2), pages 331–342", "Ada Bee"), ("Lamps in foggy ports", "Ada Bee")),
        (("andB. Bee. Countinglamps of foggy ports", "Cy Dee"), ("Counting lamps of foggy ports", "Cy Dee")),
    ],
)
def test_what_was_lost_or_turned_on_the_way_makes_no_other_work(one: tuple[str, str], other: tuple[str, str]) -> None:
    both = [
        reading(file, EXPORT, work(title, authors=people(name), date=Date(2020)))
        for file, (title, name) in (("a.bib", one), ("b.bib", other))
    ]
    assert len(library_of(both).papers) == 1


def test_a_year_behind_a_title_is_that_of_a_series() -> None:
    both = [
        reading(file, EXPORT, work(title, authors=people("Ada Bee"), date=Date(2020), venue="Lamp Conference"))
        for file, title in (("a.bib", "The Shared Task on Lamps"), ("b.bib", "The Shared Task on Lamps 2020"))
    ]
    assert len(library_of(both).papers) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Dtsch Med Wochenschr", "Deutsche Medizinische Wochenschrift"),
        ("Proc Natl Acad Lamps", "Proceedings of the National Academy of Lamps"),
    ],
)
def test_abbreviations_may_leave_letters_out(one: str, other: str) -> None:
    first, second = venue_of(one), venue_of(other)
    assert first and second and compare(first, second) is Venues.SAME


def test_letters_of_formulas_tell_titles_apart() -> None:
    both = [
        reading(file, EXPORT, work(title, authors=people("Ada Bee"), date=Date(2020), venue="Lamp Journal"))
        for file, title in (
            ("a.bib", "Effects of TGF-α on the makers of lanterns and lamps"),
            ("b.bib", "Effects of TGF-β on the makers of lanterns and lamps"),
        )
    ]
    assert len(library_of(both).papers) == 2


@pytest.mark.parametrize(
    "behind",
    [
        " [Review] [43 refs]",
        " [J]",
        ". [Erratum appears in J Lamps. 2021 Jun 4;3(2):24 Note: Bee, Ada [added]]",
        "[German]",
    ],
)
def test_what_databases_write_behind_a_title_is_no_part_of_it(behind: str) -> None:
    both = [
        reading(file, EXPORT, work(title, authors=people("Ada Bee"), date=Date(2020)))
        for file, title in (
            ("a.bib", f"Counting Lanterns in Foggy Ports{behind}"),
            ("b.bib", "Counting Lanterns in Foggy Ports"),
        )
    ]
    assert len(library_of(both).papers) == 1


@pytest.mark.parametrize(
    ("reference", "papers"),
    [
        ("H. Dee, and Elm, F. 1998. Counting Lanterns in Foggy Ports", 1),
        ("Counting Lanterns in Foggy Ports, Proc. of the 27th Int. Conf. on Lamps", 1),
        ("Dee and F. Elm: Counting lanterns in foggy ports. LAMPS 98", 1),
        ("On the Art of Counting Lanterns in Foggy Ports", 2),
        ("Counting Lanterns in Foggy Ports and Harbors", 2),
    ],
)
def test_a_title_within_a_piece_of_a_reference_is_found(reference: str, papers: int) -> None:
    cut = work(reference, authors=people("Ada Bee"))
    whole = work("Counting Lanterns in Foggy Ports", authors=people("Ada Bee", "Hal Dee", "Flo Elm"), venue="LAMPS")
    assert len(library_of([reading("a.bib", EXPORT, whole), reading("b.bib", EXPORT, cut)]).papers) == papers


def test_a_title_is_no_columns_because_names_of_its_authors_are_written_in_several_ways() -> None:
    title = "A Title That Is Long Enough"
    ways = [("Ada Bee", "Cy Dee"), ("Ada Bee", "Cy Dhee", "Flo Elm"), ("Ada Bee", "Flo Elm"), ("Ada Bee",)]
    assert len(library_of([reading("a.bib", EXPORT, *[work(title, authors=people(*way)) for way in ways])]).papers) == 1


@pytest.mark.parametrize("venues", [("J1", "J2"), ("Lamp Letters A3", "Lamp Letters A4")])
def test_venues_that_differ_in_a_digit_of_their_names_are_two(venues: tuple[str, str]) -> None:
    both = [
        reading(f"{venue}.bib", EXPORT, work("Editorial", authors=people("Ada Bee"), date=Date(2020), venue=venue))
        for venue in venues
    ]
    library = library_of(both)
    assert len(library.papers) == 2
    assert f"published in {venues[0]} and {venues[1]}" in library.apart[0].why


@pytest.mark.parametrize(
    ("ours", "theirs", "one"),
    [
        ("vldb", "Proceedings of the International Conference on Very Large …", True),
        ("SIGMOD Conference", "International Conference on Management of Data", True),
        ("vldb", "sigmod conference", False),
        ("Very Large Lamps", "Conference on Foggy Ports", False),
        ("VLDB", "Proceedings of the Twenty-Eighth VLDB", True),
        ("vldb", "proceedings of the 23rd international conference on very", True),
        ("Journal of Lamps.Conference: 2nd Congress of Lanterns", "Journal of Lamps", True),
        ("Journal of Lamps", "Journal of Foggy Ports", False),
    ],
)
def test_short_and_cut_names_of_venues_part_no_work(ours: str, theirs: str, one: bool) -> None:
    title = "Counting Lanterns in the Rain"
    both = [
        reading(f"{n}.bib", EXPORT, work(title, authors=people("Ada Bee"), date=Date(2020), venue=venue))
        for n, venue in enumerate((ours, theirs))
    ]
    assert (len(library_of(both).papers) == 1) is one


@pytest.mark.parametrize(
    ("ours", "theirs"), [("Bob Lamp", "Robert H. Lamp"), ("Ada Bee Dee", "Ada Bee"), ("YA Dee", "Young Ada Dee")]
)
def test_short_forms_of_a_name_are_one_person(ours: str, theirs: str) -> None:
    title = "A Title That Is Long Enough"
    both = [reading(f"{n}.bib", EXPORT, work(title, authors=people(name))) for n, name in enumerate((ours, theirs))]
    assert len(library_of(both).papers) == 1
